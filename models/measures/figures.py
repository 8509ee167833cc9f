"""Printed values of an indicator as intervals in plain units, with how finely they are printed.

    figure(parse_value("9,60"), read_unit("%"))   # Figure(low=0.096, high=0.096, step=0.0001)

Two figures differ only by more than the coarser of the two prints: 9,6 and 9,58 may be one.
"""

import re
from dataclasses import dataclass
from math import floor, inf, log10

from selaras.models.measures.units import Unit
from selaras.models.values import Value, ValueKind

MEASURED = frozenset({ValueKind.NUMBER, ValueKind.RANGE, ValueKind.BOUND})
NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
DECIMALS = re.compile(r"[.,](\d{1,2})$")
MAGNITUDES = re.compile(r"\b(?:ribu|juta|jt|mil[iy]ar|tril[iy]un)", re.IGNORECASE)
SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Figure:
    """From `low` to `high` in the plain unit; infinite on an open side. `step` is the last printed digit."""

    low: float
    high: float
    step: float

    @property
    def middle(self) -> float:
        """The value itself, or the middle of a range; the closed side of a bound."""
        if self.low == -inf or self.high == inf:
            return self.high if self.low == -inf else self.low
        return (self.low + self.high) / 2


def figure(value: Value, unit: Unit | None) -> Figure | None:
    """Read a value in plain units; None unless it is one plain number, range or bound that is not in doubt.

    A footnote is no obstacle: whether it tells of another method is asked apart.
    """
    if value.kind not in MEASURED or value.ambiguous or value.parts:
        return None
    factor = unit.factor if unit and not MAGNITUDES.search(value.text) else 1.0
    low = -inf if value.low is None else value.low * factor
    high = inf if value.high is None else value.high * factor
    return Figure(low, high, _step(value) * factor)


def is_below(one: Figure, other: Figure) -> bool:
    """Tell whether the whole of one lies below the other by more than rounding explains."""
    return other.low - one.high > _rounding(one, other)


def is_equal(one: Figure, other: Figure) -> bool:
    """Tell whether both may be one figure, rounded."""
    room = _rounding(one, other)
    return abs(one.low - other.low) <= room and abs(one.high - other.high) <= room


def ratio(one: Figure, other: Figure) -> float | None:
    """How many times as large one is; None where either is nothing or open."""
    first, second = one.middle, other.middle
    return first / second if first and second and first * second > 0 else None


def _rounding(one: Figure, other: Figure) -> float:
    return 0.5 * max(one.step, other.step) * (1 + SLACK) if one.step != other.step else SLACK * one.step


def _step(value: Value) -> float:
    """The value of the last printed digit: 0.01 for 9,60, 1 for 184.500, 10000 for 13,68 juta."""
    numerals = NUMERAL.findall(value.text)
    bounds = [bound for bound in (value.low, value.high) if bound]
    steps = [_one_step(numeral, bound) for numeral in numerals for bound in bounds]
    known = [step for step in steps if step]
    return min(known) if known else min(map(_shown_step, numerals), default=1.0)


def _shown_step(numeral: str) -> float:
    """The step by the decimals alone, for a bound that is printed as no numeral: 1,5 of 2,5±1."""
    decimals = DECIMALS.search(numeral)
    return float(10.0 ** -len(decimals[1])) if decimals else 1.0


def _one_step(numeral: str, bound: float) -> float | None:
    """The step, if the numeral prints this bound."""
    digits = int(re.sub(r"\D", "", numeral))
    if not digits:
        return None
    step = abs(bound) / digits
    exponent = floor(log10(step) + 0.5)
    exact: float = 10.0**exponent
    return exact if abs(step / exact - 1) < SLACK else None
