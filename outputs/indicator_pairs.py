"""Indicators that measure the same in two plans, and how they differ: another unit, a weaker target."""

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.models.catalogue import Catalogue
from selaras.models.documents import PlanningDocument
from selaras.models.indicators import Indicator
from selaras.models.links import Link, LinkState
from selaras.models.measures.targets import Standing, TargetComparison, compare_targets
from selaras.models.relations import Relation
from selaras.outputs.overview_rows import LinkGroup, Overview, group_links

UNIT_DIFFERS = "link.unit_differs"  # the reason that the linker gives


@dataclass(frozen=True, slots=True)
class IndicatorPair:
    """An indicator of `source_plan` and the one that measures the same in the plan that it serves."""

    link: Link
    source: Indicator
    target: Indicator
    source_plan: PlanningDocument
    target_plan: PlanningDocument
    unit_differs: bool
    weaker: tuple[TargetComparison, ...]


def find_pairs(overview: Overview, catalogue: Catalogue) -> list[IndicatorPair]:
    """All pairs of indicators that measure the same, by plan; rejected and improbable ones are no pairs."""
    groups = group_links(overview, [Relation.SAME_MEASURE_AS])
    return [pair for group in groups for pair in _pairs(group, catalogue)]


def differing(pairs: Iterable[IndicatorPair]) -> list[IndicatorPair]:
    """Those whose unit differs or whose target is weaker."""
    return [pair for pair in pairs if pair.unit_differs or pair.weaker]


def _pairs(group: LinkGroup, catalogue: Catalogue) -> Iterable[IndicatorPair]:
    for row in group.rows:
        source, target = row.source, row.target
        rejected = row.link.state is LinkState.REJECTED
        if not rejected and isinstance(source, Indicator) and isinstance(target, Indicator):
            compared = compare_targets(source, target, catalogue)
            yield IndicatorPair(
                row.link,
                source,
                target,
                group.source,
                group.target,
                any(reason.code == UNIT_DIFFERS for reason in row.link.reasons),
                tuple(found for found in compared if found.standing is Standing.WEAKER),
            )
