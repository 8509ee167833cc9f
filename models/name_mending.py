"""Slips in names of indicators: words that no label has become the words that they were meant to be.

A misprint of a known word is mended, one cut in two put together, two run together parted, a last word that
the edge of a cell has cut is completed. An unknown word after "kota" and the like is taken for the name of a
place and left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from selaras.models.indicator_names import NameWords, load_words

PLACE_WORDS = frozenset(("kota", "kabupaten", "provinsi", "kecamatan"))
SHORTEST_MENDED = 5  # letters; shorter words have too many neighbours
LONG = 9  # letters from which two slips are forgiven
SHORTEST_PART = 4  # of two words that were run together; those that say nothing may be shorter
SHORTEST_FILLER = 2
SHORTEST_CUT, MOST_CUT = 4, 4  # letters left of a word that was cut, and letters lost
LONGEST_WORD = 60  # a longer one is no word
MENDED_WORDS = 50_000  # remembered; what people write beside known words repeats
# Letters that OCR takes for others, as printed and as meant.
MISREAD = (
    ("rn", "m"),
    ("m", "rn"),
    ("ii", "u"),
    ("ri", "n"),
    ("n", "ri"),
    ("vv", "w"),
    ("cl", "d"),
    ("c", "e"),
)
DIGITS = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b"})
FIRST_LETTERS = {"l": "li", "i": "il", "c": "ce", "e": "ec", "o": "o", "r": "rm", "m": "mr"}


@dataclass(frozen=True, slots=True, eq=False)
class KnownWords:
    """Words that names are made of, with what they count as: "kemiskinan" is "miskin", "dan" is nothing."""

    forms: Mapping[str, tuple[str, ...]]
    by_letter: Mapping[str, tuple[str, ...]]
    without_first: Mapping[str, str]  # words that have lost their first letter, where one only may be meant

    def mend(self, name: NameWords) -> NameWords:
        """Put known words in the place of those that are not, where it is plain which."""
        return NameWords(tuple(self._mend(name.main)), tuple(self._mend(name.aside)))

    def has_slips(self, name: NameWords) -> bool:
        """Whether `mend` puts another word in the place of one, or leaves one out, that is not known."""
        return any(word not in self.forms for word in name.main) and self.mend(name) != name

    def _mend(self, words: tuple[str, ...]) -> list[str]:
        mended: list[str] = []
        at = 0
        while at < len(words):
            joined = "".join(words[at : at + 2])
            if at + 1 < len(words) and joined in self.forms:
                mended += self.forms[joined]
                at += 1
            elif words[at] in self.forms:
                mended += self.forms[words[at]]
            else:
                mended += self._unknown(words[at], mended, is_last=at == len(words) - 1)
            at += 1
        return mended

    def _unknown(self, word: str, before: list[str], *, is_last: bool) -> tuple[str, ...]:
        """What an unknown word was meant to be; () for the name of a place, itself where nothing is plain."""
        meant = _meant(self, word)
        if meant is None and is_last:
            meant = self.completed(word)
        if meant is None:
            return () if before and before[-1] in PLACE_WORDS else (word,)
        return meant

    def misread(self, word: str) -> str | None:
        """The known word that OCR took for this one; None where there is none."""
        return next((other for other in _readings(word) if other in self.forms), None)

    def nearest(self, word: str) -> str | None:
        """The known word within a slip, or two in a long word; None where there is none."""
        if len(word) < SHORTEST_MENDED or not word.isalpha():
            return self._one_letter_more(word)
        slips = 2 if len(word) >= LONG else 1
        letters = FIRST_LETTERS.get(word[0], word[0])
        known = [other for letter in letters for other in self.by_letter.get(letter, ())]
        near = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=None)
        fewest = near[0][1] if near else 0
        nearest = (one for one, distance, _ in near if distance == fewest)
        best = max(nearest, key=lambda one: (JaroWinkler.similarity(word, one), one), default=None)
        return best or self.without_first.get(word)

    def _one_letter_more(self, word: str) -> str | None:
        """The only known word that has lost a letter in a short one."""
        if len(word) != SHORTEST_MENDED - 1 or not word.isalpha():
            return None
        known = (other for other in self.by_letter.get(word[0], ()) if len(other) == SHORTEST_MENDED)
        longer = [other for other in known if OSA.distance(word, other, score_cutoff=1) <= 1]
        return longer[0] if len(longer) == 1 else self.without_first.get(word)

    def parts(self, word: str) -> tuple[str, ...] | None:
        """Two known words that were run together, by what they count as; None for no such thing."""
        cuts = ((word[:at], word[at:]) for at in range(SHORTEST_FILLER, len(word) - SHORTEST_FILLER + 1))
        cut = next((pair for pair in cuts if all(map(self._is_part, pair))), None)
        return tuple(form for part in cut for form in self.forms[part]) if cut else None

    def _is_part(self, part: str) -> bool:
        if part not in self.forms:
            return False
        return len(part) >= SHORTEST_PART or (len(part) >= SHORTEST_FILLER and not self.forms[part])

    def completed(self, word: str) -> tuple[str, ...] | None:
        """What the only known word counts as that begins so and is little longer; None where none does."""
        if len(word) < SHORTEST_CUT:
            return None
        longer = (other for other in self.by_letter.get(word[0], ()) if other.startswith(word))
        near = {self.forms[other] for other in longer if len(other) - len(word) <= MOST_CUT}
        return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=MENDED_WORDS)
def _meant(known: KnownWords, word: str) -> tuple[str, ...] | None:
    if len(word) > LONGEST_WORD:
        return None
    nearest = known.misread(word) or known.nearest(word.translate(DIGITS))
    return known.forms[nearest] if nearest else known.parts(word)


def _readings(word: str) -> Iterator[str]:
    """Other readings of a word: letters that look alike, letters swapped."""
    plain = word.translate(DIGITS) if not word.isdigit() else word
    yield plain
    yield plain.replace("l", "i")
    if len(plain) >= SHORTEST_MENDED - 1:
        yield from (plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in range(len(plain) - 1))
    for printed, meant in MISREAD:
        at = plain.find(printed)
        while at >= 0:
            yield plain[:at] + meant + plain[at + len(printed) :]
            at = plain.find(printed, at + 1)


def build_known_words(words: Iterable[str]) -> KnownWords:
    """Know the words of labels, those that count as them, and those that say nothing."""
    table = load_words()
    forms: dict[str, tuple[str, ...]] = {word: (word,) for word in words}
    for word, written in table.rewritten.items():
        kept = tuple(form for form in written if form not in table.dropped)
        if all(form in forms for form in kept):
            forms.setdefault(word, kept)
    for word in table.dropped:
        forms.setdefault(word, ())
    telling = sorted(forms.keys() - table.dropped)
    found: dict[str, list[str]] = {}
    for word in telling:
        found.setdefault(word[0], []).append(word)
    by_letter = {letter: tuple(known) for letter, known in found.items()}
    return KnownWords(forms, by_letter, _without_first(telling))


def _without_first(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= SHORTEST_MENDED:
            found.setdefault(word[1:], []).append(word)
    return {rest: known[0] for rest, known in found.items() if len(known) == 1}
