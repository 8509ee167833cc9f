"""A ruled table that runs over pages as those of a word processor do.

Cells may be merged downwards and to the right. Where a page ends inside a merged cell, its text stays on the
first page and the cell goes on empty on the next; the head is printed again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from selaras.samples.styles import Look, Mark, paragraph


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell with its style; `right` counts the columns it covers."""

    text: str = ""
    style: str = "cell"
    mark: Mark | None = None
    right: int = 1


ABOVE = None  # a place that belongs to the cell above it
Row = Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of a table: rows of the head, rows of the body, and the widths of the columns in points."""

    head: Sequence[Row]
    body: Sequence[Row]
    widths: Sequence[float]
    look: Look = field(default_factory=Look)

    def part(self, start: int, stop: int | None) -> "Sheet":
        """Cut out rows of the body; merged cells that began before go on as empty ones."""
        rows = list(self.body[start:stop])
        if rows and not _is_band(rows[0]):
            rows[0] = [Cell() if cell is ABOVE else cell for cell in rows[0]]
        return Sheet(self.head, rows, self.widths, self.look)


class Grid(Flowable):  # type: ignore[misc]  # the library ships no types
    """Draws a sheet and cuts it between rows where the page ends."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.hAlign = "CENTER"

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Lay the table out; gives its width and height in points."""
        self.table = _table(self.sheet)
        self.width, self.height = self.table.wrap(availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the table that wrap has laid out."""
        self.table.drawOn(self.canv, 0, 0)

    def split(self, availWidth: float, availHeight: float) -> list["Grid"]:  # noqa: N803
        """Give the longest part that fits and the rest; nothing where not even one row fits."""
        for stop in range(len(self.sheet.body) - 1, 0, -1):
            part = Grid(self.sheet.part(0, stop))
            if _may_end(self.sheet.body[stop - 1]) and part.wrap(availWidth, availHeight)[1] <= availHeight:
                return [part, Grid(self.sheet.part(stop, None))]
        return []


def _may_end(row: Row) -> bool:
    """A full-width row is a heading and stays with the row below it."""
    return not _is_band(row)


def _is_band(row: Row) -> bool:
    first = row[0]
    return first is not None and first.right == len(row)


def _table(sheet: Sheet) -> Table:
    rows = [*sheet.head, *sheet.body]
    table = Table(
        [[_content(cell, sheet.look) for cell in row] for row in rows], colWidths=list(sheet.widths)
    )
    table.setStyle(TableStyle([*_frame(sheet), *_spans(rows), *_bands(sheet)]))
    return table


def _content(cell: Cell | None, look: Look) -> Paragraph | str:
    if cell is None or not cell.text:
        return ""
    return paragraph(cell.text, look.style(cell.style), cell.mark)


def _frame(sheet: Sheet) -> list[tuple[object, ...]]:
    last = len(sheet.head) - 1
    lines = [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    paddings = [(f"{side}PADDING", (0, 0), (-1, -1), 2.5) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    heads = [
        ("BACKGROUND", (0, 0), (-1, last), HexColor(sheet.look.head)),
        ("VALIGN", (0, 0), (-1, last), "MIDDLE"),
    ]
    return [*lines, *paddings, *(heads if sheet.head else [])]


def _bands(sheet: Sheet) -> list[tuple[object, ...]]:
    start = len(sheet.head)
    fill = HexColor(sheet.look.band)
    bands = [n for n, row in enumerate(sheet.body, start) if _is_band(row)]
    return [("BACKGROUND", (0, n), (-1, n), fill) for n in bands]


def _spans(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if cell is not None:
                right, down = x + cell.right - 1, _last_below(rows, x, y)
                found += [("SPAN", (x, y), (right, down))] if (right, down) != (x, y) else []
    return found


def _last_below(rows: Sequence[Row], x: int, y: int) -> int:
    """Row of the last place that belongs to the cell at (x, y)."""
    below = y + 1
    while below < len(rows) and rows[below][x] is ABOVE and not _is_covered(rows[below], x):
        below += 1
    return below - 1


def _is_covered(row: Row, x: int) -> bool:
    """Tell whether a wide cell to the left covers this place, so that it belongs to nothing above."""
    return any(cell is not None and n + cell.right > x for n, cell in enumerate(row[:x]))
