"""How near a name comes to each label of a list, by the weight of the words they share.

A word weighs more the fewer labels have it; words such as "tingkat" or "daerah" weigh little, words that no
label has weigh most, since they make another measure of it ("usia harapan hidup sehat"). All labels are
weighed at once, one shared word after the other, in arrays with a place for each label.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selaras.models.indicator_names import NameWords, Trait, load_words

NEUTRAL_WEIGHT = 0.12
ASIDE_WEIGHT = 0.4
LIGHT = (Trait.NEUTRAL, Trait.RATIO)
# Factors for a trait that only the name has, and for one that only the label has, in a column each.
TRAITS = (Trait.COUNT, Trait.CHANGE, Trait.PART, Trait.INDEX, Trait.GROUP, Trait.RATIO)
ONLY_IN_NAME = np.array([[0.5], [0.5], [0.4], [0.75], [0.6], [1.0]])
ONLY_IN_LABEL = np.array([[0.7], [0.5], [0.7], [0.85], [0.8], [1.0]])
COUNT, RATIO = TRAITS.index(Trait.COUNT), TRAITS.index(Trait.RATIO)
DIGITS = 12  # scores are alike beyond: sums depend on their order there

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Counts = NDArray[np.int8]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class WordLabels:
    """The labels that hold a word: their positions, and what the word weighs in each."""

    positions: Places
    shares: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """The labels that share a telling word with a name, best first; a score is 1.0 for the same words."""

    positions: Places
    scores: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class LabelIndex:
    """Labels as words, with the weight of each word and the labels that hold it."""

    weights: Mapping[str, float]
    heaviest: float
    holders: Mapping[str, WordLabels]
    totals: Numbers  # the weight of all words of each label
    traits: Counts  # how many words of each trait (row) each label (column) has

    def weight(self, word: str) -> float:
        """What a word says about the thing measured."""
        return self.weights.get(word, self.heaviest)

    def nearest(self, name: NameWords, factors: Numbers) -> Nearness:
        """All labels that share a telling word with the name; each score is multiplied by its factor."""
        shares = self._shares(name)
        found = self._candidates(shares)
        scores = self._overlap(shares, found) * self._same_measure(name.all, found) * factors[found]
        rounded = np.round(scores, DIGITS)
        order = np.argsort(-rounded, kind="stable")
        return Nearness(found[order], rounded[order])

    def _shares(self, name: NameWords) -> dict[str, float]:
        """What each word weighs in the name: those in brackets less."""
        aside = {word: ASIDE_WEIGHT * self.weight(word) for word in name.aside}
        return aside | {word: self.weight(word) for word in name.main}

    def _candidates(self, words: Iterable[str]) -> Places:
        trait = load_words().trait
        found = np.zeros(len(self.totals), np.bool_)
        for word in words:
            if word in self.holders and trait(word) not in LIGHT:
                found[self.holders[word].positions] = True
        return np.flatnonzero(found)

    def _overlap(self, shares: Mapping[str, float], found: Places) -> Numbers:
        """Harmonic mean of the shares of both that the other covers."""
        common, of_name, of_label = np.zeros((3, len(self.totals)))
        for word in sorted(shares.keys() & self.holders.keys()):
            held = self.holders[word]
            common[held.positions] += self.weight(word)
            of_name[held.positions] += shares[word]
            of_label[held.positions] += held.shares
        same = common[found]
        precision = same / (same + np.maximum(sum(shares.values()) - of_name[found], 0))
        recall = same / (same + np.maximum(self.totals[found] - of_label[found], 0))
        overlap: Numbers = 2 * precision * recall / (precision + recall)
        return overlap

    def _same_measure(self, words: frozenset[str], found: Places) -> Numbers:
        """Less than 1 for labels and names of which only one is a number, a change, a part and the like."""
        own, shared = self._trait_counts(words, found)
        held = self.traits[:, found]
        only_name, only_label = _told(own > shared), _told(held > shared)
        of_name, of_label = _told(own > 0), _told(held > 0)
        factors = np.where(only_name & ~of_label, ONLY_IN_NAME, 1.0)
        factors *= np.where(only_label & ~of_name, ONLY_IN_LABEL, 1.0)
        product: Numbers = factors.prod(axis=0)
        return product

    def _trait_counts(self, words: frozenset[str], found: Places) -> tuple[Counts, Counts]:
        """How many words of each trait a name has, and shares with each label."""
        own, shared = np.zeros((len(TRAITS), 1), np.int8), np.zeros_like(self.traits)
        traits = load_words().traits
        for word in words & traits.keys():
            if traits[word] is not Trait.NEUTRAL:
                row = TRAITS.index(traits[word])
                own[row] += 1
                if word in self.holders:
                    shared[row, self.holders[word].positions] += 1
        return own, shared[:, found]


def _told(traits: Flags) -> Flags:
    """Traits by rows; beside a ratio a count tells nothing: "proporsi jumlah" is a share, not a number."""
    traits[COUNT] &= ~traits[RATIO]
    return traits


def build_label_index(labels: Iterable[NameWords]) -> LabelIndex:
    """Weigh the words of labels by how few of them have each."""
    listed = tuple(labels)
    counts = Counter(word for label in listed for word in label.all)
    heaviest = math.log(1 + len(listed))
    weights = {word: math.log(1 + len(listed) / count) for word, count in counts.items()}
    neutral = [word for word, trait in load_words().traits.items() if trait is Trait.NEUTRAL]
    weights |= dict.fromkeys(neutral, NEUTRAL_WEIGHT * heaviest)
    return LabelIndex(weights, heaviest, *_hold(listed, weights), _count_traits(listed))


def _hold(
    labels: tuple[NameWords, ...], weights: Mapping[str, float]
) -> tuple[dict[str, WordLabels], Numbers]:
    held: dict[str, list[tuple[int, float]]] = {}
    for position, label in enumerate(labels):
        for word in label.all:
            share = weights[word] * (1.0 if word in label.main else ASIDE_WEIGHT)
            held.setdefault(word, []).append((position, share))
    totals = np.zeros(len(labels))
    for found in held.values():
        for position, share in found:
            totals[position] += share
    return {word: _word_labels(found) for word, found in held.items()}, totals


def _word_labels(found: Iterable[tuple[int, float]]) -> WordLabels:
    positions, shares = zip(*found, strict=True)
    return WordLabels(np.array(positions, np.intp), np.array(shares))


def _count_traits(labels: tuple[NameWords, ...]) -> Counts:
    counts = np.zeros((len(TRAITS), len(labels)), np.int8)
    traits = load_words().traits
    for position, label in enumerate(labels):
        for word in label.all & traits.keys():
            if traits[word] is not Trait.NEUTRAL:
                counts[TRAITS.index(traits[word]), position] += 1
    return counts
