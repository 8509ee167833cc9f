"""Which of two readings of a page is the better one: its own bad text layer, or OCR anew."""

from dataclasses import replace

from selaras.extractors.pages.language import language_share
from selaras.extractors.pages.page import Page, PageKind, Word
from selaras.extractors.pages.page_kinds import find_kind

# OCR must know so much more of the words: a text layer that is merely about other things stays.
CLEARLY_BETTER = 0.1


def better_page(own: Page, anew: Page) -> Page:
    """The page read anew, unless its own words are more, or hardly less, of a language.

    Its own reading comes back as TEXT if it is a language after all, else as it was, marked as tried by OCR.
    """
    if not own.words or (anew.words and _is_better(own.words, anew.words)):
        return anew
    kind = find_kind(own.words, pictures=True, covered=own.kind is PageKind.SCAN)
    return replace(own, kind=kind, ocr=kind is not PageKind.TEXT)


def _is_better(own: tuple[Word, ...], anew: tuple[Word, ...]) -> bool:
    before, after = _share(own), _share(anew)
    if before is None:
        return len(anew) > len(own)
    return after is not None and after >= before + CLEARLY_BETTER


def _share(words: tuple[Word, ...]) -> float | None:
    return language_share(word.text for word in words)
