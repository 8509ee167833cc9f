"""The log of decisions in the store: entries are added and read, nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from selaras.flows.decision_rows import decision_from_row, row_from_decision
from selaras.flows.tables import DecisionRow
from selaras.models.coverage.justifications import Justification
from selaras.models.decisions.log import Decision
from selaras.models.decisions.settling import settle_gaps
from selaras.models.plans import Plan


def append(session: Session, decision: Decision) -> Decision:
    """Add a decision to the log; it comes back with its revision."""
    row = row_from_decision(decision)
    session.add(row)
    session.flush()
    return replace(decision, revision=row.revision)


def load_log(session: Session) -> tuple[Decision, ...]:
    """All decisions, the oldest first."""
    return tuple(map(decision_from_row, session.scalars(select(DecisionRow).order_by(DecisionRow.revision))))


def load_justifications(session: Session, plans: Iterable[Plan]) -> tuple[Justification, ...]:
    """The gaps that people signed, of statements that stand in these plans as they were; expired ones too."""
    return settle_gaps(load_log(session), plans)


def last_decision(session: Session, subject: str) -> Decision | None:
    """The last decision on a subject; None where nobody has decided."""
    query = select(DecisionRow).where(DecisionRow.subject == subject).order_by(DecisionRow.revision.desc())
    row = session.scalars(query.limit(1)).first()
    return decision_from_row(row) if row else None


def load_decision(session: Session, revision: int) -> Decision | None:
    """The decision at a place in the log."""
    row = session.get(DecisionRow, revision)
    return decision_from_row(row) if row else None
