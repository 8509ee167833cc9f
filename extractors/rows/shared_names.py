"""Names of several indicators in one merged cell, each beside a row of values of its own."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from selaras.extractors.pages.page import Cell, TableRow
from selaras.extractors.rows.columns import Column
from selaras.extractors.rows.indicator_names import names_in_cell
from selaras.extractors.rows.indicators import VALUE_ROLES, find_blocks


def part_shared_names(
    rows: Sequence[TableRow], columns: Sequence[Column], known: Collection[str]
) -> tuple[TableRow, ...]:
    """Give each row its own name where a merged cell holds just as many names as it covers rows of values."""
    parted = tuple(rows)
    for block in find_blocks(columns):
        if values := [column.index for column in block.of(*VALUE_ROLES)]:
            parted = _part(parted, block.indicator.index, values, known)
    return parted


def _part(
    rows: Sequence[TableRow], index: int, values: Sequence[int], known: Collection[str]
) -> tuple[TableRow, ...]:
    starts = [_cell(row, index) is not None and not _is_filled(row, index) for row in rows]
    numbers = list(accumulate(starts))
    groups = (list(group) for _, group in groupby(range(len(rows)), key=numbers.__getitem__))
    parted: list[TableRow] = []
    for group in groups:
        parted += _part_group([rows[place] for place in group], index, values, known)
    return tuple(parted)


def _part_group(
    rows: list[TableRow], index: int, values: Sequence[int], known: Collection[str]
) -> list[TableRow]:
    """Rows from one that prints a name down to the next; the rows that its cell covers come first."""
    cell = _cell(rows[0], index)
    covered = [row for row in rows if _cell(row, index) and _has_own_values(row, values)]
    if cell is None or len(covered) < 2 or len(covered) < len(rows):
        return rows
    names = names_in_cell(cell.text.splitlines(), len(covered), known=known)
    if len(names) != len(covered):
        return rows
    return [_with_name(row, index, name) for row, name in zip(rows, names, strict=True)]


def _cell(row: TableRow, index: int) -> Cell | None:
    return row.cells[index] if index < len(row.cells) else None


def _is_filled(row: TableRow, index: int) -> bool:
    cell = _cell(row, index)
    return cell is not None and cell.filled


def _has_own_values(row: TableRow, values: Sequence[int]) -> bool:
    cells = [_cell(row, place) for place in values]
    return any(cell and cell.text.strip() and not cell.filled for cell in cells)


def _with_name(row: TableRow, index: int, name: str) -> TableRow:
    cells = [
        replace(cell, text=name, filled=False) if cell and place == index else cell
        for place, cell in enumerate(row.cells)
    ]
    return replace(row, cells=tuple(cells))
