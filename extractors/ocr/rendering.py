"""A page of a PDF becomes a picture."""

from math import sqrt
from typing import Any

import numpy as np

from selaras.extractors.ocr.pictures import Grey

POINTS_PER_INCH = 72.0
SMALLEST_SIDE = 8
# Tesseract refuses a picture of more than 32,767 pixels either way.
LONGEST_SIDE = 32_000


def render(document: Any, number: int, *, dpi: int, most_pixels: int) -> tuple[Grey, float]:  # noqa: ANN401
    """Page `number` (from 1) of pypdfium2's document in grey, and how many pixels a point has.

    A large page is rendered coarser, so that it has no more than `most_pixels` and no side is too long.
    Raises PdfiumError, and ValueError where the page has no size.
    """
    page = document[number - 1]
    try:
        scale = fitting_scale(*page.get_size(), dpi=dpi, most_pixels=most_pixels)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        grey = np.array(bitmap.to_numpy(), dtype=np.uint8)
        bitmap.close()
    finally:
        page.close()
    return grey.reshape(grey.shape[:2]), scale


def fitting_scale(width: float, height: float, *, dpi: int, most_pixels: int) -> float:
    """Pixels a point for a page of this size in points. Raises ValueError where no picture can be made."""
    if not (width > 0 and height > 0):
        raise ValueError("a page without an area")
    longest = LONGEST_SIDE / max(width, height)
    scale = min(dpi / POINTS_PER_INCH, sqrt(most_pixels / (width * height)), longest)
    if min(width, height) * scale < SMALLEST_SIDE:
        raise ValueError("a page too thin for a picture")
    return scale
