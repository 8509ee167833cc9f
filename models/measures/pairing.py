"""Indicators of two plans beside each other: those that measure the same, and those that only seem to.

    for one in compare_plans(own_plan, plan_above, catalogue):
        one.standing, one.probability, one.differences

A pair of another measure is told only where neither indicator has one in the other plan that measures the
same: a number of poor people beside the poverty rate is no mistake where both plans have the rate.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selaras.models.catalogue import Catalogue
from selaras.models.concept_kinds import Match
from selaras.models.documents import PlanLevel, PlanningDocument
from selaras.models.ids import IndicatorId
from selaras.models.indicators import Indicator
from selaras.models.links import LINKED
from selaras.models.measures.comparing import Documents, compare_indicators
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.knowledge import build_knowledge, sharing_abbreviations
from selaras.models.measures.matching import MeasureMatch, match_measures
from selaras.models.measures.measure import Measure, read_measures
from selaras.models.measures.related import Related, Served, counted, find_related
from selaras.models.measures.unlike import Pair, find_unlike
from selaras.models.messages import Message, message
from selaras.models.plans import Plan
from selaras.models.statements import StatementKind

SURE_OF_FRIEND = 0.95
DELIVERY = frozenset({StatementKind.PROGRAM, StatementKind.ACTIVITY, StatementKind.SUBACTIVITY})
NOTHING_SERVED: Served = {}


class PairStanding(StrEnum):
    """What two indicators are to each other."""

    SAME = "same"  # they measure the same
    OTHERWISE = "otherwise"  # one thing, measured in another way
    FALSE_FRIEND = "false_friend"  # one abbreviation, two things


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two indicators of two plans, what they are to each other, how probable that is, and what differs."""

    own: Indicator
    other: Indicator
    documents: Documents  # of either plan
    standing: PairStanding
    probability: float
    reasons: tuple[Message, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The indicators of a plan, each once; `results` are those of statements above the programmes."""

    document: PlanningDocument
    measures: tuple[Measure, ...]
    results: frozenset[IndicatorId]


def read_side(plan: Plan, catalogue: Catalogue) -> Side:
    """Read the indicators of a plan; one that measures no statement is taken for a result."""
    delivery = {one.id for one in plan.statements if one.kind in DELIVERY}
    listed = distinct(plan.indicators)
    results = frozenset(one.id for one in listed if one.statement not in delivery)
    return Side(plan.document, tuple(read_measures(listed, catalogue)), results)


def compare_plans(
    own: Plan, other: Plan, catalogue: Catalogue, *, served: Served = NOTHING_SERVED
) -> list[Comparison]:
    """Compare the indicators of a plan with those of one that it serves; pairs in the order of the plan.

    `served` tells, of statements of both, how probable it is that the one serves the other.
    """
    return compare_sides(read_side(own, catalogue), read_side(other, catalogue), catalogue, served=served)


def compare_sides(
    own: Side, other: Side, catalogue: Catalogue, *, served: Served = NOTHING_SERVED
) -> list[Comparison]:
    """The same for plans that were read already."""
    documents = (own.document, other.document)
    matches = match_measures(own.measures, other.measures)
    same = [one for one in matches if one.probability >= LINKED]
    friends = sharing_abbreviations(own.measures, other.measures)
    related = _find_otherwise(own, other, same, catalogue, served)
    found = [
        *(as_same(match, catalogue, documents) for match in same),
        *(_otherwise(pair, documents) for pair in related if pair.probability >= LINKED),
        *(_friend(*pair, documents) for pair in friends),
    ]
    order = {measure.indicator.id: place for place, measure in enumerate(own.measures)}
    return sorted(_no_pair_twice(found), key=lambda one: (order[one.own.id], -one.probability))


def _find_otherwise(
    own: Side, other: Side, same: Sequence[MeasureMatch], catalogue: Catalogue, served: Served
) -> list[Related]:
    """Pairs of another measure, results with results and programmes with programmes."""
    knowledge = build_knowledge(catalogue)
    tiers = (True, False)
    lone = [[_lone(side, same, results=results) for side in (own, other)] for results in tiers]
    return [pair for sources, targets in lone for pair in find_related(sources, targets, knowledge, served)]


def _lone(side: Side, same: Sequence[MeasureMatch], *, results: bool) -> list[Measure]:
    """The indicators of one tier that have no partner, nor has another of the same concept."""
    taken = {one.id for match in same for one in (match.source, match.target)}
    codes = {one.listed.code for one in side.measures if one.indicator.id in taken} - {None}
    return [
        one
        for one in side.measures
        if one.indicator.id not in taken
        and one.listed.code not in codes
        and (one.indicator.id in side.results) is results
    ]


def distinct(indicators: Iterable[Indicator]) -> list[Indicator]:
    """Each indicator once: plans print one line in table after table. The first with those values counts."""
    found: dict[tuple[object, ...], Indicator] = {}
    for one in indicators:
        printed = tuple((target.year, target.value.text) for target in one.targets)
        baseline = one.baseline.value.text if one.baseline else None
        found.setdefault((" ".join(one.name.casefold().split()), one.unit, baseline, printed), one)
    return list(found.values())


def as_same(match: MeasureMatch, catalogue: Catalogue, documents: Documents) -> Comparison:
    """What differs between two indicators that measure the same."""
    ends = match.source, match.target
    differences = compare_indicators(*ends, catalogue, documents=documents)
    return Comparison(*ends, documents, PairStanding.SAME, match.probability, match.reasons, differences)


def _otherwise(pair: Related, documents: Documents) -> Comparison:
    own, other = pair.source.indicator, pair.target.indicator
    told = _told_otherwise(pair, documents)
    return Comparison(own, other, documents, PairStanding.OTHERWISE, pair.probability, pair.reasons, told)


def _told_otherwise(pair: Related, documents: Documents) -> tuple[Difference, ...]:
    own, other = pair.source.indicator, pair.target.indicator
    if _fills_place(pair, documents):
        return (_named(DifferenceKind.REGIONAL_FORM, own, other),)
    unlike = tuple(find_unlike(Pair(own, other), same=False)) if _one_subject(pair) else ()
    return unlike or (_named(DifferenceKind.MEASURE, own, other),)


def _fills_place(pair: Related, documents: Documents) -> bool:
    """Whether a region measures what the catalogue declares to be the regional form of a national indicator.

    Only beside a plan of the nation: two plans of regions are meant to use one form.
    """
    below, above = (
        one.form is not None and one.form.match is Match.REGIONAL for one in (pair.source, pair.target)
    )
    one_code = pair.source.listed.code == pair.target.listed.code
    national = [document.level is PlanLevel.NATIONAL for document in documents]
    return one_code and below and not above and national == [False, True]


def _one_subject(pair: Related) -> bool:
    """Whether the names tell of one subject, so that form and people counted may differ at all."""
    first, second = pair.source.aspects.subject, pair.target.aspects.subject
    if counted(pair.source, pair.target):
        return True
    return bool(first & second) and (first <= second or second <= first)


def _named(kind: DifferenceKind, own: Indicator, other: Indicator) -> Difference:
    words = message(f"difference.{kind.value}", source=own.name, target=other.name)
    return Difference(kind, Sureness.LIKELY, own.name, other.name, words)


def _friend(short: str, own: Measure, other: Measure, documents: Documents) -> Comparison:
    names = {"source": own.indicator.name, "target": other.indicator.name}
    words = message("difference.abbreviation", words=short.upper(), **names)
    found = Difference(DifferenceKind.ABBREVIATION, Sureness.LIKELY, short, short, words)
    reasons = (message("related.abbreviation", words=short.upper()),)
    ends = own.indicator, other.indicator
    return Comparison(*ends, documents, PairStanding.FALSE_FRIEND, SURE_OF_FRIEND, reasons, (found,))


def _no_pair_twice(found: Iterable[Comparison]) -> list[Comparison]:
    kept: Mapping[tuple[str, str], Comparison] = {(one.own.id, one.other.id): one for one in found}
    return list(kept.values())
