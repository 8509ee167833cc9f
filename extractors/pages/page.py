"""What one page holds, before anybody asks what it means; in points from the upper left corner."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.ids import DocumentId
from selaras.models.passages import Box
from selaras.models.plans import ReadingWarning


class PageKind(StrEnum):
    """What the fast look at a page tells."""

    TEXT = "text"
    TABLE = "table"  # tables fill most of it
    DIAGRAM = "diagram"  # boxes and connectors: a cascade, a performance tree
    CONTENTS = "contents"  # a table of contents, a list of tables
    SCAN = "scan"  # pictures but no text layer
    BLANK = "blank"
    SOUP = "soup"  # a text layer that holds no language: a bad OCR layer
    FAILED = "failed"  # the page could not be read: damaged, or a defect of ours


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, with its font size in points.

    `confidence` (0 to 1) is how sure OCR is of it; None where the word comes from a text layer.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, left to right, of one column of text; `confidence` as of its least sure word."""

    text: str
    page: int
    box: Box
    size: float
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as drawn; text keeps its line breaks.

    `tops` says where each line of the text begins, for cells of several upright lines; empty elsewhere.
    `filled` marks a cell of a `TableRow` whose text stands in a row above (a merged cell), or a page before.
    `confidence` is that of its least sure word, None where no word comes from OCR.
    """

    text: str
    box: Box
    filled: bool = False
    confidence: float | None = None
    tops: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn on one page: rows of cells, None where a merged cell reaches in."""

    page: int
    box: Box
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram; `parent` is the place in `Diagram.nodes` of the box that leads to it."""

    text: str
    box: Box
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes that lines or arrows join, from the top: a cascade (pohon kinerja) as drawn on one page."""

    page: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is read: as viewers show it, or turned further where its text runs sideways.

    `turned` says by how many degrees (0, 90, 180, 270) the shown page was turned clockwise, `skew` by how
    many its lines then fell to the right before it was straightened around its middle; all boxes are of the
    page so turned, and `frames.shown_box` tells where viewers show them. The words of an `ocr` page, if it
    has any, were read in its picture. `defect` tells over what our own rules stumbled on a FAILED page
    ("ValueError, lattice.py:120"); it is empty where the file is damaged. `crowded` says that so many lines
    are drawn on it that no ruled tables were looked for.
    """

    number: int  # from 1
    width: float
    height: float
    kind: PageKind
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    turned: int = 0
    diagram: Diagram | None = None
    skew: float = 0.0
    ocr: bool = False
    defect: str = ""
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One logical row: a cell a column, None where empty and nothing was filled in.

    `section` is a row that is one cell over the full width ("Tujuan 1: ..."); its cells are then empty.
    `page` is where the row starts; a row cut by a page break is one row.
    """

    page: int
    cells: tuple[Cell | None, ...]
    section: Cell | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table as planners mean it: joined over pages, one head, no column numbers, merged cells filled down.

    `heads` holds the text of each column's head, group heads first, joined by " | " ("Target | 2025").
    `title` is the caption above ("Tabel 4.1 ..."), None where there is none.
    """

    pages: tuple[int, ...]
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class PageReading:
    """All pages of one document in order, the hash of its bytes, and what went wrong on single pages."""

    sha256: DocumentId
    pages: tuple[Page, ...]
    warnings: tuple[ReadingWarning, ...] = ()
