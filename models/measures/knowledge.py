"""What the catalogue keeps apart though people take one for the other: what speaks for a mismatch.

knowledge = build_knowledge(load_catalogue())
knowledge.tells_apart(number_of_poor, poverty_rate)  # True: persons, and a share of persons
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.catalogue import Catalogue
from selaras.models.concept_kinds import FalseFriend, LabelKind
from selaras.models.concepts import read_entries
from selaras.models.ids import fold
from selaras.models.measures.measure import Measure


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Of each code, the codes that it is taken for, and folded names that look like it and are not."""

    codes: Mapping[str, frozenset[str]]
    names: Mapping[str, frozenset[str]]

    def taken_for(self, measure: Measure) -> frozenset[str]:
        """The codes of all that a measure is taken for."""
        return frozenset(code for own in measure.codes for code in self.codes.get(own, ()))

    def tells_apart(self, one: Measure, other: Measure) -> bool:
        """Whether the catalogue keeps two measures apart by name."""
        taken = not self.taken_for(one).isdisjoint(other.codes)
        return taken or self._looks_like(one, other) or self._looks_like(other, one)

    def _looks_like(self, one: Measure, other: Measure) -> bool:
        folded = fold(one.indicator.name)
        return any(folded in self.names.get(code, ()) for code in other.codes)


def build_knowledge(catalogue: Catalogue, friends: Iterable[FalseFriend] | None = None) -> Knowledge:
    """Gather what a catalogue keeps apart, with the packaged pairs unless others are given.

    Two that only share an abbreviation have nothing else in common: where both print it,
    `sharing_abbreviations` tells it.
    """
    codes: defaultdict[str, set[str]] = defaultdict(set)
    listed = read_entries().false_friends if friends is None else friends
    for item in (one for one in listed if one.other and not one.abbreviation):
        for one, other in ((item.code, item.other), (item.other, item.code)):
            codes[one].add(other)
            codes[catalogue.canonical(one)].add(other)
    return Knowledge({code: frozenset(others) for code, others in codes.items()}, _names(catalogue))


def _names(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for label in catalogue.labels:
        if label.kind is LabelKind.FALSE_FRIEND:
            found[catalogue.canonical(label.code)].add(fold(label.text))
    return {code: frozenset(names) for code, names in found.items()}


def sharing_abbreviations(
    sources: Sequence[Measure], targets: Sequence[Measure]
) -> list[tuple[str, Measure, Measure]]:
    """Pairs with one abbreviation that are two measures: by the catalogue, or by all their other words."""
    index: defaultdict[str, list[Measure]] = defaultdict(list)
    for target in targets:
        for short in target.abbreviations:
            index[short].append(target)
    pairs = ((short, one, other) for one in sources for short in one.abbreviations for other in index[short])
    return [(short, one, other) for short, one, other in pairs if _are_two(one, other)]


def _are_two(one: Measure, other: Measure) -> bool:
    if one.listed.code and other.listed.code:
        return one.listed.code != other.listed.code
    spelled = len(one.words) > 1 and len(other.words) > 1
    return spelled and set(one.words).isdisjoint(other.words)
