"""What the statements around two say about a link between them.

A link of the parents supports one of their children, and links of the children support one of their parents:
an objective under "health" serves rather an objective under "health", and a mission whose goals all serve
those of another mission serves that mission. Visions, and the few figures that stand for one, gather all that
a plan wants: whatever touches them is not what a planner would write into a matrix. The weights are fitted to
180 links of 59 real plans that two readers judged blind; see `docs/accuracy.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from selaras.models.statements import Statement, StatementKind

ABOVE, BELOW = 0.6, 1.0  # weights, in log odds, of what stands above and of what stands under
USUAL_ABOVE, USUAL_BELOW = 0.2, 0.1  # what counts neither for nor against

LEADING = frozenset({StatementKind.VISION, StatementKind.VISION_TARGET})
GATHERING = {StatementKind.VISION: -2.5, StatementKind.VISION_TARGET: -2.0}
"""What a target of these kinds takes, in log odds, from a source of another kind than these."""

Chances = Mapping[tuple[str, str], float]
"""How probable links between two plans are by their texts, by the ids of both ends."""


@dataclass(frozen=True, slots=True)
class Family:
    """Who stands directly above and under each statement of a plan."""

    above: Mapping[str, str]
    under: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> "Family":
        """The families of a plan's statements."""
        above: dict[str, str] = {one.id: one.parent for one in statements if one.parent}
        under: defaultdict[str, list[str]] = defaultdict(list)
        for child, parent in above.items():
            under[parent].append(child)
        return cls(above, {parent: tuple(sorted(children)) for parent, children in under.items()})

    def line(self, key: str) -> tuple[str, ...]:
        """A statement, the one above it, and those under it."""
        own = (key, self.above[key]) if key in self.above else (key,)
        return (*own, *self.under.get(key, ()))


def find_support(chances: Chances, source: str, target: str, sources: Family, targets: Family) -> float:
    """What the families of both say for (below 0: against) a link, in log odds; 0 where there are none."""
    support = 0.0
    if parent := sources.above.get(source):
        up = max(chances.get((parent, one), 0.0) for one in targets.line(target))
        support += ABOVE * (up - USUAL_ABOVE)
    if children := sources.under.get(source):
        there = (target, *targets.under.get(target, ()))
        expected = sum(max(chances.get((child, one), 0.0) for one in there) for child in children)
        support += BELOW * (expected / (1 + expected) - USUAL_BELOW)
    return support


def kind_support(source: StatementKind, target: StatementKind) -> float:
    """What the kinds of both say for (below 0: against) a link, in log odds."""
    return 0.0 if source in LEADING else GATHERING.get(target, 0.0)
