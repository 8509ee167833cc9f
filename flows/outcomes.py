"""What became of each file of a batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from selaras.flows.yields import NOTHING, Yield
from selaras.models.documents import PlanningDocument
from selaras.models.errors import SelarasError
from selaras.models.messages import Message, message


@dataclass(frozen=True, slots=True)
class Source:
    """A file whose content is known by its hash."""

    path: Path
    sha256: str


class State(StrEnum):
    """What was done with a file."""

    STORED = "stored"  # read for the first time
    REPLACED = "replaced"  # read again by a newer version
    KNOWN = "known"  # nothing to do
    SAME = "same"  # another file of the batch has the same content
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its document and yield where it is in the store now, or why it is not."""

    path: Path
    state: State
    document: PlanningDocument | None = None
    given: Yield = NOTHING
    problem: Message | None = None


def failed(path: Path, problem: Message) -> Outcome:
    """The outcome of a file that could not be read."""
    return Outcome(path, State.FAILED, problem=problem)


def any_failed(outcomes: Iterable[Outcome]) -> bool:
    """Tell whether a batch had failures."""
    return any(outcome.state is State.FAILED for outcome in outcomes)


def explain(path: Path, error: Exception) -> Message:
    """Why a file failed; an error that nobody foresaw is named by its kind, for a report to the authors."""
    if isinstance(error, SelarasError):
        return error.message
    detail = " ".join(str(error).split())[:200]
    return message("error.unexpected", file=path, kind=type(error).__name__, detail=detail)
