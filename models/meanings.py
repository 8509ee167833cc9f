"""Abbreviations that mean several things: what stands beside them tells which one, or it is left open.

Each thing that speaks for a meaning adds to its log odds; the weights are by judgement, since no set of names
with their surroundings is at hand to fit them. One neighbour that speaks for a meaning is not enough.

>>> meanings = load_catalogue().meanings["irb"]
>>> found = weigh("irb", meanings, NameContext(agency="BPBD"), None)
>>> found[0].meaning.code, found[0].chance > DECIDED
('IUP44', True)
"""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from selaras.models.concepts import Concept
from selaras.models.indicator_names import UnitKind, unit_kind, units_conflict
from selaras.models.indicators import Direction
from selaras.models.name_context import NameContext

DECIDED = 0.8  # the chance from which on a meaning is taken
SUREST = 0.95
LOOSE_TOPIC = 5  # letters from which a topic is looked for inside longer words
WHOLE = "="  # before a topic that is looked for as a whole word whatever its length
NARROWER_AT_MOST = 3.0  # log odds that a value may give to the narrower of two scales
OFF_SCALE = -4.0
USUAL_SCALE = (0.0, 100.0)
MOST_NEIGHBOURS = 3
SCALE = re.compile(r"\b(\d{1,3})\s*(?:-|–|s\.?d\.?|sampai)\s*(\d{1,3})\b")


class Evidence(StrEnum):
    """What may speak for a meaning."""

    DEFINITION = "definition"  # the abbreviation stands in brackets behind the meaning
    NAME = "name"  # other words of the name itself
    AGENCY = "agency"
    STATEMENT = "statement"
    NEIGHBOURS = "neighbours"
    UNIT = "unit"
    VALUES = "values"
    DIRECTION = "direction"


