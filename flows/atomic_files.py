"""Files that are written whole or not at all: whoever looks sees the old file or the new one."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from selaras.models.errors import OutputError
from selaras.models.messages import message


@contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its place at the end of the block, if no error ended it.

    Missing folders are made. Raises OutputError where the file cannot be written.
    """
    # In the same folder: a file can be put in place at once only within one file system.
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        _remove(part)


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The error for a place that cannot be written to."""
    return OutputError(message("error.cannot_write", file=path, reason=error.strerror or error))


def _remove(part: Path) -> None:
    # A folder that is none has no part either.
    if part.parent.is_dir():
        part.unlink(missing_ok=True)
