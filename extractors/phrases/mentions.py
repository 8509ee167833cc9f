"""Mentions of plans, periods and citations in running text, found by declared patterns.

Each `find_*` takes any text and returns mentions in the order of the text; none is ever an error.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selaras.extractors.phrases.regulations import find_regulations
from selaras.models.documents import Period, PlanKind


@dataclass(frozen=True, slots=True)
class Mention:
    """Where something is mentioned in a text, half-open, and what it is; `guess`: the label may be wrong."""

    start: int
    end: int
    label: str
    guess: bool = False


# 2025-2029, 2013 – 2018, 2025 s.d. 2029, 2025/2029 is no period
PERIOD = re.compile(
    r"""(?<![\d.,/]) (?P<start>(?:19|20)\d\d)
        \s* (?:-|–|—|s\.?d\.?|s/d|sampai(?:\s+dengan)?|hingga) \s* (?:tahun\s+)?
        (?P<end>20\d\d) (?![\d.,/]\d|\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# a year that stands alone: Tahun 2017, T.A. 2016, bare 2024
# (a running head may join it to a name: Arunika-2016; ISO 9001:2015 is a standard)
YEAR = re.compile(
    r"(?<![\d.,/])(?<!\d:)(?<!\d:\s)(?<!\d\s:\s)(?<!\d[–—-])(?<!\d\s[–—-])(?<!\d\s[–—-]\s)20\d\d(?!\d|[.,/]\d|\s*[–—-]\s*20\d\d)"
)
# Tahun Anggaran 2026, TA 2026, Triwulan II Tahun 2024, semester 1 TA 2025
_BUDGET = r"(?:tahun\s{1,4}anggaran|t\.?\s?a\b\.?)"
PART_OF_YEAR = re.compile(
    rf"""\b (?: (?:(?P<QUARTER>triwulan|kuartal|tw\b\.?)|(?P<SEMESTER>semester)) \s{{0,4}} (?:ke-?\s?)?
               (?P<number>IV|I{{1,3}}|[1-4])\b \s{{1,4}} (?:(?:{_BUDGET}|tahun)\s{{1,4}})?
             | (?P<FISCAL_YEAR>{_BUDGET}) [\s:]{{0,4}} )
        (?P<year>20\d\d) (?!\d|[.,/]\d|\s*[–—-]\s*20\d\d)""",
    re.VERBOSE | re.IGNORECASE,
)


# whatever is cited: Nomor 23 Tahun 2014, No. 050/12/2016 tanggal 3 Mei 2016
CITATION = re.compile(
    r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]{1,40}\s+(?:tahun|tanggal\s+\d{1,2}\s+[^\W\d_]+)\s+(?:19|20)\d\d",
    re.IGNORECASE,
)

_IN_BRACKETS = re.compile(r"\s{0,4}\(\s?(?P<short>[A-Za-z]{3,8})\s?\)")


@cache
def plan_kind_pattern() -> tuple[re.Pattern[str], dict[str, PlanKind]]:
    """Compile the phrases of data/plan_kinds.toml, longest first, and give the kind of each folded phrase."""
    source = files("selaras.extractors").joinpath("data", "plan_kinds.toml").read_text(encoding="utf-8")
    kinds = {
        phrase.casefold(): PlanKind(kind)
        for kind, phrases in tomllib.loads(source).items()
        for phrase in phrases
    }
    phrases = sorted(kinds, key=len, reverse=True)
    joined = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE), kinds


def find_plan_kinds(text: str) -> Iterator[Mention]:
    """Find names of plans; the label is the `PlanKind`.

    A short name in brackets decides what the name before it means: "Rencana Kerja Pemerintah (RKPD)".
    """
    pattern, _ = plan_kind_pattern()
    for match in pattern.finditer(text):
        yield Mention(match.start(), match.end(), _short_behind(text, match) or _kind_named(match.group()))


def _short_behind(text: str, name: re.Match[str]) -> PlanKind | None:
    """The kind of a short name in brackets behind a name of several words."""
    short = _IN_BRACKETS.match(text, name.end()) if len(name.group().split()) > 1 else None
    return plan_kind_pattern()[1].get(short["short"].casefold()) if short else None


def _kind_named(phrase: str) -> PlanKind:
    return plan_kind_pattern()[1][" ".join(phrase.casefold().split())]


def find_periods(text: str) -> Iterator[tuple[Mention, Period]]:
    """Find spans of years that run forward and at most 25 years."""
    for match in PERIOD.finditer(text):
        start, end = int(match["start"]), int(match["end"])
        if start < end <= start + 25:
            yield Mention(match.start(), match.end(), "PERIOD"), Period(start, end)


def find_years(text: str) -> Iterator[tuple[Mention, Period]]:
    """Find years that stand alone, as periods of one year."""
    for match in YEAR.finditer(text):
        year = int(match.group())
        yield Mention(match.start(), match.end(), "YEAR"), Period(year, year)


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A fiscal year, a quarter or a semester; `number` is that of the last two: II of Triwulan II."""

    start: int
    end: int
    label: str
    year: int
    number: str | None


def find_parts_of_years(text: str) -> Iterator[PartOfYear]:
    """Find fiscal years (FISCAL_YEAR), quarters (QUARTER) and semesters (SEMESTER) with their year."""
    for match in PART_OF_YEAR.finditer(text):
        label = next(kind for kind in ("QUARTER", "SEMESTER", "FISCAL_YEAR") if match[kind])
        yield PartOfYear(match.start(), match.end(), label, int(match["year"]), match["number"])


def find_citations(text: str) -> Iterator[Mention]:
    """Find regulations and letters cited with number and year, whatever their kind."""
    yield from (Mention(found.start, found.end, "CITATION") for found in find_regulations(text))
    yield from (Mention(match.start(), match.end(), "CITATION") for match in CITATION.finditer(text))
