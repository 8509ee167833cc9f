"""Tracing: every path through all levels with its probability and its end, down to a program and up again."""

from dataclasses import replace
from datetime import date

import pytest
from chain_plans import CANDIDATE, NATION_MEDIUM, PROVINCE_LONG, PROVINCE_MEDIUM, holding, objective, served
from coverage_chains import FEW, chains
from hypothesis import given
from hypothesis import strategies as st
from trace_chain import (
    AIM,
    FAR,
    IE3,
    LINKS,
    LOCAL,
    LONG,
    MISSION,
    OTHER_REGENCY,
    OWN,
    PLANS,
    PROGRAM,
    SIDE,
)

from selaras.models.coverage.justifications import Direction, Justification
from selaras.models.coverage.status import coverage
from selaras.models.coverage.trace import End, trace
from selaras.models.graph import build_graph
from selaras.models.links import LinkState
from selaras.models.statements import StatementKind

UP, DOWN = Direction.UP, Direction.DOWN


def traced(start, links=LINKS, plans=PLANS, **options):
    graph = build_graph(plans, links)
    return trace(graph, start.id, coverage(graph), **options)


def nodes(path):
    return [step.node for step in path.steps]


def ids(*statements):
    return [one.id for one in statements]


def test_a_national_direction_is_followed_to_the_program_of_a_regency_s_agency():
    (path,) = traced(IE3).paths
    assert nodes(path) == ids(IE3, LONG, AIM, LOCAL, OWN, PROGRAM)
    assert (path.end, round(path.probability, 4)) == (End.PROGRAM, round(0.9 * 0.8 * 0.7 * 0.6, 4))


def test_a_program_is_followed_back_to_the_nation():
    (path,) = traced(PROGRAM, direction=UP).paths
    assert nodes(path) == ids(PROGRAM, OWN, LOCAL, AIM, LONG, IE3)
    assert path.end is End.NATION


def test_plans_that_no_path_comes_to_are_named():
    found = traced(IE3)
    assert [one.document for one in found.reached] == ["rpjpd", "rpjmd", "rpjmd-kab", "renstra-kab"]
    assert found.missed == (OTHER_REGENCY.sha256,)
    agency = found.reached[-1]
    assert (agency.statements, agency.programs, agency.best[-1].node) == (2, 1, OWN.id)


@pytest.mark.parametrize(
    ("start", "links", "end", "weaker"),
    [
        (IE3, LINKS[:1], End.GAP, 0),
        (IE3, LINKS[:2], End.GAP, 0),
        (AIM, [LINKS[4]], End.GAP, 1),
        (FAR, [], End.NO_PLAN, 0),
        (PROGRAM, [], End.PROGRAM, 0),
    ],
    ids=["the RPJMD takes nothing up", "no regency does", "only weakly", "no plan below", "a program"],
)
def test_where_a_branch_ends(start, links, end, weaker):
    found = traced(start, links)
    assert {(path.end, path.weaker) for path in found.paths} == {(end, weaker)}


def test_a_signed_gap_is_told_as_such():
    graph = build_graph(PLANS, LINKS[:1])
    signed = [Justification(LONG.id, DOWN, "Kewenangan pusat", "Bappeda", date(2027, 1, 1))]
    (path,) = trace(graph, IE3.id, coverage(graph, signed)).paths
    assert path.end is End.JUSTIFIED


@pytest.mark.parametrize(
    ("state", "probability", "followed"),
    [
        (LinkState.PROPOSED, 0.49, None),
        (LinkState.PROPOSED, 0.5, 0.5),
        (LinkState.CONFIRMED, 0.1, 1.0),
        (LinkState.REJECTED, 0.9, None),
        (LinkState.SUSPECT, 0.4, 0.4),
    ],
)
def test_which_links_are_followed(state, probability, followed):
    found = traced(LONG, [served(AIM, LONG, probability, state)])
    assert [path.probability for path in found.paths if len(path.steps) > 1] == [followed][
        : followed is not None
    ]


def test_less_probable_links_are_followed_on_demand():
    found = traced(IE3, least=0.3)
    assert OTHER_REGENCY.sha256 in {one.document for one in found.reached}


