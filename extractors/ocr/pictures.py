"""Pictures of pages as arrays of grey (0 black, 255 white), and what of them is ink."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""Rows of pixels from the top."""

Ink = NDArray[np.bool_]
"""True where a pixel is dark."""

Cut = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture, in pixels."""

WHITE = 255
# Without contrast nothing is ink: darker than this is never taken for paper, lighter never for ink.
DARKEST_PAPER, LIGHTEST_INK = 96, 208


def find_ink(grey: Grey) -> Ink:
    """Part ink from paper at the grey that parts the two best (Otsu 1979)."""
    found: Ink = grey < np.uint8(find_threshold(grey))
    return found


def find_threshold(grey: Grey) -> int:
    """The grey from which on a pixel is paper, by the greatest variance between the two classes."""
    counts = np.bincount(grey[::4, ::4].ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    mass = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = (mass[-1] * below - mass * below[-1]) ** 2 / (below * above)
    best = int(np.nanargmax(np.where(np.isfinite(variance), variance, -1.0))) + 1
    return min(max(best, DARKEST_PAPER), LIGHTEST_INK)


def shrink(ink: Ink, step: int) -> Ink:
    """A coarser picture in which a square is dark if any pixel of it is."""
    height, width = (size - size % step for size in ink.shape)
    rows = _merged([ink[first:height:step, :width] for first in range(step)])
    return _merged([rows[:, first::step] for first in range(step)])


def _merged(parts: Sequence[Ink]) -> Ink:
    merged = parts[0].copy()
    for part in parts[1:]:
        merged |= part
    return merged


def to_pgm(grey: Grey) -> bytes:
    """The picture as a portable greymap, the plainest format that Tesseract reads."""
    height, width = grey.shape
    return b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(grey).tobytes()
