"""The graph of all plans: documents, statements and indicators, joined by the relations of
`models/relations.py`.

Attributes are flat (text, numbers), so that every graph format can hold them; lists are JSON text, and what
is not known is left out. Nodes and edges stand in an order that depends on the plans only.
"""

from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from selaras.models.chain import current_plans
from selaras.models.documents import PlanningDocument
from selaras.models.graph_attributes import (
    Attributes,
    document_attributes,
    indicator_attributes,
    link_attributes,
    statement_attributes,
)
from selaras.models.links import Link
from selaras.models.plans import Plan
from selaras.models.relations import Kind, NodeKind, Relation, may_join
from selaras.models.statements import StatementKind


def build_graph(
    plans: Iterable[Plan], links: Iterable[Link] = (), *, include_superseded: bool = False
) -> "nx.MultiDiGraph[str]":
    """Make the graph of plans and the links between them.

    A statement that stands in two chapter files of one plan is one node, the first file's, contained by both.
    Links of versions that were left out are left out too. Raises ValueError for a link or parent that joins
    kinds which its relation does not allow, for a link to nothing, and for a place without a page.
    """
    given = list(plans)
    chosen = sorted(
        given if include_superseded else current_plans(given), key=lambda plan: _order(plan.document)
    )
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for plan in chosen:
        _add_things(graph, plan)
    for plan in chosen:
        _add_structure(graph, plan)
    known: set[str] = set()
    for plan in given:
        known.update(one.id for one in plan.statements)
        known.update(one.id for one in plan.indicators)
    for link in sorted(links, key=lambda link: link.id):
        _add_link(graph, link, known)
    return graph


def node_kind(graph: "nx.MultiDiGraph[str]", node: str) -> Kind:
    """The kind of a node, by which relations are declared."""
    kinds = {"document": NodeKind.DOCUMENT, "indicator": NodeKind.INDICATOR}
    data = graph.nodes[node]
    return kinds.get(data["node_type"]) or StatementKind(data["kind"])


def _order(document: PlanningDocument) -> tuple[str, ...]:
    return document.plan_key, document.file_name, document.sha256


def _add_things(graph: "nx.MultiDiGraph[str]", plan: Plan) -> None:
    """Add the document and what it contains; a node that is there already stays as it is."""
    document = plan.document
    graph.add_node(document.sha256, **document_attributes(document))
    for node, attributes in _contents(plan):
        if attributes.get("page", 0) < 1 and "law" not in attributes:
            raise ValueError(f"{node} of {document.file_name} has no page")
        if node not in graph:
            graph.add_node(node, **attributes)
        _add_edge(graph, Relation.CONTAINS, document.sha256, node)


def _contents(plan: Plan) -> Iterator[tuple[str, Attributes]]:
    for statement in plan.statements:
        yield statement.id, statement_attributes(statement, plan.document)
    for indicator in plan.indicators:
        yield indicator.id, indicator_attributes(indicator, plan.document)


def _add_structure(graph: "nx.MultiDiGraph[str]", plan: Plan) -> None:
    """Add the cascade of a plan, its measures, and the version that it replaces, as far as they are there."""
    edges: list[tuple[Relation, str | None, str | None]] = [
        *((Relation.ELABORATES, one.id, one.parent) for one in plan.statements),
        *((Relation.MEASURED_BY, one.statement, one.id) for one in plan.indicators),
        (Relation.SUPERSEDES, plan.document.sha256, plan.document.supersedes),
    ]
    for relation, source, target in edges:
        if source and target and source in graph and target in graph:
            _add_edge(graph, relation, source, target)


def _add_link(graph: "nx.MultiDiGraph[str]", link: Link, known: set[str]) -> None:
    ends: Sequence[str] = (link.source, link.target)
    if all(end in graph for end in ends):
        _add_edge(graph, link.relation, link.source, link.target, **link_attributes(link))
    elif not known.issuperset(ends):
        missing = ", ".join(end for end in ends if end not in known)
        raise ValueError(f"link {link.id} joins {missing}, which none of the plans has")


def _add_edge(
    graph: "nx.MultiDiGraph[str]",
    relation: Relation,
    source: str,
    target: str,
    **attributes: str | float,
) -> None:
    kinds = node_kind(graph, source), node_kind(graph, target)
    if not may_join(relation, *kinds):
        raise ValueError(f"{relation.value} may not join {kinds[0]} {source} to {kinds[1]} {target}")
    graph.add_edge(source, target, key=relation.value, relation=relation.value, **attributes)
