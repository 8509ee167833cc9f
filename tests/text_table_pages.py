"""Words and level lines as they stand around tables without upright lines, for tests; all texts are invented."""

from collections.abc import Sequence

from page_factory import SIZE, words

from selaras.extractors.grids.drawn import fill_text_grids
from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.grids.unruled import find_unruled

PITCH = 14.0
TOP = 200.0


def line(text: str, row: float, left: float = 72.0):
    """Words of one line; rows are counted from the top of the table."""
    return words(text, left=left, top=TOP + row * PITCH)


def lines_of(rows: Sequence[Sequence[str]], lefts: Sequence[float], first: float = 0.0):
    """Words of a table whose columns begin at `lefts`, a row a line; "" is an empty place."""
    return [
        word
        for place, row in enumerate(rows)
        for text, left in zip(row, lefts, strict=False)
        if text
        for word in line(text, first + place, left)
    ]


def rule(row: float, start: float = 70.0, end: float = 420.0):
    """A level line over a row."""
    return Ruling(Axis.HORIZONTAL, TOP + row * PITCH - (PITCH - SIZE) / 2, start, end)


def tables(found: Sequence, rules: Sequence[Ruling] = ()):
    """The tables among words as rows of texts; "~" is covered by another cell, lines are joined by "/"."""
    grids, _, _ = fill_text_grids(found, find_unruled(found, rules), 1)
    return [
        [["~" if cell is None else cell.text.replace("\n", "/") for cell in row] for row in grid.rows]
        for grid in grids
    ]
