"""Quantities in running text: numbers that have a unit, a currency, a year behind them or a word before them.

    "naik menjadi 4,5–5,0 %"           PERCENT
    "Rp 1,2 triliun"                   MONEY
    "305 per 100.000 kelahiran hidup"  RATE
    "20 ribu ton CO2e"                 WEIGHT
    "79,51 (2023)", "sebesar 72,39"    NUMBER: its unit is not printed

Years, numbering, codes, numbers of regulations and of telephones are none. A number is found first; only a
few letters before and behind it are looked at, so that a page of digits costs in proportion to its length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.models.value_words import ABOVE, AT_LEAST, AT_MOST, BELOW, FLAGS

NUMBER, RATE, COUNT, MONEY, PERCENT, YEARS = "NUMBER", "RATE", "COUNT", "MONEY", "PERCENT", "YEARS"
BEFORE, BEHIND = 40, 90  # letters that are looked at on either side
_NUMERAL = (
    r"(?:\d{1,3}(?:\.\d{3}){1,6}(?:,\d{1,6})?|\d{1,3}(?:,\d{3}){2,6}(?:\.\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?)"
)
_NUMBERS = re.compile(
    rf"""(?: (?<=\brp) | (?<=\brp\.) | (?<![\w.,/:-]) ) (?:(?<![%)])[-−](?=\d))? (?P<first>{_NUMERAL})
         (?: (?:[ ]?%)? (?: [-–—±] | [ ][-–—±][ ] | \s?(?:s\.?[/.]?\s?d\b\.?|sampai(?:\s+dengan)?|hingga)\s? )
             (?P<last>{_NUMERAL}) )?
         (?![\w]|[.,/:-]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_MONEY = re.compile(r"(?:\bRp\.?|\bIDR|\bUSD|US\$)\s{0,2}$", re.IGNORECASE)
_BOUND = re.compile(rf"(?:{AT_LEAST}|{AT_MOST}|{ABOVE}|{BELOW})\s{{0,2}}$", FLAGS)
_CUE = re.compile(
    r"\b(?:sebesar|sebanyak|mencapai|menjadi|nilai|skor|indeks|angka|realisasi|capaian|target)\s{1,3}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"""\b(?:nomor|no|pasal|ayat|tabel|gambar|grafik|bagan|bab|halaman|hal|lampiran|kode|misi|tujuan
            |sasaran|program|kegiatan|butir|huruf|tahap|kelas|blok|ke)\b[\s.:]{0,4}$
        | \b(?:telp|telepon|faks?|fax)\b[^\n]{0,20}$""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEARS = re.compile(r"\b(?:tahun|th|thn|ta|t\.a)\b\.?\s{0,4}$", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"\s{1,4}(?:19|20)\d\d\b")
_SCALE = re.compile(r"\s{0,2}(?:ribu|juta|mil[iy]ar|tril+[iy]un|rb|jt)\b", re.IGNORECASE)
_MONEY_SCALE = re.compile(_SCALE.pattern + r"|\s{0,2}[MT]\b|,-", re.IGNORECASE)
_SPELT = re.compile(r"\s{0,2}\([a-z][a-z ]{1,40}\)")
_PER = re.compile(
    r"""\s{0,2} (?: \bper\s{1,3} | /\s? ) (?P<base>1[.\d]{2,9}\s{1,3})? [^\W\d_]{1,15}
        (?: \s{1,3} (?:hidup|penduduk|kelahiran) ){0,2}""",
    re.VERBOSE | re.IGNORECASE,
)
_MORE = re.compile(r"\s{1,3}(?:ke\s?atas|ke\s?bawah|atau\s+(?:lebih|kurang))\b", re.IGNORECASE)
FULL_LINE, WIDEST_LINE = 60, 300  # characters of a line of running text
WORDS_OF_SENTENCE = 5  # small words that a row of several numbers has not
_LEAD = re.compile(r"(?<!\S)(?P<word>[a-z][a-z-]+)[ \t]{1,3}\S*\d\S*(?:\s\([a-z ]{1,40}\))?$")
_COLUMNS = re.compile(r"[ \t]{4}")  # between cells
_SMALL_WORD = re.compile(r"(?<!\S)[a-z]{2,}")
_DIGIT = re.compile(r"\d")
AREAS = frozenset({"provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"})
_NAMED = re.compile(r"[ \t]{1,3}[A-Z]")  # "1 Kota Awan" is a row with the name of a region
_AS_OF = re.compile(r"\s{0,2}\((?:19|20)\d\d\)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, half-open; `kind` is a kind of data/units.toml, RATE or NUMBER."""

    start: int
    end: int
    kind: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind a number: kind and text of its unit, whether a year, and where all of it ends."""

    end: int
    kind: str | None
    unit: str | None
    dated: bool


def find_quantities(text: str) -> Iterator[Quantity]:
    """Find the quantities of a text, in reading order, without overlap."""
    end = 0
    for number in _NUMBERS.finditer(text):
        found = _quantity(text, number) if number.start() >= end else None
        if found:
            end = found.end
            yield found


def _quantity(text: str, number: re.Match[str]) -> Quantity | None:
    """The quantity that a number is part of; None for years, numbering, codes and bare numbers."""
    before = text[max(0, number.start() - BEFORE) : number.start()]
    money = _MONEY.search(before)
    lead = before[: money.start()] if money else before
    behind = _look_behind(text, number.end(), money=money is not None)
    kind = MONEY if money else behind.kind or _bare_kind(number, lead, behind)
    if kind is None or (kind not in {MONEY, PERCENT} and _is_label(text, number, lead, behind)):
        return None
    bound = _BOUND.search(lead)
    start = number.start() - len(before) + (bound.start() if bound else len(lead))
    return Quantity(start, behind.end, kind, behind.unit or (money.group().strip() if money else None))


def _bare_kind(number: re.Match[str], lead: str, behind: _Behind) -> str | None:
    """A number without a unit counts where it has decimals or thousands and a year or a telling word."""
    marked = not number["first"].isdigit() or not (number["last"] or "1").isdigit()
    return NUMBER if marked and (behind.dated or _CUE.search(lead)) else None


def _is_label(text: str, number: re.Match[str], lead: str, behind: _Behind) -> bool:
    """Whether a number numbers something, or is a year: "Misi 2", "Nomor 25 Tahun 2004", "tahun 2025"."""
    if _LABEL.search(lead) or _OF_YEARS.search(lead):
        return True
    if behind.kind == YEARS:
        return bool(_YEAR.fullmatch(number["first"]) or _YEAR_BEHIND.match(text, behind.end))
    return False


def _look_behind(text: str, start: int, *, money: bool) -> _Behind:
    """Read size, number in words, unit, base and year behind a number, each of them optional."""
    end = _after(_MONEY_SCALE if money else _SCALE, text, start)
    scaled = end > start
    end = _after(_SPELT, text, end)
    unit = _unit_at(text, end)
    end = unit.end() if unit else end
    kind = _kinds()[_fold(unit["unit"])] if unit else (COUNT if scaled and not money else None)
    base = None if money else _PER.match(text, end)
    if base and (unit or base["base"]):
        kind, end = (RATE if base["base"] else kind), base.end()
    printed = " ".join(text[unit.start("unit") if unit else end : end].split())
    if base and not unit and kind == RATE:
        printed = " ".join(base.group().split())
    end = _after(_MORE, text, end) if kind else end
    dated = _AS_OF.match(text, end)
    return _Behind(dated.end() if dated else end, kind, printed or None, dated is not None)


def _after(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _unit_at(text: str, start: int) -> re.Match[str] | None:
    """A unit; where it heads rows only in small letters, and on the next line only as a sentence goes on."""
    found = _unit_pattern().match(text, start)
    if found is None or ("\n" in found["gap"] and not _goes_on(text, start, found)):
        return None
    if found["unit"] == found["unit"].lower():
        return found
    names_region = found["unit"].casefold() in AREAS and _NAMED.match(text, found.end())
    return None if names_region or _fold(found["unit"]) in _small() else found


def _goes_on(text: str, start: int, unit: re.Match[str]) -> bool:
    """Whether the unit on the next line belongs to this number: the last cell of a row has none there."""
    if _kinds()[_fold(unit["unit"])] == PERCENT:
        return True
    return unit["unit"] == unit["unit"].lower() and _in_prose(text, start)


def _in_prose(text: str, end: int) -> bool:
    """Whether the number that ends its line here stands in a sentence, behind a small word that is no unit.

    The line is as wide as running text, or it is the rest of a sentence from such a line.
    """
    first = text.rfind("\n", max(0, end - WIDEST_LINE), end) + 1
    line = text[max(first, end - WIDEST_LINE) : end].strip()
    lead = _LEAD.search(line)
    if lead is None or _fold(lead["word"]) in _kinds() or _COLUMNS.search(line):
        return False
    if len(line) >= FULL_LINE:
        return len(_SMALL_WORD.findall(line)) >= WORDS_OF_SENTENCE or not _DIGIT.search(line, 0, lead.start())
    before = text[text.rfind("\n", max(0, first - WIDEST_LINE), max(0, first - 1)) + 1 : first].strip()
    rest = line[:1].islower() and not 0 < len(before) < FULL_LINE
    return rest and not _DIGIT.search(line, 0, lead.start())


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = sorted(
        (unit for units in load_table("units.toml")["kinds"].values() for unit in units),
        key=len,
        reverse=True,
    )
    joined = "|".join(r"\s{1,3}".join(map(_unit_word, unit.split())) for unit in units)
    return re.compile(rf"(?P<gap>[ \t]{{0,3}}\n?[ \t]{{0,3}})(?P<unit>{joined})(?!\w)", re.IGNORECASE)


def _unit_word(word: str) -> str:
    return f"(?-i:{re.escape(word)})" if len(word) == 1 else re.escape(word)


@cache
def _small() -> frozenset[str]:
    return frozenset(map(_fold, load_table("units.toml")["small"]["units"]))


@cache
def _kinds() -> dict[str, str]:
    return {_fold(unit): kind for kind, units in load_table("units.toml")["kinds"].items() for unit in units}


def _fold(unit: str) -> str:
    return "".join(unit.casefold().split())
