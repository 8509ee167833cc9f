"""Scores of guessed kinds: precision, recall and F1 of each, at three grains."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.extractors.tagging.kinds import PassageKind as Kind

_STATEMENTS = [kind for kind in Kind if kind not in (Kind.INDICATOR, Kind.OTHER)]
# What planners tell apart without asking for a label.
GRAINS: Mapping[str, Mapping[Kind, str]] = {
    "statement / indicator / other": dict.fromkeys(_STATEMENTS, "STATEMENT"),
    "what planners use": {
        Kind.GOAL: "OUTCOME (goal, objective)",
        Kind.OBJECTIVE: "OUTCOME (goal, objective)",
        Kind.STRATEGY: "DIRECTION (strategy, policy)",
        Kind.POLICY_DIRECTION: "DIRECTION (strategy, policy)",
        Kind.PROGRAM: "WORK (program, activity)",
        Kind.ACTIVITY: "WORK (program, activity)",
    },
    "every kind": {},
}


@dataclass(frozen=True, slots=True)
class Score:
    """How well one kind was found; `count` is how many there are."""

    precision: float
    recall: float
    count: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_kinds(right: Sequence[Kind], guessed: Sequence[Kind], grain: str) -> dict[str, Score]:
    """The score of each group of kinds that occurs among the right ones."""
    names = GRAINS[grain]
    pairs = Counter(
        (names.get(a, a.value), names.get(b, b.value)) for a, b in zip(right, guessed, strict=True)
    )
    return {group: _score(pairs, group) for group in _groups(names) if any(a == group for a, _ in pairs)}


def macro_f1(scores: Mapping[str, Score]) -> float:
    """The mean of the F1 of all groups: a rare kind counts as much as a frequent one."""
    return sum(score.f1 for score in scores.values()) / len(scores) if scores else 0.0


def _groups(names: Mapping[Kind, str]) -> Iterable[str]:
    return dict.fromkeys(names.get(kind, kind.value) for kind in Kind)


def _score(pairs: Mapping[tuple[str, str], int], group: str) -> Score:
    hits = pairs.get((group, group), 0)
    there = sum(count for (right, _), count in pairs.items() if right == group)
    found = sum(count for (_, guess), count in pairs.items() if guess == group)
    return Score(hits / found if found else 0.0, hits / there if there else 0.0, there)
