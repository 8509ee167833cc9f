"""Links in the store. What people decided is in the log; the links are settled by it each time anew."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from selaras.flows.decision_store import load_log
from selaras.flows.link_rows import link_from_row, row_from_link
from selaras.flows.tables import DocumentRow, IndicatorRow, LinkRow, StatementRow
from selaras.models.decisions.settling import settle
from selaras.models.links import Link, LinkState
from selaras.models.plans import Plan

PROPOSED = LinkState.PROPOSED.value


def save_links(session: Session, links: Iterable[Link], plans: Iterable[Plan]) -> int:
    """Store newly proposed links in place of the earlier ones, and what people decided laid upon them.

    `plans` are all plans that are stored. Returns how many links nobody has decided.
    """
    settled = settle(load_log(session), plans, links)
    session.execute(delete(LinkRow))
    session.add_all(row_from_link(one.link, one.revision, proposed=one.proposed) for one in settled)
    session.flush()
    return sum(one.link.state is LinkState.PROPOSED for one in settled)


def load_links(session: Session) -> tuple[Link, ...]:
    """All links whose two ends are in a current document, by id; without decided ones of which one is gone.

    Such a link stays stored: the end may come back with the next reading. `lost_links` gives them.
    """
    ends = current_ends(session)
    return tuple(link for link in _all_links(session) if {link.source, link.target} <= ends)


def lost_links(session: Session) -> tuple[Link, ...]:
    """Decided links of which an end is no longer in any current document, as suspect."""
    query = select(LinkRow).where(LinkRow.state != PROPOSED).order_by(LinkRow.id)
    decided = list(session.scalars(query))
    ends = current_ends(session) if decided else set()
    lost = (link_from_row(row) for row in decided if not {row.source, row.target} <= ends)
    return tuple(replace(link, state=LinkState.SUSPECT) for link in lost)


def current_ends(session: Session) -> set[str]:
    """The ids of all statements and indicators, without those of versions that another one replaces."""
    replaced = set(session.scalars(select(DocumentRow.supersedes).where(DocumentRow.supersedes.is_not(None))))
    return {
        node
        for table in (StatementRow, IndicatorRow)
        for node, document in session.execute(select(table.id, table.document))
        if document not in replaced
    }


def _all_links(session: Session) -> Iterable[Link]:
    return map(link_from_row, session.scalars(select(LinkRow).order_by(LinkRow.id)))
