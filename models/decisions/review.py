"""What lies before a reviewer: links with both ends as they stand, and what is known about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import log2

from selaras.models.decisions.changes import Change, find_changes
from selaras.models.decisions.ends import End
from selaras.models.decisions.log import Decision
from selaras.models.documents import PlanningDocument
from selaras.models.ids import LinkId
from selaras.models.links import Link, LinkState
from selaras.models.relations import Relation


@dataclass(frozen=True, slots=True)
class ReviewedEnd:
    """An end of a link, in its document."""

    end: End
    document: PlanningDocument


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A link to review.

    `decision` is the one that its state comes from. `lost` tells that an end is in no current document.
    `effect` counts the statuses of coverage that a decision about it would settle.
    """

    link: Link
    source: ReviewedEnd
    target: ReviewedEnd
    revision: int = 0
    decision: Decision | None = None
    lost: bool = False
    effect: int = 0

    @property
    def changes(self) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """What changed at the source and at the target since the decision."""
        made = self.decision
        if made is None or made.target is None or self.lost:
            return (), ()
        return find_changes(made.source, self.source.end), find_changes(made.target, self.target.end)

    @property
    def priority(self) -> float:
        """How much a decision helps: effect times uncertainty."""
        return self.effect * uncertainty(self.link)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which links to look at; what is None is not asked for. A province holds its regencies and cities.

    `documents` are hashes, of which one end must be in one.
    """

    states: frozenset[LinkState] = frozenset({LinkState.PROPOSED, LinkState.SUSPECT})
    relation: Relation | None = None
    region: str | None = None
    documents: frozenset[str] | None = None
    lost: bool = False

    def lets_pass(self, item: ReviewItem) -> bool:
        """Tell whether a link is asked for."""
        return (
            item.lost is self.lost
            and (self.lost or item.link.state in self.states)
            and (self.relation is None or item.link.relation is self.relation)
            and self.asks_for(item.source.document, item.target.document)
        )

    def asks_for(self, *documents: PlanningDocument) -> bool:
        """Tell whether one of the documents is asked for."""
        by_region = self.region is None or any(_is_in(one.region, self.region) for one in documents)
        named = self.documents is None or any(one.sha256 in self.documents for one in documents)
        return by_region and named


def uncertainty(link: Link) -> float:
    """The entropy of the probability in bits: 1 where it is even, 0 where it is certain or decided.

    What was decided about an earlier wording says nothing certain about this one: 1.
    """
    if link.state is LinkState.SUSPECT:
        return 1.0
    chance = link.probability
    if link.state is not LinkState.PROPOSED or chance in (0.0, 1.0):
        return 0.0
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)


def in_order(items: Iterable[ReviewItem]) -> list[ReviewItem]:
    """The links in the order in which deciding helps most.

    priority = effect * H(p), where `effect` is the number of statuses of coverage (statement and side, up and
    down through all levels) that differ between the link confirmed and the link rejected, and H(p) the
    entropy of its probability in bits. Of equal ones the less certain comes first.
    """
    return sorted(items, key=lambda one: (-one.priority, -uncertainty(one.link), one.link.id))


def rivals(item: ReviewItem, items: Iterable[ReviewItem]) -> list[ReviewItem]:
    """The other candidates of the same source, the most probable first."""
    link = item.link
    others = (
        one
        for one in items
        if (one.link.source, one.link.relation) == (link.source, link.relation) and one.link.id != link.id
    )
    return sorted(others, key=lambda one: (-one.link.probability, one.link.id))


def with_effects(items: Iterable[ReviewItem], effects: Mapping[LinkId, int]) -> list[ReviewItem]:
    """The same links, with what a decision about each would settle."""
    return [replace(one, effect=effects.get(one.link.id, 0)) for one in items]


def _is_in(region: str | None, wanted: str) -> bool:
    return region is not None and (region == wanted or region.startswith(f"{wanted}."))
