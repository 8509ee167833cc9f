"""What changed at an end of a decided link, and which words of its text.

>>> [(part.mark.value, part.text) for part in word_diff("Pesisir yang bersih", "Pesisir yang lestari")]
[('same', 'Pesisir yang'), ('old', 'bersih'), ('new', 'lestari')]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from selaras.models.decisions.ends import End
from selaras.models.ids import fold


class Fact(StrEnum):
    """What may change."""

    KIND = "kind"
    TEXT = "text"
    UNIT = "unit"
    BASELINE = "baseline"
    TARGETS = "targets"


class Mark(StrEnum):
    """Where a part of two texts stands: in both, in the old one only, in the new one only."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Part:
    """Words next to each other that stand in the same of two texts."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that was one thing when the decision was made and is another now."""

    fact: Fact
    old: str
    new: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """The two, word by word."""
        return word_diff(self.old, self.new)


def find_changes(old: End, new: End) -> tuple[Change, ...]:
    """What changed between two readings; blanks, case and commas are no change, nor is another number."""
    facts = zip(_facts(old), _facts(new), strict=True)
    return tuple(Change(fact, was, now) for (fact, was), (_, now) in facts if is_changed(fact, was, now))


def is_changed(fact: Fact, old: str, new: str) -> bool:
    """Tell whether a fact is another one. In words only letters count; in values and units signs do, too."""
    plain = fold if fact is Fact.TEXT else _without_blanks
    return plain(old) != plain(new)


def word_diff(old: str, new: str) -> tuple[Part, ...]:
    """Two texts word by word, in reading order; what went stands before what came."""
    return tuple(_parts(old.split(), new.split()))


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    for name, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            yield Part(Mark.SAME, " ".join(old[start:end]))
            continue
        if end > start:
            yield Part(Mark.OLD, " ".join(old[start:end]))
        if stop > begin:
            yield Part(Mark.NEW, " ".join(new[begin:stop]))


def _facts(end: End) -> tuple[tuple[Fact, str], ...]:
    return (
        (Fact.KIND, end.kind),
        (Fact.TEXT, end.text),
        (Fact.UNIT, end.unit or ""),
        (Fact.BASELINE, end.baseline or ""),
        (Fact.TARGETS, "; ".join(end.targets)),
    )


def _without_blanks(text: str) -> str:
    return "".join(text.casefold().split())
