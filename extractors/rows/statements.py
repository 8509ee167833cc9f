"""Statements in the rows of a table: one cell, a list in a cell, a full-width section row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.drafts import Place, StatementDraft
from selaras.extractors.pages.page import Cell, Table, TableRow
from selaras.extractors.phrases.labels import Label, find_label, kind_of_first_word, label_words, split_at
from selaras.extractors.phrases.numbering import read_marker, split_inline, split_items
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.prose.owners import find_owner
from selaras.extractors.rows.columns import VALUES, Column, Role
from selaras.extractors.rows.context import Context, Setting, statement_columns
from selaras.extractors.rows.mixed_columns import WORKS, Profile, build_profile
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.models.statements import StatementKind

MEASURED = VALUES | {Role.UNIT}
FEWEST_WORDS, FEWEST_LETTERS, MOST_WORDS = 2, 8, 90
_ANNOUNCES = re.compile(
    r":$|\b(?:sebagai berikut|berikut ini|yaitu|yakni|adalah|antara lain)$", re.IGNORECASE
)
# The rest of a text that a page or column edge tore off.
_GOES_ON = re.compile(r"(?:dan|serta|atau|yang|pada|untuk|dengan|dalam|di|ke)\b")
_UNIT = re.compile(
    r"(?:bidang|bagian|sub\s?bagian|sub\s?bidang|seksi|sekretariat|balai|uptd?)\b", re.IGNORECASE
)
MOST_UNIT_WORDS = 5
_INDICATOR = re.compile(r"^\s*indikator[^:\n]*:", re.IGNORECASE | re.MULTILINE)
_VISION = re.compile(r"(?i:visi)\s+([A-Z].+)", re.DOTALL)
_DOTS = re.compile(r"\.{4,}|…{2,}|_{3,}")


def is_reference(text: str) -> bool:
    """Whether a text only names statements by their numbers: `Misi 1 dan Misi 5`."""
    words = label_words()
    rest = words.number.sub(" ", words.kind.sub(" ", text))
    return words.kind.match(text) is not None and not re.search(
        r"[^\W\d_]", re.sub(r"\b(?:dan|serta)\b", "", rest)
    )


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a statement column, with the number that is printed for it elsewhere in the row."""

    cell: Cell
    page: int
    column: Column
    number: str | None


