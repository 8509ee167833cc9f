"""Which statement stands above another in running text: by what is said, by numbers, by the last label.

`Arah kebijakan untuk Misi 1` says it; `2.1` belongs to number 2 of the kind above; under `Tujuan 1: ...` a
list of sasaran belongs to that tujuan. A list of several tujuan leaves open which of them is meant: then
nothing is linked.
"""

import re
from dataclasses import dataclass, field

from selaras.extractors.drafts import StatementDraft, StatementKey
from selaras.extractors.phrases.labels import label_words
from selaras.extractors.phrases.numbering import ROMAN, ordinal
from selaras.extractors.rows.context import RANK
from selaras.models.statements import StatementKind

Numbered = tuple[str | None, StatementKind, str]
"""Owner, kind and number in digits."""


@dataclass(slots=True)
class Lineage:
    """The statements read so far that others may stand under."""

    numbered: dict[Numbered, StatementKey] = field(default_factory=dict)
    latest: dict[StatementKind, StatementKey] = field(default_factory=dict)
    said: tuple[StatementKind, str] | None = None  # kind and number that a label or announcement names

    def note(self, draft: StatementDraft, *, labelled: bool) -> None:
        """Remember a statement; one of a list is no place for others, one with a label of its own is."""
        if draft.number:
            self.numbered[draft.owner, draft.kind, plain_number(draft.number)] = draft.key
        self.latest = {kind: key for kind, key in self.latest.items() if RANK[kind] < RANK[draft.kind]}
        if labelled:
            self.latest[draft.kind] = draft.key

    def open(self, kind: StatementKind, number: str, key: StatementKey) -> None:
        """Stand under the statement of a number; `key` where none of that number was read before."""
        known = self.numbered.setdefault((None, kind, plain_number(number)), key)
        self.latest = {other: held for other, held in self.latest.items() if RANK[other] < RANK[kind]} | {
            kind: known
        }
        self.said = None

    def close_chapter(self) -> None:
        """A new chapter stands under nothing but the vision."""
        self.latest = {kind: key for kind, key in self.latest.items() if kind is StatementKind.VISION}
        self.said = None

    def parent_of(self, kind: StatementKind, number: str | None, owner: str | None) -> StatementKey | None:
        """The statement above one of a kind; None where it is not plain."""
        above = sorted(
            (other for other in RANK if RANK[other] < RANK[kind]), key=RANK.__getitem__, reverse=True
        )
        head = (number or "").rpartition(".")[0]
        by_number = [key for other in above if head and (key := self.numbered.get((owner, other, head)))]
        if self.said and RANK[self.said[0]] < RANK[kind]:
            # "Tujuan ini melaksanakan Misi 1, dengan sasaran: 1.1 ..." stands between the two.
            nearer = (key for key in by_number if RANK[key.kind] > RANK[self.said[0]])
            return next(nearer, self.numbered.get((owner, *self.said)))
        by_place = [key for other in above if _is_next(other, kind) and (key := self.latest.get(other))]
        return next(iter([*by_number, *by_place]), None)


def plain_number(number: str) -> str:
    """A number in digits: `II`, `kedua`, `ke dua` and `2` are `2`."""
    counts, folded = label_words().counts, number.casefold()
    split = re.fullmatch(r"ke[\s-]+(\w+)", folded)
    word = split[1] if split else folded
    if word in counts:
        return str(counts[word])
    place = ordinal(word.upper()) if word.upper() in ROMAN else 0
    return str(place) if place else word


def find_reference(text: str) -> tuple[StatementKind, str] | None:
    """The one numbered statement that a text names: `untuk Misi 1`; None for several."""
    words = label_words()
    found = [
        (words.kind_named(match[0]), plain_number(number[1].strip()))
        for match in words.kind.finditer(text)
        if (number := words.number.match(text[match.end() :]))
    ]
    return found[0] if len(found) == 1 else None


def _is_next(above: StatementKind, kind: StatementKind) -> bool:
    """A vision holds missions and its targets; what stands deeper needs a nearer place."""
    return above is not StatementKind.VISION or kind in (StatementKind.MISSION, StatementKind.VISION_TARGET)
