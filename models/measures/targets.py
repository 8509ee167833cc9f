"""Whether a target asks for less or for more than that of another plan for the same year.

Precision goes first: nothing is said unless both values are plain numbers or ranges of the same unit and
year, without a footnote (it may tell of a new method), and it is known which way is better. Ranges must lie
apart as a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from selaras.models.catalogue import Catalogue
from selaras.models.concepts import Concept
from selaras.models.ids import fold
from selaras.models.indicator_names import UnitKind, unit_kind
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.measures.forms import measure_form
from selaras.models.values import Value, ValueKind

MEASURED = frozenset({ValueKind.NUMBER, ValueKind.RANGE, ValueKind.BOUND})
PERCENT = frozenset({"", "persen", "persentase", "percent"})  # folded; "%" folds to nothing


class Standing(StrEnum):
    """How a target stands to that of another plan."""

    WEAKER = "weaker"  # asks for less
    STRONGER = "stronger"  # asks for more


@dataclass(frozen=True, slots=True)
class TargetComparison:
    """Two targets for the same year, and how the first stands to the second."""

    year: int
    own: YearlyValue
    other: YearlyValue
    standing: Standing


def compare_targets(own: Indicator, other: Indicator, catalogue: Catalogue) -> list[TargetComparison]:
    """Compare the targets of indicators that measure the same, by year, without equal and unclear ones."""
    direction = _common_direction(own, other, catalogue)
    if direction is None:
        return []
    owns, others = _by_year(own), _by_year(other)
    shared = sorted(owns.keys() & others.keys())
    found = (_compare(year, (own, owns[year]), (other, others[year]), direction) for year in shared)
    return [comparison for comparison in found if comparison]


def better_direction(indicator: Indicator, catalogue: Catalogue) -> Direction | None:
    """Which way is better: as the plan says, or else as the catalogue does."""
    concept = _concept(indicator, catalogue)
    listed = concept.direction if concept and concept.direction in set(Direction) else None
    return indicator.direction or (Direction(listed) if listed else None)


def _concept(indicator: Indicator, catalogue: Catalogue) -> Concept | None:
    """What is measured: the form of the concept that the name stands for, which may be better the other way.

    A rank is better the smaller it is, a score the larger: one printed for the other tells no direction.
    """
    if not indicator.concept:
        return None
    form = measure_form(indicator.name, indicator.concept, catalogue) or catalogue.get(indicator.concept)
    kinds = {unit_kind(indicator.unit), unit_kind(form.unit if form else None)} - {None}
    return None if UnitKind.RANK in kinds and len(kinds) > 1 else form


def _common_direction(own: Indicator, other: Indicator, catalogue: Catalogue) -> Direction | None:
    known = {better_direction(one, catalogue) for one in (own, other)} - {None}
    return known.pop() if len(known) == 1 else None


def _by_year(indicator: Indicator) -> Mapping[int, YearlyValue]:
    """The target of each year; the yearly column goes before that for the end of the period."""
    ranked = sorted(indicator.targets, key=lambda target: target.final)
    return {target.year: target for target in reversed(ranked) if target.year is not None}


def _compare(
    year: int, own: tuple[Indicator, YearlyValue], other: tuple[Indicator, YearlyValue], direction: Direction
) -> TargetComparison | None:
    (indicator, target), (their_indicator, their_target) = own, other
    value, theirs = target.value, their_target.value
    if not (_is_plain(value) and _is_plain(theirs)):
        return None
    if _unit_key(indicator, value) != _unit_key(their_indicator, theirs) or not _unit_key(indicator, value):
        return None
    standing = _standing(value, theirs, direction)
    return TargetComparison(year, target, their_target, standing) if standing else None


def _is_plain(value: Value) -> bool:
    return value.kind in MEASURED and not value.ambiguous and value.footnote is None and not value.parts


def _standing(value: Value, theirs: Value, direction: Direction) -> Standing | None:
    below = value.high is not None and theirs.low is not None and value.high < theirs.low
    above = value.low is not None and theirs.high is not None and value.low > theirs.high
    if not below and not above:
        return None
    return Standing.WEAKER if below == (direction is Direction.UP) else Standing.STRONGER


def _unit_key(indicator: Indicator, value: Value) -> str | None:
    """The unit in one spelling; None where none is printed or it has no letter."""
    printed = indicator.unit or value.unit
    if not printed or (not fold(printed) and "%" not in printed):
        return None
    return "%" if fold(printed) in PERCENT else fold(printed)
