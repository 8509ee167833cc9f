"""Whether a page shows a diagram, and which boxes with which parents: no table, whose cells share their borders.

Works on characters and shapes alone: words that OCR found and lines that were seen in a picture do as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from selaras.extractors.pages.page import Diagram, Node, Word
from selaras.extractors.pdf.char_words import words_text
from selaras.extractors.trees.connectors import find_links, find_pieces
from selaras.extractors.trees.layers import find_layer_parents
from selaras.extractors.trees.outlines import area, find_outlines, overlap
from selaras.extractors.trees.shapes import Shapes, scaled, scaled_shapes
from selaras.models.passages import Box

# Fewer boxes or links than this are a picture of something else.
FEWEST_NODES, FEWEST_LINKS = 3, 2
# Cells of a table share their borders; a box and the amount beside it do as well.
MOST_SHARING = 3
SHARED_EDGE = 1.5
SHARED_LENGTH = 0.5
MOST_BOXES = 600
FEWEST_LETTERS = 3
# Text is often cut at the edge of its box, or stands a little over it (share of its height).
OVERHANG = 0.75
# The size of type (points) at which gaps and corners have the widths that are looked for.
TYPICAL_SIZE, SMALLEST_SIZE = 7.0, 1.0


def find_diagram(words: Sequence[Word], shapes: Shapes, page: int) -> Diagram | None:
    """The boxes of a page that connectors or their places join; None where it shows no diagram."""
    scale = _scale(words)
    large = [replace(word, box=scaled(word.box, scale)) for word in words]
    nodes = _find_nodes(large, scaled_shapes(shapes, scale))
    if nodes is None:
        return None
    return Diagram(page, tuple(replace(node, box=scaled(node.box, 1 / scale)) for node in nodes))


def _scale(words: Sequence[Word]) -> float:
    """By how much a page is enlarged: spreadsheets are printed so small that gaps are hair-thin."""
    size = median(word.size for word in words) if words else TYPICAL_SIZE
    return max(TYPICAL_SIZE / max(size, SMALLEST_SIZE), 1.0)


def _find_nodes(words: Sequence[Word], shapes: Shapes) -> list[Node] | None:
    outlines = find_outlines(shapes.lines, shapes.rects, shapes.curves, shapes.size)
    if not FEWEST_NODES <= len(outlines) <= MOST_BOXES:
        return None
    held = put_in_boxes(words, outlines)
    filled = without_frames([box for box in outlines if held[box]])
    boxes = [box for box in apart(filled) if _letters(held[box]) >= FEWEST_LETTERS]
    nodes = [Node(words_text(held[box]), box) for box in sorted(boxes, key=lambda box: box[1::-1])]
    drawn = [box for box in outlines if held[box]]
    return _joined(nodes, shapes, drawn) if len(nodes) >= FEWEST_NODES else None


def _joined(nodes: Sequence[Node], shapes: Shapes, outlines: Sequence[Box]) -> list[Node] | None:
    boxes = [node.box for node in nodes]
    pieces = find_pieces(shapes.lines, shapes.rects, shapes.curves, outlines)
    links = find_links(pieces, boxes) or find_layer_parents(boxes)
    if len(links) < FEWEST_LINKS:
        return None
    parents = {link.child: link.parent for link in links}
    return [replace(node, parent=parents.get(place)) for place, node in enumerate(nodes)]


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


def without_frames(boxes: Sequence[Box]) -> list[Box]:
    """Boxes around several others are frames and grounds: their text is a title, not a box of the tree."""
    return [box for box in boxes if sum(_is_within(other, box) for other in boxes if other != box) < 2]


def _is_within(inner: Box, outer: Box) -> bool:
    return area(inner) < area(outer) and overlap(inner, outer) >= 0.9 * area(inner)


def _holds(box: Box, x: float, y: float, slack: float) -> bool:
    return box[0] <= x <= box[2] and box[1] - slack <= y <= box[3] + slack


def _letters(words: Iterable[Word]) -> int:
    return sum(char.isalpha() for word in words for char in word.text)
