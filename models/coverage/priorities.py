"""The codes of the national framework (IE1 to IE17, PN1 to PN8, ...) for the national plans of a chain.

The packaged plans bear them. In an RPJPN or RPJMN that was read, a statement has the code of the item whose
text it has, or else of the one that it most surely means, which is a guess and says how probable it is; each
item and each statement has its code once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selaras.models.alignment.matching import build_matcher
from selaras.models.framework_plans import framework_plans, law_of, stands_in
from selaras.models.ids import StatementId, fold
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.statements import Statement

SURE = 0.75  # a less probable match gives no code: a wrong one would misname a priority


@dataclass(frozen=True, slots=True)
class NationalCode:
    """A code of the framework; `probability` (0 to 1) where it is a guess, None where the text says it."""

    name: str
    probability: float | None = None

    @property
    def sureness(self) -> float:
        """How sure it is, to compare codes by."""
        return 1.0 if self.probability is None else self.probability


Pair = tuple[NationalCode, StatementId]


def find_codes(
    plans: Iterable[Plan], *, regions: RegionTable | None = None
) -> dict[StatementId, NationalCode]:
    """The codes of statements of the national plans, in the order of the framework."""
    given = list(plans)
    codes: dict[StatementId, NationalCode] = {}
    for packaged in framework_plans():
        for plan in given:
            if plan.document.sha256 == packaged.document.sha256:
                codes |= {one.id: NationalCode(one.number) for one in packaged.statements if one.number}
            elif law_of(plan.document.sha256) is None and stands_in(plan, packaged.document):
                codes |= _resolve(packaged, plan, regions)
    return codes


def _resolve(packaged: Plan, plan: Plan, regions: RegionTable | None) -> dict[StatementId, NationalCode]:
    """The codes of a plan that was read: the surest pair of an item and a statement comes first."""
    items = [one for one in packaged.statements if one.number]
    pairs = [*_equal(items, plan.statements), *_alike(items, packaged, plan, regions)]
    chosen: dict[StatementId, NationalCode] = {}
    for code, node in sorted(pairs, key=lambda pair: -pair[0].sureness):
        if node not in chosen and all(code.name != other.name for other in chosen.values()):
            chosen[node] = code
    order = [one.number for one in items]
    return dict(sorted(chosen.items(), key=lambda entry: order.index(entry[1].name)))


def _equal(items: Sequence[Statement], statements: Sequence[Statement]) -> Iterator[Pair]:
    texts = {fold(one.text): one.id for one in reversed(statements) if one.owner is None}
    found = ((one.number, texts.get(fold(one.text))) for one in items)
    return ((NationalCode(code), node) for code, node in found if code and node)


def _alike(
    items: Sequence[Statement], packaged: Plan, plan: Plan, regions: RegionTable | None
) -> Iterator[Pair]:
    matcher = build_matcher([packaged, plan], regions=regions)
    for one in items:
        for match in matcher.matches(one, plan.document.sha256):
            if match.probability >= SURE:
                yield NationalCode(one.number or "", match.probability), match.target.id
