"""Lines and arrows that join boxes: which box leads to which.

Pieces of one connector touch at their ends, or end on the middle of another; lines that merely cross do not
touch. A connector leaves the box above or at the left, by its right or lower side, and comes to those below
or at the right, whichever way the arrows point: a result may be drawn to serve the one above it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from selaras.extractors.grids.rulings import Shape
from selaras.extractors.trees.outlines import shape_box
from selaras.models.passages import Box

Point = tuple[float, float]

# Ends that lie this close (points) touch: programs let connectors stop short of boxes.
TOUCH = 3.5
BOX_TOUCH = 6.0
# Edges of boxes and the pieces that draw them lie this close.
ON_SIDE = 2.5
COVERED = 0.8
THICKEST = 4.0
# The head of an arrow is so large, and no slimmer than that.
LARGEST_HEAD, SLIMMEST_HEAD = 16.0, 3.0
SHORTEST = 1.0
MOST_PIECES = 600


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight piece of a connector, or (`head`) the head of an arrow, as the diagonal of its box."""

    start: Point
    end: Point
    head: bool = False

    @property
    def box(self) -> Box:
        """The box around the piece."""
        (x0, y0), (x1, y1) = self.start, self.end
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    @property
    def level(self) -> bool:
        """Whether it runs to the side."""
        x0, top, x1, bottom = self.box
        return not self.head and bottom - top <= ON_SIDE < x1 - x0

    @property
    def upright(self) -> bool:
        """Whether it runs up and down."""
        x0, top, x1, bottom = self.box
        return not self.head and x1 - x0 <= ON_SIDE < bottom - top


@dataclass(frozen=True, slots=True)
class Connector:
    """Pieces that are joined, the places of the boxes that they leave, and of those that they come to."""

    pieces: tuple[Piece, ...]
    parents: frozenset[int]
    children: frozenset[int]


@dataclass(frozen=True, slots=True)
class Link:
    """A box, by its place, leads to another."""

    parent: int
    child: int


def find_links(pieces: Sequence[Piece], boxes: Sequence[Box]) -> list[Link]:
    """The links that connectors draw; where several boxes lead to one, none is called its parent."""
    free = [part for piece in pieces for part in outside(piece, boxes)]
    found: dict[int, set[int]] = defaultdict(set)
    for connector in _completed([_connector(group, boxes) for group in join_pieces(free)]):
        for child in connector.children - connector.parents:
            found[child] |= connector.parents
    return [Link(next(iter(parents)), child) for child, parents in sorted(found.items()) if len(parents) == 1]


def find_pieces(
    lines: Iterable[Shape], rects: Iterable[Shape], curves: Iterable[Shape], boxes: Sequence[Box]
) -> list[Piece]:
    """All that may be part of a connector: no side of a box; nothing on pages full of shapes."""
    pieces = {piece for shape in (*lines, *rects, *curves) for piece in _pieces(shape)}
    free = [piece for piece in sorted(pieces, key=lambda piece: piece.box) if not _is_side(piece, boxes)]
    return free if len(free) <= MOST_PIECES else []


def outside(piece: Piece, boxes: Iterable[Box]) -> list[Piece]:
    """The parts of a piece that lie outside of boxes: one line may be drawn behind a whole row of them."""
    parts = [piece]
    for box in boxes:
        parts = [left for part in parts for left in _cut(part, box)]
    return parts


