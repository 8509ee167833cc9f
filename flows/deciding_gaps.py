"""A person signs a gap, or takes that back."""

from dataclasses import replace
from datetime import UTC, datetime

from selaras.flows.deciding import Desk, Outcome
from selaras.flows.decision_store import append, last_decision
from selaras.models.decisions.conflicts import Verdict, Wish, judge_wish
from selaras.models.decisions.ends import End
from selaras.models.decisions.log import Action, Decision, Gap, gap_subject
from selaras.models.errors import InputError
from selaras.models.ids import StatementId
from selaras.models.messages import message


def justify_gap(desk: Desk, statement: End, gap: Gap, wish: Wish) -> Outcome:
    """Sign the gap of a statement on one side. Raises InputError where the last day has passed."""
    subject = gap_subject(StatementId(statement.node), gap.side)
    return _decide(desk, subject, statement, replace(wish, action=Action.JUSTIFY, gap=gap))


def withdraw_gap(desk: Desk, signed: Decision, wish: Wish) -> Outcome:
    """Take a justification back: the gap is open again."""
    return _decide(desk, signed.subject, signed.source, replace(wish, action=Action.WITHDRAW, gap=signed.gap))


def _decide(desk: Desk, subject: str, statement: End, wish: Wish) -> Outcome:
    last = last_decision(desk.session, subject)
    verdict = judge_wish(wish, last)
    if verdict is not Verdict.TAKEN:
        return Outcome(subject, verdict, last)
    if wish.action is Action.JUSTIFY and wish.gap and wish.gap.until < datetime.now(UTC).date():
        raise InputError(message("error.review_past_day", day=wish.gap.until.isoformat()))
    facts = (subject, wish.action, wish.author, datetime.now(UTC), statement)
    made = Decision(*facts, gap=wish.gap, reason=wish.reason, based_on=wish.seen or 0)
    return Outcome(subject, verdict, append(desk.session, made))
