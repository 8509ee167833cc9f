"""From the statements and indicators of a document to the rows of a table.

A table block of a document names its columns and its levels: kinds of statements from the outside to the
inside, each with the column it stands in or as a full-width row. A statement is merged over the rows of what
stands under it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

from selaras.samples.content import Block, Content, Item, Measure, Series
from selaras.samples.grid import ABOVE, Cell, Row, Sheet
from selaras.samples.styles import Look

Line = dict[str, Cell | None]  # a row by the ids of its columns; {"band": cell} is a full-width row


@dataclass(frozen=True, slots=True)
class Level:
    """A kind of statement in a table, with the id of its column or as a full-width row (`band`)."""

    kind: str
    column: str = ""
    band: bool = False
    label: str = "{text}"
    style: str = "cell"

    def cell(self, item: Item) -> Cell:
        """Give the cell that shows the statement."""
        text = self.label.format(number=item.number, text=item.text)
        return Cell(text, "strong" if self.band else self.style, ("statement", item.key))


@dataclass(frozen=True, slots=True)
class Plot:
    """All that the rows of one table are made from."""

    content: Content
    levels: Sequence[Level]
    series: str
    side: Mapping[str, Mapping[str, str]]  # texts of further columns by the key of a statement or indicator
    numbers: Iterator[int]

    def deeper(self) -> "Plot":
        """Go one level inwards."""
        return Plot(self.content, self.levels[1:], self.series, self.side, self.numbers)


def table_sheet(content: Content, block: Block, look: Look) -> Sheet:
    """Make the sheet of a table block."""
    columns = _columns(content, block)
    lines = _lines(_plot(content, block), block.get("parents"))
    ids = [column["id"] for column in columns]
    head = _head(columns, numbered=block.get("numbered", False))
    return Sheet(head, [_row(line, ids) for line in lines], [column["width"] for column in columns], look)


def text_sheet(block: Block, look: Look) -> Sheet:
    """Make the sheet of a table whose texts stand in the block itself and are no statements."""
    head = [[Cell(text, "head") for text in block["head"]]]
    body = [[Cell(text) for text in row] for row in block["rows"]]
    return Sheet(head, body, block["widths"], look)


def _plot(content: Content, block: Block) -> Plot:
    levels = [Level(**level) for level in block["levels"]]
    shown = any(column["id"] == "indicator" for column in block["columns"])
    return Plot(
        content, levels, block.get("series", "main") if shown else "", block.get("side", {}), count(1)
    )


def _lines(plot: Plot, parents: Sequence[str] | None) -> list[Line]:
    if not plot.levels:
        return [_measure_line(plot, measure) for measure in plot.content.measures_of(None, plot.series)]
    kind = plot.levels[0].kind
    own = [item for item in plot.content.statements if item.kind == kind and item.of is None]
    chosen = [item for item in own if parents is None or item.parent in parents]
    return [line for item in chosen for line in _lines_of(plot, item)]


def _lines_of(plot: Plot, item: Item) -> list[Line]:
    """Make the rows of a statement: those of its own indicators, then those of the statements under it."""
    level, inner = plot.levels[0], plot.deeper()
    own = [_measure_line(plot, measure) for measure in plot.content.measures_of(item.key, plot.series)]
    kind = inner.levels[0].kind if inner.levels else ""
    below = [line for child in plot.content.children(item.key, kind) for line in _lines_of(inner, child)]
    if level.band:
        return [{"band": level.cell(item)}, *own, *below]
    stacked = bool(inner.levels) and inner.levels[0].column == level.column
    head = own or ([{}] if stacked or not below else [])
    return _merge(plot, item, head if stacked else head + below) + (below if stacked else [])


def _merge(plot: Plot, item: Item, lines: list[Line]) -> list[Line]:
    """Put the statement into the first row and let its cells go on over the others."""
    level = plot.levels[0]
    first: Line = {level.column: level.cell(item), "number": Cell(item.number or "", "value")}
    first |= {column: Cell(text, "cell") for column, text in plot.side.get(item.key, {}).items()}
    return [{**line, **(first if n == 0 else dict.fromkeys(first, ABOVE))} for n, line in enumerate(lines)]


def _measure_line(plot: Plot, measure: Measure) -> Line:
    name = Cell(measure.name, "cell", ("indicator", measure.key))
    fixed = {
        "indicator": name,
        "n": Cell(str(next(plot.numbers)), "value"),
        "unit": Cell(measure.unit or "", "value"),
    }
    ends = {"base": Cell(measure.base or "", "value"), "final": Cell(measure.final or "", "value")}
    targets = {f"t{n}": Cell(text, "value") for n, text in enumerate(measure.targets)}
    extra = {f"x{n}": Cell(text, "value") for n, text in enumerate(measure.extra)}
    side = {column: Cell(text) for column, text in plot.side.get(measure.key, {}).items()}
    return {**fixed, **ends, **targets, **extra, **side}


def _row(line: Line, ids: Sequence[str]) -> Row:
    if "band" in line:
        band = line["band"]
        text, mark = (band.text, band.mark) if band else ("", None)
        return [Cell(text, "strong", mark, right=len(ids)), *[ABOVE] * (len(ids) - 1)]
    return [line.get(column, Cell()) for column in ids]


def _columns(content: Content, block: Block) -> list[dict[str, Any]]:
    """List the columns, with those of the values written out: `{id = "values", width = 30, extra = "Rp"}`."""
    series = content.series.get(block.get("series", "main"), Series())
    return [wide for column in block["columns"] for wide in _written_out(column, series)]


def _written_out(column: dict[str, Any], series: Series) -> list[dict[str, Any]]:
    if column["id"] == "base":
        return [{"head": series.base, **column}]
    if column["id"] == "final":
        return [{"head": series.final, **column}]
    if column["id"] != "values":
        return [column]
    return [wide for n, label in enumerate(series.columns) for wide in _value_columns(column, n, label)]


def _value_columns(column: dict[str, Any], n: int, label: str) -> list[dict[str, Any]]:
    if "extra" not in column:
        return [{**column, "id": f"t{n}", "head": label}]
    target = {"id": f"t{n}", "head": column["head"], "group": label, "width": column["width"]}
    return [target, {"id": f"x{n}", "head": column["extra"], "group": label, "width": column["extra_width"]}]


def _head(columns: Sequence[dict[str, Any]], *, numbered: bool) -> list[Row]:
    names: Row = [Cell(column["head"], "head") for column in columns]
    rows = [names] if not any("group" in column for column in columns) else _grouped(columns)
    numbers = [Cell(str(n), "head") for n in range(1, len(columns) + 1)]
    return [*rows, numbers] if numbered else rows


def _grouped(columns: Sequence[dict[str, Any]]) -> list[Row]:
    upper: list[Cell | None] = []
    lower: list[Cell | None] = []
    for group, run in groupby(columns, key=lambda column: column.get("group")):
        heads: list[Cell | None] = [Cell(column["head"], "head") for column in run]
        width = len(heads)
        upper += [Cell(group, "head", right=width), *[ABOVE] * (width - 1)] if group else heads
        lower += heads if group else [ABOVE] * width
    return [upper, lower]
