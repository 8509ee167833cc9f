"""What the statements of one plan may serve in another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from selaras.models.alignment.item_index import Item, ItemIndex, MeasuredItem, build_index
from selaras.models.alignment.lists import RankedTarget, measure_items, rank_targets
from selaras.models.alignment.reasons import find_reasons
from selaras.models.ids import DocumentId, StatementId
from selaras.models.messages import Message
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.statements import Statement, StatementKind

DRAWN = 0.2  # less probable pairs are not drawn
MOST = 6  # targets in one plan
MOST_OF_KIND = 3  # targets of one kind in one plan
CANDIDATES = 12  # targets of one kind in one plan that are looked at for one source

S = StatementKind
LEADING = frozenset({S.VISION, S.VISION_TARGET, S.MISSION})
GUIDING = LEADING | {S.GOAL, S.OBJECTIVE, S.STRATEGY, S.POLICY_DIRECTION}
DOING = GUIDING | {S.PROGRAM}
SERVABLE: Mapping[StatementKind, frozenset[StatementKind]] = {
    S.VISION: LEADING,
    **dict.fromkeys(
        (S.VISION_TARGET, S.MISSION, S.GOAL, S.OBJECTIVE, S.STRATEGY, S.POLICY_DIRECTION), GUIDING
    ),
    **dict.fromkeys((S.PROGRAM, S.ACTIVITY, S.SUBACTIVITY), DOING),
}
"""What each kind may serve: only programs, and what stands under them, serve a program."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement of another plan that one may serve, how probable that is, and why."""

    target: Statement
    probability: float
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """The statements of a plan that may be served, ready to be found."""

    statements: Mapping[str, Statement]
    index: ItemIndex


@dataclass(frozen=True, slots=True)
class Matcher:
    """All statements of some plans, measured once: what is rare is judged among them."""

    plans: Mapping[DocumentId, Plan]
    measured: Mapping[StatementId, MeasuredItem]
    indexes: dict[tuple[DocumentId, StatementKind], PlanIndex] = field(default_factory=dict)

    def matches(self, source: Statement, target: DocumentId) -> list[Match]:
        """Find what a statement may serve in a plan, the most probable first; nothing below `DRAWN`.

        Goals are weighed against goals and missions against missions: the levels of one plan repeat each
        other and are no rivals.
        """
        item = self.measured[source.id]
        found = [pair for kind in sorted(SERVABLE[source.kind]) for pair in self._of_kind(item, target, kind)]
        best = sorted(found, key=lambda pair: -pair[1].probability)[:MOST]
        return [
            Match(statement, ranked.probability, find_reasons(item, ranked.candidate))
            for statement, ranked in best
        ]

    def _of_kind(
        self, item: MeasuredItem, target: DocumentId, kind: StatementKind
    ) -> list[tuple[Statement, RankedTarget]]:
        aims = self._index(target, kind)
        ranked = rank_targets(item, aims.index, candidates=CANDIDATES)[:MOST_OF_KIND]
        return [
            (aims.statements[one.candidate.target.item.id], one) for one in ranked if one.probability >= DRAWN
        ]

    def _index(self, target: DocumentId, kind: StatementKind) -> PlanIndex:
        key = target, kind
        if key not in self.indexes:
            self.indexes[key] = self._build_index(self.plans[target], kind)
        return self.indexes[key]

    def _build_index(self, plan: Plan, kind: StatementKind) -> PlanIndex:
        """Index the plan's own statements; what it quotes from another plan is not its own."""
        own = {one.id: one for one in reversed(plan.statements) if one.kind is kind and one.owner is None}
        ordered = sorted(own)
        return PlanIndex(
            {key: own[key] for key in ordered}, build_index(self.measured[key] for key in ordered)
        )


def build_matcher(plans: Iterable[Plan], *, regions: RegionTable | None = None) -> Matcher:
    """Measure all statements of the plans; their order does not matter."""
    by_id = {plan.document.sha256: plan for plan in plans}
    ordered = [by_id[key] for key in sorted(by_id)]
    concepts = _concepts(ordered)
    items: dict[StatementId, Item] = {}
    for plan in ordered:
        for one in plan.statements:
            found = Item(one.id, one.text, kind=one.kind, concepts=frozenset(concepts.get(one.id, ())))
            items.setdefault(one.id, found)
    listed = [items[key] for key in sorted(items)]
    return Matcher(by_id, {StatementId(one.item.id): one for one in measure_items(listed, regions=regions)})


def _concepts(plans: Iterable[Plan]) -> dict[StatementId, set[str]]:
    """What the indicators of each statement measure, by the codes of the catalogue."""
    concepts: dict[StatementId, set[str]] = {}
    for plan in plans:
        for indicator in plan.indicators:
            if indicator.statement and indicator.concept:
                concepts.setdefault(indicator.statement, set()).add(indicator.concept)
    return concepts