def test_of_a_mission_s_parts_only_those_with_links_of_their_own_are_followed():
    found = traced(LONG, [served(MISSION, LONG, 0.8), served(AIM, LONG, 0.6)])
    assert {nodes(path)[-1] for path in found.paths} == {AIM.id}


def test_of_a_mission_without_linked_parts_all_are_followed():
    found = traced(LONG, [served(MISSION, LONG, 0.8)])
    assert {nodes(path)[-1] for path in found.paths} == set(ids(AIM, SIDE))


def test_the_parts_of_the_start_are_all_followed():
    assert {nodes(path)[-1] for path in traced(MISSION, []).paths} == set(ids(AIM, SIDE))


def test_a_part_that_is_surer_than_its_whole_is_reached_once():
    found = traced(LONG, [served(MISSION, LONG, 0.6), served(AIM, LONG, 0.9)])
    assert [nodes(path) for path in found.paths if AIM.id in nodes(path)] == [ids(LONG, AIM)]


def test_drafts_and_bare_quotations_lead_nowhere():
    draft = objective("Bantuan bagi semua", CANDIDATE)
    quoted = objective("Terlindunginya kelompok rentan", PROVINCE_MEDIUM, owner="RPJPD")
    plans = [holding(PROVINCE_LONG, LONG), holding(CANDIDATE, draft), holding(PROVINCE_MEDIUM, quoted)]
    (path,) = traced(LONG, [served(draft, LONG), served(quoted, LONG)], plans).paths
    assert nodes(path) == [LONG.id]


def test_activities_under_a_program_are_not_told_and_strategies_only_where_they_lead_on():
    goal = objective("Sejahtera", PROVINCE_MEDIUM)
    more = [
        objective("Pelatihan", PROVINCE_MEDIUM, kind=StatementKind.ACTIVITY),
        objective("Bersama", PROVINCE_MEDIUM, kind=StatementKind.STRATEGY, parent=goal),
        objective("Program Padat Karya", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM, parent=goal),
    ]
    more[0] = replace(more[0], parent=more[2].id)
    (path,) = traced(goal, [], [holding(PROVINCE_MEDIUM, goal, *more)]).paths
    assert nodes(path) == ids(goal, more[2])


def test_circles_end():
    other = objective("Menurunnya kemiskinan", NATION_MEDIUM)
    circle = [served(AIM, other), served(other, AIM)]
    found = traced(AIM, circle, [holding(PROVINCE_MEDIUM, AIM), holding(NATION_MEDIUM, other)])
    assert [nodes(path) for path in found.paths] == [ids(AIM, other)]


def test_paths_are_capped_and_the_rest_is_told():
    whole, part = traced(MISSION, []), traced(MISSION, [], most=1)
    assert (len(whole.paths), whole.pending) == (2, 0)
    assert (len(part.paths), part.pending) == (1, 1)
    assert part.paths[0] == whole.paths[0]


def test_a_node_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        traced(objective("Tidak ada", PROVINCE_LONG))


@FEW
@given(chains(), st.sampled_from(Direction), st.randoms(use_true_random=False))
def test_paths_are_simple_fall_in_probability_and_depend_on_no_order(chain, direction, random):
    plans, links = chain
    start = plans[0 if direction is DOWN else 3].statements[0]
    found = traced(start, links, plans, direction=direction)
    assert all(len(set(nodes(path))) == len(path.steps) for path in found.paths)
    chances = [path.probability for path in found.paths]
    assert chances == sorted(chances, reverse=True)
    again = traced(
        start, random.sample(links, len(links)), random.sample(plans, len(plans)), direction=direction
    )
    assert found == again


@FEW
@given(chains())
def test_every_reached_document_is_on_a_path(chain):
    plans, links = chain
    found = traced(plans[0].statements[0], links, plans)
    graph = build_graph(plans, links)
    on_paths = {graph.nodes[node]["document"] for path in found.paths for node in nodes(path)}
    assert {one.document for one in found.reached} == on_paths - {NATION_MEDIUM.sha256}
