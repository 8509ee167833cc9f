"""Mentions of plans, periods, agencies and regulations in running text, found by declared patterns.

Each `find_*` takes any text and returns mentions in the order of the text; none is ever an error.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selaras.models.documents import Period, PlanKind


@dataclass(frozen=True, slots=True)
class Mention:
    """Where something is mentioned in a text, half-open, and what it is."""

    start: int
    end: int
    label: str


# 2025-2029, 2013 – 2018, 2025 s.d. 2029, 2025/2029 is no period
PERIOD = re.compile(
    r"""(?<![\d.,/]) (?P<start>(?:19|20)\d\d)
        \s* (?:-|–|—|s\.?d\.?|s/d|sampai(?:\ dengan)?|hingga) \s*
        (?P<end>20\d\d) (?![\d.,/]\d|\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# a year that stands alone: Tahun 2017, T.A. 2016, bare 2024
# (a running head may join it to a name: Arunika-2016)
YEAR = re.compile(
    r"(?<![\d.,/])(?<!\d[–—-])(?<!\d\s[–—-])(?<!\d\s[–—-]\s)20\d\d(?!\d|[.,/]\d|\s*[–—-]\s*20\d\d)"
)
# UU Nomor 59 Tahun 2024, Perda No. 2/2025, Permendagri 86 Tahun 2017, PermenPANRB 88/2021
REGULATION = re.compile(
    r"""\b (?: Undang[\s-]*undang | UU | Peraturan\s+(?:Pemerintah|Presiden|Menteri(?:\s+[A-Z]\w+){1,6}|Daerah
              (?:\s+(?:Provinsi|Kabupaten|Kota)(?:\s+[A-Z]\w+){1,3})? | Gubernur(?:\s+[A-Z]\w+){1,3}
              | Bupati(?:\s+[A-Z]\w+){1,3} | Wali\s?kota(?:\s+[A-Z]\w+){1,3})
            | PP | Perpres | Perda | Pergub | Perbup | Perwali | Permen\w+ | Kepmen\w+ | Inmendagri
            | Instruksi\s+Menteri\s+Dalam\s+Negeri | PKPU )
        \s+ (?:RI\s+|Republik\s+Indonesia\s+)? (?: (?:Nomor|No\.?)\s* )?
        \d+[\w.-]* \s* (?: /\s*\d{4} | \s+Tahun\s+\d{4} )""",
    re.VERBOSE | re.IGNORECASE,
)


# whatever is cited: Nomor 23 Tahun 2014, No. 050/12/2016 tanggal 3 Mei 2016
CITATION = re.compile(
    r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]{1,40}\s+(?:tahun|tanggal\s+\d{1,2}\s+[^\W\d_]+)\s+(?:19|20)\d\d",
    re.IGNORECASE,
)


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
    """Find names of plans; the label is the `PlanKind`."""
    pattern, kinds = plan_kind_pattern()
    for match in pattern.finditer(text):
        yield Mention(match.start(), match.end(), kinds[" ".join(match.group().casefold().split())])


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


def find_regulations(text: str) -> Iterator[Mention]:
    """Find regulations cited with number and year."""
    return (Mention(match.start(), match.end(), "REGULATION") for match in REGULATION.finditer(text))


def find_citations(text: str) -> Iterator[Mention]:
    """Find regulations and letters cited with number and year, whatever their kind."""
    for pattern in (REGULATION, CITATION):
        yield from (Mention(match.start(), match.end(), "CITATION") for match in pattern.finditer(text))
