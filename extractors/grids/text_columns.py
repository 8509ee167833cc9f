"""Columns that are not ruled: where a table is drawn without some of its upright lines, the text shows them.

Word's lighter styles shade a head without lines between its cells, or rule groups of columns only. Three
signs are trusted: columns known from numbers that stand line by line, white channels that hardly any row
crosses, and a cell over several columns with a text of its own in each of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from selaras.extractors.grids.channels import columns_of
from selaras.extractors.grids.heads import head_cells
from selaras.extractors.grids.lattice import Field, Lattice, build_lattice
from selaras.extractors.grids.printed import printed_line
from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

Runs = Sequence[Sequence[Box]]
"""Line by line, the boxes of words with ordinary blanks between them."""

# A gap of this share of the font size ends a run.
RUN_GAP = 1.0
# Channels are looked for in cells of this share of the table's width, with so many rows of so many runs.
WIDE_CELL = 0.25
FEWEST_ROWS = 3
FEWEST_RUNS = 3
# Rows that may run across a channel (a group head over two columns, a note), as a share of the fuller rows.
MOST_CROSSING = 0.2
# More runs are no table.
MOST_RUNS = 4000
# A run over this share of its cell is a text across columns, which tells nothing of them.
ACROSS = 0.5
# Lines of a head.
MOST_HEADS = 12
# Narrower columns are gaps between the strokes of a border, and hold no text.
NARROWEST_COLUMN = 10.0


def with_text_columns(
    lattice: Lattice, words: Mapping[Field, Sequence[Word]], known: Sequence[float] = ()
) -> Lattice:
    """A lattice with the columns that its text shows, or with those `known`; the same if there are none."""
    lines = {corner: by_baseline(inside, _box) for corner, inside in words.items()}
    cells = list(_at_known(lattice, lines, known) if known else _at_channels(lattice, lines))
    if len(cells) == len(lattice.boxes):
        return lattice
    xs = tuple(sorted({edge for box in cells for edge in (box[0], box[2])}))
    return build_lattice(xs, tuple(sorted({edge for box in cells for edge in (box[1], box[3])})), cells)


def _at_channels(lattice: Lattice, lines: Mapping[Field, Sequence[Sequence[Word]]]) -> Iterator[Box]:
    runs = {corner: [_runs(line, RUN_GAP) for line in cell] for corner, cell in lines.items()}
    channels = tuple(_channels(lattice, runs))
    xs = tuple(sorted({*lattice.xs, *channels}))
    for corner, box in lattice.boxes.items():
        yield from _pieces(box, xs, channels, runs.get(corner, ()))


def _at_known(
    lattice: Lattice, lines: Mapping[Field, Sequence[Sequence[Word]]], known: Sequence[float]
) -> Iterator[Box]:
    """Cells cut at known columns where each of these has a text; in a head, group heads stay whole."""
    for corner, box in lattice.boxes.items():
        inner = _inside(box, known)
        printed = [run for line in lines.get(corner, ()) if (run := printed_line(line, inner))]
        filled = {columns_of(run, inner)[0] for line in printed for run in line}
        if len(filled) <= len(inner):
            yield box
        elif len(printed) > MOST_HEADS:
            yield from _side_by_side(box, inner)
        else:
            yield from head_cells(printed, (box[0], *inner, box[2]), (box[1], box[3]), ())


def _box(word: Word) -> Box:
    return word.box


def find_runs(line: Sequence[Word], gap: float) -> list[list[Word]]:
    """Words of a line that follow each other without a gap of this share of their size."""
    groups: list[list[Word]] = []
    for word in line:
        if groups and word.box[0] - groups[-1][-1].box[2] < gap * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _runs(line: Sequence[Word], gap: float) -> list[Box]:
    return [join_boxes(word.box for word in run) for run in find_runs(line, gap)]


def _channels(lattice: Lattice, runs: Mapping[Field, Runs]) -> list[float]:
    """Places of the white channels between columns that no line parts."""
    width = lattice.xs[-1] - lattice.xs[0]
    wide = [(box, runs[corner]) for corner, box in lattice.boxes.items() if corner in runs]
    wide = [(box, cell) for box, cell in wide if _width(box) >= WIDE_CELL * width]
    if sum(len(row) for _, cell in wide for row in cell) > MOST_RUNS:
        return []
    across = sum(_width(run) >= ACROSS * _width(box) for box, cell in wide for row in cell for run in row)
    if sum(len(row) >= FEWEST_RUNS for _, cell in wide for row in cell) < max(FEWEST_ROWS, across):
        return []
    rows = [
        [run for run in row if _width(run) < ACROSS * _width(box)]
        for box, cell in wide
        if any(len(row) >= FEWEST_RUNS for row in cell)
        for row in cell
    ]
    found = find_channels(rows)
    return found if len(found) + 1 >= FEWEST_RUNS else []


def find_channels(rows: Runs) -> list[float]:
    """Places between columns of runs that hardly any row crosses."""
    return [_clearest(rows, group) for group in _gap_groups(rows)]


def _clearest(rows: Runs, places: Sequence[float]) -> float:
    """The middle one of the places that the fewest rows cross."""
    crossing = [_crossing(rows, x) for x in places]
    free = [x for x, count in zip(places, crossing, strict=True) if count == min(crossing)]
    return free[len(free) // 2]


def _gap_groups(rows: Runs) -> list[list[float]]:
    """Places in gaps that hardly any row crosses, in groups that columns of text part."""
    gaps = [(one[2], other[0]) for row in rows for one, other in pairwise(row)]
    places = sorted(x for end, start in gaps for x in (end + 1, (end + start) / 2, start - 1))
    fullest = max((len(row) for row in rows), default=0)
    most = max(1.0, MOST_CROSSING * sum(2 * len(row) > fullest for row in rows))
    groups: list[list[float]] = []
    for x in places:
        if _crossing(rows, x) > most:
            continue
        if groups and _between(rows, groups[-1][-1], x) <= most:
            groups[-1].append(x)
        else:
            groups.append([x])
    return groups


def _crossing(rows: Runs, x: float) -> int:
    return sum(any(run[0] < x < run[2] for run in row) for row in rows)


def _between(rows: Runs, left: float, right: float) -> int:
    return sum(any(left <= run[0] and run[2] <= right for run in row) for row in rows)


def _width(run: Box) -> float:
    return run[2] - run[0]


def _pieces(box: Box, xs: Sequence[float], channels: Sequence[float], runs: Runs) -> list[Box]:
    """A cell, cut at channels that its text leaves free, or at all columns if each has a text of its own."""
    inner = _inside(box, xs)
    free = [x for x in inner if not _crossing(runs, x)]
    full = free == inner and _fills(box, inner, runs, FEWEST_RUNS)
    pieces = _side_by_side(box, inner if full else [x for x in free if x in channels])
    return [part for piece in pieces for part in _levels(piece, _inside(piece, xs), runs)]


def _levels(box: Box, inner: Sequence[float], runs: Runs) -> list[Box]:
    """A group head parted from the heads of its columns, where they stand in one cell; else the cell."""
    lines = [[run for run in row if box[0] <= run[0] < box[2]] for row in runs]
    lines = [row for row in lines if row]
    for place in range(1, min(len(lines), MOST_HEADS)) if inner else ():
        lower = lines[place:]
        if not any(_crossing(lower, x) for x in inner) and _fills(box, inner, lower, 2):
            return _under_each_other(box, inner, lines[place - 1], lines[place])
    return [box]


def _inside(box: Box, xs: Sequence[float]) -> list[float]:
    return [x for x in xs if box[0] + 1 < x < box[2] - 1]


def _fills(box: Box, inner: Sequence[float], runs: Runs, fewest: int) -> bool:
    """Whether a cell over so many columns has a text of its own in every one of them."""
    pairs = pairwise((box[0], *inner, box[2]))
    columns = [(left, right) for left, right in pairs if right - left >= NARROWEST_COLUMN]
    return len(columns) >= fewest and all(_between(runs, left, right) for left, right in columns)


def _side_by_side(box: Box, cuts: Iterable[float]) -> list[Box]:
    return [(left, box[1], right, box[3]) for left, right in pairwise((box[0], *cuts, box[2]))]


def _under_each_other(
    box: Box, cuts: Iterable[float], upper: Sequence[Box], lower: Sequence[Box]
) -> list[Box]:
    """A group head over the heads of its columns, which no line parts from it."""
    middle = (max(run[3] for run in upper) + min(run[1] for run in lower)) / 2
    group = (box[0], box[1], box[2], middle)
    return [group, *_side_by_side((box[0], middle, box[2], box[3]), cuts)]
