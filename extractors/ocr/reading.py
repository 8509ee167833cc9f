"""The pages of a document that have no text of their own are read from their pictures.

    reading = read_scans(path, read_pages(path), OcrSettings())

Whatever happens to one picture, the other pages come back; what could not be read is told in a warning.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from selaras.extractors.ocr.choice import better_page
from selaras.extractors.ocr.scan import Scan
from selaras.extractors.ocr.scan_job import SCANNER, ScanJob, Scanned
from selaras.extractors.ocr.settings import OcrSettings
from selaras.extractors.ocr.shaping import build_page
from selaras.extractors.ocr.tesseract import Installed, find_tesseract
from selaras.extractors.pages.page import Page, PageKind, PageReading
from selaras.extractors.pages.page_kinds import page_warnings
from selaras.models.messages import Message, message
from selaras.models.plans import ReadingWarning

UNREAD = frozenset({PageKind.SCAN, PageKind.SOUP})


def read_scans(
    path: Path,
    reading: PageReading,
    settings: OcrSettings,
    *,
    seconds: float = 1800.0,
    command: Sequence[str] = SCANNER,
) -> PageReading:
    """Read the scans and letter soups of a document anew; `seconds` is what one process may take.

    Without Tesseract, or without its model of the language, all stays as it is, with a warning that says how
    to install it.
    """
    wanted = [page.number for page in reading.pages if page.kind in UNREAD]
    if not wanted or not settings.enabled:
        return reading
    installed = find_tesseract(settings.program)
    problem = _missing(installed, settings.languages)
    if installed is None or problem:
        extra = (ReadingWarning(problem),) if problem else ()
        return replace(reading, warnings=(*reading.warnings, *extra))
    job = ScanJob(path, reading.sha256, settings, installed, seconds, command)
    return _with_scans(reading, job.scans(wanted))


def _missing(installed: Installed | None, languages: Sequence[str]) -> Message | None:
    """What has to be installed; None where nothing is missing."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    if installed is None:
        return message(f"reading.ocr_missing_{system}")
    absent = [name for name in languages if name not in installed.languages]
    packages = " ".join(f"tesseract-ocr-{name.replace('_', '-')}" for name in absent)
    return (
        message(f"reading.ocr_language_{system}", languages=", ".join(absent), packages=packages)
        if absent
        else None
    )


def _with_scans(reading: PageReading, scans: Mapping[int, Scanned]) -> PageReading:
    """The reading with its new pages, and what is to be said of all of them."""
    pages = tuple(_page(page, scans.get(page.number)) for page in reading.pages)
    failed = {number: scan for number, scan in scans.items() if isinstance(scan, str)}
    told = [
        ReadingWarning(message(f"reading.ocr_{reason}_page", page=number), number)
        for number, reason in failed.items()
    ]
    warnings = (*page_warnings(page for page in pages if page.number not in failed), *told)
    return PageReading(reading.sha256, pages, tuple(sorted(warnings, key=lambda item: item.page or 0)))


def _page(page: Page, scan: Scanned | None) -> Page:
    return better_page(page, build_page(scan, page.number)) if isinstance(scan, Scan) else page
