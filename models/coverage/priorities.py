"""The codes of the national framework (IE1 to IE17, PN1 to PN8, ...) for the national plans of a chain.

The packaged plans bear them. In an RPJPN or RPJMN that was read, a statement has the code of the item whose
text it has, or else of the one that it most surely means; each item and each statement has its code once.
"""

from collections.abc import Iterable, Iterator, Sequence

from selaras.models.alignment.matching import build_matcher
from selaras.models.framework_plans import framework_plans, law_of, stands_in
from selaras.models.ids import StatementId, fold
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.statements import Statement

SURE = 0.75  # a less probable match gives no code: a wrong one would misname a priority


def find_codes(plans: Iterable[Plan], *, regions: RegionTable | None = None) -> dict[StatementId, str]:
    """The codes of statements of the national plans, in the order of the framework."""
    given = list(plans)
    codes: dict[StatementId, str] = {}
    for packaged in framework_plans():
        for plan in given:
            if plan.document.sha256 == packaged.document.sha256:
                codes |= {one.id: one.number for one in packaged.statements if one.number}
            elif law_of(plan.document.sha256) is None and stands_in(plan, packaged.document):
                codes |= _resolve(packaged, plan, regions)
    return codes


def _resolve(packaged: Plan, plan: Plan, regions: RegionTable | None) -> dict[StatementId, str]:
    """The codes of a plan that was read: the surest pair of an item and a statement comes first."""
    items = [one for one in packaged.statements if one.number]
    pairs = [*_equal(items, plan.statements), *_alike(items, packaged, plan, regions)]
    chosen: dict[str, StatementId] = {}
    for _, code, node in sorted(pairs, key=lambda pair: -pair[0]):
        if code not in chosen and node not in chosen.values():
            chosen[code] = node
    return {chosen[one.number]: one.number for one in items if one.number in chosen}


def _equal(
    items: Sequence[Statement], statements: Sequence[Statement]
) -> Iterator[tuple[float, str, StatementId]]:
    texts = {fold(one.text): one.id for one in reversed(statements) if one.owner is None}
    return ((1.0, one.number or "", texts[fold(one.text)]) for one in items if fold(one.text) in texts)


def _alike(
    items: Sequence[Statement], packaged: Plan, plan: Plan, regions: RegionTable | None
) -> Iterator[tuple[float, str, StatementId]]:
    matcher = build_matcher([packaged, plan], regions=regions)
    for one in items:
        for match in matcher.matches(one, plan.document.sha256):
            if match.probability >= SURE:
                yield match.probability, one.number or "", match.target.id
