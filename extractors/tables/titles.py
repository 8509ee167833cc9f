"""The caption above a table, and what may stand between two parts of one table."""

import re
from collections.abc import Sequence

from selaras.extractors.pages.page import Line
from selaras.models.passages import Box

# A caption takes at most so many lines, at most so many font sizes apart, and as far from its table.
MOST_LINES = 7
WIDEST_GAP = 3.0
WIDEST_GAP_TO_TABLE = 5.0

_CAPTION = re.compile(
    r"(?i:(?:sub)?tabel|table|matriks|formulir|lampiran)[\s.:]*(?:[A-Z]\b|[A-Z][-.]|[IVX]+\b|\d)"
)
_SIDE_NOTE = re.compile(
    r"sumber\b|keterangan\b|catatan\b|ket\s*[.:]|\*|\(?lanjutan|tabel\b.*lanjutan|(?:lembar|halaman)\b.*\d",
    re.IGNORECASE,
)


def find_title(lines: Sequence[Line], box: Box) -> str | None:
    """The caption ("Tabel 4.1 ...") above a table, or the bold or capital lines above it; None without any.

    `lines` are the lines of the table's page, `box` the table.
    """
    above = _right_above([line for line in lines if line.box[3] <= box[1] + line.size], box[1])
    starts = [place for place, line in enumerate(above) if is_caption(line)]
    kept = above[starts[-1] :] if starts else [line for line in above if line.bold or line.text.isupper()]
    return " ".join(line.text for line in kept) or None


def is_caption(line: Line) -> bool:
    """Whether a line starts a caption: "Tabel 4.1 ..."."""
    return bool(_CAPTION.match(line.text))


def _right_above(lines: Sequence[Line], top: float) -> list[Line]:
    """The last lines above y, as long as no wide gap parts them."""
    near: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.box[3])[:MOST_LINES]:
        if top - line.box[3] > (WIDEST_GAP if near else WIDEST_GAP_TO_TABLE) * line.size:
            break
        near.insert(0, line)
        top = line.box[1]
    return near


def is_side_note(line: Line) -> bool:
    """Whether a line may stand between two parts of a table: a source, "(lanjutan)", "Lembar 2 dari 13"."""
    return bool(_SIDE_NOTE.match(line.text))
