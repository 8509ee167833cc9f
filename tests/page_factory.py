"""Pages, words and grids with defaults, for tests of layout and tables; all texts are invented."""

from collections.abc import Sequence

from selaras.extractors.pages.page import Cell, Grid, Page, PageKind, Word
from selaras.models.passages import Box

WIDTH, HEIGHT = 595.0, 842.0
LETTER, SIZE = 5.0, 10.0
ROW_HEIGHT = 20.0


def words(
    text: str, *, left: float = 72.0, top: float = 100.0, size: float = SIZE, bold: bool = False
) -> list[Word]:
    """Words of one line; a letter and a blank are five points wide."""
    placed, x = [], left
    for word in text.split(" "):
        if word:
            placed.append(Word(word, (x, top, x + LETTER * len(word), top + size), size, bold))
        x += LETTER * (len(word) + 1)
    return placed


def page(
    *lines: tuple[str, float] | tuple[str, float, float],
    number: int = 1,
    grids: Sequence[Grid] = (),
    height: float = HEIGHT,
    crowded: bool = False,
) -> Page:
    """A page of lines given as (text, top) or (text, top, left)."""
    placed = [
        word for text, top, *left in lines for word in words(text, top=top, left=left[0] if left else 72.0)
    ]
    return Page(number, WIDTH, height, PageKind.TEXT, tuple(placed), tuple(grids), crowded=crowded)


def grid(
    *rows: Sequence[str | None],
    number: int = 1,
    widths: Sequence[float] | None = None,
    left: float = 72.0,
    top: float = 200.0,
) -> Grid:
    """A drawn table: None is covered by the cell above it, "<" by the cell to its left."""
    sizes = list(widths or [90.0] * len(rows[0]))
    xs = [left + sum(sizes[:column]) for column in range(len(sizes) + 1)]
    cells = [
        tuple(_cell(rows, row, column, xs, top) for column in range(len(sizes))) for row in range(len(rows))
    ]
    return Grid(number, (xs[0], top, xs[-1], top + ROW_HEIGHT * len(rows)), tuple(cells))


def _cell(rows, row, column, xs, top) -> Cell | None:
    text = rows[row][column]
    if text is None or text == "<":
        return None
    bottom = row + 1
    while bottom < len(rows) and rows[bottom][column] is None:
        bottom += 1
    right = column + 1
    while right < len(xs) - 1 and rows[row][right] == "<":
        right += 1
    box: Box = (xs[column], top + ROW_HEIGHT * row, xs[right], top + ROW_HEIGHT * bottom)
    return Cell(text, box)
