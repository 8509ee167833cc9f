"""Cascades drawn as a table (cascading, pohon kinerja): each column is a branch, each row a level below.

Rows hold labelled statements (`Tujuan 1 : ...`), or labels alone over a row of their texts; measures stand
under them, each with its value at the right or in brackets, and come again under the offices that answer for
them. What stands above a cell is what it serves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from selaras.extractors.drafts import IndicatorDraft, Place, StatementDraft, StatementKey, ValueDraft
from selaras.extractors.pages.page import Cell, Table, TableRow
from selaras.extractors.prose.labels import Label, find_label
from selaras.extractors.prose.numbering import read_marker
from selaras.extractors.prose.wording import Wording, wording_of
from selaras.extractors.rows.columns import Column, Role, squeeze
from selaras.extractors.rows.context import RANK, Context, Setting
from selaras.extractors.rows.indicators import is_name, year_of
from selaras.extractors.rows.statements import is_statement, label_above, read_sections
from selaras.extractors.rows.value_cells import join_value, with_unit
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind

FEWEST_BRANCHES = 2
MOST_VALUE_WORDS = 6
TOUCHING = 3.0  # points between a measure and its value

_MEASURES = re.compile(r"(?:indikator(?:kinerja)?\d{0,2}|outcome|output)")
_OFFICE = re.compile(
    r"(?:kepala|ka|kasi|kasie|seksi|kabid|bidang|kabag|bagian|kasub\w*|subb?ag\w*|subb?id\w*|direktur|wadir|wakil"
    r"|sekretar\w+|pengelola|pengolah|pengadministrasi\w*|bendahara|koordinator|perencana|jabatan)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[(\s]*[<>≤≥±~]?\s*\d+(?!\d*\))")
_BRACKETED = re.compile(r"^\((?P<value>[^()]*\d[^()]*)\)?$")
_ITEM = re.compile(r"^(?:\d{1,2}\)|[a-z][.)]?)\s+(?=[^\W\d_])")
_COLUMN = Column(0, Role.TARGET)


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell with its page, and the value in the cell that touches it at the right."""

    cell: Cell
    page: int
    value: str | None = None


@dataclass(frozen=True, slots=True)
class _Branch:
    """A statement with the cell whose width its branch has."""

    cell: Cell
    draft: StatementDraft


@dataclass(frozen=True, slots=True)
class _State:
    """What stands above the next row: open branches, and labels whose texts are still to come.

    A label is None where it announces measures. `offices` are the cells of offices so far.
    """

    setting: Setting
    branches: tuple[_Branch, ...] = ()
    labels: tuple[tuple[Cell, Label | None], ...] = ()
    offices: tuple[Cell, ...] = ()
    statements: tuple[StatementDraft, ...] = ()
    indicators: tuple[IndicatorDraft, ...] = ()


def is_cascade(table: Table, kind: PlanKind) -> bool:
    """Whether a table is a cascade: labelled statements side by side, or mere boxes in such a document."""
    if any(_count_branches(row) >= FEWEST_BRANCHES for row in table.rows):
        return True
    heads = {squeeze(head) for head in table.heads}
    return kind is PlanKind.CASCADE and all(not head or _MEASURES.fullmatch(head) for head in heads)


def _count_branches(row: TableRow) -> int:
    """How many numbered labels of one kind stand side by side in a row."""
    labels = (label for cell in _own(row) if (label := _label_of(cell)) and label.number)
    return max(Counter(label.kind for label in labels if label.kind).values(), default=0)


def read_cascade(
    table: Table, setting: Setting
) -> tuple[tuple[StatementDraft, ...], tuple[IndicatorDraft, ...]]:
    """Statements and indicators of a cascade, each under what stands above it."""
    state = _State(setting)
    for row in table.rows:
        sections = tuple(read_sections(row.section, row.page, Context(()), setting)) if row.section else ()
        if row.section and sections:
            state = _with_branches(state, row.section, sections)
            continue
        cells = [row.section] if row.section else _own(row)
        for cell, following in zip_longest(cells, cells[1:]):
            if cell:
                state = _read_box(_Box(cell, row.page, _value_beside(cell, following)), state)
    return state.statements, _once(state.indicators)


def _once(drafts: Iterable[IndicatorDraft]) -> tuple[IndicatorDraft, ...]:
    """Each measure once: offices side by side print what they share."""
    first = {(draft.name, draft.unit, draft.targets, draft.statement): draft for draft in reversed([*drafts])}
    return tuple(reversed(first.values()))


def _own(row: TableRow) -> list[Cell]:
    """The cells that a row prints itself."""
    return [cell for cell in row.cells if cell and not cell.filled and cell.text.strip()]


def _read_box(box: _Box, state: _State) -> _State:
    if _MEASURES.fullmatch(squeeze(box.cell.text)):
        return _with_label(state, box.cell, None)
    label = _label_of(box.cell)
    if label and label.kind:
        return _with_statement(state, box, label) if label.rest else _with_label(state, box.cell, label)
    if _OFFICE.match(box.cell.text):
        return replace(state, offices=(*state.offices, box.cell))
    waiting = next((entry for entry in state.labels if _is_over(entry[0], box.cell)), None)
    if waiting and waiting[1]:
        state = replace(state, labels=tuple(entry for entry in state.labels if entry is not waiting))
        return _with_statement(
            state, box, replace(waiting[1], rest=_joined(box.cell.text.splitlines(), state))
        )
    measure = _read_measure(box, state, announced=waiting is not None)
    return replace(state, indicators=(*state.indicators, measure)) if measure else state