WEIGHTS = {
    Evidence.DEFINITION: 4.0,
    Evidence.NAME: 2.5,
    Evidence.AGENCY: 2.0,
    Evidence.STATEMENT: 1.6,
    Evidence.NEIGHBOURS: 0.75,  # for each, up to MOST_NEIGHBOURS
    Evidence.UNIT: 2.0,
    Evidence.DIRECTION: 1.5,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that an abbreviation stands for; `code` is empty where it is no concept of the catalogue."""

    code: str
    name: str
    topics: re.Pattern[str] | None = None
    unit: UnitKind | None = UnitKind.SCORE
    scale: tuple[float, float] | None = None
    direction: Direction | None = None
    prior: float = 0.0


@dataclass(frozen=True, slots=True)
class WeighedMeaning:
    """A meaning, its chance among all of the abbreviation, and what spoke for it most."""

    meaning: Meaning
    chance: float
    evidence: Evidence | None


Weights = dict[Evidence, float]


def weigh(
    abbreviation: str, meanings: Sequence[Meaning], context: NameContext, unit: str | None, words: str = ""
) -> list[WeighedMeaning]:
    """The meanings with their chances, the likeliest first; `words` are others of the name itself."""
    weights = [_evidence(abbreviation, meaning, context, unit, words) for meaning in meanings]
    odds = [meaning.prior + sum(found.values()) for meaning, found in zip(meanings, weights, strict=True)]
    total = sum(math.exp(one) for one in odds)
    weighed = [
        WeighedMeaning(meaning, min(math.exp(one) / total, SUREST), _strongest(found))
        for meaning, found, one in zip(meanings, weights, odds, strict=True)
    ]
    return sorted(weighed, key=lambda found: -found.chance)


def _strongest(weights: Weights) -> Evidence | None:
    kind = max(weights, key=lambda kind: weights[kind], default=None)
    return kind if kind and weights[kind] > 0 else None


def _evidence(
    abbreviation: str, meaning: Meaning, context: NameContext, unit: str | None, words: str
) -> Weights:
    """What speaks for a meaning, in log odds, and against it, below 0."""
    found = {
        Evidence.NAME: WEIGHTS[Evidence.NAME] * _speaks(meaning, words),
        Evidence.AGENCY: WEIGHTS[Evidence.AGENCY] * _speaks(meaning, context.agency),
        Evidence.STATEMENT: WEIGHTS[Evidence.STATEMENT] * _speaks(meaning, context.statement),
        Evidence.NEIGHBOURS: WEIGHTS[Evidence.NEIGHBOURS] * _speaking_neighbours(meaning, context),
        Evidence.DEFINITION: WEIGHTS[Evidence.DEFINITION] * _is_defined(abbreviation, meaning, context),
        Evidence.UNIT: -WEIGHTS[Evidence.UNIT] * units_conflict(unit_kind(unit), meaning.unit),
        Evidence.VALUES: _on_scale(meaning, context.values, unit or ""),
        Evidence.DIRECTION: WEIGHTS[Evidence.DIRECTION] * _same_direction(meaning, context),
    }
    return {kind: weight for kind, weight in found.items() if weight}


def _speaks(meaning: Meaning, text: str) -> bool:
    return bool(meaning.topics and text and meaning.topics.search(text.casefold()))


def _speaking_neighbours(meaning: Meaning, context: NameContext) -> int:
    """How many neighbours speak of the topics; one that is the measure itself, spelled out, does not."""
    name = meaning.name.casefold()
    others = (text for text in context.neighbours if name not in text.casefold())
    return min(sum(_speaks(meaning, text) for text in others), MOST_NEIGHBOURS)


def _is_defined(abbreviation: str, meaning: Meaning, context: NameContext) -> bool:
    """Whether the meaning stands somewhere near with the abbreviation in brackets: "... Kebudayaan (IPK)"."""
    wanted = re.compile(rf"{re.escape(meaning.name.casefold())}[^()]{{0,40}}\({re.escape(abbreviation)}\)")
    return any(wanted.search(text.casefold()) for text in (context.statement, *context.neighbours))


def _on_scale(meaning: Meaning, values: Sequence[float], unit: str) -> float:
    """More for the narrower of two scales that hold the values; those of a scale in the unit count, too."""
    printed = SCALE.search(unit)
    known = (*values, *(map(float, printed.groups()) if printed else ()))
    if not known:
        return 0.0
    low, high = meaning.scale or USUAL_SCALE
    if min(known) < low or max(known) > high:
        return OFF_SCALE
    return NARROWER_AT_MOST * (1 - min(math.log10(high - low), 2.0) / 2)


def _same_direction(meaning: Meaning, context: NameContext) -> int:
    """1 where the values go the way that is better for the meaning, -1 where they go the other."""
    given = context.direction or _trend(context.values)
    return 0 if given is None or meaning.direction is None else 1 if given is meaning.direction else -1


def _trend(values: Sequence[float]) -> Direction | None:
    """Which way values go that only rise or only fall: targets go where it is better."""
    steps = [later - earlier for earlier, later in pairwise(values) if later != earlier]
    if not steps or not (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
        return None
    return Direction.UP if steps[0] > 0 else Direction.DOWN


Meanings = Mapping[str, tuple[Meaning, ...]]


def read_meanings(concepts: Mapping[str, Concept]) -> dict[str, tuple[Meaning, ...]]:
    """Read the packaged meanings, by the abbreviation in small letters."""
    return {
        short.casefold(): tuple(_meaning(row, concepts) for row in rows)
        for short, rows in _read_file().items()
    }


@cache
def _read_file() -> Mapping[str, list[dict[str, Any]]]:
    source = files("selaras.models").joinpath("data", "abbreviation_meanings.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _meaning(row: Mapping[str, Any], concepts: Mapping[str, Concept]) -> Meaning:
    concept = concepts.get(row.get("code", ""))
    return Meaning(
        code=concept.code if concept else "",
        name=row["name"],
        topics=_topics(row["topics"]),
        unit=unit_kind(row.get("unit", "indeks")),
        scale=tuple(row["scale"]) if "scale" in row else None,
        direction=_direction(concept),
        prior=row.get("prior", 0.0),
    )


def plain_meaning(concept: Concept) -> Meaning:
    """The meaning of a concept of which nothing else is known."""
    return Meaning(
        concept.code, concept.label_id, unit=unit_kind(concept.unit), direction=_direction(concept)
    )


def _direction(concept: Concept | None) -> Direction | None:
    return Direction(concept.direction) if concept and concept.direction in set(Direction) else None


def _topics(listed: str) -> re.Pattern[str]:
    topics = (" ".join(topic.split()) for topic in listed.split(","))
    return re.compile("|".join(_topic(topic) for topic in topics if topic))


def _topic(topic: str) -> str:
    word = topic.removeprefix(WHOLE)
    loose = not topic.startswith(WHOLE) and len(word) >= LOOSE_TOPIC
    return re.escape(word) if loose else rf"\b{re.escape(word)}\b"
