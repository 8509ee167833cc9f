"""The graph as files: read back the same, whatever the texts hold; the same bytes for the same graph."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from factories import document, indicator, plan, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.documents import PlanKind
from selaras.models.graph import build_graph
from selaras.models.links import Link, LinkState, link_id
from selaras.models.messages import message
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind
from selaras.outputs.graph_formats import WRITERS, sorted_graph, xml_graph, xml_text

SCHEMA = Path(__file__).parents[1] / "docs" / "graph-schema.md"
HIGHER = document(PlanKind.RPJMD, sha256="a" * 64, agency=None, title="RPJMD")
LOWER = document(sha256="b" * 64)


def example_graph(text="Meningkatnya mutu layanan pesisir"):
    mission = statement("Menata pesisir", StatementKind.MISSION, number="1", of=HIGHER)
    objective = statement(text, of=LOWER, parent=None)
    goal = statement("Tujuan", StatementKind.GOAL, of=LOWER)
    child = statement("Anak", parent=goal, owner="gubernur", of=LOWER)
    upper = indicator(measures=mission, concept="IUP8", of=HIGHER)
    lower = indicator(measures=objective, of=LOWER)
    ends = [
        (Relation.SERVES, objective, mission),
        (Relation.CONTRADICTS, objective, mission),
        (Relation.SAME_MEASURE_AS, lower, upper),
    ]
    links = [
        Link(
            link_id(relation, source.id, target.id),
            relation,
            source.id,
            target.id,
            0.75,
            (message("link.shared_words", words=text),),
            source.passage,
            target.passage,
            LinkState.CONFIRMED,
            "Ibu Ratna",
        )
        for relation, source, target in ends
    ]
    return build_graph(
        [
            plan(of=HIGHER, statements=[mission], indicators=[upper]),
            plan(of=LOWER, statements=[objective, goal, child], indicators=[lower]),
        ],
        links,
    )


def written(graph, name) -> bytes:
    stream = io.BytesIO()
    WRITERS[name](graph, stream)
    return stream.getvalue()


def read_graphml(data: bytes):
    graph = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    graph.graph.clear()  # networkx notes that the file declares no defaults
    return graph


def read_json(data: bytes):
    return nx.node_link_graph(json.loads(data), edges="links")


def same(one, other) -> bool:
    return nx.utils.graphs_equal(one, other)


def test_json_reads_back_the_same_graph():
    graph = example_graph()
    assert same(read_json(written(graph, "json")), graph)


def test_graphml_reads_back_the_same_graph():
    graph = example_graph()
    back = read_graphml(written(graph, "graphml"))
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert edges_by_relation(back) == edges_by_relation(graph)


def edges_by_relation(graph):
    return {(source, target, data["relation"]): data for source, target, data in graph.edges(data=True)}


def test_graphml_edge_ids_are_unique_names_without_blanks():
    root = ET.fromstring(written(example_graph(), "graphml"))  # noqa: S314  our own bytes
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(ids) == example_graph().number_of_edges() == len(set(ids))
    assert not any(re.search(r"\s", name) for name in ids)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_survives_json(text):
    graph = example_graph(text)
    assert same(read_json(written(graph, "json")), graph)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_survives_graphml_but_for_what_xml_forbids(text):
    graph = xml_graph(example_graph(text))
    assert same(read_graphml(written(example_graph(text), "graphml")), graph)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("old\rline\r\nend", "old\nline\nend"),
        ("nul\x00bell\x07escape\x1b", "nul\ufffdbell\ufffdescape\ufffd"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("not a character \uffff", "not a character \ufffd"),
        ("<b>&amp;</b> ]]>", "<b>&amp;</b> ]]>"),
        ("right to left \u202e", "right to left \u202e"),
        ("emoji \U0001f30a", "emoji \U0001f30a"),
    ],
)
def test_xml_text(text, expected):
    assert xml_text(text) == expected


@settings(deadline=None)
@given(st.text())
def test_cleaning_for_xml_twice_is_cleaning_once(text):
    assert xml_text(xml_text(text)) == xml_text(text)


@pytest.mark.parametrize("name", WRITERS)
def test_order_of_building_does_not_change_the_bytes(name):
    graph = example_graph()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert written(turned, name) == written(graph, name)


@pytest.mark.parametrize("name", WRITERS)
def test_none_is_left_out(name):
    graph = nx.MultiDiGraph()
    graph.add_node("a", text="x", unit=None)
    assert b"unit" not in written(graph, name)


@pytest.mark.parametrize("name", WRITERS)
def test_empty_graph_can_be_written(name):
    read = {"graphml": read_graphml, "json": read_json}[name]
    assert read(written(nx.MultiDiGraph(), name)).number_of_nodes() == 0


@pytest.mark.parametrize("name", WRITERS)
def test_writing_leaves_the_graph_as_it_was(name):
    graph, before = example_graph(), example_graph()
    written(graph, name)
    assert same(graph, before)


def documented(heading: str) -> set[str]:
    section = re.split(r"^## ", SCHEMA.read_text(encoding="utf-8"), flags=re.MULTILINE)
    chosen = next(part for part in section if part.startswith(heading))
    return set(re.findall(r"^\| `(\w+)`", chosen, flags=re.MULTILINE))


def test_every_attribute_of_nodes_is_documented():
    found = {name for _, data in example_graph().nodes(data=True) for name in data}
    assert found <= documented("Nodes")


def test_every_attribute_of_edges_is_documented():
    found = {name for _, _, data in example_graph().edges(data=True) for name in data}
    assert found <= documented("Edges")


def test_sorting_keeps_the_graph():
    assert same(sorted_graph(example_graph()), example_graph())
