"""The lines that a reader sees on a page: borders of tables, whatever the program drew them with.

Word draws a border as a thin filled rectangle and lays white or grey ones behind lines of text; only what
shows as a line counts, or a table of 9 columns comes out with 27.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain, pairwise
from numbers import Real
from typing import Any, NamedTuple

Shape = Mapping[str, Any]
"""A line, rectangle or curve of pdfplumber: `x0`, `top`, `x1`, `bottom`, `fill`, `stroke` and their colours.

A curve has `pts`, too: its points.
"""

# A rectangle below this thickness (points) is drawn as a line.
THICKEST_LINE = 4.0
# Pieces of one line lie this close to each other, dots and dashes, too.
TOLERANCE = 3.0
SHORTEST_LINE = 6.0
# A coloured band over this share of the page's width shows the borders of a row.
BAND = 0.5
MOST_AREAS = 1500
# A path of more points is a drawing.
MOST_POINTS = 12
# Points of a rectangle lie this close to its corners.
AT_CORNER = 0.5
_WHITE = 0.98


class Axis(StrEnum):
    """The way a line runs."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Ruling(NamedTuple):
    """A horizontal or vertical line: `at` is its y or x, `start` and `end` its extent along the other axis.

    `joints` are the places where it was put together of longer pieces: Word draws a border cell by cell.
    """

    axis: Axis
    at: float
    start: float
    end: float
    joints: tuple[float, ...] = ()


def find_rulings(
    lines: Iterable[Shape], rects: Sequence[Shape], width: float, curves: Iterable[Shape] = ()
) -> list[Ruling]:
    """Find the visible lines of a page of this width, joined where they were drawn in pieces."""
    drawn = [curve for curve in curves if len(curve["pts"]) <= MOST_POINTS]
    boxes = [*rects, *filter(_is_box, drawn)]
    thin = [box for box in boxes if _is_thin(box)]
    broad = [box for box in boxes if not _is_thin(box)]
    pieces = [ruling for line in lines if _shows(line, "stroke") for ruling in _thin(line)]
    pieces += [
        ruling for box in thin if _shows(box, "fill") or _shows(box, "stroke") for ruling in _thin(box)
    ]
    pieces += [ruling for box in broad if _shows(box, "stroke") for ruling in _sides(box)]
    pieces += [ruling for curve in drawn if _shows(curve, "stroke") for ruling in _steps(curve)]
    pieces += (band for band in join_rulings(_band_edges(broad)) if band.end - band.start > BAND * width)
    return [ruling for ruling in join_rulings(pieces) if ruling.end - ruling.start >= SHORTEST_LINE]


def _is_box(curve: Shape) -> bool:
    """Whether a path goes round a rectangle, perhaps stopping on its way."""
    x0, top, x1, bottom = curve["x0"], curve["top"], curve["x1"], curve["bottom"]
    return len(curve["pts"]) > 3 and all(
        min(x - x0, x1 - x) <= AT_CORNER and min(y - top, bottom - y) <= AT_CORNER for x, y in curve["pts"]
    )


