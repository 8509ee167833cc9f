"""What the words of development planning are about, and how near the topics are to each other.

Reads `data/thesaurus.toml`: a tree of topics with the words and phrases of each. It lets "masyarakat yang
sehat menyeluruh" meet "kesehatan untuk semua", and "pengentasan kemiskinan" meet "perlindungan sosial yang
adaptif".
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selaras.models.terms import find_words, topic_key

STRONG, WEAK = 1.0, 0.4  # how much a term says about its topic
MEANS = 0.6  # weight of a topic that is often only the way or the place
STEP = 0.8  # nearness of a topic to the first of those right above it, and again for each further step
SIDE_STEP = 0.65  # the same for the others right above it
SIBLINGS = 0.4  # nearness of two topics under a common one
DISTANT = 0.1  # nearness of two topics that only belong to the same mission

Keys = tuple[str, ...]  # see `topic_key`


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic (topik) of planning, under wider ones."""

    code: str
    parents: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a text: where its words stand, and what it says about each topic (0 to 1)."""

    start: int
    end: int
    topics: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """All topics, and the terms that speak of them by their keys; a term without topics is neutral."""

    topics: Mapping[str, Topic]
    terms: Mapping[Keys, Mapping[str, float]]
    forms: frozenset[str]  # every word of a term as written
    longest: int  # words

    def find(self, keys: Sequence[str]) -> Iterator[Mention]:
        """Find the terms in the keys of a text, the longest first from each place, without overlap."""
        position = 0
        while position < len(keys):
            mention = self._at(keys, position)
            if mention and mention.topics:
                yield mention
            position = mention.end if mention else position + 1

    def _at(self, keys: Sequence[str], start: int) -> Mention | None:
        for end in range(min(start + self.longest, len(keys)), start, -1):
            topics = self.terms.get(tuple(keys[start:end]))
            if topics is not None:
                return Mention(start, end, topics)
        return None


@cache
def load_thesaurus() -> Thesaurus:
    """Read the packaged thesaurus."""
    text = files("selaras.models").joinpath("data", "thesaurus.toml").read_text(encoding="utf-8")
    return build_thesaurus(tomllib.loads(text))


def build_thesaurus(table: Mapping[str, Mapping[str, object]]) -> Thesaurus:
    """Make a thesaurus from tables `topic.*` and `neutral`.

    Raises ValueError where a parent is no topic or a term has no word.
    """
    topics = {code: _topic(code, entry) for code, entry in table["topic"].items()}
    unknown = {parent for topic in topics.values() for parent in topic.parents} - topics.keys()
    if unknown:
        raise ValueError(f"no topics: {', '.join(sorted(unknown))}")
    listed = list(_listed_terms(table))
    empty = [term for term, _, _ in listed if not find_words(term)]
    if empty:
        raise ValueError(f"terms without a word: {', '.join(empty)}")
    terms = _weigh_terms([(_keys(term), code, weight) for term, code, weight in listed])
    forms = frozenset(word for term, _, _ in listed for word in find_words(term))
    return Thesaurus(topics, terms, forms, max(map(len, terms)))


@cache
def nearness(first: str, second: str) -> float:
    """How near two topics are: 1 for the same, less for a wider one, little for neighbours, 0 for others."""
    ups, others = _upwards(first), _upwards(second)
    shared = ups.keys() & others.keys()
    return max((_nearness_by(code, ups[code], others[code]) for code in shared), default=0.0)


@cache
def common_topic(first: str, second: str) -> str | None:
    """The topic through which two are nearest: one of them, or one above both."""
    ups, others = _upwards(first), _upwards(second)
    shared = ups.keys() & others.keys()
    return max(shared, key=lambda code: (_nearness_by(code, ups[code], others[code]), code), default=None)


def _nearness_by(common: str, up: float, other: float) -> float:
    if max(up, other) == 1.0:
        return up * other
    return SIBLINGS if load_thesaurus().topics[common].parents else DISTANT


@cache
def _upwards(code: str) -> Mapping[str, float]:
    """A topic and all those above it, with their nearness."""
    near = {code: 1.0}
    for place, parent in enumerate(load_thesaurus().topics[code].parents):
        for above, more in _upwards(parent).items():
            near[above] = max(near.get(above, 0.0), more * (SIDE_STEP if place else STEP))
    return near


def _topic(code: str, entry: object) -> Topic:
    if not isinstance(entry, Mapping):
        raise TypeError(f"topic {code} is no table")
    return Topic(code, tuple(entry["parents"]), MEANS if entry.get("means") else 1.0)


def _listed_terms(table: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, float]]:
    """Each term with its topic and weight; the neutral ones have no topic."""
    yield from ((term, "", 0.0) for term in _texts(table["neutral"]["terms"]))
    for code, entry in table["topic"].items():
        if isinstance(entry, Mapping):
            yield from ((term, code, STRONG) for term in _texts(entry["terms"]))
            yield from ((term, code, WEAK) for term in _texts(entry["weak"]))


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError(f"no list of terms: {value!r}")
    return [str(item) for item in value]


def _weigh_terms(listed: Sequence[tuple[Keys, str, float]]) -> dict[Keys, dict[str, float]]:
    """Gather the topics of each term; a term of several topics says less about each."""
    gathered: dict[Keys, dict[str, float]] = {}
    for keys, code, weight in listed:
        topics = gathered.setdefault(keys, {})
        if code:
            topics[code] = max(weight, topics.get(code, 0.0))
    return {
        keys: {code: weight / len(topics) ** 0.5 for code, weight in topics.items()}
        for keys, topics in gathered.items()
    }


def _keys(term: str) -> Keys:
    return tuple(topic_key(word) for word in find_words(term))
