"""How far each plan is taken up, as bars: the counts of its own statements on each side."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.models.documents import PlanningDocument
from selaras.models.plans import Plan
from selaras.outputs.coverage_rows import COLUMNS
from selaras.outputs.coverage_words import NOWHERE


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a bar: its name in COLUMNS, how many statements it stands for, its width in per cent."""

    name: str
    count: int
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One side of a plan: how many statements were judged, and the parts that are not empty."""

    judged: int
    parts: tuple[BarPart, ...]


@dataclass(frozen=True, slots=True)
class PlanBars:
    """Both sides of a plan; None where no plan is there."""

    document: PlanningDocument
    up: Bar | None
    down: Bar | None


def plan_bars(plans: Iterable[Plan], found: Mapping[str, Coverage]) -> list[PlanBars]:
    """The bars of each plan of which anything was judged, in the order of the plans."""
    bars = [
        PlanBars(plan.document, *(_bar(plan, found, side) for side in (Direction.UP, Direction.DOWN)))
        for plan in plans
    ]
    return [one for one in bars if one.up or one.down]


def _bar(plan: Plan, found: Mapping[str, Coverage], side: Direction) -> Bar | None:
    own = (one for one in plan.statements if one.owner is None)
    counts = Counter(status for one in own if (status := found.get(one.id, NOWHERE).side(side)))
    judged = counts.total()
    parts = (_part(name, statuses, counts) for name, statuses in COLUMNS.items())
    return Bar(judged, tuple(part for part in parts if part.count)) if judged else None


def _part(name: str, statuses: frozenset[CoverageStatus], counts: "Counter[CoverageStatus]") -> BarPart:
    count = sum(counts[status] for status in statuses)
    return BarPart(name, count, round(100 * count / counts.total(), 2) if count else 0.0)
