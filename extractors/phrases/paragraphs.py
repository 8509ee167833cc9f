"""Paragraphs of a page's text: which lines go on where the one before stopped, and which start anew.

A line break alone ends nothing. A blank line does, and so does what a line starts with: the marker of a list,
a chapter, a caption, a label; and so does a line that leaves room which the next word would have filled.
The words that decide stand in `data/sentences.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.labels import QUOTES, any_of
from selaras.extractors.phrases.numbering import BULLET, Marker, follows, is_first, read_marker

SHORT = 0.85  # of the width of the text: what fits into it, the next word included, has been ended on purpose
AROUND = 10  # lines before and behind that tell how wide the text is: a page holds columns and tables, too
LONGEST_LINE = 1000  # characters; longer ones are no lines of a page and start with no marker
MOST_TITLE_WORDS = 14
FEWEST_LETTERS = 3  # of a line in capitals
NEAR = 60  # characters that markers and numbers of a paragraph stand in
MOST_MARKERS = 3  # in front of one paragraph: "A. 1. a."
LONGEST_CAPTION = 4  # lines
# Page numbers stand alone: "12", "II - 14", "Halaman 3", "| 7".
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:hal(?:aman)?\.?\s*)?(?:[IVX]+\s*[-–—./]\s*)?\d{1,3}[\s|–—-]*|[ivx]{1,5}", re.IGNORECASE
)
# A running title with the number of its page: "Renstra Dinas Sosial 2025 II - 3".
_RUNNING_TITLE = re.compile(r"[IVX]{1,5}\s?[-–]\s?\d{1,3}\s+\S.*|.*[^.\s]\s+[IVX]{1,5}\s?[-–]\s?\d{1,3}")
LONGEST_RUNNING_TITLE = 120
# A label and its colon: "Indikator kinerja: ...", "Tugas :".
_LABEL = re.compile(r"[A-Z][^\W\d_]*(?:[ /-](?:[^\W_]+|\(\w{1,20}\))){0,4}\s?:(?=\s|$)")
_BEHIND_Z = re.compile(r"([a-z])\1[.)]\s")  # after "z." comes "aa."
# The last entry but one of a list: "...; dan".
_LAST_BUT_ONE = re.compile(r"(?:^|[;,])\s*(?:dan|atau|serta|dan/atau)$", re.IGNORECASE)
_TABLE_HEAD = re.compile(r"No\b", re.IGNORECASE)  # the first column of most tables
_WORD = re.compile(r"[^\W\d_]+(?:[-'/.][^\W\d_]+)*")
Place: TypeAlias = tuple[int, int]
"""Where something stands in a text: from its first character to the place behind its last."""


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """The marker of a list and where it stands in its paragraph."""

    marker: Marker
    start: int
    end: int


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
    known = [marker for marker in markers if marker]
    marked = [markers[0] is not None]
    for (before, line), marker in zip(pairwise(lines), markers[1:], strict=True):
        marked.append(marker is not None and _is_list_marker(marker, before, line, known))
    return marked


def _is_list_marker(marker: Marker, before: TextLine, line: TextLine, known: Sequence[Marker]) -> bool:
    if marker.style == BULLET:
        return True
    if _LAST_BUT_ONE.search(before.text):
        return True
    if not line.apart and last_word(before.text) in words_of("lines", "governing"):
        return False
    if line.apart or before.text.endswith((".", ":", ";", "?", "!")) or is_first(marker):
        return True
    return any(follows(marker, other) or follows(other, marker) for other in known)


def goes_on(before: TextLine, line: TextLine, width: int, caption: Sequence[TextLine] = ()) -> bool:
    """Whether a line without a marker goes on where the one before, perhaps of a caption, stopped."""
    if line.apart or is_page_number(before.text) or is_page_number(line.text) or _BEHIND_Z.match(line.text):
        return False
    if is_open(before.text):
        return True
    if caption:
        return _belongs_to_caption(caption, line.text)
    if is_capitals(line.text) or is_capitals(before.text):
        return is_capitals(line.text) == is_capitals(before.text) or not _starts_sentence(line.text)
    if _starts_by_itself(line.text) or _ended_early(before, line, width):
        return False
    return (
        not (before.marker and is_title(before.text))
        or is_title(line.text)
        or not _starts_sentence(line.text)
    )


def _belongs_to_caption(caption: Sequence[TextLine], text: str) -> bool:
    """Whether a line is the next of a caption ("Tabel 2.4", its title, its year), not the table's head."""
    if not _starts_sentence(text):
        return True
    if len(caption) >= LONGEST_CAPTION or _TABLE_HEAD.match(text) or _starts_by_itself(text):
        return False
    return is_title(text) and (is_capitals(caption[-1].text) or not is_capitals(text))


