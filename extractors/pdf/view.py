"""From the space of a PDF page to the page as viewers show it: cut to its crop box, turned by its /Rotate."""

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.models.passages import Box

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of PDF 32000-1, 8.3.3: x' = a*x + c*y + e, y' = b*x + d*y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class View:
    """What is shown of a page, and how: points from its upper left corner, y downwards.

    `shown` is the visible part in the space of the page (left, bottom, right, top), `turns` the quarters by
    which viewers turn it clockwise (0 to 3).
    """

    shown: Box
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        width, height = self.shown[2] - self.shown[0], self.shown[3] - self.shown[1]
        return (height, width) if self.turns % 2 else (width, height)

    @property
    def matrix(self) -> Matrix:
        """What brings a point of the page to where it is shown."""
        left, bottom, right, top = self.shown
        return (
            (1.0, 0.0, 0.0, -1.0, -left, top),
            (0.0, 1.0, 1.0, 0.0, -bottom, -left),
            (-1.0, 0.0, 0.0, 1.0, right, -bottom),
            (0.0, -1.0, -1.0, 0.0, top, right),
        )[self.turns]


def then(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what `first` does and then what `second` does."""
    if first == IDENTITY:
        return second
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def placed(matrix: Matrix, points: Iterable[float]) -> list[tuple[float, float]]:
    """Where a matrix brings points that are given as x and y one after the other."""
    a, b, c, d, e, f = matrix
    numbers = iter(points)
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers, numbers, strict=True)]


def extent(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box around points; ValueError where there is none."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
