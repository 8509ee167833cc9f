"""Guesses of kinds: what they may be, how sure they are, and how those of one document settle each other."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 1e-6  # no guess is so sure that others could not change it


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


def pool_guesses(texts: Sequence[str], guesses: Sequence[KindGuess]) -> list[KindGuess]:
    """Multiply each guess with the geometric mean of those for texts with the same first word."""
    alike: defaultdict[str, list[KindGuess]] = defaultdict(list)
    for text, guess in zip(texts, guesses, strict=True):
        alike[_first_word(text)].append(guess)
    means = {word: _mean(found) for word, found in alike.items()}
    return [
        _settle(guess, means[_first_word(text)]) if len(alike[_first_word(text)]) > 1 else guess
        for text, guess in zip(texts, guesses, strict=True)
    ]


def _first_word(text: str) -> str:
    found = _FIRST_WORD.search(text)
    return found[0].casefold() if found else ""


def _mean(guesses: Sequence[KindGuess]) -> Mapping[PassageKind, float]:
    """The mean logarithm of the chance of each kind."""
    return {
        kind: sum(_log(guess, kind) for guess in guesses) / len(guesses) for kind in guesses[0].probabilities
    }


def _settle(guess: KindGuess, mean: Mapping[PassageKind, float]) -> KindGuess:
    weights = {kind: math.exp(_log(guess, kind) + mean[kind]) for kind in guess.probabilities}
    whole = sum(weights.values())
    return make_guess(tuple(weights), [weight / whole for weight in weights.values()])


def _log(guess: KindGuess, kind: PassageKind) -> float:
    return math.log(guess.probabilities[kind] + _LEAST)
