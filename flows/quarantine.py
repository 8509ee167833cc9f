"""Where files go that could not be read: a copy, and beside it a JSON that says why.

The names begin with the hash of the content, so the same file fails into the same place however often it is
tried, and leaves it when it is read at last.
"""

import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.plan_rows import message_from_json, params_to_json
from selaras.models.messages import Message

HASH_LENGTH = 12
LONGEST_NAME = 80
BIGGEST_COPY = 500 * 2**20  # a bigger file is named, not copied

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read, why, and when that was seen last; `copy` is None where none was kept."""

    sha256: str
    path: str
    reason: Message
    time: datetime
    copy: str | None = None


def quarantine(folder: Path, path: Path, *, sha256: str, reason: Message, trace: str = "") -> Quarantined:
    """Put a copy of a file aside, with the reason; an earlier entry for the same content is replaced.

    `trace` tells the authors where an error arose that nobody foresaw.
    """
    release(folder, sha256)
    name = f"{sha256[:HASH_LENGTH]}_{safe_name(path.name)}"
    copied = _copy(path, folder / name)
    entry = Quarantined(sha256, str(path.absolute()), reason, datetime.now(UTC), name if copied else None)
    with atomic_file(folder / f"{name}.json") as stream:
        stream.write(json.dumps(_to_json(entry) | {"trace": trace}, indent=2).encode())
    return entry


def release(folder: Path, sha256: str, path: Path | None = None) -> None:
    """Forget a content that can be read now, and what failed at a path that holds something better now."""
    place = str(path.absolute()) if path else None
    mended = (entry.sha256 for entry in list_quarantined(folder) if entry.path == place)
    for known in {sha256, *mended}:
        for file in folder.glob(f"{known[:HASH_LENGTH]}_*"):
            file.unlink(missing_ok=True)


def list_quarantined(folder: Path) -> tuple[Quarantined, ...]:
    """All entries, by path and hash; a note that is damaged is passed over."""
    entries = (_from_file(note) for note in folder.glob("*.json"))
    return tuple(sorted((entry for entry in entries if entry), key=lambda entry: (entry.path, entry.sha256)))


def safe_name(name: str) -> str:
    """A file name of plain letters that no system and no terminal takes amiss; its ending is kept."""
    plain = _UNSAFE.sub("_", name).lstrip(".")
    return plain[-LONGEST_NAME:] or "_"


def _copy(path: Path, copy: Path) -> bool:
    try:
        if path.stat().st_size > BIGGEST_COPY:
            return False
        with path.open("rb") as source, atomic_file(copy) as stream:
            shutil.copyfileobj(source, stream)
    except OSError:  # the file is gone; why it failed is kept all the same
        return False
    return True


def _to_json(entry: Quarantined) -> dict[str, object]:
    return {
        "sha256": entry.sha256,
        "path": entry.path,
        "code": entry.reason.code,
        "params": params_to_json(entry.reason),
        "time": entry.time.isoformat(),
        "copy": entry.copy,
    }


def _from_file(note: Path) -> Quarantined | None:
    try:
        data = json.loads(note.read_text(encoding="utf-8"))
        return Quarantined(
            data["sha256"],
            data["path"],
            message_from_json(data["code"], data["params"]),
            datetime.fromisoformat(data["time"]),
            data["copy"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
