"""By how much a scanned page lies askew: lines of text and tables are sharpest when looked at along them."""

import math

import numpy as np
from PIL import Image

from selaras.extractors.ocr.pictures import WHITE, Grey, Ink, as_array, shrink

# Degrees. Pages that lie worse are rare, and a table of slanted heads must not turn the page.
MOST_SKEW = 6.0
COARSE, FINE = 0.5, 0.05
# A turn so small moves the end of a line by less than half its height.
LEAST_SKEW = 0.1
MOST_POINTS = 150_000


def find_skew(ink: Ink) -> float:
    """Degrees by which the lines of a page fall to the right; 0.0 where it hardly matters."""
    rows, columns = np.nonzero(shrink(ink, 3))
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
    """Turn a picture around its middle so that its lines run level; its size stays."""
    if not skew:
        return grey
    image = Image.fromarray(grey)
    return as_array(image.rotate(skew, resample=Image.Resampling.BILINEAR, fillcolor=WHITE))
