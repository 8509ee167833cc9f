"""The frame in which a page is read: as viewers show it, or turned so that its text runs to the right.

Wide tables are often set sideways on upright pages, without the flag that turns the page for the reader.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from selaras.extractors.grids.rulings import Axis, Ruling, Shape
from selaras.extractors.pages.char_words import Char, char_box
from selaras.models.passages import Box

# A page is turned if this share of its characters, and no fewer than so many, run up or down.
SIDEWAYS_SHARE = 0.6
FEWEST_SIDEWAYS = 50


@dataclass(frozen=True, slots=True)
class Frame:
    """What viewers show of a page (the crop box), and the degrees by which it is turned clockwise."""

    shown: Box
    turned: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        width, height = self.shown[2] - self.shown[0], self.shown[3] - self.shown[1]
        return (height, width) if self.turned else (width, height)

    @property
    def moves(self) -> bool:
        """Whether anything has another place in this frame than in the file."""
        return bool(self.turned) or self.shown[:2] != (0, 0)

    def box(self, box: Box) -> Box:
        """A box of the file in this frame, counted from its upper left corner."""
        left, top, right, bottom = self.shown
        x0, y0, x1, y1 = box
        if self.turned == 90:
            return (bottom - y1, x0 - left, bottom - y0, x1 - left)
        if self.turned == 270:
            return (y0 - top, right - x1, y1 - top, right - x0)
        return (x0 - left, y0 - top, x1 - left, y1 - top)

    def char(self, char: Char) -> Char:
        """A character in this frame; one that ran with the turned page is upright now."""
        box = dict(zip(("x0", "top", "x1", "bottom"), self.box(char_box(char)), strict=True))
        if not self.turned:
            return {**char, **box}
        return {
            **char,
            **box,
            "upright": _turn(char) == self.turned,
            "matrix": (0, self.turned - 180, 0, 0, 0, 0),
        }

    def shape(self, shape: Shape) -> Shape:
        """A line, rectangle or curve in this frame, with the points that it runs through."""
        edges = self.box((shape["x0"], shape["top"], shape["x1"], shape["bottom"]))
        points = [self.box((x, y, x, y))[:2] for x, y in shape.get("pts") or ()]
        return {**shape, **dict(zip(("x0", "top", "x1", "bottom"), edges, strict=True)), "pts": points}

    def ruling(self, ruling: Ruling) -> Ruling:
        """A line in this frame."""
        upright = ruling.axis is Axis.VERTICAL
        points = [(ruling.at, place) for place in (ruling.start, ruling.end, *ruling.joints)]
        placed = [self.box((x, y, x, y)) for x, y in (points if upright else [(y, x) for x, y in points])]
        stays = upright != bool(self.turned)
        at, along = (
            (placed[0][0], [y for _, y, _, _ in placed]) if stays else (placed[0][1], [x for x, *_ in placed])
        )
        start, end = sorted(along[:2])
        return Ruling(Axis.VERTICAL if stays else Axis.HORIZONTAL, at, start, end, tuple(sorted(along[2:])))


def find_frame(shown: Box, chars: Sequence[Char]) -> Frame:
    """Choose the frame by the way that most of the text runs."""
    sideways = [char for char in chars if not char["upright"] and not char["text"].isspace()]
    turn, count = Counter(map(_turn, sideways)).most_common(1)[0] if sideways else (0, 0)
    if count < FEWEST_SIDEWAYS:
        return Frame(shown)
    inked = sum(not char["text"].isspace() for char in chars)
    return Frame(shown, turn if count >= SIDEWAYS_SHARE * inked else 0)


def _turn(char: Char) -> int:
    """Degrees by which a page must be turned clockwise for this character to stand upright."""
    if char["upright"]:
        return 0
    return 90 if char["matrix"][1] > 0 else 270
