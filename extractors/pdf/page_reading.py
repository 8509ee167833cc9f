"""One page of pdfplumber becomes words and ruled grids, as the page is shown."""

from collections.abc import Iterable

from pdfplumber.page import Page as SourcePage

from selaras.extractors.grids.drawn import fill_grids, fill_text_grids, lines_outside
from selaras.extractors.grids.lattice import find_lattices, is_crowded
from selaras.extractors.grids.rulings import find_rulings
from selaras.extractors.grids.unruled import find_unruled
from selaras.extractors.pages.frames import Frame, find_frame
from selaras.extractors.pages.page import Page, PageKind, Word
from selaras.extractors.pages.page_kinds import find_kind
from selaras.extractors.pdf.char_words import Char, build_words, char_box
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
    rulings = [
        frame.ruling(ruling) for ruling in find_rulings(source.lines, source.rects, x1 - x0, source.curves)
    ]
    diagram = find_diagram(_words(chars), _shapes(source, frame), number)
    lattices = [lattice for lattice in find_lattices(rulings) if not holds_boxes(lattice.box, diagram)]
    aside, chars = part_around(chars, char_box, diagram)
    ruled, words, rest = fill_grids(chars, lattices, number)
    outside = _words(rest)
    unruled, more, outside = fill_text_grids(
        outside, find_unruled(outside, lines_outside(rulings, ruled)), number
    )
    words += more + outside + _words(aside)
    grids = sorted((*ruled, *unruled), key=lambda grid: (grid.box[1], grid.box[0]))
    kind = find_kind(words, pictures=bool(source.images), covered=_is_covered(source))
    if diagram and kind is PageKind.TEXT:
        kind = PageKind.DIAGRAM
    return Page(
        number,
        *frame.size,
        kind,
        tuple(words),
        tuple(grids),
        frame.turned,
        diagram,
        crowded=is_crowded(rulings),
    )


def _shapes(source: SourcePage, frame: Frame) -> Shapes:
    groups = (source.lines, source.rects, source.curves)
    lines, rects, curves = (list(map(frame.shape, group)) if frame.moves else group for group in groups)
    return Shapes(lines, rects, curves, frame.size)


def _words(chars: Iterable[Char]) -> list[Word]:
    return build_words(char for char in chars if char["upright"])


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
