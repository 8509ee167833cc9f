"""Draws one table on a canvas in many styles, and remembers where each of its cells stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PADDING = 4.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is drawn.

    `rules` names the lines: "top", "head", "foot", "rows" (between all rows), "columns" (between all
    columns), "sides" and "groups" (under the group heads). `fill` shades heads, `bands` every other row.
    Numbers stand at the right or `centred`, beside the last line of their label or `values_first`.
    """

    font: str = "Times-Roman"
    size: float = 9.0
    rules: frozenset[str] = frozenset({"top", "head", "foot"})
    fill: bool = False
    bands: bool = False
    row_gap: float = 2.0
    column_gap: float = 14.0
    leaders: bool = False
    stroke: float = 0.6
    rectangles: bool = False
    pieces: bool = False
    centred: bool = False
    values_first: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell: its text, and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds: rows of heads, rows of texts; `numeric` columns stand at the right of their place.

    A column of `widths` 0 is as wide as its texts; other texts are wrapped. A text that starts with blanks is
    indented.
    """

    heads: Sequence[Sequence[Head]]
    rows: Sequence[Sequence[str]]
    numeric: Sequence[bool]
    widths: Sequence[float]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell as drawn: rows and columns from 0, and the box of its text with y upwards."""

    text: str
    rows: tuple[int, int]
    columns: tuple[int, int]
    box: tuple[float, float, float, float]


