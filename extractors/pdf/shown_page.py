"""A page as it shows, for pdfplumber: its page, with what pdfium finds in the place of what pdfminer would.

pdfminer interprets a page in Python, and that was four fifths of the time of reading. All that pdfplumber
does with a page (crop, tables, pictures) works on this one; it is cut to what viewers show, and without the
characters that a clipping path hides: Excel prints whole rows into cells too small for them, and a hidden row
would lie across a visible one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BufferedReader
from typing import Any

from pdfplumber.page import Page as SourcePage
from pypdfium2 import PdfDocument, PdfPage, raw

from selaras.extractors.pdf.page_chars import read_chars
from selaras.extractors.pdf.page_objects import walk
from selaras.extractors.pdf.page_shapes import read_shapes
from selaras.extractors.pdf.pdfium_calls import address
from selaras.extractors.pdf.view import View


@dataclass(frozen=True, slots=True)
class SourceFile:
    """An open PDF: what pdfplumber's page asks of its document, and pdfium's document."""

    stream: BufferedReader
    document: PdfDocument
    path: None = None
    password: None = None
    laparams: None = None


class ShownPage(SourcePage):
    """A page of pdfplumber whose upper left corner is that of what viewers show."""

    def __init__(self, pdf: SourceFile, page_number: int) -> None:
        """Load a page, counted from 1. Raises PdfiumError where it cannot be loaded."""
        self.source = pdf.document[page_number - 1]
        self.view = find_view(self.source)
        self.pdf = pdf  # type: ignore[assignment] # as much of a document as a page needs
        self.root_page = self
        self.page_obj = None  # type: ignore[assignment] # pdfminer's, which is not asked
        self.page_number = page_number
        self.initial_doctop = 0
        self.rotation = 90 * self.view.turns
        self.mediabox = self.cropbox = self.bbox = (0.0, 0.0, *self.view.size)
        self.get_textmap = lru_cache()(self._get_textmap)

    def parse_objects(self) -> dict[str, list[dict[str, Any]]]:
        """Characters, lines, rectangles, curves, images. Raises PdfiumError if the text cannot be read."""
        painted = list(walk(address(self.source), self.view.matrix))
        texts = [item for item in painted if item.kind == raw.FPDF_PAGEOBJ_TEXT]
        objects = read_shapes(painted, self.height)
        with _text_page(self.source) as text:
            objects["char"] = read_chars(text, self.view, texts)
        return objects

    def close(self) -> None:
        """Give the memory back: pdfium's, and that of all objects."""
        super().close()
        self.source.close()


@contextmanager
def _text_page(page: PdfPage) -> Iterator[int]:
    text = page.get_textpage()
    try:
        yield address(text)
    finally:
        text.close()


def find_view(page: PdfPage) -> View:
    """What viewers show of a page: its crop box, as far as it lies on the page."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return View((box.left, box.bottom, box.right, box.top), raw.FPDFPage_GetRotation(page) % 4)
