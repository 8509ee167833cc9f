"""Paths and pictures of a page, as pdfplumber's lines, rectangles, curves and images.

A path is told by its shape as pdfminer tells it: two points are a line, four with square corners a rectangle.
"""

from collections.abc import Iterable, Iterator
from ctypes import c_uint
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from selaras.extractors.pdf import pdfium_calls as pdfium
from selaras.extractors.pdf.page_objects import Painted, own_matrix, segment_points
from selaras.extractors.pdf.pdfium_calls import Address, Numbers
from selaras.extractors.pdf.view import extent, placed, then
from selaras.models.passages import Box

Shape = dict[str, Any]
Point = tuple[float, float]

# Where pdfium writes modes and colours, read at once.
_FOUR = Numbers(c_uint, 4)
_UNIT_SQUARE = (0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0)


def read_image(painted: Painted, height: float) -> Shape:
    """A picture: the unit square, where its matrix puts it (PDF 32000-1, 8.9.5)."""
    corners = placed(then(own_matrix(painted.handle), painted.matrix), _UNIT_SQUARE)
    return {"object_type": "image", **_edges(extent(corners), height)}


def read_path(painted: Painted, height: float) -> Iterator[Shape]:
    """A path as one shape for each of its parts; `height` is that of the page, for y counted upwards."""
    paint = _paint(painted.handle)
    if not paint["fill"] and not paint["stroke"]:
        return
    matrix = then(own_matrix(painted.handle), painted.matrix)
    for part in _parts(painted.handle):
        points = placed(matrix, part.points)
        kind = _kind(part, points, filled=paint["fill"])
        loop = [*points, points[0]] if part.closed and points[0] != points[-1] else points
        yield {"object_type": kind, "pts": loop, **paint, **_edges(extent(points), height)}


@dataclass(frozen=True, slots=True)
class _Part:
    """Points of a part of a path, x and y one after the other, without the control points of its curves."""

    points: list[float]
    straight: bool
    closed: bool


def _parts(handle: Address) -> Iterator[_Part]:
    segments = pdfium.each(pdfium.SEGMENT, handle, pdfium.SEGMENT_COUNT(handle))
    kinds = list(map(pdfium.SEGMENT_KIND, segments))
    numbers = segment_points(segments)
    starts = [place for place, kind in enumerate(kinds) if kind == raw.FPDF_SEGMENT_MOVETO]
    for start, end in zip(starts, [*starts[1:], len(kinds)], strict=True):
        if end - start > 1:
            closed = bool(pdfium.IS_CLOSED(segments[end - 1]))
            yield _part(kinds[start:end], numbers[2 * start : 2 * end], closed=closed)


def _part(kinds: list[int], numbers: list[float], *, closed: bool) -> _Part:
    if raw.FPDF_SEGMENT_BEZIERTO not in kinds:
        return _Part(numbers, straight=True, closed=closed)
    kept: list[float] = []
    controls = 0
    for place, kind in enumerate(kinds):
        controls = controls + 1 if kind == raw.FPDF_SEGMENT_BEZIERTO else 0
        if controls % 3 == 0:  # two control points come before the end of a curve
            kept += numbers[2 * place : 2 * place + 2]
    return _Part(kept, straight=False, closed=closed)


def _kind(part: _Part, points: list[Point], *, filled: bool) -> str:
    corners = points[:-1] if len(points) > 2 and points[0] == points[-1] else points
    if part.straight and len(corners) == 2:
        return "line"
    ends = part.closed or filled or len(corners) < len(points)
    return "rect" if part.straight and ends and _is_square(corners) else "curve"


def _is_square(corners: list[Point]) -> bool:
    if len(corners) != 4:
        return False
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    return (x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0) or (
        y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
    )


def _paint(handle: Address) -> Shape:
    """Whether a path is filled and stroked, and with which colours (red, green, blue; 0 to 1)."""
    pdfium.DRAW_MODE(handle, *_FOUR.places[:2])
    fill, stroke = _FOUR.read()[:2]
    return {
        "fill": bool(fill),
        "stroke": bool(stroke),
        "non_stroking_color": _colour(pdfium.FILL_COLOUR, handle) if fill else None,
        "stroking_color": _colour(pdfium.STROKE_COLOUR, handle) if stroke else None,
    }


def _colour(call: pdfium.Call, handle: Address) -> tuple[float, ...] | None:
    """A colour; None where it is a pattern, which has none of its own."""
    if not call(handle, *_FOUR.places):
        return None
    red, green, blue, _ = _FOUR.read()
    return (red / 255, green / 255, blue / 255)


def _edges(box: Box, height: float) -> Shape:
    x0, top, x1, bottom = box
    return {
        "x0": x0,
        "top": top,
        "doctop": top,
        "x1": x1,
        "bottom": bottom,
        "y0": height - bottom,
        "y1": height - top,
        "width": x1 - x0,
        "height": bottom - top,
    }


def read_shapes(painted: Iterable[Painted], height: float) -> dict[str, list[Shape]]:
    """All paths and pictures, by pdfplumber's kinds of objects."""
    shapes: dict[str, list[Shape]] = {"line": [], "rect": [], "curve": [], "image": []}
    for item in painted:
        if item.kind == raw.FPDF_PAGEOBJ_IMAGE:
            shapes["image"].append(read_image(item, height))
        elif item.kind == raw.FPDF_PAGEOBJ_PATH:
            for shape in read_path(item, height):
                shapes[shape["object_type"]].append(shape)
    return shapes
