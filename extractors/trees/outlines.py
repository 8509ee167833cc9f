"""Closed boxes drawn on a page: rectangles, rounded boxes, coloured areas, and boxes drawn as four lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import dist

from selaras.extractors.grids.rulings import Axis, Ruling, Shape
from selaras.extractors.trees.corners import SAME_EDGE, Corners
from selaras.models.passages import Box

SMALLEST_WIDTH, SMALLEST_HEIGHT = 12.0, 3.0
# A shape over more than this share of the page is a background or a frame.
LARGEST_SHARE = 0.6
# A shadow or a second stroke lies a little off, but shares this much.
SAME_BOX = 0.75
WITHIN = 0.9
SHARED_EDGE = 1.0
# More boxes are a chart, or the squares of a map.
MOST_BOXES = 600
# Corners of a rounded box lie on its sides; those of arrows, maps and charts do not.
ON_SIDES = 0.75
# Stripes of one area lie on each other, or so close (points).
STRIPE_GAP = 1.0
_WHITE = 0.98


@dataclass(frozen=True, slots=True)
class Outlines:
    """Boxes in which text may stand, the smallest first, and those of them that are cells of drawn tables."""

    boxes: tuple[Box, ...] = ()
    cells: tuple[Box, ...] = ()


def find_outlines(
    rects: Sequence[Shape],
    curves: Iterable[Shape],
    rulings: Sequence[Ruling],
    size: tuple[float, float],
    *,
    fewest: int = 1,
) -> Outlines:
    """The closed boxes of a page, one for each that is drawn twice; none where too few are no cells.

    None, too, where there are more than `MOST_BOXES`.
    """
    corners = Corners.of(rulings)
    stroked = [shape_box(shape) for shape in rects if shape["stroke"]]
    stroked += (shape_box(curve) for curve in curves if _is_rounded(curve))
    whole = [box for box in stroked if _is_large(box) and corners.stands_alone(box)]
    ruled = [box for box in _ruled(rulings) if not any(_is_half(box, other) for other in whole)]
    cells = [box for box in {*ruled, *stroked} if not corners.stands_alone(box)]
    coloured = coloured_areas(rects, corners)
    free = {*ruled, *stroked, *coloured}.difference(cells)
    if sum(not any(lies_in(box, cell) for cell in cells) for box in free) < fewest:
        return Outlines()
    limit = LARGEST_SHARE * size[0] * size[1]
    fitting = (box for box in (*stroked, *ruled, *coloured) if _is_large(box) and area(box) <= limit)
    boxes = _distinct(fitting)
    return Outlines(tuple(boxes), tuple(cells)) if len(boxes) <= MOST_BOXES else Outlines()


def _distinct(boxes: Iterable[Box]) -> list[Box]:
    """The different ones, the smallest first; no more are looked for once there are too many."""
    kept: list[Box] = []
    for box in sorted(dict.fromkeys(boxes), key=area):
        if len(kept) > MOST_BOXES:
            break
        if not any(is_same(box, other) for other in kept):
            kept.append(box)
    return kept


def _is_half(box: Box, whole: Box) -> bool:
    """Whether a line that is drawn behind or through a box cuts this piece off it."""
    shared = sum(abs(one - other) <= SAME_EDGE for one, other in zip(box, whole, strict=True))
    return shared == len(box) - 1 and is_within(box, whole)


def lies_in(inner: Box, outer: Box) -> bool:
    """Whether a box lies in another, or is drawn around the same place."""
    return (
        outer[0] - SAME_EDGE <= inner[0]
        and inner[2] <= outer[2] + SAME_EDGE
        and outer[1] - SAME_EDGE <= inner[1]
        and inner[3] <= outer[3] + SAME_EDGE
    )


def merge_stripes(rects: Iterable[Shape]) -> list[Shape]:
    """Areas of one colour as one: spreadsheets fill a box row by row, and the lowest rows look like lines."""
    stacks: dict[tuple[str, int, int], list[Shape]] = defaultdict(list)
    merged: list[Shape] = []
    for rect in sorted(rects, key=lambda rect: float(rect["top"])):
        if not rect["fill"] or rect["stroke"]:
            merged.append(rect)
            continue
        stack = stacks[str(rect["non_stroking_color"]), round(rect["x0"]), round(rect["x1"])]
        if stack and rect["top"] - stack[-1]["bottom"] <= STRIPE_GAP:
            stack[-1] = {**stack[-1], "bottom": max(rect["bottom"], stack[-1]["bottom"])}
        else:
            stack.append(rect)
    return merged + [rect for stack in stacks.values() for rect in stack]


def shape_box(shape: Shape) -> Box:
    """The box of a shape."""
    return (float(shape["x0"]), float(shape["top"]), float(shape["x1"]), float(shape["bottom"]))


def area(box: Box) -> float:
    """The area of a box."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    return area((max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])))


