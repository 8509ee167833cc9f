"""Regions in running text, each settled by what stands around it: its list, its address, whose plan it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.extractors.phrases.agencies import ENDS, OFFICE_WORDS
from selaras.extractors.phrases.agency_names import CONNECTORS, is_short
from selaras.extractors.phrases.wording import wording_of
from selaras.models.region_context import Placement, Surroundings, is_address, settle
from selaras.models.region_names import DESIGNATORS, Strength, name_words
from selaras.models.regions import Mention, RegionTable

LINE = 80  # characters beside a name that are looked at for the rest of its line
LIST_GAP = 300  # characters between two entries of one list
_NEXT_WORD = re.compile(r"[ \t]{1,3}(?P<word>[A-Z][a-z]{2,}[\w/-]*)")
_LOCATED = re.compile(r"\b(?i:di|ke|dari|kawasan|kampung)[ \t]{1,3}(?P<word>[A-Z][a-z]{2,15})[ \t]{1,3}$")
# Words beside a region's name that are no part of a place's name.
OTHER_WORDS = frozenset(
    """daerah wilayah seluruh sekitar area luas warga masyarakat menuju akibat selama dalam
    strategis industri khusus ekonomi metropolitan wisata pesisir""".split()  # noqa: SIM905
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a region is named, half-open, and which one is meant.

    WEAK is the strength of a bare name, perhaps of a river, and of one that only its surroundings settle.
    """

    start: int
    end: int
    placement: Placement
    strength: Strength


def find_places(text: str, table: RegionTable, home: str | None = None) -> Iterator[Place]:
    """Find the regions that a text names, in reading order; names that stay open are left out.

    `home` is the code of the region whose plan the text is from.
    """
    found = table.find(text)
    starts = frozenset(mention.start for mention in found)
    mentions = [mention for mention in found if _names_region(text, mention, table, starts)]
    lists: Mapping[int, Sequence[Mention]] = {}
    if any(mention.code is None for mention in mentions):
        lists = find_lists(text, mentions, table)
    for mention in mentions:
        beside = lists.get(mention.start, ())
        address = mention.code is None and is_address(text[_line_start(text, mention) : mention.start])
        placement = settle(mention.codes, table, Surroundings(home, beside, address=address))
        if placement:
            surest = mention.strength is placement.strength is Strength.STRONG
            strength = Strength.STRONG if surest else Strength.WEAK
            yield Place(mention.start, mention.end, placement, strength)


def _names_region(text: str, mention: Mention, table: RegionTable, starts: frozenset[int]) -> bool:
    """Whether a mention is more than letters of a region's name; what a designator announces always is."""
    if name_words(mention.text)[0] in DESIGNATORS:
        return True
    if mention.text[0].isdigit() or _is_small_abbreviation(mention, table):
        return False  # "peringkat 50 kota" counts cities
    return mention.strength is Strength.STRONG or not _in_longer_name(text, mention, starts)


def _is_small_abbreviation(mention: Mention, table: RegionTable) -> bool:
    """Whether this is an abbreviation in small letters: "sumbar" in a sentence is a misprint of "sumber"."""
    if not mention.text.islower() or len(name_words(mention.text)) > 1:
        return False
    return all(mention.text not in _letters(table.regions[code].name) for code in mention.codes)


def _letters(name: str) -> str:
    return "".join(name_words(name))


def _in_longer_name(text: str, mention: Mention, starts: frozenset[int]) -> bool:
    """Whether a bare name is part of another: "Kapuas Embun" is not Kapuas, nor is "di Embun Kapuas"."""
    if mention.text.isupper():
        return False  # among capitals a capital tells nothing
    before = _LOCATED.search(text, max(0, mention.start - LINE), mention.start)
    behind = _NEXT_WORD.match(text, mention.end)
    if behind and behind.start("word") in starts:
        behind = None
    return any(found and _is_part_of_name(found["word"]) for found in (before, behind))


def _is_part_of_name(word: str) -> bool:
    """Whether a word with a capital beside a region's name may be part of one name with it."""
    apart = ENDS | OFFICE_WORDS | CONNECTORS | OTHER_WORDS | DESIGNATORS.keys()
    return not (word.casefold() in apart or is_short(word) or wording_of(word))


def find_lists(text: str, mentions: Sequence[Mention], table: RegionTable) -> dict[int, Sequence[Mention]]:
    """The lists of regions, one a line: for the start of each entry those that mark what their list holds."""
    lists: list[list[Mention]] = []
    for mention in mentions:
        if not stands_alone(text, mention):
            continue
        if lists and mention.start - lists[-1][-1].end <= LIST_GAP:
            lists[-1].append(mention)
        else:
            lists.append([mention])
    marked = ((entries, _marked(entries, table)) for entries in lists)
    return {mention.start: telling for entries, telling in marked for mention in entries}


def _marked(entries: Sequence[Mention], table: RegionTable) -> Sequence[Mention]:
    """One entry for each kind that a list marks: a list of any length costs each entry no more than that."""
    strong = (mention for mention in entries if mention.strength is Strength.STRONG)
    return tuple({table.regions[mention.codes[0]].kind: mention for mention in strong}.values())


def stands_alone(text: str, mention: Mention) -> bool:
    """Whether a name shares its line with numbers and marks only."""
    start = _line_start(text, mention)
    end = text.find("\n", mention.end, mention.end + LINE)
    around = text[start : mention.start] + text[mention.end : end if end >= 0 else mention.end + LINE]
    return not _LETTER.search(around)


def _line_start(text: str, mention: Mention) -> int:
    """Where the line of a mention begins, at most `LINE` characters before it."""
    first = max(0, mention.start - LINE)
    return max(first, text.rfind("\n", first, mention.start) + 1)
