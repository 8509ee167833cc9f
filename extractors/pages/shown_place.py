"""Where viewers show what was read: pages are turned, and scans straightened, to be read."""

import math

from selaras.extractors.pages.page import Page
from selaras.models.passages import Box


def shown_box(page: Page, box: Box) -> Box:
    """Where viewers show a box of a page: the same place, unless the page was turned to be read."""
    x0, top, x1, bottom = _slanted(page, box) if page.skew else box
    if page.turned == 90:
        return (top, page.width - x1, bottom, page.width - x0)
    if page.turned == 180:
        return (page.width - x1, page.height - bottom, page.width - x0, page.height - top)
    if page.turned == 270:
        return (page.height - bottom, x0, page.height - top, x1)
    return (x0, top, x1, bottom)


def _slanted(page: Page, box: Box) -> Box:
    """The box around a box of a straightened page, on the page as it was scanned."""
    across, down = math.cos(math.radians(page.skew)), math.sin(math.radians(page.skew))
    middle_x, middle_y = page.width / 2, page.height / 2
    corners = [(x - middle_x, y - middle_y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [middle_x + x * across - y * down for x, y in corners]
    ys = [middle_y + x * down + y * across for x, y in corners]
    return (
        max(min(xs), 0.0),
        max(min(ys), 0.0),
        min(max(xs), page.width),
        min(max(ys), page.height),
    )
