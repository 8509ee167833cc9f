"""Statements that carry no mark at all: mottos and sentences that only their surroundings tell apart."""

from collections.abc import Sequence

from selaras.extractors.pages.page import Line
from selaras.extractors.phrases.labels import QUOTES
from selaras.models.ids import fold

MOST_MOTTO_LINES = 5
MOST_LINE_WORDS = 10


def quoted_part(text: str) -> str | None:
    """What stands between the first quotation mark and the next; None where none closes."""
    ends = [place for place, char in enumerate(text) if place and char in QUOTES]
    return text[1 : ends[0]] if ends else None


def find_explained(lines: Sequence[Line]) -> tuple[Line, ...] | None:
    """Lines of a motto that is explained word by word below: it ends where its own first word comes again.

    Without that sign nobody can tell where the motto ends, and nothing is taken.
    """
    taken: list[Line] = []
    for line in lines[: MOST_MOTTO_LINES + 1]:
        folded, motto = fold(line.text), fold(" ".join(before.text for before in taken))
        if taken and f"{motto} ".startswith(f"{folded} "):
            return tuple(taken)
        if len(line.text.split()) > MOST_LINE_WORDS or line.text.rstrip().endswith((".", ":", ";", ",")):
            return None
        taken.append(line)
    return None


def find_counted(lines: Sequence[Line], count: int) -> list[tuple[Line, ...]]:
    """As many sentences as were announced ("8 misi sebagai berikut:"), each its own lines; else none."""
    sentences: list[tuple[Line, ...]] = []
    taken: list[Line] = []
    for line in lines:
        if not any(char.isalpha() for char in line.text):
            break
        taken.append(line)
        if line.text.rstrip().endswith("."):
            sentences.append(tuple(taken))
            taken = []
        if len(sentences) > count:
            return []
    return sentences if len(sentences) == count and count > 1 else []
