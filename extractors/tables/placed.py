"""Grids with every cell in its place, as people would copy them: which rows and columns each cell covers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.extractors.pages.page import Cell, Grid, Page
from selaras.extractors.pages.shown_place import shown_box
from selaras.extractors.tables.sheets import build_sheet
from selaras.models.passages import Box


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell: its first row and column from 0, how many of each it covers, and its box as viewers show it.

    `confidence` (0 to 1) is how sure OCR is of its least sure word; None where no word comes from OCR.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    box: Box
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, or the part of one that stands on a page; `box` as viewers show it, in points from above."""

    page: int
    box: Box
    rows: int
    columns: int
    cells: tuple[PlacedCell, ...]

    def texts(self) -> list[list[str]]:
        """The texts row by row; empty where no cell begins."""
        texts = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            texts[cell.row][cell.column] = cell.text
        return texts


def place_tables(pages: Sequence[Page]) -> tuple[PlacedTable, ...]:
    """The tables of all pages in reading order, page by page."""
    return tuple(_place(page, grid) for page in pages for grid in page.grids)


def _place(page: Page, grid: Grid) -> PlacedTable:
    cells = tuple(_cells(page, build_sheet(grid).covers))
    return PlacedTable(page.number, shown_box(page, grid.box), len(grid.rows), len(grid.rows[0]), cells)


def _cells(page: Page, covers: Sequence[Sequence[Cell | None]]) -> Iterator[PlacedCell]:
    seen: dict[int, list[tuple[int, int]]] = {}
    cells: dict[int, Cell] = {}
    for row, covered in enumerate(covers):
        for column, cell in enumerate(covered):
            if cell is not None:
                cells[id(cell)] = cell
                seen.setdefault(id(cell), []).append((row, column))
    for key, places in seen.items():
        rows, columns = ([place[axis] for place in places] for axis in (0, 1))
        size = (max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)
        cell = cells[key]
        box = shown_box(page, cell.box)
        yield PlacedCell(min(rows), min(columns), *size, cell.text, box, cell.confidence)
