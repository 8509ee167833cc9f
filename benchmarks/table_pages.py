"""Pages as governments print them, with tables in many styles and with what only looks like one; all invented.

Each document is a PDF and, beside it, its truth in the form of the ICDAR-2013 competition (NAME-str.xml).
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement

from reportlab.pdfgen.canvas import Canvas
from table_drawing import Content, Drawing, Head, Placed, Style

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 64.0

WORDS = (
    "water fisheries harbour regional annual programme supply district number of the and for in transport average "
    "measures public households persons employed training support quality control services inland coastal rural "
    "total cost energy forest land school teachers pupils health centres visits energy roads bridges paved other "
    "policy report council decision member states commission market share growth rate change budget estimate"
).split()
PLACES = (
    "Arunika Belmont Cardale Dunmore Eastholm Farley Glenroy Hartwick Innerleigh Jutland Kelso Lorne".split()
)

Tables = list[list[tuple[int, Sequence[Placed]]]]
"""The tables of a document: page and cells of each part."""


class Sheet:
    """A document being drawn: text flows down from the upper margin."""

    def __init__(self, path: Path, chance: random.Random) -> None:
        self.canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=True)
        self.chance, self.page, self.y = chance, 1, HEIGHT - MARGIN
        self.font = chance.choice(("Times-Roman", "Helvetica"))
        self.tables: Tables = []

    def words(self, count: int) -> str:
        """A sentence of so many words."""
        return " ".join(self.chance.choice(WORDS) for _ in range(count)).capitalize()

    def prose(self, lines: int, left: float = MARGIN, width: float = WIDTH - 2 * MARGIN) -> None:
        """A paragraph that fills its lines."""
        self.canvas.setFont(self.font, 10)
        for place in range(lines):
            text = self.canvas.beginText(left, self.y)
            line = self.words(3)
            while self.canvas.stringWidth(line + " " + "estimates", self.font, 10) < width:
                line += " " + self.chance.choice(WORDS)
            if place == lines - 1:
                line = line[: len(line) // 2] + "."
            else:
                spare = width - self.canvas.stringWidth(line, self.font, 10)
                text.setWordSpace(max(0.0, spare / max(1, line.count(" "))))
            text.textOut(line)
            self.canvas.drawText(text)
            self.y -= 12.5
        self.y -= 8

    def line(self, text: str, left: float = MARGIN, size: float = 10, font: str | None = None) -> None:
        """One line of text."""
        self.canvas.setFont(font or self.font, size)
        self.canvas.drawString(left, self.y, text)
        self.y -= 1.3 * size

    def table(self, style: Style, content: Content, left: float = MARGIN, *, goes_on: bool = False) -> None:
        """A table at the present place; with `goes_on` the next part of the last one."""
        drawing = Drawing(self.canvas, style, content, left, self.y)
        self.y = drawing.draw() - 14
        if not goes_on:
            self.tables.append([])
        self.tables[-1].append((self.page, drawing.placed))

    def turn(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self.page, self.y = self.page + 1, HEIGHT - MARGIN

    def number(self, digits: int = 4) -> str:
        """A number as statistics print it."""
        kind = self.chance.random()
        if kind < 0.06:
            return self.chance.choice(("–", "(X)", "NA", "*"))
        if kind < 0.4:
            return f"{self.chance.uniform(0, 10 ** (digits - 2)):,.1f}"
        return f"{self.chance.randrange(10**digits):,}"


def statistics(sheet: Sheet, columns: int, rows: int, *, groups: bool, indent: bool = True) -> Content:
    """Labels and columns of numbers, perhaps under group heads."""
    chance = sheet.chance
    label = chance.choice(("Item", "Offense charged", "Region and\ntype of service", "Characteristic"))
    years = [str(2001 + place) for place in range(columns)]
    names = (
        years if chance.random() < 0.5 else [sheet.words(1) + "\n" + sheet.words(2).lower() for _ in years]
    )
    heads: list[list[Head]] = [[Head(label)] + [Head(name) for name in names]]
    if groups and columns >= 4:
        half = columns // 2
        heads = [
            [Head(label, down=2), Head(sheet.words(1), half), Head(sheet.words(2), columns - half)],
            [Head(name) for name in names],
        ]
    body: list[list[str]] = []
    digits = chance.randint(3, 6)
    for row in range(rows):
        name = chance.choice(PLACES) if chance.random() < 0.4 else sheet.words(chance.randint(1, 4))
        if indent and row % 6 == 0 and row < rows - 1 and chance.random() < 0.5:
            body.append([name] + [""] * columns)
        else:
            name = ("   " if indent and row % 6 else "") + name
            body.append([name] + [sheet.number(digits) for _ in range(columns)])
    return Content(heads, body, (False,) + (True,) * columns, (0.0,) * (columns + 1))


def texts(sheet: Sheet, columns: int, rows: int, *, wide: float = WIDTH - 2 * MARGIN) -> Content:
    """Cells of running text, wrapped."""
    heads = [[Head(sheet.words(sheet.chance.randint(1, 2))) for _ in range(columns)]]
    first = wide * 0.25
    widths = (first,) + ((wide - first) / (columns - 1),) * (columns - 1)
    body = [
        [sheet.words(sheet.chance.randint(1, 3))]
        + [sheet.words(sheet.chance.randint(3, 14)) for _ in range(columns - 1)]
        for _ in range(rows)
    ]
    return Content(heads, body, (False,) * columns, widths)


def around(draw: Callable[[Sheet], None]) -> Callable[[Sheet], None]:
    """A page with running head, prose before and after, a caption over and a note under the table."""

    def page(sheet: Sheet) -> None:
        sheet.line("Statistical report of the Council of Arunika 2012", size=8)
        sheet.y -= 14
        sheet.prose(sheet.chance.randint(2, 9))
        sheet.line(f"Table {sheet.chance.randint(1, 90)}. {sheet.words(6)}", font="Helvetica-Bold")
        draw(sheet)
        sheet.line(f"Source: {sheet.words(7)}.", size=7.5)
        sheet.line(f"1 {sheet.words(9)}.", size=7.5)
        sheet.y -= 10
        if sheet.y > 2 * MARGIN:
            sheet.prose(min(10, int((sheet.y - MARGIN) / 13)))
        sheet.canvas.drawCentredString(WIDTH / 2, 30, str(sheet.chance.randint(2, 300)))

    return page


def _style(sheet: Sheet, *rules: str, **others: object) -> Style:
    chance = sheet.chance
    style = Style(
        font=sheet.font,
        size=chance.choice((7.5, 8.0, 9.0, 10.0)),
        rules=frozenset(rules),
        stroke=chance.choice((0.4, 0.7, 1.2)),
        rectangles=chance.random() < 0.3,
        column_gap=chance.choice((8.0, 14.0, 24.0)),
        row_gap=chance.choice((0.5, 1.5, 3.0)),
    )
    return replace(style, **others)  # type: ignore[arg-type]


def half_ruled(sheet: Sheet) -> None:
    """Lines over, under the head and at the foot."""
    style = _style(sheet, "top", "head", "foot", "groups", leaders=sheet.chance.random() < 0.4)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(3, 7), sheet.chance.randint(6, 24), groups=True)
    )


def broken_rules(sheet: Sheet) -> None:
    """Lines that stop between columns."""
    style = _style(sheet, "top", "head", "foot", pieces=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(2, 6), sheet.chance.randint(5, 14), groups=False)
    )


def upright_inside(sheet: Sheet) -> None:
    """Census style: upright lines between columns, none at the sides and none between rows."""
    style = _style(sheet, "top", "head", "foot", "groups", "columns", leaders=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(4, 6), sheet.chance.randint(8, 24), groups=True)
    )


def unruled(sheet: Sheet) -> None:
    """No line at all."""
    sheet.table(
        _style(sheet),
        statistics(sheet, sheet.chance.randint(3, 6), sheet.chance.randint(5, 16), groups=False),
    )


def banded(sheet: Sheet) -> None:
    """A shaded head and every other row shaded."""
    style = _style(sheet, fill=True, bands=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(3, 6), sheet.chance.randint(5, 16), groups=False)
    )


def fully_ruled(sheet: Sheet) -> None:
    """A grid of wrapped texts."""
    style = _style(
        sheet, "top", "head", "foot", "rows", "columns", "sides", "groups", fill=sheet.chance.random() < 0.5
    )
    sheet.table(style, texts(sheet, sheet.chance.randint(2, 5), sheet.chance.randint(3, 7)))


def ruled_numbers(sheet: Sheet) -> None:
    """A grid of numbers, with group heads."""
    style = _style(sheet, "top", "head", "foot", "rows", "columns", "sides", "groups")
    sheet.table(
        style,
        statistics(sheet, sheet.chance.randint(4, 6), sheet.chance.randint(5, 14), groups=True, indent=False),
    )


def ruled_rows(sheet: Sheet) -> None:
    """Wrapped texts with a line under each row only."""
    style = _style(sheet, "top", "head", "foot", "rows")
    sheet.table(style, texts(sheet, sheet.chance.randint(3, 4), sheet.chance.randint(3, 7)))


def text_rows(sheet: Sheet) -> None:
    """Wrapped texts, lines at head and foot only, rows set apart by a little white."""
    style = _style(sheet, "top", "head", "foot", row_gap=4.0)
    sheet.table(style, texts(sheet, sheet.chance.randint(3, 4), sheet.chance.randint(3, 6)))


def two_tables(sheet: Sheet) -> None:
    """Two tables under each other, a caption between."""
    half_ruled(sheet)
    sheet.line(f"Table 4. {sheet.words(5)}", font="Helvetica-Bold")
    sheet.table(_style(sheet, "top", "head", "foot"), statistics(sheet, 3, 6, groups=False))


def in_a_column(sheet: Sheet) -> None:
    """Prose in two columns, a small table in one of them."""
    wide = (WIDTH - 2 * MARGIN - 20) / 2
    top = sheet.y
    sheet.prose(14, width=wide)
    sheet.line(f"Table 2: {sheet.words(3)}", font="Helvetica-Bold", size=8)
    style = _style(sheet, "top", "head", "foot", size=7.5, column_gap=8.0)
    sheet.table(style, statistics(sheet, 3, 9, groups=False, indent=False))
    sheet.prose(12, width=wide)
    sheet.y = top
    sheet.prose(36, left=MARGIN + wide + 20, width=wide)


def over_pages(sheet: Sheet) -> None:
    """A ruled table that goes on over the page's end, with its head again."""
    style = _style(sheet, "top", "head", "foot", "rows", "columns", "sides", size=8.0)
    content = statistics(sheet, 4, 40, groups=False, indent=False)
    widths = (150.0, 70.0, 70.0, 70.0, 70.0)
    content = replace(content, widths=widths)
    sheet.y = HEIGHT / 2
    room = int((sheet.y - MARGIN) / (1.15 * style.size + 2 * style.row_gap)) - 3
    sheet.table(style, replace(content, rows=content.rows[:room]))
    sheet.turn()
    sheet.table(style, replace(content, rows=content.rows[room : room + 20]), goes_on=True)


