"""Links between plans: which statement serves which, which indicators measure the same or contradict."""

from collections.abc import Iterable, Iterator

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.matching import Match, Matcher, build_matcher
from selaras.models.alignment.scoring import LinkWeights
from selaras.models.catalogue import Catalogue
from selaras.models.chain import current_plans, serving_pairs
from selaras.models.ids import LinkId
from selaras.models.links import Link, link_id
from selaras.models.measures.contradiction import contradiction
from selaras.models.measures.difference import Difference
from selaras.models.measures.matching import MeasureMatch, match_indicators
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.relations import Relation, may_join
from selaras.models.statements import Statement


def link_plans(
    plans: Iterable[Plan],
    catalogue: Catalogue,
    *,
    regions: RegionTable | None = None,
    weights: LinkWeights | None = None,
    analysis: Analysis | None = None,
) -> tuple[Link, ...]:
    """Propose all links between the current plans, by id.

    Neither the order of the plans nor linking twice changes the result: ids and probabilities are the same.
    Only documents of which one may serve the other are compared (see `selaras.models.chain`).
    """
    current = current_plans(plans)
    by_id = {plan.document.sha256: plan for plan in current}
    matcher = build_matcher(current, regions=regions, weights=weights, analysis=analysis)
    best: dict[LinkId, Link] = {}
    for source, target in serving_pairs(plan.document for plan in current):
        for link in _link_pair(matcher, by_id[source.sha256], by_id[target.sha256], catalogue):
            known = best.get(link.id)
            if known is None or link.probability > known.probability:
                best[link.id] = link
    return tuple(best[key] for key in sorted(best))


def _link_pair(matcher: Matcher, source: Plan, target: Plan, catalogue: Catalogue) -> Iterator[Link]:
    for statement in source.statements:
        for match in matcher.matches(statement, target.document.sha256):
            if may_join(Relation.SERVES, statement.kind, match.target.kind):
                yield _serves(statement, match)
    for measure in match_indicators(source.indicators, target.indicators, catalogue):
        yield _same_measure(measure)
        if found := contradiction(measure, catalogue):
            yield _contradicts(measure, *found)


def _serves(source: Statement, match: Match) -> Link:
    return Link(
        link_id(Relation.SERVES, source.id, match.target.id),
        Relation.SERVES,
        source.id,
        match.target.id,
        match.probability,
        match.reasons,
        source.passage,
        match.target.passage,
    )


def _same_measure(match: MeasureMatch) -> Link:
    return Link(
        link_id(Relation.SAME_MEASURE_AS, match.source.id, match.target.id),
        Relation.SAME_MEASURE_AS,
        match.source.id,
        match.target.id,
        match.probability,
        match.reasons,
        match.source.passage,
        match.target.passage,
    )


def _contradicts(match: MeasureMatch, probability: float, difference: Difference) -> Link:
    return Link(
        link_id(Relation.CONTRADICTS, match.source.id, match.target.id),
        Relation.CONTRADICTS,
        match.source.id,
        match.target.id,
        probability,
        (difference.message,),
        match.source.passage,
        match.target.passage,
    )
