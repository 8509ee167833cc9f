"""How much a document gave, so that a silent loss is seen."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from selaras.flows.tables import IndicatorRow, StatementRow, WarningRow
from selaras.models.plans import Plan

Part = StatementRow | IndicatorRow | WarningRow
PARTS: tuple[type[Part], ...] = (StatementRow, IndicatorRow, WarningRow)

# A new reading that gives less than this share of the last one is refused until a person accepts it.
LEAST_KEPT = 0.5
# A document that gave less than this in all tells nothing by giving half of it.
FEWEST_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Yield:
    """Numbers of statements, indicators and warnings of one document."""

    statements: int = 0
    indicators: int = 0
    warnings: int = 0

    @property
    def found(self) -> int:
        """Statements and indicators together."""
        return self.statements + self.indicators


NOTHING = Yield()


def plan_yield(plan: Plan) -> Yield:
    """What a reading gave."""
    return Yield(len(plan.statements), len(plan.indicators), len(plan.warnings))


def stored_yields(session: Session) -> Mapping[str, Yield]:
    """What each stored document gave, by its hash; nothing for a document that is not stored."""
    parts = [_count(session, kind) for kind in PARTS]
    keys = {key for part in parts for key in part}
    found = {key: Yield(*(part.get(key, 0) for part in parts)) for key in keys}
    return defaultdict(Yield, found)


def stored_yield(session: Session, sha256: str) -> Yield:
    """What one stored document gave; nothing where it is not stored."""
    return Yield(*(_count(session, kind, sha256).get(sha256, 0) for kind in PARTS))


def _count(session: Session, kind: type[Part], sha256: str | None = None) -> dict[str, int]:
    query = select(kind.document, func.count()).group_by(kind.document)
    rows = session.execute(query if sha256 is None else query.where(kind.document == sha256))
    return {row[0]: row[1] for row in rows}


def is_lost(before: Yield, after: Yield) -> bool:
    """Tell whether a new reading lost so much that a person should look before it replaces the old one."""
    return before.found >= FEWEST_COMPARED and after.found < LEAST_KEPT * before.found