@dataclass
class Drawing:
    """Draws a table with its upper left corner at (left, top), y upwards; `placed` are its cells."""

    canvas: Canvas
    style: Style
    content: Content
    left: float
    top: float
    placed: list[Placed] = field(default_factory=list)

    def draw(self) -> float:
        """Draw all; return the y of the lower edge."""
        self.canvas.setLineWidth(self.style.stroke)
        cells = list(self._cells())
        self.xs = [self.left, *(self.left + x for x in accumulate(self._widths()))]
        self.ys = self._tops(cells)
        self._shade()
        for cell, row, column, across, down in cells:
            self._write(cell, row, column, across, down)
        self._rule(cells)
        return self.ys[-1]

    def width(self) -> float:
        """How wide it will be."""
        return sum(self._widths())

    def _cells(self) -> Iterator[tuple[str, int, int, int, int]]:
        taken: set[tuple[int, int]] = set()
        for row, heads in enumerate(self.content.heads):
            column = 0
            for head in heads:
                while (row, column) in taken:
                    column += 1
                taken |= {(row + y, column + x) for y in range(head.down) for x in range(head.across)}
                yield head.text, row, column, head.across, head.down
                column += head.across
        for row, texts in enumerate(self.content.rows, start=len(self.content.heads)):
            for column, text in enumerate(texts):
                if text:
                    across = len(self.content.numeric) if len(texts) == 1 else 1
                    yield text, row, column, across, 1

    def _widths(self) -> list[float]:
        widths = list(self.content.widths)
        for column, width in enumerate(widths):
            if not width:
                texts = [row[column] for row in self.content.rows if len(row) > 1]
                widths[column] = max((self._width(text) for text in texts), default=0) + self.style.column_gap
                heads = [
                    line
                    for text, _, place, across, _ in self._cells_of_heads()
                    if place == column and across == 1
                    for line in text.split("\n")
                ]
                widths[column] = max(
                    widths[column],
                    *(self._width(line) + max(10.0, self.style.column_gap) for line in heads),
                    0,
                )
        return widths

    def _cells_of_heads(self) -> Iterator[tuple[str, int, int, int, int]]:
        heads = len(self.content.heads)
        return (cell for cell in self._cells() if cell[1] < heads)

    def _width(self, text: str) -> float:
        return float(stringWidth(text, self.style.font, self.style.size))

    def _lines(self, text: str, column: int, across: int) -> list[str]:
        if not self.content.widths[column] and across == 1:
            return text.strip().split("\n")
        wide = self.xs[column + across] - self.xs[column] - 2 * PADDING - self._indent(text)
        parts = (
            simpleSplit(part, self.style.font, self.style.size, wide) for part in text.strip().split("\n")
        )
        return [line for part in parts for line in part]

    def _indent(self, text: str) -> float:
        return self._width(text[: len(text) - len(text.lstrip())])

    def _tops(self, cells: Sequence[tuple[str, int, int, int, int]]) -> list[float]:
        count = len(self.content.heads) + len(self.content.rows)
        lines = [1] * count
        for text, row, column, across, down in cells:
            needed = len(self._lines(text, column, across)) - sum(lines[row : row + down - 1])
            lines[row + down - 1] = max(lines[row + down - 1], needed)
        heights = [n * self._leading() + 2 * self.style.row_gap for n in lines]
        return [self.top, *(self.top - y for y in accumulate(heights))]

    def _leading(self) -> float:
        return 1.15 * self.style.size

    def _write(self, text: str, row: int, column: int, across: int, down: int) -> None:
        lines = self._lines(text, column, across)
        is_head = row < len(self.content.heads)
        font = self.style.font
        self.canvas.setFont(font, self.style.size)
        left, right = self.xs[column] + PADDING + self._indent(text), self.xs[column + across] - PADDING
        y = self.ys[row] - self.style.row_gap - self.style.size
        if is_head or (self.content.numeric[column] and not self.style.values_first):
            y = self.ys[row + down] + self.style.row_gap + 2 + (len(lines) - 1) * self._leading()
        boxes = []
        for line in lines:
            width = self._width(line)
            x = left
            if self.content.numeric[column] and across == 1 and not self.style.centred:
                x = right - width
            elif across > 1 or (self.content.numeric[column] and self.style.centred):
                x = (left + right - width) / 2
            self.canvas.drawString(x, y, line)
            boxes.append((x, y - 0.2 * self.style.size, x + width, y + 0.8 * self.style.size))
            y -= self._leading()
        self._lead(text, row, column, boxes[-1], right)
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        rows, columns = (row, row + down - 1), (column, column + across - 1)
        self.placed.append(Placed(" ".join(lines), rows, columns, (min(x0), min(y0), max(x1), max(y1))))

    def _lead(
        self, text: str, row: int, column: int, box: tuple[float, float, float, float], right: float
    ) -> None:
        if self.style.leaders and column == 0 and row >= len(self.content.heads) and text:
            x = box[2] + 3
            while x < right - 4:
                self.canvas.drawString(x, box[1] + 0.2 * self.style.size, ".")
                x += 4

    def _shade(self) -> None:
        width, heads = self.xs[-1] - self.left, len(self.content.heads)
        if self.style.fill:
            self.canvas.setFillGray(0.85)
            self.canvas.rect(self.left, self.ys[heads], width, self.top - self.ys[heads], stroke=0, fill=1)
        if self.style.bands:
            self.canvas.setFillGray(0.93)
            for row in range(heads + 1, len(self.ys) - 1, 2):
                height = self.ys[row] - self.ys[row + 1]
                self.canvas.rect(self.left, self.ys[row + 1], width, height, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def _rule(self, cells: Sequence[tuple[str, int, int, int, int]]) -> None:
        heads, rules = len(self.content.heads), self.style.rules
        places = {"top": self.top, "head": self.ys[heads], "foot": self.ys[-1]}
        for y in sorted({places[name] for name in places if name in rules}):
            self._level(self.left, self.xs[-1], y)
        if "rows" in rules:
            for y in self.ys[heads + 1 : -1]:
                self._level(self.left, self.xs[-1], y)
        self._rule_cells(cells)
        if "sides" in rules:
            for x in (self.left, self.xs[-1]):
                self._line(x, self.top, x, self.ys[-1])

    def _rule_cells(self, cells: Sequence[tuple[str, int, int, int, int]]) -> None:
        for _, row, column, across, down in cells:
            is_head = row < len(self.content.heads)
            if is_head and "groups" in self.style.rules and row + down < len(self.content.heads):
                inset = 0.0 if "columns" in self.style.rules else 4.0
                self._line(
                    self.xs[column] + inset,
                    self.ys[row + down],
                    self.xs[column + across] - inset,
                    self.ys[row + down],
                )
            if "columns" in self.style.rules and is_head and column + across < len(self.xs) - 1:
                x = self.xs[column + across]
                self._line(x, self.ys[row], x, self.ys[row + down])
        if "columns" in self.style.rules:
            for row, texts in enumerate(self.content.rows, start=len(self.content.heads)):
                for x in self.xs[1:-1] if len(texts) > 1 else ():
                    self._line(x, self.ys[row], x, self.ys[row + 1])

    def _level(self, x0: float, x1: float, y: float) -> None:
        if self.style.pieces:
            for left, right in zip(self.xs, self.xs[1:], strict=False):
                self._line(left, y, right - (4 if right < x1 else 0), y)
        else:
            self._line(x0, y, x1, y)

    def _line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.style.rectangles:
            width, height = max(x1 - x0, self.style.stroke), max(abs(y1 - y0), self.style.stroke)
            self.canvas.rect(x0, min(y0, y1), width, height, stroke=0, fill=1)
        else:
            self.canvas.line(x0, y0, x1, y1)
