"""The files of a pipeline that somebody saved, before anything of them is understood.

Nothing here needs spaCy: a command may ask which pipeline it would use without loading one.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from selaras.models.errors import InputError
from selaras.models.messages import message

CONFIG, META = "config.cfg", "meta.json"
LONGEST_SETTINGS = 1_000_000  # bytes of config.cfg and of meta.json
LARGEST = 100_000_000  # bytes of all files that are read
MOST_FILES = 1000
UNREAD = ("vocab", "tokenizer")  # parts that spaCy saves and we do not read
SHOWN = 200  # characters of what was wrong


def pipeline_digest(folder: Path) -> str:
    """What tells this pipeline from any other: a hash of the files that are read. Raises InputError."""
    digest = hashlib.sha256()
    for path in _files(folder):
        try:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        except OSError as error:
            raise damaged(folder, error) from error
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    """The files of a saved pipeline that are read, in a fixed order."""
    if not folder.is_dir():
        raise InputError(message("error.pipeline_missing", place=folder))
    if not (folder / CONFIG).is_file() or not (folder / META).is_file():
        raise InputError(message("error.pipeline_no_pipeline", place=folder))
    found = [path for path in _walk(folder) if path.relative_to(folder).parts[0] not in UNREAD]
    if len(found) > MOST_FILES or sum(path.stat().st_size for path in found) > LARGEST:
        raise too_big(folder, LARGEST)
    return sorted(found)


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, links left out: they may lead anywhere."""
    for place, path in enumerate(folder.rglob("*")):
        if place > 10 * MOST_FILES:
            raise too_big(folder, LARGEST)
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise foreign(folder, path.name)
        if path.is_file():
            yield path


def read_settings_file(folder: Path, name: str) -> str:
    path = folder / name
    try:
        if path.stat().st_size > LONGEST_SETTINGS:
            raise too_big(path, LONGEST_SETTINGS)
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(folder, error) from error


def foreign(folder: Path, what: str) -> InputError:
    return InputError(message("error.pipeline_foreign", place=folder, what=what[:SHOWN]))


def damaged(folder: Path, error: Exception) -> InputError:
    reason = f"{type(error).__name__}: {' '.join(str(error).split())[:SHOWN]}"
    return InputError(message("error.pipeline_damaged", place=folder, reason=reason))


def too_big(place: Path, limit: int) -> InputError:
    return InputError(message("error.pipeline_too_big", place=place, limit=limit // 1_000_000))
