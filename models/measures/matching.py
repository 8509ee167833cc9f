"""Which indicators of two plans measure the same: by their code in the catalogue, or by their names.

A share is not a count and a part is not the whole: names must agree in the words that say so. Where the units
differ the link says it and is less sure, since values cannot be compared then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from selaras.models.catalogue import Catalogue
from selaras.models.indicator_names import unit_kind
from selaras.models.indicators import Indicator
from selaras.models.measures.forms import forms_differ
from selaras.models.measures.measure import Measure, name_key, read_measures
from selaras.models.messages import Message, message

# Probabilities by what speaks for a match. Of 197 real names that people resolved, those alike by 95 %
# or more measured the same (13 of 13 pairs); of those alike by 85 to 90 % three of five.
SAME_CONCEPT = 0.95
SAME_NAME = 0.95
NEAR_NAME = 0.8  # likeness of 95 % or more
LIKE_NAME = 0.6  # 90 % or more
AGE_UNSAID = 0.55  # one name without the age that the other tells: "Rata-rata lama sekolah" may be of 25+
UNIT_DIFFERS = 0.6  # factor
LEVEL_DIFFERS = 0.5  # factor
FORM_DIFFERS = 0.5  # factor: two forms of one national indicator are two measures
NEAREST, LEAST = 95, 90
COMMON = 40  # indicators that share a word from which the word no longer finds candidates


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
    return match_measures(read_measures(sources, catalogue), read_measures(targets, catalogue), most=most)


def match_measures(
    sources: Iterable[Measure], targets: Sequence[Measure], *, most: int = 3
) -> list[MeasureMatch]:
    """The same for indicators that were read already."""
    index = _index(targets)
    return [match for source in sources for match in _best(source, targets, index, most)]


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
    yield "=" + name_key(measure)
    if measure.listed.code:
        yield f"={measure.listed.code}"


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
    if source.listed.code == target.listed.code and forms_differ(source.form, target.form):
        names = {"source": source.indicator.name, "target": target.indicator.name}
        yield FORM_DIFFERS, message("link.form_differs", **names)
    first, second = source.aspects.levels, target.aspects.levels
    if first and second and first != second:
        levels = {"source": ", ".join(sorted(first)), "target": ", ".join(sorted(second))}
        yield LEVEL_DIFFERS, message("link.level_differs", **levels)


def _compare(source: Measure, target: Measure) -> tuple[float, Message] | None:
    """The surest of what speaks for one measure; names that are only alike count where a code is missing."""
    coded = source.listed.code and target.listed.code
    ways = (_by_code, _by_whole_name, _without_age) if coded else (_by_whole_name, _by_name)
    found = [one for way in ways if (one := way(source, target))]
    return max(found, key=lambda one: one[0], default=None)


def _by_code(source: Measure, target: Measure) -> tuple[float, Message] | None:
    """One concept as read in both plans, or as the names stand for one of any source."""
    if source.listed.code != target.listed.code:
        return None
    probability = SAME_CONCEPT * min(source.listed.probability, target.listed.probability)
    kind = "same_concept" if source.concept and target.concept else "same_listed"
    return probability, message(f"link.{kind}", concept=source.listed.code)


def _by_whole_name(source: Measure, target: Measure) -> tuple[float, Message] | None:
    """One name counts unless the plans say that two concepts are meant."""
    codes = {source.concept, target.concept} - {None}
    if len(codes) > 1 or not source.words or name_key(source) != name_key(target):
        return None
    return SAME_NAME, message("link.same_name")


def _without_age(source: Measure, target: Measure) -> tuple[float, Message] | None:
    """Two concepts that differ in the age of those counted, where only one name tells it."""
    first, second = source.aspects, target.aspects
    if bool(first.ages) == bool(second.ages) or not first.subject:
        return None
    if (first.subject, first.groups, first.form) != (second.subject, second.groups, second.form):
        return None
    ages = ", ".join(sorted(first.ages or second.ages))
    return AGE_UNSAID, message("link.age_unsaid", age=ages)


def _by_name(source: Measure, target: Measure) -> tuple[float, Message] | None:
    if not source.words or source.traits != target.traits:
        return None
    alike = fuzz.token_sort_ratio(" ".join(source.words), " ".join(target.words))
    if alike < LEAST:
        return None
    return (NEAR_NAME if alike >= NEAREST else LIKE_NAME), message("link.similar_name", likeness=int(alike))


def units_conflict(first: str | None, second: str | None) -> bool:
    """Units of different families differ; two spellings of one do not, nor does one that is not printed."""
    kinds = unit_kind(first), unit_kind(second)
    return None not in kinds and kinds[0] is not kinds[1]
