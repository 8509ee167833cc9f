"""A sheet is cut at its heads: one drawn grid may hold two tables, and one may repeat its head half-way."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.extractors.tables.heads import (
    MOST_HEAD_ROWS,
    head_end,
    is_numbers_row,
    is_repeated_head,
    read_heads,
)
from selaras.extractors.tables.sections import find_section
from selaras.extractors.tables.sheets import Row, Sheet
from selaras.models.ids import fold


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of a sheet under one head; `heads` are empty texts where none is printed."""

    sheet: Sheet
    heads: tuple[str, ...]
    rows: tuple[int, ...]

    @property
    def headless(self) -> bool:
        """Whether no head is printed."""
        return not any(self.heads)


def find_blocks(sheet: Sheet, *, repeated: int = 0) -> list[Block]:
    """Cut a sheet at every head; section rows before the first head go to the table below them.

    `repeated` first rows stand on the next or last page, too: they are the head where no words tell of one.
    """
    blocks: list[Block] = []
    heads: tuple[str, ...] = ("",) * sheet.width
    rows: list[int] = []
    row = 0
    while row < len(sheet.rows):
        end = _head_end(sheet, row, rows if not any(heads) else None)
        end = end if row or end else repeated
        found = read_heads(sheet, range(row, end))
        if end > row and head_likeness(found, heads) < 1:
            if any(heads) or not _only_sections(sheet, rows):
                blocks.append(Block(sheet, heads, tuple(rows)))
                rows = []
            heads = found
        elif end == row and (rows or not is_numbers_row(sheet, row)):
            rows.append(row)
        row = max(end, row + 1)
    return [*blocks, Block(sheet, heads, tuple(rows))]


def _head_end(sheet: Sheet, row: int, before: Sequence[int] | None) -> int:
    """The end of a head at this row; below data (`before` is None or has some) only plain heads do."""
    if before is not None and _only_sections(sheet, before):
        return row if find_section(sheet, row) else head_end(sheet, row)
    return head_end(sheet, row) if is_repeated_head(sheet.printed(row)) else row


def _only_sections(sheet: Sheet, rows: Sequence[int]) -> bool:
    return all(find_section(sheet, row) for row in rows)


def repeated_rows(sheet: Sheet, other: Sheet) -> int:
    """How many first rows two sheets share, as a table does that repeats its head on every page."""
    pairs = zip(sheet.rows, other.rows, strict=False)
    same = [_texts(here) == _texts(there) and len(_texts(here)) > 1 for here, there in pairs]
    count = same.index(False) if False in same else len(same)
    return count if count <= MOST_HEAD_ROWS and count < min(len(sheet.rows), len(other.rows)) else 0


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row if cell and cell.text]


def head_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of columns whose heads say the same, whatever their line breaks and blanks."""
    same = sum(_squeezed(here) == _squeezed(there) for here, there in zip(one, other, strict=False))
    return same / max(len(one), len(other))


def _squeezed(head: str) -> str:
    return fold(head).replace(" ", "")
