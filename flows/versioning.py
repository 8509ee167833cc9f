"""A document that is stored for the first time takes the place of an older version of its plan, if one is."""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from selaras.flows.plan_rows import document_from_row
from selaras.flows.tables import DocumentRow, StatementRow
from selaras.models.documents import PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.plans import Plan
from selaras.models.versions import Version, find_version, is_earlier


@dataclass(frozen=True, slots=True)
class Placed:
    """A plan with the version that it replaces, and the stored document that it turned out to be one of.

    `newer` is the stored one where that has come farther on its way to law: it replaces the new plan.
    """

    plan: Plan
    other: PlanningDocument | None = None
    newer: bool = False


def place_version(session: Session, plan: Plan) -> Placed:
    """Find which stored version a plan replaces; what is read again keeps its place."""
    row = session.get(DocumentRow, plan.document.sha256)
    if row is not None:
        return Placed(_replacing(plan, DocumentId(row.supersedes) if row.supersedes else None))
    new = Version.of(plan.document, ((one.kind, one.text) for one in plan.statements))
    found = find_version(new, _current_versions(session, plan.document))
    if found is None:
        return Placed(plan)
    if not is_earlier(new, found):
        return Placed(_replacing(plan, found.document.sha256), found.document)
    return Placed(plan, found.document, newer=found.document.supersedes is None)


def mark_newer(session: Session, placed: Placed) -> None:
    """Let the stored document replace the plan that has just been stored, where it is the newer one."""
    if placed.newer and placed.other:
        session.get_one(DocumentRow, placed.other.sha256).supersedes = placed.plan.document.sha256


def _replacing(plan: Plan, older: DocumentId | None) -> Plan:
    return replace(plan, document=replace(plan.document, supersedes=older))


def _current_versions(session: Session, document: PlanningDocument) -> list[Version]:
    """The stored documents of the same plan that none replaces yet."""
    rows = session.scalars(select(DocumentRow).where(DocumentRow.kind == document.kind.value))
    known = [document_from_row(row) for row in rows]
    replaced = {one.supersedes for one in known}
    return [
        Version.of(one, _statements(session, one))
        for one in known
        if one.plan_key == document.plan_key and one.sha256 not in replaced
    ]


def _statements(session: Session, document: PlanningDocument) -> list[tuple[str, str]]:
    query = select(StatementRow.kind, StatementRow.text).where(StatementRow.document == document.sha256)
    return [(row.kind, row.text) for row in session.execute(query)]
