"""The words of English statements and their stems, as `selaras.models.terms` has them for Indonesian.

>>> [stem(word) for word in find_words("The TMALI_HK shall report buffer overflows via getErrorCount().")]
['tmali', 'hk', 'report', 'buffer', 'overflow', 'get', 'error', 'count']

Words without a meaning of their own (the, of, shall) are left out. Names in programs are read as the words
they are made of. Reads the packaged list `data/english_terms.toml`; stems are those of Snowball (Porter 2).
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

LONGEST_WORD = 40  # letters; longer runs are no words

RUN = re.compile(r"[^\W\d_]+")
# A plural of capitals (APIs) is one word; else capitals begin a word, and end before one (XMLFile).
PLURAL = re.compile(r"[A-Z]{2,}s")
CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class EnglishTerms:
    """Words that are read in a way of their own."""

    function: frozenset[str]  # without a meaning of their own
    boilerplate: frozenset[str]  # stems that stand in statements about anything


@cache
def load_terms() -> EnglishTerms:
    """Read the packaged list."""
    text = files("selaras.models").joinpath("data", "english_terms.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    function, boilerplate = (table[name]["words"].split() for name in ("function", "boilerplate"))
    return EnglishTerms(frozenset(function), frozenset(map(stem, boilerplate)))


def find_words(text: str) -> tuple[str, ...]:
    """Find the words that carry meaning, in small letters and reading order, repeated ones too."""
    words = (part.casefold() for run in RUN.findall(text) for part in _parts(run))
    return tuple(word for word in words if len(word) > 1 and word not in load_terms().function)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Take the endings off a word in small letters."""
    return word if len(word) > LONGEST_WORD else _stemmer()(word)


def as_written(word: str) -> tuple[str, ...]:
    """What a word was meant to be: no misprints are mended in English."""
    return (word,)


def _parts(run: str) -> Iterator[str]:
    """The words that a run of letters is made of."""
    yield from (run[:-1],) if PLURAL.fullmatch(run) else CAPITALS.split(run)


@cache
def _stemmer() -> Callable[[str], str]:
    inner = snowballstemmer.stemmer("english")
    return lambda word: str(inner.stemWord(word))
