"""Text without statements of its own: tables of contents, and chapters on why the document was written."""

import re
from collections.abc import Iterable, Sequence

from selaras.extractors.pages.page import Line

FEWEST_ENTRIES = 8
SHARE_OF_ENTRIES = 0.5
LONGEST_HEADING = 300  # characters
_TITLE = re.compile(r"daftar\s+isi\b", re.IGNORECASE)
_DOTTED = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
_PAGE_NUMBER = re.compile(r"\s\d{1,3}$")
_PURPOSE = re.compile(r"(?:\W*[\dIVX]+[\d.)]*\s*|[A-Za-z][.)]\s*)?maksud\b", re.IGNORECASE)


def drop_dotted(lines: Iterable[Line]) -> list[Line]:
    """Leave out entries of contents with dot leaders: `Visi ........ 39`."""
    return [line for line in lines if not _DOTTED.search(line.text)]


def find_contents(lines: Sequence[Line]) -> frozenset[int]:
    """Pages of a table of contents: its entries look like headings and mottos."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return frozenset(page for page, printed in pages.items() if _is_contents([line.text for line in printed]))


def _is_contents(texts: Sequence[str]) -> bool:
    titled = any(_TITLE.match(f"{text} {after}") for text, after in zip(texts, [*texts[1:], ""], strict=True))
    entries = sum(_is_entry(text) for text in texts)
    return titled or (entries >= FEWEST_ENTRIES and entries >= SHARE_OF_ENTRIES * len(texts))


def _is_entry(text: str) -> bool:
    numbered = any(char.isalpha() for char in text) and _PAGE_NUMBER.search(text)
    return bool(numbered or _DOTTED.search(text))


def is_purpose(text: str) -> bool:
    """Whether a heading starts a chapter on why the document was written (maksud): not the plan's goals."""
    return len(text) < LONGEST_HEADING and len(text.split()) < 10 and bool(_PURPOSE.match(text))
