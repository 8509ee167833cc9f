"""Why two statements were linked, in words that name what was found in both texts."""

from selaras.models.alignment.features import Profile, TopicMention
from selaras.models.alignment.item_index import Candidate, MeasuredItem
from selaras.models.alignment.thesaurus import common_topic, load_thesaurus, nearness
from selaras.models.measures.matching import units_conflict
from selaras.models.messages import Message, message
from selaras.models.terms import load_terms

MOST_WORDS = 6
MOST_TOPICS = 2
SIDE_TOPIC = 0.6  # share of the main topic's strength from which another is told
CLOSE_TOPICS = 0.4  # nearness from which a topic that both texts touch is told
LOOKS_ALIKE = 0.5  # likeness of letters that is told where no word is shared


def find_reasons(source: MeasuredItem, candidate: Candidate) -> tuple[Message, ...]:
    """Tell what speaks for a link, the strongest first, and what speaks against it; never empty."""
    alike, target = candidate.likeness, candidate.target
    against = _unit_reasons(source, target)
    if alike.same_text:
        return (message("link.same_text"), *against)
    found = [
        *_concept_reasons(source, target),
        *_word_reasons(source.profile, target.profile),
        *_topic_reasons(source.profile, target.profile),
    ]
    if not found and alike.letters >= LOOKS_ALIKE:
        found = [message("link.alike_in_letters")]
    return (*(found or [message("link.nothing_shared")]), *against)


def _unit_reasons(source: MeasuredItem, target: MeasuredItem) -> list[Message]:
    """Units that cannot stand for each other speak against a link, or at least against comparing values."""
    units = {"source": source.item.unit, "target": target.item.unit}
    return [message("link.unit_differs", **units)] if units_conflict(*units.values()) else []


def _concept_reasons(source: MeasuredItem, target: MeasuredItem) -> list[Message]:
    shared = sorted(source.item.concepts & target.item.concepts)
    return [message("link.same_concept", concept=", ".join(shared))] if shared else []


def _word_reasons(source: Profile, target: Profile) -> list[Message]:
    """Name the shared words as the source writes them; boilerplate is no reason."""
    stems = {stem for _, stem in target.words} - load_terms().boilerplate
    shared = dict.fromkeys(word for word, stem in source.words if stem in stems)
    return [message("link.shared_words", words=", ".join(list(shared)[:MOST_WORDS]))] if shared else []


def _topic_reasons(source: Profile, target: Profile) -> list[Message]:
    """Name the topics that both texts speak of in different words, and that matter beside the main one."""
    pairs = _topic_pairs(source, target)
    told: dict[str, Message] = {}
    for own, other in pairs:
        topic = common_topic(own.topic, other.topic)
        if topic and topic not in told and _strength(own, other) >= SIDE_TOPIC * _strength(*pairs[0]):
            told[topic] = _topic_reason(topic, own, other)
    return list(told.values())[:MOST_TOPICS]


def _topic_pairs(source: Profile, target: Profile) -> list[tuple[TopicMention, TopicMention]]:
    pairs = [
        (own, other)
        for own in source.mentions
        for other in target.mentions
        if nearness(own.topic, other.topic) >= CLOSE_TOPICS and own.words != other.words
    ]
    return sorted(pairs, key=lambda pair: -_strength(*pair))


def _strength(own: TopicMention, other: TopicMention) -> float:
    weight = load_thesaurus().topics[own.topic].weight
    return own.strength * other.strength * nearness(own.topic, other.topic) * weight


def _topic_reason(topic: str, own: TopicMention, other: TopicMention) -> Message:
    return message(f"link.topic.{topic}", source=" ".join(own.words), target=" ".join(other.words))
