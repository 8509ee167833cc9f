"""Which language texts are in, told by the small words that stand in every sentence.

>>> guess_language(["Masyarakat yang sehat dan sejahtera", "Pendidikan bermutu untuk semua"])
'id'
>>> guess_language(["The system shall keep a log of all errors"])
'en'
>>> guess_language(["SPBE", "PDRB 2025"]) is None
True
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from selaras.models import english, terms
from selaras.models.messages import Language

FEWEST = 2  # small words of a language that must stand in all the texts together
CLEARLY = 3  # times as often as those of the other language
TEXTS, WORDS = 2_000, 60  # texts of a list, and words of each, that are looked at

WORD = re.compile(r"[^\W\d_]+")


def guess_language(texts: Iterable[str]) -> Language | None:
    """Tell which language texts are in; None where they have too few small words, or those of both."""
    counts = _count_small_words(texts)
    (first, most), (_, less) = sorted(counts.items(), key=lambda item: -item[1])
    return first if most >= FEWEST and most >= CLEARLY * less else None


def _count_small_words(texts: Iterable[str]) -> dict[Language, int]:
    found: Counter[str] = Counter()
    for text in islice(texts, TEXTS):
        found.update(match[0].casefold() for match in islice(WORD.finditer(text), WORDS))
    return {
        language: sum(count for word, count in found.items() if word in words)
        for language, words in _small_words().items()
    }


@cache
def _small_words() -> Mapping[Language, frozenset[str]]:
    """The small words of each language; those listed for both are English ones that Indonesian lists too."""
    both = english.load_terms().function
    return {"id": terms.load_terms().function - both, "en": both}
