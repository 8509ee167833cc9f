"""What makes two statements alike, in measures that a planner understands, each from 0 to 1.

    words    the words they share, by stem; rare words count more, boilerplate of planning little
    letters  the runs of letters they share, which forgives misprints
    topics   how far the topics of each lie within those of the other, both ways (geometric mean)

Where a statement has no topic that the thesaurus knows, its words stand in for them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from selaras.models.alignment.spelling import mend
from selaras.models.alignment.thesaurus import load_thesaurus, nearness
from selaras.models.ids import fold
from selaras.models.terms import find_words, load_terms, stem, topic_key

GRAM = 4  # letters
BOILERPLATE = 0.3  # share of its weight that a word of boilerplate keeps
LATER = 0.9  # each later term of a statement says a little less about it than the one before
REPEATED = 0.3  # what a second and third term of the same topic add
PLAIN = 0.8  # strength from which a topic counts as fully there

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TopicMention:
    """A topic and the words of the text that speak of it."""

    topic: str
    strength: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A text, taken apart once."""

    folded: str
    words: tuple[tuple[str, str], ...]  # as written (small letters) and stem
    grams: tuple[str, ...]
    mentions: tuple[TopicMention, ...]
    shares: Vector  # topic -> its share of the text
    reach: Vector  # topic -> how near the text comes to it


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a source and a target are; `same_concept` where indicators of both measure the same."""

    words: float
    letters: float
    topics: float
    same_text: bool = False
    same_concept: bool = False

    @property
    def wording(self) -> float:
        """Likeness of the wording: by words, or by letters where misprints hide the words."""
        return max(self.words, self.letters)


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much each stem and run of letters weighs among the texts of one task: the rarer, the more."""

    texts: int
    stems: Mapping[str, int]  # number of texts that have it
    grams: Mapping[str, int]

    def stem_vector(self, profile: Profile) -> Vector:
        """The stems of a text with their weights, of length 1."""
        return _unit_vector(Counter(stem for _, stem in profile.words), self._stem_weight)

    def gram_vector(self, profile: Profile) -> Vector:
        """The runs of letters of a text with their weights, of length 1."""
        return _unit_vector(Counter(profile.grams), lambda gram: _rarity(self.texts, self.grams.get(gram, 0)))

    def _stem_weight(self, stem: str) -> float:
        plain = BOILERPLATE if stem in load_terms().boilerplate else 1.0
        return plain * _rarity(self.texts, self.stems.get(stem, 0))


@lru_cache(maxsize=20_000)
def build_profile(text: str) -> Profile:
    """Take a text apart from which the names of regions were left out; any text will do."""
    written = find_words(text)
    meant = [(word, one) for word in written for one in mend(word)]
    words = tuple((word, stem(one)) for word, one in meant)
    mentions = tuple(_find_topics(meant))
    strengths = _topic_strengths(mentions)
    grams = tuple(gram for word in written for gram in _grams(word))
    return Profile(fold(text), words, grams, mentions, _shares(strengths), _reach(strengths))


def build_weighing(profiles: Iterable[Profile]) -> Weighing:
    """Count in how many texts each stem and run of letters stands."""
    stems: Counter[str] = Counter()
    grams: Counter[str] = Counter()
    texts = 0
    for profile in profiles:
        texts += 1
        stems.update({stem for _, stem in profile.words})
        grams.update(set(profile.grams))
    return Weighing(texts, stems, grams)


def topic_likeness(source: Profile, target: Profile, *, instead: float) -> float:
    """The measure `topics`; `instead` where one of the two has no topic."""
    if not source.shares or not target.shares:
        return instead
    return sqrt(_within(source, target) * _within(target, source))


def _within(inner: Profile, outer: Profile) -> float:
    """How far the topics of one text lie within those of another."""
    return sum(share * outer.reach.get(topic, 0.0) for topic, share in inner.shares.items())


def _find_topics(words: Sequence[tuple[str, str]]) -> Iterable[TopicMention]:
    """Find what words, as written and as meant, speak of."""
    found = load_thesaurus().find([topic_key(meant) for _, meant in words])
    for position, mention in enumerate(found):
        written = tuple(dict.fromkeys(word for word, _ in words[mention.start : mention.end]))
        for topic, weight in mention.topics.items():
            yield TopicMention(topic, weight * LATER**position, written)


def _topic_strengths(mentions: tuple[TopicMention, ...]) -> dict[str, float]:
    """How strongly a text speaks of each topic: its best term, and a little for two more."""
    by_topic: dict[str, list[float]] = {}
    for mention in mentions:
        by_topic.setdefault(mention.topic, []).append(mention.strength)
    ranked = {topic: sorted(strengths, reverse=True) for topic, strengths in by_topic.items()}
    return {topic: best[0] + REPEATED * sum(best[1:3]) for topic, best in ranked.items()}


def _shares(strengths: Vector) -> dict[str, float]:
    """The share of each topic; they add up to less than 1 where the text but hints at what it is about."""
    weights = {topic: load_thesaurus().topics[topic].weight for topic in strengths}
    weighed = {topic: strength * weights[topic] for topic, strength in strengths.items()}
    total = max(sum(weighed.values()), PLAIN * max(weights.values(), default=1.0))
    return {topic: weight / total for topic, weight in weighed.items()}


def _reach(strengths: Vector) -> dict[str, float]:
    """For every topic, how near the nearest topic of the text comes to it."""
    present = {topic: min(1.0, strength / PLAIN) for topic, strength in strengths.items()}
    reached = {
        topic: max((nearness(topic, own) * there for own, there in present.items()), default=0.0)
        for topic in load_thesaurus().topics
    }
    return {topic: near for topic, near in reached.items() if near}


def _grams(word: str) -> Iterable[str]:
    """Runs of letters of a word with its ends marked; a short word is one run."""
    marked = f" {word} "
    return (marked[start : start + GRAM] for start in range(max(1, len(marked) - GRAM + 1)))


def _rarity(texts: int, having: int) -> float:
    return log((1 + texts) / (1 + having)) + 1


def _unit_vector(counts: Counter[str], weight: Callable[[str], float]) -> dict[str, float]:
    raw = {key: (1 + log(count)) * weight(key) for key, count in counts.items()}
    length = sqrt(sum(value * value for value in raw.values()))
    return {key: value / length for key, value in raw.items()} if length else {}
