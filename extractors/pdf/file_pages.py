"""The pages of one PDF, one by one, as plain JSON; runs in the reading process only."""

import ctypes
import traceback
from collections.abc import Iterator
from contextlib import closing
from io import SEEK_END, BufferedReader
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pypdfium2 import PdfDocument, PdfiumError, raw

from selaras.extractors.pages.checked_json import JsonObject
from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.pages.page_json import page_to_json
from selaras.extractors.pdf.page_reading import read_page
from selaras.extractors.pdf.shown_page import ShownPage, SourceFile

# The closing mark stands in the last bytes; some programs add a few more.
_TAIL = 2048
# The size (points) of pages that say none.
_LETTER = (612.0, 792.0)

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
# What pdfium says of a file in which it finds no page: no error, and no document.
_NO_PAGE = raw.FPDF_ERR_SUCCESS


class PdfError(Exception):
    """The file as a whole cannot be read; `reason` is "encrypted", "damaged", "truncated" or "no_pages"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def open_pages(stream: BufferedReader) -> tuple[int, Iterator[JsonObject]]:
    """Open a PDF; return the number of its pages, and the pages, read when asked for. Raises PdfError."""
    source = SourceFile(stream, _opened(stream))
    count = len(source.document)
    return count, (page_to_json(_read(source, number)) for number in range(1, count + 1))


def _opened(stream: BufferedReader) -> PdfDocument:
    """Open a PDF, and refuse to pass off a part as the whole: pdfium mends what it can without a word."""
    try:
        document = PdfDocument(stream)
    except PdfiumError as error:
        raise PdfError(_reason(error, stream)) from error
    was_searched = not raw.FPDF_DocumentHasValidCrossReferenceTable(document)
    if _is_cut_off(stream) and (was_searched or _lost_pages(document)):
        raise PdfError("truncated")
    if listed_pages(stream) > len(document):
        raise PdfError("damaged")
    return document


def _reason(error: PdfiumError, stream: BufferedReader) -> str:
    if error.err_code in _LOCKED:
        return "encrypted"
    return "no_pages" if error.err_code == _NO_PAGE and not _is_cut_off(stream) else "damaged"


def _lost_pages(document: PdfDocument) -> int:
    """How many of the promised pages are nowhere in the file."""
    size = raw.FS_SIZEF()
    pages = range(len(document))
    return sum(not raw.FPDF_GetPageSizeByIndexF(document, page, size) for page in pages)


def listed_pages(stream: BufferedReader) -> int:
    """How many pages the page tree holds, 0 where it cannot be walked: pdfium reads as many as it claims."""
    try:
        return sum(1 for _ in PDFPage.create_pages(PDFDocument(PDFParser(stream))))
    except MemoryError:  # it concerns the whole document
        raise
    except Exception:  # noqa: BLE001  a second opinion only: pdfium opened the file
        return 0


def _is_cut_off(stream: BufferedReader) -> bool:
    """Whether the mark that closes every PDF is missing at the end."""
    stream.seek(0, SEEK_END)
    stream.seek(max(0, stream.tell() - _TAIL))
    return b"%%EOF" not in stream.read()


def _read(source: SourceFile, number: int) -> Page:
    """Read a page; one that pdfium cannot load, or over which our own rules stumble, fails alone."""
    try:
        with closing(ShownPage(source, number)) as page:
            return _failed(number) if _is_lost(page) else read_page(page, number)
    except PdfiumError:
        return _failed(number)
    except MemoryError:  # it concerns the whole document
        raise
    except Exception as error:  # noqa: BLE001  a defect of ours must not cost the other pages, and is told as one
        return _failed(number, _place(error))


def _failed(number: int, defect: str = "") -> Page:
    return Page(number, 0.0, 0.0, PageKind.FAILED, defect=defect)


def _is_lost(page: ShownPage) -> bool:
    """Whether the file holds no such page: pdfium then shows an empty one of its own, without a word."""
    edges = [ctypes.c_float() for _ in range(4)]
    has_size = raw.FPDFPage_GetMediaBox(page.source, *edges)
    return (
        not has_size and (page.width, page.height) == _LETTER and not raw.FPDFPage_CountObjects(page.source)
    )


def _place(error: Exception) -> str:
    """What went wrong and where, for who mends it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"
