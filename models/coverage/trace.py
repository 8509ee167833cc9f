"""What of a statement reaches which region by which agency's programme, and the way back up to the nation.

trace(graph, node, coverage(graph))                                # all paths down, the most probable first
trace(graph, node, coverage(graph), direction=Direction.UP)

The probability of a path is the product of those of its links, as if they erred independently: of four links
that are each right in six of ten cases, all four hold in about one of eight. The least of them would tell
"six of ten" for the whole path, which promises too much. A step inside a plan to a goal or objective that has
no link of its own costs a little; other steps inside it, and a link that a person confirmed, cost nothing.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import networkx as nx

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.sides import serving_documents
from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.models.coverage.steps import Step, Ways, find_ways, is_national
from selaras.models.documents import PlanKind
from selaras.models.graph_attributes import Attributes
from selaras.models.links import LINKED
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

MOST_PATHS = 1000
MOST_STEPS = 50_000  # paths looked at, whole ones or not: a dense graph has more than anybody can read
DOING = frozenset({StatementKind.PROGRAM, StatementKind.ACTIVITY, StatementKind.SUBACTIVITY})


class End(StrEnum):
    """Where a path ends."""

    PROGRAM = "program"  # at a program or what stands under one, with no plan below
    NATION = "nation"  # at a national plan that serves no other
    GAP = "gap"  # a plan is there, but nothing in it is linked
    JUSTIFIED = "justified"  # a gap that a person signed
    NO_PLAN = "no plan"  # the next plan was not given


@dataclass(frozen=True, slots=True)
class Path:
    """The steps from the start, how probable it is that all of them hold, and where they end.

    `weaker` counts the links at its end that are too improbable to be followed.
    """

    steps: tuple[Step, ...]
    probability: float
    end: End
    weaker: int = 0


@dataclass(frozen=True, slots=True)
class Reached:
    """A document on the way: the path to its most probable statement, how many of its statements and programs
    are reached.
    """

    document: str
    best: tuple[Step, ...]
    probability: float
    statements: int
    programs: int


@dataclass(frozen=True, slots=True)
class Trace:
    """All paths from a statement, the most probable first; `pending` ways were left when `most` was reached.

    `reached` are the documents that any path comes to, `missed` those on that side that none comes to.
    """

    start: str
    direction: Direction
    paths: tuple[Path, ...]
    pending: int
    reached: tuple[Reached, ...]
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A path that may lead on; the most probable comes first, then by the ids on it.

    `anchor` is the statement that the last link was followed from; None before the first.
    """

    cost: float  # minus the probability
    nodes: tuple[str, ...]
    steps: tuple[Step, ...] = field(compare=False)
    anchor: str | None = field(default=None, compare=False)

    @property
    def probability(self) -> float:
        return -self.cost


def trace(  # noqa: PLR0913  each is a choice of the one who asks
    graph: "nx.MultiDiGraph[str]",
    start: str,
    found: Mapping[str, Coverage],
    *,
    direction: Direction = Direction.DOWN,
    least: float = LINKED,
    most: int = MOST_PATHS,
) -> Trace:
    """Follow a statement through all levels; `found` is the coverage of the graph.

    No path comes to a statement twice. Raises KeyError for a node that the graph does not have.
    """
    if start not in graph:
        raise KeyError(start)
    ways = find_ways(graph, direction, least=least)
    paths: list[Path] = []
    waiting, looked_at = [_begin(start)], 0
    while waiting and len(paths) < most and looked_at < MOST_STEPS:
        way, looked_at = heapq.heappop(waiting), looked_at + 1
        further = list(_further(ways, way))
        for longer in further:
            heapq.heappush(waiting, longer)
        if not further:
            node = way.nodes[-1]
            end = _end(graph.nodes[node], found.get(node), direction)
            paths.append(Path(way.steps, way.probability, end, ways.weaker.get(node, 0)))
    return Trace(start, direction, tuple(paths), len(waiting), *reach_documents(graph, ways, start))


def reach_documents(
    graph: "nx.MultiDiGraph[str]", ways: Ways, start: str
) -> tuple[tuple[Reached, ...], tuple[str, ...]]:
    """The documents that a statement reaches, the most probable first, and those on that side it does not."""
    reached = tuple(_reached(graph, _reach(ways, start)))
    beyond = _beyond(graph, graph.nodes[start]["document"], ways.direction)
    return reached, tuple(sorted(beyond - {one.document for one in reached}))


def _reach(ways: Ways, start: str) -> dict[str, _Way]:
    """The most probable path to every statement that can be come to from one, itself included."""
    best: dict[str, _Way] = {}
    seen: set[tuple[str, str | None]] = set()
    waiting = [_begin(start)]
    while waiting:
        way = heapq.heappop(waiting)
        key = way.nodes[-1], way.anchor
        if key not in seen:
            seen.add(key)
            best.setdefault(key[0], way)
            for longer in _further(ways, way):
                heapq.heappush(waiting, longer)
    return best


def _begin(start: str) -> _Way:
    return _Way(-1.0, (start,), (Step(start),))


def _further(ways: Ways, way: _Way) -> Iterator[_Way]:
    node = way.nodes[-1]
    for step in ways.onward(node, way.anchor):
        if step.node not in way.nodes:
            anchor = node if step.relation is Relation.SERVES else way.anchor
            yield _Way(way.cost * step.probability, (*way.nodes, step.node), (*way.steps, step), anchor)


def _end(node: Attributes, found: Coverage | None, direction: Direction) -> End:
    status = found.side(direction) if found else None
    if direction is Direction.UP and is_national(node):
        return End.NATION
    if status is CoverageStatus.JUSTIFIED:
        return End.JUSTIFIED
    if status is not None:
        return End.GAP
    doing = direction is Direction.DOWN and StatementKind(node["kind"]) in DOING
    return End.PROGRAM if doing else End.NO_PLAN


def _reached(graph: "nx.MultiDiGraph[str]", best: Mapping[str, _Way]) -> Iterable[Reached]:
    """One entry a document, the most probable first; the document of the start is not on the way."""
    by_document: dict[str, list[_Way]] = {}
    for way in best.values():
        by_document.setdefault(graph.nodes[way.nodes[-1]]["document"], []).append(way)
    start = next(iter(by_document), None)
    found = (_entry(graph, one, ways) for one, ways in by_document.items() if one != start)
    return sorted(found, key=lambda one: (-one.probability, one.document))


def _entry(graph: "nx.MultiDiGraph[str]", document: str, ways: list[_Way]) -> Reached:
    kinds = [graph.nodes[way.nodes[-1]]["kind"] for way in ways]
    best = min(ways)
    return Reached(document, best.steps, best.probability, len(ways), kinds.count(StatementKind.PROGRAM))


def _beyond(graph: "nx.MultiDiGraph[str]", document: str, direction: Direction) -> set[str]:
    """All documents on one side of a document, through all levels."""
    pairs = serving_documents(graph)
    chain = nx.DiGraph([pair for pair in pairs if graph.nodes[pair[0]]["kind"] != PlanKind.VISI_MISI])
    if document not in chain:
        return set()
    return set(
        nx.descendants(chain, document) if direction is Direction.UP else nx.ancestors(chain, document)
    )
