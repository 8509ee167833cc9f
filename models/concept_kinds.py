"""What the catalogue of indicators is made of: concepts, their labels, and what they are confused with."""

from dataclasses import dataclass
from enum import StrEnum


class ConceptSource(StrEnum):
    """Where a concept is set."""

    RPJPN = "RPJPN"  # UU 59/2024: the 45 IUP and the indicators of the sasaran visi
    RPJMN = "RPJMN"  # Perpres 12/2025
    KESBANGPOL = "KESBANGPOL"  # what the Ministry of Home Affairs asks of Kesbangpol agencies
    DAERAH = "DAERAH"  # what regional plans commonly measure besides
    OWN = "OWN"  # a planner's own file beside the packaged ones


class LabelKind(StrEnum):
    """What a label is to its concept.

    OUTSIDE labels have none: they keep other measures from being taken for one of the catalogue.
    """

    PREF = "pref"
    ALT = "alt"
    REGIONAL = "regional"  # what regional plans measure in the place of the national indicator
    ABBR = "abbr"
    FALSE_FRIEND = "false_friend"  # looks like the concept, measures something else
    OUTSIDE = "outside"


class Match(StrEnum):
    """How a concept stands to the one under whose code it is answered (`same_as`)."""

    EXACT = "exact"  # the same measure, set again in another plan
    CLOSE = "close"  # nearly the same: values may be compared with care
    PART = "part"  # one of several measures that the plan prints as one indicator
    REGIONAL = "regional"  # fills its place in regional plans, and may measure something else


class Certainty(StrEnum):
    """How sure meaning, unit and direction of a concept are. That of figures stands with the figures."""

    HIGH = "high"  # read in the national plan or in the direction that is named as its basis
    MEDIUM = "medium"  # set by the named producer or regulation, whose text was not at hand
    CONVENTION = "convention"  # only what plans usually mean by it


@dataclass(frozen=True, slots=True)
class Concept:
    """A measure of the catalogue; `same_as` names the concept under whose code it is answered."""

    code: str
    label_id: str
    label_en: str
    unit: str
    direction: str  # up, down or none: which way is better
    level: str  # one of LEVELS: where it is measured
    source: ConceptSource
    same_as: str | None = None
    match: Match | None = None  # how it stands to `same_as`
    broader: str | None = None  # what it is a part of
    related: tuple[str, ...] = ()
    basis: str = ""  # the law or direction that sets it
    producer: str = ""  # who publishes its values
    certainty: Certainty = Certainty.CONVENTION
    note_id: str = ""  # what it measures, in a sentence
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A name that a concept goes by; `code` is empty for measures outside the catalogue.

    `ambiguous` is set where the same words stand for another measure, too.
    """

    code: str
    text: str
    kind: LabelKind
    language: str = "id"
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """What a concept is often confused with, and why it is not the same.

    `other` is the code of the other measure; where that is outside the catalogue, only its `label` is given.
    `abbreviation` is what both are shortened to where that alone makes people take one for the other.
    """

    code: str
    other: str
    label: str
    why_id: str
    why_en: str
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Concepts, their labels and their false friends, as one or several files have them."""

    concepts: tuple[Concept, ...] = ()
    labels: tuple[Label, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()


NO_ENTRIES = Entries()
DIRECTIONS = ("up", "down", "none")
LEVELS = ("NATIONAL", "REGIONAL", "PROVINCE", "DISTRICT", "ALL")  # REGIONAL: provinces and districts


def join_entries(first: Entries, second: Entries) -> Entries:
    """The entries of both, those of the first before those of the second."""
    return Entries(
        (*first.concepts, *second.concepts),
        (*first.labels, *second.labels),
        (*first.false_friends, *second.false_friends),
    )
