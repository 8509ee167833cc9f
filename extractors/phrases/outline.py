"""The outline of a page's text: headings, markers of lists, labels of statements, captions.

>>> [(item.label, item.number) for item in find_headings("4.2. Tujuan dan Sasaran")]
[('SECTION', '4.2')]
>>> [(item.label, item.number) for item in find_labels("Misi 2 : Mewujudkan tata kelola yang bersih")]
[('MISSION', '2')]

All look at the paragraphs of the text, which may be given where they are known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.extractors.phrases.labels import find_label
from selaras.extractors.phrases.line_looks import (
    caption_words,
    is_capitals,
    is_page_number,
    is_title,
    opening_markers,
    opening_number,
)
from selaras.extractors.phrases.numbering import CODE
from selaras.extractors.phrases.paragraphs import Place, find_paragraphs

LONGEST_HEADING = 250  # characters
FEWEST_CAPITALS = 2  # words of a heading that has no number
MOST_FIGURES = 2  # of such a heading; a row of a table in capitals has more
# Levels of a section; a level of "8.01.02" starts with a zero as codes of programmes do.
_SECTION = re.compile(r"(?:[1-9]\d?|[IVX]+)(?:\.[1-9]\d?)+|[A-Z]|[IVX]+")
_NAMED = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"(?<!\S)\d[\d.,]*+(?!\S)")


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A part of the outline: where it stands, half-open, its label and its printed number, if it has one."""

    start: int
    end: int
    label: str
    number: str | None = None


def find_headings(text: str, paragraphs: Sequence[Place] | None = None) -> list[OutlineItem]:
    """Headings: CHAPTER (BAB IV), SECTION (4.2 Tujuan dan Sasaran), TITLE (words in capitals)."""
    return [item for start, end in _places(text, paragraphs) if (item := _heading(text[start:end], start))]


def find_captions(text: str, paragraphs: Sequence[Place] | None = None) -> list[OutlineItem]:
    """Captions with their title: TABLE, FIGURE or CHART."""
    return [item for start, end in _places(text, paragraphs) if (item := _caption(text[start:end], start))]


def find_numbers(text: str, paragraphs: Sequence[Place] | None = None) -> list[OutlineItem]:
    """Markers in front of the entries of lists; the label is their style: ".", ")", "a.", "bullet"."""
    return [
        OutlineItem(start + item.start, start + item.end, item.marker.style, item.marker.number or None)
        for start, end in _places(text, paragraphs)
        if _heading(text[start:end], start) is None
        for item in opening_markers(text[start:end])
    ]


def find_labels(text: str, paragraphs: Sequence[Place] | None = None) -> list[OutlineItem]:
    """Labels of statements, by `StatementKind`; one that names several kinds is there once for each."""
    return [item for start, end in _places(text, paragraphs) for item in _labels(text[start:end], start)]


def _places(text: str, paragraphs: Sequence[Place] | None) -> Sequence[Place]:
    return find_paragraphs(text) if paragraphs is None else paragraphs


def _heading(text: str, start: int) -> OutlineItem | None:
    if len(text) > LONGEST_HEADING or is_page_number(text):
        return None
    opening = opening_number(text)
    if opening and opening[1].casefold() not in caption_words():
        whole = is_title(text.replace("\n", " ")) or is_capitals(text)
        return _item(text, start, "CHAPTER", opening[2].strip(".")) if whole else None
    number = _section_number(text)
    if number:
        return _item(text, start, "SECTION", number)
    return _item(text, start, "TITLE", None) if not opening and _is_capital_title(text) else None


def _is_capital_title(text: str) -> bool:
    """Whether words in capitals are a title: at least two, no entry of a list, no row of a table."""
    words, figures = len(_NAMED.findall(text)), len(_FIGURE.findall(text))
    plain = words >= FEWEST_CAPITALS and figures <= MOST_FIGURES
    return plain and is_capitals(text) and not opening_markers(text)


def _section_number(text: str) -> str | None:
    """The number of a section, where the words behind it are those of a title."""
    markers = opening_markers(text)
    if len(markers) != 1 or markers[0].marker.style not in (CODE, "A.", "I."):
        return None
    title = " ".join(text[markers[0].end :].split())
    named = _NAMED.search(title) and (is_title(title) or is_capitals(title))
    return markers[0].marker.number if named and _SECTION.fullmatch(markers[0].marker.number) else None


def _caption(text: str, start: int) -> OutlineItem | None:
    opening = opening_number(text)
    label = caption_words().get(opening[1].casefold()) if opening else None
    if opening is None or label is None or not _is_caption_title(text[opening.end() :]):
        return None
    return _item(text, start, label, opening[2].strip("."))


def _is_caption_title(text: str) -> bool:
    """Whether a caption's number is followed by a title or nothing, not by the words of a sentence."""
    words = " ".join(text.strip(" .:\n").split())
    return not words or (words[0].isupper() and not text.rstrip().endswith("."))


def _labels(text: str, start: int) -> Iterator[OutlineItem]:
    if label := find_label(text):
        end = _suffix_start(text, label.rest)
        for kind in label.kinds:
            yield OutlineItem(start, start + end, kind.name, label.number or label.section)


def _suffix_start(text: str, folded: str) -> int:
    """Where in a text a suffix begins whose blanks were folded; blanks before it are left out."""
    left = sum(not char.isspace() for char in folded)
    place = len(text)
    while left:
        place -= 1
        left -= not text[place].isspace()
    return len(text[:place].rstrip())


def _item(text: str, start: int, label: str, number: str | None) -> OutlineItem:
    return OutlineItem(start, start + len(text), label, number)
