"""Drawn rows become logical rows: merged cells are filled down, rows cut by a page's end are put together."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from selaras.extractors.pages.page import Cell, TableRow
from selaras.extractors.tables.blocks import Block
from selaras.extractors.tables.breaks import add_rest, find_rests, is_rest
from selaras.extractors.tables.layout import Layout
from selaras.extractors.tables.sections import find_section
from selaras.extractors.tables.sheets import Row, Sheet


def read_rows(block: Block, layout: Layout, before: Sequence[TableRow] = ()) -> list[TableRow]:
    """Rows of a block, added to the rows that its table has from the pages before."""
    rows = list(before)
    for row in block.rows:
        if section := find_section(block.sheet, row):
            rows.append(TableRow(block.sheet.page, (None,) * block.sheet.width, section))
        elif rows and rows[-1].section is None and before and row == block.rows[0]:
            rows = _after_break(rows, block.sheet, row, layout)
        else:
            rows = _below(rows, block.sheet, row, layout)
    return rows


def _above(rows: Sequence[TableRow]) -> Row | None:
    return rows[-1].cells if rows and rows[-1].section is None else None


def _after_break(rows: list[TableRow], sheet: Sheet, row: int, layout: Layout) -> list[TableRow]:
    """Add the first row of a page: perhaps the rest of the row before, or with the rest of a merged cell."""
    cells = sheet.rows[row]
    if is_rest(cells, rows, layout):
        return add_rest(rows, {place: cell for place, cell in enumerate(cells) if cell and cell.text})
    rests = find_rests(cells, rows[-1].cells, layout, broken=True)
    rows = add_rest(rows, rests)
    # The page's end cuts merged cells, too: their lower part is blank, or was a rest just now.
    carried = {place for place, kept in enumerate(rows[-1].cells) if kept and kept.filled} - layout.values
    return [*rows, TableRow(sheet.page, _fill(_without(cells, rests), rows[-1].cells, carried, layout))]


def _below(rows: list[TableRow], sheet: Sheet, row: int, layout: Layout) -> list[TableRow]:
    """Add a row below others of its page; a line may be drawn through the text of a merged cell."""
    last = _above(rows)
    rests = find_rests(sheet.rows[row], last, layout, broken=False) if last else {}
    rows = add_rest(rows, rests)
    cells = _without(sheet.rows[row], rests)
    merged = {place for place in range(sheet.width) if row > 0 and _is_merged(sheet, row, place)}
    filled = _fill(cells, _above(rows), (merged | rests.keys()) - layout.values, layout)
    return [*rows, TableRow(sheet.page, filled)]


def _without(cells: Row, places: Collection[int]) -> Row:
    return tuple(None if place in places else cell for place, cell in enumerate(cells))


def _is_merged(sheet: Sheet, row: int, place: int) -> bool:
    cover = sheet.covers[row][place]
    return cover is not None and cover is sheet.covers[row - 1][place]


def _fill(cells: Row, last: Row | None, merged: Collection[int], layout: Layout) -> Row:
    """A row with its merged cells, and with the blanks at its left that repeat the statements above them."""
    filled: list[Cell | None] = []
    repeats = True
    for place, cell in enumerate(cells):
        kept = last[place] if last else None
        if cell and cell.text:
            repeats = False
            filled.append(cell)
        elif kept and (place in merged or (repeats and place in layout.statements)):
            filled.append(replace(kept, filled=True))
        else:
            filled.append(None)
    return tuple(filled)
