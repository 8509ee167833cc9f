"""Grids as drawn become tables as planners mean them: with one head, joined over pages, cells filled down."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.layout.lines import body_lines
from selaras.extractors.pages.page import Line, Page, Table
from selaras.extractors.tables.blocks import Block, find_blocks, repeated_rows
from selaras.extractors.tables.continuation import (
    are_notes,
    find_continuation,
    lines_between,
    with_heads_before,
)
from selaras.extractors.tables.heads import plain_head
from selaras.extractors.tables.layout import Layout, read_layout
from selaras.extractors.tables.rows import read_rows
from selaras.extractors.tables.sheets import Sheet, build_sheet
from selaras.extractors.tables.titles import find_title


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
        if drafts and (rest := _rest_of(drafts[-1], first, lines)):
            drafts[-1] = _joined(drafts[-1], rest)
        else:
            drafts.append(_started(_headed(drafts[-1], first, lines) if drafts else first, title))
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


def _rest_of(draft: _Draft, block: Block, lines: Mapping[int, Sequence[Line]]) -> Block | None:
    """The block as the next part of a table, where nothing stands between but notes."""
    if not are_notes(lines_between(draft.end, block.sheet, lines)):
        return None
    return find_continuation(block, draft.end, draft.table.heads, draft.layout)


def _headed(draft: _Draft, block: Block, lines: Mapping[int, Sequence[Line]]) -> Block:
    between = lines_between(draft.end, block.sheet, lines)
    if between is None:
        return block
    return with_heads_before(block, draft.end, draft.table.heads, draft.layout, between)
