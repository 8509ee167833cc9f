"""How lines of a page look: page numbers, capitals, titles, captions, chapters, markers, and what is open.

The words that decide stand in `data/sentences.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.labels import QUOTES, any_of
from selaras.extractors.phrases.numbering import Marker, read_marker

LONGEST_LINE = 1000  # characters; longer ones are no lines of a page and start with no marker
MOST_TITLE_WORDS = 14
FEWEST_LETTERS = 3  # of a line in capitals
NEAR = 60  # characters that markers and numbers of a paragraph stand in
MOST_MARKERS = 3  # in front of one paragraph: "A. 1. a."
# Page numbers stand alone: "12", "II - 14", "Halaman 3", "| 7".
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:hal(?:aman)?\.?\s*)?(?:[IVX]+\s*[-–—./]\s*)?\d{1,3}[\s|–—-]*|[ivx]{1,5}", re.IGNORECASE
)
# A running title with the number of its page: "Renstra Dinas Sosial 2025 II - 3".
_RUNNING_TITLE = re.compile(r"[IVX]{1,5}\s?[-–]\s?\d{1,3}\s+\S.*|.*[^.\s]\s+[IVX]{1,5}\s?[-–]\s?\d{1,3}")
LONGEST_RUNNING_TITLE = 120
# A label and its colon: "Indikator kinerja: ...", "Tugas :".
_LABEL = re.compile(r"[A-Z][^\W\d_]*(?:[ /-](?:[^\W_]+|\(\w{1,20}\))){0,4}\s?:(?=\s|$)")
TABLE_HEAD = re.compile(r"No\b", re.IGNORECASE)  # the first column of most tables
_WORD = re.compile(r"[^\W\d_]+(?:[-'/.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """The marker of a list and where it stands in its paragraph."""

    marker: Marker
    start: int
    end: int


def starts_by_itself(text: str) -> bool:
    """Whether a line starts as headings, captions and labels do."""
    return bool(_heading().match(text) or _LABEL.match(text))


def starts_sentence(text: str) -> bool:
    """Whether a text starts as sentences do: with a capital or a digit."""
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
