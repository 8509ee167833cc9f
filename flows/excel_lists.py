"""Excel workbooks: the first sheet, row by row, with limits on what a small file may unpack to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.shown_text import shown

MOST_BYTES = 50 * 2**20
MOST_UNPACKED = 500 * 2**20
MOST_STRINGS = 100 * 2**20  # of the table of texts, which is held in memory whole
MOST_ROWS = 1_048_576  # by Excel
MOST_COLUMNS = 1000
LONGEST_CELL = 32_767  # characters, by Excel
STRINGS = "xl/sharedstrings.xml"
# Signs < and = of all parts: openpyxl makes objects of tags and attributes, and keeps most of them.
MOST_MARKS = 20_000_000
CHUNK = 2**20
FORMULA = re.compile(rb"<f[ >/]")
CALCULATED = re.compile(rb"(?:</f>|<f [^<>]*/>)\s*<v>[^<]")
# What a cell shows whose formula went wrong.
ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


class UnsavedFormula(str):
    """A formula whose value the workbook does not hold; the text is the name of its cell (B7)."""

    __slots__ = ()


def read_excel(path: Path) -> Iterator[Sequence[object]]:
    """Yield the rows of the first sheet. Raises InputError for a workbook that unpacks to too much."""
    unsaved = check_workbook_size(path)
    values = _read_rows(path, formulas=False)
    yield from _with_formulas(values, _read_rows(path, formulas=True)) if unsaved else values


def _read_rows(path: Path, *, formulas: bool) -> Iterator[Sequence[object]]:
    """The rows of the first sheet, with formulas as they are written or with their values."""
    from openpyxl import load_workbook  # noqa: PLC0415  0.6 s that CSV does not need

    book = load_workbook(path, read_only=True, data_only=not formulas)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a sheet may claim to be smaller than it is
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            if len(row) > MOST_COLUMNS or number > MOST_ROWS:
                raise too_big(path)
            yield row
    finally:
        book.close()


def _with_formulas(
    values: Iterable[Sequence[object]], formulas: Iterable[Sequence[object]]
) -> Iterator[Sequence[object]]:
    """Mark cells that have a formula, but no value."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, (row, written) in enumerate(zip(values, formulas, strict=True), start=1):
        yield [
            UnsavedFormula(f"{get_column_letter(column)}{number}")
            if value is None and formula is not None
            else value
            for column, (value, formula) in enumerate(zip(row, written, strict=True), start=1)
        ]


def check_workbook_size(path: Path) -> bool:
    """Refuse what unpacks to too much; tell whether there are formulas without values."""
    with ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        strings = sum(part.file_size for part in parts.infolist() if part.filename.casefold() == STRINGS)
        if path.stat().st_size > MOST_BYTES or unpacked > MOST_UNPACKED or strings > MOST_STRINGS:
            raise too_big(path)
        return _check_parts(parts, path)


def _check_parts(parts: ZipFile, path: Path) -> bool:
    """Refuse XML of a few kilobytes that would fill the memory, and entities, which grow in it.

    Tells whether there are formulas of which none has a value. Where one has, those without show nothing.
    """
    marks, formulas, values = 0, False, False
    for chunk in _unpacked(parts):
        marks += chunk.count(b"<") + chunk.count(b"=")
        if marks > MOST_MARKS or b"<!ENTITY" in chunk:  # no program writes one into a list
            raise too_big(path)
        formulas = formulas or FORMULA.search(chunk) is not None
        values = values or CALCULATED.search(chunk) is not None
    return formulas and not values


def _unpacked(parts: ZipFile) -> Iterator[bytes]:
    """All parts piece by piece, without the zeros of UTF-16, each with the end of the one before."""
    for part in parts.infolist():
        with parts.open(part) as stream:
            end = b""
            while piece := stream.read(CHUNK):
                plain = piece.replace(b"\0", b"")
                yield end + plain
                end = plain[-len(b"<!ENTITY") :]


def too_big(path: Path) -> InputError:
    """The error for a workbook that cannot be read or written as one."""
    limits = {"rows": MOST_ROWS, "columns": MOST_COLUMNS, "megabytes": MOST_UNPACKED // 2**20}
    return InputError(message("error.workbook_too_big", file=path, **limits))


def write_excel(stream: BinaryIO, table: Iterable[Sequence[str]], title: str = "") -> None:
    """Write rows below a head into a workbook; the head stays in sight, and no text becomes a formula."""
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title or None)
    sheet.freeze_panes = "A2"
    columns = number = 0
    for number, row in enumerate(table, start=1):
        if number > MOST_ROWS:
            raise too_big(Path(str(getattr(stream, "name", ""))))
        cells = [WriteOnlyCell(sheet, value=shown(cell)[:LONGEST_CELL]) for cell in row]
        for cell in cells:
            cell.data_type = "s"  # never a formula, whatever the text begins with
        sheet.append(cells)
        columns = columns or len(cells)
    if columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{number}"
    book.save(stream)
