"""Paths and pictures of a page, as pdfplumber's lines, rectangles, curves and images.

A path is told by its shape as pdfminer tells it: two points are a line, four with square corners a rectangle.
"""

from collections.abc import Iterable, Iterator
from ctypes import c_float, c_uint
from itertools import pairwise
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
_BOX = Numbers(c_float, 4)
# A closed path of four corners.
_CORNERS = 5
# A shape below this thickness (points) shows no corners.
THINNEST = 2.0
_UNIT_SQUARE = (0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0)


def read_shapes(painted: Iterable[Painted], height: float) -> dict[str, list[Shape]]:
    """All paths and pictures, by pdfplumber's kinds; `height` is the page's, for y counted upwards."""
    shapes: dict[str, list[Shape]] = {"line": [], "rect": [], "curve": [], "image": []}
    for item in painted:
        if item.kind == raw.FPDF_PAGEOBJ_IMAGE:
            shapes["image"].append(_image(item, height))
        elif item.kind == raw.FPDF_PAGEOBJ_PATH:
            for shape in _path(item, height):
                shapes[shape["object_type"]].append(shape)
    return shapes


def _image(painted: Painted, height: float) -> Shape:
    """A picture: the unit square, where its matrix puts it (PDF 32000-1, 8.9.5)."""
    corners = placed(then(own_matrix(painted.handle), painted.matrix), _UNIT_SQUARE)
    return {"object_type": "image", **_edges(extent(corners), height)}


def _path(painted: Painted, height: float) -> Iterator[Shape]:
    """A path as one shape for each of its parts."""
    paint = _paint(painted.handle)
    if not paint["fill"] and not paint["stroke"]:
        return
    count = pdfium.SEGMENT_COUNT(painted.handle)
    bar = _bar(painted) if count == _CORNERS and not paint["stroke"] else None
    if bar:
        x0, top, x1, bottom = bar
        loop = [(x0, top), (x1, top), (x1, bottom), (x0, bottom), (x0, top)]
        yield {"object_type": "rect", "pts": loop, **paint, **_edges(bar, height)}
        return
    segments = pdfium.each(pdfium.SEGMENT, painted.handle, count)
    kinds = list(map(pdfium.SEGMENT_KIND, segments))
    points = placed(then(own_matrix(painted.handle), painted.matrix), segment_points(segments))
    for start, end in _parts(kinds):
        closed = bool(pdfium.IS_CLOSED(segments[end - 1]))
        kind, corners = _corners(kinds[start:end], points[start:end], closed=closed or paint["fill"])
        loop = [*corners, corners[0]] if closed and corners[0] != corners[-1] else corners
        yield {"object_type": kind, "pts": loop, **paint, **_edges(extent(corners), height)}


def _bar(painted: Painted) -> Box | None:
    """The extent of a filled path that shows as a line, whatever its corners: Word's borders are such."""
    pdfium.BOUNDS(painted.handle, *_BOX.places)
    x0, top, x1, bottom = extent(placed(painted.matrix, _BOX.read()))
    return (x0, top, x1, bottom) if min(x1 - x0, bottom - top) < THINNEST else None


def _parts(kinds: list[int]) -> list[tuple[int, int]]:
    """First and last place of each part that has more than its starting point."""
    starts = [place for place, kind in enumerate(kinds) if kind == raw.FPDF_SEGMENT_MOVETO]
    return [(start, end) for start, end in pairwise([*starts, len(kinds)]) if end - start > 1]


def _corners(kinds: list[int], points: list[Point], *, closed: bool) -> tuple[str, list[Point]]:
    """pdfplumber's kind of a part of a path, and its points without those that control its curves."""
    if raw.FPDF_SEGMENT_BEZIERTO in kinds:
        return "curve", _curve_ends(kinds, points)
    is_loop = len(points) > 2 and points[0] == points[-1]
    corners = points[:-1] if is_loop else points
    if len(corners) == 2:
        return "line", points
    return "rect" if (is_loop or closed) and _is_square(corners) else "curve", points


def _curve_ends(kinds: list[int], points: list[Point]) -> list[Point]:
    """Of each three points of a curve two control it, and the third is its end."""
    ends: list[Point] = []
    controls = 0
    for kind, point in zip(kinds, points, strict=True):
        controls = controls + 1 if kind == raw.FPDF_SEGMENT_BEZIERTO else 0
        if controls % 3 == 0:
            ends.append(point)
    return ends


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
