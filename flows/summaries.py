"""What the store holds, in numbers: documents and yields by kind, links, failures, freshness by region."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from selaras.flows.tables import DocumentRow, LinkRow, StatementRow
from selaras.flows.yields import Yield, stored_yields
from selaras.models.framework_plans import LAWS

WAS_READ = DocumentRow.sha256.not_in(LAWS)  # the packaged national framework is stored, but nobody read it


@dataclass(frozen=True, slots=True)
class KindSummary:
    """The documents of one kind and what they gave together."""

    kind: str
    documents: int
    pages: int
    given: Yield
    statements: Mapping[str, int]  # by kind of statement


@dataclass(frozen=True, slots=True)
class RegionSummary:
    """The documents of one region: the last year that any of them plans for, and when one was read last."""

    region: str | None
    level: str | None
    documents: int
    last_year: int | None
    last_read: datetime


def summarise_kinds(session: Session) -> list[KindSummary]:
    """One line a kind of document, by name."""
    yields = stored_yields(session)
    statements = _statements_by_kind(session)
    by_kind: dict[str, list[DocumentRow]] = {}
    for row in session.scalars(select(DocumentRow).where(WAS_READ).order_by(DocumentRow.kind)):
        by_kind.setdefault(row.kind, []).append(row)
    return [
        KindSummary(
            kind,
            len(rows),
            sum(row.pages for row in rows),
            total(yields[row.sha256] for row in rows),
            statements.get(kind, {}),
        )
        for kind, rows in by_kind.items()
    ]


def total(yields: Iterable[Yield]) -> Yield:
    """All together."""
    statements = indicators = warnings = 0
    for given in yields:
        statements += given.statements
        indicators += given.indicators
        warnings += given.warnings
    return Yield(statements, indicators, warnings)


def _statements_by_kind(session: Session) -> dict[str, dict[str, int]]:
    query = (
        select(DocumentRow.kind, StatementRow.kind, func.count())
        .join(StatementRow, StatementRow.document == DocumentRow.sha256)
        .where(WAS_READ)
        .group_by(DocumentRow.kind, StatementRow.kind)
    )
    found: dict[str, dict[str, int]] = {}
    for document, statement, count in session.execute(query):
        found.setdefault(document, {})[statement] = count
    return found


def count_links(session: Session) -> Counter[tuple[str, str]]:
    """How many links there are, by relation and state."""
    query = select(LinkRow.relation, LinkRow.state, func.count()).group_by(LinkRow.relation, LinkRow.state)
    return Counter({(relation, state): count for relation, state, count in session.execute(query)})


def summarise_regions(session: Session) -> list[RegionSummary]:
    """One line a region, by code; the nation first."""
    query = (
        select(
            DocumentRow.region,
            DocumentRow.level,
            func.count(),
            func.max(DocumentRow.period_end),
            func.max(DocumentRow.read_at),
        )
        .where(WAS_READ)
        .group_by(DocumentRow.region, DocumentRow.level)
        .order_by(DocumentRow.region, DocumentRow.level)
    )
    rows = (RegionSummary(*row) for row in session.execute(query))
    return sorted(rows, key=lambda row: (row.region or "", row.level != "NATIONAL"))
