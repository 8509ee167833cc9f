"""Trees drawn on the spot: boxes with text and connectors as shapes, for the finder. All texts are invented."""

from collections.abc import Iterable, Sequence
from statistics import median

from selaras.extractors.pages.page import Diagram, Word
from selaras.extractors.trees.diagrams import find_diagram
from selaras.extractors.trees.shapes import Shapes
from selaras.models.passages import Box

SIZE = (800.0, 600.0)
TYPE = 8.0
BLACK, WHITE, BLUE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.6, 0.8, 1.0)


def shape(box: Box, *, fill: bool = False, stroke: bool = True, colour=BLACK, pts: Sequence = ()) -> dict:
    """One drawn thing in the form of pdfplumber."""
    x0, top, x1, bottom = box
    return {
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "fill": fill,
        "stroke": stroke,
        "stroking_color": colour,
        "non_stroking_color": colour,
        "pts": list(pts),
    }


def line(x0: float, top: float, x1: float, bottom: float) -> dict:
    """A stroke from one point to another."""
    box = (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))
    return shape(box, pts=[(x0, top), (x1, bottom)])


def path(*points: tuple[float, float]) -> dict:
    """A connector of several pieces, drawn as one open curve."""
    xs, ys = zip(*points, strict=True)
    return shape((min(xs), min(ys), max(xs), max(ys)), pts=points)


def head(x: float, y: float, size: float = 6.0) -> dict:
    """The filled head of an arrow around a point."""
    half = size / 2
    return shape((x - half, y - half, x + half, y + half), fill=True, stroke=False)


def rounded(box: Box, *, fill: bool = False) -> dict:
    """A box with round corners: points where its sides and corners meet."""
    (x0, top, x1, bottom), r = box, 6.0
    points = [
        (x0 + r, top), (x1 - r, top), (x1, top + r), (x1, bottom - r), (x1 - r, bottom),
        (x0 + r, bottom), (x0, bottom - r), (x0, top + r), (x0 + r, top),
    ]  # fmt: skip
    return shape(box, fill=fill, stroke=not fill, pts=points)


def four_sides(box: Box, thickness: float = 0.5) -> list[dict]:
    """A box as spreadsheets draw it: four thin filled rectangles."""
    x0, top, x1, bottom = box
    sides = [
        (x0, top, x1, top + thickness),
        (x0, bottom, x1, bottom + thickness),
        (x0, top, x0 + thickness, bottom),
        (x1, top, x1 + thickness, bottom),
    ]
    return [shape(side, fill=True, stroke=False) for side in sides]


def text_in(box: Box, text: str) -> list[Word]:
    """Words in a box, line by line from its top."""
    words: list[Word] = []
    for row, printed in enumerate(text.split("\n")):
        x, y = box[0] + 4, box[1] + 3 + row * (TYPE + 2)
        for word in printed.split():
            words.append(Word(word, (x, y, x + 4 * len(word), y + TYPE), TYPE))
            x += 4 * (len(word) + 1)
    return words


def find(
    boxes: dict[str, Box],
    *,
    lines: Iterable[dict] = (),
    rects: Iterable[dict] | None = None,
    curves: Iterable[dict] = (),
    free: dict[str, Box] | None = None,
) -> Diagram | None:
    """The diagram of boxes with these texts, drawn as rectangles unless `rects` draws them another way."""
    words = [word for text, box in {**boxes, **(free or {})}.items() for word in text_in(box, text)]
    drawn = [shape(box) for box in boxes.values()] if rects is None else list(rects)
    return diagram_of(words, Shapes(list(lines), drawn, list(curves), SIZE))


def diagram_of(words: Sequence[Word], shapes: Shapes) -> Diagram | None:
    """The diagram of a page with these words and shapes."""
    return find_diagram(lambda: words, median(word.size for word in words), shapes, 1)


def parents(diagram: Diagram | None) -> dict[str, str | None]:
    """The text of each box, and of the box that leads to it."""
    nodes = diagram.nodes if diagram else ()
    texts = [" ".join(node.text.split()) for node in nodes]
    return {
        text: None if node.parent is None else texts[node.parent]
        for text, node in zip(texts, nodes, strict=True)
    }
