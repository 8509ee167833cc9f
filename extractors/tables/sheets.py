"""A grid with every place filled: which cell covers which row and column, merged cells included."""

from collections.abc import Iterator
from dataclasses import dataclass

from selaras.extractors.pages.page import Cell, Grid
from selaras.models.passages import Box

# Edges that differ by less (points) are one edge.
SAME_EDGE = 6.0

Row = tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as drawn (`rows`: a cell where it begins) and as covered (`covers`: wherever it reaches)."""

    page: int
    box: Box
    lefts: tuple[float, ...]
    rows: tuple[Row, ...]
    covers: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.lefts)

    def printed(self, row: int) -> list[Cell]:
        """Cells with text that begin in a row."""
        return [cell for cell in self.rows[row] if cell and cell.text]

    def bottom(self, row: int) -> int:
        """The first row below all cells that begin in this row."""
        ends = [self._end(cell, row) for cell in self.rows[row] if cell]
        return max(ends, default=row + 1)

    def span(self, cell: Cell, row: int) -> int:
        """How many columns of a row a cell covers."""
        return sum(1 for other in self.covers[row] if other is cell)

    def _end(self, cell: Cell, row: int) -> int:
        end = row
        while end < len(self.covers) and any(other is cell for other in self.covers[end]):
            end += 1
        return end


def build_sheet(grid: Grid) -> Sheet:
    """Find what each cell covers, by its box."""
    lefts = [min(cell.box[0] for cell in column if cell) for column in zip(*grid.rows, strict=True)]
    tops = [min(cell.box[1] for cell in row if cell) for row in grid.rows]
    covers = [list(row) for row in grid.rows]  # where cells overlap, the one that begins here counts
    for row, column, cell in _cells(grid):
        for y in _reached(tops, row, cell.box[3]):
            for x in _reached(lefts, column, cell.box[2]):
                covers[y][x] = covers[y][x] or cell
    return Sheet(grid.page, grid.box, tuple(lefts), grid.rows, tuple(map(tuple, covers)))


def _cells(grid: Grid) -> Iterator[tuple[int, int, Cell]]:
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row):
            if cell:
                yield y, x, cell


def _reached(starts: list[float], first: int, end: float) -> Iterator[int]:
    """Places from the first on that begin before the cell's end."""
    yield first
    for place in range(first + 1, len(starts)):
        if starts[place] > end - SAME_EDGE / 2:
            return
        yield place