def join_pieces(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Put pieces that touch, directly or over others, in one group."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        touched = [group for group in groups if any(_touch(piece, other) for other in group)]
        groups = [group for group in groups if not any(group is other for other in touched)]
        groups.append([piece, *(other for group in touched for other in group)])
    return groups


def _pieces(shape: Shape) -> Iterator[Piece]:
    x0, top, x1, bottom = shape_box(shape)
    wide, high = x1 - x0, bottom - top
    points = [(float(x), float(y)) for x, y in shape.get("pts") or ()]
    if shape["fill"] and max(wide, high) <= min(LARGEST_HEAD, SLIMMEST_HEAD * min(wide, high)):
        yield Piece((x0, top), (x1, bottom), head=True)
    elif len(points) != 2 and min(wide, high) < THICKEST:
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if max(wide, high) >= SHORTEST:
            yield Piece((x0, y), (x1, y)) if wide >= high else Piece((x, top), (x, bottom))
    elif shape["stroke"] and not shape["fill"] and not _is_closed(points):
        yield from (Piece(one, other) for one, other in pairwise(points))


def _is_closed(points: Sequence[Point]) -> bool:
    return len(points) > 3 and dist(points[0], points[-1]) <= ON_SIDE


def _is_side(piece: Piece, boxes: Iterable[Box]) -> bool:
    """Whether a piece draws sides of boxes: one of them, a part of it, or those of boxes side by side."""
    x0, top, x1, bottom = piece.box
    if piece.level:
        beside = [box for box in boxes if min(abs(top - box[1]), abs(top - box[3])) <= ON_SIDE]
        covered = sum(max(min(x1, box[2]) - max(x0, box[0]), 0.0) for box in beside)
        return covered >= COVERED * (x1 - x0)
    beside = [box for box in boxes if min(abs(x0 - box[0]), abs(x0 - box[2])) <= ON_SIDE]
    covered = sum(max(min(bottom, box[3]) - max(top, box[1]), 0.0) for box in beside)
    return piece.upright and covered >= COVERED * (bottom - top)


def _cut(piece: Piece, box: Box) -> list[Piece]:
    """What is left of a level or upright piece where a box covers it."""
    x0, top, x1, bottom = piece.box
    if piece.level and box[1] < top < box[3]:
        spans = [(x0, min(x1, box[0])), (max(x0, box[2]), x1)]
        return [Piece((start, top), (end, bottom)) for start, end in spans if end - start >= SHORTEST]
    if piece.upright and box[0] < x0 < box[2]:
        spans = [(top, min(bottom, box[1])), (max(top, box[3]), bottom)]
        return [Piece((x0, start), (x1, end)) for start, end in spans if end - start >= SHORTEST]
    return [piece]


def _touch(one: Piece, other: Piece) -> bool:
    a, b = one.box, other.box
    if a[0] - TOUCH > b[2] or b[0] - TOUCH > a[2] or a[1] - TOUCH > b[3] or b[1] - TOUCH > a[3]:
        return False
    if one.head or other.head:
        return True
    return any(_reach(point, other) for point in (one.start, one.end)) or any(
        _reach(point, one) for point in (other.start, other.end)
    )


def _reach(point: Point, piece: Piece) -> bool:
    """Whether a point lies on a piece, or near enough."""
    (x, y), (x0, y0), (x1, y1) = point, piece.start, piece.end
    length = dist(piece.start, piece.end)
    share = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2 if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return dist(point, (x0 + share * (x1 - x0), y0 + share * (y1 - y0))) <= TOUCH


def _completed(connectors: Sequence[Connector]) -> list[Connector]:
    """Join connectors that lack a parent or children to those that they cross, which have what they lack.

    A trunk is often drawn through the line that comes from its parent; other lines that cross do not belong
    to each other.
    """
    whole = [connector for connector in connectors if connector.parents]
    for part in connectors:
        if part.parents or not part.children:
            continue
        crossed = [place for place, other in enumerate(whole) if _cross(part, other)]
        if len(crossed) == 1:
            whole[crossed[0]] = _merged(whole[crossed[0]], part)
    return whole


def _merged(one: Connector, other: Connector) -> Connector:
    pieces = (*one.pieces, *other.pieces)
    return Connector(pieces, one.parents | other.parents, one.children | other.children)


def _cross(one: Connector, other: Connector) -> bool:
    return any(_touch_boxes(a.box, b.box) for a in one.pieces for b in other.pieces if a.level != b.level)


def _touch_boxes(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _connector(group: Sequence[Piece], boxes: Sequence[Box]) -> Connector:
    parents: set[int] = set()
    children: set[int] = set()
    for piece in group:
        for place, box in enumerate(boxes):
            for point in _points(piece):
                if _is_at(point, box):
                    (parents if _is_leaving(point, box) else children).add(place)
    return Connector(tuple(group), frozenset(parents), frozenset(children))


def _points(piece: Piece) -> tuple[Point, ...]:
    """Where a piece may touch a box: its ends, or all sides of the head of an arrow."""
    if not piece.head:
        return (piece.start, piece.end)
    x0, top, x1, bottom = piece.box
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return ((x0, y), (x1, y), (x, top), (x, bottom))


def _is_at(point: Point, box: Box) -> bool:
    x, y = point
    return box[0] - BOX_TOUCH <= x <= box[2] + BOX_TOUCH and box[1] - BOX_TOUCH <= y <= box[3] + BOX_TOUCH


def _is_leaving(point: Point, box: Box) -> bool:
    """Whether a point lies at the right or lower side of a box: the side that it is furthest beyond."""
    (x, y), (left, upper, right, lower) = point, box
    return max(x - right, y - lower) > max(left - x, upper - y)
