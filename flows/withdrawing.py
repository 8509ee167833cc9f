"""A person takes back what was decided on a link.

Giving a link another target is one decision on two links: the old one is rejected, the other confirmed. Both
are taken back together; what stays of them is told.
"""

from dataclasses import replace

from sqlalchemy import select

from selaras.flows.deciding import Desk, Outcome, decide_link
from selaras.flows.decision_store import load_decision
from selaras.flows.tables import LinkRow
from selaras.models.decisions.conflicts import Verdict, Wish
from selaras.models.decisions.log import Action, Decision


def withdraw_link(desk: Desk, row: LinkRow, wish: Wish) -> tuple[Outcome, ...]:
    """Open a link again, and the one that was confirmed in its place by the same decision.

    The other link is told as kept where it stays confirmed for a decision of its own, or stays rejected
    since only the one in its place was taken back.
    """
    decided = load_decision(desk.session, row.revision) if row.revision else None
    outcome = decide_link(desk, row, wish)
    if decided is None or outcome.verdict is not Verdict.TAKEN:
        return (outcome,)
    if decided.action is Action.RETARGET:
        return (outcome, *_other(desk, decided, wish))
    return (outcome, *_replaced(desk, decided))


def _other(desk: Desk, retarget: Decision, wish: Wish) -> tuple[Outcome, ...]:
    """What becomes of the link that a retargeted one gave way to; nothing where it is open or rejected."""
    second = load_decision(desk.session, retarget.revision + 1)  # both are written one after the other
    if second and second.subject == retarget.other:
        row = _row_by(desk, second.revision)
        if row:
            return (decide_link(desk, row, replace(wish, seen=second.revision)),)
    row = desk.session.get(LinkRow, retarget.other)
    last = load_decision(desk.session, row.revision) if row and row.revision else None
    return _kept(last) if last and last.action is Action.CONFIRM else ()


def _replaced(desk: Desk, confirmed: Decision) -> tuple[Outcome, ...]:
    """The link that gave way to this one, where it stays rejected."""
    first = load_decision(desk.session, confirmed.revision - 1)
    made_together = first is not None and first.other == confirmed.subject
    return _kept(first) if first and made_together and _row_by(desk, first.revision) else ()


def _row_by(desk: Desk, revision: int) -> LinkRow | None:
    """The link whose state comes from a decision, be it suspect and under another id by now."""
    query = select(LinkRow).where(LinkRow.revision == revision).with_for_update()
    return desk.session.scalars(query).first()


def _kept(last: Decision) -> tuple[Outcome, ...]:
    return (Outcome(last.subject, Verdict.KEPT, last),)