def is_same(one: Box, other: Box) -> bool:
    """Whether two boxes are one that was drawn twice, or a box and its shadow."""
    shared = overlap(one, other)
    return shared >= SAME_BOX * max(area(one), area(other))


def is_within(inner: Box, outer: Box) -> bool:
    """Whether a box lies in a larger one, but for a little."""
    return area(inner) < area(outer) and overlap(inner, outer) >= WITHIN * area(inner)


def coloured_areas(rects: Iterable[Shape], corners: Corners) -> list[Box]:
    """Areas of one colour without a border, whose corners stand alone.

    Those that border on others are the ground of a table, those in one of their own colour shaded text.
    """
    filled = [rect for rect in rects if rect["fill"] and not rect["stroke"] and not _is_white(rect)]
    areas = [(box, str(rect["non_stroking_color"])) for rect in filled if _is_large(box := shape_box(rect))]
    alone = [(box, colour) for box, colour in areas if corners.stands_alone(box)]
    return [box for box, colour in alone if not any(_is_ground(box, colour, *other) for other in areas)]


def _is_ground(box: Box, colour: str, other: Box, its_colour: str) -> bool:
    if box == other or not _touch(box, other):
        return False
    return _borders(box, other) or (colour == its_colour and is_within(box, other))


def _touch(one: Box, other: Box) -> bool:
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return wide >= -SHARED_EDGE and high >= -SHARED_EDGE


def _ruled(rulings: Sequence[Ruling]) -> Iterator[Box]:
    """The smallest box at each corner that lines close on all four sides."""
    level = sorted(ruling for ruling in rulings if ruling.axis is Axis.HORIZONTAL)
    upright = sorted(ruling for ruling in rulings if ruling.axis is Axis.VERTICAL)
    for top in level:
        sides = [side for side in upright if _reach(top, side.at) and _reach(side, top.at)]
        for left in sides:
            if left.end > top.at + SAME_EDGE and top.end > left.at + SAME_EDGE:
                yield from _closed(top, left, sides, level)


def _closed(top: Ruling, left: Ruling, sides: Sequence[Ruling], level: Sequence[Ruling]) -> Iterator[Box]:
    floors = [ruling for ruling in level if ruling.at > top.at + SAME_EDGE and _reach(left, ruling.at)]
    for right in (side for side in sides if side.at > left.at + SAME_EDGE):
        for floor in floors:
            if _reach(right, floor.at) and _reach(floor, left.at) and _reach(floor, right.at):
                yield (left.at, top.at, right.at, floor.at)
                return


def _reach(ruling: Ruling, place: float) -> bool:
    return ruling.start - SAME_EDGE <= place <= ruling.end + SAME_EDGE


def _is_large(box: Box) -> bool:
    return box[2] - box[0] >= SMALLEST_WIDTH and box[3] - box[1] >= SMALLEST_HEIGHT


def _is_rounded(curve: Shape) -> bool:
    """Whether a curve is a closed box with round corners, or an ellipse."""
    points: list[tuple[float, float]] = list(curve.get("pts") or ())
    x0, top, x1, bottom = shape_box(curve)
    if len(points) < 4 or not _is_large((x0, top, x1, bottom)):
        return False
    if not curve["fill"] and dist(points[0], points[-1]) > SAME_EDGE:
        return False
    near = [min(abs(x - x0), abs(x - x1), abs(y - top), abs(y - bottom)) <= 1 for x, y in points]
    return sum(near) >= ON_SIDES * len(near)


def _is_white(shape: Shape) -> bool:
    colour = shape["non_stroking_color"]
    parts = colour if isinstance(colour, list | tuple) else [colour]
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    return bool(numbers) and (sum(numbers) <= 1 - _WHITE if len(numbers) == 4 else min(numbers) >= _WHITE)


def _borders(one: Box, other: Box) -> bool:
    """Whether two areas share a piece of an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    nested = is_within(one, other) or is_within(other, one)
    return min(wide, high) >= -SHARED_EDGE and max(wide, high) > SAME_EDGE and not nested
