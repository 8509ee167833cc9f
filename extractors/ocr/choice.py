"""Which of two readings of a page is the better one: its own bad text layer, or OCR anew."""

from selaras.extractors.pages.page import Page


def better_page(own: Page, anew: Page) -> Page:
    """The page read anew, unless nothing was found in its picture and it has words of its own."""
    return anew if anew.words or not own.words else own
