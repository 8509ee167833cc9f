"""Years of columns: `Tahun 1..n` by the period, years of the past, years that a head misprints."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.rows.columns import Column, Role
from selaras.models.documents import Period

FEWEST_YEARS = 3

_TITLE_PERIOD = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[-–—]|s\.?\s?/?d\.?|sampai(?:\s+dengan)?)\s*((?:19|20)\d\d)\b", re.IGNORECASE
)


def resolve_years(columns: Sequence[Column], *periods: Period | None) -> tuple[Column, ...]:
    """Put calendar years in place of `Tahun 1..n` by the first period that has just as many; never guess.

    A period of one year more counts from its second where a column holds the state at its start (Tahun 0).
    """
    last = max((column.order or 0 for column in columns), default=0)
    starts = (start for period in periods if period and (start := _start(columns, last, period)))
    start = next(starts, None)
    resolved = tuple(_with_year(column, start) for column in columns) if start else tuple(columns)
    return _by_position(resolved, periods)


def _start(columns: Sequence[Column], last: int, period: Period) -> int | None:
    """The year before `Tahun 1`, counted in a period; None where their numbers do not fit."""
    length = period.end - period.start + 1
    if last == length:
        return period.start - 1
    based = any(column.role is Role.BASELINE and column.year is None for column in columns)
    return period.start if based and last + 1 == length else None


def _with_year(column: Column, start: int) -> Column:
    return replace(column, year=start + column.order) if column.order and column.year is None else column


def _by_position(columns: Sequence[Column], periods: Sequence[Period | None]) -> tuple[Column, ...]:
    """Years in their order where a head prints one twice: `2025 | 2026 | 2026` is misprinted."""
    targets = [column for column in columns if column.role is Role.TARGET and column.year]
    years = [column.year or 0 for column in targets]
    alike = len({_without_digits(column.head) for column in targets}) == 1
    if len(set(years)) == len(years) or len(years) < FEWEST_YEARS or not alike:
        return tuple(columns)
    first = _first_year(years, periods)
    meant = {column.index: first + place for place, column in enumerate(targets)} if first else {}
    return tuple(replace(column, year=meant.get(column.index, column.year)) for column in columns)


def _first_year(years: Sequence[int], periods: Sequence[Period | None]) -> int | None:
    """The year that all but one count from; where all are one year, the start of a period as long."""
    if len(set(years)) == 1:
        fits = (p.start for p in periods if p and p.end - p.start + 1 == len(years) and p.start == years[0])
        return next(fits, None)
    first, count = Counter(year - place for place, year in enumerate(years)).most_common(1)[0]
    return first if count == len(years) - 1 else None


def _without_digits(head: str) -> str:
    return re.sub(r"\d", "", head)


def find_period(title: str) -> Period | None:
    """The period that a caption prints last: "Tahun 2025-2029", "2025 s.d. 2029"."""
    found = [*_TITLE_PERIOD.finditer(title)]
    return Period(int(found[-1][1]), int(found[-1][2])) if found and found[-1][1] < found[-1][2] else None


def without_past(columns: Sequence[Column], period: Period | None) -> tuple[Column, ...]:
    """Bare years that all lie before a period of several years tell what was, not what is aimed at."""
    bare = [column.year for column in columns if column.bare and column.year]
    if period is None or period.start == period.end or not bare or max(bare) >= period.start:
        return tuple(columns)
    return tuple(replace(column, role=Role.REALISATION) if column.bare else column for column in columns)
