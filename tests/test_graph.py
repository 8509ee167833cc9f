"""The graph: flat attributes, pages everywhere, declared relations only, the same for the same plans."""

import json
from dataclasses import replace

import pytest
from chain_plans import AGENCY_MEDIUM, PROVINCE_LONG, PROVINCE_MEDIUM, holding, objective, served
from factories import indicator

from selaras.models.graph import build_graph, node_kind
from selaras.models.links import Link, LinkState, link_id
from selaras.models.messages import message
from selaras.models.relations import Relation, may_join
from selaras.models.statements import StatementKind

GOAL = objective("Terwujudnya pesisir yang tangguh", PROVINCE_MEDIUM, kind=StatementKind.GOAL)
UNDER = objective("Berkurangnya abrasi", PROVINCE_MEDIUM, parent=GOAL, number="1.1", page=4)
MEASURE = indicator("Panjang pantai yang terlindungi", unit="km", measures=UNDER, of=PROVINCE_MEDIUM)
ABOVE = objective("Ketangguhan terhadap bencana", PROVINCE_LONG, page=7)
QUOTED = objective("Terwujudnya pesisir yang tangguh", AGENCY_MEDIUM, owner="RPJMD")
LINK = replace(served(UNDER, ABOVE), reasons=(message("link.shared_words", words="pesisir"),))
PLANS = [
    holding(PROVINCE_MEDIUM, GOAL, UNDER, indicators=(MEASURE,)),
    holding(PROVINCE_LONG, ABOVE),
    holding(AGENCY_MEDIUM, QUOTED),
]


def edges(graph, relation):
    return [(source, target) for source, target, kind in graph.edges(data="relation") if kind == relation]


def test_the_relations_inside_a_plan_are_drawn():
    graph = build_graph(PLANS, [LINK])
    assert edges(graph, Relation.ELABORATES) == [(UNDER.id, GOAL.id)]
    assert edges(graph, Relation.MEASURED_BY) == [(UNDER.id, MEASURE.id)]
    assert ("rpjmd", GOAL.id) in edges(graph, Relation.CONTAINS)
    assert edges(graph, Relation.SERVES) == [(UNDER.id, ABOVE.id)]


def test_attributes_are_flat_and_none_is_left_out():
    graph = build_graph(PLANS, [LINK])
    carried = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    assert {type(value) for data in carried for value in data.values()} <= {str, int, float}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            PROVINCE_MEDIUM.sha256,
            {"node_type": "document", "kind": "RPJMD", "level": "PROVINCE", "period_start": 2025},
        ),
        (
            UNDER.id,
            {"node_type": "statement", "kind": "OBJECTIVE", "number": "1.1", "page": 4, "plan_kind": "RPJMD"},
        ),
        (QUOTED.id, {"owner": "RPJMD", "agency": "Dinas Samudra", "document": "renstra"}),
        (MEASURE.id, {"node_type": "indicator", "unit": "km", "text": "Panjang pantai yang terlindungi"}),
    ],
)
def test_what_a_node_carries(node, expected):
    data = build_graph(PLANS).nodes[node]
    assert {name: data.get(name) for name in expected} == expected


def test_lists_are_json_text():
    data = build_graph(PLANS).nodes[MEASURE.id]
    assert json.loads(data["targets"])[0] == {"year": 2025, "text": "63,0", "low": 63.0, "high": 63.0}
    assert json.loads(data["boxes"]) == [[72.0, 100.0, 520.0, 111.0]]


def test_a_link_carries_its_reasons_and_both_passages():
    data = build_graph(PLANS, [LINK]).edges[UNDER.id, ABOVE.id, Relation.SERVES]
    assert (data["source_page"], data["target_page"]) == (4, 7)
    assert (data["source_text"], data["target_text"]) == (UNDER.text, ABOVE.text)
    assert json.loads(data["reasons"]) == [{"code": "link.shared_words", "params": {"words": "pesisir"}}]
    assert (data["probability"], data["state"]) == (0.9, "proposed")


