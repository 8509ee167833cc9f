"""Whether a target asks for less or for more than that of another plan for the same year.

Precision goes first: nothing is said unless both values are plain numbers or ranges for the same year, in one
unit or in two with a factor between them, without a footnote (it may tell of a new method), and it is known
which way is better. Ranges must lie apart as a whole, and numbers by more than their rounding.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from selaras.models.catalogue import Catalogue
from selaras.models.concepts import Concept, ConceptSource
from selaras.models.ids import fold
from selaras.models.indicator_names import UnitKind, unit_kind
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.measures.aspects import aspects
from selaras.models.measures.figures import Figure, figure, is_below
from selaras.models.measures.forms import measure_form
from selaras.models.measures.units import Unit, UnitMatch, compare_units, read_unit

EVERY_SOURCE = frozenset(ConceptSource)
COMPARABLE = frozenset({UnitMatch.SAME, UnitMatch.CONVERTIBLE})


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
    direction = common_direction(own, other, catalogue)
    if direction is None or not share_a_unit(own, other):
        return []
    found = (_compare((own, other), row, direction) for row in shared(own, other))
    return [comparison for comparison in found if comparison]


def shared(own: Indicator, other: Indicator) -> list[tuple[int, YearlyValue, YearlyValue]]:
    """The years for which both have a target, in order, with both."""
    owns, others = _by_year(own), _by_year(other)
    return [(year, owns[year], others[year]) for year in sorted(owns.keys() & others.keys())]


def standing(value: Figure, theirs: Figure, direction: Direction) -> Standing | None:
    """How a value stands to another; None where they touch."""
    below, above = is_below(value, theirs), is_below(theirs, value)
    if not below and not above:
        return None
    return Standing.WEAKER if below == (direction is Direction.UP) else Standing.STRONGER


def common_direction(own: Indicator, other: Indicator, catalogue: Catalogue) -> Direction | None:
    """Which way is better for both; None where that is not known, or they disagree."""
    known = {better_direction(one, catalogue) for one in (own, other)} - {None}
    return known.pop() if len(known) == 1 else None


def better_direction(indicator: Indicator, catalogue: Catalogue) -> Direction | None:
    """Which way is better: as the plan says, or else as the catalogue does."""
    concept = _concept(indicator, catalogue)
    listed = concept.direction if concept and concept.direction in set(Direction) else None
    return indicator.direction or (Direction(listed) if listed else None)


def _concept(indicator: Indicator, catalogue: Catalogue) -> Concept | None:
    """What is measured: the form of the concept that the name stands for, which may be better the other way.

    A rank is better the smaller it is, a score the larger: one printed for the other tells no direction.
    """
    code = indicator.concept or catalogue.resolve(indicator.name, indicator.unit, sources=EVERY_SOURCE).code
    if not code:
        return None
    form = measure_form(indicator.name, code, catalogue) or catalogue.get(code)
    kinds = {unit_kind(indicator.unit), unit_kind(form.unit if form else None)} - {None}
    return None if UnitKind.RANK in kinds and len(kinds) > 1 else form


def _by_year(indicator: Indicator) -> Mapping[int, YearlyValue]:
    """The target of each year; the yearly column goes before that for the end of the period."""
    ranked = sorted(indicator.targets, key=lambda target: target.final)
    return {target.year: target for target in reversed(ranked) if target.year is not None}


def _compare(
    pair: tuple[Indicator, Indicator], row: tuple[int, YearlyValue, YearlyValue], direction: Direction
) -> TargetComparison | None:
    year, mine, theirs = row
    if mine.value.footnote or theirs.value.footnote:
        return None
    first, second = (
        figure(one.value, printed_unit(of, one)) for of, one in zip(pair, (mine, theirs), strict=True)
    )
    found = standing(first, second, direction) if first and second else None
    return TargetComparison(year, mine, theirs, found) if found else None


def printed_unit(indicator: Indicator, value: YearlyValue | None = None) -> Unit | None:
    """The unit as it is printed with the indicator or in its name, or else in a value of it."""
    return aspects(indicator.name, indicator.unit).unit or read_unit(value.value.unit if value else None)


def share_a_unit(own: Indicator, other: Indicator) -> bool:
    """Whether the units are one, or a factor leads from one to the other; unknown words must be the same."""
    first, second = (printed_unit(one, next(iter(one.targets), None)) for one in (own, other))
    if first is None and second is None:
        return bool(fold(own.unit or "")) and fold(own.unit or "") == fold(other.unit or "")
    return compare_units(first, second) in COMPARABLE
