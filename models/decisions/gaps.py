"""Gaps of coverage that a person may sign."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.models.decisions.ends import End
from selaras.models.decisions.log import Decision, gap_subject, last_decisions
from selaras.models.decisions.review import ReviewedEnd
from selaras.models.documents import PlanningDocument
from selaras.models.ids import DocumentId, StatementId
from selaras.models.links import NodeId
from selaras.models.statements import StatementKind

GAPS = frozenset({CoverageStatus.UNCOVERED, CoverageStatus.ORPHANED})
ORDER = [kind.value for kind in StatementKind]


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A statement that nothing takes up on one side; `revision` is that of the last decision about it."""

    statement: ReviewedEnd
    side: Direction
    status: CoverageStatus
    revision: int = 0


def open_gaps(
    found: Mapping[str, Coverage],
    ends: Mapping[NodeId, End],
    documents: Mapping[DocumentId, PlanningDocument],
    log: Iterable[Decision],
) -> list[OpenGap]:
    """The gaps that nobody has signed, the most general statements first."""
    last = last_decisions(log)
    gaps = [
        OpenGap(ReviewedEnd(end, documents[end.passage.document]), side, status, _revision(last, node, side))
        for node, coverage in found.items()
        for side in Direction
        if (status := coverage.side(side)) in GAPS and (end := ends.get(StatementId(node)))
    ]
    return sorted(gaps, key=_order)


def _revision(last: Mapping[str, Decision], node: str, side: Direction) -> int:
    decision = last.get(gap_subject(StatementId(node), side))
    return decision.revision if decision else 0


def _order(gap: OpenGap) -> tuple[int, str, int, str, str]:
    end = gap.statement.end
    return ORDER.index(end.kind), end.plan_key, end.passage.page, end.node, gap.side.value
