"""Decided links retrain the scorer: its weights, before and after, on decisions that were held out.

The packaged weights were fitted on labelled sets; what people decide pulls them, the more of it the farther.
Whether that helps is judged on decisions that the fit has not seen: all decisions of a source are held out
together, since its candidates are weighed against each other. People decide the uncertain links first: both
figures are about such links, which are harder than the rest.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from selaras.models.alignment.engine import ScoredPairs, rescored, score_rows
from selaras.models.alignment.learning import JudgedPairs, judged_pairs, relearn
from selaras.models.alignment.matching import PlanRows, build_matcher
from selaras.models.alignment.scoring import LinkWeights, Numbers
from selaras.models.chain import current_plans
from selaras.models.decisions.log import Action, Decision, last_decisions
from selaras.models.decisions.settling import build_ground
from selaras.models.ids import DocumentId
from selaras.models.links import LINKED, NodeId
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

# Two logistic steps have three and four weights: ten decisions of each kind a weight of the smaller step, and
# forty in all, so that a fold of five still holds some of each.
LEAST, LEAST_OF_KIND = 40, 10
FOLDS = 5
PULL = 30.0  # decisions that the packaged weights count
SURE = 1e-6  # probabilities are kept so far from 0 and 1 when their logarithm is taken

VERDICTS = {Action.CONFIRM: 1.0, Action.REJECT: 0.0, Action.RETARGET: 0.0}


@dataclass(frozen=True, slots=True)
class Judged:
    """A link that a person confirmed (1) or rejected (0), between statements that read as they did then."""

    source: NodeId
    target: NodeId
    right: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How good probabilities are on decided links; precision and recall are those from 0.5 on."""

    count: int
    log_loss: float
    brier: float
    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned: the weights, and how good old and new ones are on held-out decisions.

    `weights`, `before` and `after` are None where there are too few decisions, or none about own statements.
    """

    confirmed: int
    rejected: int
    weights: LinkWeights | None = None
    before: Quality | None = None
    after: Quality | None = None

    @property
    def missing(self) -> int:
        """How many decisions more are needed, at least."""
        of_kind = max(0, LEAST_OF_KIND - self.confirmed) + max(0, LEAST_OF_KIND - self.rejected)
        return max(of_kind, LEAST - self.confirmed - self.rejected, 0)

    @property
    def helps(self) -> bool:
        """Tell whether the new weights are better on decisions that they have not seen, by both measures."""
        if self.before is None or self.after is None:
            return False
        return self.after.log_loss < self.before.log_loss and self.after.brier < self.before.brier


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """All pairs of decided sources of one kind with the targets of one kind in a plan; `folds` by pair."""

    found: ScoredPairs
    judged: JudgedPairs
    folds: Numbers


def learn(
    log: Iterable[Decision], plans: Iterable[Plan], weights: LinkWeights, regions: RegionTable | None = None
) -> Lesson:
    """Fit the weights anew on all decisions that stand, and judge the fit fold by fold."""
    given = list(plans)
    decided = judged_links(log, given)
    confirmed = sum(one.right > 0 for one in decided)
    lesson = Lesson(confirmed, len(decided) - confirmed)
    if lesson.missing:
        return lesson
    tasks = build_tasks(decided, given, weights, regions)
    if not tasks:
        return lesson
    held_out = [relearn(weights, [_without(task, fold) for task in tasks], PULL) for fold in range(FOLDS)]
    return replace(
        lesson,
        weights=relearn(weights, [task.judged for task in tasks], PULL),
        before=_quality(tasks, [weights] * FOLDS),
        after=_quality(tasks, held_out),
    )


def judged_links(log: Iterable[Decision], plans: Iterable[Plan]) -> list[Judged]:
    """The decided links whose two statements stand there as they were, by their ids."""
    last = [one for one in last_decisions(log).values() if one.action in VERDICTS and one.target]
    ground = build_ground(last, plans)
    found: dict[tuple[NodeId, NodeId], Judged] = {}
    for one in last:
        serves = one.proposal is not None and one.proposal.relation is Relation.SERVES
        if one.target and serves and {one.source.node, one.target.node} <= ground.ends.keys():
            pair = one.source.node, one.target.node
            found[pair] = Judged(*pair, VERDICTS[one.action])
    return [found[pair] for pair in sorted(found)]


def build_tasks(
    decided: Sequence[Judged],
    plans: Sequence[Plan],
    weights: LinkWeights,
    regions: RegionTable | None = None,
) -> list[Task]:
    """Weigh the decided sources against all targets of the kinds and plans that were decided on."""
    current = current_plans(plans)
    rows = build_matcher(current, regions=regions, weights=weights).rows
    homes: dict[NodeId, DocumentId] = {
        one.id: plan.document.sha256 for plan in current[::-1] for one in plan.statements
    }
    groups: defaultdict[tuple[DocumentId, DocumentId, StatementKind, StatementKind], list[Judged]]
    groups = defaultdict(list)
    for one in decided:
        source, target = homes[one.source], homes[one.target]
        kinds = _kind(rows[source], one.source), _kind(rows[target], one.target)
        groups[source, target, *kinds].append(one)
    tasks = (_task(groups[key], rows, key, weights) for key in sorted(groups))
    return [task for task in tasks if task is not None]


def _kind(plan: PlanRows, node: NodeId) -> StatementKind:
    return plan.statements[node].kind


def _task(
    decided: Sequence[Judged],
    rows: Mapping[DocumentId, PlanRows],
    key: tuple[DocumentId, DocumentId, StatementKind, StatementKind],
    weights: LinkWeights,
) -> Task | None:
    source, target, kind, other = key
    there = rows[target].targets.get(other)  # a statement that is quoted there is none of its targets
    if there is None:
        return None
    everyone, asked = rows[source].sources[kind], {one.source for one in decided}
    places = [place for place, item in enumerate(everyone.items) if item.id in asked]
    here = everyone.take(np.array(places, dtype=np.int64))
    found = score_rows(here, there, weights, most=len(there), full=True)
    sources = [here.items[row].id for row in found.pairs.sources]
    ends = zip(sources, (there.items[row].id for row in found.pairs.targets), strict=True)
    verdicts = {(one.source, one.target): one.right for one in decided}
    right = np.array([verdicts.get(pair, np.nan) for pair in ends])
    known = ~np.isnan(right)
    judged = judged_pairs(found, np.where(known, right, 0.0), known.astype(np.float64))
    return Task(found, judged, np.array([_fold(name) for name in sources], dtype=np.float64))


def _fold(source: str) -> int:
    """The fold of a source, by its id: the same in every run."""
    return int(hashlib.sha256(source.encode()).hexdigest(), 16) % FOLDS


def _without(task: Task, fold: int) -> JudgedPairs:
    """The task as if nobody had judged the sources of a fold."""
    return replace(task.judged, weight=np.where(task.folds == fold, 0.0, task.judged.weight))


def _quality(tasks: Sequence[Task], weights: Sequence[LinkWeights]) -> Quality:
    """How good weights are, those of each fold on its decisions."""
    chances, right = [], []
    for task in tasks:
        stated = [rescored(task.found, one).probabilities for one in weights]
        for fold, found in enumerate(stated):
            asked = (task.folds == fold) & (task.judged.weight > 0)
            chances.append(found[asked])
            right.append(task.judged.right[asked])
    return measure(np.concatenate(chances), np.concatenate(right))


def measure(chances: Numbers, right: Numbers) -> Quality:
    """Judge probabilities by what people said; there must be one at least."""
    safe = np.clip(chances, SURE, 1 - SURE)
    loss = -np.mean(right * np.log(safe) + (1 - right) * np.log(1 - safe))
    linked, true = chances >= LINKED, right > 0
    both = float(np.sum(linked & true))
    return Quality(
        len(chances),
        float(loss),
        float(np.mean((chances - right) ** 2)),
        both / max(1.0, float(np.sum(linked))),
        both / max(1.0, float(np.sum(true))),
    )
