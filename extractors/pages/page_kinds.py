"""What kind of page it is: scan, blank, a text layer that holds no language, or what its text mostly is."""

import re
from collections.abc import Iterable, Iterator, Sequence

from selaras.extractors.pages.baselines import by_baseline
from selaras.extractors.pages.confidence import is_doubtful
from selaras.extractors.pages.language import language_share
from selaras.extractors.pages.page import Diagram, Grid, Page, PageKind, Word
from selaras.models.messages import Message, message
from selaras.models.plans import ReadingWarning

# A stamp or a page number over a scanned picture is not yet a text layer.
FEWEST_LETTERS = 40
# Share of words that could be words of a language written in Latin letters; a good page has above 0.8.
LEAST_PLAUSIBLE = 0.4
FEWEST_JUDGED = 40
# A layer of OCR with fewer known words was always worse than OCR anew, which knew 71 to 94 %.
LEAST_KNOWN = 0.75

# Tables fill a page that has this share of its letters in them.
TABLE_SHARE = 0.5
# From this share of lines with dot leaders on, a page is a table of contents.
CONTENTS_SHARE = 0.4
FEWEST_LEADERS = 4
FEWEST_DOTS = 5 * FEWEST_LEADERS

# So many doubtful words are named.
MOST_EXAMPLES = 5

# Exactly so many: the last ones tell, and looking for as many as there are would take its time.
_LEADER = re.compile(r"(?:\.\s?){5}\s*[-\divxlc]{1,8}$|…{2}\s*[-\divxlc]{1,8}$", re.IGNORECASE)
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
    garbled = covered and is_garbled(words)
    return (
        PageKind.SOUP if garbled or _is_soup([word.text.strip(_EDGES) for word in words]) else PageKind.TEXT
    )


def find_text_kind(words: Sequence[Word], grids: Iterable[Grid], diagram: Diagram | None) -> PageKind:
    """What a page with good text mostly is: a diagram, contents, tables, or running text."""
    if diagram:
        return PageKind.DIAGRAM
    if _is_contents(words):
        return PageKind.CONTENTS
    cells = (cell.text for grid in grids for row in grid.rows for cell in row if cell)
    inside = sum(len(text) for cell in cells for text in cell.split())
    mostly = inside > TABLE_SHARE * sum(len(word.text) for word in words)
    return PageKind.TABLE if mostly else PageKind.TEXT


def _is_contents(words: Sequence[Word]) -> bool:
    dots = sum(word.text.count(".") + 3 * word.text.count("…") for word in words)
    if dots < FEWEST_DOTS:
        return False
    lines = [" ".join(word.text for word in row) for row in by_baseline(words, lambda word: word.box)]
    leaders = sum(map(is_leader, lines))
    return leaders >= FEWEST_LEADERS and leaders >= CONTENTS_SHARE * len(lines)


def is_leader(text: str) -> bool:
    """Whether a line is an entry of a table of contents: dots that lead to a number."""
    return bool(_LEADER.search(text))


def is_garbled(words: Iterable[Word]) -> bool:
    """Whether a text layer behind a picture is so bad that reading the picture anew may be better."""
    share = language_share(word.text for word in words)
    return share is not None and share < LEAST_KNOWN


def _is_soup(tokens: Sequence[str]) -> bool:
    judged = [token for token in tokens if _LETTERS.search(token)]
    if len(judged) < FEWEST_JUDGED:
        return False
    return sum(1 for token in judged if _PLAUSIBLE.fullmatch(token)) < LEAST_PLAUSIBLE * len(judged)


def page_warnings(pages: Iterable[Page]) -> tuple[ReadingWarning, ...]:
    """A warning for each page that could not be read though it is not blank, or not wholly, or by OCR."""
    return tuple(ReadingWarning(told, page.number) for page in pages for told in _messages(page))


def _messages(page: Page) -> Iterator[Message]:
    if told := _ocr_message(page) if page.ocr else _unread_message(page):
        yield told
    if page.crowded:
        yield message("reading.crowded_page", page=page.number)


def _unread_message(page: Page) -> Message | None:
    if page.defect:
        return message("reading.defect_page", page=page.number, cause=page.defect)
    unread = page.kind in (PageKind.SCAN, PageKind.SOUP, PageKind.FAILED)
    return message(f"reading.{page.kind}_page", page=page.number) if unread else None


def _ocr_message(page: Page) -> Message:
    """How sure OCR was of a page, and the words that it doubts."""
    if not page.words or page.kind is PageKind.SCAN:
        return message("reading.ocr_empty_page", page=page.number)
    if page.kind is PageKind.SOUP:
        return message("reading.ocr_soup_page", page=page.number)
    sure = round(100 * sum(word.confidence or 0 for word in page.words) / len(page.words))
    doubtful = [word.text for word in page.words if is_doubtful(word.confidence)]
    if not doubtful:
        return message("reading.ocr_page", page=page.number, sure=sure)
    counts = {"count": len(doubtful), "total": len(page.words)}
    return message(
        "reading.ocr_doubts_page", page=page.number, sure=sure, words=_examples(doubtful), **counts
    )


def _examples(words: Iterable[str]) -> str:
    """The first of them that are more than a sign, each cut short."""
    telling = [word for word in dict.fromkeys(words) if len(word) > 2] or list(words)
    return ", ".join(f'"{word[:20]}"' for word in telling[:MOST_EXAMPLES])
