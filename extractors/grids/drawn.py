"""Drawn tables with their text: each character goes to its cell, so no word reaches over a border."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from selaras.extractors.grids.lattice import Field, Lattice
from selaras.extractors.grids.text_columns import with_text_columns
from selaras.extractors.pages.baselines import by_baseline
from selaras.extractors.pages.page import Cell, Grid, Word
from selaras.extractors.pdf.char_words import Char, build_words, turned
from selaras.models.passages import Box

# With text in fewer cells a grid is a chart or an ornament.
FEWEST_FILLED = 2
# A column narrower than this (points) may be the gap between the two strokes of a border.
WIDEST_SLIVER = 10.0

Column = list[Cell | None]
Printed = tuple[str, tuple[float, ...]]
"""The text of a cell, and the tops of its lines."""


def fill_grids(
    chars: Iterable[Char], lattices: Sequence[Lattice], page: int
) -> tuple[list[Grid], list[Word], list[Char]]:
    """Return the grids with their text, the words inside them, and the characters that are in none."""
    grids: list[Grid] = []
    words: list[Word] = []
    left = list(chars)
    for drawn in sorted(lattices, key=_area):
        held, rest = _sort(left, drawn)
        inside = _words(held)
        lattice = with_text_columns(drawn, inside)
        if lattice is not drawn:
            held, rest = _sort(left, lattice)
            inside = _words(held)
        texts = {field: _printed(inside[field], group) for field, group in held.items()}
        grid = tidy_grid(_grid(lattice, texts, page))
        if len(held) >= FEWEST_FILLED and grid.rows and len(grid.rows[0]) > 1:
            left = rest
            grids.append(grid)
            words += [word for group in inside.values() for word in group]
    return sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])), words, left


def _words(held: Mapping[Field, Iterable[Char]]) -> dict[Field, list[Word]]:
    return {field: build_words(char for char in group if char["upright"]) for field, group in held.items()}


def _area(lattice: Lattice) -> float:
    x0, top, x1, bottom = lattice.box
    return (x1 - x0) * (bottom - top)


def _sort(chars: Iterable[Char], lattice: Lattice) -> tuple[dict[Field, list[Char]], list[Char]]:
    held: dict[Field, list[Char]] = defaultdict(list)
    rest: list[Char] = []
    for char in chars:
        field = lattice.cell_at((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
        (rest if field is None else held[field]).append(char)
    return {
        field: group for field, group in held.items() if any(not char["text"].isspace() for char in group)
    }, rest


def _printed(words: Sequence[Word], chars: Sequence[Char]) -> Printed:
    """Text of a cell and its lines' tops; heads of narrow columns often stand upright on their side."""
    rows = by_baseline(words or build_words(turned(char) for char in chars), lambda word: word.box)
    text = "\n".join(" ".join(word.text for word in row) for row in rows)
    tops = tuple(min(word.box[1] for word in row) for row in rows)
    return text, tops if words and len(tops) > 1 else ()


def _grid(lattice: Lattice, texts: dict[Field, Printed], page: int) -> Grid:
    rows = tuple(
        tuple(
            _cell(lattice.boxes[row, column], *texts.get((row, column), ("", ())))
            if (row, column) in lattice.boxes
            else None
            for column in range(len(lattice.xs) - 1)
        )
        for row in range(len(lattice.ys) - 1)
    )
    return Grid(page, lattice.box, rows)


def _cell(box: Box, text: str, tops: tuple[float, ...]) -> Cell:
    return Cell(text, box, tops=tops)


def tidy_grid(grid: Grid) -> Grid:
    """Drop blank rows, and columns in which no cell begins; join slivers of double borders to a neighbour."""
    rows = [row for row in grid.rows if any(map(_has_text, row))]
    columns = [list(column) for column in zip(*rows, strict=True) if any(column)]
    for place in reversed(range(len(columns))):
        if _is_sliver(columns, place, grid.box[2]):
            _join_sliver(columns, place)
    return replace(grid, rows=tuple(zip(*columns, strict=True)))


def _is_sliver(columns: Sequence[Column], place: int, right: float) -> bool:
    end = _left(columns[place + 1]) if place + 1 < len(columns) else right
    return end - _left(columns[place]) < WIDEST_SLIVER


def _left(column: Column) -> float:
    return min(cell.box[0] for cell in column if cell)


def _join_sliver(columns: list[Column], place: int) -> None:
    """Put the cells of a sliver into the next or last column, unless two texts would meet."""
    if not any(map(_has_text, columns[place])):
        del columns[place]
        return
    for neighbour in (place + 1, place - 1):
        if 0 <= neighbour < len(columns) and not _meet(columns[place], columns[neighbour]):
            pairs = zip(columns[place], columns[neighbour], strict=True)
            columns[neighbour] = [one if _has_text(one) else other or one for one, other in pairs]
            del columns[place]
            return


def _meet(one: Column, other: Column) -> bool:
    return any(_has_text(cell) and _has_text(beside) for cell, beside in zip(one, other, strict=True))


def _has_text(cell: Cell | None) -> bool:
    return cell is not None and cell.text != ""
