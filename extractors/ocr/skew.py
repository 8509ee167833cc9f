"""By how much a scanned page lies askew: lines of text and tables are sharpest when looked at along them."""

import math
from itertools import pairwise

import numpy as np

from selaras.extractors.ocr.pictures import WHITE, Grey, Ink

# Degrees. Pages that lie worse are rare, and a table of slanted heads must not turn the page.
MOST_SKEW = 6.0
COARSE, FINE = 0.5, 0.05
# A turn so small moves the end of a line by less than half its height.
LEAST_SKEW = 0.1
MOST_POINTS = 80_000
# Every third pixel both ways is enough to see lines.
STEP = 3


def find_skew(ink: Ink) -> float:
    """Degrees by which the lines of a page fall to the right; 0.0 where it hardly matters."""
    rows, columns = np.nonzero(ink[::STEP, ::STEP])
    if len(rows) < 200:
        return 0.0
    step = max(1, len(rows) // MOST_POINTS)
    rows, columns = rows[::step], columns[::step].astype(np.float64)
    coarse = _sharpest(rows, columns, np.arange(-MOST_SKEW, MOST_SKEW + COARSE / 2, COARSE))
    fine = _sharpest(rows, columns, np.arange(coarse - COARSE, coarse + COARSE + FINE / 2, FINE))
    return 0.0 if abs(fine) < LEAST_SKEW or abs(fine) > MOST_SKEW else round(float(fine), 2)


def _sharpest(rows: np.ndarray, columns: np.ndarray, degrees: np.ndarray) -> float:
    return float(max(degrees, key=lambda angle: (_sharpness(rows, columns, angle), -abs(angle))))


def _sharpness(rows: np.ndarray, columns: np.ndarray, degrees: float) -> float:
    """How much the ink changes from line to line, when the page is looked at along this slope."""
    places = np.rint(rows - columns * math.tan(math.radians(degrees))).astype(np.int64)
    profile = np.bincount(places - places.min()).astype(np.float64)
    return float(np.sum(np.diff(profile) ** 2))


def straighten(grey: Grey, skew: float) -> Grey:
    """Turn a picture around its middle so that its lines run level; its size stays.

    Three shears make a turn (Paeth, "A Fast Algorithm for General Raster Rotation", 1986). Whole pixels are
    moved, and at 300 dpi no letter minds.
    """
    if not skew:
        return grey
    angle = math.radians(skew)
    leaned = _shift_rows(grey, math.tan(angle / 2))
    leaned = np.ascontiguousarray(_shift_rows(leaned.T, -math.sin(angle)).T)
    return _shift_rows(leaned, math.tan(angle / 2))


def _shift_rows(grey: Grey, slope: float) -> Grey:
    """Move each row of pixels to the right by `slope` times its distance below the middle."""
    height, width = grey.shape
    moved = np.full_like(grey, WHITE)
    shifts = np.rint((np.arange(height) - (height - 1) / 2) * slope).astype(np.int64)
    edges = [0, *(np.flatnonzero(np.diff(shifts)) + 1).tolist(), height]
    for top, bottom in pairwise(edges):
        shift = int(shifts[top])
        kept = grey[top:bottom, max(0, -shift) : width - max(0, shift)]
        moved[top:bottom, max(0, shift) : width + min(0, shift)] = kept
    return moved
