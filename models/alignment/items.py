"""What can be linked: anything with a text."""

from dataclasses import dataclass

from selaras.models.statements import StatementKind


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a text that can be linked; `concepts` are the catalogue codes of what measures it."""

    id: str
    text: str
    kind: StatementKind | None = None
    unit: str | None = None
    concepts: frozenset[str] = frozenset()
