"""Which PDF files a list of paths names: files as they are, folders with all that lies below them."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from selaras.models.errors import InputError, MissingFileError
from selaras.models.messages import Message, message

ENDING = ".pdf"


@dataclass(frozen=True, slots=True)
class Walk:
    """The files found, sorted and each named once, and the folders that could not be looked into."""

    files: tuple[Path, ...]
    problems: tuple[Message, ...] = ()


def find_pdfs(paths: Iterable[Path]) -> Walk:
    """Find the PDF files that paths name.

    Raises MissingFileError for a path that is not there, and InputError where there is no PDF at all.
    """
    given = list(paths)
    problems: list[Message] = []
    found = {file for path in given for file in _walk(path, problems)}
    if not found and not problems:
        raise InputError(message("error.no_pdfs", place=", ".join(map(str, given))))
    return Walk(tuple(_each_once(sorted(found))), tuple(problems))


def _walk(path: Path, problems: list[Message]) -> Iterator[Path]:
    if S_ISDIR(_mode(path)):
        yield from _walk_folder(path, problems)
    else:
        yield path


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        raise missing(path, error) from error


def _walk_folder(top: Path, problems: list[Message]) -> Iterator[Path]:
    """Yield the PDF files below a folder; links are followed, but no folder is looked into twice."""

    def note(error: OSError) -> None:
        problems.append(message("error.unreadable_folder", place=error.filename))

    seen: set[str] = set()
    for folder, below, names in os.walk(top, onerror=note, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            below.clear()
            continue
        seen.add(real)
        below.sort()
        yield from (file for name in names if is_pdf_file(file := Path(folder, name)))


def is_pdf_file(path: Path) -> bool:
    """Tell whether a path is a regular file (no pipe, no device) that is called .pdf."""
    if path.suffix.casefold() != ENDING:
        return False
    try:
        return S_ISREG(path.stat().st_mode)
    except OSError:  # a link to nothing
        return False


def _each_once(files: Iterable[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for file in files:
        real = file.resolve()
        if real not in seen:
            seen.add(real)
            yield file


def read_hash(path: Path) -> str:
    """The SHA-256 of a file's content. Raises MissingFileError where it cannot be read."""
    if not S_ISREG(_mode(path)):  # a pipe would keep us waiting for ever
        raise MissingFileError(message("error.no_regular_file", file=path))
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise missing(path, error) from error


def missing(path: Path, error: Exception) -> MissingFileError:
    """The error for a file that cannot be read."""
    code = "error.no_permission" if isinstance(error, PermissionError) else "error.missing_file"
    return MissingFileError(message(code, file=path))
