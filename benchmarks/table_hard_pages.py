"""Kinds of tables that are harder to see, and more that are none: for these nothing is tuned by name."""

from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.utils import simpleSplit
from table_drawing import Content, Head
from table_sheet import MARGIN, PLACES, WIDTH, Sheet, around, make_style, statistics


def centred(sheet: Sheet) -> None:
    """Numbers in the middle of their columns."""
    style = make_style(sheet, "top", "head", "foot", centred=True, column_gap=24.0)
    sheet.table(
        style, statistics(sheet, sheet.chance.randint(3, 6), sheet.chance.randint(5, 12), groups=False)
    )


def short_words(sheet: Sheet) -> None:
    """Columns of short words and marks, no numbers."""
    columns = sheet.chance.randint(3, 5)
    heads = [[Head(sheet.words(1)) for _ in range(columns)]]
    choices = ("Yes", "No", "Yes, in part", "Planned", "–", "None")
    rows = [
        [sheet.chance.choice(PLACES), *(sheet.chance.choice(choices) for _ in range(columns - 1))]
        for _ in range(sheet.chance.randint(5, 12))
    ]
    style = make_style(sheet, "top", "head", "foot", column_gap=24.0)
    sheet.table(style, Content(heads, rows, (False,) * columns, (0.0,) * columns))


def sections(sheet: Sheet) -> None:
    """Headings over the full width between the rows."""
    content = statistics(sheet, sheet.chance.randint(3, 6), 12, groups=True, indent=False)
    rows = [*content.rows]
    for place in (8, 4, 0):
        rows.insert(place, [f"{place // 4 + 1}. {sheet.words(3)}"])
    sheet.table(
        make_style(sheet, "top", "head", "foot", "groups", column_gap=14.0), replace(content, rows=rows)
    )


def one_number(sheet: Sheet) -> None:
    """A label and one number, without lines."""
    sheet.table(
        make_style(sheet, column_gap=40.0),
        statistics(sheet, 1, sheet.chance.randint(5, 10), groups=False, indent=False),
    )


def wrapped_labels(sheet: Sheet) -> None:
    """Labels of several lines, the numbers beside the first or the last of them."""
    columns = sheet.chance.randint(2, 5)
    content = statistics(sheet, columns, sheet.chance.randint(6, 10), groups=False, indent=False)
    rows = [[sheet.words(sheet.chance.randint(2, 12)), *row[1:]] for row in content.rows]
    style = make_style(sheet, "top", "head", "foot", values_first=sheet.chance.random() < 0.5, size=8.0)
    sheet.table(style, replace(content, rows=rows, widths=(120.0,) + (0.0,) * columns))


def directory(sheet: Sheet) -> None:
    """Names, places and telephone numbers, a line under the head only."""
    heads = [[Head(name) for name in ("Office", "Street", "Town", "Telephone")]]
    rows = [
        [
            sheet.words(2),
            f"{sheet.chance.randint(1, 99)} {sheet.chance.choice(PLACES)} Street",
            sheet.chance.choice(PLACES),
            f"{sheet.chance.randint(200, 999)} {sheet.chance.randint(1000, 9999)}",
        ]
        for _ in range(sheet.chance.randint(5, 12))
    ]
    sheet.table(make_style(sheet, "head", column_gap=24.0), Content(heads, rows, (False,) * 4, (0.0,) * 4))


def merged_labels(sheet: Sheet) -> None:
    """A first column that is filled only where it changes."""
    columns = sheet.chance.randint(3, 5)
    heads = [[Head("Region"), Head("Item")] + [Head(str(2005 + place)) for place in range(columns)]]
    rows = [
        [sheet.chance.choice(PLACES) if place % 3 == 0 else "", sheet.words(2)]
        + [sheet.number(4) for _ in range(columns)]
        for place in range(9)
    ]
    numeric = (False, False) + (True,) * columns
    sheet.table(
        make_style(sheet, "top", "head", "foot", column_gap=18.0),
        Content(heads, rows, numeric, (0.0,) * (columns + 2)),
    )


def open_foot(sheet: Sheet) -> None:
    """A line over and under the head, none at the foot."""
    sheet.table(
        make_style(sheet, "top", "head"),
        statistics(sheet, sheet.chance.randint(3, 5), sheet.chance.randint(5, 14), groups=False),
    )


