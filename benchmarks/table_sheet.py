"""A document being drawn: prose, captions and tables, and what tables may hold; all texts are invented."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from table_drawing import Content, Drawing, Head, Placed, Style

WIDTH, HEIGHT = 595.0, 842.0
MARGIN = 64.0

WORDS = [
    "water",
    "fisheries",
    "harbour",
    "regional",
    "annual",
    "programme",
    "supply",
    "district",
    "number",
    "of",
    "the",
    "and",
    "for",
    "in",
    "transport",
    "average",
    "measures",
    "public",
    "households",
    "persons",
    "employed",
    "training",
    "support",
    "quality",
    "control",
    "services",
    "inland",
    "coastal",
    "rural",
    "total",
    "cost",
    "energy",
    "forest",
    "land",
    "school",
    "teachers",
    "pupils",
    "health",
    "centres",
    "visits",
    "energy",
    "roads",
    "bridges",
    "paved",
    "other",
    "policy",
    "report",
    "council",
    "decision",
    "member",
    "states",
    "commission",
    "market",
    "share",
    "growth",
    "rate",
    "change",
    "budget",
    "estimate",
]
PLACES = [
    "Arunika",
    "Belmont",
    "Cardale",
    "Dunmore",
    "Eastholm",
    "Farley",
    "Glenroy",
    "Hartwick",
    "Innerleigh",
    "Jutland",
    "Kelso",
    "Lorne",
]

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
            text.setWordSpace(0)
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
        while left + drawing.width() > WIDTH - MARGIN / 2:
            style = replace(style, size=style.size - 0.5, column_gap=max(6.0, style.column_gap - 3))
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
        years if chance.random() < 0.5 else [sheet.words(1) + "\n" + sheet.words(1).lower() for _ in years]
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


def make_style(sheet: Sheet, *rules: str, **others: object) -> Style:
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
