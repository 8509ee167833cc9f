"""Grids as drawn become tables as planners mean them: with one head, joined over pages, cells filled down."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.layout.lines import body_lines
from selaras.extractors.pages.page import Line, Page, Table
from selaras.extractors.tables.blocks import Block, find_blocks, head_likeness, repeated_rows
from selaras.extractors.tables.fitting import fit_columns
from selaras.extractors.tables.heads import plain_head
from selaras.extractors.tables.layout import Layout, read_layout
from selaras.extractors.tables.rows import read_rows
from selaras.extractors.tables.sheets import SAME_EDGE, Sheet, build_sheet
from selaras.extractors.tables.titles import find_title, is_side_note

# A head that is repeated on the next page may differ in a misprint.
SAME_HEADS = 0.7


@dataclass(frozen=True, slots=True)
class _Draft:
    """A table so far; `end` is the sheet that it reached, and may go on from."""

    table: Table
    layout: Layout
    end: Sheet


def logical_tables(pages: Sequence[Page], body: Iterable[Line] | None = None) -> tuple[Table, ...]:
    """Tables of all pages in reading order; a grid without a head is a table whose heads are empty texts.

    `body` are the `body_lines` of the pages, where they are known already: captions are found in them.
    """
    lines: dict[int, list[Line]] = defaultdict(list)
    for line in body_lines(pages) if body is None else body:
        lines[line.page].append(line)
    drafts: list[_Draft] = []
    sheets = [build_sheet(grid) for page in pages for grid in page.grids]
    repeated = [repeated_rows(*pair) for pair in pairwise(sheets)]
    for sheet, before, after in zip(sheets, [0, *repeated], [*repeated, 0], strict=False):
        title = find_title(lines[sheet.page], sheet.box)
        first, *others = find_blocks(sheet, repeated=before or after or (plain_head(sheet) if title else 0))
        rest = _continuation(drafts[-1], first, lines) if drafts else None
        if rest:
            drafts[-1] = _joined(drafts[-1], rest)
        else:
            drafts.append(_started(first, title))
        drafts += (_started(block, None) for block in others)
    return tuple(draft.table for draft in drafts)


def _started(block: Block, title: str | None) -> _Draft:
    layout = read_layout(block)
    rows = tuple(read_rows(block, layout))
    return _Draft(Table((block.sheet.page,), block.heads, rows, title), layout, block.sheet)


def _joined(draft: _Draft, block: Block) -> _Draft:
    table = draft.table
    pages = tuple(dict.fromkeys((*table.pages, block.sheet.page)))
    rows = tuple(read_rows(block, draft.layout, table.rows))
    return _Draft(Table(pages, table.heads, rows, table.title), draft.layout, block.sheet)


def _continuation(draft: _Draft, block: Block, lines: Mapping[int, Sequence[Line]]) -> Block | None:
    """The block as it continues a table: the same head, or none over the same columns; no text between."""
    if not _is_next(draft.end, block.sheet, lines):
        return None
    same = draft.end.width == block.sheet.width
    if not block.headless:
        return block if same and head_likeness(block.heads, draft.table.heads) >= SAME_HEADS else None
    if same:
        return block if _is_aligned(draft.end, block.sheet) else None
    sheet = fit_columns(block.sheet, draft.end)
    return Block(sheet, ("",) * sheet.width, block.rows) if sheet else None


def _is_next(before: Sheet, sheet: Sheet, lines: Mapping[int, Sequence[Line]]) -> bool:
    if before.page == sheet.page:
        between = [line for line in lines[sheet.page] if before.box[3] <= line.box[1] < sheet.box[1]]
    elif before.page + 1 == sheet.page:
        between = [line for line in lines[before.page] if line.box[1] >= before.box[3]]
        between += [line for line in lines[sheet.page] if line.box[1] < sheet.box[1]]
    else:
        return False
    return all(map(is_side_note, between))


def _is_aligned(one: Sheet, other: Sheet) -> bool:
    """Whether columns lie at the same places, but for one shift of all: margins change with the page."""
    shifts = [here - there for here, there in zip(_edges(one), _edges(other), strict=True)]
    return max(shifts) - min(shifts) <= SAME_EDGE


def _edges(sheet: Sheet) -> tuple[float, ...]:
    return (*sheet.lefts, sheet.box[2])
