"""The lines that a reader sees on a page: borders of tables, whatever the program drew them with.

Word draws a border as a thin filled rectangle and lays white or grey ones behind lines of text; only what
shows as a line counts, or a table of 9 columns comes out with 27.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from numbers import Real
from typing import Any, NamedTuple

Shape = Mapping[str, Any]
"""A line or rectangle of pdfplumber: `x0`, `top`, `x1`, `bottom`, `fill`, `stroke` and their colours."""

# A rectangle below this thickness (points) is drawn as a line.
THICKEST_LINE = 4.0
# Pieces of one line lie this close to each other, dots and dashes, too.
TOLERANCE = 3.0
SHORTEST_LINE = 6.0
# A coloured band over this share of the page's width shows the borders of a row.
BAND = 0.5
MOST_AREAS = 2000
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


def find_rulings(lines: Iterable[Shape], rects: Sequence[Shape], width: float) -> list[Ruling]:
    """Find the visible lines of a page of this width, joined where they were drawn in pieces."""
    pieces = [ruling for line in lines if _shows(line, "stroke") for ruling in _thin(line)]
    pieces += [ruling for rect in rects for ruling in _of_rect(rect)]
    pieces += (band for band in join_rulings(_band_edges(rects)) if band.end - band.start > BAND * width)
    return [ruling for ruling in join_rulings(pieces) if ruling.end - ruling.start >= SHORTEST_LINE]


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


def _chain(row: list[Ruling]) -> list[Ruling]:
    at = sum(piece.at for piece in row) / len(row)
    chains: list[Ruling] = []
    for piece in sorted(row, key=lambda piece: piece.start):
        if chains and piece.start - chains[-1].end <= TOLERANCE:
            chains[-1] = _lengthened(chains[-1], piece)
        else:
            chains.append(piece._replace(at=at))
    return chains


def _lengthened(line: Ruling, piece: Ruling) -> Ruling:
    is_joint = piece.start >= line.end - TOLERANCE and piece.end - piece.start >= SHORTEST_LINE
    joints = (piece.start,) if is_joint and line.end - line.start >= SHORTEST_LINE else ()
    return line._replace(end=max(line.end, piece.end), joints=(*line.joints, *joints, *piece.joints))


def _of_rect(rect: Shape) -> Iterator[Ruling]:
    if _is_thin(rect):
        yield from _thin(rect) if _shows(rect, "fill") or _shows(rect, "stroke") else ()
    elif _shows(rect, "stroke"):
        yield from _sides(rect)


def _band_edges(rects: Iterable[Shape]) -> Iterator[Ruling]:
    """Upper and lower edges of coloured areas, where the colour ends: text is often shaded line by line."""
    areas = [rect for rect in rects if not _is_thin(rect) and _shows(rect, "fill")]
    starts, ends = _by_edge(areas, "top"), _by_edge(areas, "bottom")
    for area in areas[:MOST_AREAS]:
        for side, opposite in (("top", ends), ("bottom", starts)):
            beside = (other for y in _near(area[side]) for other in opposite.get((y, _colour(area)), ()))
            if not any(_overlap(area, other) for other in beside if other is not area):
                yield Ruling(Axis.HORIZONTAL, area[side], area["x0"], area["x1"])


def _by_edge(areas: Iterable[Shape], side: str) -> dict[tuple[int, str], list[Shape]]:
    index: dict[tuple[int, str], list[Shape]] = defaultdict(list)
    for area in areas:
        index[round(area[side]), _colour(area)].append(area)
    return index


def _near(position: float) -> tuple[int, int, int]:
    return (round(position) - 1, round(position), round(position) + 1)


def _colour(area: Shape) -> str:
    return str(area["non_stroking_color"])


def _overlap(one: Shape, other: Shape) -> bool:
    return bool(min(one["x1"], other["x1"]) - max(one["x0"], other["x0"]) > TOLERANCE)


def _is_thin(shape: Shape) -> bool:
    return min(_width(shape), _height(shape)) < THICKEST_LINE


def _shows(shape: Shape, how: str) -> bool:
    colour = shape["stroking_color" if how == "stroke" else "non_stroking_color"]
    return bool(shape[how]) and not _is_white(colour)


def _is_white(colour: object) -> bool:
    parts = colour if isinstance(colour, list | tuple) else [colour]
    numbers = [float(part) for part in parts if isinstance(part, Real)]
    if len(numbers) == 4:  # cyan, magenta, yellow, black
        return sum(numbers) <= 1 - _WHITE
    return bool(numbers) and min(numbers) >= _WHITE


def _thin(shape: Shape) -> Iterator[Ruling]:
    """A thin shape as a line; a dot counts both ways, as part of a dotted line."""
    x, y = (shape["x0"] + shape["x1"]) / 2, (shape["top"] + shape["bottom"]) / 2
    if _width(shape) < THICKEST_LINE and _width(shape) <= _height(shape):
        yield Ruling(Axis.VERTICAL, x, shape["top"], shape["bottom"])
    if _height(shape) < THICKEST_LINE and _height(shape) <= _width(shape):
        yield Ruling(Axis.HORIZONTAL, y, shape["x0"], shape["x1"])


def _sides(shape: Shape) -> Iterator[Ruling]:
    for x in (shape["x0"], shape["x1"]):
        yield Ruling(Axis.VERTICAL, x, shape["top"], shape["bottom"])
    for y in (shape["top"], shape["bottom"]):
        yield Ruling(Axis.HORIZONTAL, y, shape["x0"], shape["x1"])


def _width(shape: Shape) -> float:
    return float(shape["x1"] - shape["x0"])


def _height(shape: Shape) -> float:
    return float(shape["bottom"] - shape["top"])
