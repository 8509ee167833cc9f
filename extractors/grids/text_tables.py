"""The lattice of a table that has no upright lines: its columns and rows as its text shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.grids.channels import columns_of, find_columns
from selaras.extractors.grids.heads import head_cells
from selaras.extractors.grids.lattice import Lattice, build_lattice
from selaras.extractors.grids.printed import Line, is_value, line_middle
from selaras.extractors.grids.rulings import Ruling
from selaras.extractors.grids.text_rows import PlacedLine, place_line, row_starts, value_columns
from selaras.models.passages import Box

# Where columns are drawn and fewer than this share of them hold values, each row has its line.
VALUE_SHARE = 0.5
# A line with the numbers of so many columns closes the head.
FEWEST_NUMBERED = 3


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table read from its lines: `head` of them are heads; `starts` are the lines at which rows begin."""

    lines: Sequence[Line]
    xs: tuple[float, ...]  # between columns
    head: int
    starts: tuple[int, ...]
    box: Box

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) + 1

    @property
    def body(self) -> list[PlacedLine]:
        """The lines below the head."""
        return [place_line(line, self.xs) for line in self.lines[self.head :]]


def read_text_table(
    lines: Sequence[Line], rules: Sequence[float] = (), joints: Sequence[float] = (), box: Box | None = None
) -> TextTable:
    """Read the columns and rows of a table from its lines; `rules` are the y of its lines over all columns.

    `joints` are places between columns that are known; `box` is how far lines show that the table reaches.
    """
    ruled_head = _ruled_head(lines, rules)
    below = lines[ruled_head or 0 :]
    xs = tuple(joints or find_columns(below, lines[: ruled_head or 0]) or find_columns(lines))
    placed = [place_line(line, xs) for line in lines]
    head = _printed_head(placed, len(xs) + 1) if ruled_head is None else ruled_head
    parts = _parted(lines, head, rules)
    if joints and len(value_columns(placed[head:])) < VALUE_SHARE * len(xs):
        starts = [start for start, _ in parts]
    else:
        starts = _body_starts(placed, head, len(xs) + 1, parts)
    return TextTable(lines, xs, head, tuple(starts), box or _box(lines))


def _ruled_head(lines: Sequence[Line], rules: Sequence[float]) -> int | None:
    """How many lines stand above the first rule that has lines above and below; None where there is none."""
    for y in sorted(rules):
        above = sum(line_middle(line) < y for line in lines)
        if 0 < above < len(lines):
            return _numbered_head(lines[:above]) or above
    return None


def _numbered_head(lines: Sequence[Line]) -> int | None:
    """How many lines there are up to the numbers of the columns, which close a head: "(1) (2) (3)"."""
    for place, line in enumerate(lines[:-1]):
        numbers = [run.text.strip("()") for run in line]
        if len(line) >= FEWEST_NUMBERED and numbers == [str(number) for number in range(1, len(line) + 1)]:
            return place + 1
    return None


def _printed_head(lines: Sequence[PlacedLine], columns: int) -> int:
    """How many lines stand above the first with values; years are heads."""
    values = value_columns(lines)
    if not values or len(values) < 0.5 * (columns - 1):
        return 1 if len(lines) > 1 else 0
    for place, line in enumerate(lines):
        found = [line.texts[column] for column in values & line.texts.keys()]
        if found and sum(map(is_value, found)) > 0.5 * len(found) and not _are_years(found):
            return place - _labels_above(lines, place)
    return 0


def _labels_above(lines: Sequence[PlacedLine], place: int) -> int:
    """How many lines directly above hold nothing but a label: they head rows, not columns."""
    count = 0
    while count < place and set(lines[place - count - 1].texts) == {0} and count < place - 1:
        count += 1
    return count


def _are_years(texts: Iterable[str]) -> bool:
    return all(text[:2] in {"19", "20"} and text[:4].isdigit() and len(text) <= 9 for text in texts)


def _body_starts(
    placed: Sequence[PlacedLine], head: int, columns: int, parts: Sequence[tuple[int, int]]
) -> list[int]:
    """Where rows begin: at rules between them, and within what they part at values."""
    if len(parts) == 1:
        return [head + place for place in row_starts(placed[head:], columns)]
    values = value_columns(placed[head:])
    starts: list[int] = []
    for start, end in parts:
        group = placed[start:end]
        several = sum(bool(values & line.texts.keys()) for line in group) > 1
        starts += [start + place for place in row_starts(group, columns)] if several else [start]
    return starts


def _parted(lines: Sequence[Line], head: int, rules: Sequence[float]) -> list[tuple[int, int]]:
    cuts = {sum(line_middle(line) < y for line in lines) for y in rules}
    return list(pairwise(sorted({head, len(lines), *(cut for cut in cuts if cut > head)})))


def text_lattice(table: TextTable, partial: Sequence[Ruling] = ()) -> Lattice | None:
    """The cells of a table; `partial` are lines under its group heads. None where lines lie in each other."""
    x0, top, x1, bottom = table.box
    xs = (x0, *table.xs, x1)
    tops = [_between(table.lines, start) for start in table.starts[1:]]
    body_top = _between(table.lines, table.head) if table.head else top
    ys = (body_top, *tops, bottom)
    if any(lower - upper < 1 for upper, lower in pairwise(ys if body_top == top else (top, *ys))):
        return None
    cells = list(head_cells(table.lines[: table.head], xs, (top, body_top), partial)) if table.head else []
    for start, (upper, lower) in zip(table.starts, pairwise(ys), strict=True):
        cells += _row_cells(table, start, (upper, lower), xs)
    return build_lattice(xs, tuple(sorted({y for box in cells for y in (box[1], box[3])})), cells)


def _row_cells(table: TextTable, start: int, rows: tuple[float, float], xs: Sequence[float]) -> list[Box]:
    """The cells of a row; a heading that runs over several columns is one cell."""
    first, last = _span(table, start)
    edges = (*xs[: first + 1], *xs[last + 1 :])
    return [(left, rows[0], right, rows[1]) for left, right in pairwise(edges)]


def _span(table: TextTable, start: int) -> tuple[int, int]:
    """The columns that a text alone in its line covers: a heading over the rows below runs over several."""
    line = table.lines[start]
    if len(line) > 1:
        return 0, 0
    first, last = columns_of(line[0], table.xs)
    centred = abs(line[0].x0 + line[0].x1 - table.box[0] - table.box[2]) < 2 * line[0].size
    return (0, table.columns - 1) if first and centred else (first, last)


def _between(lines: Sequence[Line], place: int) -> float:
    """The y between a line and the one above."""
    return (line_middle(lines[place - 1]) + line_middle(lines[place])) / 2


def _box(lines: Sequence[Line]) -> Box:
    runs = [run for line in lines for run in line]
    return (
        min(run.x0 for run in runs) - 1,
        min(run.top for run in runs) - 1,
        max(run.x1 for run in runs) + 1,
        max(run.bottom for run in runs) + 1,
    )
