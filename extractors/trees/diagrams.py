"""Whether a page shows a diagram, and which boxes with which parents: no table, whose cells share borders.

Works on characters and shapes alone: words that OCR found and lines that were seen in a picture do as well.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from selaras.extractors.grids.rulings import find_rulings
from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Diagram, Node, Word
from selaras.extractors.trees.connectors import Link, find_links, find_pieces
from selaras.extractors.trees.entries import Part, read_entries
from selaras.extractors.trees.layers import find_layer_parents
from selaras.extractors.trees.outlines import (
    Outlines,
    area,
    find_outlines,
    is_same,
    is_within,
    lies_in,
    merge_stripes,
    overlap,
)
from selaras.extractors.trees.shapes import Shapes, scaled, scaled_shapes
from selaras.models.passages import Box

T = TypeVar("T")

# Fewer boxes or links than this are a picture of something else.
FEWEST_NODES, FEWEST_LINKS = 3, 2
# Cells of a table share their borders; a box and the amount beside it do as well.
MOST_SHARING = 3
SHARED_EDGE = 1.5
SHARED_LENGTH = 0.5
# A box around so many others is a frame.
MOST_INSIDE = 2
# Maps and charts hold more lines than any tree.
MOST_RULINGS = 1500
# Boxes that nothing joins are a tree only if so many say what they are.
FEWEST_LABELS = 3
FEWEST_LETTERS = 3
# Text is often cut at the edge of its box, or stands a little over it (share of its height).
OVERHANG = 0.75
# Titles of layers stand so close to the boxes (points).
AROUND = 60.0
# The size of type (points) at which gaps and corners have the widths that are looked for: pages with smaller
# type are enlarged, since spreadsheets are printed so small that gaps are hair-thin.
TYPICAL_SIZE, SMALLEST_SIZE = 7.0, 1.0


def find_diagram(
    words: Callable[[], Sequence[Word]], size: float, shapes: Shapes, page: int
) -> Diagram | None:
    """The boxes of a page that connectors or their places join; None where it shows no diagram.

    `size` is the usual size of its type in points; the words are asked for only where there are boxes.
    """
    scale = max(TYPICAL_SIZE / max(size, SMALLEST_SIZE), 1.0)
    drawn = scaled_shapes(shapes, scale)
    outlines = _outlines(drawn)
    if outlines is None:
        return None
    large = [replace(word, box=scaled(word.box, scale)) for word in words()]
    nodes = _find_nodes(large, drawn, outlines)
    if nodes is None:
        return None
    return Diagram(page, tuple(replace(node, box=scaled(node.box, 1 / scale)) for node in nodes))


def holds_boxes(box: Box, diagram: Diagram | None) -> bool:
    """Whether a drawn table is made of boxes of a diagram, or of the frame around them."""
    nodes = diagram.nodes if diagram else ()
    return any(is_within(node.box, box) or is_same(node.box, box) for node in nodes)


def part_around(
    items: Iterable[T], box: Callable[[T], Box], diagram: Diagram | None
) -> tuple[list[T], list[T]]:
    """Part what stands in a diagram, the titles over it included, from the rest of its page."""
    if diagram is None:
        return [], list(items)
    x0, top, x1, bottom = join_boxes(node.box for node in diagram.nodes)
    around = (x0 - AROUND, top - AROUND, x1 + AROUND, bottom + AROUND / 2)
    parts: tuple[list[T], list[T]] = ([], [])
    for item in items:
        parts[overlap(box(item), around) == 0].append(item)
    return parts


def _outlines(shapes: Shapes) -> Outlines | None:
    rects = merge_stripes(shapes.rects)
    rulings = find_rulings(shapes.lines, rects, shapes.size[0])
    if len(rulings) > MOST_RULINGS:
        return None
    outlines = find_outlines(rects, shapes.curves, rulings, shapes.size, fewest=FEWEST_NODES)
    return outlines if len(outlines.boxes) >= FEWEST_NODES else None


def _find_nodes(words: Sequence[Word], shapes: Shapes, outlines: Outlines) -> list[Node] | None:
    held = put_in_boxes(words, outlines.boxes)
    filled = [box for box in outlines.boxes if held[box]]
    heads = {box for box in filled if says_what_it_is(text_of(held[box]))}
    boxes = [box for box in without_frames(filled, heads) if _letters(held[box]) >= FEWEST_LETTERS]
    boxes = [box for box in apart(boxes) if not any(lies_in(box, cell) for cell in outlines.cells)]
    nodes = [Node(text_of(held[box]), box) for box in sorted(boxes, key=lambda box: box[1::-1])]
    return _joined(nodes, shapes, filled) if len(nodes) >= FEWEST_NODES else None


def _joined(nodes: Sequence[Node], shapes: Shapes, outlines: Sequence[Box]) -> list[Node] | None:
    boxes = [node.box for node in nodes]
    pieces = find_pieces(shapes.lines, shapes.rects, shapes.curves, outlines)
    links = find_links(pieces, boxes)
    labelled = sum(says_what_it_is(node.text) for node in nodes) >= FEWEST_LABELS
    layers = find_layer_parents(boxes) if labelled and not links else []
    parents = {link.child: link.parent for link in [*layers, *find_heads(nodes), *links]}
    if len(parents) < FEWEST_LINKS:
        return None
    return [replace(node, parent=parents.get(place)) for place, node in enumerate(nodes)]


def says_what_it_is(text: str) -> bool:
    """Whether a box names what it holds: "Misi 1: ...", "Indikator: ...", "Kepala Bidang ..."."""
    named = (Part.STATEMENT, Part.MEASURE, Part.HOLDER)
    return any(entry.part in named and entry.text for entry in read_entries(text))


def find_heads(nodes: Sequence[Node]) -> list[Link]:
    """A link from a box that says what it is to those drawn in it: a statement over its indicators."""
    return [
        Link(place, inner)
        for place, node in enumerate(nodes)
        for inner, other in enumerate(nodes)
        if is_within(other.box, node.box) and says_what_it_is(node.text)
    ]


def put_in_boxes(words: Iterable[Word], boxes: Sequence[Box]) -> dict[Box, list[Word]]:
    """Each word with the smallest box around it; a word that hangs over an edge with the nearest."""
    held: dict[Box, list[Word]] = defaultdict(list)
    smallest = sorted(boxes, key=area)
    for word in words:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        slack = OVERHANG * (word.box[3] - word.box[1])
        around = next((box for box in smallest if _holds(box, x, y, 0.0)), None)
        near = around or next((box for box in smallest if _holds(box, x, y, slack)), None)
        if near:
            held[near].append(word)
    return held


def text_of(words: Iterable[Word]) -> str:
    """Text of words with the line breaks of their print."""
    return "\n".join(" ".join(word.text for word in row) for row in by_baseline(words, lambda word: word.box))


def apart(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that do not share borders as the cells of a table do."""
    left, kept = set(boxes), list[Box]()
    while left:
        group, edge = list[Box](), [left.pop()]
        while edge:
            box = edge.pop()
            group.append(box)
            beside = {other for other in left if share_border(box, other)}
            left -= beside
            edge += beside
        kept += group if len(group) <= MOST_SHARING else ()
    return kept


def share_border(one: Box, other: Box) -> bool:
    """Whether a side of a box is a side of another, for at least half the length of the shorter."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    beside = min(abs(one[0] - other[2]), abs(one[2] - other[0])) <= SHARED_EDGE
    under = min(abs(one[1] - other[3]), abs(one[3] - other[1])) <= SHARED_EDGE
    return (beside and high >= SHARED_LENGTH * min(one[3] - one[1], other[3] - other[1])) or (
        under and wide >= SHARED_LENGTH * min(one[2] - one[0], other[2] - other[0])
    )


def without_frames(boxes: Sequence[Box], heads: Collection[Box] = ()) -> list[Box]:
    """Boxes around several others are frames and grounds, and their text a title, unless they are `heads`."""
    inside = {box: sum(is_within(other, box) for other in boxes) for box in boxes}
    return [box for box in boxes if box in heads or inside[box] < MOST_INSIDE]


def _holds(box: Box, x: float, y: float, slack: float) -> bool:
    return box[0] <= x <= box[2] and box[1] - slack <= y <= box[3] + slack


def _letters(words: Iterable[Word]) -> int:
    return sum(char.isalpha() for word in words for char in word.text)