def no_table(sheet: Sheet) -> None:
    """A list, contents, an address, a form, a chart's axis, references: nothing of it is a table."""
    sheet.line("Contents", size=14)
    for place in range(9):
        name = f"{place + 1}. {sheet.words(sheet.chance.randint(2, 6))} "
        sheet.line(name + "." * (80 - len(name)) + f" {3 + 4 * place}")
    sheet.y -= 10
    for place in range(7):
        sheet.line(f"{place + 1})", left=MARGIN + 12)
        sheet.y += 13
        sheet.line(sheet.words(9), left=MARGIN + 34)
    sheet.y -= 10
    for label in ("Name:", "Address:", "Telephone:", "Date:"):
        sheet.line(label)
        sheet.y += 13
        sheet.line(sheet.words(3), left=MARGIN + 90)
    sheet.y -= 10
    base = sheet.y - 90
    for place in range(6):
        height = sheet.chance.randint(10, 80)
        sheet.canvas.rect(MARGIN + 30 + 40 * place, base, 18, height, stroke=1, fill=0)
        sheet.canvas.drawString(MARGIN + 28 + 40 * place, base - 12, str(2001 + place))
        sheet.canvas.drawString(MARGIN, base + 15 * place, str(20 * place))
    sheet.y = base - 40
    for place in range(6):
        sheet.line(f"[{place + 1}]  {sheet.words(4)}, {sheet.words(3)}, pp. {20 + place}-{31 + place}, 2010.")


