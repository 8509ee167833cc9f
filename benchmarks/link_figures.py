"""Figures of ranked links: how well the right targets stand first, and how honest the probabilities are."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from link_sets import LinkSet

LINKED = 0.5
BANDS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.01)

Ranked = Mapping[str, Sequence[tuple[str, float]]]
"""For each source its targets with a probability, best first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean average precision, share of sources with a right target first, and links at 0.5 or more."""

    sources: int
    map: float
    first: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A probability with what people say, and how much that counts."""

    probability: float
    right: float
    weight: float


def measure(ranked: Ranked, links: LinkSet) -> Figures:
    """Compare ranked targets with the right ones; sources without a right target are left out."""
    asked = {source: right for source, right in links.right.items() if right}
    orders = {source: [target for target, _ in ranked.get(source, ())] for source in asked}
    precise = [_average(orders[source], right, source in links.either) for source, right in asked.items()]
    first = [bool(orders[source]) and orders[source][0] in right for source, right in asked.items()]
    hits = wrong = missed = 0
    for source, right in asked.items():
        linked = {target for target, probability in ranked.get(source, ()) if probability >= LINKED}
        any_one = source in links.either
        hits += bool(linked & right) if any_one else len(linked & right)
        missed += (not linked & right) if any_one else len(right - linked)
        wrong += len(linked - right)
    return Figures(len(asked), _mean(precise), _mean(first), _share(hits, wrong), _share(hits, missed))


def mean_figures(figures: Sequence[Figures]) -> Figures:
    """Mean of each figure over sets; `sources` is their sum."""
    return Figures(
        sum(one.sources for one in figures),
        *(_mean([getattr(one, name) for one in figures]) for name in ("map", "first", "precision", "recall")),
    )


def brier(judged: Iterable[Judged]) -> float:
    """Mean squared distance of the probabilities from what people say; 0 is perfect."""
    listed = list(judged)
    total = sum(one.weight for one in listed)
    return sum(one.weight * (one.probability - one.right) ** 2 for one in listed) / total if total else 0.0


def bands(
    judged: Sequence[Judged], limits: Sequence[float] = BANDS
) -> list[tuple[float, float, int, float, float]]:
    """For each band of probability: from, to, number of pairs, mean probability, share that is right."""
    rows = []
    for low, high in pairwise(limits):
        chosen = [one for one in judged if low <= one.probability < high and one.weight]
        weight = sum(one.weight for one in chosen)
        if weight:
            stated = sum(one.probability * one.weight for one in chosen) / weight
            right = sum(one.right * one.weight for one in chosen) / weight
            rows.append((low, min(high, 1.0), len(chosen), stated, right))
    return rows


def calibration_error(judged: Iterable[Judged], bands: int = 10) -> float:
    """How far stated probabilities lie from the share that is right, in bands of equal width, on average.

    Each band counts by the weight of its pairs; 0 is perfect, and 0 is returned where nothing counts.
    """
    listed = list(judged)
    total = sum(one.weight for one in listed)
    chosen: dict[int, list[Judged]] = {}
    for one in listed:
        chosen.setdefault(min(bands - 1, int(one.probability * bands)), []).append(one)
    gaps = (abs(sum(one.weight * (one.probability - one.right) for one in band)) for band in chosen.values())
    return sum(gaps) / total if total else 0.0


def rank_by_tfidf(links: LinkSet) -> Ranked:
    """The baseline: plain TF-IDF of words, and of 3 to 5 letters within words, half and half."""
    texts = [*links.sources.values(), *links.targets.values()]
    spaces = [_tfidf(texts, _words), _tfidf(texts, _letters)]

    def likeness(source: str, target: str) -> float:
        return sum(_dot(space[source], space[target]) for space in spaces) / 2

    return {
        key: sorted(
            ((aim, likeness(text, target)) for aim, target in links.targets.items()), key=lambda one: -one[1]
        )
        for key, text in links.sources.items()
    }


def _tfidf(texts: Sequence[str], split: Callable[[str], list[str]]) -> dict[str, dict[str, float]]:
    counts = {text: Counter(split(text)) for text in texts}
    having = Counter(part for text in texts for part in counts[text])
    return {
        text: _unit(
            {p: (1 + log(n)) * (log((1 + len(texts)) / (1 + having[p])) + 1) for p, n in parts.items()}
        )
        for text, parts in counts.items()
    }


def _words(text: str) -> list[str]:
    return [
        word for word in "".join(c if c.isalnum() else " " for c in text.lower()).split() if len(word) > 1
    ]


def _letters(text: str) -> list[str]:
    marked = [f" {word} " for word in text.lower().split()]
    return [word[i : i + n] for word in marked for n in (3, 4, 5) for i in range(max(1, len(word) - n + 1))]


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _dot(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    return sum(value * second.get(key, 0.0) for key, value in first.items())


def _average(order: Sequence[str], right: frozenset[str], any_one: bool) -> float:  # noqa: FBT001
    places = [place for place, target in enumerate(order, 1) if target in right]
    if any_one:
        return 1 / places[0] if places else 0.0
    return sum(count / place for count, place in enumerate(places, 1)) / len(right)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 0.0
