"""How each statement is taken up: above, by what it serves, and below, by what serves it.

A statement is judged on a side only where a plan is present there, by the chain of `models/chain.py`;
otherwise that side is None. What is not there cannot be told from what was not given: plans that were left
out look like gaps.

Links count through all levels: what a plan below takes up counts fully only if it is taken up further down as
well, wherever plans are there. A result (visi, misi, tujuan, sasaran) is fully taken up by a result only;
where it meets but a strategy or a program it is partly taken up. Inside a plan, a statement is also taken up
where everything under it is, and a strategy or program serves what the result above it serves. Links that a
person rejected do not count, nor do the drafts of candidates below a plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import networkx as nx

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.sides import Served, Side, build_sides
from selaras.models.links import LINKED, LinkState

PARTLY_LINKED = 0.3  # a less probable link does not count at all
CLOSE = 0.05  # targets whose probabilities differ by less are equally likely


class CoverageStatus(StrEnum):
    """How well a statement is taken up on one side."""

    COVERED = "covered"
    PARTLY = "partly"  # only by an uncertain link, by some of its parts, or not on all levels
    UNCOVERED = "uncovered"  # nothing below takes it up
    ORPHANED = "orphaned"  # it serves nothing above
    AMBIGUOUS = "ambiguous"  # several are equally likely, and none is likely enough
    OUTDATED = "outdated"  # all that takes it up has changed since a person decided it
    JUSTIFIED = "justified"  # a gap that a person signed, with a reason and an end date


@dataclass(frozen=True, slots=True)
class Coverage:
    """The status of a statement towards the plans above and below it; None where there is no plan."""

    up: CoverageStatus | None
    down: CoverageStatus | None


NOTHING = {Direction.UP: CoverageStatus.ORPHANED, Direction.DOWN: CoverageStatus.UNCOVERED}


def coverage(graph: "nx.MultiDiGraph[str]") -> dict[str, Coverage]:
    """Judge every statement of the graph on both sides; by node, in the order of the graph."""
    sides = build_sides(graph)
    ups, downs = (judge_side(sides[direction]) for direction in (Direction.UP, Direction.DOWN))
    statements = [node for node, data in graph.nodes(data=True) if data["node_type"] == "statement"]
    return {node: Coverage(ups.get(node), downs.get(node)) for node in statements}


def mark_coverage(graph: "nx.MultiDiGraph[str]", found: Mapping[str, Coverage]) -> "nx.MultiDiGraph[str]":
    """Return a copy of the graph with the coverage of statements as `coverage_up` and `coverage_down`."""
    marked = graph.copy()
    for node, status in found.items():
        sides = {"coverage_up": status.up, "coverage_down": status.down}
        marked.nodes[node].update({name: side.value for name, side in sides.items() if side})
    return marked


def judge_side(side: Side) -> dict[str, CoverageStatus]:
    """Judge all statements that have a plan on this side."""
    judge = _Judge(side)
    return {node: status for node in sorted(side.judged) if (status := judge.status(node))}


class _Judge:
    """Judges the statements of one side, each once; what it depends on is judged first."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._found: dict[str, CoverageStatus | None] = {}

    def status(self, node: str) -> CoverageStatus | None:
        """The status of a statement; None where there is no plan on this side."""
        if node not in self._side.judged:
            return None
        if node not in self._found:
            self._found[node] = None  # should links ever run in a circle, it is cut here
            own = self._by_links(node)
            self._found[node] = own if own is CoverageStatus.COVERED else self._by_plan(node, own)
        return self._found[node]

    def _by_links(self, node: str) -> CoverageStatus:
        counted = [link for link in self._side.links.get(node, ()) if _counts(link)]
        fresh = [link for link in counted if link.state is not LinkState.SUSPECT]
        if any(self._is_whole(node, link) for link in fresh):
            return CoverageStatus.COVERED
        if not fresh:
            return CoverageStatus.OUTDATED if counted else NOTHING[self._side.direction]
        return CoverageStatus.AMBIGUOUS if _is_ambiguous(fresh) else CoverageStatus.PARTLY

    def _is_whole(self, node: str, link: Served) -> bool:
        """A sure link to a statement that is taken up itself, or has no plan beyond it."""
        fits = link.other in self._side.results or node not in self._side.results
        return fits and _is_sure(link) and self.status(link.other) in (CoverageStatus.COVERED, None)

    def _by_plan(self, node: str, own: CoverageStatus) -> CoverageStatus:
        """What the rest of its plan adds to the status by its own links."""
        passed = [self.status(other) for other in self._side.passed_on.get(node, ())]
        if passed and all(status is CoverageStatus.COVERED for status in passed):
            return CoverageStatus.COVERED
        taken_up = {CoverageStatus.COVERED, CoverageStatus.PARTLY}
        if own is NOTHING[self._side.direction] and (taken_up & set(passed) or self._is_hinted(node)):
            return CoverageStatus.PARTLY
        return own

    def _is_hinted(self, node: str) -> bool:
        hints = self._side.hints.get(node, ())
        return any(_is_sure(link) for other in hints for link in self._side.links.get(other, ()))


def _counts(link: Served) -> bool:
    return link.probability >= PARTLY_LINKED and link.state is not LinkState.REJECTED


def _is_sure(link: Served) -> bool:
    return link.state is LinkState.CONFIRMED or (
        link.probability >= LINKED and link.state is LinkState.PROPOSED
    )


def _is_ambiguous(links: Sequence[Served]) -> bool:
    """Tell whether the two best are equally likely, and neither is sure."""
    best = sorted(links, key=lambda link: -link.probability)[:2]
    close = len(best) == 2 and best[0].probability - best[1].probability < CLOSE
    return close and not any(_is_sure(link) for link in links)
