"""How near a name comes to each label of a list, by the weight of the words they share.

A word weighs more the fewer labels have it; words such as "tingkat" or "daerah" weigh little, words that no
label has weigh most, since they make another measure of it ("usia harapan hidup sehat").
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA, JaroWinkler

from selaras.models.indicator_names import NameWords, Trait, load_words

NEUTRAL_WEIGHT = 0.12
ASIDE_WEIGHT = 0.4
PLACE_WORDS = frozenset(("kota", "kabupaten", "provinsi", "kecamatan"))
LIGHT = (Trait.NEUTRAL, Trait.RATIO)
# Factors for a trait that only the name has, and for one that only the label has.
ONLY_IN_NAME = {Trait.COUNT: 0.5, Trait.CHANGE: 0.5, Trait.PART: 0.4, Trait.INDEX: 0.75, Trait.GROUP: 0.6}
ONLY_IN_LABEL = {Trait.COUNT: 0.7, Trait.CHANGE: 0.5, Trait.PART: 0.7, Trait.INDEX: 0.85, Trait.GROUP: 0.8}


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a name is to the label at `position`: 1.0 for the same words, 0.0 for none."""

    position: int
    score: float


@dataclass(frozen=True, slots=True)
class LabelIndex:
    """Labels as words, with the weight of each word and the labels that hold it."""

    labels: tuple[NameWords, ...]
    weights: Mapping[str, float]
    holders: Mapping[str, tuple[int, ...]]
    heaviest: float
    by_letter: Mapping[str, tuple[str, ...]]

    def weight(self, word: str) -> float:
        """What a word says about the thing measured."""
        return self.weights.get(word, self.heaviest)

    def nearest(self, name: NameWords) -> list[Nearness]:
        """All labels that share a telling word with the name, best first."""
        found = {position for word in name.all for position in self.holders.get(word, ())}
        scored = [Nearness(position, self.score(name, self.labels[position])) for position in found]
        return sorted(scored, key=lambda item: (-item.score, item.position))

    def score(self, name: NameWords, label: NameWords) -> float:
        """Harmonic mean of the shares of both that the other covers, less what changes the measure."""
        shared = name.all & label.all
        common = sum(self.weight(word) for word in shared)
        if not common:
            return 0.0
        precision = common / (common + self._rest(name, shared))
        recall = common / (common + self._rest(label, shared))
        return 2 * precision * recall / (precision + recall) * _same_measure(name.all, label.all)

    def _rest(self, words: NameWords, shared: frozenset[str]) -> float:
        main = sum(self.weight(word) for word in set(words.main) - shared)
        aside = sum(self.weight(word) for word in set(words.aside) - shared - set(words.main))
        return main + ASIDE_WEIGHT * aside

    def corrected(self, name: NameWords) -> NameWords:
        """Mend words that no label has: a misprint of one that a label has, one cut in two, two run together.

        An unknown word after "kota" and the like is taken for the name of a place and left out.
        """
        return NameWords(tuple(self._mend(name.main)), tuple(self._mend(name.aside)))

    def _mend(self, words: tuple[str, ...]) -> list[str]:
        mended: list[str] = []
        for word in words:
            if mended and mended[-1] + word in self.weights:
                mended[-1] += word
                continue
            known = self._spelling(word)
            if known in self.weights or not mended or mended[-1] not in PLACE_WORDS:
                mended += self._cut(known)
        return mended

    def _spelling(self, word: str) -> str:
        """The nearest known word within a slip, or two in a long word; else the word itself."""
        if word in self.weights or len(word) < 5 or not word.isalpha():
            return word
        for slips in (1, 2) if len(word) > 8 else (1,):
            near = [known for known in self.by_letter.get(word[0], ()) if _differs_by(word, known, slips)]
            if near:
                return max(near, key=lambda known: (JaroWinkler.similarity(word, known), known))
        return word

    def _cut(self, word: str) -> tuple[str, ...]:
        """Two known words that were run together, or the word itself."""
        halves = (
            ((word[:at], word[at:]) for at in range(4, len(word) - 3)) if word not in self.weights else ()
        )
        known = (pair for pair in halves if pair[0] in self.weights and pair[1] in self.weights)
        return next(known, (word,))


def _differs_by(word: str, known: str, slips: int) -> bool:
    return abs(len(word) - len(known)) <= slips and OSA.distance(word, known, score_cutoff=slips) <= slips


def build_label_index(labels: Iterable[NameWords]) -> LabelIndex:
    """Weigh the words of labels by how few of them have each."""
    listed = tuple(labels)
    counts = Counter(word for label in listed for word in label.all)
    table = load_words()
    heaviest = math.log(1 + len(listed))
    weights = {word: math.log(1 + len(listed) / count) for word, count in counts.items()}
    weights |= {
        word: NEUTRAL_WEIGHT * heaviest for word, trait in table.traits.items() if trait is Trait.NEUTRAL
    }
    holders: dict[str, list[int]] = {}
    for position, label in enumerate(listed):
        for word in label.all:
            if table.trait(word) not in LIGHT:
                holders.setdefault(word, []).append(position)
    held = {word: tuple(found) for word, found in holders.items()}
    return LabelIndex(listed, weights, held, heaviest, _by_letter(weights))


def _by_letter(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first letter, which misprints seldom touch."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return {letter: tuple(known) for letter, known in found.items()}


def _same_measure(name: frozenset[str], label: frozenset[str]) -> float:
    factor = 1.0
    for trait in _traits(name - label) - _traits(label):
        factor *= ONLY_IN_NAME.get(trait, 1.0)
    for trait in _traits(label - name) - _traits(name):
        factor *= ONLY_IN_LABEL.get(trait, 1.0)
    return factor


def _traits(words: frozenset[str]) -> set[Trait]:
    traits = load_words().traits
    found = {traits[word] for word in words & traits.keys()}
    return found - {Trait.COUNT} if Trait.RATIO in found else found  # proporsi jumlah: a share, not a number
