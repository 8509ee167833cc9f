"""Pages as people name them: `3-7,12`, `40-`."""

import re
from dataclasses import dataclass
from math import inf

from selaras.models.errors import InputError
from selaras.models.messages import message

_RANGE = re.compile(r"\s*(\d{1,9})\s*(?:(-)\s*(\d{1,9})?)?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class PageRanges:
    """Runs of pages, from 1, both ends included; the last may be open."""

    given: str
    runs: tuple[tuple[int, float], ...]

    def __contains__(self, page: int) -> bool:
        return any(first <= page <= last for first, last in self.runs)

    @property
    def last(self) -> float:
        """The last page that is asked for."""
        return max(last for _, last in self.runs)


def parse_pages(given: str) -> PageRanges:
    """Read page numbers and runs, joined by commas. Raises InputError that tells what is wrong."""
    return PageRanges(given, tuple(_run(part, given) for part in given.split(",")))


def _run(part: str, given: str) -> tuple[int, float]:
    found = _RANGE.fullmatch(part)
    first, dash, last = found.groups() if found else ("0", None, None)
    run = (int(first), float(last) if last else inf if dash else float(first))
    if not 1 <= run[0] <= run[1]:
        raise InputError(message("error.bad_pages", given=given))
    return run
