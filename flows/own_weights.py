"""Weights of the scorer that were learned from the decisions of this home, in `link_weights.toml`.

They count only as long as the packaged weights that they were pulled from are the same: a new version of
Selaras measures otherwise, and what was learned before says nothing of it.
"""

import hashlib
import json
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.models.alignment.scoring import LinkWeights, build_weights, load_weights, weights_table
from selaras.models.decisions.learning import Lesson
from selaras.models.errors import InputError
from selaras.models.messages import message

LARGEST = 1e6  # beyond which a weight is damage


@dataclass(frozen=True, slots=True)
class OwnWeights:
    """Learned weights, from how many decisions, and whether they count with this version of Selaras."""

    weights: LinkWeights
    decisions: int
    counts: bool


def link_weights(path: Path) -> LinkWeights:
    """The weights to link with: those learned where there are any that count, else the packaged ones.

    Raises InputError for a damaged file.
    """
    own = read_own_weights(path)
    return own.weights if own and own.counts else load_weights()


def read_own_weights(path: Path) -> OwnWeights | None:
    """What was learned; None where nothing was. Raises InputError for a damaged file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        learned = table["learned"]
        weights = build_weights(table)
        _check(weights)
        return OwnWeights(weights, int(learned["decisions"]), learned["base"] == _base())
    except FileNotFoundError:
        return None
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise InputError(message("error.own_weights", file=path)) from error


def write_own_weights(path: Path, lesson: Lesson) -> None:
    """Keep what was learned. Raises OutputError."""
    if lesson.weights is None or lesson.after is None:
        raise ValueError("nothing was learned")
    tables: dict[str, dict[str, float]] = weights_table(lesson.weights)
    lines = [
        "# Weights of the link scorer, learned by `selaras review learn` from the decisions of this home."
    ]
    for name, table in (*tables.items(), ("held_out", asdict(lesson.after))):
        lines += ["", f"[{name}]", *(f"{key} = {value!r}" for key, value in table.items())]
    lines += ["", "[learned]", f"decisions = {lesson.confirmed + lesson.rejected}", f'base = "{_base()}"']
    with atomic_file(path) as stream:
        stream.write(("\n".join(lines) + "\n").encode())


def forget_own_weights(path: Path) -> bool:
    """Go back to the packaged weights; tells whether there was anything to forget."""
    known = path.exists()
    path.unlink(missing_ok=True)
    return known


def _check(weights: LinkWeights) -> None:
    for table in weights_table(weights).values():
        for value in table.values():
            if not abs(value) < LARGEST:  # a text raises TypeError, and nan is not smaller
                raise ValueError(f"a weight is {value!r}")


def _base() -> str:
    """What changes where the packaged weights do."""
    return hashlib.sha256(json.dumps(weights_table(load_weights())).encode()).hexdigest()[:16]
