"""Names of agencies in their normal form, short names in full, and what an agency is there for.

    full_name("DISNAKERTRANS")             # Dinas Tenaga Kerja dan Transmigrasi
    full_name("DKP")                       # DKP: three agencies go by it
    full_name("DKP", of="Dinas Ketahanan Pangan")   # in a plan of one of them
    functions_of("Badan Lingkungan Hidup")   # ("environment",), as of Dinas Lingkungan Hidup

Regions name their agencies as they like: two names share functions, nothing says that they are one agency.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.ministries import ministry_name
from selaras.extractors.phrases.numbering import ROMAN
from selaras.models.region_context import Level

CONNECTORS = frozenset({"dan", "atas", "serta", "&"})
ABBREVIATIONS = frozenset({"DPRD", "RSUD", "RSUP", "RSUPN", "RSPAD", "RS", "PP", "KB", "UMKM", "BPBD"})
LONGEST_ABBREVIATION = 7  # letters
SPELLINGS = {"Kementrian ": "Kementerian ", "Sudin ": "Suku Dinas ", "RS ": "Rumah Sakit "}
_BUILT = re.compile(r"(?:dis|din|dinas )(?P<stems>[a-z]{2,20})")
_MINISTRY = re.compile(r"(?:kementerian |kemen|kem)\s?-?(?P<stem>[a-z][a-z/ -]{1,40})")
_NOT_NAME = re.compile(r"[\W_]+")
LOWEST = {"Kecamatan ": Level.DISTRICT, "Kelurahan ": Level.DISTRICT, "Kementerian ": Level.NATION}
LOWEST |= dict.fromkeys(("RSUP ", "RSUPN ", "RSPAD "), Level.NATION)


@dataclass(frozen=True, slots=True)
class KnownAgency:
    """A name of data/agencies.toml with its short forms; `since` and `until` where a rule dates the name."""

    name: str
    short: tuple[str, ...]
    level: Level
    since: int | None = None
    until: int | None = None
    source: str | None = None


def agency_name(printed: str) -> str:
    """Put a name as printed into one form: blanks folded, capitals at each word but the connectors.

    >>> agency_name("DINAS PARIWISATA  DAN KEBUDAYAAN")
    'Dinas Pariwisata dan Kebudayaan'
    """
    shouted = printed.isupper()
    words = printed.replace(",", ", ").split()
    return " ".join(_in_form(word, shouted=shouted) for word in words)


def _in_form(word: str, *, shouted: bool) -> str:
    bare = word.strip(",")
    if bare.lower() in CONNECTORS:
        return word.lower()
    known = bare in ABBREVIATIONS or bare in ROMAN
    told = not shouted and len(bare) <= LONGEST_ABBREVIATION  # capitals among small letters: Dinas PUPR
    if "/" in bare:
        return "/".join(_in_form(part, shouted=shouted) for part in word.split("/"))
    return word if bare.isupper() and (known or told) else word.capitalize()


def is_short(name: str) -> bool:
    """Whether this is a short name of an agency or a ministry, in capitals at least at its head."""
    return not name.islower() and bool(_meanings(name))


@cache
def first_words() -> frozenset[str]:
    """The first words, in small letters, of short names of two words."""
    return frozenset(short.casefold().split()[0] for short, _ in _pairs() if " " in short)


def full_name(printed: str, *, of: str | None = None) -> str:
    """A short name in full, any other name in its normal form.

    Where a short name stands for several agencies, `of` (the agency whose plan it is in) decides if it is one
    of them; otherwise the short name stays, in capitals.
    """
    bare = " ".join(printed.split())
    first, _, rest = bare.partition(" ")
    if meanings := _meanings(bare):
        return _choose(bare, meanings, of)
    if rest and (meanings := _meanings(first)):
        return f"{_choose(first, meanings, of)} {agency_name(rest)}"  # an area: BKPP Wilayah II, BBWS Awan
    return _respelled(agency_name(bare))


def is_guess(printed: str) -> bool:
    """Whether the full name of a short one is only built of its syllables: Disnakertrans, Dinas Kominfo."""
    bare = " ".join(printed.split())
    known = _listed().get(_fold(bare)) or _MINISTRY.fullmatch(bare.casefold())
    return not known and bool(_meanings(bare))


def _choose(short: str, meanings: tuple[str, ...], of: str | None) -> str:
    if of in meanings and of:
        return of
    return meanings[0] if len(meanings) == 1 else short.upper()


def _respelled(name: str) -> str:
    start = next((start for start in SPELLINGS if name.startswith(start)), "")
    return SPELLINGS.get(start, "") + name.removeprefix(start)


@lru_cache(maxsize=4096)
def _meanings(short: str) -> tuple[str, ...]:
    """The full names that a short one may stand for: listed ones, ministries, or built of syllables."""
    if listed := _listed().get(_fold(short)):
        return listed
    if found := _MINISTRY.fullmatch(short.casefold()):
        ministry = ministry_name(found["stem"])
        return (f"Kementerian {ministry}",) if ministry else ()
    found = _BUILT.fullmatch(short.casefold())
    parts = _split_stems(found["stems"]) if found else None
    return (f"Dinas {join_names(parts)}",) if parts else ()


def join_names(parts: list[str]) -> str:
    """Names as one: "A dan B", "A, B dan C"."""
    return " dan ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _split_stems(letters: str) -> list[str] | None:
    """What the syllables stand for, the longest first; None where some letters stand for nothing."""
    stems = load_table("agencies.toml")["stems"]
    for length in range(len(letters), 1, -1):
        if letters[:length] not in stems:
            continue
        rest = _split_stems(letters[length:]) if letters[length:] else []
        if rest is not None:
            return [stems[letters[:length]], *rest]
    return None


def functions_of(name: str) -> tuple[str, ...]:
    """What an agency is there for, by the words of its full name: keys of [functions], in their order.

    Of a short name with several meanings only what all of them share.
    """
    meanings = _listed().get(_fold(name), (name,))
    shared = set.intersection(*({*_functions_named(meaning)} for meaning in meanings))
    return tuple(key for key in load_table("agencies.toml")["functions"] if key in shared)


@lru_cache(maxsize=4096)
def _functions_named(name: str) -> tuple[str, ...]:
    folded = name.casefold()
    functions = load_table("agencies.toml")["functions"].items()
    return tuple(key for key, phrases in functions if any(phrase in folded for phrase in phrases))


def level_of(name: str) -> Level:
    """The region that an agency belongs to, by its full name: a ministry to none, a camat's to a district."""
    for start, level in LOWEST.items():
        if name.startswith(start):
            return level
    named = [agency for agency in known_agencies() if name.startswith(agency.name)]
    return named[0].level if named else Level.OWN


@cache
def known_agencies() -> tuple[KnownAgency, ...]:
    """The agencies of data/agencies.toml."""
    return tuple(
        KnownAgency(**{**row, "short": tuple(row["short"]), "level": Level(row.get("level", "own"))})
        for row in load_table("agencies.toml")["agency"]
    )


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Folded short name -> full names, in the order of the file."""
    listed: dict[str, tuple[str, ...]] = {}
    for short, name in _pairs():
        listed[_fold(short)] = tuple(dict.fromkeys((*listed.get(_fold(short), ()), name)))
    return listed


def _pairs() -> Iterator[tuple[str, str]]:
    for agency in known_agencies():
        for short in agency.short:
            yield short, agency.name


def _fold(name: str) -> str:
    return _NOT_NAME.sub("", name.casefold())
