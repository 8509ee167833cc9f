"""Drawn tables with their text: each character goes to its cell, so no word reaches over a border."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from selaras.extractors.grids.lattice import Field, Lattice
from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.grids.tall_rows import tall_columns, with_text_rows
from selaras.extractors.grids.text_columns import with_text_columns
from selaras.extractors.pages.baselines import by_baseline
from selaras.extractors.pages.char_words import Char, build_words, turned
from selaras.extractors.pages.page import Cell, Grid, Word
from selaras.models.passages import Box

# With text in fewer cells a grid is a chart or an ornament.
FEWEST_FILLED = 2
# A column narrower than this (points) may be the gap between the two strokes of a border.
WIDEST_SLIVER = 10.0

Column = list[Cell | None]
Held = tuple[list[Word], list[Char]]
"""The words and characters of a cell."""
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
        lattice, inside = _completed(drawn, held)
        grid = tidy_grid(_grid(lattice, {field: _printed(*found) for field, found in inside.items()}, page))
        if _is_grid(grid, inside):
            left = rest
            grids.append(grid)
            words += [word for found, _ in inside.values() for word in found]
    return sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])), words, left


def fill_text_grids(
    words: Iterable[Word], lattices: Iterable[Lattice], page: int
) -> tuple[list[Grid], list[Word], list[Word]]:
    """The same for tables that text alone shows, and for words: none of them is cut by a line."""
    grids: list[Grid] = []
    inside: list[Word] = []
    left = list(words)
    for lattice in lattices:
        held, rest = _sort_words(left, lattice)
        grid = tidy_grid(_grid(lattice, {field: _printed(found, ()) for field, found in held.items()}, page))
        if _is_grid(grid, held):
            left = rest
            grids.append(grid)
            inside += [word for found in held.values() for word in found]
    return grids, inside, left


def lines_outside(rulings: Iterable[Ruling], grids: Sequence[Grid]) -> list[Ruling]:
    """The level lines that are no part of a grid."""
    return [
        ruling
        for ruling in rulings
        if ruling.axis is Axis.HORIZONTAL and not any(_is_part(ruling, grid.box) for grid in grids)
    ]


def _is_part(level: Ruling, box: Box) -> bool:
    return box[1] - 1 <= level.at <= box[3] + 1 and box[0] - 1 <= level.start and level.end <= box[2] + 1


def _is_grid(grid: Grid, held: Mapping[Field, object]) -> bool:
    return len(held) >= FEWEST_FILLED and bool(grid.rows) and len(grid.rows[0]) > 1


def _completed(drawn: Lattice, held: Mapping[Field, list[Char]]) -> tuple[Lattice, dict[Field, Held]]:
    """A drawn table with the columns and rows that no line parts, and what its cells hold."""
    inside = _inside(held)
    words = _words_of(inside)
    lattice = with_text_columns(drawn, words, tall_columns(drawn, words))
    if lattice is not drawn:
        inside = _inside(_sort((char for group in held.values() for char in group), lattice)[0])
    parted = with_text_rows(lattice, _words_of(inside))
    if parted is not lattice:
        inside = _inside(_sort((char for group in held.values() for char in group), parted)[0])
    return parted, inside


def _inside(held: Mapping[Field, list[Char]]) -> dict[Field, Held]:
    return {
        field: (build_words(char for char in group if char["upright"]), group)
        for field, group in held.items()
    }


def _words_of(inside: Mapping[Field, Held]) -> dict[Field, list[Word]]:
    return {field: words for field, (words, _) in inside.items()}


def _area(lattice: Lattice) -> float:
    x0, top, x1, bottom = lattice.box
    return (x1 - x0) * (bottom - top)


def _sort(chars: Iterable[Char], lattice: Lattice) -> tuple[dict[Field, list[Char]], list[Char]]:
    """Put characters into cells; blanks alone fill none."""
    held: dict[Field, list[Char]] = {}
    rest: list[Char] = []
    xs, ys, cells = lattice.xs, lattice.ys, lattice.cells
    left, top, right, bottom = lattice.box
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        outside = y < top or y >= bottom or x < left or x >= right
        field = None if outside else cells.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
        (rest if field is None else held.setdefault(field, [])).append(char)
    return {
        field: group for field, group in held.items() if not all(char["text"].isspace() for char in group)
    }, rest


def _sort_words(words: Iterable[Word], lattice: Lattice) -> tuple[dict[Field, list[Word]], list[Word]]:
    held: dict[Field, list[Word]] = {}
    rest: list[Word] = []
    for word in words:
        x0, top, x1, bottom = word.box
        field = lattice.cell_at((x0 + x1) / 2, (top + bottom) / 2)
        (rest if field is None else held.setdefault(field, [])).append(word)
    return held, rest


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
