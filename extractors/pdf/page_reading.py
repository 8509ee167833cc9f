"""One page of pdfplumber becomes words and ruled grids, as the page is shown."""

from collections.abc import Iterable, Sequence
from functools import cache
from statistics import median
from typing import NamedTuple

from pdfplumber.page import Page as SourcePage

from selaras.extractors.grids.drawn import fill_grids, fill_text_grids, lines_outside
from selaras.extractors.grids.lattice import find_lattices, is_crowded
from selaras.extractors.grids.rulings import Ruling, find_rulings
from selaras.extractors.grids.unruled import find_unruled
from selaras.extractors.pages.char_words import Char, build_words, char_box
from selaras.extractors.pages.page import Diagram, Grid, Page, PageKind, Word
from selaras.extractors.pages.page_kinds import find_kind, find_text_kind
from selaras.extractors.pdf.frames import Frame, find_frame
from selaras.extractors.trees.diagrams import find_diagram, holds_boxes, part_around
from selaras.extractors.trees.shapes import Shapes
from selaras.models.passages import Box

# Fewer twins than this are ornaments, not a text printed twice to look bold.
FEWEST_TWINS = 3
# A page is a picture if pictures cover this share of it, or if so many curves are drawn.
PICTURE_SHARE = 0.4
FEWEST_OUTLINES = 300


def read_page(source: SourcePage, number: int) -> Page:
    """Read words and grids as people do: within the crop box, and turned where the text runs sideways."""
    x0, top, x1, bottom = map(float, source.bbox)
    shown = (x0, top, x1, bottom)
    seen = _chars(source, shown)
    frame = find_frame(shown, seen)
    chars = [frame.char(char) for char in seen] if frame.moves else seen
    found = find_rulings(source.lines, source.rects, x1 - x0, source.curves)
    content = _content(chars, [frame.ruling(ruling) for ruling in found], _shapes(source, frame), number)
    kind = find_kind(content.words, pictures=bool(source.images), covered=_is_covered(source))
    if kind is PageKind.TEXT:
        kind = find_text_kind(content.words, content.grids, content.diagram)
    crowded = is_crowded(found)
    return Page(number, *frame.size, kind, *content[:2], frame.turned, content.diagram, crowded=crowded)


class _Content(NamedTuple):
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    diagram: Diagram | None


def _content(chars: Sequence[Char], rulings: Sequence[Ruling], shapes: Shapes, number: int) -> _Content:
    """What stands on a page; where nothing is drawn there is only text, and its words are made once."""
    every = cache(lambda: _words(chars))
    diagram = find_diagram(every, _type_size(chars), shapes, number) if chars else None
    lattices = [lattice for lattice in find_lattices(rulings) if not holds_boxes(lattice.box, diagram)]
    aside, free = part_around(chars, char_box, diagram)
    ruled, words, rest = fill_grids(free, lattices, number)
    outside = every() if len(rest) == len(chars) else _words(rest)
    unruled = find_unruled(outside, lines_outside(rulings, ruled))
    open_grids, more, outside = fill_text_grids(outside, unruled, number)
    grids = sorted((*ruled, *open_grids), key=lambda grid: (grid.box[1], grid.box[0]))
    return _Content((*words, *more, *outside, *_words(aside)), tuple(grids), diagram)


def _shapes(source: SourcePage, frame: Frame) -> Shapes:
    groups = (source.lines, source.rects, source.curves)
    lines, rects, curves = (list(map(frame.shape, group)) if frame.moves else group for group in groups)
    return Shapes(lines, rects, curves, frame.size)


def _words(chars: Iterable[Char]) -> list[Word]:
    return build_words(char for char in chars if char["upright"])


def _type_size(chars: Iterable[Char]) -> float:
    """The usual size of the type of a page, in points."""
    return float(median(char["size"] for char in chars))


def _is_covered(source: SourcePage) -> bool:
    """Whether pictures, or text drawn as outlines, cover the page: what a scan looks like."""
    covered = sum(image["width"] * image["height"] for image in source.images)
    return covered >= PICTURE_SHARE * source.width * source.height or len(source.curves) >= FEWEST_OUTLINES


def _chars(source: SourcePage, shown: Box) -> list[Char]:
    chars = source.dedupe_chars().chars if _is_doubled(source.chars) else source.chars
    x0, top, x1, bottom = (2 * edge for edge in shown)
    return [
        char
        for char in chars
        if x0 <= char["x0"] + char["x1"] <= x1 and top <= char["top"] + char["bottom"] <= bottom
    ]


def _is_doubled(chars: Iterable[Char]) -> bool:
    inked = [
        (char["text"], int(char["x0"]), int(char["top"])) for char in chars if not char["text"].isspace()
    ]
    return len(inked) - len(set(inked)) >= FEWEST_TWINS
