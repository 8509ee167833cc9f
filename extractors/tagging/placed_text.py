"""The text of a page with the place of each word: what is found in the text can be shown on the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Page, Word
from selaras.extractors.pages.shown_place import shown_box
from selaras.models.passages import Box


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text, where in it each word starts and ends, the words' boxes, and the line that each stands in."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    lines: tuple[int, ...] = ()

    def find_boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the words that a part of the text touches, joined to one a line."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        rows: dict[int, list[Box]] = {}
        for line, box in zip(self.lines[first:last], self.boxes[first:last], strict=True):
            rows.setdefault(line, []).append(box)
        return tuple(join_boxes(row) for row in rows.values())


def place_text(page: Page) -> PlacedText:
    """The lines of a page across its full width, from top to bottom, as `printed_lines` has them.

    Boxes are where viewers show the words, also on pages that were turned to be read.
    """
    rows = by_baseline(page.words, lambda word: word.box)
    words = [word for row in rows for word in row]
    starts = _starts(words)
    return PlacedText(
        "\n".join(" ".join(word.text for word in row) for row in rows),
        starts,
        tuple(start + len(word.text) for start, word in zip(starts, words, strict=True)),
        tuple(shown_box(page, word.box) for word in words),
        tuple(line for line, row in enumerate(rows) for _ in row),
    )


def _starts(words: Iterable[Word]) -> tuple[int, ...]:
    """One character, a blank or a line end, stands between a word and the next."""
    return tuple(accumulate((len(word.text) + 1 for word in words), initial=0))[:-1]
