"""Entries of boxes become drafts of statements and indicators; texts that stay unplaced become a warning."""

from collections.abc import Iterable, Iterator

from selaras.extractors.drafts import IndicatorDraft, Place, StatementDraft, StatementKey, ValueDraft
from selaras.extractors.pages.page import Cell
from selaras.extractors.rows.statements import is_statement
from selaras.extractors.rows.value_cells import join_value, with_unit
from selaras.extractors.trees.box_values import bare_value, is_blank_value
from selaras.extractors.trees.entries import Entry, Part
from selaras.models.documents import PlanningDocument
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning

FEWEST_LETTERS = 3
LONGEST_QUOTE = 400  # characters


def build_statement(
    entry: Entry, place: Place, *, parent: StatementKey | None = None, owner: str | None = None
) -> StatementDraft | None:
    """The statement of an entry; None where it is none, or its text cannot be one."""
    if entry.part is not Part.STATEMENT or entry.kind is None or not is_statement(entry.text):
        return None
    return StatementDraft(entry.kind, entry.text, place, entry.number, parent, owner)


def build_indicator(
    entry: Entry,
    place: Place,
    document: PlanningDocument,
    *,
    value: Cell | None = None,
    statement: StatementKey | None = None,
) -> IndicatorDraft | None:
    """The indicator of an entry, with the value of its own text or of the cell beside it; None for others.

    A box prints no year: the value counts for the year of a document that is made for one, else for none.
    """
    if entry.part is not Part.MEASURE or sum(map(str.isalpha, entry.text)) < FEWEST_LETTERS:
        return None
    printed = bare_value(join_value(value.text.splitlines()) if value else entry.value or "")
    target = () if is_blank_value(printed) else (ValueDraft(_year(document), printed),)
    return with_unit(IndicatorDraft(entry.text, place, statement=statement, targets=target))


def unplaced_warnings(entries: Iterable[Entry], page: int) -> Iterator[ReadingWarning]:
    """A warning that quotes the boxes of a page of which it is not known what they are, if there are any."""
    texts = [entry.text for entry in entries if _is_unplaced(entry)]
    if texts:
        quoted = "; ".join(texts)
        short = quoted if len(quoted) <= LONGEST_QUOTE else f"{quoted[:LONGEST_QUOTE].rstrip()} ..."
        yield ReadingWarning(message("extraction.unplaced_boxes", count=len(texts), texts=short), page)


def _is_unplaced(entry: Entry) -> bool:
    unfit = entry.part is Part.STATEMENT and entry.text != "" and not is_statement(entry.text)
    return entry.part is Part.TEXT or unfit


def _year(document: PlanningDocument) -> int | None:
    period = document.period
    return period.start if period and period.start == period.end else None
