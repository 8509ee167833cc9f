"""The workbook that goes out to planners and comes back with their decisions.

Three sheets: proposals, gaps, instructions. Row 1 of the first two is hidden and names the columns for the
way back, whatever order they stand in; one of the names tells which sheet it is. Row 2 is the head that
people see. Hidden columns tell what a row is about, which decision was known, and how the texts read. A
fourth, hidden sheet holds the lists from which cells are filled.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from selaras.models.decisions.answers import GAP_ANSWERS, LINK_ANSWERS
from selaras.models.decisions.ends import fingerprint
from selaras.models.decisions.gaps import OpenGap
from selaras.models.decisions.review import ReviewedEnd, ReviewItem
from selaras.outputs.labels import Labels
from selaras.outputs.review_rows import LONGEST, kind_words, marked, state_words, value_words
from selaras.outputs.review_sheets import Column, SheetRow, fitting, new_book, write_lines, write_sheet
from selaras.outputs.shown_text import cut

LINK_MARK, GAP_MARK = "selaras.review.links.1", "selaras.review.gaps.1"

LINK_COLUMNS = (
    Column(LINK_MARK, "number", 5),
    Column("chance", "chance", 12),
    Column("effect", "effect", 10),
    Column("state", "state", 16),
    Column("relation", "relation", 13),
    Column("source_place", "source_place", 28),
    Column("source_text", "source_text", 48),
    Column("target_place", "target_place", 28),
    Column("target_text", "target_text", 48),
    Column("reasons", "reasons", 40),
    Column("changes", "changes", 36),
    Column("decision", "decision", 14, choices=LINK_ANSWERS, opens=True),
    Column("target", "target", 40, own_choices=True, opens=True),
    Column("reason", "reason", 32, opens=True),
    Column("author", "author", 18, opens=True),
    Column("id", "id", 20, hidden=True),
    Column("revision", "revision", 10, hidden=True),
    Column("fingerprint", "fingerprint", 20, hidden=True),
    Column("shown", "shown", 20, hidden=True),
)
GAP_COLUMNS = (
    Column(GAP_MARK, "number", 5),
    Column("source_place", "place", 32),
    Column("source_text", "statement", 60),
    Column("side", "side", 30),
    Column("decision", "decision", 14, choices=GAP_ANSWERS, opens=True),
    Column("reason", "reason", 40, opens=True),
    Column("until", "until", 16, opens=True),
    Column("author", "author", 18, opens=True),
    Column("id", "id", 20, hidden=True),
    Column("direction", "direction", 10, hidden=True),
    Column("revision", "revision", 10, hidden=True),
    Column("fingerprint", "fingerprint", 20, hidden=True),
    Column("shown", "shown", 20, hidden=True),
)


@dataclass(frozen=True, slots=True)
class BookLink:
    """A proposal and the targets that may take the place of its own."""

    item: ReviewItem
    candidates: Sequence[ReviewedEnd] = ()


def write_book(links: Iterable[BookLink], gaps: Iterable[OpenGap], labels: Labels, stream: BinaryIO) -> None:
    """Write the workbook; no text of a document becomes a formula."""
    book = new_book()
    link_rows = [_link_row(number, one, labels) for number, one in enumerate(links, 1)]
    gap_rows = [_gap_row(number, one, labels) for number, one in enumerate(gaps, 1)]
    write_sheet(book, LINK_COLUMNS, link_rows, labels, "links")
    write_sheet(book, GAP_COLUMNS, gap_rows, labels, "gaps")
    write_lines(book, labels.text("review.book.instructions").strip().split("\n"), labels)
    book.save(stream)


def link_fingerprint(item: ReviewItem) -> str:
    """What changes where the text, the unit or a value at either end does."""
    return f"{fingerprint(item.source.end)}-{fingerprint(item.target.end)}"


def shown_fingerprint(*cells: str) -> str:
    """What changes where a planner writes into cells that are only shown; blanks do not count."""
    joined = "\x1f".join(" ".join(fitting(cell).split()) for cell in cells)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def target_choice(end: ReviewedEnd, labels: Labels) -> str:
    """A target as it stands in the list to choose from: its id first, by which it is read back."""
    return f"{end.end.node}  {kind_words(end.end, labels)}: {cut(end.end.text, LONGEST)}"


def _link_row(number: int, link: BookLink, labels: Labels) -> SheetRow:
    item = link.item
    texts = _text(item.source, labels), _text(item.target, labels)
    cells: dict[str, str | float] = {
        LINK_MARK: number,
        "chance": round(item.link.probability, 2),
        "effect": item.effect,
        "state": state_words(item, labels),
        "relation": labels.relation(item.link.relation),
        "source_place": _place(item.source, labels),
        "source_text": texts[0],
        "target_place": _place(item.target, labels),
        "target_text": texts[1],
        "reasons": "\n".join(labels.render(reason) for reason in item.link.reasons),
        "changes": _changes(item, labels),
        "id": item.link.id,
        "revision": item.revision,
        "fingerprint": link_fingerprint(item),
        "shown": shown_fingerprint(*texts),
    }
    return SheetRow(cells, tuple(target_choice(one, labels) for one in link.candidates))


def _gap_row(number: int, gap: OpenGap, labels: Labels) -> SheetRow:
    words = _text(gap.statement, labels)
    cells: dict[str, str | float] = {
        GAP_MARK: number,
        "source_place": _place(gap.statement, labels),
        "source_text": words,
        "side": labels.text(f"labels.coverage.{gap.side.value}.{gap.status.value}"),
        "id": gap.statement.end.node,
        "direction": gap.side.value,
        "revision": gap.revision,
        "fingerprint": fingerprint(gap.statement.end),
        "shown": shown_fingerprint(words),
    }
    return SheetRow(cells)


def _place(end: ReviewedEnd, labels: Labels) -> str:
    facts = (labels.plan(end.document), kind_words(end.end, labels), labels.place(end.end.passage))
    return "\n".join(facts)


def _text(end: ReviewedEnd, labels: Labels) -> str:
    values = value_words(end.end, labels) if end.end.is_indicator else ""
    return "\n".join(filter(None, (end.end.text, values)))


def _changes(item: ReviewItem, labels: Labels) -> str:
    return "\n".join(
        f"{labels.text(f'review.fact.{change.fact}')}: {marked(change.parts)}"
        for found in item.changes
        for change in found
    )
