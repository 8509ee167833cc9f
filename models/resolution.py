"""From guesses what a name stands for to one answer with its chance and its reason, or to none."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.concepts import Label, LabelKind
from selaras.models.meanings import DECIDED, WeighedMeaning
from selaras.models.messages import Message, message

LIKELY = 0.5
EXACT = 0.995
# The chance that a label of a given nearness is the right one: even at MIDDLE, growing with STEEPNESS.
MIDDLE, STEEPNESS = 0.72, 12.0
RIVAL_ROOM = 0.1  # a lead over the next outcome from which on that outcome costs nothing
WORTH_SHOWING = 0.05
SURE_OF_NONE = 0.97  # a name may mean what no label of the catalogue says


@dataclass(frozen=True, slots=True)
class Guess:
    """The nearest label of one outcome; `code` is empty where the outcome is no concept of the catalogue."""

    code: str
    label: Label
    score: float
    name: str = ""  # the preferred label of the concept
    mended: bool = False  # whether the words were compared only after their spelling was mended

    @property
    def chance(self) -> float:
        """The chance of this outcome if no other came near."""
        return 1 / (1 + math.exp(STEEPNESS * (MIDDLE - self.score)))


@dataclass(frozen=True, slots=True)
class Resolution:
    """The concept that a name stands for, or None, how sure this answer is, and why."""

    code: str | None
    probability: float
    reason: Message
    candidates: tuple[
        tuple[str, float], ...
    ] = ()  # codes that were thought of, with their chances, best first


def decide(guesses: Sequence[Guess], allowed: Callable[[str], bool]) -> Resolution:
    """Choose among guesses, best first: the code of the best if it is allowed and likelier than not."""
    if not guesses:
        return Resolution(None, SURE_OF_NONE, message("resolve.unknown"))
    best, rival = guesses[0], guesses[1] if len(guesses) > 1 else None
    chances = {guess.code: _chance(guess, guesses) for guess in guesses if allowed(guess.code)}
    shown = tuple((code, round(chance, 3)) for code, chance in chances.items() if chance >= WORTH_SHOWING)[:5]
    chance = chances.get(best.code, 0.0)
    if chance >= LIKELY:
        return Resolution(best.code, round(chance, 3), _why(best), shown)
    unlikelihood = round(SURE_OF_NONE * (1 - max(chances.values(), default=0.0)), 3)
    return Resolution(None, unlikelihood, _why_not(best, rival, allowed), shown)


def settle(
    abbreviation: str, weighed: Sequence[WeighedMeaning], allowed: Callable[[str], bool]
) -> Resolution:
    """The answer for an abbreviation of several meanings, likeliest first: one of them, or left open."""
    codes = tuple((one.meaning.code, round(one.chance, 3)) for one in weighed if one.meaning.code)
    best = weighed[0]
    if best.chance < DECIDED:
        listed = ", ".join(f"{one.meaning.name} ({one.meaning.code or '-'})" for one in weighed)
        reason = message("resolve.ambiguous_abbreviation", name=abbreviation.upper(), meanings=listed)
        return Resolution(None, round(1 - best.chance, 3), reason, codes)
    reason = message(
        f"resolve.meant_by_{best.evidence or 'usage'}", name=abbreviation.upper(), label=best.meaning.name
    )
    known = best.meaning.code if allowed(best.meaning.code) else None
    if best.meaning.code and not known:
        reason = message("resolve.other_source_exact", label=best.meaning.name, concept=best.meaning.code)
    return Resolution(known, round(best.chance, 3), reason, codes)


def several_measures(codes: Mapping[str, float]) -> Resolution:
    """The answer for a name that holds those of several measures, with the chance of each by itself."""
    chances = tuple((code, round(chance / len(codes), 3)) for code, chance in codes.items())
    reason = message("resolve.several_measures", codes=", ".join(codes))
    return Resolution(None, SURE_OF_NONE, reason, chances)


def _chance(guess: Guess, guesses: Sequence[Guess]) -> float:
    """The chance of an outcome, less where another comes near it or is ahead."""
    others = [other.score for other in guesses[:2] if other is not guess]  # guesses come best first
    lead = (guess.score - max(others, default=0.0)) / RIVAL_ROOM
    return guess.chance * min(1.0, max(0.0, 0.5 + lead / 2))


def _why(best: Guess) -> Message:
    form = "regional" if best.label.kind is LabelKind.REGIONAL else "label"
    return message(f"resolve.{_nearness(best)}_{form}", label=best.label.text, score=_percent(best))


def _nearness(best: Guess) -> str:
    """A name that only mending makes equal is near: what was meant is a guess."""
    if best.score < EXACT:
        return "near"
    return "mended" if best.mended else "exact"


def _why_not(best: Guess, rival: Guess | None, allowed: Callable[[str], bool]) -> Message:
    if best.chance < LIKELY:
        return message("resolve.too_far", label=best.label.text, score=_percent(best))
    if best.label.kind is LabelKind.FALSE_FRIEND:
        return message("resolve.false_friend", label=best.label.text, concept=best.label.code)
    if not best.code:
        return message("resolve.no_code", label=best.label.text)
    if rival and rival.label.text.casefold() == best.label.text.casefold():
        return message("resolve.ambiguous", label=_named(best), other=_named(rival))
    if rival is None or not allowed(best.code):
        return _not_asked_for(best)
    return message("resolve.ambiguous", label=best.label.text, other=rival.label.text)


def _named(guess: Guess) -> str:
    """A concept apart from another that bears the same label; the outcome without a code has no name."""
    return f"{guess.name} ({guess.code})" if guess.code else guess.label.text


def _not_asked_for(best: Guess) -> Message:
    """Why a concept of a source that was not asked for is no answer: its code, and how to get it."""
    known = "near" if best.mended or best.score < EXACT else "exact"
    return message(f"resolve.other_source_{known}", label=best.name or best.label.text, concept=best.code)


def _percent(guess: Guess) -> str:
    return f"{guess.score:.0%}"
