"""Paragraphs of a page's text: which lines go on where the one before stopped, and which start anew.

A line break alone ends nothing. A blank line does, and so does what a line starts with: the marker of a list,
a chapter, a caption, a label; and so does a line that leaves room which the next word would have filled.
The words that decide stand in `data/sentences.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from selaras.extractors.phrases.line_looks import (
    LONGEST_LINE,
    TABLE_HEAD,
    is_capitals,
    is_caption,
    is_open,
    is_page_number,
    is_title,
    last_word,
    starts_by_itself,
    starts_sentence,
    words_of,
)
from selaras.extractors.phrases.numbering import BULLET, Marker, is_first, rank, read_marker

SHORT = 0.85  # of the width of the text: what fits into it, the next word included, has been ended on purpose
AROUND = 10  # lines before and behind that tell how wide the text is: a page holds columns and tables, too
LONGEST_CAPTION = 4  # lines
_BEHIND_Z = re.compile(r"([a-z])\1[.)]\s")  # after "z." comes "aa."
# The last entry but one of a list: "...; dan".
_LAST_BUT_ONE = re.compile(r"(?:^|[;,])\s*(?:dan|atau|serta|dan/atau)$", re.IGNORECASE)
Rank: TypeAlias = tuple[str, str, int]
Place: TypeAlias = tuple[int, int]
"""Where something stands in a text: from its first character to the place behind its last."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with its place in the text, without the blanks around it; `apart` where one before is blank."""

    start: int
    text: str
    apart: bool

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)

    @property
    def marker(self) -> Marker | None:
        """The marker that it seems to start with."""
        taken = read_marker(self.text[:LONGEST_LINE])
        return taken[0] if taken else None


def find_paragraphs(text: str) -> list[Place]:
    """Places of the paragraphs, headings, captions and entries of lists of a text, from start to end."""
    lines = find_lines(text)
    if not lines:
        return []
    markers = list_markers(lines)
    firsts = [0]
    for place, (before, line) in enumerate(pairwise(lines), 1):
        caption = lines[firsts[-1] : place] if is_caption(lines[firsts[-1]].text) else []
        joined = goes_on(before, line, text_width(lines, place), caption)
        if markers[place] or not joined:
            firsts.append(place)
    ends = [lines[place - 1].end for place in (*firsts[1:], len(lines))]
    return [(lines[first].start, end) for first, end in zip(firsts, ends, strict=True)]


def find_lines(text: str) -> list[TextLine]:
    """The lines of a text that hold something."""
    lines, start, apart = [], 0, False
    for raw in re.split(r"[\n\f\r\v]", text):
        if stripped := raw.strip():
            lines.append(TextLine(start + len(raw) - len(raw.lstrip()), stripped, apart))
        apart = not stripped
        start += len(raw) + 1
    return lines


def text_width(lines: Sequence[TextLine], place: int) -> int:
    """How many characters a full line has around a place; one line may stick out."""
    widths = sorted(len(line.text) for line in lines[max(0, place - AROUND) : place + AROUND + 1])
    return widths[-2] if len(widths) > AROUND else widths[-1]


def list_markers(lines: Sequence[TextLine]) -> list[bool]:
    """Whether each line starts with the marker of a list, not with a number of a sentence that runs on."""
    markers = [line.marker for line in lines]
    known = frozenset(rank(marker) for marker in markers if marker)
    marked = [markers[0] is not None]
    for (before, line), marker in zip(pairwise(lines), markers[1:], strict=True):
        marked.append(marker is not None and _is_list_marker(marker, before, line, known))
    return marked


def _is_list_marker(marker: Marker, before: TextLine, line: TextLine, known: frozenset[Rank]) -> bool:
    if marker.style == BULLET:
        return True
    if _LAST_BUT_ONE.search(before.text):
        return True
    if not line.apart and last_word(before.text) in words_of("lines", "governing"):
        return False
    if line.apart or before.text.endswith((".", ":", ";", "?", "!")) or is_first(marker):
        return True
    style, head, place = rank(marker)
    return (style, head, place - 1) in known or (style, head, place + 1) in known


def goes_on(before: TextLine, line: TextLine, width: int, caption: Sequence[TextLine] = ()) -> bool:
    """Whether a line without a marker goes on where the one before, perhaps of a caption, stopped."""
    if line.apart or is_page_number(before.text) or is_page_number(line.text) or _BEHIND_Z.match(line.text):
        return False
    if is_open(before.text):
        return True
    if caption:
        return _belongs_to_caption(caption, line.text)
    if is_capitals(line.text) or is_capitals(before.text):
        return is_capitals(line.text) == is_capitals(before.text) or not starts_sentence(line.text)
    if starts_by_itself(line.text) or _ended_early(before, line, width):
        return False
    return (
        not (before.marker and is_title(before.text)) or is_title(line.text) or not starts_sentence(line.text)
    )


def _belongs_to_caption(caption: Sequence[TextLine], text: str) -> bool:
    """Whether a line is the next of a caption ("Tabel 2.4", its title, its year), not the table's head."""
    if not starts_sentence(text):
        return True
    if len(caption) >= LONGEST_CAPTION or TABLE_HEAD.match(text) or starts_by_itself(text):
        return False
    return is_title(text) and (is_capitals(caption[-1].text) or not is_capitals(text))


def _ended_early(before: TextLine, line: TextLine, width: int) -> bool:
    """Whether the line before ends although the next word had room: a paragraph or an entry ends there."""
    if not starts_sentence(line.text):
        return False
    first = line.text.split(maxsplit=1)[0]
    return before.text.endswith(":") or len(before.text) + 1 + len(first) < SHORT * width