def is_statement(text: str) -> bool:
    """Whether a text can be a statement: words, not a number, a heading or a dotted line."""
    words = text.split()
    letters = sum(char.isalpha() for char in text)
    return (
        FEWEST_WORDS <= len(words) <= MOST_WORDS
        and letters >= max(FEWEST_LETTERS, len(text) // 2)
        and not _ANNOUNCES.search(text)
        and not _GOES_ON.match(text)
        and not is_reference(text)
        and not text.casefold().startswith("indikator")
        and not _DOTS.search(text)
    )


def read_sections(cell: Cell, page: int, context: Context, setting: Setting) -> Iterator[StatementDraft]:
    """Statements of a full-width row; each opens the section that the next may stand under."""
    for lines in split_at(cell.text.splitlines(), find_label):
        text = join_lines(lines, known=setting.known)
        label = find_label(text) or label_above(lines)
        drafts = _labelled_list(label, lines, cell, page, setting) if label else ()
        for found in drafts or filter(None, (_named(text, cell, page, setting),)):
            draft = replace(found, parent=context.parent_for(found.kind, 0))
            context = context.with_opened(draft)
            yield draft


def label_above(lines: Sequence[str]) -> Label | None:
    """The label that stands alone in the first line of a cell, over its text; or "Visi" right before it."""
    label = find_label(lines[0]) if len(lines) > 1 else None
    if label and label.kind and not label.rest:
        return replace(label, rest=join_lines(lines[1:]))
    found = _VISION.match(join_lines(lines))
    return Label((StatementKind.VISION,), rest=found[1]) if found else None


def _labelled_list(
    label: Label, lines: Sequence[str], cell: Cell, page: int, setting: Setting
) -> Sequence[StatementDraft]:
    """What a label names: one statement, or a list that goes on from the number of the label."""
    first = find_label(lines[0])
    items = split_items((f"{label.number}. {first.rest}", *lines[1:])) if first and first.number else ()
    labels = [label]
    if len(items) > 1:
        texts = [join_lines(item.lines, known=setting.known) for item in items]
        labels = [
            replace(label, number=item.number, rest=text) for item, text in zip(items, texts, strict=True)
        ]
    return [draft for each in labels if (draft := _labelled(each, cell, page, setting))]


def read_row(row: TableRow, context: Context, setting: Setting) -> tuple[Context, tuple[StatementDraft, ...]]:
    """Statements of an ordinary row, and the context that the row leaves."""
    drafts: list[StatementDraft] = []
    for slot in _slots(row, context.columns):
        if slot.cell.filled and slot.column.index in context.held:
            continue  # read in a row above
        found = tuple(_read_slot(slot, context, setting))
        if found:
            drafts += found
            context = _after(context, slot.column, found)
    return context, tuple(drafts)


def find_profiles(table: Table, columns: Sequence[Column]) -> dict[int, Profile]:
    """Look over the statement columns of a whole table."""
    rows: dict[int, list[tuple[str, str | None]]] = {
        column.index: [] for column in statement_columns(columns)
    }
    for row in table.rows:
        for slot in _slots(row, columns):
            rows[slot.column.index].append((" ".join(slot.cell.text.split()), slot.number))
    return {
        column.index: build_profile(column.kinds, rows[column.index]) for column in statement_columns(columns)
    }


def _slots(row: TableRow, columns: Sequence[Column]) -> Iterator[Slot]:
    """The filled cells of statement columns; one that holds only a number numbers the next."""
    pending = None
    for column in statement_columns(columns):
        cell = cell_at(row, column.index)
        if cell and column.mixed and _has_values(row, columns):
            cell = _before_indicator(cell)
        if cell is None:
            continue
        number = bare_number(cell.text)
        if number is None:
            yield Slot(cell, row.page, column, pending or row_number(row, columns, column))
        pending = number


def _before_indicator(cell: Cell) -> Cell | None:
    """What stands over "Indikator : ..." in a cell: "Program: ..."; None where it prints no such label."""
    found = _INDICATOR.search(cell.text)
    return replace(cell, text=cell.text[: found.start()]) if found and found.start() else None


def _has_values(row: TableRow, columns: Sequence[Column]) -> bool:
    """Whether a row prints a unit or a value, as an indicator does."""
    return any(cell_at(row, column.index) for column in columns if column.role in MEASURED)


def cell_at(row: TableRow, index: int) -> Cell | None:
    """The cell of a column; None where it is empty or the row is too short."""
    cell = row.cells[index] if index < len(row.cells) else None
    return cell if cell and cell.text.strip() else None


def bare_number(text: str) -> str | None:
    """The number of a cell that holds nothing else: `1`, `2.`, `b)`."""
    squeezed = "".join(text.split())
    if squeezed.isdigit() and len(squeezed) < 3:
        return squeezed
    taken = read_marker(squeezed)
    return taken[0].number if taken and not taken[1] and taken[0].number else None


def row_number(row: TableRow, columns: Sequence[Column], column: Column) -> str | None:
    """The number printed for a column: code columns joined, or the number column to its left."""
    numbers: list[str] = []
    codes: list[str] = []
    for other in columns[: column.index]:
        cell = cell_at(row, other.index)
        text = "".join(cell.text.split()).strip(".") if cell else ""
        if other.role is Role.STATEMENT and bare_number(text) is None:
            numbers = []
        elif text and other.role is Role.NUMBER:
            numbers = [text]
        elif text and other.role is Role.CODE:
            codes.append(text)
    return ".".join(codes) or (numbers[0] if numbers else None) or None


def _after(context: Context, column: Column, found: Sequence[StatementDraft]) -> Context:
    if len(column.kinds) > 1:
        for draft in found:
            context = context.with_opened(draft)
    return context.with_held(column.index, tuple(draft.key for draft in found))


def _read_slot(slot: Slot, context: Context, setting: Setting) -> Iterator[StatementDraft]:
    lines = slot.cell.text.splitlines()
    label = find_label(join_lines(lines, known=setting.known))
    if label and (draft := _labelled(label, slot.cell, slot.page, setting)):
        yield replace(draft, parent=context.parent_for(draft.kind, slot.column.index))
        return
    owner = find_owner(slot.column.head, setting.document) or setting.owner
    for printed, text in _entries(lines, setting):
        number = printed or slot.number
        kind = setting.profile(slot.column).kind_of(text, number)
        if kind and not (kind in WORKS and (wording_of(text) is Wording.OUTCOME or _is_unit(text))):
            parent = context.parent_for(kind, slot.column.index)
            yield StatementDraft(kind, text, _place(slot.cell, slot.page), number, parent, owner)


def _is_unit(text: str) -> bool:
    """Whether a text is the name of a unit of the office in charge: `Bidang Pelayaran`, `Subbagian Umum`."""
    return len(text.split()) <= MOST_UNIT_WORDS and bool(_UNIT.match(text))


def _entries(lines: Sequence[str], setting: Setting) -> Iterator[tuple[str | None, str]]:
    """Printed numbers and texts of the statements in a cell."""
    for item in split_items(lines):
        for number, part in split_inline(join_lines(item.lines, known=setting.known), item.marker):
            text = clean_text(part)
            if is_statement(text):
                yield number or None, text


def _labelled(label: Label, cell: Cell, page: int, setting: Setting) -> StatementDraft | None:
    text = clean_text(label.rest)
    if label.kind is None or not is_statement(text):
        return None
    owner = find_owner(label.beside, setting.document) or setting.owner
    return StatementDraft(label.kind, text, _place(cell, page), label.number, owner=owner)


def _named(text: str, cell: Cell, page: int, setting: Setting) -> StatementDraft | None:
    """A section row that names its own kind: `1.01.02 PROGRAM PENGELOLAAN ...`."""
    taken = read_marker(text, bare=True)
    number, body = (taken[0].number, taken[1]) if taken else (None, text)
    kind = kind_of_first_word(body)
    if kind is None or len(body.split()) < 3 or not is_statement(clean_text(body)):
        return None
    return StatementDraft(kind, clean_text(body), _place(cell, page), number, owner=setting.owner)


def _place(cell: Cell, page: int) -> Place:
    return Place(page, (cell.box,), cell.confidence)
