"""Plain text as pages: a form feed ends a page; UTF-8, UTF-16 with its mark, or Windows-1252."""

import codecs
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from selaras.extractors.pdf.file_checks import looks_like, missing_file, refuse_pipe
from selaras.models.errors import LimitExceededError, UnreadableDocumentError
from selaras.models.messages import message

ENDINGS = frozenset({".txt", ".text"})
PAGE_END = "\f"
# Characters of one page: a book without form feeds is one page, and no page of a plan is that long.
LONGEST_PAGE = 5_000_000
_HEAD = 1024
_STEP = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_text_file(path: Path) -> bool:
    """Whether the name says that a file is plain text."""
    return path.suffix.casefold() in ENDINGS


def read_text_pages(path: Path) -> Iterator[str]:
    """Open a text file and give its pages one by one; line ends become LF.

    Raises MissingFileError and UnreadableDocumentError (empty, or no text at all) at once, and
    LimitExceededError when it comes to a page that is too long.
    """
    refuse_pipe(path)
    try:
        encoding = find_encoding(path)
    except OSError as error:
        raise missing_file(path, error) from error
    return _read(path, encoding)


def _read(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors="replace", newline=None) as stream:
        yield from _pages(stream, path)


def find_encoding(path: Path) -> str:
    """The encoding of a text file, told by its mark or by whether all of it is UTF-8."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        _refuse(path, head)
        if head.startswith(_UTF16):
            return "utf-16"
        stream.seek(0)
        return "utf-8-sig" if _is_utf8(stream) else "cp1252"


def _is_utf8(stream: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(_STEP):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _refuse(path: Path, head: bytes) -> None:
    if not head:
        raise UnreadableDocumentError(message("error.empty_file", file=path))
    looks = "PDF" if head.startswith(b"%PDF-") else looks_like(head)
    if looks:
        raise UnreadableDocumentError(message("error.text_other_format", file=path, format=looks))
    if b"\0" in head and not head.startswith(_UTF16):
        raise UnreadableDocumentError(message("error.not_text", file=path))


def _pages(stream: TextIOWrapper, path: Path) -> Iterator[str]:
    parts: list[str] = []
    length = 0
    while chunk := stream.read(_STEP):
        first, *rest = chunk.split(PAGE_END)
        parts.append(first)
        for part in rest:
            yield "".join(parts)
            parts, length = [part], 0
        length += len(parts[-1])
        if length > LONGEST_PAGE:
            raise LimitExceededError(message("error.text_page_too_long", file=path, limit=LONGEST_PAGE))
    # Behind the last form feed there is a page only where something is printed on it.
    if not "".join(parts).isspace() and any(parts):
        yield "".join(parts)
