"""Targets that a source may serve, found without looking at every pair.

An inverted index from stems, runs of letters and topics to the targets that have them. What the entries add
up to is exact for words and letters, so that only the topics are worked out for the best candidates.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.alignment.features import Likeness, Profile, Vector, Weighing, topic_likeness
from selaras.models.statements import StatementKind

Postings = Mapping[str, Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a text that can be linked; `concepts` are the catalogue codes of what measures it."""

    id: str
    text: str
    kind: StatementKind | None = None
    unit: str | None = None
    concepts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MeasuredItem:
    """An item and the vectors of its text."""

    item: Item
    profile: Profile
    stems: Vector
    grams: Vector


@dataclass(frozen=True, slots=True)
class Candidate:
    """A target that a source may serve, and how alike the two are."""

    target: MeasuredItem
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class ItemIndex:
    """Targets by the stems, runs of letters and topics of their texts."""

    targets: tuple[MeasuredItem, ...]
    stems: Postings
    grams: Postings
    topics: Postings

    def nearest(self, source: MeasuredItem, limit: int, *, full: bool = False) -> list[Candidate]:
        """At most `limit` targets that share something with the source, the likeliest first.

        With `full`, targets that share nothing fill up the rest.
        """
        words, letters = _added(self.stems, source.stems), _added(self.grams, source.grams)
        topics = _added(self.topics, source.profile.reach)
        sums = {
            place: words.get(place, 0.0) + letters.get(place, 0.0) + topics.get(place, 0.0)
            for place in (range(len(self.targets)) if full else words.keys() | letters.keys() | topics.keys())
        }
        best = sorted(sums, key=lambda place: (-sums[place], place))[:limit]
        return [self._candidate(source, place, words, letters) for place in best]

    def _candidate(
        self, source: MeasuredItem, place: int, words: Mapping[int, float], letters: Mapping[int, float]
    ) -> Candidate:
        target = self.targets[place]
        shared = min(1.0, words.get(place, 0.0))
        topics = topic_likeness(source.profile, target.profile, instead=shared)
        same_text = bool(source.profile.folded) and source.profile.folded == target.profile.folded
        same_concept = bool(source.item.concepts & target.item.concepts)
        alike = Likeness(shared, min(1.0, letters.get(place, 0.0)), topics, same_text, same_concept)
        return Candidate(target, alike)


def measure_item(item: Item, profile: Profile, weighing: Weighing) -> MeasuredItem:
    """Give an item the vectors of its text."""
    return MeasuredItem(item, profile, weighing.stem_vector(profile), weighing.gram_vector(profile))


def build_index(targets: Iterable[MeasuredItem]) -> ItemIndex:
    """Make an index of targets; their order settles what is equal otherwise."""
    listed = tuple(targets)
    return ItemIndex(
        listed,
        _postings(target.stems for target in listed),
        _postings(target.grams for target in listed),
        _postings(target.profile.shares for target in listed),
    )


def _postings(vectors: Iterable[Vector]) -> Postings:
    entries: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for key, value in vector.items():
            entries[key].append((place, value))
    return entries


def _added(postings: Postings, vector: Vector) -> dict[int, float]:
    """The inner product of a vector with each target that shares a key with it."""
    sums: defaultdict[int, float] = defaultdict(float)
    for key, value in vector.items():
        for place, weight in postings.get(key, ()):
            sums[place] += value * weight
    return sums
