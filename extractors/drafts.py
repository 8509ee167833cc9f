"""What tables and prose yield before ids are made: statements and indicators with their place on the page.

A draft knows its parent by `StatementKey`: two mentions of one statement have one key.
"""

from dataclasses import dataclass

from selaras.models.ids import fold
from selaras.models.messages import Message
from selaras.models.passages import Box
from selaras.models.plans import ReadingWarning
from selaras.models.statements import StatementKind


@dataclass(frozen=True, slots=True)
class StatementKey:
    """What makes two mentions the same statement of a document."""

    kind: StatementKind
    text: str  # folded, without blanks: justified cells lose them


@dataclass(frozen=True, slots=True)
class Place:
    """A page from 1 and the boxes of lines or cells on it; `confidence` as of the least sure of them."""

    page: int
    boxes: tuple[Box, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """A statement as it was found at one place; `kind_probability` as of a `Statement`."""

    kind: StatementKind
    text: str
    place: Place
    number: str | None = None
    parent: StatementKey | None = None
    owner: str | None = None
    kind_probability: float | None = None

    @property
    def key(self) -> StatementKey:
        """Kind and folded text, without blanks; "&" is "dan"."""
        return StatementKey(self.kind, fold(self.text.replace("&", " dan ")).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """A printed value with its year, None where no year is printed or resolved; confidence as of a place."""

    year: int | None
    text: str
    final: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """An indicator as it was found at one place; `doubt` says what of it was not understood.

    `decimal_mark` is the one that the numbers of its row show, or of its table: `,`, `.` or None.
    A `mention` in running text counts only where the document prints it nowhere else, or with other values.
    """

    name: str
    place: Place
    unit: str | None = None
    statement: StatementKey | None = None
    baseline: ValueDraft | None = None
    targets: tuple[ValueDraft, ...] = ()
    decimal_mark: str | None = None
    doubt: Message | None = None
    mention: bool = False

    @property
    def values(self) -> tuple[ValueDraft, ...]:
        """The baseline, if any, and the targets."""
        return (self.baseline, *self.targets) if self.baseline else self.targets


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one part of a document yielded, in reading order."""

    statements: tuple[StatementDraft, ...] = ()
    indicators: tuple[IndicatorDraft, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
