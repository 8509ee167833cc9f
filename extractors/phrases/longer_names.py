"""Where a name goes on behind a label that is only its beginning: "Tingkat Kemiskinan | Energi".

It ends before words that tell of a measure and do not name one: verbs, prepositions, conjunctions, words for
values, times and places (`bounds` in data/measures.toml).
"""

import re
from functools import cache
from itertools import pairwise

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.concept_trie import Word, joined_words
from selaras.models.indicator_names import load_words
from selaras.models.lemmas import lemma

MOST_WORDS = 6  # of a name behind its label; from there on it cannot be the label's any more
VERB = ("me", "di")
CLOSED = re.compile(r"\s+(?:\([A-Z][\w-]{0,14}\)\s+)?")  # its abbreviation may stand between


def name_end(text: str, words: list[Word], first: int, last: int) -> int:
    """The number of the last word of the name of which the words from one to another are the beginning."""
    end = last
    for at, following in pairwise(joined_words(text, words, last)):
        alone = at == first  # a capital letter at the beginning of a sentence says nothing
        if following - last > MOST_WORDS or _ends_between(text, words[at], words[following], alone=alone):
            break
        end = following
    return end


def _ends_between(text: str, one: Word, other: Word, *, alone: bool) -> bool:
    """Whether a name ends between two words, the first of which may be all that there is of it."""
    gap, begun = text[one.end : other.start], text[other.start : other.end]
    if not CLOSED.fullmatch(gap) or is_bound(other.text):
        return True
    next_item = "\n" in gap and begun[0].isupper()
    return next_item or _changes_case(text[one.start : one.end], begun, alone=alone)


def _changes_case(one: str, other: str, *, alone: bool) -> bool:
    """Whether a name in capitals is followed by small letters, or the reverse; abbreviations apart."""
    if one.isupper() or other.isupper():
        return False
    return other[0].isupper() != one[0].isupper() and not (alone and one[0].isupper())


@cache
def is_bound(word: str) -> bool:
    """Whether a word in small letters is no part of the name of a measure that stands before it."""
    table = load_table("measures.toml")
    if not word.isalpha() or word in _bounds():
        return True
    return word.startswith(VERB) and lemma(word) != word and word not in table["attributes"].split()


@cache
def _bounds() -> frozenset[str]:
    return frozenset(load_table("measures.toml")["bounds"].split()) | load_words().dropped
