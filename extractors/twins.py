"""Statements that differ only by a misprint or an ending are one: "Meningkatnya mutu", "Meningkatkan mutu".

Word by word, two statements of one kind are twins if each pair of words is equal, or long, alike and equal at
its start; numbers and short words must be equal, and no word may be added: "ibu" and "ibu hamil" differ.
"""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz

from selaras.extractors.drafts import StatementDraft, StatementKey
from selaras.models.ids import fold
from selaras.models.statements import StatementKind

SAME_START = 6  # letters
ALIKE = 78.0  # per cent; "meningkatnya" and "meningkatkan" are 83, "pengelolaan" and "pengelompokan" 75
MISPRINT = 92.0  # one letter in eleven
MOST_DIFFERENT = 2  # words


def find_twins(drafts: Iterable[StatementDraft]) -> Mapping[StatementKey, StatementKey]:
    """Return, for each key, the key of the first statement that it repeats; its own where it is the first."""
    groups: dict[tuple[StatementKind, tuple[str, ...]], list[tuple[StatementKey, list[str]]]] = {}
    twins: dict[StatementKey, StatementKey] = {}
    for draft in drafts:
        if draft.key in twins:
            continue
        words = fold(draft.text).split()
        others = groups.setdefault((draft.kind, tuple(word[:2] for word in words)), [])
        first = next((key for key, printed in others if are_twins(words, printed)), draft.key)
        twins[draft.key] = first
        if first == draft.key:
            others.append((draft.key, words))
    return twins


def are_twins(words: list[str], others: list[str]) -> bool:
    """Whether two statements, as lists of folded words, say the same but for misprints and endings."""
    if len(words) != len(others) or len(words) < 3:
        return words == others
    different = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
    return len(different) <= MOST_DIFFERENT and all(_are_alike(word, other) for word, other in different)


def _are_alike(word: str, other: str) -> bool:
    if min(len(word), len(other)) <= SAME_START:
        return False
    alike = fuzz.ratio(word, other)
    return alike >= MISPRINT or (alike >= ALIKE and word[:SAME_START] == other[:SAME_START])
