"""All that was read from one document."""

from dataclasses import dataclass

from selaras.models.documents import PlanningDocument
from selaras.models.indicators import Indicator
from selaras.models.messages import Message
from selaras.models.statements import Statement


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something that was not understood or is doubtful; page is None where it concerns the whole file."""

    message: Message
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with its statements and indicators, in reading order, and the warnings of the reading."""

    document: PlanningDocument
    statements: tuple[Statement, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
