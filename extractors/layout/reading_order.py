"""Rows of words in the order that people read them: two columns of text one after the other.

A gutter is a white channel near the middle. Rows that run across it (headings over the full width, ordinary
paragraphs) part the page into bands; a band with text on both sides of the gutter is read by column.
"""

from collections.abc import Sequence
from itertools import pairwise

from selaras.extractors.pages.page import Word

Row = Sequence[Word]
"""Words on one baseline, from left to right; never empty."""

Band = tuple[int, int]
"""Rows from the first to before the second."""

NARROWEST_GUTTER = 10.0
# Where a gutter may lie, as a share of the width of the text.
MIDDLE = (0.35, 0.65)
# Rows of a band with text on each side of the gutter: ordinary text leaves no channel open for so long.
FEWEST_ROWS = 6
# Columns hold sentences; pairs of a label and its value do not.
FEWEST_WORDS = 3.0
# So few rows on the left below the last row on the right are what follows the columns.
FEWEST_TRAILING = 3


def split_columns(rows: Sequence[Row]) -> list[Row]:
    """Put rows into reading order; in bands with two columns, rows are cut at the gutter."""
    gutter = find_gutter(rows)
    if gutter is None:
        return list(rows)
    ordered: list[Row] = []
    done = 0
    for start, end in find_bands(rows, gutter):
        band = rows[start:end]
        ordered += [*rows[done:start], *_side(band, gutter, left=True), *_side(band, gutter, left=False)]
        done = end
    return [*ordered, *rows[done:]]


def find_gutter(rows: Sequence[Row]) -> float | None:
    """The x of the gutter that most rows keep free; None where the text has one column."""
    if not rows:
        return None
    left = min(row[0].box[0] for row in rows)
    width = max(row[-1].box[2] for row in rows) - left
    first, last = (left + share * width for share in MIDDLE)
    middles = {round(x) for row in rows for x in _wide_gaps(row) if first <= x <= last}
    sizes = {x: sum(end - start for start, end in find_bands(rows, x)) for x in sorted(middles)}
    best = max(sizes, key=lambda x: sizes[x], default=None)
    return best if best is not None and sizes[best] else None


def find_bands(rows: Sequence[Row], x: float) -> list[Band]:
    """Runs of rows that keep x free and have sentences on both sides of it."""
    crossing = [-1, *(place for place, row in enumerate(rows) if _crosses(row, x)), len(rows)]
    runs = [(before + 1, _end_of_columns(rows, before + 1, after, x)) for before, after in pairwise(crossing)]
    return [(start, end) for start, end in runs if _has_columns(rows[start:end], x)]


def _end_of_columns(rows: Sequence[Row], start: int, end: int, x: float) -> int:
    """Leave out a heading that stands on the left below both columns."""
    last_right = max((place for place in range(start, end) if rows[place][-1].box[0] >= x), default=start)
    trailing = end - last_right - 1
    return end if trailing >= FEWEST_TRAILING else last_right + 1


def _has_columns(band: Sequence[Row], x: float) -> bool:
    sides = (_side(band, x, left=True), _side(band, x, left=False))
    return all(len(side) >= FEWEST_ROWS and sum(map(len, side)) >= FEWEST_WORDS * len(side) for side in sides)


def _side(band: Sequence[Row], x: float, *, left: bool) -> list[Row]:
    halves = ([word for word in row if (word.box[2] <= x) == left] for row in band)
    return [half for half in halves if half]


def _wide_gaps(row: Row) -> list[float]:
    """Middles of the gaps of a row that are wide enough for a gutter."""
    pairs = ((one.box[2], other.box[0]) for one, other in pairwise(row))
    return [(end + start) / 2 for end, start in pairs if start - end >= NARROWEST_GUTTER]


def _crosses(row: Row, x: float) -> bool:
    """Whether words of a row lie at x, or so close on both sides that the row runs on."""
    before = max((word.box[2] for word in row if word.box[0] < x), default=float("-inf"))
    after = min((word.box[0] for word in row if word.box[0] >= x), default=float("inf"))
    return before > x or after - before < NARROWEST_GUTTER
