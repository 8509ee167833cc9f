"""The pages of one PDF, one by one, as plain JSON; runs in the reading process only."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import SEEK_END, BufferedReader, BytesIO

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
from pypdfium2 import PdfDocument, PdfiumError

from selaras.extractors.pages.checked_json import JsonObject
from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.pages.page_json import page_to_json
from selaras.extractors.pdf.embedded_cmaps import FontManager
from selaras.extractors.pdf.page_reading import read_page
from selaras.extractors.pdf.shown_page import ShownPage

# What the parser is known to raise on damaged pages. MemoryError is not here: it concerns the whole document.
DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MalformedPDFException,
    OSError,
    PdfminerException,
    PSException,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# The closing mark stands in the last bytes; some programs add a few more.
_TAIL = 2048


class PdfError(Exception):
    """The file as a whole cannot be read; `reason` is "encrypted", "damaged", "truncated" or "no_pages"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Document:
    pdf: PDF
    pages: list[PDFPage]


def open_pages(stream: BufferedReader) -> tuple[int, Iterator[JsonObject]]:
    """Open a PDF; return the number of its pages, and the pages, read when asked for. Raises PdfError."""
    document = _open_or_repair(stream)
    numbered = enumerate(document.pages, start=1)
    return len(document.pages), (_read(document.pdf, source, number) for number, source in numbered)


def _open_or_repair(stream: BufferedReader) -> _Document:
    """Open a PDF; where pdfminer finds only part of it, let pdfium write it anew and try again."""
    try:
        return _opened(stream)
    except PdfError as error:
        repaired = None if error.reason == "encrypted" or _is_cut_off(stream) else _repaired(stream)
        if repaired is None:
            raise
        return _opened(repaired)


def _opened(stream: BufferedReader | BytesIO) -> _Document:
    try:
        pdf = PDF(stream)
        pdf.rsrcmgr = FontManager()
        found = list(PDFPage.create_pages(pdf.doc))
        promised = _promised_pages(pdf)
    except DAMAGE as error:
        raise PdfError(_reason(error)) from error
    if len(found) < promised or (_was_searched(pdf) and _is_cut_off(stream)):
        raise PdfError("truncated")
    if promised < len(found):  # the page tree is lost, and these are the pages that happened to turn up
        raise PdfError("damaged")
    if not found:
        raise PdfError("no_pages")
    return _Document(pdf, found)


def _repaired(stream: BufferedReader) -> BytesIO | None:
    stream.seek(0)
    copy = BytesIO()
    try:
        with PdfDocument(stream) as document:
            document.save(copy)
    except PdfiumError:
        return None
    return copy


def _was_searched(pdf: PDF) -> bool:
    """Whether the table of objects was lost, and pdfminer looked for them through the whole file."""
    return any(isinstance(table, PDFXRefFallback) for table in pdf.doc.xrefs)


def _is_cut_off(stream: BufferedReader | BytesIO) -> bool:
    """Whether the mark that closes every PDF is missing at the end."""
    stream.seek(0, SEEK_END)
    stream.seek(max(0, stream.tell() - _TAIL))
    return b"%%EOF" not in stream.read()


def _reason(error: BaseException) -> str:
    """What a failure to open means; a want of memory is no fault of the file and is raised again."""
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    if isinstance(cause, MemoryError):
        raise cause
    return "encrypted" if isinstance(cause, PDFEncryptionError | PDFPasswordIncorrect) else "damaged"


def _promised_pages(pdf: PDF) -> int:
    """Count of pages that the root of the page tree claims; 0 where the root is lost or claims nothing."""
    root = resolve1(pdf.doc.catalog.get("Pages"))
    count = resolve1(dict_value(root).get("Count")) if root else 0
    return count if isinstance(count, int) else 0


def _read(pdf: PDF, source: PDFPage, number: int) -> JsonObject:
    try:
        page = ShownPage(pdf, source, number)
        record = page_to_json(read_page(page, number))
        page.close()
    except DAMAGE:
        record = page_to_json(Page(number, 0.0, 0.0, PageKind.FAILED))
    # pdfminer keeps every object that it has read, pictures included: a scanned book would fill the memory.
    pdf.doc._cached_objs.clear()  # noqa: SLF001  there is no other way to it
    return record
