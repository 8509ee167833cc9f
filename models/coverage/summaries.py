"""Coverage counted: by plan, by region, by agency, and by national priority."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from selaras.models.chain import agency_key
from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.models.coverage.steps import find_ways
from selaras.models.coverage.trace import Reached, reach_documents
from selaras.models.documents import PlanKind
from selaras.models.graph_attributes import Attributes
from selaras.models.links import LINKED

FULL = frozenset({CoverageStatus.COVERED, CoverageStatus.CROSS_CUT})
SETTLED = FULL | {CoverageStatus.JUSTIFIED}
Group = Callable[[Attributes], str | None]
"""The group that a statement belongs to, by its attributes in the graph; None for none."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The own statements of one group by status on each side; those not judged there are not counted.

    `gaps` are the statements that are neither taken up nor justified on a side, in the order of the graph.
    """

    key: str
    statements: tuple[str, ...]
    counts: Mapping[Direction, Mapping[CoverageStatus, int]]
    gaps: Mapping[Direction, tuple[str, ...]]

    def judged(self, side: Direction) -> int:
        """How many statements were judged on a side."""
        return sum(self.counts[side].values())

    def share(self, side: Direction) -> float | None:
        """The share of those judged that are fully taken up; None where none was judged."""
        judged = self.judged(side)
        return sum(self.counts[side].get(status, 0) for status in FULL) / judged if judged else None


@dataclass(frozen=True, slots=True)
class PrioritySummary:
    """A statement with a national code: its status downwards, the plans that it reaches, those it misses."""

    node: str
    status: CoverageStatus | None
    reached: tuple[Reached, ...]
    missed: tuple[str, ...]


def by_plan(node: Attributes) -> str:
    """Statements by document."""
    return str(node["document"])


def by_region(node: Attributes) -> str | None:
    """Statements by region, those of its agencies among them; "" for the nation."""
    return None if "level" not in node else str(node.get("region", ""))


def by_agency(node: Attributes) -> str | None:
    """Statements by agency and region, however its name is written."""
    return f"{node.get('region', '')} {agency_key(node['agency'])}" if "agency" in node else None


def summarise(graph: "nx.MultiDiGraph[str]", found: Mapping[str, Coverage], group: Group) -> list[Summary]:
    """Count the own statements of each group by its key; quotations and drafts of candidates are left out."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for node in found:
        data = graph.nodes[node]
        key = group(data)
        if key is not None and "owner" not in data and data["plan_kind"] != PlanKind.VISI_MISI:
            groups[key].append(node)
    return [_summary(key, groups[key], found) for key in sorted(groups)]


def _summary(key: str, nodes: list[str], found: Mapping[str, Coverage]) -> Summary:
    counts = {side: _counts(nodes, found, side) for side in Direction}
    gaps = {side: tuple(node for node in nodes if is_gap(found[node].side(side))) for side in Direction}
    return Summary(key, tuple(nodes), counts, gaps)


def _counts(
    nodes: Iterable[str], found: Mapping[str, Coverage], side: Direction
) -> Mapping[CoverageStatus, int]:
    counts = Counter(status for node in nodes if (status := found[node].side(side)))
    return {status: counts[status] for status in CoverageStatus if counts[status]}


def is_gap(status: CoverageStatus | None) -> bool:
    """Tell whether a side was judged and is neither fully taken up nor justified."""
    return status is not None and status not in SETTLED


def summarise_priorities(
    graph: "nx.MultiDiGraph[str]",
    found: Mapping[str, Coverage],
    nodes: Iterable[str],
    *,
    least: float = LINKED,
) -> list[PrioritySummary]:
    """Follow each of the statements that bear a national code down to the plans that it reaches."""
    ways = find_ways(graph, Direction.DOWN, least=least)
    made = []
    for node in nodes:
        if node in graph:
            reached, missed = reach_documents(graph, ways, node)
            made.append(PrioritySummary(node, found[node].down, reached, missed))
    return made