def _steps(curve: Shape) -> Iterator[Ruling]:
    """The straight parts of a path that turns only at right angles; none of any other path."""
    if _is_box(curve):
        return
    steps = list(pairwise(curve["pts"]))
    if all(min(abs(x1 - x0), abs(y1 - y0)) <= AT_CORNER for (x0, y0), (x1, y1) in steps):
        for (x0, y0), (x1, y1) in steps:
            if abs(x1 - x0) > abs(y1 - y0):
                yield Ruling(Axis.HORIZONTAL, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
            else:
                yield Ruling(Axis.VERTICAL, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def join_rulings(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Join pieces that lie on one line and touch."""
    return [whole for row in _on_one_line(pieces) for whole in _chain(row)]


def _on_one_line(pieces: Iterable[Ruling]) -> list[list[Ruling]]:
    rows: list[list[Ruling]] = []
    for piece in sorted(pieces):
        if rows and rows[-1][0].axis is piece.axis and piece.at - rows[-1][0].at <= TOLERANCE:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _chain(row: list[Ruling]) -> Iterator[Ruling]:
    at = sum(piece.at for piece in row) / len(row)
    touching: list[Ruling] = []
    end = 0.0
    for piece in sorted(row, key=lambda piece: piece.start):
        if touching and piece.start - end > TOLERANCE:
            yield _joined(touching, at, end)
            touching = []
        end = max(end, piece.end) if touching else piece.end
        touching.append(piece)
    yield _joined(touching, at, end)


def _joined(pieces: Sequence[Ruling], at: float, end: float) -> Ruling:
    first = pieces[0]
    if len(pieces) == 1:
        return first._replace(at=at)
    joints = chain(first.joints, _joints(pieces), *(piece.joints for piece in pieces[1:]))
    return Ruling(first.axis, at, first.start, end, tuple(joints))


def _joints(pieces: Sequence[Ruling]) -> Iterator[float]:
    """Where a piece follows what is drawn so far, both of them longer than dots and dashes."""
    start, end = pieces[0].start, pieces[0].end
    for piece in pieces[1:]:
        follows = piece.start >= end - TOLERANCE and piece.end - piece.start >= SHORTEST_LINE
        if follows and end - start >= SHORTEST_LINE:
            yield piece.start
        end = max(end, piece.end)


def _band_edges(areas: Iterable[Shape]) -> Iterator[Ruling]:
    """Upper and lower edges of coloured areas, where the colour ends: text is often shaded line by line."""
    areas = [area for area in areas if _shows(area, "fill")]
    if len(areas) > MOST_AREAS:
        return
    starts, ends = _by_edge(areas, "top"), _by_edge(areas, "bottom")
    for area in areas:
        for side, opposite in (("top", ends), ("bottom", starts)):
            beside = (other for y in _near(area[side]) for other in opposite.get((y, _colour(area)), ()))
            if not any(_overlap(area, other) for other in beside if other is not area):
                yield Ruling(Axis.HORIZONTAL, area[side], area["x0"], area["x1"])


def _by_edge(areas: Iterable[Shape], side: str) -> dict[tuple[int, Hashable], list[Shape]]:
    index: dict[tuple[int, Hashable], list[Shape]] = defaultdict(list)
    for area in areas:
        index[round(area[side]), _colour(area)].append(area)
    return index


def _near(position: float) -> tuple[int, int, int]:
    return (round(position) - 1, round(position), round(position) + 1)


def _colour(shape: Shape, which: str = "non_stroking_color") -> Hashable:
    colour = shape[which]
    return tuple(colour) if isinstance(colour, list) else colour


def _overlap(one: Shape, other: Shape) -> bool:
    return bool(min(one["x1"], other["x1"]) - max(one["x0"], other["x0"]) > TOLERANCE)


def _is_thin(shape: Shape) -> bool:
    return bool(shape["x1"] - shape["x0"] < THICKEST_LINE or shape["bottom"] - shape["top"] < THICKEST_LINE)


def _shows(shape: Shape, how: str) -> bool:
    colour = "stroking_color" if how == "stroke" else "non_stroking_color"
    return bool(shape[how]) and not _is_white(_colour(shape, colour))


@lru_cache(maxsize=1024)
def _is_white(colour: Hashable) -> bool:
    parts = colour if isinstance(colour, tuple) else (colour,)
    numbers = [float(part) for part in parts if isinstance(part, Real)]
    if len(numbers) == 4:  # cyan, magenta, yellow, black
        return sum(numbers) <= 1 - _WHITE
    return bool(numbers) and min(numbers) >= _WHITE


def _thin(shape: Shape) -> Iterator[Ruling]:
    """A thin shape as a line; a dot counts both ways, as part of a dotted line."""
    x0, top, x1, bottom = shape["x0"], shape["top"], shape["x1"], shape["bottom"]
    width, height = x1 - x0, bottom - top
    if width < THICKEST_LINE and width <= height:
        yield Ruling(Axis.VERTICAL, (x0 + x1) / 2, top, bottom)
    if height < THICKEST_LINE and height <= width:
        yield Ruling(Axis.HORIZONTAL, (top + bottom) / 2, x0, x1)


def _sides(shape: Shape) -> Iterator[Ruling]:
    for x in (shape["x0"], shape["x1"]):
        yield Ruling(Axis.VERTICAL, x, shape["top"], shape["bottom"])
    for y in (shape["top"], shape["bottom"]):
        yield Ruling(Axis.HORIZONTAL, y, shape["x0"], shape["x1"])
