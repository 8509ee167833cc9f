"""Words of pages become lines of text in reading order: no tables, no running heads, no page numbers."""

from collections.abc import Sequence

from selaras.extractors.layout.reading_order import split_columns
from selaras.extractors.layout.running_heads import drop_running_lines, find_running_lines
from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Line, Page, Word
from selaras.models.passages import Box


def body_lines(pages: Sequence[Page]) -> tuple[Line, ...]:
    """Lines of running text of all pages, in reading order; text inside grids is left to the tables."""
    kept = drop_running_lines(pages, {page.number: page_lines(page) for page in pages})
    return tuple(line for page in pages for line in kept.get(page.number, ()))


def running_lines(pages: Sequence[Page]) -> tuple[Line, ...]:
    """Running heads, feet and watermarks, once each: a file of one chapter names its plan nowhere else."""
    found = find_running_lines(pages, {page.number: page_lines(page) for page in pages})
    return tuple({line.text: line for line in reversed(found)}.values())[::-1]


def page_lines(page: Page) -> list[Line]:
    """All lines of one page outside its grids and the boxes of its diagram, in reading order."""
    boxes = [grid.box for grid in page.grids]
    boxes += (node.box for node in page.diagram.nodes) if page.diagram else ()
    words = [word for word in page.words if not any(is_inside(word.box, box) for box in boxes)]
    rows = by_baseline(words, lambda word: word.box)
    return [_line(row, page.number) for row in split_columns(rows)]


def is_inside(box: Box, outer: Box) -> bool:
    """Tell whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _line(words: Sequence[Word], page: int) -> Line:
    return Line(
        text=" ".join(word.text for word in words),
        page=page,
        box=join_boxes(word.box for word in words),
        size=max(word.size for word in words),
        bold=all(word.bold for word in words),
        confidence=least_sure(word.confidence for word in words),
    )
