"""Things that stand on one line of text: the one rule by which characters and words are put in rows."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from selaras.models.passages import Box

T = TypeVar("T")
Level = tuple[float, float]
"""Top and bottom of things."""

# Two things stand on one line when their middles differ by less than this share of the larger height: a
# raised footnote mark belongs to its line.
SAME_LINE = 0.4


def by_baseline(items: Iterable[T], box: Callable[[T], Box]) -> list[list[T]]:
    """Put things in rows from top to bottom, each from left to right."""
    levels: dict[Level, list[tuple[float, int, T]]] = {}
    for place, item in enumerate(items):
        x0, top, _, bottom = box(item)
        levels.setdefault((top, bottom), []).append((x0, place, item))
    return [
        [item for _, _, item in sorted(entry for level in row for entry in levels[level])]
        for row in _on_one_line(levels)
    ]


def _on_one_line(levels: Iterable[Level]) -> list[list[Level]]:
    """Most things of a line stand at exactly one height, so that few heights are compared."""
    rows: list[list[Level]] = []
    for level in sorted(levels, key=sum):
        if rows and _same_line(rows[-1][-1], level):
            rows[-1].append(level)
        else:
            rows.append([level])
    return rows


def _same_line(one: Level, other: Level) -> bool:
    height = max(one[1] - one[0], other[1] - other[0])
    return abs(sum(one) - sum(other)) / 2 < SAME_LINE * height


def join_boxes(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all; raises ValueError where there is none."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