def _label_of(cell: Cell) -> Label | None:
    """The label of a cell; its kind may stand alone in the first line, over the text."""
    lines = cell.text.splitlines()
    return find_label(join_lines(lines)) or label_above(lines)


def _joined(lines: Iterable[str], state: _State) -> str:
    return join_lines(lines, known=state.setting.known)


def _with_label(state: _State, cell: Cell, label: Label | None) -> _State:
    kept = tuple(entry for entry in state.labels if not _overlap(cell, entry[0]))
    return replace(state, labels=(*kept, (cell, label)))


def _with_statement(state: _State, box: _Box, label: Label) -> _State:
    text = clean_text(label.rest)
    if label.kind is None or not is_statement(text):
        return state
    place, parent = Place(box.page, (box.cell.box,)), _key_above(state, box.cell, label.kind)
    draft = StatementDraft(label.kind, text, place, label.number, parent, state.setting.owner)
    return _with_branches(state, box.cell, (draft,))


def _with_branches(state: _State, cell: Cell, drafts: Sequence[StatementDraft]) -> _State:
    """Open branches under a cell; they close all below that are of their kinds, or lower."""
    highest = min(RANK[draft.kind] for draft in drafts)
    kept = tuple(
        branch
        for branch in state.branches
        if RANK[branch.draft.kind] < highest or not _overlap(cell, branch.cell)
    )
    opened = tuple(_Branch(cell, draft) for draft in drafts)
    return replace(state, branches=(*kept, *opened), statements=(*state.statements, *drafts))


def _key_above(state: _State, cell: Cell, kind: StatementKind | None = None) -> StatementKey | None:
    """The lowest statement over a cell, over a statement one of a higher kind; None where several are."""
    over = [branch.draft for branch in state.branches if _is_over(branch.cell, cell)]
    ranks = [RANK[draft.kind] for draft in over if kind is None or RANK[draft.kind] < RANK[kind]]
    lowest = [draft.key for draft in over if ranks and RANK[draft.kind] == max(ranks)]
    return lowest[0] if len(lowest) == 1 else None


def _is_over(upper: Cell, cell: Cell) -> bool:
    """Whether a cell stands under another that is at least as wide."""
    middle = (cell.box[0] + cell.box[2]) / 2
    return upper.box[0] <= middle <= upper.box[2] and _width(cell) <= _width(upper) + 2 * TOUCHING


def _overlap(one: Cell, other: Cell) -> bool:
    return _is_over(one, other) or _is_over(other, one)


def _value_beside(cell: Cell, following: Cell | None) -> str | None:
    """The value in the box that touches a measure at its right."""
    if following is None or abs(following.box[0] - cell.box[2]) > TOUCHING or _is_value(cell):
        return None
    narrower = _width(following) < _width(cell)
    return _bare(join_value(following.text.splitlines())) if narrower and _is_value(following) else None


def _width(cell: Cell) -> float:
    return cell.box[2] - cell.box[0]


def _is_value(cell: Cell) -> bool:
    """Whether a box holds a value: few words, the first a number, and not the number of a measure (`2.1`)."""
    marked = read_marker(cell.text)
    numbered = marked is not None and len(marked[1].split()) != 1
    return bool(_VALUE.match(cell.text)) and not numbered and len(cell.text.split()) <= MOST_VALUE_WORDS


def _bare(value: str) -> str:
    """A value without the bracket around it."""
    found = _BRACKETED.match(value)
    return found["value"].strip() if found else value


def _read_measure(box: _Box, state: _State, *, announced: bool) -> IndicatorDraft | None:
    """The measure of a box; None where neither label, number, value nor wording tells that it is one."""
    lines, bracketed = _part_value(box.cell.text.splitlines())
    value = box.value or bracketed
    marker = read_marker(lines[0])
    number = marker[0].number if marker and "." in marker[0].number else None
    name = clean_text(_joined(_without_items((marker[1], *lines[1:]) if marker else lines), state))
    told = announced or value or number or wording_of(name) is Wording.MEASURE
    if not told or not is_name(name, _COLUMN) or (_is_value(box.cell) and not number):
        return None
    targets = (ValueDraft(year_of(_COLUMN, state.setting), value),) if value else ()
    place = Place(box.page, (box.cell.box,))
    statement = _measured(box.cell, number, state)
    return with_unit(IndicatorDraft(name, place, statement=statement, targets=targets))


def _part_value(lines: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """The lines of a name, and the value that stands in brackets below it."""
    starts = [place for place, line in enumerate(lines) if place and line.lstrip().startswith("(")]
    if not starts:
        return lines, None
    found = _BRACKETED.match(join_value(lines[starts[-1] :]))
    return (lines[: starts[-1]], found["value"].strip()) if found else (lines, None)


def _without_items(lines: Iterable[str]) -> list[str]:
    """Lines without item numbers, which stand at the second line of a box whose text is centred."""
    return [_ITEM.sub("", line.strip(), count=1) if place < 2 else line for place, line in enumerate(lines)]


def _measured(cell: Cell, number: str | None, state: _State) -> StatementKey | None:
    """The statement over a measure; under an office the one whose number the measure carries."""
    if not any(_is_over(office, cell) for office in state.offices):
        return _key_above(state, cell)
    head = number.split(".")[0] if number else None
    same = {
        draft.key
        for draft in state.statements
        if draft.kind is StatementKind.OBJECTIVE and draft.number == head
    }
    return same.pop() if head and len(same) == 1 else None
