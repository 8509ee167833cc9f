"""Dark areas of a picture: heads of tables in white on blue, margins that a scanner left black.

They are made light, with their letters dark, so that these are read like any others and white lines between
them become lines; their edges are borders of cells.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.ocr.dark_lines import Style, close_gaps, find_runs, gather, tall_parts
from selaras.extractors.ocr.pictures import WHITE, Cut, Grey, Ink

# In points: no letter and no line is so thick, and the least width and height of an area.
THICKER = 5.0
LEAST_WIDTH, LEAST_HEIGHT = 24.0, 9.0
LEAST_DARK = 0.6
MOST_AREAS = 200
STEP = 3
# Letters on a shaded ground are faint: their distance from the ground counts so many times.
CONTRAST = 1.5
_ANY = Style(gap=0.0, shortest=0.0, thickest=0.0)


def find_dark_areas(ink: Ink, scale: float) -> list[Cut]:
    """The areas of a picture that are dark but for letters in them."""
    small = np.ascontiguousarray(ink[::STEP, ::STEP])
    thick = round(THICKER * scale / STEP)
    solid = tall_parts(np.ascontiguousarray(tall_parts(small, thick).T), thick).T
    if not solid.any():
        return []
    runs = close_gaps(find_runs(np.ascontiguousarray(solid)), _ANY, scale)
    cuts = [
        (s.start * STEP, s.first * STEP, s.end * STEP, (s.last + 1) * STEP) for s in gather(runs.T.tolist())
    ]
    return [cut for cut in cuts if _is_area(ink, cut, scale)][:MOST_AREAS]


def _is_area(ink: Ink, cut: Cut, scale: float) -> bool:
    left, top, right, bottom = cut
    large = right - left >= LEAST_WIDTH * scale and bottom - top >= LEAST_HEIGHT * scale
    return large and float(np.mean(ink[top:bottom, left:right])) >= LEAST_DARK


def lighten(grey: Grey, areas: Sequence[Cut]) -> Grey:
    """The picture with the grounds of its dark areas made white."""
    light = grey.copy()
    for left, top, right, bottom in areas:
        light[top:bottom, left:right] = _lightened(grey[top:bottom, left:right])
    return light


def _lightened(part: Grey) -> Grey:
    """Light letters on a dark ground become dark ones, dark letters on a shaded one stay so."""
    low, ground, high = (float(grey) for grey in np.percentile(part[::2, ::2], (2, 50, 98)))
    distance = (
        ground - part.astype(np.int16) if ground - low > high - ground else part.astype(np.int16) - ground
    )
    found: Grey = np.clip(WHITE - np.maximum(distance, 0) * CONTRAST, 0, WHITE).astype(np.uint8)
    return found


def edges(areas: Sequence[Cut], scale: float, width: float, height: float) -> Iterator[Ruling]:
    """The edges of areas as lines, in points; what touches the edge of the page is no cell."""
    for cut in areas:
        left, top, right, bottom = (edge / scale for edge in cut)
        if min(left, top) > 1 and right < width - 1 and bottom < height - 1:
            yield from (Ruling(Axis.HORIZONTAL, y, left, right) for y in (top, bottom))
            yield from (Ruling(Axis.VERTICAL, x, top, bottom) for x in (left, right))
