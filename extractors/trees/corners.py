"""Whether a box stands alone: the lines of a box of a tree end at its corners, those of a cell run on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.models.passages import Box

# Edges drawn as one lie this close (points).
SAME_EDGE = 2.5
# Lines of a table run on behind so many corners of its cells, and so far (points).
MOST_JOINED, BEYOND = 2, 4.0


@dataclass(frozen=True, slots=True)
class Corners:
    """The lines of a page, level and upright, by their places."""

    level: Sequence[Ruling]
    upright: Sequence[Ruling]

    @classmethod
    def of(cls, rulings: Iterable[Ruling]) -> "Corners":
        """Sort lines by their places."""
        ordered = sorted(rulings, key=_place)
        return cls(
            [ruling for ruling in ordered if ruling.axis is Axis.HORIZONTAL],
            [ruling for ruling in ordered if ruling.axis is Axis.VERTICAL],
        )

    def stands_alone(self, box: Box) -> bool:
        """Whether lines run on behind two corners of a box at most.

        A box that has one neighbour of its height (a sum of money beside an activity) still stands alone.
        """
        x0, top, x1, bottom = box
        joined = sum(
            _runs_on(self.level, y, x, before=x == x0) or _runs_on(self.upright, x, y, before=y == top)
            for x, y in ((x0, top), (x1, top), (x0, bottom), (x1, bottom))
        )
        return joined <= MOST_JOINED


def _place(ruling: Ruling) -> float:
    return ruling.at


def _runs_on(rulings: Sequence[Ruling], at: float, along: float, *, before: bool) -> bool:
    """Whether a line passes through a corner and goes on outside of the box."""
    first = bisect_left(rulings, at - SAME_EDGE, key=_place)
    last = bisect_right(rulings, at + SAME_EDGE, key=_place)
    return any(
        ruling.start - SAME_EDGE <= along <= ruling.end + SAME_EDGE
        and (ruling.start < along - BEYOND if before else ruling.end > along + BEYOND)
        for ruling in rulings[first:last]
    )
