"""How much of a text is Indonesian, by the roots of its words: what tells a good text layer from a bad one.

Words are looked up in PySastrawi's dictionary, with their affixes taken off in any way that leads to a root:
a rough stemmer, much faster than the exact one. Of real pages made with a word processor 61 to 97 % of the
words are known so, of good OCR 80 to 94 %, of the layers that bad OCR left 0 to 69 %.
"""

from collections.abc import Iterable

from selaras.models.terms import root_words

FEWEST_JUDGED = 20
SHORTEST = 4
_EDGES = ".,;:()[]\"'“”‘’•-–/*"
_PREFIXES = (
    *("memper", "diper", "meng", "meny", "men", "mem", "me", "peng", "peny", "pen", "pem", "per", "pe"),
    *("ber", "ter", "di", "ke", "se"),
)
_SUFFIXES = ("nya", "kan", "an", "i", "lah", "kah")
# Letters that a prefix swallows: memakai (pakai), menulis (tulis), mengirim (kirim), menyusun (susun).
_SWALLOWED = "ptks"


def language_share(texts: Iterable[str]) -> float | None:
    """Share of the words that are known; None where there are too few to judge. Numbers do not count."""
    words = [word for text in texts if (word := _judged(text))]
    if len(words) < FEWEST_JUDGED:
        return None
    return sum(map(is_known, words)) / len(words)


def _judged(text: str) -> str | None:
    word = text.strip(_EDGES).casefold()
    letters = sum(char.isalpha() for char in word)
    return word if len(word) >= SHORTEST and letters >= 2 and not any(map(str.isdigit, word)) else None


def is_known(word: str) -> bool:
    """Whether a word in small letters is a root, or may be made of one."""
    if not word.isalpha():
        return all(map(is_known, word.split("-"))) if "-" in word else False
    return not root_words().isdisjoint(_roots(word))


def _roots(word: str) -> set[str]:
    """What may be the root of a word: up to two endings and two prefixes taken off."""
    found = {word}
    for _ in range(2):
        found |= {root.removesuffix(affix) for root in found for affix in _SUFFIXES}
    for _ in range(2):
        found |= {root.removeprefix(affix) for root in found for affix in _PREFIXES}
    found |= {letter + root for root in found for letter in _SWALLOWED}
    return {root for root in found if len(root) > 2}
