"""The model of a printed value."""

from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """What a printed value is."""

    NUMBER = "number"
    RANGE = "range"
    BOUND = "bound"  # one side is open: at least, below, ...
    PREDICATE = "predicate"  # a grade, an opinion, a word: BB, WTP, CC keatas
    MISSING = "missing"  # the page says that there is none: N/A, -, an empty cell
    RANK = "rank"
    UNREADABLE = "unreadable"  # not understood; the text is all there is


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value and its reading.

    `low` equals `high` for a number; a bound has None on its open side. Amounts are at full size:
    `13,68 juta` is 13680000. Raises ValueError where `low` is above `high`.
    """

    text: str  # as printed, exactly
    kind: ValueKind
    low: float | None = None
    high: float | None = None
    unit: str | None = None  # printed in the value: %, Rp, tahun, per 100.000 penduduk
    label: str | None = None  # the grade or word: BB in "Predikat BB", A in "81 (A)"
    year: int | None = None  # of "79,51 (2023)"; the last year of a period
    first_year: int | None = None  # only where a period is printed: 2025 of "(2025-2029)"
    footnote: str | None = None  # the mark without its bracket: a in "3,68a)"
    parts: tuple["Value", ...] = ()  # several values in one cell; low and high are then None
    ambiguous: bool = False  # the print allows another number: 9.582 is 9582 here, 9,582 elsewhere

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high} in {self.text!r}")
