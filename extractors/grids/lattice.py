"""Lines that touch enclose cells: rulings become the boxes of a table's cells, in rows and columns.

The plane is cut along all lines of one table into small fields; fields without a line between them are one
cell. Sides left open (a table cut by the page's end, or drawn without its outer border) count as closed.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from selaras.extractors.grids.rulings import TOLERANCE, Axis, Ruling
from selaras.models.passages import Box

Field = tuple[int, int]
"""A row and a column of the finest division, from 0."""

# Maps and charts hold tens of thousands of lines; no table does.
MOST_RULINGS = 3000
MOST_LATTICES = 100
MOST_FIELDS = 40_000


@dataclass(frozen=True, slots=True)
class Lattice:
    """A drawn table: the positions of all its lines, and for each field the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[Field, Field]  # a field, and the upper left field of its cell
    boxes: dict[Field, Box]  # the upper left field of a cell, and the cell's box

    @property
    def box(self) -> Box:
        """The whole table."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> Field | None:
        """The cell (its upper left field) that holds a point; None outside."""
        return self.cells.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))


def find_lattices(rulings: Sequence[Ruling]) -> list[Lattice]:
    """Find the drawn tables among the lines of a page; what encloses fewer than two cells is only a frame."""
    if is_crowded(rulings):
        return []
    groups = sorted((group for group in _connected(rulings) if len(group) > 2), key=len, reverse=True)
    lattices = [_lattice(group) for group in groups[:MOST_LATTICES]]
    return [lattice for lattice in lattices if lattice is not None and len(lattice.boxes) > 1]


def is_crowded(rulings: Sequence[Ruling]) -> bool:
    """Whether a page has more lines than any table: a map or a chart, in which no table is looked for."""
    return len(rulings) > MOST_RULINGS


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Put lines that touch, directly or over others, in one group."""
    parents = list(range(len(rulings)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = place = parents[parents[place]]
        return place

    for one, other in _touching(rulings):
        parents[root(one)] = root(other)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for place, ruling in enumerate(rulings):
        groups[root(place)].append(ruling)
    return list(groups.values())


def _touching(rulings: Sequence[Ruling]) -> Iterator[tuple[int, int]]:
    """Pairs of places of a level and an upright line that touch."""
    upright = sorted(
        (ruling.at, place) for place, ruling in enumerate(rulings) if ruling.axis is Axis.VERTICAL
    )
    for place, level in enumerate(rulings):
        if level.axis is Axis.VERTICAL:
            continue
        first = bisect_left(upright, (level.start - TOLERANCE, -1))
        for x, other in upright[first:]:
            if x > level.end + TOLERANCE:
                break
            if rulings[other].start - TOLERANCE <= level.at <= rulings[other].end + TOLERANCE:
                yield place, other


def _lattice(rulings: Sequence[Ruling]) -> Lattice | None:
    upright = [ruling for ruling in rulings if ruling.axis is Axis.VERTICAL]
    level = [ruling for ruling in rulings if ruling.axis is Axis.HORIZONTAL]
    xs, ys = _marks(upright, level), _marks(level, upright)
    if (len(xs) - 1) * (len(ys) - 1) > MOST_FIELDS:
        return None
    walls = {(row, column) for column, row in _crossed(upright, xs, ys)}
    floors = set(_crossed(level, ys, xs))
    cells = {
        field: corner
        for region in _regions(len(ys) - 1, len(xs) - 1, walls, floors)
        for corner, fields in _rectangles(region)
        for field in fields
    }
    return Lattice(xs, ys, cells, _boxes(cells, xs, ys))


def _marks(along: Iterable[Ruling], across: Sequence[Ruling]) -> tuple[float, ...]:
    """Positions of lines, one for lines meant as one, and the outer ends of those that cross them."""
    ends = [min(ruling.start for ruling in across), max(ruling.end for ruling in across)]
    return tuple(_mean(group) for group in _grouped([ruling.at for ruling in along] + ends))


def _grouped(positions: Iterable[float]) -> list[list[float]]:
    groups: list[list[float]] = []
    for position in sorted(positions):
        if groups and position - groups[-1][0] <= TOLERANCE:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups


def _mean(group: Sequence[float]) -> float:
    return sum(group) / len(group)


def _crossed(lines: Iterable[Ruling], marks: Sequence[float], across: Sequence[float]) -> Iterator[Field]:
    """Yield (the mark that a line lies on, each field that it passes along)."""
    middles = [(start + end) / 2 for start, end in pairwise(across)]
    for line in lines:
        place = bisect_left(marks, line.at)
        mark = min(
            range(max(0, place - 1), min(len(marks), place + 1)),
            key=lambda index: abs(marks[index] - line.at),
        )
        for index in range(bisect_left(middles, line.start), bisect_right(middles, line.end)):
            yield mark, index


def _regions(rows: int, columns: int, walls: set[Field], floors: set[Field]) -> Iterator[set[Field]]:
    """Yield sets of fields that no line parts; `walls` and `floors` have a line at their left or top."""
    left = set(product(range(rows), range(columns)))
    for first in product(range(rows), range(columns)):
        if first not in left:
            continue
        region, edge = set(), [first]
        while edge:
            field = edge.pop()
            if field in left:
                left.remove(field)
                region.add(field)
                edge += _open_neighbours(field, walls, floors)
        yield region


def _open_neighbours(field: Field, walls: set[Field], floors: set[Field]) -> Iterator[Field]:
    row, column = field
    if field not in walls:
        yield row, column - 1
    if (row, column + 1) not in walls:
        yield row, column + 1
    if field not in floors:
        yield row - 1, column
    if (row + 1, column) not in floors:
        yield row + 1, column


def _rectangles(region: set[Field]) -> Iterator[tuple[Field, set[Field]]]:
    """Yield a region as one cell, or, where a missing piece of line gave it corners, row by row."""
    rows, columns = {row for row, _ in region}, {column for _, column in region}
    if len(region) == len(rows) * len(columns):
        yield min(region), region
        return
    for row in rows:
        run: set[Field] = set()
        for column in sorted(column for other, column in region if other == row):
            if run and (row, column - 1) not in run:
                yield min(run), run
                run = set()
            run.add((row, column))
        yield min(run), run


def _boxes(cells: dict[Field, Field], xs: Sequence[float], ys: Sequence[float]) -> dict[Field, Box]:
    boxes: dict[Field, Box] = {}
    for (row, column), corner in sorted(cells.items()):
        x0, top, *_ = boxes.get(corner, (xs[column], ys[row]))
        boxes[corner] = (x0, top, xs[column + 1], ys[row + 1])
    return boxes


def build_lattice(xs: tuple[float, ...], ys: tuple[float, ...], boxes: Iterable[Box]) -> Lattice:
    """Make a lattice of cells that fill it; their edges lie on `xs` and `ys`."""
    cells: dict[Field, Field] = {}
    corners: dict[Field, Box] = {}
    column_at = {x: place for place, x in enumerate(xs)}
    row_at = {y: place for place, y in enumerate(ys)}
    for x0, top, x1, bottom in boxes:
        corner = (row_at[top], column_at[x0])
        corners[corner] = (x0, top, x1, bottom)
        rows, columns = range(corner[0], row_at[bottom]), range(corner[1], column_at[x1])
        cells |= dict.fromkeys(product(rows, columns), corner)
    return Lattice(xs, ys, cells, corners)
