"""`selaras review confirm`, `reject`, `retarget`, `justify` and `withdraw`: a person decides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select

from selaras.flows.deciding import Desk, Outcome, decide_link, retarget_link
from selaras.flows.deciding_gaps import justify_gap, withdraw_gap
from selaras.flows.decision_store import load_log
from selaras.flows.finding import find_end, find_link, find_statement
from selaras.flows.labels import labels_of
from selaras.flows.settings import Settings
from selaras.flows.short_ids import find_id, short_id
from selaras.flows.store import opened_store
from selaras.flows.tables import LinkRow
from selaras.flows.terminal import show_json, show_lines
from selaras.flows.withdrawing import withdraw_link
from selaras.models.coverage.justifications import Direction
from selaras.models.decisions.conflicts import Verdict, Wish
from selaras.models.decisions.log import Action, Decision, Gap, last_decisions
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.review_rows import decision_to_json, decision_words

SIDES = {side.value: side for side in Direction}


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, why, and which revision was seen; `force` lets it count before another's decision."""

    author: str | None
    reason: str = ""
    revision: int | None = None
    force: bool = False


def run_decide(settings: Settings, action: str, links: Sequence[str], by: By, *, as_json: bool) -> int:
    """Confirm or reject links."""
    wish = make_wish(settings, by, Action(action))

    def decide(desk: Desk) -> list[Outcome]:
        return [decide_link(desk, row, wish) for row in [find_link(desk, name) for name in links]]

    return _run(settings, decide, as_json=as_json)


def run_retarget(settings: Settings, link: str, target: str, by: By, *, as_json: bool) -> int:
    """Reject a link and confirm another target."""
    wish = make_wish(settings, by, Action.RETARGET)

    def decide(desk: Desk) -> list[Outcome]:
        return list(retarget_link(desk, find_link(desk, link), find_end(desk, target), wish))

    return _run(settings, decide, as_json=as_json)


def run_justify(settings: Settings, statement: str, gap: tuple[str, str], by: By, *, as_json: bool) -> int:
    """Sign a gap; `gap` is its side and the last day, as typed."""
    signed = make_gap(*gap)
    wish = make_wish(settings, by, Action.JUSTIFY)
    if not wish.reason:
        raise InputError(message("error.review_no_reason"))

    def decide(desk: Desk) -> list[Outcome]:
        return [justify_gap(desk, find_statement(desk, statement), signed, wish)]

    return _run(settings, decide, as_json=as_json)


def run_withdraw(settings: Settings, subjects: Sequence[str], by: By, *, as_json: bool) -> int:
    """Take back what was decided on links or gaps."""
    wish = make_wish(settings, by, Action.WITHDRAW)
    return _run(settings, lambda desk: _withdraw_all(desk, subjects, wish), as_json=as_json)


def make_wish(settings: Settings, by: By, action: Action) -> Wish:
    """What is wanted, by whom. Raises InputError where nobody is named."""
    author = " ".join((by.author or settings.author or "").split())
    if not author:
        raise InputError(message("error.review_no_author"))
    return Wish(action, author, by.reason.strip(), seen=by.revision, force=by.force)


def make_gap(side: str, until: str) -> Gap:
    """A gap as typed. Raises InputError for another side, or for what is no day."""
    if side not in SIDES:
        raise InputError(message("error.review_choice", option="--side", given=side, known=", ".join(SIDES)))
    try:
        return Gap(SIDES[side], date.fromisoformat(until))
    except ValueError as error:
        raise InputError(message("error.review_no_day", given=until)) from error


def _withdraw_all(desk: Desk, subjects: Sequence[str], wish: Wish) -> list[Outcome]:
    """Take all back; one that went with another already is not looked for again."""
    gaps = {name: one for name, one in last_decisions(load_log(desk.session)).items() if one.gap}
    known = {*desk.session.scalars(select(LinkRow.id)), *gaps}
    outcomes: dict[str, Outcome] = {}
    for name in [find_id(given, known, "lg") for given in subjects]:
        if name not in outcomes or outcomes[name].verdict is Verdict.KEPT:
            made = _withdraw(desk, name, gaps.get(name), wish)
            outcomes |= {one.subject: one for one in made}
    return list(outcomes.values())


def _withdraw(desk: Desk, name: str, gap: Decision | None, wish: Wish) -> tuple[Outcome, ...]:
    if gap:
        return (withdraw_gap(desk, gap, wish),)
    return withdraw_link(desk, desk.session.get_one(LinkRow, name, with_for_update=True), wish)


def _run(settings: Settings, decide: Callable[[Desk], list[Outcome]], *, as_json: bool) -> int:
    """Decide in one transaction, and tell what became of it; code 1 where another's decision stands."""
    labels = labels_of(settings)
    with opened_store(settings) as store, store.writing() as session:
        outcomes = decide(Desk(session))
    if as_json:
        show_json({"schema": 1, "outcomes": [outcome_to_json(one) for one in outcomes]})
    else:
        show_lines(outcome_words(one, labels) for one in outcomes)
    return int(any(one.verdict is Verdict.CONFLICT for one in outcomes))


def outcome_to_json(outcome: Outcome) -> JsonObject:
    """What became of a wish as plain data; `decision` is the one that stands."""
    last = outcome.last
    return {
        "id": outcome.subject,
        "outcome": outcome.verdict.value,
        "decision": decision_to_json(last) if last else None,
    }


def outcome_words(outcome: Outcome, labels: Labels) -> str:
    """What became of a wish in one line."""
    last: Decision | None = outcome.last
    if last is None:
        return labels.text("review.nothing_to_withdraw", id=short_id(outcome.subject))
    words = labels.text(
        f"review.outcome.{outcome.verdict.value}",
        id=short_id(outcome.subject),
        decision=decision_words(last, labels),
        revision=last.revision,
    )
    gap = last.gap if last.action is Action.JUSTIFY else None
    if gap is None or gap.until >= datetime.now(UTC).date():
        return words
    return f"{words} {labels.text('review.past', day=labels.day(gap.until))}"
