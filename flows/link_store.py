"""Links in the store. What people decided is never overwritten by what the program proposes."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from selaras.flows.link_rows import link_from_row, row_from_link
from selaras.flows.tables import IndicatorRow, LinkRow, StatementRow
from selaras.models.links import Link, LinkState

PROPOSED = LinkState.PROPOSED.value


def save_links(session: Session, links: Iterable[Link]) -> int:
    """Store newly proposed links in place of the earlier proposals; return how many are new proposals.

    A link that a person has decided stays as it is, whether it is proposed again or not.
    """
    session.execute(delete(LinkRow).where(LinkRow.state == PROPOSED))
    decided = set(session.scalars(select(LinkRow.id)))
    fresh = {link.id: row_from_link(link) for link in links if link.id not in decided}
    session.add_all(fresh.values())
    session.flush()
    return len(fresh)


def load_links(session: Session) -> tuple[Link, ...]:
    """All links whose two ends are in the store, by id; a confirmed one of which an end is gone is left out.

    Such a link stays stored: the end may come back with the next reading. `lost_links` gives them.
    """
    ends = _stored_ends(session)
    return tuple(link for link in _all_links(session) if {link.source, link.target} <= ends)


def lost_links(session: Session) -> tuple[Link, ...]:
    """Decided links of which an end is no longer in any stored document, as suspect."""
    query = select(LinkRow).where(LinkRow.state != PROPOSED).order_by(LinkRow.id)
    decided = list(session.scalars(query))
    ends = _stored_ends(session) if decided else set()
    lost = (link_from_row(row) for row in decided if not {row.source, row.target} <= ends)
    return tuple(replace(link, state=LinkState.SUSPECT) for link in lost)


def _all_links(session: Session) -> Iterable[Link]:
    return map(link_from_row, session.scalars(select(LinkRow).order_by(LinkRow.id)))


def _stored_ends(session: Session) -> set[str]:
    return {*session.scalars(select(StatementRow.id)), *session.scalars(select(IndicatorRow.id))}
