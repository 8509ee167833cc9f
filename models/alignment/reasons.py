"""Why two statements were linked, in words that name what was found in both texts."""

from dataclasses import dataclass

from selaras.models.alignment.analysis import Analysis, indonesian
from selaras.models.alignment.engine import ItemRows, ScoredPairs
from selaras.models.alignment.items import Item
from selaras.models.alignment.profiles import Profile, TopicMention
from selaras.models.alignment.thesaurus import common_topic, load_thesaurus, nearness
from selaras.models.measures.matching import units_conflict
from selaras.models.messages import Message, message

MOST_WORDS = 6
MOST_TOPICS = 2
SIDE_TOPIC = 0.6  # share of the main topic's strength from which another is told
CLOSE_TOPICS = 0.4  # nearness from which a topic that both texts touch is told
LOOKS_ALIKE = 0.5  # likeness of letters that is told where no word is shared


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared, texts without names of regions, and what was found."""

    source: Profile
    target: Profile
    same_text: bool = False
    opposed: bool = False
    says_little: bool = False  # one of the two
    letters: float = 0.0

    @classmethod
    def of(cls, sources: ItemRows, targets: ItemRows, found: ScoredPairs, row: int) -> "Compared":
        """What was found of one pair."""
        alike = found.likeness
        source = sources.profiles[found.pairs.sources[row]]
        target = targets.profiles[found.pairs.targets[row]]
        return cls(
            source,
            target,
            bool(alike.same_text[row]),
            bool(alike.opposed[row]),
            source.says_little or target.says_little,
            float(alike.letters[row]),
        )


def find_reasons(
    source: Item, target: Item, compared: Compared, analysis: Analysis | None = None
) -> tuple[Message, ...]:
    """Tell what speaks for a link, the strongest first, and what speaks against it; never empty."""
    against = _against(source, target, compared)
    if compared.same_text:
        return (message("link.same_text"), *against)
    by = analysis or indonesian()
    own, other = compared.source, compared.target
    found = [
        *_concept_reasons(source, target),
        *_word_reasons(own, other, by),
        *(_topic_reasons(own, other) if by.thesaurus else ()),
    ]
    if not found and compared.letters >= LOOKS_ALIKE:
        found = [message("link.alike_in_letters")]
    if not found and compared.says_little:
        found = [message("link.says_little")]
    return (*(found or [message("link.nothing_shared")]), *against)


def _against(source: Item, target: Item, compared: Compared) -> list[Message]:
    """Opposite directions speak against a link; other units at least against comparing values."""
    against = [message("link.opposed")] if compared.opposed else []
    if _units_differ(source, target):
        against.append(message("link.unit_differs", source=source.unit, target=target.unit))
    return against


def _units_differ(source: Item, target: Item) -> bool:
    return bool(source.unit and target.unit) and units_conflict(source.unit, target.unit)


def _concept_reasons(source: Item, target: Item) -> list[Message]:
    shared = sorted(source.concepts & target.concepts)
    return [message("link.same_concept", concept=", ".join(shared))] if shared else []


def _word_reasons(source: Profile, target: Profile, by: Analysis) -> list[Message]:
    """Name the shared words as each side writes them; boilerplate is no reason."""
    shared = {stem for _, stem in source.words} & {stem for _, stem in target.words} - by.boilerplate
    if not shared:
        return []
    own, other = _written(source, shared), _written(target, shared)
    if set(own) == set(other):
        return [message("link.shared_words", words=", ".join(own))]
    return [message("link.common_words", source=", ".join(own), target=", ".join(other))]


def _written(profile: Profile, stems: set[str]) -> list[str]:
    return list(dict.fromkeys(word for word, stem in profile.words if stem in stems))[:MOST_WORDS]


def _topic_reasons(source: Profile, target: Profile) -> list[Message]:
    """Name the topics that both texts speak of in different words, and that matter beside the main one."""
    pairs = _topic_pairs(source, target)
    told: dict[str, Message] = {}
    for strength, own, other in pairs:
        if strength < SIDE_TOPIC * pairs[0][0]:
            break
        topic = common_topic(own.topic, other.topic)
        if topic and topic not in told:
            told[topic] = _topic_reason(topic, own, other)
    return list(told.values())[:MOST_TOPICS]


def _topic_pairs(source: Profile, target: Profile) -> list[tuple[float, TopicMention, TopicMention]]:
    """Mentions of near topics in different words with their strength, the strongest first."""
    pairs = [
        (_strength(own, other), own, other)
        for own in source.mentions
        for other in target.mentions
        if nearness(own.topic, other.topic) >= CLOSE_TOPICS and own.words != other.words
    ]
    return sorted(pairs, key=lambda pair: -pair[0])


def _strength(own: TopicMention, other: TopicMention) -> float:
    weight = load_thesaurus().topics[own.topic].weight
    return own.strength * other.strength * nearness(own.topic, other.topic) * weight


def _topic_reason(topic: str, own: TopicMention, other: TopicMention) -> Message:
    return message(f"link.topic.{topic}", source=" ".join(own.words), target=" ".join(other.words))
