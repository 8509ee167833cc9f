"""Scans that were read before, one file each: reading a page anew costs seconds, a file nothing.

A scan is kept under its place (document and page) and under its picture (the pixels as rendered): the first
saves all work for a known file, the second for a page that a new version of a plan took over. Both names hold
the version of Tesseract and all settings that matter. A file that cannot be read or written is as none.
"""

import hashlib
import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from selaras.extractors.ocr.scan import Scan, scan_from_json, scan_to_json
from selaras.extractors.pages.checked_json import JsonObject

# Changes when the same picture may yield another scan.
SCANNER_VERSION = "3"


@dataclass(frozen=True, slots=True)
class ScanCache:
    """A folder of scans; `maker` tells how they were made: Tesseract's version and settings."""

    folder: Path
    maker: str

    def path(self, what: str) -> Path:
        """The file for a place or picture."""
        name = hashlib.sha256(f"{SCANNER_VERSION}\n{self.maker}\n{what}".encode()).hexdigest()
        return self.folder / name[:2] / f"{name}.json"

    def get(self, what: str) -> Scan | None:
        """The scan that was kept; None where there is none that can be read."""
        try:
            return scan_from_json(json.loads(self.path(what).read_bytes()))
        except (OSError, ValueError, OverflowError, RecursionError):
            return None

    def put(self, what: str, scan: Scan) -> None:
        """Keep a scan, whole or not at all."""
        with suppress(OSError):
            _write(self.path(what), scan_to_json(scan))


def place_of(document: str, page: int) -> str:
    """What a page of a document is looked up by."""
    return f"page {page} of {document}"


def picture_of(digest: str) -> str:
    """What a picture is looked up by."""
    return f"picture {digest}"


def _write(path: Path, record: JsonObject) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        part.write_bytes(json.dumps(record, separators=(",", ":")).encode())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
