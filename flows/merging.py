"""The decisions of a workbook are taken into the store: good rows in one transaction, the others are told.

A row says which revision it was written for: what was decided since then, by anybody, is a conflict that is
told and not overwritten. So workbooks of two editors give the same in either order, or tell where they
differ.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from selaras.flows.deciding import Desk, Outcome, current_ends, decide_link, retarget_link
from selaras.flows.deciding_gaps import justify_gap
from selaras.flows.finding import find_end, find_statement
from selaras.flows.review_books import BookRow, repeated
from selaras.flows.tables import LinkRow
from selaras.models.coverage.justifications import Direction
from selaras.models.decisions.answers import GAP_ANSWERS, LEAVE, LINK_ANSWERS, read_answer, read_day
from selaras.models.decisions.conflicts import Verdict, Wish
from selaras.models.decisions.ends import fingerprint
from selaras.models.decisions.log import Action, Gap
from selaras.models.errors import InputError
from selaras.models.messages import Message, message
from selaras.outputs.review_book import LINK_MARK, shown_fingerprint

ANSWERED = ("decision", "target", "reason", "until", "author")
ABOUT = ("id", "direction")
LONGEST_REVISION = 9  # digits; no log is longer
TECHNICAL = ("id", "direction", "revision", "fingerprint")


@dataclass(frozen=True, slots=True)
class RowNote:
    """What is to be said of a row."""

    sheet: str
    number: int
    message: Message


@dataclass(frozen=True, slots=True)
class Merge:
    """What became of the rows of a workbook."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[RowNote] = field(default_factory=list)
    notes: list[RowNote] = field(default_factory=list)
    left: int = 0  # rows without a decision

    def count(self, verdict: Verdict) -> int:
        """How many wishes came to this."""
        return sum(one.verdict is verdict for one in self.outcomes)


@dataclass(frozen=True, slots=True)
class Editor:
    """Who brings the workbook; a row may name another author."""

    name: str | None
    force: bool = False


def merge_rows(session: Session, rows: Sequence[BookRow], editor: Editor) -> Merge:
    """Take in all rows that can be taken; the caller's transaction keeps them together."""
    desk, asked = Desk(session), [row for row in rows if _is_answered(row)]
    found = Merge(left=len(rows) - len(asked), notes=[*_edited(rows), *_undecided(rows)])
    torn = _torn(asked)
    for row in asked:
        if (row.sheet, row.number) in torn:
            found.problems.append(RowNote(row.sheet, row.number, message("review.row.twice")))
            continue
        try:
            found.outcomes.extend(_take(desk, row, editor))
        except InputError as error:
            found.problems.append(RowNote(row.sheet, row.number, error.message))
            continue
        found.notes.extend(_past(row))
    return found


def _past(row: BookRow) -> Iterable[RowNote]:
    """A note on a gap that is signed until a day that is over: it stays open."""
    until = read_day(row.cells.get("until"))
    if row.mark != LINK_MARK and until and until < datetime.now(UTC).date():
        yield RowNote(row.sheet, row.number, message("review.past", day=until))


def _is_answered(row: BookRow) -> bool:
    """Tell whether a row asks for something; an answer that is a formula or no known word does, too."""
    answers = LINK_ANSWERS if row.mark == LINK_MARK else GAP_ANSWERS
    return "decision" in row.formulas or read_answer(row.text("decision"), answers) != LEAVE


def _torn(rows: Sequence[BookRow]) -> set[tuple[str, int]]:
    """Rows that say different things of one link or gap."""
    sheets = {row.sheet: [one for one in rows if one.sheet == row.sheet] for row in rows}
    return {
        (sheet, number) for sheet, found in sheets.items() for number in repeated(found, ABOUT, ANSWERED[:4])
    }


def _edited(rows: Iterable[BookRow]) -> Iterable[RowNote]:
    """Notes on rows in whose shown texts somebody has written; that changes nothing."""
    for row in rows:
        texts = [row.whole(key) for key in ("source_text", "target_text") if key in row.cells]
        if row.text("shown") and shown_fingerprint(*texts) != row.text("shown"):
            yield RowNote(row.sheet, row.number, message("review.row.edited"))


def _undecided(rows: Iterable[BookRow]) -> Iterable[RowNote]:
    """Notes on rows that somebody began to fill in, but for the decision: they are left as they are."""
    for row in rows:
        if not row.text("decision") and any(row.text(key) for key in ("target", "reason", "until")):
            yield RowNote(row.sheet, row.number, message("review.row.undecided"))


def _take(desk: Desk, row: BookRow, editor: Editor) -> list[Outcome]:
    """Take in one row. Raises InputError for what cannot be taken, a conflict too."""
    formulas = row.formulas & {*ANSWERED, *TECHNICAL}
    if formulas:
        raise InputError(message("review.row.formula"))
    wish = _wish(row, editor)
    outcomes = _take_link(desk, row, wish) if row.mark == LINK_MARK else [_take_gap(desk, row, wish)]
    for outcome in outcomes:
        if outcome.verdict is Verdict.CONFLICT and outcome.last:
            raise InputError(conflict_message(outcome))
    return outcomes


def conflict_message(outcome: Outcome) -> Message:
    """Who decided what since the workbook was written."""
    last = outcome.last
    if last is None:
        raise ValueError("a conflict with nothing")
    day = f"{last.at:%Y-%m-%d %H:%M} UTC"
    facts = {"author": last.author, "day": day, "reason": last.reason or "-", "revision": last.revision}
    return message(f"review.row.since.{last.action}", **facts)


def _wish(row: BookRow, editor: Editor) -> Wish:
    answers = LINK_ANSWERS if row.mark == LINK_MARK else GAP_ANSWERS
    answer = read_answer(row.text("decision"), answers)
    if answer is None:
        raise InputError(message("review.row.wrong_word", given=row.text("decision")[:40]))
    author = " ".join((row.text("author") or editor.name or "").split())
    if not author:
        raise InputError(message("error.review_no_author"))
    seen = row.text("revision")
    if not seen.isdecimal() or len(seen) > LONGEST_REVISION:
        raise InputError(message("review.row.damaged"))
    return Wish(Action(answer), author, row.text("reason"), seen=int(seen), strict=True, force=editor.force)


def _take_link(desk: Desk, row: BookRow, wish: Wish) -> list[Outcome]:
    link = desk.session.get(LinkRow, row.text("id"), with_for_update=True)
    if link is None:
        raise InputError(message("review.row.unknown"))
    source, target = current_ends(desk, link)
    if row.text("fingerprint") != f"{fingerprint(source)}-{fingerprint(target)}":
        raise InputError(message("review.row.changed"))
    given = row.text("target").split()
    if wish.action is not Action.RETARGET:
        if given:
            raise InputError(message("review.row.needless_target"))
        return [decide_link(desk, link, wish)]
    if not given:
        raise InputError(message("review.row.no_target"))
    return list(retarget_link(desk, link, find_end(desk, given[0]), wish))


def _take_gap(desk: Desk, row: BookRow, wish: Wish) -> Outcome:
    until = read_day(row.cells.get("until"))
    if until is None:
        raise InputError(message("error.review_no_day", given=row.text("until")))
    if not wish.reason:
        raise InputError(message("error.review_no_reason"))
    if row.text("direction") not in list(Direction):
        raise InputError(message("review.row.damaged"))
    statement = find_statement(desk, row.text("id"))
    if row.text("fingerprint") != fingerprint(statement):
        raise InputError(message("review.row.changed"))
    return justify_gap(desk, statement, Gap(Direction(row.text("direction")), until), wish)
