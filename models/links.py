"""Links between things of different documents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from selaras.models.ids import IndicatorId, LinkId, StatementId, make_id
from selaras.models.messages import Message
from selaras.models.passages import Passage
from selaras.models.relations import Relation

NodeId = StatementId | IndicatorId

LINKED = 0.5  # a pair counts as linked from this probability on
PARTLY_LINKED = 0.3  # a less probable proposal says nothing at all


class LinkState(StrEnum):
    """What people have said of a link; the program only proposes."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    SUSPECT = "suspect"  # decided once, but one end has changed since


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two things, how probable it is, why, and both passages that show it.

    `decided_by` and `decided_at` (UTC) are set by a person's decision, None while the link is only proposed.
    """

    id: LinkId
    relation: Relation
    source: NodeId
    target: NodeId
    probability: float
    reasons: tuple[Message, ...]
    source_passage: Passage
    target_passage: Passage
    state: LinkState = LinkState.PROPOSED
    decided_by: str | None = None
    decided_at: datetime | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"probability {self.probability} is outside 0 to 1")


def link_id(relation: Relation, source: NodeId, target: NodeId) -> LinkId:
    """Make the id of a link from its ends, so that linking again finds the same link."""
    return LinkId(make_id("l", relation, source, target))


def is_likely(link: Link) -> bool:
    """Tell whether a link counts: confirmed by a person, or more likely than not and not rejected."""
    if link.state is LinkState.PROPOSED:
        return link.probability >= LINKED
    return link.state is LinkState.CONFIRMED
