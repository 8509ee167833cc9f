"""The pages of one document are scanned by several processes at a time, and what they tell is kept.

A process that a page ended is followed by another for the pages behind it.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from selaras.extractors.ocr.cache import ScanCache, picture_of, place_of
from selaras.extractors.ocr.orders import Orders
from selaras.extractors.ocr.scan import Scan, scan_from_json
from selaras.extractors.ocr.settings import OcrSettings
from selaras.extractors.ocr.tesseract import SIGNS, Installed
from selaras.extractors.pages.checked_json import JsonObject, as_object, as_string
from selaras.extractors.pdf.processes import OutputFloodError, WatchedProcess, started

# -I: no environment variable and no file of the current folder changes what the process runs.
SCANNER = (sys.executable, "-I", "-m", "selaras.extractors.ocr.worker")
REASONS = frozenset({"timeout", "crash", "garbage", "memory", "damaged"})
MOST_OUTPUT = 256 * 1024 * 1024
# Several documents may be read at a time: no more processes scan than there are cores.
_turns = threading.BoundedSemaphore(os.cpu_count() or 1)

Scanned = Scan | str
"""A scan, or the reason why there is none: one of `REASONS`."""


class ScanningStoppedError(Exception):
    """Nobody waits for the scans any longer."""


@dataclass(frozen=True, slots=True)
class ScanJob:
    """The scanning of one document; `seconds` is what each of its processes may take."""

    path: Path
    sha256: str
    settings: OcrSettings
    installed: Installed
    seconds: float
    command: Sequence[str] = SCANNER
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def maker(self) -> str:
        """What a scan depends on beside its picture."""
        how = self.settings
        models = "+".join((*how.languages, *self.signs))
        return f"{self.installed.version} {models} {how.dpi} dpi {how.most_pixels} px"

    @property
    def signs(self) -> tuple[str, ...]:
        """The models for digits and signs, if installed."""
        return (SIGNS,) if SIGNS in self.installed.languages else ()

    @property
    def cache(self) -> ScanCache | None:
        """The known scans."""
        return ScanCache(self.settings.cache, self.maker) if self.settings.cache else None

    def scans(self, pages: Sequence[int]) -> dict[int, Scanned]:
        """The scans of pages, or why there is none. Raises ScanningStoppedError after `stop_all`."""
        found: dict[int, Scanned] = {page: scan for page in pages if (scan := self._known(page))}
        left = [page for page in pages if page not in found]
        for part in self._shared(left):
            found |= part
        return dict(sorted(found.items()))

    def _known(self, page: int) -> Scan | None:
        return self.cache.get(place_of(self.sha256, page)) if self.cache else None

    def _shared(self, pages: Sequence[int]) -> list[dict[int, Scanned]]:
        """Each process takes every second page, where there are two."""
        workers = min(self.settings.workers, len(pages))
        if not workers:
            return []
        with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
            try:
                return list(pool.map(self._scan_all, [pages[first::workers] for first in range(workers)]))
            except BaseException:
                self.stopped.set()
                raise

    def _scan_all(self, pages: Sequence[int]) -> dict[int, Scanned]:
        found: dict[int, Scanned] = {}
        while len(found) < len(pages):
            found |= dict(self._scan_some(pages[len(found) :]))
        return found

    def _scan_some(self, pages: Sequence[int]) -> Iterator[tuple[int, Scanned]]:
        """Yield pages as one process gives them; the page that it did not survive comes last.

        Where its time ran out after some pages, no page is to blame: the next process goes on with the rest.
        """
        done = 0
        with (
            _turns,
            self.path.open("rb") as stream,
            started(self._arguments(pages), stream, seconds=self.seconds) as process,
        ):
            for record in self._records(process):
                scan = _scanned(record, pages[done]) if done < len(pages) else None
                if scan is None:
                    break
                yield pages[done], self._kept(pages[done], scan, record)
                done += 1
            process.stop()
            if process.unwanted.is_set() or self.stopped.is_set():
                raise ScanningStoppedError
            if done < len(pages) and not (done and process.late.is_set()):
                yield pages[done], "timeout" if process.ran_out_of_time() else "crash"

    def _arguments(self, pages: Sequence[int]) -> tuple[str, ...]:
        how = self.settings
        orders = Orders(
            pages=tuple(pages),
            program=self.installed.program,
            languages=how.languages,
            dpi=how.dpi,
            most_pixels=how.most_pixels,
            page_seconds=how.page_seconds,
            memory_mb=how.memory_mb,
            maker=self.maker,
            signs=self.signs,
            cache=str(how.cache) if how.cache else None,
        )
        return (*self.command, orders.to_json())

    def _records(self, process: WatchedProcess) -> Iterator[JsonObject]:
        """Yield what a process tells until it ends, or tells what is no object."""
        try:
            for line in process.lines(MOST_OUTPUT):
                if self.stopped.is_set():
                    return
                yield as_object(json.loads(line))
        except (OutputFloodError, ValueError, RecursionError):
            return

    def _kept(self, page: int, scan: Scanned, record: JsonObject) -> Scanned:
        """Keep a scan in the cache, by its place and by its picture."""
        if self.cache and isinstance(scan, Scan):
            self.cache.put(place_of(self.sha256, page), scan)
            self.cache.put(picture_of(as_string(record["picture"])), scan)
        return scan


def _scanned(record: JsonObject, page: int) -> Scanned | None:
    """What a record tells of a page; None where it is not what was agreed on."""
    try:
        if record.get("page") != page:
            return None
        if "error" in record:
            reason = as_string(record["error"])
            return reason if reason in REASONS else None
        as_string(record.get("picture"))
        return scan_from_json(record.get("scan"))
    except (ValueError, OverflowError, RecursionError):
        return None
