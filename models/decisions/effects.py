"""How many statuses of coverage a decision about a link would settle.

A link is looked at twice, as confirmed and as rejected; only what hangs on it is judged again, from the
statement that has the link through those that depend on it, as long as statuses change. So a store of many
thousands of links takes seconds, although each link may reach through all levels. Statements that depend on
each other in a circle are judged together, from nothing, as `selaras.models.coverage.judging` does. Signed
gaps are left out: a link that would close one is worth a look.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

import networkx as nx

from selaras.models.coverage.judging import NOTHING, find_dependents, is_crossed, judge_one, judge_side
from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.sides import Served, Side, build_sides
from selaras.models.coverage.statuses import CoverageStatus
from selaras.models.graph import build_graph
from selaras.models.ids import LinkId
from selaras.models.links import Link, LinkState
from selaras.models.plans import Plan
from selaras.models.relations import Relation

Statuses = Mapping[str, CoverageStatus]


@dataclass(frozen=True, slots=True)
class JudgedSide:
    """A side with its statuses, which statements depend on which, and the order in which they are judged.

    `circles` are the statements that are judged together, those that others depend on first; `places` tells
    in which of them each statement is.
    """

    side: Side
    statuses: dict[str, CoverageStatus]
    dependents: Mapping[str, set[str]]
    circles: Sequence[frozenset[str]]
    places: Mapping[str, int]

    def effect(self, node: str, other: str) -> int:
        """How many statuses differ between the link from `node` to `other` confirmed and rejected."""
        found = next((link for link in self.side.links.get(node, ()) if link.other == other), None)
        if found is None:
            return 0
        confirmed = self._with(node, replace(found, probability=1.0, state=LinkState.CONFIRMED))
        rejected = self._with(node, replace(found, state=LinkState.REJECTED))
        if node not in self.side.judged:
            return int(is_crossed(confirmed, node) is not is_crossed(rejected, node))
        first, second = self._changed(confirmed, node), self._changed(rejected, node)
        return sum(
            first.get(one, self.statuses[one]) is not second.get(one, self.statuses[one])
            for one in first.keys() | second.keys()
        )

    def _with(self, node: str, link: Served) -> Side:
        links = [link if one.other == link.other else one for one in self.side.links[node]]
        return replace(self.side, links={**self.side.links, node: links})

    def _changed(self, side: Side, node: str) -> Statuses:
        """The statuses that are others on a side where the links of one statement are."""
        changed: dict[str, CoverageStatus] = {}
        waiting = [self.places[node]]
        while waiting:
            place = heappop(waiting)
            for one, status in self._judged(side, place, changed).items():
                if status is not self.statuses[one]:
                    changed[one] = status
                    for after in {self.places[after] for after in self.dependents.get(one, ())}:
                        if after != place and after not in waiting:
                            heappush(waiting, after)
        return changed

    def _judged(self, side: Side, place: int, changed: dict[str, CoverageStatus]) -> Statuses:
        circle = self.circles[place]
        known = ChainMap(changed, self.statuses) if changed else self.statuses
        if len(circle) == 1:
            return {one: judge_one(side, one, known, frozenset()) for one in circle}
        own = dict.fromkeys(circle, NOTHING[side.direction])
        found = {**self.statuses, **changed, **own}
        while (better := {one: judge_one(side, one, found, frozenset()) for one in circle}) != own:
            own = better
            found.update(own)
        return own


def find_effects(plans: Iterable[Plan], links: Iterable[Link], asked: Iterable[Link]) -> dict[LinkId, int]:
    """How many statuses a decision about each of the asked links settles, on both sides together."""
    sides = build_sides(build_graph(plans, links))
    judged = {direction: judge_and_order(side) for direction, side in sides.items()}
    return {link.id: _effect(link, judged) for link in asked}


def judge_and_order(side: Side) -> JudgedSide:
    """Judge a side, and find in which order its statements depend on each other."""
    dependents = find_dependents(side)
    graph = nx.DiGraph((one, after) for one, found in dependents.items() for after in found)
    graph.add_nodes_from(sorted(side.judged))
    order = nx.condensation(graph)
    circles = [frozenset(order.nodes[place]["members"]) for place in nx.topological_sort(order)]
    places = {node: place for place, circle in enumerate(circles) for node in circle}
    statuses = {node: status for node, status in judge_side(side).items() if node in side.judged}
    return JudgedSide(side, statuses, dependents, circles, places)


def _effect(link: Link, judged: Mapping[Direction, JudgedSide]) -> int:
    if link.relation is not Relation.SERVES:
        return 0
    up = judged[Direction.UP].effect(link.source, link.target)
    return up + judged[Direction.DOWN].effect(link.target, link.source)
