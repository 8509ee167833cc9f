"""The words of a statement and their stems: what two statements must share to say the same.

>>> [stem(word) for word in find_words("Meningkatnya derajat kesehatan masyarakat")]
['tingkat', 'derajat', 'sehat', 'masyarakat']

Words without a meaning of their own (dan, yang, untuk) are left out, and, before words are compared, the
names of regions, so that no region fares better than another. Reads the packaged list `data/terms.toml`.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from selaras.models.region_names import Strength
from selaras.models.regions import RegionTable, load_regions

# A run of letters; "R&D" and "anti-korupsi" are one word each.
WORD = re.compile(r"[^\W\d_]+(?:[&-][^\W\d_]+)*")
# A word that bears no affix that the rules know (PySastrawi's, with infixes): they leave it as it is.
BARE_WORD = re.compile(
    r"(?!di|ke|se|be|te|me|pe|kau|ku|[b-df-hj-np-tv-z](?:er|el|em|in)[aiueo])"
    r"[a-z]+(?<!lah)(?<!kah)(?<!tah)(?<!pun)(?<!ku)(?<!mu)(?<!nya)(?<!is)(?<!isme)(?<!i)(?<!an)"
)
LONGEST_WORD = 40  # letters; longer runs are no words, and stemming them is slow


@dataclass(frozen=True, slots=True)
class TermTable:
    """Words that are read in a way of their own."""

    function: frozenset[str]  # without a meaning of their own
    boilerplate: frozenset[str]  # stems that stand in plans about anything
    apart: frozenset[str]  # with a topic of their own, other than that of their root
    stems: Mapping[str, str]  # where the rules of the language lead astray
    forms: frozenset[str]  # all words of the list as written, known to be no misprints


@cache
def load_terms() -> TermTable:
    """Read the packaged list."""
    text = files("selaras.models").joinpath("data", "terms.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    boilerplate = table["boilerplate"]["words"].split()
    stems: dict[str, str] = table["stems"]
    stemmed = frozenset(stems.get(word) or _stemmer()(word) for word in boilerplate)
    function, apart = (frozenset(table[name]["words"].split()) for name in ("function", "apart"))
    return TermTable(function, stemmed, apart, stems, frozenset((*boilerplate, *apart, *stems)))


@cache
def root_words() -> frozenset[str]:
    """The root words of the language, as PySastrawi's dictionary has them."""
    return frozenset(StemmerFactory().get_words())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Take the affixes off a word in small letters."""
    return load_terms().stems.get(word) or rule_stem(word)


@lru_cache(maxsize=100_000)
def rule_stem(word: str) -> str:
    """What the rules of the language leave of a word in small letters, without our exceptions."""
    if len(word) > LONGEST_WORD or BARE_WORD.fullmatch(word):  # asking the rules is slow
        return word
    return _stemmer()(word) or word


def topic_key(word: str) -> str:
    """What a word is looked up by when topics are sought: its stem, or itself where it stands apart."""
    return word if word in load_terms().apart else stem(word)


def find_words(text: str) -> tuple[str, ...]:
    """Find the words that carry meaning, in small letters and reading order, repeated ones too."""
    found = (part for match in WORD.findall(text.casefold()) for part in _parts(match))
    return tuple(word for word in found if len(word) > 1 and word not in load_terms().function)


def without_regions(text: str, regions: RegionTable | None = None) -> str:
    """Leave out the names of regions, those of the packaged table unless another is given."""
    kept, position = [], 0
    for mention in (regions or load_regions()).find(text):
        if mention.strength is Strength.STRONG or mention.text[0].isupper():
            kept.append(text[position : mention.start])
            position = mention.end
    return " ".join((*kept, text[position:]))


def _parts(word: str) -> tuple[str, ...]:
    """Halves of a repeated or joined word: nilai-nilai gives nilai, anti-korupsi both its parts."""
    return (word,) if "&" in word else tuple(dict.fromkeys(word.split("-")))


@cache
def _stemmer() -> Callable[[str], str]:
    inner = StemmerFactory().create_stemmer()
    return lambda word: str(inner.stem(word))
