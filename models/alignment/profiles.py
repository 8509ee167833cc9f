"""One text taken apart: its words, and what they speak of.

>>> profile = build_profile("Masyarakat yang sehat menyeluruh")
>>> profile.words[1], [mention.topic for mention in profile.mentions]
(('sehat', 'sehat'), ['social', 'health'])
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.alignment.analysis import Analysis, indonesian
from selaras.models.alignment.thesaurus import Thesaurus

HINT = 0.5  # a weaker term only hints at its topic
FEW_WORDS = 2  # a text with fewer words of meaning is a slogan
LATER = 0.9  # each later term of a statement says a little less about it than the one before
REPEATED = 0.3  # what a second and third term of the same topic add
PLAIN = 0.8  # strength from which a topic counts as fully there


@dataclass(frozen=True, slots=True)
class TopicMention:
    """A topic and the words of the text that speak of it."""

    topic: str
    strength: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A text, taken apart."""

    words: tuple[tuple[str, str], ...]  # as written (small letters) and stem
    mentions: tuple[TopicMention, ...]
    says_little: bool  # too little to compare: hardly a word of meaning, and but a hint at a topic


def build_profile(text: str, analysis: Analysis | None = None) -> Profile:
    """Take a text apart from which the names of regions were left out; any text will do."""
    by = analysis or indonesian()
    meant = [(word, one) for word in by.find_words(text) for one in by.mend(word)]
    words = tuple([(word, by.stem(one)) for word, one in meant])
    mentions = tuple(_find_topics(meant, by))
    hints = all(mention.strength < HINT for mention in mentions)
    little = hints and len({stem for _, stem in words} - by.boilerplate) < FEW_WORDS
    return Profile(words, mentions, little)


def _find_topics(words: Sequence[tuple[str, str]], by: Analysis) -> Iterator[TopicMention]:
    """Find what words, as written and as meant, speak of."""
    if by.thesaurus is None:
        return
    keys = [by.topic_key(meant) for _, meant in words]
    for position, mention in enumerate(by.thesaurus.find(keys)):
        written = tuple(dict.fromkeys([word for word, _ in words[mention.start : mention.end]]))
        for topic, weight in mention.topics.items():
            yield TopicMention(topic, weight * LATER**position, written)


def topic_strengths(profile: Profile) -> dict[str, float]:
    """How strongly a text speaks of each topic: its best term, and a little for two more."""
    by_topic: dict[str, list[float]] = {}
    for mention in profile.mentions:
        by_topic.setdefault(mention.topic, []).append(mention.strength)
    return {topic: _joined(strengths) for topic, strengths in by_topic.items()}


def _joined(strengths: list[float]) -> float:
    best, *more = sorted(strengths, reverse=True)
    return best + REPEATED * sum(more[:2])


def topic_shares(strengths: Mapping[str, float], thesaurus: Thesaurus) -> dict[str, float]:
    """The share of each topic; they add up to less than 1 where the text but hints at what it is about."""
    weights = {topic: thesaurus.topics[topic].weight for topic in strengths}
    weighed = {topic: strength * weights[topic] for topic, strength in strengths.items()}
    total = max(sum(weighed.values()), PLAIN * max(weights.values(), default=1.0))
    return {topic: weight / total for topic, weight in weighed.items()}
