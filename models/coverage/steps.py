"""The steps that lead from one statement of the graph to the next: along links, and inside a plan.

A strategy or program serves what the result above it serves. That a part of a mission or goal serves what the
whole serves is not certain: where some parts have links of their own, only these are followed; where none
has, all are, since nothing tells which, and each such step makes the path less probable.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.sides import RESULTS, find_crossings
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.graph_attributes import Attributes
from selaras.models.links import LinkState
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

K = StatementKind
UNTOLD = 0.8  # that a part serves what its whole is linked to, where no link of its own says so; set by hand
FURTHER = frozenset({K.STRATEGY, K.POLICY_DIRECTION})  # means that matter only where they lead to something


@dataclass(frozen=True, slots=True)
class Step:
    """A statement and how it was come to: by a link with its probability and state, or inside its plan.

    `relation` is None for the first, `state` for all that are come to without a link; their probability is 1,
    or `UNTOLD` for a part of which nothing says that it serves what the whole does. A link that a person
    confirmed has the probability 1, too. `crossing` marks a link to a plan beside, not above or below.
    """

    node: str
    relation: Relation | None = None
    probability: float = 1.0
    state: LinkState | None = None
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """The links of a statement that are followed, their ends, and what the end of any link stands under."""

    links: tuple[Step, ...] = ()
    ends: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ways:
    """All steps that the graph has in one direction; `weaker` counts the links left out as too improbable."""

    direction: Direction
    links: Mapping[str, Mapping[str, Step]]
    weaker: Mapping[str, int]
    children: Mapping[str, Sequence[str]]
    parents: Mapping[str, str]
    kinds: Mapping[str, StatementKind]
    national: frozenset[str]
    known: dict[str, "Followed"] = field(default_factory=dict)

    def onward(self, node: str, anchor: str | None) -> Iterator[Step]:
        """The next steps from a statement; `anchor` is where the last link started, None before the first."""
        if self.direction is Direction.UP:
            yield from self.links.get(node, {}).values()
            yield from self._to_parent(node)
        else:
            yield from (step for step in self.followed(node).links if step.node != anchor)
            yield from (self._part(part, anchor) for part in self._parts(node, anchor))

    def _part(self, part: str, anchor: str | None) -> Step:
        """A step to a part: sure for a strategy or program, and for a result that has a link of its own."""
        told = anchor is None or self.kinds[part] not in RESULTS or part in self.followed(anchor).above
        return Step(part, Relation.ELABORATES, 1.0 if told else UNTOLD)

    def followed(self, node: str) -> "Followed":
        """The links that are followed: what stands under one no less probable is reached by way of it."""
        if node not in self.known:
            found = self.links.get(node, {})
            direct = [
                step for step in found.values() if step.probability > self._best_above(step.node, found)
            ]
            above = frozenset(one for end in found for one in (end, *self._ancestors(end)))
            self.known[node] = Followed(tuple(direct), frozenset(step.node for step in direct), above)
        return self.known[node]

    def _best_above(self, node: str, found: Mapping[str, Step]) -> float:
        return max((found[one].probability for one in self._ancestors(node) if one in found), default=-1.0)

    def _ancestors(self, node: str) -> Iterator[str]:
        seen = {node}
        while (node := self.parents.get(node, node)) not in seen:
            seen.add(node)
            yield node

    def _to_parent(self, node: str) -> Iterator[Step]:
        parent = self.parents.get(node)
        at_top = node in self.national  # which is where people want to arrive, not at its vision
        if parent and not at_top and (self.kinds[node] not in RESULTS or not self.links.get(node)):
            yield Step(parent, Relation.ELABORATES)

    def _parts(self, node: str, anchor: str | None) -> list[str]:
        """What to look at under a statement; programs are the end of a plan, activities are not told."""
        if self.kinds[node] is K.PROGRAM:
            return []
        past = self.followed(anchor) if anchor else Followed()
        children = self.children.get(node, ())
        parts = [part for part in children if part not in past.ends and self._matters(part)]
        results = [part for part in parts if self.kinds[part] in RESULTS]
        if any(part in past.above for part in children):
            results = [part for part in results if part in past.above]
        return [*results, *(part for part in parts if self.kinds[part] not in RESULTS)]

    def _matters(self, part: str) -> bool:
        return self.kinds[part] not in FURTHER or bool(self.links.get(part) or self.children.get(part))


def find_ways(graph: "nx.MultiDiGraph[str]", direction: Direction, *, least: float) -> Ways:
    """Gather the steps of a graph; links below the probability `least`, or rejected ones, are no steps.

    What a candidate's draft serves, and what is only quoted with nothing under it, leads nowhere down.
    """
    children: defaultdict[str, list[str]] = defaultdict(list)
    for child, parent in sorted(_cascade(graph)):
        children[parent].append(child)
    links: defaultdict[str, dict[str, Step]] = defaultdict(dict)
    weaker: defaultdict[str, int] = defaultdict(int)
    crossings = find_crossings(graph)
    for below, above, data in sorted(_serving(graph, children), key=lambda edge: edge[:2]):
        start, end = (below, above) if direction is Direction.UP else (above, below)
        state = LinkState(data["state"])
        chance = 1.0 if state is LinkState.CONFIRMED else data["probability"]
        if chance >= least or state is LinkState.SUSPECT:
            crossing = (graph.nodes[below]["document"], graph.nodes[above]["document"]) in crossings
            links[start][end] = Step(end, Relation.SERVES, chance, state, crossing)
        else:
            weaker[start] += 1
    kinds = {node: StatementKind(data["kind"]) for node, data in _statements(graph)}
    national = frozenset(node for node, data in _statements(graph) if is_national(data))
    parents = {child: parent for parent, found in children.items() for child in found}
    return Ways(direction, links, weaker, children, parents, kinds, national)


def is_national(node: Attributes) -> bool:
    """Tell whether a statement stands in a plan of the nation, not in one of a ministry."""
    return node.get("level") == PlanLevel.NATIONAL and "agency" not in node


def _statements(graph: "nx.MultiDiGraph[str]") -> Iterable[tuple[str, Attributes]]:
    return ((node, data) for node, data in graph.nodes(data=True) if data["node_type"] == "statement")


def _cascade(graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, str]]:
    edges = graph.edges(data="relation")
    return ((child, parent) for child, parent, relation in edges if relation == Relation.ELABORATES)


def _serving(
    graph: "nx.MultiDiGraph[str]", children: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, Attributes]]:
    for below, above, data in graph.edges(data=True):
        node = graph.nodes[below]
        drafted = node.get("plan_kind") == PlanKind.VISI_MISI
        empty = "owner" in node and not children.get(below)
        if (
            data["relation"] == Relation.SERVES
            and data["state"] != LinkState.REJECTED
            and not (drafted or empty)
        ):
            yield below, above, data
