"""The names that a region goes by, and where they stand in a text.

Names are compared as runs of words: spaces, line ends, full stops, hyphens, underscores, or nothing at all
may stand between the words ("Palangka Raya", "KOTA_PALANGKARAYA", "Kab. Kep. Seribu").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class RegionKind(StrEnum):
    """Provinces, regencies (kabupaten) and cities (kota); the last two stand on the same level."""

    PROVINCE = "PROVINCE"
    KABUPATEN = "KABUPATEN"
    KOTA = "KOTA"


class AliasKind(StrEnum):
    """Why a region has another name; the last two hold names back.

    COMMON_WORD: the bare name is an ordinary word too and counts only with a capital.
    OTHER_PLACE: a longer name of something else, which hides the name of a region inside it.
    """

    ABBREVIATION = "abbreviation"
    OLD_NAME = "old_name"
    SPELLING = "spelling"
    SHORT = "short"
    COMMON_WORD = "common_word"
    OTHER_PLACE = "other_place"


class Strength(StrEnum):
    """How sure a mention is.

    STRONG: the text says that a region is meant ("Kabupaten Kapuas"). WEAK: a bare name, perhaps a river.
    """

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class RegionName:
    """One way to name one region. `code` is empty for a place that is no region of the table."""

    code: str
    kind: RegionKind | None
    words: tuple[str, ...]
    strong: bool = False  # needs no word such as "Kabupaten" before it
    designated_only: bool = False  # names the region only after such a word
    capital: bool = False  # the first letter must be a capital
    upper: bool = False  # all letters must be capitals


@dataclass(frozen=True, slots=True)
class NameGroup:
    """All names that are written with the same words."""

    words: tuple[str, ...]
    names: tuple[RegionName, ...]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text, with all regions that it may stand for."""

    start: int
    end: int
    names: tuple[RegionName, ...]
    designated: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and its place."""

    text: str
    start: int
    end: int


NameIndex = Mapping[str, tuple[NameGroup, ...]]  # first word -> the names that begin with it, longest first

WORD = re.compile(r"[^\W_]+")
BETWEEN_WORDS = re.compile(r"[\s._-]{0,12}")
AFTER_DESIGNATOR = re.compile(r"[\s._:-]{0,12}")
SAME_WORDS = {"kep": "kepulauan", "sumatra": "sumatera"}
PROVINCE_WORDS = ("provinsi", "propinsi", "provinci", "prov", "prop", "pemprov", "gubernur")
KABUPATEN_WORDS = ("kabupaten", "kab", "pemkab", "bupati")
KOTA_WORDS = ("kota", "kotamadya", "kodya", "pemkot", "walikota")
DESIGNATORS = {
    **dict.fromkeys(PROVINCE_WORDS, RegionKind.PROVINCE),
    **dict.fromkeys(KABUPATEN_WORDS, RegionKind.KABUPATEN),
    **dict.fromkeys(KOTA_WORDS, RegionKind.KOTA),
}
# What is named after these is not the region itself, though it may bear the same name.
WATERS_AND_HILLS = ("sungai", "danau", "waduk", "das", "selat", "teluk", "laut", "pulau", "gunung")
SITES = ("jalan", "jl", "jln", "universitas", "bandara", "pelabuhan", "stasiun")
LOWER_REGIONS = ("kecamatan", "kec", "kelurahan", "kel", "desa")
OTHER_THINGS = frozenset((*WATERS_AND_HILLS, *SITES, *LOWER_REGIONS))


def split_words(text: str) -> list[Word]:
    """Cut a text into words, lower case, with their places."""
    return [Word(found[0].casefold(), *found.span()) for found in WORD.finditer(text)]


def name_words(name: str) -> tuple[str, ...]:
    """The words by which a name is compared.

    >>> name_words("Kab. Kep. Talaud")
    ('kab', 'kepulauan', 'talaud')
    """
    return tuple(_same(word) for word in split_words(name))


def build_index(names: Iterable[RegionName]) -> NameIndex:
    """Arrange names by their first word; several words are also known run together."""
    groups: dict[tuple[str, ...], list[RegionName]] = {}
    for name in names:
        together = name.words if name.capital else ("".join(name.words),)  # batubara is coal, not Batu Bara
        for words in {name.words, together}:
            groups.setdefault(words, []).append(name)
    index: dict[str, list[NameGroup]] = {}
    for words, group in groups.items():
        index.setdefault(words[0], []).append(NameGroup(words, tuple(group)))
    return {
        first: tuple(sorted(found, key=lambda group: -len(group.words))) for first, found in index.items()
    }


def find_names(text: str, index: NameIndex) -> Iterator[NameMatch]:
    """Find the names of regions in a text, from left to right, the longest first, without overlap."""
    words = split_words(text)
    position = 0
    while position < len(words):
        match = _match_at(text, words, position, index)
        position = _position_after(words, position, match)
        if match is not None and match.names[0].code:
            yield match


def _position_after(words: list[Word], position: int, match: NameMatch | None) -> int:
    position += 1
    while match is not None and position < len(words) and words[position].start < match.end:
        position += 1
    return position


def _match_at(text: str, words: list[Word], position: int, index: NameIndex) -> NameMatch | None:
    for group in index.get(_same(words[position]), ()):
        if not _reads(text, words, position, group.words):
            continue
        last = words[position + len(group.words) - 1]
        match = _weigh(text, words, position, last.end, group.names)
        if match is not None:
            return match
    return None


def _same(word: Word) -> str:
    return SAME_WORDS.get(word.text, word.text)


def _reads(text: str, words: list[Word], position: int, wanted: tuple[str, ...]) -> bool:
    """Tell whether the wanted words stand here with nothing but space or light marks between them."""
    run = words[position : position + len(wanted)]
    if tuple(map(_same, run)) != wanted:
        return False
    return all(BETWEEN_WORDS.fullmatch(text, a.end, b.start) for a, b in pairwise(run))


def _weigh(
    text: str, words: list[Word], position: int, end: int, names: tuple[RegionName, ...]
) -> NameMatch | None:
    """Choose among regions of the same name by the word before it ("Kota", "Bupati"), else keep them all."""
    kind, designated_start = _designator(text, words, position)
    named = tuple(name for name in names if kind and name.kind is kind)
    if named:
        return NameMatch(designated_start, end, named, designated=True)
    if position and words[position - 1].text in OTHER_THINGS:
        return None
    start = words[position].start
    bare = tuple(name for name in names if _stands_bare(name, text[start:end]))
    return NameMatch(start, end, bare, designated=False) if bare else None


def _stands_bare(name: RegionName, printed: str) -> bool:
    if name.designated_only or (name.upper and not printed.isupper()):
        return False
    return not name.capital or printed[0].isupper()


def _designator(text: str, words: list[Word], position: int) -> tuple[RegionKind | None, int]:
    """The kind that the words before a name announce, and where they start; none for "Kabupaten/Kota X"."""
    before = position - 1
    if before > 0 and words[before].text.startswith("adm"):  # Kota Administrasi, Kab. Adm.
        before -= 1
    if before < 0 or words[before].text not in DESIGNATORS:
        return None, 0
    if not AFTER_DESIGNATOR.fullmatch(text, words[before].end, words[before + 1].start):
        return None, 0
    previous = words[before - 1] if before else Word("", 0, 0)
    start = previous.start if previous.text == "wali" else words[before].start
    # After "ibu" stands a capital (ibu kota) of something, after a slash the second half of "Kabupaten/Kota".
    halved = previous.text in DESIGNATORS and "/" in text[previous.end : start]
    undecided = halved or previous.text == "ibu"
    return (None, 0) if undecided else (DESIGNATORS[words[before].text], start)
