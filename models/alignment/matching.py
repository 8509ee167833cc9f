"""What the statements of one plan may serve in another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.engine import (
    ItemRows,
    ScoredPairs,
    best_of_each,
    measure_items,
    score_rows,
    supported,
)
from selaras.models.alignment.items import Item
from selaras.models.alignment.reasons import Compared, find_reasons
from selaras.models.alignment.scoring import LinkWeights, load_weights
from selaras.models.alignment.structure import Chances, Family, find_support, kind_support
from selaras.models.ids import DocumentId, StatementId
from selaras.models.messages import Message, message
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.statements import Statement, StatementKind

DRAWN = 0.2  # less probable pairs are not drawn
MOST = 6  # targets in one plan
MOST_OF_KIND = 3  # targets of one kind in one plan
CANDIDATES = 48  # targets of one kind in one plan that are looked at for one source
FAINT = 0.04  # less probable pairs stay below `DRAWN` whatever stands around them
TELLING = 0.25  # log odds from which it is told that the plans around a pair speak for it

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


@dataclass(frozen=True, slots=True, eq=False)
class PlanRows:
    """The statements of a plan, those of each kind with their rows, and who stands above whom.

    What the plan quotes from another is not its own: it may serve, but is not served here.
    """

    statements: Mapping[str, Statement]
    sources: Mapping[StatementKind, ItemRows]
    targets: Mapping[StatementKind, ItemRows]
    family: Family


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The scored pairs of statements of one kind with those of another."""

    sources: ItemRows
    targets: ItemRows
    found: ScoredPairs
    by_kinds: float  # log odds

    def ends(self, row: int) -> tuple[str, str]:
        """The ids of both statements of a pair."""
        pairs = self.found.pairs
        return self.sources.items[pairs.sources[row]].id, self.targets.items[pairs.targets[row]].id


@dataclass(frozen=True, slots=True, eq=False)
class Matcher:
    """All statements of some plans, measured once; two plans are matched when they are first asked for."""

    rows: Mapping[DocumentId, PlanRows]
    weights: LinkWeights
    found: dict[tuple[DocumentId, DocumentId], Mapping[str, list[Match]]] = field(default_factory=dict)

    def matches(self, source: Statement, target: DocumentId) -> list[Match]:
        """Find what a statement may serve in a plan, the most probable first; nothing below `DRAWN`.

        Goals are weighed against goals and missions against missions: the levels of one plan repeat each
        other and are no rivals. What the statements above and under both say is taken into account.
        """
        key = source.passage.document, target
        if key not in self.found:
            self.found[key] = match_plans(self.rows[key[0]], self.rows[target], self.weights)
        return self.found[key].get(source.id, [])


def match_plans(source: PlanRows, target: PlanRows, weights: LinkWeights) -> Mapping[str, list[Match]]:
    """What each statement of a plan may serve in another, the most probable first."""
    blocks = list(_blocks(source, target, weights))
    chances = {
        block.ends(row): float(block.found.probabilities[row])
        for block in blocks
        for row in _likely_rows(block)
    }
    matches: defaultdict[str, list[Match]] = defaultdict(list)
    for block in blocks:
        for key, match in _matches(block, chances, (source, target), weights):
            matches[key].append(match)
    return {key: sorted(found, key=lambda one: -one.probability)[:MOST] for key, found in matches.items()}


def _blocks(source: PlanRows, target: PlanRows, weights: LinkWeights) -> Iterator[Block]:
    """The pairs of each kind of source with each kind of target that it may serve."""
    for kind, here in source.sources.items():
        for other in sorted(SERVABLE[kind] & target.targets.keys()):
            there = target.targets[other]
            found = score_rows(here, there, weights, most=CANDIDATES, full=True)
            yield Block(here, there, found, kind_support(kind, other))


def _matches(
    block: Block, chances: Chances, plans: tuple[PlanRows, PlanRows], weights: LinkWeights
) -> Iterator[tuple[str, Match]]:
    """The best matches of each statement in a block, when what stands around them is taken into account."""
    source, target = plans
    support = np.zeros(len(block.found.pairs))
    for row in _likely_rows(block):
        support[row] = find_support(chances, *block.ends(row), source.family, target.family)
    sure = supported(block.found, support + block.by_kinds, weights)
    for row in best_of_each(sure, MOST_OF_KIND).tolist():
        if sure.probabilities[row] >= DRAWN:
            key, aim = block.ends(row)
            reasons = (*_reasons(block, row), *_told(support[row]))
            yield key, Match(target.statements[aim], float(sure.probabilities[row]), reasons)


def _likely_rows(block: Block) -> list[int]:
    found: list[int] = np.flatnonzero(block.found.probabilities >= FAINT).tolist()
    return found


def _reasons(block: Block, row: int) -> tuple[Message, ...]:
    pairs = block.found.pairs
    ends = block.sources.items[pairs.sources[row]], block.targets.items[pairs.targets[row]]
    return find_reasons(*ends, Compared.of(block.sources, block.targets, block.found, row))


def _told(support: float) -> tuple[Message, ...]:
    return (message("link.supported"),) if support >= TELLING else ()


def build_matcher(
    plans: Iterable[Plan],
    *,
    regions: RegionTable | None = None,
    weights: LinkWeights | None = None,
    analysis: Analysis | None = None,
) -> Matcher:
    """Measure all statements of the plans; their order does not matter."""
    by_id = {plan.document.sha256: plan for plan in plans}
    ordered = [by_id[key] for key in sorted(by_id)]
    items = _items(ordered)
    measured = measure_items(list(items.values()), regions=regions, analysis=analysis)
    places = {key: place for place, key in enumerate(items)}
    rows = {plan.document.sha256: _plan_rows(plan, measured, places) for plan in ordered}
    return Matcher(rows, weights or load_weights())


def _items(plans: Sequence[Plan]) -> dict[str, Item]:
    """The statements of all plans by id, in the order of their ids."""
    concepts = _concepts(plans)
    items: dict[str, Item] = {}
    for plan in plans:
        for one in plan.statements:
            found = Item(one.id, one.text, kind=one.kind, concepts=frozenset(concepts.get(one.id, ())))
            items.setdefault(one.id, found)
    return {key: items[key] for key in sorted(items)}


def _plan_rows(plan: Plan, measured: ItemRows, places: Mapping[str, int]) -> PlanRows:
    statements = {one.id: one for one in reversed(plan.statements)}
    own = [one for one in statements.values() if one.owner is None]
    return PlanRows(
        {str(key): one for key, one in statements.items()},
        _by_kind(statements.values(), measured, places),
        _by_kind(own, measured, places),
        Family.of(statements.values()),
    )


def _by_kind(
    statements: Iterable[Statement], measured: ItemRows, places: Mapping[str, int]
) -> dict[StatementKind, ItemRows]:
    kinds: defaultdict[StatementKind, list[int]] = defaultdict(list)
    for one in statements:
        kinds[one.kind].append(places[one.id])
    return {kind: measured.take(np.array(sorted(kinds[kind]), dtype=np.int64)) for kind in sorted(kinds)}


def _concepts(plans: Iterable[Plan]) -> dict[StatementId, set[str]]:
    """What the indicators of each statement measure, by the codes of the catalogue."""
    concepts: dict[StatementId, set[str]] = {}
    for plan in plans:
        for indicator in plan.indicators:
            if indicator.statement and indicator.concept:
                concepts.setdefault(indicator.statement, set()).add(indicator.concept)
    return concepts
