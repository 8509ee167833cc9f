"""CSV files as people save them: commas, semicolons or tabs, with a byte order mark or not, of Windows too.

Files of any length are read row by row; a line or a cell that never ends is refused.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from selaras.models.errors import InputError
from selaras.models.messages import message

DELIMITERS = ",;\t"
CHUNK = 2**20
LONGEST_LINE = 2**20  # characters
WINDOWS = "cp1252"
# What no table of texts holds in its head row.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
# What a spreadsheet takes for a formula; a sign before what is a number to the end is none.
INNER_FORMULA = re.compile(r"([;\t\r\n]\s{0,20})(?=[=@]|[+-][^\W\d])")
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]+%?$)")


def read_csv(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a CSV file. Raises InputError for what is no text, and for rows without end."""
    encoding = find_encoding(path)
    with path.open(encoding=encoding, newline="") as stream:
        lines = _Lines(stream, path)
        head = next(lines, "")
        if CONTROL.search(head):
            raise InputError(message("error.sheet_binary", file=path))
        yield from _rows(_chain(head, lines), max(DELIMITERS, key=head.count), lines)


def find_encoding(path: Path) -> str:
    """Tell how the whole file is encoded. Raises InputError where it holds NUL bytes, as no text does."""
    with path.open("rb") as stream:
        start = stream.read(2)
        if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):  # Excel's "Unicode text"
            return "utf-16"
        stream.seek(0)
        return "utf-8-sig" if _is_utf8(stream, path) else WINDOWS


def _is_utf8(stream: BinaryIO, path: Path) -> bool:
    decoder, valid = codecs.getincrementaldecoder("utf-8")(), True
    while chunk := stream.read(CHUNK):
        if b"\0" in chunk:
            raise InputError(message("error.sheet_binary", file=path))
        valid = valid and _decodes(decoder, chunk, final=False)
    return valid and _decodes(decoder, b"", final=True)


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


class _Lines(Iterator[str]):
    """The lines of a stream, none without end; counts the quotation marks since it was last asked."""

    def __init__(self, stream: TextIO, path: Path) -> None:
        self.stream, self.path, self.quotes, self.number = stream, path, 0, 0

    def __next__(self) -> str:
        line = self.stream.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
            raise self.endless(self.number)
        self.quotes += line.count('"')
        return line

    def endless(self, number: int) -> InputError:
        """The error for a cell or line that does not end where it should."""
        return InputError(message("error.sheet_endless", file=self.path, row=number))


def _chain(head: str, lines: _Lines) -> Iterator[str]:
    if head:
        yield head
        yield from lines


def _rows(lines: Iterable[str], delimiter: str, source: _Lines) -> Iterator[list[str]]:
    """Parse lines; a quotation mark that is never closed would swallow the rows behind it."""
    reader, start = csv.reader(lines, delimiter=delimiter), 0
    try:
        for row in reader:
            if source.quotes % 2 and reader.line_num > start + 1:
                raise source.endless(start + 1)
            start, source.quotes = reader.line_num, 0
            yield row
    except csv.Error as error:
        raise source.endless(start + 1) from error


def write_csv(stream: BinaryIO, table: Iterable[Sequence[str]]) -> None:
    """Write rows as UTF-8 CSV, each as it comes."""
    text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="", write_through=False)
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in table)
    text.flush()
    text.detach()


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    One set to Indonesian parts cells at semicolons, so that a formula may stand behind one, too.
    """
    apart = cell[:1] + INNER_FORMULA.sub(r"\1'", cell[1:])
    return f"'{apart}" if FORMULA.match(apart) else apart
