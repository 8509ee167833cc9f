"""Which way up a page lies: whether its lines run across or upwards, and which end is the top.

Lines of text show as stripes in the ink, in strips of the page looked at one by one: the cells of a table
have lines at heights of their own. Which end is up, Tesseract tells: letters on their heads are none.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from selaras.extractors.ocr.pictures import Grey, Ink, find_ink

STRIPS = 16
# How much sharper stripes must be one way to be sure of it; between, both ways are tried.
SURE = 1.3
# A look at so many pixels across is enough to tell which end is up.
PATCH = 1100
FEWEST_INK = 400
# An upright page that Tesseract reads so badly (mean confidence) may stand on its head.
POOR = 0.5

Judge = Callable[[Grey], float]
"""How well letters are read in a picture, 0 where none are."""


def find_turn(grey: Grey, letters: Ink, judge: Judge) -> int:
    """Degrees (0, 90, 270) by which a page must be turned clockwise for its lines to run across.

    `letters` is a coarser picture of the letters alone.
    """
    across, upwards = stripes(letters), stripes(letters.T)
    if across >= SURE * upwards or np.count_nonzero(letters) < FEWEST_INK:
        return 0
    turns = (90, 270) if upwards >= SURE * across else (0, 90, 270)
    patch = densest_patch(grey, find_ink(grey))
    return max(turns, key=lambda turn: judge(turn_picture(patch, turn)))


def turn_picture(grey: Grey, turn: int) -> Grey:
    """A picture turned clockwise by so many degrees."""
    return np.ascontiguousarray(np.rot90(grey, -turn // 90))


def stripes(letters: Ink) -> float:
    """How clearly the ink lies in rows, strip by strip."""
    return float(sum(_contrast(strip) for strip in np.array_split(letters, STRIPS, axis=1)))


def _contrast(strip: Ink) -> float:
    profile = np.count_nonzero(strip, axis=1).astype(np.float64)
    return float(np.sum(np.diff(profile) ** 2))


def densest_patch(grey: Grey, letters: Ink) -> Grey:
    """The square of a page with the most ink."""
    step = PATCH // 2
    tops, lefts = (_starts(size, step) for size in letters.shape)
    places = [(top, left) for top in tops for left in lefts]
    top, left = max(places, key=lambda place: np.count_nonzero(_square(letters, *place)))
    return _square(grey, top, left)


def _starts(size: int, step: int) -> range:
    return range(0, max(size - PATCH, 0) + 1, step)


def _square(picture: NDArray[np.generic], top: int, left: int) -> Grey:
    found: Grey = picture[top : top + PATCH, left : left + PATCH]  # type: ignore[assignment]
    return found
