"""What people name by the beginning of an id, found in the store."""

from sqlalchemy import select

from selaras.flows.deciding import Desk
from selaras.flows.link_store import current_ends
from selaras.flows.short_ids import find_id, short_id
from selaras.flows.tables import IndicatorRow, LinkRow, StatementRow
from selaras.models.decisions.ends import End
from selaras.models.errors import InputError
from selaras.models.messages import message


def find_link(desk: Desk, given: str) -> LinkRow:
    """The link whose id begins so. Raises InputError."""
    name = find_id(given, desk.session.scalars(select(LinkRow.id)), "l")
    return desk.session.get_one(LinkRow, name, with_for_update=True)


def find_end(desk: Desk, given: str) -> End:
    """The statement or indicator of a current document whose id begins so. Raises InputError."""
    name = find_id(given, current_ends(desk.session), "si")
    table = IndicatorRow if name.startswith("i-") else StatementRow
    documents = desk.session.scalars(select(table.document).where(table.id == name).order_by(table.document))
    return next(end for document in documents if (end := desk.find(document, name)))


def find_statement(desk: Desk, given: str) -> End:
    """The statement whose id begins so. Raises InputError."""
    end = find_end(desk, given)
    if end.is_indicator:
        raise InputError(message("error.review_gap_indicator", id=short_id(end.node)))
    return end
