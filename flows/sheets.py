"""Lists of people's own making: tables of texts in CSV or Excel files, read and written.

A table comes in as one dict a row, its column names in small letters; what is missing is an empty text.
"""

import csv
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, TypeVar
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from selaras.flows.atomic_files import atomic_file
from selaras.flows.walking import missing
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.shown_text import shown

Row = dict[str, str]
Table = Sequence[Sequence[str]]
Reader = Callable[[Path], Iterable[Sequence[object]]]
Writer = Callable[[BinaryIO, Table], None]
Choice = TypeVar("Choice")

# What the readers are known to raise on a damaged list.
DAMAGE = (BadZipFile, EOFError, IndexError, KeyError, ParseError, ValueError, csv.Error, zlib.error)
ENCODINGS = ("utf-8-sig", "cp1252")  # Excel's two ways of saving CSV
DELIMITERS = ",;\t"
MOST_BYTES = 50 * 2**20
MOST_ROWS = 200_000
LONGEST_CELL = 32_767  # characters, by Excel
# What a spreadsheet takes for a formula; a sign before what is a number to the end is none.
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]+%?$)")


def read_sheet(path: Path, required: Sequence[str]) -> list[Row]:
    """Read a list with a row of column names. Raises InputError for no such list, or a missing column."""
    reader = _by_ending(READERS, path)
    try:
        size = path.stat().st_size
        table = [_texts(row) for row in reader(path)] if size <= MOST_BYTES else []
    except OSError as error:
        raise missing(path, error) from error
    except DAMAGE as error:
        raise InputError(message("error.sheet_unreadable", file=path, reason=error)) from error
    if size > MOST_BYTES or len(table) > MOST_ROWS:
        raise InputError(message("error.sheet_too_big", file=path, rows=MOST_ROWS))
    return _rows([row for row in table if any(row)], required, path)


def write_sheet(path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a list as the ending of the file says. Raises InputError for another ending, and OutputError."""
    writer = _by_ending(WRITERS, path)
    with atomic_file(path) as stream:
        writer(stream, [heads, *rows])


def _by_ending(choices: dict[str, Choice], path: Path) -> Choice:
    choice = choices.get(path.suffix.casefold())
    if choice is None:
        raise InputError(message("error.sheet_ending", file=path, endings=", ".join(choices)))
    return choice


def _texts(row: Sequence[object]) -> list[str]:
    return ["" if cell is None else str(cell).strip() for cell in row]


def _rows(table: list[list[str]], required: Sequence[str], path: Path) -> list[Row]:
    heads = [head.casefold() for head in table[0]] if table else []
    absent = [name for name in required if name not in heads]
    if absent:
        raise InputError(message("error.sheet_columns", file=path, columns=", ".join(absent)))
    if len(set(filter(None, heads))) < len([head for head in heads if head]):
        raise InputError(message("error.sheet_twin_columns", file=path))
    return [_row(heads, row, number, path) for number, row in enumerate(table[1:], start=2)]


def _row(heads: Sequence[str], cells: Sequence[str], number: int, path: Path) -> Row:
    """A row by column names; what stands beyond the last column is a text that a comma has cut."""
    if any(cells[len(heads) :]):
        raise InputError(message("error.sheet_row_too_long", file=path, row=number))
    return dict(zip_longest(heads, cells[: len(heads)], fillvalue=""))


def _read_csv(path: Path) -> Iterator[list[str]]:
    text = _decoded(path.read_bytes())
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS[:-1]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(ENCODINGS[-1])


def _read_excel(path: Path) -> Iterator[Sequence[object]]:
    from openpyxl import load_workbook  # noqa: PLC0415  0.6 s that CSV does not need

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        yield from book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 1)
    finally:
        book.close()


def _write_csv(stream: BinaryIO, table: Table) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[harmless(cell) for cell in row] for row in table])
    stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _write_excel(stream: BinaryIO, table: Table) -> None:
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in table:
        cells = [WriteOnlyCell(sheet, value=shown(cell)[:LONGEST_CELL]) for cell in row]
        for cell in cells:
            cell.data_type = "s"  # never a formula, whatever the text begins with
        sheet.append(cells)
    book.save(stream)


READERS: dict[str, Reader] = {".csv": _read_csv, ".xlsx": _read_excel}
WRITERS: dict[str, Writer] = {".csv": _write_csv, ".xlsx": _write_excel}
