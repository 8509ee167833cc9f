"""Lines become blocks: a heading, a list entry, a paragraph, a centred motto.

A block ends where the style changes, a marker or label starts, the gap is wider than usual, or a line stopped
early and the next starts with a capital.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, takewhile
from statistics import median

from selaras.extractors.drafts import Place
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Line
from selaras.extractors.phrases.labels import DOUBLE_QUOTES, QUOTES, Label, find_label
from selaras.extractors.phrases.numbering import Marker, read_marker
from selaras.extractors.prose.indicator_texts import is_indicator_label
from selaras.extractors.tables.joining import join_lines

SAME_SIZE = 0.6  # points
SAME_PLACE = 12.0  # points
OUTDENT = 6.0  # points
WIDEST_GAP = 40.0  # points; wider gaps say nothing about the usual one
_UNFINISHED = re.compile(
    r"(?:,|&|\b(?:dan|serta|yang|untuk|dengan|melalui|dalam|pada|di|ke|dari|atau))$", re.IGNORECASE
)
RUN_LINES = 8  # lines before and after that show how wide a text is set


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text of a page stands, and the usual gap between its lines."""

    left: float
    right: float
    gap: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; `text` is without the marker, `full` with it."""

    lines: tuple[Line, ...]
    full: str
    text: str
    marker: Marker | None
    label: Label | None
    centred: bool

    @property
    def page(self) -> int:
        """Page where it starts."""
        return self.lines[0].page

    @property
    def style(self) -> tuple[float, bool]:
        """Font size and weight."""
        return self.lines[0].size, self.lines[0].bold

    @property
    def quoted(self) -> bool:
        """Whether it opens with a quotation mark."""
        return self.full[:1] in QUOTES

    @property
    def set_apart(self) -> bool:
        """Whether it is bold, centred or in capitals, as mottos are."""
        return self.style[1] or self.centred or is_capital(self.full)

    def same_style(self, other: "Block") -> bool:
        """Whether two blocks are set alike, as the entries of one list are."""
        return abs(self.style[0] - other.style[0]) < SAME_SIZE and self.style[1] == other.style[1]


def build_blocks(lines: Sequence[Line], *, known: Collection[str] = ()) -> tuple[Block, ...]:
    """Group the lines of a document, in reading order."""
    columns = _columns(lines)
    groups: list[list[Line]] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if (
            before is None
            or _leaves_list(line, groups[-1])
            or _closes_quote(groups[-1])
            or _starts_block(line, before, columns[before.page], _edge(lines, place - 1))
        ):
            groups.append([])
        groups[-1].append(line)
    return tuple(_block(group, columns[group[0].page], known) for group in groups)


def place_of(lines: Sequence[Line]) -> Place:
    """Where lines stand: those on the page of the first."""
    here = [line for line in lines if line.page == lines[0].page]
    return Place(here[0].page, tuple(line.box for line in here), least_sure(line.confidence for line in here))


@lru_cache(maxsize=4 * RUN_LINES)  # each line is compared with those around it
def is_capital(text: str) -> bool:
    """Whether a text is set in capitals; "dan" and "yang" may stay small."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(char.isupper() for char in letters) > 0.85 * len(letters)


def _columns(lines: Sequence[Line]) -> Mapping[int, Column]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return {page: _column(printed) for page, printed in pages.items()}


def _column(lines: Sequence[Line]) -> Column:
    ordered = sorted(line.box[2] for line in lines)
    right = ordered[int(len(ordered) * 0.9) - 1 if len(ordered) > 9 else -1]
    gaps = [after.box[1] - before.box[3] for before, after in pairwise(lines)]
    usual = [gap for gap in gaps if 0 <= gap < WIDEST_GAP] or [4.0]
    return Column(min(line.box[0] for line in lines), right, median(usual))


def _edge(lines: Sequence[Line], place: int) -> float:
    """How far right the text around a line is set: lines of its style on its page, without a break."""
    here = lines[place]
    before = reversed(lines[max(place - RUN_LINES, 0) : place])
    after = lines[place + 1 : place + 1 + RUN_LINES]
    alike = [takewhile(lambda other: _is_beside(other, here), run) for run in (before, after)]
    return max(line.box[2] for line in chain([here], *alike))


def _is_beside(line: Line, other: Line) -> bool:
    return line.page == other.page and not _differs(line, other)


def _differs(line: Line, other: Line) -> bool:
    """Whether two lines are set in different styles."""
    if abs(line.size - other.size) >= SAME_SIZE or line.bold != other.bold:
        return True
    return is_capital(line.text) != is_capital(other.text)


def _leaves_list(line: Line, group: Sequence[Line]) -> bool:
    """Whether a line stands left of the marker of a list entry and starts anew: no part of that entry."""
    outside = line.page == group[0].page and line.box[0] < group[0].box[0] - OUTDENT
    return outside and _opens(line) and not _wants_more(group[-1]) and read_marker(group[0].text) is not None


def _closes_quote(group: Sequence[Line]) -> bool:
    """Whether a quotation that opened with the block has just been closed."""
    opened = group[0].text.lstrip()[:1]
    return opened in DOUBLE_QUOTES and opened != "" and group[-1].text.rstrip(" .")[-1:] in DOUBLE_QUOTES


def _starts_block(line: Line, before: Line, column: Column, edge: float) -> bool:
    if read_marker(line.text) or find_label(line.text) or is_indicator_label(line.text):
        return True
    if line.page != before.page:
        return _ends_sentence(before) or _differs(line, before)
    wide = line.box[1] - before.box[3] > column.gap * 1.4 + 3
    if wide or (_differs(line, before) and not _goes_on(line, before)):
        return True
    if _wants_more(before) or (is_capital(line.text) and is_capital(before.text)):
        return False
    return _opens(line) and (_ends_sentence(before) or _left_room(line, before, column, edge))


def _goes_on(line: Line, before: Line) -> bool:
    """A text may change its style in the middle: then it is unfinished, or the next line starts small."""
    apart = line.box[0] > before.box[2] or line.box[2] < before.box[0]
    near = line.box[1] - before.box[3] < before.size
    unfinished = line.text[:1].islower() or _wants_more(before)
    return near and not apart and not _ends_sentence(before) and unfinished


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip().endswith((".", ":", ";", "”", '"'))


def _wants_more(line: Line) -> bool:
    """Whether a line ends in a word or mark that another word must follow."""
    return bool(_UNFINISHED.search(line.text.rstrip()))


def _left_room(line: Line, before: Line, column: Column, edge: float) -> bool:
    """Whether the first word of a line would have fitted behind the line before, which ended a text then."""
    if _is_centred(before, column):
        return False
    letter = (line.box[2] - line.box[0]) / max(len(line.text), 1)
    first = line.text.split(maxsplit=1)[0]
    return before.box[2] + letter * (len(first) + 2) < edge


def _opens(line: Line) -> bool:
    first = line.text.lstrip(QUOTES + "( ")[:1]
    return first.isupper() or first.isdigit()


def _is_centred(line: Line, column: Column) -> bool:
    left, right = line.box[0] - column.left, column.right - line.box[2]
    return left > SAME_PLACE and abs(left - right) < max(SAME_PLACE, 0.12 * (column.right - column.left))


def _block(lines: Iterable[Line], column: Column, known: Collection[str]) -> Block:
    kept = tuple(lines)
    full = join_lines((line.text for line in kept), known=known)
    taken = read_marker(full)
    marker, text = taken or (None, full)
    centred = all(_is_centred(line, column) for line in kept)
    return Block(kept, full, text, marker, find_label(full), centred)
