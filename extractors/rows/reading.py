"""A table becomes statements and indicators, row by row: the context of the rows above is carried down."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from selaras.extractors.drafts import Findings, IndicatorDraft, StatementDraft
from selaras.extractors.judging import Judge
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell, Table, TableRow
from selaras.extractors.phrases.labels import find_label, label_words
from selaras.extractors.prose.introductions import words_behind_each
from selaras.extractors.prose.owners import find_owner
from selaras.extractors.rows.columns import (
    Column,
    Role,
    is_head,
    is_head_beside_text,
    is_head_row,
    read_columns,
    squeeze,
)
from selaras.extractors.rows.context import Context, Setting
from selaras.extractors.rows.described import name_described
from selaras.extractors.rows.guessed_columns import guess_indicators
from selaras.extractors.rows.indicators import read_indicators
from selaras.extractors.rows.shared_names import part_shared_names
from selaras.extractors.rows.statements import find_profiles, read_row, read_sections
from selaras.extractors.rows.years import find_period, resolve_years, without_past
from selaras.models.documents import PlanningDocument
from selaras.models.plans import ReadingWarning
from selaras.models.values import find_decimal_mark

_MEASURES = re.compile(r"indikator\s+(?:kinerja\s+)?(?:tujuan|sasaran|program|kegiatan|sub)\b", re.IGNORECASE)
READ_ROLES = frozenset({Role.STATEMENT, Role.INDICATOR})


def read_table(
    table: Table, document: PlanningDocument, *, known: Collection[str] = (), judge: Judge | None = None
) -> Findings:
    """Read one table; without a column for statements or indicators it yields its section rows only.

    Which column names the indicators, where no head says so, the judge may tell.
    """
    title = table.title or ""
    columns = _read_columns(table.heads, title, document)
    columns, guessed = guess_indicators(table, columns, judge) if judge else (columns, ())
    owners = (find_owner(words, document) for words in words_behind_each(title))
    owner = next((name for name in owners if name), None)
    setting = Setting(document, title, owner, known, find_profiles(table, columns))
    context = Context(columns)
    statements: list[StatementDraft] = []
    indicators: list[IndicatorDraft] = []
    for row in part_shared_names(table.rows, columns, known):
        context, found, measures = _read(row, context, setting)
        statements += found
        indicators += measures
    indicators = with_marks(indicators)
    doubts = (ReadingWarning(draft.doubt, draft.place.page) for draft in indicators if draft.doubt)
    return Findings(tuple(statements), tuple(indicators), (*guessed, *doubts))


def _read_columns(heads: Sequence[str], title: str, document: PlanningDocument) -> tuple[Column, ...]:
    """Columns with their calendar years; years of the past are no targets."""
    named = name_described(read_columns(heads, title=title), document.kind)
    columns = resolve_years(named, find_period(title), document.period)
    return without_past(columns, document.period)


def _is_read(columns: Sequence[Column]) -> bool:
    """Whether any column prints statements or indicators."""
    return any(column.role in READ_ROLES for column in columns)


def with_marks(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
    """Tell each indicator of a table the decimal mark that its own values show, else those of the table.

    Rows come before columns: a row is written by one office, a column by all.
    """
    common = find_decimal_mark(value.text for draft in drafts for value in draft.values)
    return [
        replace(draft, decimal_mark=find_decimal_mark(value.text for value in draft.values) or common)
        for draft in drafts
    ]


def _read(
    row: TableRow, context: Context, setting: Setting
) -> tuple[Context, tuple[StatementDraft, ...], tuple[IndicatorDraft, ...]]:
    if row.section is not None:
        return _read_section(row.section, row.page, context, setting)
    printed = [cell.text for cell in row.cells if cell]
    if is_head_row(printed) or is_head_beside_text(printed):
        return _with_heads(row, context, setting), (), ()
    if labelled := _labelled_row(row, context) or _measuring_row(row):
        return _read_section(labelled, row.page, context, setting)
    if not _is_read(context.columns):
        return context, (), ()
    context, statements = read_row(row, context, setting)
    return context, statements, tuple(read_indicators(row, context, setting))


def _read_section(
    cell: Cell, page: int, context: Context, setting: Setting
) -> tuple[Context, tuple[StatementDraft, ...], tuple[IndicatorDraft, ...]]:
    drafts = tuple(read_sections(cell, page, context, setting))
    for draft in drafts:
        context = context.with_opened(draft)
    text = squeeze(cell.text)
    if not drafts and "indikator" in text:
        kinds = tuple(kind for name, kind in label_words().kinds.items() if squeeze(name) in text)
        context = replace(context, measured=kinds, held={})
    return context, drafts, ()


def _with_heads(row: TableRow, context: Context, setting: Setting) -> Context:
    """A row of heads inside the table: columns that it names change, the others stay."""
    heads = [cell.text if cell and is_head(cell.text) else "" for cell in row.cells]
    renamed = _read_columns(heads, setting.title, setting.document)
    pairs = zip(renamed, context.columns, strict=False)
    columns = tuple(new if heads[new.index].strip() else old for new, old in pairs)
    return replace(context, columns=columns, held={})


def _measuring_row(row: TableRow) -> Cell | None:
    """A row such as "I | INDIKATOR TUJUAN & SASARAN:" tells what the indicators below measure."""
    cells = [cell for cell in row.cells if cell and len(cell.text.strip(" .:\n")) > 3]
    fits = len(cells) == 1 and _MEASURES.match(" ".join(cells[0].text.split()))
    return cells[0] if fits else None


def _labelled_row(row: TableRow, context: Context) -> Cell | None:
    """A label in one cell and its text in the next ("VISI (RPJMD) | : | ...") make one section.

    So does a labelled text outside the columns of statements, whatever else the row holds.
    """
    cells = [(at, cell) for at, cell in enumerate(row.cells) if cell and cell.text.strip(" :\n")]
    label = find_label(cells[0][1].text) if cells and not cells[0][1].filled else None
    if label is None or label.kind is None:
        return None
    (at, first), others = cells[0], [cell for _, cell in cells[1:]]
    aside = at >= len(context.columns) or context.columns[at].role not in READ_ROLES
    if label.rest and (not others or aside) and (aside or not label.number):
        return first
    if label.rest or len(others) != 1 or (label.number and not aside):
        return None
    return _labelled(first, others[0])


def _labelled(label: Cell, text: Cell) -> Cell:
    sure = least_sure((label.confidence, text.confidence))
    return Cell(f"{label.text} : {text.text}", text.box, confidence=sure)
