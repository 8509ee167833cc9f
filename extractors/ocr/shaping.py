"""A scan becomes a page like any other: its words, and its lines with the words between them as grids.

The code for drawn tables takes characters: here a word is one, with a blank behind it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selaras.extractors.grids.drawn import fill_grids, fill_text_grids, lines_outside
from selaras.extractors.grids.lattice import find_lattices
from selaras.extractors.grids.unruled import find_unruled
from selaras.extractors.ocr.scan import Scan
from selaras.extractors.pages.char_words import Char
from selaras.extractors.pages.page import Cell, Grid, Page, PageKind, Word
from selaras.extractors.pages.page_kinds import find_kind

UPRIGHT = (1, 0, 0, 1, 0, 0)


def build_page(scan: Scan, number: int) -> Page:
    """Make a page of what was seen in its picture; where that is no word the page stays a scan."""
    lattices = find_lattices(scan.rulings)
    ruled, _, _ = fill_grids(_chars(scan.words), lattices, number)
    outside = [word for word in scan.words if not any(_is_in(word, grid) for grid in ruled)]
    lines = lines_outside(scan.rulings, ruled)
    unruled, _, _ = fill_text_grids(outside, find_unruled(outside, lines), number)
    grids = sorted((*ruled, *unruled), key=lambda grid: (grid.box[1], grid.box[0]))
    kind = find_kind(scan.words, pictures=True, covered=False) if scan.words else PageKind.SCAN
    return Page(
        number,
        scan.width,
        scan.height,
        kind,
        scan.words,
        tuple(with_confidence(grid, scan.words) for grid in grids),
        scan.turned,
        skew=scan.skew,
        ocr=True,
    )


def _chars(words: Iterable[Word]) -> Iterator[Char]:
    for word in words:
        x0, top, x1, bottom = word.box
        common = {
            "top": top,
            "bottom": bottom,
            "size": word.size,
            "fontname": "",
            "upright": True,
            "matrix": UPRIGHT,
        }
        yield {**common, "text": word.text, "x0": x0, "x1": x1}
        yield {**common, "text": " ", "x0": x1, "x1": x1}


def with_confidence(grid: Grid, words: Sequence[Word]) -> Grid:
    """A grid whose cells tell how sure their least sure word is."""
    inside = [word for word in words if _is_in(word, grid)]
    rows = tuple(tuple(cell and _with_confidence(cell, inside) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows)


def _with_confidence(cell: Cell, words: Iterable[Word]) -> Cell:
    sure = [word.confidence for word in words if word.confidence is not None and _is_in(word, cell)]
    return replace(cell, confidence=min(sure)) if sure and cell.text else cell


def _is_in(word: Word, place: Cell | Grid) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    x0, top, x1, bottom = place.box
    return x0 <= x <= x1 and top <= y <= bottom
