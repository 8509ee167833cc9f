"""Guesses for the texts of one document that settle each other: a plan words all its objectives alike."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from selaras.extractors.tagging.kind_guesses import KindGuess, PassageKind, make_guess

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 1e-6  # no guess is so sure that others could not change it


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
