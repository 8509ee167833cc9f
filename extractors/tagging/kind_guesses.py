"""Guesses of kinds: what they may be, and how sure they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """Kinds that wording can tell; an activity may be a sub-activity (sub kegiatan), too."""

    VISION = "VISION"  # visi
    MISSION = "MISSION"  # misi
    GOAL = "GOAL"  # tujuan
    OBJECTIVE = "OBJECTIVE"  # sasaran
    STRATEGY = "STRATEGY"  # strategi
    POLICY_DIRECTION = "POLICY_DIRECTION"  # arah kebijakan
    PROGRAM = "PROGRAM"  # program
    ACTIVITY = "ACTIVITY"  # kegiatan, sub kegiatan
    INDICATOR = "INDICATOR"  # indikator
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The likeliest kind of a passage, how likely it is (0 to 1), and the same for every kind."""

    kind: PassageKind
    probability: float
    probabilities: Mapping[PassageKind, float]


def make_guess(kinds: Sequence[PassageKind], chances: Sequence[float]) -> KindGuess:
    """A guess of the chances of kinds, in their order."""
    probabilities = dict(zip(kinds, chances, strict=True))
    kind = max(kinds, key=probabilities.__getitem__)
    return KindGuess(kind, probabilities[kind], probabilities)
