"""All indicators of a chain of plans beside those of the plans above, the nearest plan first.

A plan farther up is asked only about indicators for which no nearer one has a counterpart: the regency's
number of mothers' deaths meets the rate of the province's long plan where its medium plan has none.
"""

from collections.abc import Iterable, Mapping, Sequence

from selaras.models.catalogue import Catalogue
from selaras.models.chain import current_plans, serving_pairs
from selaras.models.ids import DocumentId, StatementId
from selaras.models.indicators import Indicator
from selaras.models.links import Link, LinkState, is_likely
from selaras.models.measures.matching import MeasureMatch
from selaras.models.measures.pairing import Comparison, Side, as_same, compare_sides, read_side
from selaras.models.measures.related import Served
from selaras.models.plans import Plan
from selaras.models.relations import Relation

Above = Mapping[DocumentId, Sequence[DocumentId]]


def compare_chain(
    plans: Iterable[Plan], catalogue: Catalogue, links: Iterable[Link] = ()
) -> tuple[Comparison, ...]:
    """Compare the indicators of all current plans, plan by plan.

    What people said of the links goes before what names tell: pairs that they rejected are left out, and
    those that they confirmed are certain.
    """
    current = current_plans(plans)
    listed = list(links)
    sides = {plan.document.sha256: read_side(plan, catalogue) for plan in current}
    above = _above(current)
    served = _served(listed)
    found = [pair for key in sides for pair in _climb(sides[key], sides, above, catalogue, served)]
    return tuple(_decide(found, listed, sides, catalogue))


def _decide(
    found: Iterable[Comparison], links: Iterable[Link], sides: Mapping[DocumentId, Side], catalogue: Catalogue
) -> list[Comparison]:
    """Lay the decisions of people upon what was found."""
    decided = {
        (one.source, one.target): one
        for one in links
        if one.relation is Relation.SAME_MEASURE_AS and one.state in (LinkState.CONFIRMED, LinkState.REJECTED)
    }
    left = [pair for pair in found if (pair.own.id, pair.other.id) not in decided]
    confirmed = (_confirmed(one, sides, catalogue) for one in decided.values())
    return [*left, *(pair for pair in confirmed if pair)]


def _confirmed(link: Link, sides: Mapping[DocumentId, Side], catalogue: Catalogue) -> Comparison | None:
    """The pair of a confirmed link; None for a rejected one, and where an end is in no current plan."""
    ends = (link.source, link.source_passage.document), (link.target, link.target_passage.document)
    found = [(one, sides[of].document) for end, of in ends if of in sides and (one := _find(sides[of], end))]
    if link.state is LinkState.REJECTED or len(found) < len(ends):
        return None
    (own, below), (other, above) = found
    return as_same(MeasureMatch(own, other, 1.0, link.reasons), catalogue, (below, above))


def _find(side: Side, end: str) -> Indicator | None:
    return next((one.indicator for one in side.measures if one.indicator.id == end), None)


def _above(plans: Iterable[Plan]) -> Above:
    found: dict[DocumentId, list[DocumentId]] = {}
    for source, target in serving_pairs(plan.document for plan in plans):
        found.setdefault(source.sha256, []).append(target.sha256)
    return found


def _served(links: Iterable[Link]) -> Served:
    likely = [one for one in links if one.relation is Relation.SERVES and is_likely(one)]
    return {(StatementId(one.source), StatementId(one.target)): one.probability for one in likely}


def _climb(
    own: Side, sides: Mapping[DocumentId, Side], above: Above, catalogue: Catalogue, served: Served
) -> list[Comparison]:
    """Compare with the plans that are served, then with those that they serve, while anything is left."""
    found: list[Comparison] = []
    seen, steps = {own.document.sha256}, list(above.get(own.document.sha256, ()))
    rest = own
    while steps and rest.measures:
        for key in dict.fromkeys(steps):
            found += compare_sides(rest, sides[key], catalogue, served=served)
        seen.update(steps)
        steps = [key for step in steps for key in above.get(step, ()) if key not in seen]
        rest = _without(rest, found)
    return found


def _without(side: Side, found: Iterable[Comparison]) -> Side:
    met = {pair.own.id for pair in found}
    left = tuple(one for one in side.measures if one.indicator.id not in met)
    return Side(side.document, left, side.results)
