"""Things that stand on one line of text: the one rule by which characters and words are put in rows."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from selaras.models.passages import Box

T = TypeVar("T")

# Two things stand on one line when their middles differ by less than this share of the larger height: a
# raised footnote mark belongs to its line.
SAME_LINE = 0.4


def by_baseline(items: Iterable[T], box: Callable[[T], Box]) -> list[list[T]]:
    """Put things in rows from top to bottom, each from left to right."""
    rows: list[list[T]] = []
    for item in sorted(items, key=lambda item: _middle(box(item))):
        if rows and _same_line(box(rows[-1][-1]), box(item)):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [sorted(row, key=lambda item: box(item)[0]) for row in rows]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _same_line(one: Box, other: Box) -> bool:
    height = max(one[3] - one[1], other[3] - other[1])
    return abs(_middle(one) - _middle(other)) < SAME_LINE * height


def join_boxes(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all; raises ValueError where there is none."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