def test_every_node_but_a_document_has_a_page():
    graph = build_graph(PLANS)
    assert all(data["page"] >= 1 for _, data in graph.nodes(data=True) if data["node_type"] != "document")


def test_a_place_without_a_page_is_refused():
    nowhere = objective("Tanpa halaman", PROVINCE_LONG, page=0)
    with pytest.raises(ValueError, match="no page"):
        build_graph([holding(PROVINCE_LONG, nowhere)])


@pytest.mark.parametrize("relation", [Relation.SAME_MEASURE_AS, Relation.MEASURED_BY, Relation.CONTAINS])
def test_a_relation_between_kinds_that_it_may_not_join_is_refused(relation):
    wrong = replace(LINK, id=link_id(relation, UNDER.id, ABOVE.id), relation=relation)
    with pytest.raises(ValueError, match=relation.value):
        build_graph(PLANS, [wrong])


def test_nobody_serves_an_activity():
    activity = objective("Pelatihan", PROVINCE_LONG, kind=StatementKind.ACTIVITY)
    with pytest.raises(ValueError, match="serves"):
        build_graph([*PLANS[:1], holding(PROVINCE_LONG, activity)], [served(UNDER, activity)])


def test_all_edges_of_a_graph_are_allowed():
    graph = build_graph(PLANS, [LINK])
    for source, target, relation in graph.edges(data="relation"):
        assert may_join(Relation(relation), node_kind(graph, source), node_kind(graph, target))


def test_a_link_to_nothing_is_refused():
    stray = replace(LINK, target="s-unknown")
    with pytest.raises(ValueError, match="s-unknown"):
        build_graph(PLANS, [stray])


def test_a_statement_in_two_chapter_files_is_one_node_contained_by_both():
    chapter = replace(PROVINCE_MEDIUM, sha256="rpjmd-bab-6", file_name="b.pdf")
    again = objective(UNDER.text, chapter, number="1.1", page=90)
    assert again.id == UNDER.id
    graph = build_graph([holding(chapter, again), *PLANS])
    assert graph.nodes[UNDER.id]["page"] == 4  # a.pdf goes before b.pdf
    assert {source for source, target in edges(graph, Relation.CONTAINS) if target == UNDER.id} == {
        "rpjmd",
        "rpjmd-bab-6",
    }


NEW = replace(PROVINCE_MEDIUM, sha256="rpjmd-baru", supersedes=PROVINCE_MEDIUM.sha256)
NEW_GOAL = objective("Terwujudnya pesisir yang aman", NEW)


def test_a_replaced_version_and_its_links_are_left_out():
    graph = build_graph([*PLANS, holding(NEW, NEW_GOAL)], [LINK])
    assert "rpjmd" not in graph
    assert UNDER.id not in graph
    assert not edges(graph, Relation.SERVES)


def test_a_replaced_version_stays_when_asked_for():
    graph = build_graph([*PLANS, holding(NEW, NEW_GOAL)], [LINK], include_superseded=True)
    assert edges(graph, Relation.SUPERSEDES) == [("rpjmd-baru", "rpjmd")]
    assert edges(graph, Relation.SERVES)


def test_order_of_plans_and_links_does_not_matter():
    other = served(GOAL, ABOVE, 0.4, LinkState.REJECTED)
    one, two = build_graph(PLANS, [LINK, other]), build_graph(PLANS[::-1], [other, LINK])
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))


def test_hostile_text_is_kept_as_it_is():
    nasty = objective('<script>"&\x1b[31m=1+1', PROVINCE_LONG)
    link = served(UNDER, nasty)
    graph = build_graph([PLANS[0], holding(PROVINCE_LONG, nasty)], [link])
    assert isinstance(link, Link)
    assert graph.nodes[nasty.id]["text"] == nasty.text
