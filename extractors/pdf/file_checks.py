"""The first look at a file, without parsing it: is it there, is it a PDF, and if not, what is it?"""

from io import BufferedReader
from pathlib import Path

from selaras.models.errors import InputError, MissingFileError, UnreadableDocumentError
from selaras.models.messages import message

# The header of a PDF may stand behind other bytes, but within the first 1024 (ISO 32000-1, annex H.3).
_HEAD = 1024
_PDF = b"%PDF-"

# First bytes of what is found with the ending .pdf though it is something else.
_FORMATS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"PK\x03\x04", "ZIP (docx, xlsx, pptx)"),
    (b"\xd0\xcf\x11\xe0", "OLE (doc, xls, ppt)"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"%!PS", "PostScript"),
)
_MARKUP = ((b"<html", "HTML"), (b"<!doctype html", "HTML"), (b"<?xml", "XML"))


def open_document(path: Path) -> BufferedReader:
    """Open a file that looks like a PDF. Raises MissingFileError or UnreadableDocumentError."""
    refuse_pipe(path)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise missing_file(path, error) from error
    problem = _problem(str(path), stream.read(_HEAD))
    if problem:
        stream.close()
        raise problem
    stream.seek(0)
    return stream


def refuse_pipe(path: Path) -> None:
    """Raise MissingFileError for what is no file, and would keep us waiting for its first byte."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise MissingFileError(message("error.no_regular_file", file=path))


def missing_file(path: Path, error: OSError) -> MissingFileError:
    """The error for a file that cannot be opened."""
    if path.is_dir():
        return MissingFileError(message("error.is_folder", file=path))
    code = "error.no_permission" if isinstance(error, PermissionError) else "error.missing_file"
    return MissingFileError(message(code, file=path))


def _problem(file: str, head: bytes) -> InputError | None:
    if not head:
        return UnreadableDocumentError(message("error.empty_file", file=file))
    if _PDF in head:
        return None
    looks = looks_like(head)
    if looks is None:
        return UnreadableDocumentError(message("error.not_pdf", file=file))
    return UnreadableDocumentError(message("error.other_format", file=file, format=looks))


def looks_like(head: bytes) -> str | None:
    """Name the format by the first bytes of a file; None where they tell nothing."""
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    known = [name for magic, name in _FORMATS if head.startswith(magic)]
    return next(iter(known + [name for mark, name in _MARKUP if text.startswith(mark)]), None)
