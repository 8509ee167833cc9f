"""The check of a draft as the rows of its report, in no language yet: what is shown, in what order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from selaras.models.checks.candidate import DraftCheck, DraftMatch, ItemCheck, PlanAnswer
from selaras.models.documents import PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.links import PARTLY_LINKED
from selaras.outputs.marks import MatchedWords, Piece, mark, matched_words

NEAREST = 2  # matches shown of an item that has no probable one
MOST = 3  # matches shown at once; the others can be unfolded


@dataclass(frozen=True, slots=True)
class Imprint:
    """How a report came to be: the program's version, its settings in plain words, the date.

    The date stands apart from all else: two reports of the same inputs differ in nothing but this.
    """

    version: str
    made: date
    settings: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A statement of a plan that an item may serve, with the matched words marked."""

    match: DraftMatch
    plan: PlanningDocument
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of the draft; `place` counts the items from 1, `more` holds the less probable matches."""

    place: int
    check: ItemCheck
    pieces: tuple[Piece, ...]
    matches: tuple[MatchRow, ...]
    more: tuple[MatchRow, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The statements of a plan that nothing in the draft answers; `asked` counts all that were looked for."""

    plan: PlanningDocument
    answers: tuple[PlanAnswer, ...]
    asked: int


def item_rows(check: DraftCheck) -> list[ItemRow]:
    """The items in the order of the draft."""
    plans = {plan.sha256: plan for plan in check.plans}
    return [_item_row(place, item, plans) for place, item in enumerate(check.items, 1)]


def _item_row(place: int, item: ItemCheck, plans: Mapping[DocumentId, PlanningDocument]) -> ItemRow:
    probable = sum(match.probability >= PARTLY_LINKED for match in item.matches)
    shown = min(probable or NEAREST, MOST)
    words = [_words(match) for match in item.matches]
    own = frozenset().union(*(found.source for found in words[:shown]))
    rows = [
        MatchRow(match, plans[match.plan], mark(match.statement.passage.text, found.target))
        for match, found in zip(item.matches, words, strict=True)
    ]
    return ItemRow(place, item, mark(item.item.passage.text, own), tuple(rows[:shown]), tuple(rows[shown:]))


def _words(match: DraftMatch) -> MatchedWords:
    return matched_words(match.item.text, match.statement.text, match.reasons)


def left_out_by_plan(check: DraftCheck) -> list[LeftOut]:
    """What the draft leaves out, plan by plan, in the order of the plans."""
    return [
        _left_out(plan, [one for one in check.answers if one.plan == plan.sha256]) for plan in check.plans
    ]


def _left_out(plan: PlanningDocument, answers: Sequence[PlanAnswer]) -> LeftOut:
    return LeftOut(plan, tuple(answer for answer in answers if answer.is_left_out), len(answers))
