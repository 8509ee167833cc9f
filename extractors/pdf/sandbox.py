"""A PDF is read in a process of its own, with limits on time, memory, pages and output.

    reading = read_pages(Path("renstra.pdf"))

Whatever the file does, the caller gets all of its pages, or an error that names the file and the remedy.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.extractors.pages.checked_json import JsonObject
from selaras.extractors.pages.limits import DEFAULT_LIMITS, Limits
from selaras.extractors.pages.page import Page, PageReading
from selaras.extractors.pages.page_json import page_from_json
from selaras.extractors.pages.page_kinds import page_warnings
from selaras.extractors.pdf.file_checks import open_document
from selaras.extractors.pdf.processes import OutputFloodError, WatchedProcess, started
from selaras.models.errors import LimitExceededError, UnreadableDocumentError
from selaras.models.ids import DocumentId
from selaras.models.messages import message

# -I: no environment variable and no file of the current folder changes what the reading process runs.
WORKER = (sys.executable, "-I", "-m", "selaras.extractors.pdf.worker")

_MEBIBYTE = 1024 * 1024
_UNREADABLE = frozenset({"encrypted", "damaged", "truncated", "no_pages"})


def read_pages(
    path: Path, *, limits: Limits = DEFAULT_LIMITS, command: Sequence[str] = WORKER
) -> PageReading:
    """Read all pages of a PDF; a page that cannot be parsed comes as PageKind.FAILED with a warning.

    Raises MissingFileError, UnreadableDocumentError (no PDF, encrypted, damaged, without pages) and
    LimitExceededError. `command` is the reading process: it gets the file as its standard input.
    """
    with open_document(path) as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        arguments = (*command, str(limits.memory_mb), str(limits.cpu_seconds), str(limits.pages))
        with started(arguments, stream, seconds=limits.seconds) as process:
            pages = tuple(_Document(str(path), limits).pages(process))
    return PageReading(DocumentId(sha256), pages, page_warnings(pages))


@dataclass(frozen=True, slots=True)
class _Document:
    """What an error has to name: the file and its limits."""

    file: str
    limits: Limits

    def pages(self, process: WatchedProcess) -> list[Page]:
        """Take all pages from the reading process, or raise what went wrong."""
        pages: list[Page] = []
        promised = None
        try:
            for line in process.lines(self.limits.output_mb * _MEBIBYTE):
                record = _record(line)
                self._refuse(record, len(pages) + 1)
                if promised is None:
                    promised = self._promised(record)
                else:
                    pages.append(_numbered(page_from_json(record), len(pages) + 1))
        except OutputFloodError as error:
            raise self._exceeded("output", len(pages) + 1, self.limits.output_mb) from error
        except (ValueError, OverflowError, RecursionError) as error:
            raise self._exceeded("reader", len(pages) + 1) from error
        if promised != len(pages):
            raise self._ended_early(process, len(pages) + 1)
        return pages

    def _refuse(self, record: JsonObject, page: int) -> None:
        reason = record.get("error")
        if reason is not None and not isinstance(reason, str):
            raise ValueError("the reason of an error is a text")
        if reason == "memory":
            raise self._exceeded("memory", page, self.limits.memory_mb)
        if reason in _UNREADABLE:
            raise UnreadableDocumentError(message(f"error.{reason}", file=self.file))

    def _promised(self, header: JsonObject) -> int:
        count = header.get("pages")
        if not isinstance(count, int):
            raise ValueError("the header holds no count of pages")  # noqa: TRY004  malformed like any other line
        if count > self.limits.pages:
            raise LimitExceededError(
                message("error.too_many_pages", file=self.file, pages=count, limit=self.limits.pages)
            )
        return count

    def _ended_early(self, process: WatchedProcess, page: int) -> LimitExceededError:
        if process.ran_out_of_time():
            return self._exceeded("time", page, f"{self.limits.seconds:g}")
        return self._exceeded("reader", page)

    def _exceeded(self, what: str, page: int, limit: object = "") -> LimitExceededError:
        return LimitExceededError(message(f"error.limit_{what}", file=self.file, page=page, limit=limit))


def _numbered(page: Page, number: int) -> Page:
    if page.number != number:
        raise ValueError(f"page {number} was expected")
    return page


def _record(line: bytes) -> JsonObject:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError("a line that is no object")  # noqa: TRY004
    return record
