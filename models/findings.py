"""What a check found."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.messages import Message
from selaras.models.passages import Passage


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found: rule, severity, what it is about, the proof, the remedy, the legal basis."""

    rule: str
    severity: Severity
    message: Message
    subjects: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    remedy: Message | None = None
    basis: str | None = None
