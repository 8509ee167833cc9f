"""What a statement is joined to on each side, taken from the graph: the ground of its coverage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from selaras.models.chain import agency_key, serving_pairs
from selaras.models.coverage.justifications import Direction
from selaras.models.documents import Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.links import LinkState
from selaras.models.relations import SERVED, Relation
from selaras.models.statements import StatementKind

S = StatementKind
RESULTS = frozenset({S.VISION, S.VISION_TARGET, S.MISSION, S.GOAL, S.OBJECTIVE})


@dataclass(frozen=True, slots=True)
class Served:
    """A link of a statement: its other end, how probable it is, and what people said of it.

    Ends of the same `rivals` (one kind of statement in one document) stand for one another; `crossing` marks
    a link to a plan beside this one, of another agency or region.
    """

    other: str
    probability: float
    state: LinkState
    rivals: str = ""
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side of all statements.

    `judged` holds those that have a plan on this side. `passed_on` names, for each, the statements of its own
    plan whose status passes on to it: those under it when looking down, the one above a strategy or program
    when looking up. `hints` are those that show that it is at least partly taken up: those under it when
    looking up. `results` are those that must meet a result to be fully taken up on this side.
    """

    direction: Direction
    judged: frozenset[str]
    links: Mapping[str, Sequence[Served]]
    passed_on: Mapping[str, Sequence[str]]
    hints: Mapping[str, Sequence[str]]
    results: frozenset[str]


def build_sides(graph: "nx.MultiDiGraph[str]") -> dict[Direction, Side]:
    """Look at the graph from below and from above."""
    pairs = serving_documents(graph)
    children, parents = _cascade(graph)
    ups, downs = _links(graph, children)
    results = frozenset(node for node, kind in graph.nodes(data="kind") if kind in RESULTS)
    means = {child: above for child, above in parents.items() if child not in results}
    # Nobody can mend a law that serves no other: it is judged downwards only.
    above = _statements(graph, {source for source, _ in pairs if "law" not in graph.nodes[source]})
    # What only a draft of a candidate may serve has no plan below it.
    served = {target for source, target in pairs if graph.nodes[source]["kind"] != PlanKind.VISI_MISI}
    below = frozenset(
        node
        for node in _statements(graph, served)
        if StatementKind(graph.nodes[node]["kind"]) in SERVED and "owner" not in graph.nodes[node]
    )
    return {
        Direction.UP: Side(Direction.UP, above, ups, means, children, frozenset()),
        Direction.DOWN: Side(Direction.DOWN, below, downs, children, {}, results),
    }


def serving_documents(graph: "nx.MultiDiGraph[str]") -> list[tuple[DocumentId, DocumentId]]:
    """Documents of which the first may serve the second and that have statements, by node."""
    filled = {data["document"] for _, data in graph.nodes(data=True) if data["node_type"] == "statement"}
    documents = [_document(node, graph.nodes[node]) for node in graph if node in filled]
    return [(source.sha256, target.sha256) for source, target in serving_pairs(documents)]


def _document(node: str, data: Mapping[str, str]) -> PlanningDocument:
    """The facts of a document that place it in the chain."""
    years = (data.get("period_start"), data.get("period_end"))
    return PlanningDocument(
        DocumentId(node),
        PlanKind(data["kind"]),
        PlanLevel(data["level"]) if "level" in data else None,
        data.get("region"),
        data.get("agency"),
        Period(int(years[0]), int(years[1])) if years[0] and years[1] else None,
    )


def _statements(graph: "nx.MultiDiGraph[str]", documents: Iterable[str]) -> frozenset[str]:
    """The statements that these documents contain."""
    return frozenset(
        node
        for document in documents
        for _, node, relation in graph.out_edges(document, data="relation")
        if relation == Relation.CONTAINS and graph.nodes[node]["node_type"] == "statement"
    )


def _cascade(graph: "nx.MultiDiGraph[str]") -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The statements under each, and the one above each, inside its plan."""
    children: defaultdict[str, list[str]] = defaultdict(list)
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for child, parent, relation in graph.edges(data="relation"):
        if relation == Relation.ELABORATES:
            children[parent].append(child)
            parents[child].append(parent)
    return dict(children), dict(parents)


def _links(
    graph: "nx.MultiDiGraph[str]", children: Mapping[str, Sequence[str]]
) -> tuple[dict[str, list[Served]], dict[str, list[Served]]]:
    """For each statement what it serves, and what serves it."""
    ups: defaultdict[str, list[Served]] = defaultdict(list)
    downs: defaultdict[str, list[Served]] = defaultdict(list)
    crossings = find_crossings(graph)
    for source, target, data in graph.edges(data=True):
        if data["relation"] == Relation.SERVES:
            below, above = graph.nodes[source], graph.nodes[target]
            facts = data["probability"], LinkState(data["state"])
            crossing = (below["document"], above["document"]) in crossings
            ups[source].append(Served(target, *facts, _rivals(above), crossing))
            if _takes_up(below, children.get(source, ())):
                downs[target].append(Served(source, *facts, _rivals(below), crossing))
    return dict(ups), dict(downs)


def find_crossings(graph: "nx.MultiDiGraph[str]") -> frozenset[tuple[str, str]]:
    """Pairs of documents joined by links that stand beside each other: agencies, or regions, of one level."""
    pairs = {
        (graph.nodes[source]["document"], graph.nodes[target]["document"])
        for source, target, relation in graph.edges(data="relation")
        if relation == Relation.SERVES
    }
    return frozenset(pair for pair in pairs if _is_crossing(*(graph.nodes[one] for one in pair)))


def _is_crossing(source: Mapping[str, str], target: Mapping[str, str]) -> bool:
    owners = [(node.get("region"), agency_key(node.get("agency"))) for node in (source, target)]
    beside = source.get("level") == target.get("level") and ("agency" in source) == ("agency" in target)
    return beside and owners[0] != owners[1]


def _rivals(node: Mapping[str, str]) -> str:
    return f"{node['document']} {node['kind']}"


def _takes_up(source: Mapping[str, str], under: Sequence[str]) -> bool:
    """A candidate's draft takes up nothing for the plan, nor does a quotation with nothing under it."""
    return source["plan_kind"] != PlanKind.VISI_MISI and ("owner" not in source or bool(under))
