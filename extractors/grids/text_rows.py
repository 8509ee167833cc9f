"""Where the rows of a table begin that no line parts: at its values, at its labels, or after a wider gap.

A label of several lines has its values beside its last line in American tables, beside its first in others; a
line with nothing but a label is a rest, a beginning, or a heading over the rows below.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from selaras.extractors.grids.channels import columns_of
from selaras.extractors.grids.printed import Line, is_value, line_top

# A column holds values if this share of its runs are such, and a table if this share of its columns do.
VALUE_SHARE = 0.6
# A gap between rows is wider than the gap between lines by so much (points, and as a share).
WIDER = 1.2
WIDER_SHARE = 1.12
# A row begins at a line that fills this share of the columns.
FULL = 0.6

_OPEN_END = re.compile(
    r".*(?:[-–,/(&]|\b(?:and|or|of|the|for|in|to|with|dan|atau|yang|untuk|di|ke|dari))", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with the texts of its columns; `is_heading` where it is one text over several of them."""

    top: float
    texts: dict[int, str]
    is_heading: bool = False

    @property
    def label(self) -> str:
        """The text of the first column."""
        return self.texts.get(0, "")


def place_line(line: Line, xs: Sequence[float]) -> PlacedLine:
    """Sort the runs of a line into columns; `xs` are the places between these."""
    texts: dict[int, str] = {}
    for run in line:
        column = columns_of(run, xs)[0]
        texts[column] = f"{texts[column]} {run.text}" if column in texts else run.text
    first, last = columns_of(line[0], xs)
    return PlacedLine(line_top(line), texts, len(line) == 1 and first < last)


def value_columns(lines: Sequence[PlacedLine]) -> frozenset[int]:
    """Columns of which most texts are values; the first is the label and never one of them."""
    texts: dict[int, list[str]] = {}
    for line in lines:
        for column, text in line.texts.items():
            texts.setdefault(column, []).append(text)
    return frozenset(
        column
        for column, found in texts.items()
        if column and sum(map(is_value, found)) >= VALUE_SHARE * len(found)
    )


def row_starts(lines: Sequence[PlacedLine], columns: int) -> list[int]:
    """The places of the lines that begin a row; the first line always does."""
    if len(lines) < 2:
        return list(range(len(lines)))
    values = value_columns(lines)
    if len(values) >= 0.5 * (columns - 1):
        return _starts_by_values(lines, values)
    return _starts_by_gaps(lines) or _starts_by_labels(lines, columns)


def _starts_by_values(lines: Sequence[PlacedLine], values: frozenset[int]) -> list[int]:
    """Each line with a value is a row; what stands between belongs to one of them or is a row."""
    anchors = [place for place, line in enumerate(lines) if values & line.texts.keys()]
    pitch = median(lines[b].top - lines[a].top for a, b in pairwise(anchors)) if len(anchors) > 1 else 0.0
    first = anchors[:1] == [0] and anchors[-1] < len(lines) - 1
    starts: list[int] = []
    leads = False  # whether the line above waits for this one
    for place, line in enumerate(lines):
        is_anchor = bool(values & line.texts.keys())
        if not leads and (is_anchor or not _is_rest(lines, place, pitch, first=first)):
            starts.append(place)
        leads = not (is_anchor or first) and place + 1 < len(lines) and _leads_on(line, lines[place + 1])
    return starts if starts[:1] == [0] else [0, *starts]


def _is_rest(lines: Sequence[PlacedLine], place: int, pitch: float, *, first: bool) -> bool:
    """Whether a line without values belongs to the row above; surely so where values stand `first`."""
    line, above = lines[place], lines[place - 1]
    if place == 0 or line.is_heading or above.is_heading:
        return False
    if first and len(line.texts) > 1:
        return True
    if not first and place + 1 < len(lines) and _leads_on(line, lines[place + 1]):
        return False
    near = line.top - above.top < min(pitch - WIDER, pitch / WIDER_SHARE)
    return not line.label or line.label[:1].islower() or near or bool(_OPEN_END.fullmatch(above.label))


def _leads_on(line: PlacedLine, below: PlacedLine) -> bool:
    """Whether a label goes on in the line below, which has the values."""
    if not line.label or not below.label or line.is_heading:
        return False
    return below.label[:1].islower() or bool(_OPEN_END.fullmatch(line.label))


def _starts_by_gaps(lines: Sequence[PlacedLine]) -> list[int]:
    """Rows that a wider gap sets apart; none where gaps tell nothing."""
    gaps = [below.top - above.top for above, below in pairwise(lines)]
    narrow = min(gaps)
    wide = [gap > max(narrow + WIDER, narrow * WIDER_SHARE) for gap in gaps]
    starts = [0, *(place for place, is_wide in enumerate(wide, start=1) if is_wide)]
    labelled = sum(bool(lines[place].label) for place in starts)
    inside = [line for place, line in enumerate(lines) if place not in starts]
    if len(starts) < 2 or not inside or labelled < VALUE_SHARE * len(starts):
        return []
    return starts


def _starts_by_labels(lines: Sequence[PlacedLine], columns: int) -> list[int]:
    """Rows that begin with a label, or with texts in most columns."""
    starts = [0]
    for place, (above, line) in enumerate(pairwise(lines), start=1):
        begins = [text for text in line.texts.values() if not text[:1].islower()]
        full = len(line.texts) >= FULL * columns
        if line.label and not line.label[:1].islower() and begins and (full or not above.label):
            starts.append(place)
    return starts
