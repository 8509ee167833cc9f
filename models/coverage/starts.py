"""Which statement a person means: by its code, id, printed number, kind and number, or words of its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from selaras.models.ids import fold

NEAREST = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A statement with the names by which a person may call it, and its text."""

    node: str
    names: tuple[str, ...]
    text: str


def find_named(query: str, entries: Sequence[Named]) -> list[Named]:
    """The statements that a query may mean: those of this name, else those whose text has all its words.

    A text that is the query wins over longer ones. Nothing where nothing fits.
    """
    asked = fold(query)
    if not asked:
        return []
    named = [one for one in entries if asked in map(fold, one.names)]
    if named:
        return named
    words = asked.split()
    texts = [one for one in entries if all(word in f" {fold(one.text)} ".split() for word in words)]
    return [one for one in texts if fold(one.text) == asked] or texts


def nearest(query: str, entries: Sequence[Named]) -> list[Named]:
    """The statements whose names or texts are the most like a query that means none."""
    asked = fold(query)
    return sorted(entries, key=lambda one: (-_likeness(asked, one), one.names))[:NEAREST]


def _likeness(asked: str, one: Named) -> float:
    """The share of the words of the query in the text, or how alike the query and a name are spelt."""
    words = set(asked.split())
    shared = len(words & set(fold(one.text).split())) / len(words) if words else 0.0
    return max(shared, *(SequenceMatcher(None, asked, fold(name)).ratio() for name in one.names), 0.0)