def _starts_by_itself(text: str) -> bool:
    """Whether a line starts as headings, captions and labels do."""
    return bool(_heading().match(text) or _LABEL.match(text))


def _ended_early(before: TextLine, line: TextLine, width: int) -> bool:
    """Whether the line before ends although the next word had room: a paragraph or an entry ends there."""
    if not _starts_sentence(line.text):
        return False
    first = line.text.split(maxsplit=1)[0]
    return before.text.endswith(":") or len(before.text) + 1 + len(first) < SHORT * width


def _starts_sentence(text: str) -> bool:
    first = text.lstrip(QUOTES + "([ ")[:1]
    return first.isupper() or first.isdigit()


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page, alone or beside a running title."""
    return (len(text) <= 20 and _PAGE_NUMBER.fullmatch(text) is not None) or (
        len(text) <= LONGEST_RUNNING_TITLE and _RUNNING_TITLE.fullmatch(text) is not None
    )


def is_open(text: str) -> bool:
    """Whether a line ends in the midst of a sentence."""
    return text.endswith((",", "-", "–", "/", "(", "&")) or last_word(text) in words_of("lines", "open")


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals, as headings are."""
    if not text.isupper() or text.endswith((".", ";")):
        return False
    return sum(char.isalpha() for char in text[:LONGEST_LINE]) >= FEWEST_LETTERS


def is_caption(text: str) -> bool:
    """Whether a line is a caption or its first line: "Tabel 2.4"."""
    return _caption().match(text) is not None and is_title(text)


def is_title(text: str) -> bool:
    """Whether words are written as titles are: capitals but for small words, no point at the end."""
    words = _WORD.findall(text[:LONGEST_LINE])
    small = words_of("lines", "small")
    return (
        len(words) <= MOST_TITLE_WORDS
        and not text.endswith((".", ";", ":", ","))
        and all(word[0].isupper() or word.casefold() in small for word in words)
    )


def last_word(text: str) -> str:
    """The last word of a line in small letters; empty where it ends in something else."""
    found = text[-LONGEST_LINE:].rsplit(maxsplit=1)[-1].casefold().rstrip(".")
    return found if found[-1:].isalpha() else ""


@cache
def words_of(group: str, name: str) -> frozenset[str]:
    """A list of `data/sentences.toml`."""
    return frozenset(load_table("sentences.toml")[group][name])


def opening_markers(text: str) -> list[PlacedMarker]:
    """The markers that a paragraph starts with: "1. a." are two."""
    markers, start = list[PlacedMarker](), 0
    while len(markers) < MOST_MARKERS and (taken := read_marker(text[start : start + NEAR])):
        head = text[start : start + NEAR].rstrip()
        marked = head[: len(head) - len(taken[1])]
        markers.append(PlacedMarker(taken[0], start, start + len(marked.rstrip())))
        start += len(marked)
    return markers


def opening_number(text: str) -> re.Match[str] | None:
    """What a caption, a chapter or an article starts with ("Tabel 4.1.", "BAB IV"): groups word, number."""
    return _opening_number().match(text)


@cache
def caption_words() -> dict[str, str]:
    """The words that start captions, and the label of what they stand under."""
    return {
        word: label for label, words in load_table("sentences.toml")["captions"].items() for word in words
    }


@cache
def _opening_number() -> re.Pattern[str]:
    words = caption_words().keys() | words_of("chapters", "words")
    return re.compile(rf"({any_of(words)})\s+((?:[IVXLC]+|\d)[\d.IVX-]*)(?![^\W_])", re.IGNORECASE)


@cache
def _caption() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(caption_words())})\s+[\dIVX]", re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    """The start of a caption, a chapter or an article, its first letter a capital."""
    words = caption_words().keys() | words_of("chapters", "words")
    names = any_of([*(word.capitalize() for word in words), *(word.upper() for word in words)])
    return re.compile(rf"(?:{names})\s+(?:[IVXLC]+|\d[\d.]*|[A-Z])\.?(?:\s+[A-Z]|$)")
