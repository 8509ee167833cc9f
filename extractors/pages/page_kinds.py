"""What kind of page it is: text, scan, blank, or a text layer that holds no language."""

import re
from collections.abc import Iterable, Sequence

from selaras.extractors.pages.page import Page, PageKind, Word
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning

# A stamp or a page number over a scanned picture is not yet a text layer.
FEWEST_LETTERS = 40
# Share of words that could be words of a language written in Latin letters; a good page has above 0.8.
LEAST_PLAUSIBLE = 0.4
FEWEST_JUDGED = 40

_LETTERS = re.compile(r"[^\W\d_]")
_PLAUSIBLE = re.compile(r"(?=.*[aeiou])[^\W\d_]{2,}", re.IGNORECASE)
_EDGES = ".,;:()[]\"'“”‘’•-–/*"


def find_kind(words: Sequence[Word], *, pictures: bool, covered: bool) -> PageKind:
    """Judge a page by its words, and by whether it shows pictures and they cover it; in doubt it is text."""
    letters = sum(len(_LETTERS.findall(word.text)) for word in words)
    if (covered and letters < FEWEST_LETTERS) or (pictures and not words):
        return PageKind.SCAN
    if not words:
        return PageKind.BLANK
    return PageKind.SOUP if _is_soup([word.text.strip(_EDGES) for word in words]) else PageKind.TEXT


def _is_soup(tokens: Sequence[str]) -> bool:
    judged = [token for token in tokens if _LETTERS.search(token)]
    if len(judged) < FEWEST_JUDGED:
        return False
    return sum(1 for token in judged if _PLAUSIBLE.fullmatch(token)) < LEAST_PLAUSIBLE * len(judged)


def page_warnings(pages: Iterable[Page]) -> tuple[ReadingWarning, ...]:
    """One warning for each page that nothing could be read from though it is not blank."""
    unread = (PageKind.SCAN, PageKind.SOUP, PageKind.FAILED)
    return tuple(_warning(page) for page in pages if page.kind in unread)


def _warning(page: Page) -> ReadingWarning:
    if page.defect:
        return ReadingWarning(
            message("reading.defect_page", page=page.number, cause=page.defect), page.number
        )
    return ReadingWarning(message(f"reading.{page.kind}_page", page=page.number), page.number)
