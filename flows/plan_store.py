"""Plans in the store: save, load, and what is known already, in the session that is given."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from selaras.flows.plan_rows import PlanRows, plan_from_rows, rows_from_plan
from selaras.flows.tables import Base, DocumentRow, IndicatorRow, StatementRow, WarningRow, YearlyValueRow
from selaras.models.ids import DocumentId
from selaras.models.plans import Plan

# Rows that point at others before those.
PARTS: tuple[type[Base], ...] = (YearlyValueRow, WarningRow, IndicatorRow, StatementRow)

Row = TypeVar("Row")
Key = TypeVar("Key")


def save_plan(session: Session, plan: Plan, *, version: str) -> None:
    """Store what was read from a document, in place of what an earlier reading gave.

    `version` tells what read it. Links stay as they are: they join ids, which a better reading keeps.
    """
    sha256 = plan.document.sha256
    for part in PARTS:
        session.execute(delete(part).where(part.__table__.c.document == sha256))
    for row in rows_from_plan(plan, version=version, read_at=datetime.now(UTC)):
        session.merge(row) if isinstance(row, DocumentRow) else session.add(row)
    session.flush()


def known_versions(session: Session) -> dict[str, str]:
    """Which version read each stored document, by its hash."""
    rows = session.execute(select(DocumentRow.sha256, DocumentRow.extractor_version))
    return {row.sha256: row.extractor_version for row in rows}


def load_plans(session: Session) -> tuple[Plan, ...]:
    """All plans, in the order of their hashes, which does not depend on when they were read."""
    return _load(session, session.scalars(select(DocumentRow).order_by(DocumentRow.sha256)).all())


def load_plan(session: Session, sha256: DocumentId) -> Plan | None:
    """The plan of one document; None where it is not stored."""
    row = session.get(DocumentRow, sha256)
    return _load(session, [row])[0] if row is not None else None


def _load(session: Session, documents: Sequence[DocumentRow]) -> tuple[Plan, ...]:
    statements = _grouped(_rows(session, StatementRow, documents), lambda row: row.document)
    indicators = _grouped(_rows(session, IndicatorRow, documents), lambda row: row.document)
    warnings = _grouped(_rows(session, WarningRow, documents), lambda row: row.document)
    values = _grouped(_rows(session, YearlyValueRow, documents), lambda row: row.document)
    return tuple(
        plan_from_rows(
            PlanRows(
                document,
                statements[document.sha256],
                indicators[document.sha256],
                _grouped(values[document.sha256], lambda row: row.indicator),
                warnings[document.sha256],
            )
        )
        for document in documents
    )


def _rows(session: Session, kind: type[Row], documents: Sequence[DocumentRow]) -> Iterable[Row]:
    """The rows of one kind in reading order: of one document, or of all of them."""
    columns = kind.__table__.c  # type: ignore[attr-defined]
    order = columns.place if "place" in columns else columns.position
    query = select(kind).order_by(columns.document, order)
    return session.scalars(
        query.where(columns.document == documents[0].sha256) if len(documents) == 1 else query
    )


def _grouped(rows: Iterable[Row], key: Callable[[Row], Key]) -> Mapping[Key, list[Row]]:
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups
