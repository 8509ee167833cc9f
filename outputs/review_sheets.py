"""Sheets that people fill in: readable columns, lists to choose from, and cells that stay as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selaras.outputs.labels import Labels
from selaras.outputs.shown_text import shown

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767  # characters, by Excel
KEYS, HEAD, FIRST = 1, 2, 3  # rows: the hidden names of columns, the head, the first of the content
LINE, TALLEST = 15.0, 300.0  # points
LISTS = "lists"
HEAD_FILL, OPEN_FILL = "DDE6F0", "FFF8DC"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for the way back, that of its head in the catalogue, and its width in characters.

    `opens` are those that people fill in; `choices` the answers that may be chosen, `own_choices` where each
    row has its own.
    """

    key: str
    head: str
    width: int
    choices: tuple[str, ...] = ()
    own_choices: bool = False
    opens: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a row by the key of their column, and what may be chosen in it."""

    cells: dict[str, str | float]
    choices: tuple[str, ...] = ()


def new_book() -> "Workbook":
    """A workbook with the hidden sheet of lists only."""
    from openpyxl import Workbook  # noqa: PLC0415  0.6 s

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = LISTS
    sheet.sheet_state = "hidden"
    return book


def write_sheet(
    book: "Workbook", columns: Sequence[Column], rows: Sequence[SheetRow], labels: Labels, name: str
) -> None:
    """Add a sheet that people fill in, before the hidden one."""
    sheet = book.create_sheet(labels.text(f"review.book.{name}"), len(book.worksheets) - 1)
    _write_head(sheet, columns, labels)
    for place, row in enumerate(rows, FIRST):
        _write_row(sheet, place, columns, row)
    _add_choices(book, sheet, columns, rows, labels)
    last = max(FIRST, FIRST + len(rows) - 1)
    sheet.freeze_panes = sheet.cell(FIRST, 2)
    sheet.auto_filter.ref = f"A{HEAD}:{_letter(len(columns))}{last}"
    _protect(sheet)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD}:{HEAD}"


def write_lines(book: "Workbook", lines: Iterable[str], labels: Labels) -> None:
    """Add a sheet of plain text, a paragraph a row; it is shown first."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet = book.create_sheet(labels.text("review.book.help"), 0)
    sheet.column_dimensions["A"].width = 110
    for place, line in enumerate(lines, 1):
        cell = sheet.cell(place, 1)
        _set(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if place == 1:
            cell.font = Font(bold=True, size=14)
    sheet.protection.sheet = True
    book.active = 1


def _write_head(sheet: "Worksheet", columns: Sequence[Column], labels: Labels) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    for place, column in enumerate(columns, 1):
        _set(sheet.cell(KEYS, place), column.key)
        head = sheet.cell(HEAD, place)
        _set(head, labels.text(f"review.book.column.{column.head}"))
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor=HEAD_FILL)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        dimension = sheet.column_dimensions[_letter(place)]
        dimension.width, dimension.hidden = column.width, column.hidden
    sheet.row_dimensions[KEYS].hidden = True
    sheet.row_dimensions[HEAD].height = 2 * LINE


def _write_row(sheet: "Worksheet", place: int, columns: Sequence[Column], row: SheetRow) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection  # noqa: PLC0415

    wrapped = Alignment(wrap_text=True, vertical="top")
    yellow, unlocked = PatternFill("solid", fgColor=OPEN_FILL), Protection(locked=False)
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(place, number)
        _set(cell, row.cells.get(column.key))
        if not column.hidden:
            cell.alignment = wrapped
        if column.opens:
            cell.protection, cell.fill = unlocked, yellow
            cell.number_format = "yyyy-mm-dd" if column.key == "until" else "General"
    sheet.row_dimensions[place].height = _height(columns, row)


def _height(columns: Sequence[Column], row: SheetRow) -> float:
    """Points that the tallest cell needs, since not every program finds that itself."""
    lines = [
        sum(1 + len(line) // column.width for line in str(row.cells.get(column.key, "")).split("\n"))
        for column in columns
        if not column.hidden
    ]
    return min(LINE * max(lines), TALLEST)


def fitting(text: str) -> str:
    """A text as a cell can hold it."""
    return shown(text)[:LONGEST_CELL]


def _set(cell: Any, value: str | float | None) -> None:  # noqa: ANN401  openpyxl's cells
    """Write a number, or a text that stays one whatever it begins with."""
    if isinstance(value, str):
        cell.value = fitting(value)
        cell.data_type = "s"
    else:
        cell.value = value


def _add_choices(
    book: "Workbook",
    sheet: "Worksheet",
    columns: Sequence[Column],
    rows: Sequence[SheetRow],
    labels: Labels,
) -> None:
    if not rows:
        return
    for number, column in enumerate(columns, 1):
        letter = _letter(number)
        if column.choices:
            words = [labels.text(f"review.answer.{answer}") for answer in column.choices]
            cells = f"{letter}{FIRST}:{letter}{FIRST + len(rows) - 1}"
            _choose(sheet, cells, _keep(book, words), labels, strict=True)
        elif column.own_choices:
            for place, row in enumerate(rows, FIRST):
                if row.choices:
                    _choose(sheet, f"{letter}{place}", _keep(book, row.choices), labels, strict=False)


def _keep(book: "Workbook", words: Sequence[str]) -> str:
    """Put words into the hidden sheet; gives the place that a list is chosen from."""
    sheet = book[LISTS]
    row = sheet.max_row + 1
    for place, word in enumerate(words, 1):
        _set(sheet.cell(row, place), word)
    return f"{LISTS}!$A${row}:${_letter(len(words))}${row}"


def _choose(sheet: "Worksheet", cells: str, place: str, labels: Labels, *, strict: bool) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    choice = DataValidation(type="list", formula1=place, allow_blank=True)
    choice.showErrorMessage = strict
    choice.errorTitle = labels.text("review.book.wrong_word")
    choice.error = labels.text("review.book.choose")
    choice.add(cells)
    sheet.add_data_validation(choice)


def _protect(sheet: "Worksheet") -> None:
    """Without a password: a guard against slips. Rows can be filtered, columns and rows made wider."""
    sheet.protection.sheet = True
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    return get_column_letter(number)
