"""How each statement is taken up: above, by what it serves, and below, by what serves it.

A statement is judged on a side only where a plan is present there, by the chain of `models/chain.py`, or
where a plan beside its own takes it up; otherwise that side is None. What is not there cannot be told from
what was not given: plans that were left out look like gaps.

The rules of judging stand in `selaras.models.coverage.judging`.
"""

from collections.abc import Iterable, Mapping
from datetime import date

import networkx as nx

from selaras.models.coverage.judging import judge_side
from selaras.models.coverage.justifications import Direction, Justification, Signed, by_side
from selaras.models.coverage.sides import build_sides
from selaras.models.coverage.statuses import Coverage, CoverageStatus

__all__ = ["Coverage", "CoverageStatus", "coverage", "mark_coverage"]


def coverage(
    graph: "nx.MultiDiGraph[str]",
    justifications: Iterable[Justification] = (),
    *,
    today: date = date.min,
) -> dict[str, Coverage]:
    """Judge every statement of the graph on both sides; by node, in the order of the graph.

    A justification whose last day lies before `today` counts no more and is told as expired.
    """
    given = tuple(justifications)
    valid = by_side(one for one in given if one.counts_on(today))
    expired = by_side(one for one in given if not one.counts_on(today))
    sides = build_sides(graph)
    ups, downs = (judge_side(sides[side], frozenset(valid[side])) for side in (Direction.UP, Direction.DOWN))
    statements = [node for node, data in graph.nodes(data=True) if data["node_type"] == "statement"]
    return {
        node: Coverage(ups.get(node), downs.get(node), _of(node, valid), _of(node, expired))
        for node in statements
    }


def mark_coverage(graph: "nx.MultiDiGraph[str]", found: Mapping[str, Coverage]) -> "nx.MultiDiGraph[str]":
    """Return a copy of the graph with the coverage of statements as `coverage_up` and `coverage_down`."""
    marked = graph.copy()
    for node, status in found.items():
        sides = {"coverage_up": status.up, "coverage_down": status.down}
        marked.nodes[node].update({name: side.value for name, side in sides.items() if side})
    return marked


def _of(node: str, signed: Signed) -> tuple[Justification, ...]:
    return tuple(one for side in Direction for one in signed[side].get(node, ()))
