"""The graph as files that other programs read; docs/graph-schema.md tells each attribute.

    with open(path, "wb") as stream:
        WRITERS["graphml"](graph, stream)

Both files read back to the same graph: `networkx.read_graphml(path, force_multigraph=True)` and
`networkx.node_link_graph(json.load(stream), edges="links")`. The same graph gives the same bytes, in whatever
order it was put together.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, TypeAlias

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from selaras.outputs.plain_json import write_json

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Writer: TypeAlias = Callable[[Graph, BinaryIO], None]

# What XML 1.0 (section 2.2) does not allow in any form, not even escaped.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\ufffd"


def write_graphml(graph: Graph, stream: BinaryIO) -> None:
    """Write GraphML. Characters that XML cannot hold become U+FFFD, a carriage return a line feed."""
    # Written without lxml, whether it is installed or not: the two differ in their bytes.
    GraphMLWriter(graph=xml_graph(graph), encoding="utf-8", prettyprint=True).dump(stream)


def write_node_link(graph: Graph, stream: BinaryIO) -> None:
    """Write JSON in the node-link form of networkx, the edges under "links"."""
    write_json(nx.node_link_data(sorted_graph(graph), edges="links"), stream)


WRITERS: dict[str, Writer] = {"graphml": write_graphml, "json": write_node_link}


def sorted_graph(graph: Graph) -> Graph:
    """The same graph with nodes, edges and attributes in the order of their names; None is left out."""
    ordered: Graph = nx.MultiDiGraph(**graph.graph)
    for node, data in sorted(graph.nodes(data=True)):
        ordered.add_node(node, **_known(data))
    for source, target, key in sorted(graph.edges(keys=True)):
        ordered.add_edge(source, target, key=key, **_known(graph.edges[source, target, key]))
    return ordered


def xml_graph(graph: Graph) -> Graph:
    """The sorted graph with texts that XML can hold, and edge keys that are unique in the whole file.

    GraphML knows edges by their ids alone, while networkx tells them apart by their ends and key.
    """
    ordered = sorted_graph(graph)
    plain: Graph = nx.MultiDiGraph(**ordered.graph)
    for node, data in ordered.nodes(data=True):
        plain.add_node(node, **_clean(data))
    for source, target, key, data in ordered.edges(keys=True, data=True):
        plain.add_edge(source, target, key=f"{key.replace(' ', '-')}:{source}:{target}", **_clean(data))
    return plain


def xml_text(text: str) -> str:
    """The text as an XML reader will give it back."""
    return NOT_XML.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: data[name] for name in sorted(data) if data[name] is not None}


def _clean(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: xml_text(value) if isinstance(value, str) else value for name, value in data.items()}