def small(sheet: Sheet) -> None:
    """Two or three rows in a grid."""
    style = make_style(sheet, "top", "head", "foot", "rows", "columns", "sides")
    sheet.table(
        style,
        statistics(sheet, sheet.chance.randint(2, 4), sheet.chance.randint(2, 3), groups=False, indent=False),
    )


def whole_page(sheet: Sheet) -> None:
    """A page full of numbers without prose, letters small."""
    sheet.line("Annex 3", font="Helvetica-Bold")
    style = make_style(sheet, "top", "head", "foot", "groups", size=7.0, row_gap=1.0, column_gap=14.0)
    sheet.table(style, statistics(sheet, 7, 55, groups=True))


def chart(sheet: Sheet) -> None:
    """A chart with lines across and numbers at two sides, a legend beside it."""
    sheet.prose(4)
    sheet.line(f"Figure 2. {sheet.words(5)}", font="Helvetica-Bold")
    base, left = sheet.y - 160, MARGIN + 40
    for place in range(6):
        y = base + 30 * place
        sheet.canvas.line(left, y, left + 320, y)
        sheet.canvas.drawRightString(left - 6, y - 3, str(place * 25))
    for place in range(8):
        height = sheet.chance.randint(10, 140)
        sheet.canvas.setFillGray(0.5)
        sheet.canvas.rect(left + 15 + 38 * place, base, 20, height, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        sheet.canvas.drawString(left + 14 + 38 * place, base + height + 3, str(height))
        sheet.canvas.drawString(left + 12 + 38 * place, base - 12, str(2001 + place))
    for place in range(3):
        sheet.canvas.drawString(left + 350, base + 60 + 15 * place, sheet.words(1))
    sheet.y = base - 40
    sheet.prose(10)


def form(sheet: Sheet) -> None:
    """A form with lines to write on, and an index in three columns."""
    for _ in range(6):
        sheet.canvas.drawString(MARGIN, sheet.y, sheet.words(2) + ":")
        sheet.canvas.line(MARGIN + 130, sheet.y - 2, MARGIN + 300, sheet.y - 2)
        sheet.canvas.drawString(MARGIN + 320, sheet.y, sheet.words(1) + ":")
        sheet.canvas.line(MARGIN + 380, sheet.y - 2, MARGIN + 460, sheet.y - 2)
        sheet.y -= 22
    sheet.y -= 20
    for _ in range(20):
        for column in range(3):
            entry = f"{sheet.words(2)}, {sheet.chance.randint(2, 90)}"
            sheet.canvas.drawString(MARGIN + 160 * column, sheet.y, entry)
        sheet.y -= 13


def references(sheet: Sheet) -> None:
    """Numbered paragraphs that hang, definitions with their terms at the left, a letter's head."""
    for place in range(5):
        sheet.canvas.drawString(MARGIN, sheet.y, f"{place + 1}.{place + 2}")
        for line in simpleSplit(sheet.words(45), sheet.font, 10, WIDTH - 2 * MARGIN - 40):
            sheet.canvas.setFont(sheet.font, 10)
            sheet.canvas.drawString(MARGIN + 40, sheet.y, line)
            sheet.y -= 12.5
        sheet.y -= 6
    for _ in range(5):
        sheet.canvas.drawString(MARGIN, sheet.y, sheet.words(1))
        for line in simpleSplit(sheet.words(20), sheet.font, 10, WIDTH - 2 * MARGIN - 110):
            sheet.canvas.drawString(MARGIN + 110, sheet.y, line)
            sheet.y -= 12.5
    for label, text in (
        ("Our reference:", "B/2010/118"),
        ("Your letter of:", "12 May 2010"),
        ("Pages:", "4"),
    ):
        sheet.canvas.drawString(MARGIN, sheet.y, label)
        sheet.canvas.drawString(MARGIN + 90, sheet.y, text)
        sheet.y -= 13


HARD_KINDS: dict[str, Callable[[Sheet], None]] = {
    "centred": around(centred),
    "short-words": around(short_words),
    "sections": around(sections),
    "one-number": around(one_number),
    "wrapped-labels": around(wrapped_labels),
    "directory": around(directory),
    "merged-labels": around(merged_labels),
    "open-foot": around(open_foot),
    "small": around(small),
    "whole-page": whole_page,
    "chart": chart,
    "form": form,
    "references": references,
}