def two_columns(sheet: Sheet) -> None:
    """Prose in two columns, between the lines of a running head and a foot."""
    wide = (WIDTH - 2 * MARGIN - 24) / 2
    sheet.canvas.line(MARGIN, sheet.y + 20, WIDTH - MARGIN, sheet.y + 20)
    top = sheet.y
    sheet.prose(50, width=wide)
    sheet.y = top
    sheet.prose(50, left=MARGIN + wide + 24, width=wide)
    sheet.canvas.line(MARGIN, 60, WIDTH - MARGIN, 60)


KINDS: dict[str, Callable[[Sheet], None]] = {
    "half-ruled": around(half_ruled),
    "broken-rules": around(broken_rules),
    "upright-inside": around(upright_inside),
    "unruled": around(unruled),
    "banded": around(banded),
    "fully-ruled": around(fully_ruled),
    "ruled-numbers": around(ruled_numbers),
    "ruled-rows": around(ruled_rows),
    "text-rows": around(text_rows),
    "two-tables": around(two_tables),
    "in-a-column": in_a_column,
    "over-pages": over_pages,
    "no-table": no_table,
    "two-columns": two_columns,
}
COPIES = 4


def draw_documents(folder: Path, seed: int) -> None:
    """Draw all kinds of documents with their truth into a folder."""
    for kind, draw in KINDS.items():
        for copy in range(COPIES):
            chance = random.Random(f"{seed} {kind} {copy}")
            path = folder / f"{kind}-{copy + 1}.pdf"
            sheet = Sheet(path, chance)
            draw(sheet)
            sheet.canvas.save()
            _write_truth(path, sheet.tables)


def _write_truth(path: Path, tables: Tables) -> None:
    root = Element("document", filename=path.name)
    for number, parts in enumerate(tables, start=1):
        table = SubElement(root, "table", id=str(number))
        for place, (page, cells) in enumerate(parts, start=1):
            region = SubElement(table, "region", id=str(place), page=str(page))
            for cell in cells:
                _add_cell(region, cell)
    ElementTree(root).write(path.with_name(path.stem + "-str.xml"), encoding="utf-8", xml_declaration=True)


def _add_cell(region: Element, cell: Placed) -> None:
    (row, last), (column, end) = cell.rows, cell.columns
    places = {"start-row": row, "end-row": last, "start-col": column, "end-col": end}
    item = SubElement(region, "cell", {"id": "1"} | {name: str(place) for name, place in places.items()})
    edges = dict(zip(("x1", "y1", "x2", "y2"), (f"{edge:.1f}" for edge in cell.box), strict=True))
    SubElement(item, "bounding-box", edges)
    SubElement(item, "content").text = cell.text
