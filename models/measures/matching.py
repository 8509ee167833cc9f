"""Which indicators of two plans measure the same: by their code in the catalogue, or by their names.

A share is not a count and a part is not the whole: names must agree in the words that say so. Where the units
differ the link says it and is less sure, since values cannot be compared then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from selaras.models.catalogue import Catalogue
from selaras.models.concepts import Concept, ConceptSource
from selaras.models.ids import fold
from selaras.models.indicator_names import Trait, load_words, name_words, unit_kind
from selaras.models.indicators import Indicator
from selaras.models.measures.forms import forms_differ, measure_form
from selaras.models.messages import Message, message

# Probabilities by what speaks for a match. Of 197 real names that people resolved, those alike by 95 %
# or more measured the same (13 of 13 pairs); of those alike by 85 to 90 % three of five.
SAME_CONCEPT = 0.95
SAME_NAME = 0.95
NEAR_NAME = 0.8  # likeness of 95 % or more
LIKE_NAME = 0.6  # 90 % or more
UNIT_DIFFERS = 0.6  # factor
LEVEL_DIFFERS = 0.5  # factor
FORM_DIFFERS = 0.5  # factor: two forms of one national indicator are two measures
NEAREST, LEAST = 95, 90
LEVELS = frozenset({"nasional", "provinsi", "kabupaten", "kota", "desa"})
EVERY_SOURCE = frozenset(ConceptSource)
COMMON = 40  # indicators that share a word from which the word no longer finds candidates


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with what it is compared by."""

    indicator: Indicator
    concept: str | None
    words: tuple[str, ...]  # of the name, in order, without those that say little
    traits: tuple[str, ...]  # words and numbers that change what is measured
    listed: str | None  # the concept, or else the measure of any source that the name stands for
    form: Concept | None  # which of the measures that answer to the concept, if it has several
    levels: frozenset[str]  # whose thing is measured: jalan provinsi, jalan kabupaten


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """Two indicators that measure the same, how probable that is, and why."""

    source: Indicator
    target: Indicator
    probability: float
    reasons: tuple[Message, ...]


def match_indicators(
    sources: Iterable[Indicator], targets: Iterable[Indicator], catalogue: Catalogue, *, most: int = 3
) -> list[MeasureMatch]:
    """Find for each indicator at most `most` of the other plan that measure the same, the surest first."""
    aims = [_measure(indicator, catalogue) for indicator in targets]
    index = _index(aims)
    return [match for source in sources for match in _best(_measure(source, catalogue), aims, index, most)]


def _measure(indicator: Indicator, catalogue: Catalogue) -> Measure:
    table = load_words()
    words = tuple(w for w in name_words(indicator.name).main if table.trait(w) is not Trait.NEUTRAL)
    traits = tuple(sorted(word for word in words if table.trait(word) or word.isdigit()))
    concept = catalogue.canonical(indicator.concept) if indicator.concept else None
    levels = LEVELS.intersection(fold(indicator.name).split())
    listed = concept or catalogue.resolve(indicator.name, indicator.unit, sources=EVERY_SOURCE).code
    form = measure_form(indicator.name, concept, catalogue) if concept else None
    return Measure(indicator, concept, words, traits, listed, form, levels)


def _index(measures: Sequence[Measure]) -> Mapping[str, Sequence[int]]:
    """Places of the measures by concept ("=IUP8") and by word."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, measure in enumerate(measures):
        for key in _keys(measure):
            index[key].append(place)
    return index


def _keys(measure: Measure) -> Iterator[str]:
    """Its words, and what always finds a match however common: the whole name, the concept."""
    yield from dict.fromkeys(measure.words)
    yield "=" + " ".join(sorted(measure.words))
    if measure.concept:
        yield f"={measure.concept}"


def _best(
    source: Measure, targets: Sequence[Measure], index: Mapping[str, Sequence[int]], most: int
) -> list[MeasureMatch]:
    postings = [(key, index.get(key, ())) for key in _keys(source)]
    places = sorted({p for key, found in postings if key[0] == "=" or len(found) <= COMMON for p in found})
    matches = [match for place in places if (match := _match(source, targets[place]))]
    return sorted(matches, key=lambda match: (-match.probability, match.target.id))[:most]


def _match(source: Measure, target: Measure) -> MeasureMatch | None:
    found = _compare(source, target)
    if not found:
        return None
    probability, reason = found
    doubts = list(_doubts(source, target))
    for factor, _ in doubts:
        probability *= factor
    reasons = (reason, *(doubt for _, doubt in doubts))
    return MeasureMatch(source.indicator, target.indicator, probability, reasons)


def _doubts(source: Measure, target: Measure) -> Iterator[tuple[float, Message]]:
    """What speaks against comparing the values, each with a factor."""
    if units_conflict(source.indicator.unit, target.indicator.unit):
        units = {"source": source.indicator.unit, "target": target.indicator.unit}
        yield UNIT_DIFFERS, message("link.unit_differs", **units)
    if source.concept and target.concept and forms_differ(source.form, target.form):
        names = {"source": source.indicator.name, "target": target.indicator.name}
        yield FORM_DIFFERS, message("link.form_differs", **names)
    if source.concept is None and source.levels and target.levels and source.levels != target.levels:
        levels = {"source": ", ".join(sorted(source.levels)), "target": ", ".join(sorted(target.levels))}
        yield LEVEL_DIFFERS, message("link.level_differs", **levels)


def _compare(source: Measure, target: Measure) -> tuple[float, Message] | None:
    if source.concept and target.concept:
        reason = message("link.same_concept", concept=source.concept)
        return (SAME_CONCEPT, reason) if source.concept == target.concept else None
    if not source.words or source.traits != target.traits:
        return None
    alike = fuzz.token_sort_ratio(" ".join(source.words), " ".join(target.words))
    if alike >= 100:
        return SAME_NAME, message("link.same_name")
    known_apart = source.listed and target.listed and source.listed != target.listed
    if alike < LEAST or known_apart:
        return None
    return (NEAR_NAME if alike >= NEAREST else LIKE_NAME), message("link.similar_name", likeness=int(alike))


def units_conflict(first: str | None, second: str | None) -> bool:
    """Units of different families differ; two spellings of one do not, nor does one that is not printed."""
    kinds = unit_kind(first), unit_kind(second)
    return None not in kinds and kinds[0] is not kinds[1]
