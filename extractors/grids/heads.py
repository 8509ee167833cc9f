"""Heads of several rows: which texts stand over one column, and which over a group of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.grids.channels import columns_of
from selaras.extractors.grids.printed import Line, Run, line_bottom, line_top
from selaras.extractors.grids.rulings import TOLERANCE, Ruling
from selaras.models.passages import Box

# The end of a line under a group head may lie so far (points) beside the edge of a column.
NEAR_EDGE = 20.0
# A head stands over a column with no less than this share of its width.
LEAST_COVERED = 0.2

Span = tuple[int, int]
"""The first and the last column of a group."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A row of group heads: which columns each covers, and where it ends."""

    spans: tuple[Span, ...]
    bottom: float


def head_cells(
    lines: Sequence[Line], xs: Sequence[float], rows: tuple[float, float], partial: Sequence[Ruling]
) -> Iterator[Box]:
    """The cells of a head between two y; `xs` are all edges of columns.

    A run over several columns, or over a line that spans them, is a group head. What stands in no group is
    one cell from the top to the bottom of the head.
    """
    levels = _levels(lines, xs[1:-1], rows, partial)
    for column, (left, right) in enumerate(pairwise(xs)):
        top = _bottom_above(levels, (column, column), rows[0])
        if top < rows[1]:
            yield (left, top, right, rows[1])
    for place, level in enumerate(levels):
        for first, last in level.spans:
            yield (
                xs[first],
                _bottom_above(levels[:place], (first, last), rows[0]),
                xs[last + 1],
                level.bottom,
            )


def _bottom_above(levels: Sequence[_Level], span: Span, top: float) -> float:
    """Where the lowest group head over these columns ends; `top` where there is none."""
    return max(
        (level.bottom for level in levels if any(_meet(span, other) for other in level.spans)), default=top
    )


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _levels(
    lines: Sequence[Line], inner: Sequence[float], rows: tuple[float, float], partial: Sequence[Ruling]
) -> list[_Level]:
    """Rows of group heads from the top; lines of one text are one row."""
    levels: list[_Level] = []
    for place, line in enumerate(lines):
        lower = line_top(lines[place + 1]) if place + 1 < len(lines) else rows[1]
        following = lines[place + 1][0].middle if place + 1 < len(lines) else rows[1]
        spans = _spans(line, inner, [rule for rule in partial if line[0].middle < rule.at < following])
        middle = (line_bottom(line) + lower) / 2 if place + 1 < len(lines) else rows[1]
        if spans and levels and _goes_on(levels[-1], spans, line):
            levels[-1] = _Level(levels[-1].spans, middle)
        elif spans:
            levels.append(_Level(tuple(spans), middle))
    return levels


def _goes_on(level: _Level, spans: Sequence[Span], line: Line) -> bool:
    """Whether a line holds the rest of the group heads above."""
    return set(spans) <= set(level.spans) and len(spans) == len(line)


def _spans(line: Line, inner: Sequence[float], rules: Sequence[Ruling]) -> list[Span]:
    """The groups that the runs of a line head."""
    found: list[Span] = []
    for run in line:
        under = [
            rule for rule in rules if rule.start - TOLERANCE <= (run.x0 + run.x1) / 2 <= rule.end + TOLERANCE
        ]
        span = _covered(run, inner)
        if under:
            first, last = _nearest(inner, under[0].start), _nearest(inner, under[0].end) - 1
            span = min(first, span[0]), max(last, span[1])
        if span[0] < span[1] and not any(_meet(span, other) for other in found):
            found.append(span)
    return found


def _covered(run: Run, inner: Sequence[float]) -> Span:
    """The columns that a run stands over; a head that is a little wider than its column stands over one."""
    first, last = columns_of(run, inner)
    edges = [run.x0, *inner[first:last], run.x1]
    shares = [(right - left) / (run.x1 - run.x0) for left, right in pairwise(edges)]
    while len(shares) > 1 and min(shares[0], shares[-1]) < LEAST_COVERED:
        first, last = (first + 1, last) if shares[0] < shares[-1] else (first, last - 1)
        shares = shares[1:] if shares[0] < shares[-1] else shares[:-1]
    return first, last


def _nearest(inner: Sequence[float], x: float) -> int:
    """The edge of columns next to x: 0 is the left edge of the table, the last its right one."""
    if x < inner[0] - NEAR_EDGE:
        return 0
    if x > inner[-1] + NEAR_EDGE:
        return len(inner) + 1
    return 1 + min(range(len(inner)), key=lambda place: abs(inner[place] - x))
