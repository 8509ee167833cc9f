"""Decisions of people: an append-only log, from which the state of every link and gap follows.

Nothing in the log is changed or taken out: who thinks better of a decision adds another. What counts is the
last decision on a subject; a subject is a link, or one side of a statement where a gap was justified.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from selaras.models.coverage.justifications import Direction
from selaras.models.decisions.ends import End
from selaras.models.ids import LinkId, StatementId, make_id
from selaras.models.links import Link, LinkState, link_id
from selaras.models.messages import Message
from selaras.models.relations import Relation


class Action(StrEnum):
    """What a person may do."""

    CONFIRM = "confirm"
    REJECT = "reject"
    RETARGET = "retarget"  # reject a link because another is right, which is confirmed at the same time
    JUSTIFY = "justify"  # sign a gap
    WITHDRAW = "withdraw"  # take back the last decision: the subject is open again


STATES = {
    Action.CONFIRM: LinkState.CONFIRMED,
    Action.REJECT: LinkState.REJECTED,
    Action.RETARGET: LinkState.REJECTED,
    Action.WITHDRAW: LinkState.PROPOSED,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program had proposed when a link was decided: how probable it was, and why."""

    relation: Relation
    probability: float
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """The side of a statement on which a gap is justified, and the last day that this holds."""

    side: Direction
    until: date


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log: who decided what, when (UTC) and why, and what it was about at that moment.

    A decision about a link has two ends and the proposal; one about a gap has the statement as `source`, and
    the gap. `other` names the link that a retargeted one gave way to. `based_on` is the revision that the
    person had seen. `revision` is the place in the log, from 1; 0 before it is kept there.
    """

    subject: str
    action: Action
    author: str
    at: datetime
    source: End
    target: End | None = None
    proposal: Proposal | None = None
    gap: Gap | None = None
    reason: str = ""
    other: LinkId | None = None
    based_on: int = 0
    revision: int = 0

    @property
    def state(self) -> LinkState:
        """The state of the link after it."""
        return STATES[self.action]

    @property
    def stands(self) -> bool:
        """Tell whether it says anything: a decision that was taken back does not."""
        return self.action is not Action.WITHDRAW


def gap_subject(node: StatementId, side: Direction) -> str:
    """The subject of a justified gap."""
    return make_id("g", node, side.value)


def subject_of(relation: Relation, source: End, target: End) -> LinkId:
    """The subject of a decision about a link."""
    return link_id(relation, source.node, target.node)


def last_decisions(log: Iterable[Decision]) -> dict[str, Decision]:
    """The last decision on each subject, by subject; the order of different subjects changes nothing."""
    last: dict[str, Decision] = {}
    for decision in sorted(log, key=lambda one: one.revision):
        last[decision.subject] = decision
    return dict(sorted(last.items()))


def proposal_of(link: Link) -> Proposal:
    """What a decision about a link keeps of it."""
    return Proposal(link.relation, link.probability, link.reasons)
