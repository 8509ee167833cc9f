"""Pages as governments print them, with tables in many styles and what only looks like one; all invented.

Each document is a PDF and, beside it, its truth in the form of the ICDAR-2013 competition (NAME-str.xml).
"""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement

from table_drawing import Placed
from table_hard_pages import HARD_KINDS
from table_sheet import HEIGHT, MARGIN, WIDTH, Sheet, Tables, around, make_style, statistics, texts


def half_ruled(sheet: Sheet) -> None:
    """Lines over, under the head and at the foot."""
    style = make_style(sheet, "top", "head", "foot", "groups", leaders=sheet.chance.random() < 0.4)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(3, 7), sheet.chance.randint(6, 24), groups=True)
    )


def broken_rules(sheet: Sheet) -> None:
    """Lines that stop between columns."""
    style = make_style(sheet, "top", "head", "foot", pieces=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(2, 6), sheet.chance.randint(5, 14), groups=False)
    )


def upright_inside(sheet: Sheet) -> None:
    """Census style: upright lines between columns, none at the sides and none between rows."""
    style = make_style(sheet, "top", "head", "foot", "groups", "columns", leaders=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(4, 6), sheet.chance.randint(8, 24), groups=True)
    )


def unruled(sheet: Sheet) -> None:
    """No line at all."""
    sheet.table(
        make_style(sheet),
        statistics(sheet, sheet.chance.randint(3, 6), sheet.chance.randint(5, 16), groups=False),
    )


def banded(sheet: Sheet) -> None:
    """A shaded head and every other row shaded."""
    style = make_style(sheet, fill=True, bands=True)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(3, 6), sheet.chance.randint(5, 16), groups=False)
    )


def fully_ruled(sheet: Sheet) -> None:
    """A grid of wrapped texts."""
    style = make_style(
        sheet, "top", "head", "foot", "rows", "columns", "sides", "groups", fill=sheet.chance.random() < 0.5
    )
    sheet.table(style, texts(sheet, sheet.chance.randint(2, 5), sheet.chance.randint(3, 7)))


def ruled_numbers(sheet: Sheet) -> None:
    """A grid of numbers, with group heads."""
    style = make_style(sheet, "top", "head", "foot", "rows", "columns", "sides", "groups")
    sheet.table(
        style,
        statistics(sheet, sheet.chance.randint(4, 6), sheet.chance.randint(5, 14), groups=True, indent=False),
    )


def ruled_rows(sheet: Sheet) -> None:
    """Wrapped texts with a line under each row only."""
    style = make_style(sheet, "top", "head", "foot", "rows")
    sheet.table(style, texts(sheet, sheet.chance.randint(3, 4), sheet.chance.randint(3, 7)))


def text_rows(sheet: Sheet) -> None:
    """Wrapped texts, lines at head and foot only, rows set apart by a little white."""
    style = make_style(sheet, "top", "head", "foot", row_gap=4.0)
    sheet.table(style, texts(sheet, sheet.chance.randint(3, 4), sheet.chance.randint(3, 6)))


def two_tables(sheet: Sheet) -> None:
    """Two tables under each other, a caption between."""
    half_ruled(sheet)
    sheet.line(f"Table 4. {sheet.words(5)}", font="Helvetica-Bold")
    sheet.table(make_style(sheet, "top", "head", "foot"), statistics(sheet, 3, 6, groups=False))


def in_a_column(sheet: Sheet) -> None:
    """Prose in two columns, a small table in one of them."""
    wide = (WIDTH - 2 * MARGIN - 20) / 2
    top = sheet.y
    sheet.prose(14, width=wide)
    sheet.line(f"Table 2: {sheet.words(3)}", font="Helvetica-Bold", size=8)
    style = make_style(sheet, "top", "head", "foot", size=7.5, column_gap=8.0)
    sheet.table(style, statistics(sheet, 3, 9, groups=False, indent=False))
    sheet.prose(12, width=wide)
    sheet.y = top
    sheet.prose(36, left=MARGIN + wide + 20, width=wide)


def over_pages(sheet: Sheet) -> None:
    """A ruled table that goes on over the page's end, with its head again."""
    style = make_style(sheet, "top", "head", "foot", "rows", "columns", "sides", size=8.0)
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
    for kind, draw in (KINDS | HARD_KINDS).items():
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
