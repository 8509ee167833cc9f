"""Overlapping tags on one text: each gets a level below it, and the text is cut where one begins or ends.

The marks nest as HTML wants it: where two tags cross, the one that ends later is closed and opened anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from selaras.models.tags import Tag


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A tag and the level of its line: 0 is just below the text."""

    tag: Tag
    level: int


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of text, or the start or the end of a mark; `first` where the mark is not just resumed."""

    text: str = ""
    mark: Mark | None = None
    opens: bool = False
    first: bool = False


def lay_out(text: str, tags: Sequence[Tag], *, behind: Callable[[Tag], bool] = lambda _: False) -> list[Mark]:
    """Give each tag its level: short ones above the long ones that hold them, no two that meet on one.

    Those that stand `behind` lie below all others, so that none leaves a gap where it is hidden.
    """
    used = [0] * len(text)  # how many levels are taken at each character
    marks = []
    for tag in sorted(tags, key=lambda tag: (behind(tag), tag.end - tag.start, tag.start)):
        level = max(used[tag.start : tag.end])
        used[tag.start : tag.end] = [level + 1] * (tag.end - tag.start)
        marks.append(Mark(tag, level))
    return sorted(marks, key=lambda mark: (mark.tag.start, -mark.tag.end, -mark.level))


def cut_at_marks(text: str, marks: Sequence[Mark]) -> Iterator[Step]:
    """The text in pieces with the marks around them; the pieces in a row are the text."""
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(mark.tag.start, []).append(mark)
    done = 0
    opened: list[Mark] = []
    for place in sorted({*starting, *(mark.tag.end for mark in marks)}):
        if place > done:
            yield Step(text[done:place])
            done = place
        yield from _close(opened, place)
        for mark in starting.get(place, ()):
            opened.append(mark)
            yield Step(mark=mark, opens=True, first=True)
    if done < len(text):
        yield Step(text[done:])


def _close(opened: list[Mark], place: int) -> Iterator[Step]:
    """Close what ends at a place; what was opened later and goes on is closed and opened anew."""
    lowest = next((at for at, mark in enumerate(opened) if mark.tag.end == place), len(opened))
    above = opened[lowest:]
    del opened[lowest:]
    yield from (Step(mark=mark) for mark in reversed(above))
    for mark in sorted((mark for mark in above if mark.tag.end > place), key=lambda mark: -mark.tag.end):
        opened.append(mark)
        yield Step(mark=mark, opens=True)
