"""Lists of people's own making: tables of texts in CSV or Excel files, read and written row by row.

A row comes in as a dict, its column names in small letters; what is missing is an empty text.
"""

import csv
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, TypeVar
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from selaras.flows.atomic_files import atomic_file
from selaras.flows.csv_lists import read_csv, write_csv
from selaras.flows.excel_lists import ERRORS, UnsavedFormula, read_excel, write_excel
from selaras.flows.walking import missing
from selaras.models.errors import InputError
from selaras.models.messages import message

Row = dict[str, str]
Table = Iterable[Sequence[str]]
Reader = Callable[[Path], Iterable[Sequence[object]]]
Writer = Callable[[BinaryIO, Table, str], None]
Choice = TypeVar("Choice")

# What the readers are known to raise on a damaged list.
DAMAGE = (
    BadZipFile,
    EOFError,
    IndexError,
    KeyError,
    ParseError,
    RuntimeError,
    TypeError,
    ValueError,
    csv.Error,
    zlib.error,
)
MOST_BYTES = 50 * 2**20
MOST_ROWS = 200_000
SHOWN_HEADS, SHOWN_HEAD = 12, 30
BETWEEN_WORDS = re.compile(r"[\W_]+")
READERS: dict[str, Reader] = {".csv": read_csv, ".xlsx": read_excel, ".tsv": read_csv, ".txt": read_csv}
WRITERS: dict[str, Writer] = {
    ".csv": lambda stream, table, _: write_csv(stream, table),  # which has no sheets to name
    ".xlsx": write_excel,
}
# How files begin that are often taken for a list, and what to say of them.
OTHER_KINDS = (
    (b"%PDF-", "error.sheet_is_pdf", tuple(READERS)),
    (b"\xd0\xcf\x11\xe0", "error.sheet_is_old_excel", tuple(READERS)),
    (b"PK\x03\x04", "error.sheet_is_excel", (".csv", ".tsv", ".txt")),
)


def read_numbered(
    path: Path, required: Sequence[str], synonyms: Mapping[str, str] | None = None
) -> list[tuple[int, Row]]:
    """Read the rows of a list that fits into memory with their numbers; see `read_rows`. Never empty."""
    rows: list[tuple[int, Row]] = []
    for row in read_rows(path, required, synonyms):
        rows.append(row)
        if len(rows) > MOST_ROWS or (len(rows) == 1 and path.stat().st_size > MOST_BYTES):
            raise InputError(message("error.sheet_too_big", file=path, rows=MOST_ROWS))
    return rows


def read_rows(
    path: Path, required: Sequence[str], synonyms: Mapping[str, str] | None = None
) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a list of any length, numbered from 1 behind its row of column names.

    Synonyms lead from other names of columns, as `head_words` has them, to those that are asked for.
    Rows in which nothing stands are left out. Raises InputError.
    """
    reader = _reader(path)
    try:
        yield from _rows(map(_texts, reader(path)), required, synonyms or {}, path)
    except OSError as error:
        raise missing(path, error) from error
    except DAMAGE as error:
        raise InputError(message("error.sheet_unreadable", file=path, reason=error)) from error


def write_sheet(path: Path, heads: Sequence[str], rows: Table, *, title: str = "") -> None:
    """Write a list as the ending of the file says; a workbook's sheet gets the title.

    Raises InputError for another ending, and OutputError.
    """
    writer = _by_ending(WRITERS, path)
    with atomic_file(path) as stream:
        writer(stream, _headed(heads, rows), title)


def check_output(path: Path) -> None:
    """Refuse early what `write_sheet` would refuse at the end. Raises InputError."""
    _by_ending(WRITERS, path)


def _headed(heads: Sequence[str], rows: Table) -> Iterator[Sequence[str]]:
    yield heads
    yield from rows


def _reader(path: Path) -> Reader:
    """How a file is read. Raises InputError for what is no list, with the remedy."""
    try:
        if not S_ISREG(path.stat().st_mode):  # a folder, or a pipe that would keep us waiting
            raise InputError(message("error.sheet_no_file", file=path))
        with path.open("rb") as stream:
            start = stream.read(1024)
    except OSError as error:
        raise missing(path, error) from error
    ending = path.suffix.casefold()
    for mark, code, endings in OTHER_KINDS:
        if start.startswith(mark) and ending in endings:
            raise InputError(message(code, file=path))
    return _by_ending(READERS, path)


def _by_ending(choices: dict[str, Choice], path: Path) -> Choice:
    choice = choices.get(path.suffix.casefold())
    if choice is None:
        raise InputError(message("error.sheet_ending", file=path, endings=", ".join(choices)))
    return choice


def _texts(row: Sequence[object]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: object) -> str:
    if isinstance(cell, UnsavedFormula):
        return cell
    return "" if cell is None else str(cell).strip()


def head_words(head: str) -> str:
    """The name of a column as it is compared: small letters, a blank between words.

    >>> head_words(" Nama_Indikator: ")
    'nama indikator'
    """
    return BETWEEN_WORDS.sub(" ", head.casefold()).strip()


def _rows(
    table: Iterator[list[str]], required: Sequence[str], synonyms: Mapping[str, str], path: Path
) -> Iterator[tuple[int, Row]]:
    head = next((row for row in table if any(row)), None)
    if head is None:
        raise InputError(message("error.sheet_empty", file=path, columns=", ".join(required)))
    columns = _columns(head, required, synonyms, path)
    asked = {*required, *synonyms.values()}
    count = 0
    for number, cells in enumerate(table, start=1):
        if any(cells):
            count += 1
            yield number, _checked(_row(columns, cells, number, path), asked, number, path)
    if not count:
        raise InputError(message("error.sheet_only_head", file=path))


def _columns(
    heads: Sequence[str], required: Sequence[str], synonyms: Mapping[str, str], path: Path
) -> list[str]:
    """The names of columns by which rows are read; of several that mean the same the plainest counts."""
    words = [head_words(head) for head in heads]
    twins = {head for head in words if words.count(head) > 1} & {*required, *synonyms}
    if twins:
        raise InputError(message("error.sheet_twin_columns", file=path))
    for other, wanted in synonyms.items():
        if other in words and wanted not in words:
            words[words.index(other)] = wanted
    absent = [name for name in required if name not in words]
    if absent:
        seen = ", ".join(head[:SHOWN_HEAD] for head in heads[:SHOWN_HEADS] if head)
        raise InputError(message("error.sheet_columns", file=path, columns=", ".join(absent), seen=seen))
    return words


def _row(heads: Sequence[str], cells: Sequence[str], number: int, path: Path) -> Row:
    """A row by column names; what stands beyond the last column is a text that a comma has cut."""
    if any(cells[len(heads) :]):
        raise InputError(message("error.sheet_row_too_long", file=path, row=number + 1))
    return dict(zip_longest(heads, cells[: len(heads)], fillvalue=""))


def _checked(row: Row, asked: set[str], number: int, path: Path) -> Row:
    """Refuse a row that lacks what was asked for: a formula without a value, or with an error for one."""
    for column in asked & row.keys():
        cell = row[column]
        if isinstance(cell, UnsavedFormula):
            raise InputError(message("error.sheet_formula", file=path, cell=cell))
        if cell in ERRORS:
            where = {"row": number + 1, "value": cell, "column": column}
            raise InputError(message("error.sheet_error_value", file=path, **where))
    return {head: "" if isinstance(cell, UnsavedFormula) else cell for head, cell in row.items()}
