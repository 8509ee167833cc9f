"""All indicators of a chain of plans beside those of the plans above, the nearest plan first.

A plan farther up is asked only about indicators for which no nearer one has a counterpart: the regency's
number of mothers' deaths meets the rate of the province's long plan where its medium plan has none.
"""

from collections.abc import Iterable, Mapping, Sequence

from selaras.models.catalogue import Catalogue
from selaras.models.chain import current_plans, serving_pairs
from selaras.models.ids import DocumentId, StatementId
from selaras.models.links import Link, LinkState, is_likely
from selaras.models.measures.pairing import Comparison, Side, compare_sides, read_side
from selaras.models.measures.related import Served
from selaras.models.plans import Plan
from selaras.models.relations import Relation

Above = Mapping[DocumentId, Sequence[DocumentId]]


def compare_chain(
    plans: Iterable[Plan], catalogue: Catalogue, links: Iterable[Link] = ()
) -> tuple[Comparison, ...]:
    """Compare the indicators of all current plans, plan by plan; pairs that people rejected are left out."""
    current = current_plans(plans)
    listed = list(links)
    sides = {plan.document.sha256: read_side(plan, catalogue) for plan in current}
    above = _above(current)
    served = _served(listed)
    rejected = {(one.source, one.target) for one in listed if one.state is LinkState.REJECTED}
    found = [pair for key in sides for pair in _climb(sides[key], sides, above, catalogue, served)]
    return tuple(pair for pair in found if (pair.own.id, pair.other.id) not in rejected)


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
