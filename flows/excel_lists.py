"""Excel workbooks: the first sheet, row by row, with limits on what a small file may unpack to."""

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


def read_excel(path: Path) -> Iterator[Sequence[object]]:
    """Yield the rows of the first sheet. Raises InputError for a workbook that unpacks to too much."""
    _check_size(path)
    from openpyxl import load_workbook  # noqa: PLC0415  0.6 s that CSV does not need

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a sheet may claim to be smaller than it is
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            if len(row) > MOST_COLUMNS or number > MOST_ROWS:
                raise too_big(path)
            yield row
    finally:
        book.close()


def _check_size(path: Path) -> None:
    with ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
        strings = sum(part.file_size for part in parts.infolist() if part.filename.casefold() == STRINGS)
        if path.stat().st_size > MOST_BYTES or unpacked > MOST_UNPACKED or strings > MOST_STRINGS:
            raise too_big(path)
        _check_parts(parts, path)


def _check_parts(parts: ZipFile, path: Path) -> None:
    """Refuse XML of a few kilobytes that would fill the memory, and entities, which grow in it."""
    marks = 0
    for chunk in _unpacked(parts):
        marks += chunk.count(b"<") + chunk.count(b"=")
        if marks > MOST_MARKS or b"<!ENTITY" in chunk:  # no program writes one into a list
            raise too_big(path)


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
