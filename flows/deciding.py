"""A person decides on a link: the wish goes into the log and changes the link, or is told as a conflict.

All of it happens in the transaction of the desk, in which the last decision is looked up, too: of two people
who decide at once the second is told what the first has decided.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from selaras.flows.decision_store import append, last_decision, load_decision
from selaras.flows.link_rows import link_from_row, node_from_text, row_from_link
from selaras.flows.plan_store import load_plan
from selaras.flows.short_ids import short_id
from selaras.flows.tables import LinkRow
from selaras.models.decisions.conflicts import Verdict, Wish, judge_wish
from selaras.models.decisions.ends import End, plan_ends
from selaras.models.decisions.log import Action, Decision, proposal_of, subject_of
from selaras.models.errors import InputError
from selaras.models.ids import DocumentId, LinkId
from selaras.models.links import Link, LinkState, NodeId
from selaras.models.messages import message
from selaras.models.relations import Relation, may_join


@dataclass(frozen=True, slots=True)
class Desk:
    """A writing session, and the things of the documents that were looked at in it."""

    session: Session
    read: dict[str, Mapping[NodeId, End]] = field(default_factory=dict)

    def find(self, document: str, node: str) -> End | None:
        """A thing of a document as it stands now; None where it is gone."""
        if document not in self.read:
            plan = load_plan(self.session, DocumentId(document))
            self.read[document] = plan_ends([plan] if plan else [])
        return self.read[document].get(node_from_text(node))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish; `last` is the decision that stands: the new one, or the one that was there."""

    subject: str
    verdict: Verdict
    last: Decision | None


def decide_link(desk: Desk, row: LinkRow, wish: Wish) -> Outcome:
    """Confirm, reject or withdraw. Raises InputError where an end is gone, but to withdraw."""
    verdict, last = judge_link(desk, row, wish)
    if verdict is not Verdict.TAKEN:
        return Outcome(row.id, verdict, last)
    made = append(desk.session, _decision(row, wish, _ends_to_keep(desk, row, wish)))
    _apply(desk.session, row, made)
    return Outcome(row.id, verdict, made)


def judge_link(desk: Desk, row: LinkRow, wish: Wish) -> tuple[Verdict, Decision | None]:
    """Tell what becomes of a wish about a link, and the last decision that it meets.

    What was decided about an earlier wording stands in nobody's way.
    """
    if row.state == LinkState.SUSPECT:
        return Verdict.TAKEN, None
    last = last_decision(desk.session, row.id)
    return judge_wish(wish, last), last


def retarget_link(desk: Desk, row: LinkRow, target: End, wish: Wish) -> tuple[Outcome, ...]:
    """Reject a link and confirm the one from its source to another target, also one never proposed.

    All or nothing: where either meets a conflict, neither is done. Raises InputError for a target that the
    relation may not join, or of the same plan as the source.
    """
    source, old = current_ends(desk, row)
    relation = Relation(row.relation)
    _check_target(relation, source, target, old)
    other = subject_of(relation, source, target)
    added = desk.session.get(LinkRow, other) or _new_row(relation, source, target, other)
    wishes = (
        (row, replace(wish, action=Action.RETARGET, other=other)),
        (added, replace(wish, action=Action.CONFIRM, seen=None)),
    )
    for one, wanted in wishes:
        verdict, last = judge_link(desk, one, wanted)
        if verdict is Verdict.CONFLICT:
            return (Outcome(one.id, verdict, last),)
    desk.session.add(added)
    return tuple(decide_link(desk, one, wanted) for one, wanted in wishes)


def current_ends(desk: Desk, row: LinkRow) -> tuple[End, End]:
    """Both ends of a link as they stand now. Raises InputError where one is gone."""
    source = desk.find(row.source_document, row.source)
    target = desk.find(row.target_document, row.target)
    if source is None or target is None:
        raise InputError(message("error.review_lost", id=short_id(row.id)))
    return source, target


def _ends_to_keep(desk: Desk, row: LinkRow, wish: Wish) -> tuple[End, End | None]:
    """The ends as they stand now; of what is withdrawn one may be gone, and stays as it was."""
    decided = load_decision(desk.session, row.revision) if row.revision else None
    if wish.action is Action.WITHDRAW and decided:
        return decided.source, decided.target
    return current_ends(desk, row)


def _decision(row: LinkRow, wish: Wish, ends: tuple[End, End | None]) -> Decision:
    return Decision(
        subject=row.id,
        action=wish.action,
        author=wish.author,
        at=datetime.now(UTC),
        source=ends[0],
        target=ends[1],
        proposal=proposal_of(link_from_row(row)),
        reason=wish.reason,
        other=wish.other,
        based_on=wish.seen or 0,
    )


def _new_row(relation: Relation, source: End, target: End, name: LinkId) -> LinkRow:
    """A link that only a person knows of; the program has nothing to say of how probable it is."""
    reasons = (message("review.by_person"),)
    places = source.passage, target.passage
    return row_from_link(
        Link(name, relation, source.node, target.node, 1.0, reasons, *places), proposed=False
    )


def _check_target(relation: Relation, source: End, target: End, old: End) -> None:
    if target.node == old.node:
        raise InputError(message("error.review_same_target", id=short_id(target.node)))
    if target.plan_key == source.plan_key:
        raise InputError(message("error.review_same_plan", id=short_id(target.node)))
    if not may_join(relation, source.graph_kind, target.graph_kind):
        raise InputError(message("error.review_target_kind", id=short_id(target.node)))


def _apply(session: Session, row: LinkRow, made: Decision) -> None:
    """Change the stored link as settling anew would."""
    if not made.stands and not row.proposed:
        session.delete(row)
        return
    row.state = made.state.value
    row.decided_by = made.author if made.stands else None
    row.decided_at = made.at if made.stands else None
    row.revision = made.revision
