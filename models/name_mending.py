"""Slips in names of indicators: words that no label has become the words that they were meant to be.

A misprint of a known word is mended, one cut in two put together, two run together parted. An unknown word
after "kota" and the like is taken for the name of a place and left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from selaras.models.indicator_names import NameWords

PLACE_WORDS = frozenset(("kota", "kabupaten", "provinsi", "kecamatan"))
SHORTEST_MENDED = 5  # letters; shorter words have too many neighbours
LONG = 9  # letters from which two slips are forgiven
SHORTEST_HALF = 4
MENDED_WORDS = 50_000  # remembered; what people write beside known words repeats


@dataclass(frozen=True, slots=True, eq=False)
class KnownWords:
    """The words that labels are made of, by their first letter, which misprints seldom touch."""

    words: frozenset[str]
    by_letter: Mapping[str, tuple[str, ...]]

    def mend(self, name: NameWords) -> NameWords:
        """Put known words in the place of those that are not, where it is plain which."""
        return NameWords(tuple(self._mend(name.main)), tuple(self._mend(name.aside)))

    def _mend(self, words: tuple[str, ...]) -> list[str]:
        mended: list[str] = []
        for word in words:
            if mended and mended[-1] + word in self.words:
                mended[-1] += word
            elif word in self.words:
                mended.append(word)
            else:
                self._add_unknown(word, mended)
        return mended

    def _add_unknown(self, word: str, mended: list[str]) -> None:
        meant = _meant(self, word)
        if meant[0] in self.words or not mended or mended[-1] not in PLACE_WORDS:
            mended += meant

    def nearest(self, word: str) -> str | None:
        """The known word within a slip, or two in a long word; None where there is none."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return None
        slips = 2 if len(word) >= LONG else 1
        known = self.by_letter.get(word[0], ())
        near = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=None)
        fewest = near[0][1] if near else 0
        nearest = (one for one, distance, _ in near if distance == fewest)
        return max(nearest, key=lambda one: (JaroWinkler.similarity(word, one), one), default=None)

    def halves(self, word: str) -> tuple[str, ...]:
        """Two known words that were run together; () where the word is no such thing."""
        cuts = ((word[:at], word[at:]) for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1))
        return next((cut for cut in cuts if cut[0] in self.words and cut[1] in self.words), ())


@lru_cache(maxsize=MENDED_WORDS)
def _meant(known: KnownWords, word: str) -> tuple[str, ...]:
    nearest = known.nearest(word)
    return (nearest,) if nearest else known.halves(word) or (word,)


def build_known_words(words: Iterable[str]) -> KnownWords:
    """Arrange words by their first letter."""
    listed = tuple(dict.fromkeys(words))
    found: dict[str, list[str]] = {}
    for word in listed:
        found.setdefault(word[0], []).append(word)
    return KnownWords(frozenset(listed), {letter: tuple(known) for letter, known in found.items()})
