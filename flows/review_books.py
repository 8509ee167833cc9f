"""Workbooks that come back from planners, read row by row; nothing in them is trusted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.flows.excel_lists import MOST_COLUMNS, check_workbook_size, too_big
from selaras.flows.sheets import DAMAGE
from selaras.flows.walking import missing
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.review_book import GAP_COLUMNS, GAP_MARK, LINK_COLUMNS, LINK_MARK
from selaras.outputs.review_sheets import KEYS

MOST_ROWS = 200_000
LONGEST = 2000  # characters of an answer that are kept
COLUMNS = {LINK_MARK: LINK_COLUMNS, GAP_MARK: GAP_COLUMNS}


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row of a sheet by the keys of its columns; `number` is the row as the spreadsheet shows it.

    `formulas` are the keys of cells that hold one: nobody knows what it would say.
    """

    mark: str
    sheet: str
    number: int
    cells: Mapping[str, object]
    formulas: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """A cell as text, empty where there is none."""
        return self.whole(key)[:LONGEST]

    def whole(self, key: str) -> str:
        """A cell as text, however long; some programs write whole numbers as 3.0."""
        value = self.cells.get(key)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()


def read_book(path: Path) -> list[BookRow]:
    """Read the sheets of a workbook of `selaras review export`; rows in which nothing stands are left out.

    Raises InputError for what is none: another file, another workbook, one whose hidden columns are gone.
    """
    try:
        check_workbook_size(path)
        rows = list(_read(path))
    except OSError as error:
        raise missing(path, error) from error
    except DAMAGE as error:
        raise InputError(message("error.sheet_unreadable", file=path, reason=error)) from error
    return rows


def _read(path: Path) -> Iterator[BookRow]:
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path, read_only=True)
    try:
        ours = [sheet for sheet in book.worksheets if _is_ours(sheet)]
        if not ours:
            raise InputError(message("error.review_not_ours", file=path))
        for sheet in ours:
            yield from _rows(sheet, path)
    finally:
        book.close()


def _is_ours(sheet: Any) -> bool:  # noqa: ANN401  openpyxl's sheets
    sheet.reset_dimensions()  # a sheet may claim to be smaller than it is
    return bool(COLUMNS.keys() & _keys(sheet))


def _keys(sheet: Any) -> set[object]:  # noqa: ANN401
    head = next(sheet.iter_rows(min_row=KEYS, max_row=KEYS, max_col=MOST_COLUMNS, values_only=True), ())
    return set(head)


def _rows(sheet: Any, path: Path) -> Iterator[BookRow]:  # noqa: ANN401
    rows = sheet.iter_rows()
    keys = [cell.value for cell in next(rows, ())]
    mark = next(key for key in keys if key in COLUMNS)
    absent = [column.key for column in COLUMNS[mark] if column.key not in keys]
    if absent:
        raise InputError(message("error.review_columns", file=path, columns=", ".join(absent)))
    next(rows, ())  # the head that people see
    for number, cells in enumerate(rows, KEYS + 2):
        if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise too_big(path)
        row = _row(mark, sheet.title, number, dict(zip(keys, cells, strict=False)))
        if any(value not in (None, "") for value in row.cells.values()):
            yield row


def _row(mark: str, sheet: str, number: int, cells: Mapping[object, Any]) -> BookRow:
    known = [(column.key, cells[column.key]) for column in COLUMNS[mark] if column.key in cells]
    formulas = frozenset(key for key, cell in known if cell.data_type == "f")
    return BookRow(mark, sheet, number, {key: cell.value for key, cell in known}, formulas)


def repeated(rows: Sequence[BookRow], keys: Sequence[str], answer: Sequence[str]) -> set[int]:
    """Numbers of rows about the same thing (`keys`) whose answers differ."""
    answers: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for row in rows:
        answers.setdefault(_texts(row, keys), set()).add(_texts(row, answer))
    return {row.number for row in rows if len(answers[_texts(row, keys)]) > 1}


def _texts(row: BookRow, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(row.text(key).split()).casefold() for key in keys)
