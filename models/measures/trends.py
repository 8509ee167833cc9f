"""Which way the values of an indicator move from the baseline to the last target, and which way is better."""

from collections.abc import Sequence
from itertools import pairwise

from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.measures.figures import Figure, figure, is_below
from selaras.models.measures.units import Unit

ENOUGH_TARGETS = 3  # that show a trend by themselves: a new method often sets the baseline apart
CLEARLY = 0.7  # share of the steps that must go the way of the whole


def trend_of(indicator: Indicator, unit: Unit | None) -> Direction | None:
    """The way that the targets move; None where they stay, turn back, or are too few to tell.

    A value with a footnote is left out, since it may be measured in a new way.
    """
    points = _points(indicator, unit)
    if len(points) < 2 or not (way := _way(points[0], points[-1])):
        return None
    steps = [step for one, next_one in pairwise(points) if (step := _way(one, next_one))]
    return way if steps and steps.count(way) >= CLEARLY * len(steps) else None


def _points(indicator: Indicator, unit: Unit | None) -> list[Figure]:
    targets = _figures([one for one in indicator.targets if not one.final] or indicator.targets, unit)
    if len(targets) >= ENOUGH_TARGETS or indicator.baseline is None:
        return targets
    return [*_figures([indicator.baseline], unit), *targets]


def _figures(values: Sequence[YearlyValue], unit: Unit | None) -> list[Figure]:
    plain = (figure(one.value, unit) for one in values if one.value.footnote is None)
    return [one for one in plain if one]


def _way(one: Figure, other: Figure) -> Direction | None:
    if is_below(one, other):
        return Direction.UP
    return Direction.DOWN if is_below(other, one) else None
