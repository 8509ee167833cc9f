"""Whether pictures of pages can be read, and which stored documents gain by it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from selaras.extractors.ocr.settings import OcrSettings
from selaras.extractors.ocr.tesseract import Installed, find_tesseract
from selaras.flows.tables import WarningRow

# What is said of a page that waits for OCR.
WAITING = ("reading.scan_page", "reading.soup_page")


def usable_tesseract(ocr: OcrSettings) -> Installed | None:
    """The program, if pictures of pages are to be read and it has the models for it."""
    found = find_tesseract(ocr.program) if ocr.enabled else None
    return found if found and set(ocr.languages) <= found.languages else None


def ocr_state(ocr: OcrSettings) -> str:
    """What the reading of pictures depends on, as one word."""
    found = usable_tesseract(ocr)
    return f"{found.version}-{'+'.join(ocr.languages)}-{ocr.dpi}".replace(" ", "-") if found else "no-ocr"


def waiting_documents(session: Session) -> frozenset[str]:
    """Stored documents with pages that were left for want of OCR."""
    return frozenset(session.scalars(select(WarningRow.document).where(WarningRow.code.in_(WAITING))))
