"""Coverage: judged only where a plan is present, deep through all levels, never by what a person rejected."""

from dataclasses import replace
from datetime import date

import pytest
from chain_plans import (
    AGENCY_MEDIUM,
    CANDIDATE,
    NATION_MEDIUM,
    PROVINCE_LONG,
    PROVINCE_MEDIUM,
    REGENCY_MEDIUM,
    holding,
    objective,
    paper,
    served,
)

from selaras.models.coverage.justifications import Direction, Justification
from selaras.models.coverage.status import Coverage, CoverageStatus, coverage, mark_coverage
from selaras.models.documents import PlanKind
from selaras.models.graph import build_graph
from selaras.models.links import LinkState
from selaras.models.statements import StatementKind

S = CoverageStatus
NATION = objective("Menurunnya kemiskinan", NATION_MEDIUM)
PROVINCE = objective("Menurunnya kemiskinan provinsi", PROVINCE_MEDIUM)
OTHER = objective("Menguatnya keluarga", PROVINCE_MEDIUM)
REGENCY = objective("Menurunnya kemiskinan kabupaten", REGENCY_MEDIUM)
ALL = [
    holding(NATION_MEDIUM, NATION),
    holding(PROVINCE_MEDIUM, PROVINCE, OTHER),
    holding(REGENCY_MEDIUM, REGENCY),
]
DOWN_TO_PROVINCE, DOWN_TO_REGENCY = served(PROVINCE, NATION), served(REGENCY, PROVINCE)


def judge(plans, links):
    return coverage(build_graph(plans, links))


def test_a_national_objective_is_covered_through_the_province_to_the_regency():
    found = judge(ALL, [DOWN_TO_PROVINCE, DOWN_TO_REGENCY])
    assert found[NATION.id] == Coverage(up=None, down=S.COVERED)
    assert found[PROVINCE.id] == Coverage(up=S.COVERED, down=S.COVERED)
    assert found[REGENCY.id] == Coverage(up=S.COVERED, down=None)


def test_a_thread_that_breaks_further_down_is_partly_covered():
    found = judge(ALL, [DOWN_TO_PROVINCE])
    assert (found[NATION.id].down, found[PROVINCE.id].down) == (S.PARTLY, S.UNCOVERED)


def test_a_thread_that_breaks_further_up_is_partly_covered():
    found = judge(ALL, [DOWN_TO_REGENCY])
    assert (found[REGENCY.id].up, found[PROVINCE.id].up) == (S.PARTLY, S.ORPHANED)


def test_where_no_plan_is_present_nothing_is_judged():
    assert judge([holding(PROVINCE_MEDIUM, PROVINCE)], [])[PROVINCE.id] == Coverage(None, None)


@pytest.mark.parametrize(
    ("probability", "state", "status"),
    [
        (0.65, LinkState.PROPOSED, S.COVERED),
        (0.64, LinkState.PROPOSED, S.PARTLY),
        (0.3, LinkState.PROPOSED, S.PARTLY),
        (0.29, LinkState.PROPOSED, S.UNCOVERED),
        (0.35, LinkState.CONFIRMED, S.COVERED),
        (0.99, LinkState.REJECTED, S.UNCOVERED),
        (0.99, LinkState.SUSPECT, S.OUTDATED),
    ],
)
def test_how_far_one_link_counts(probability, state, status):
    found = judge(ALL[:2], [served(PROVINCE, NATION, probability, state)])
    assert found[NATION.id].down is status


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [(0.42, 0.40, S.AMBIGUOUS), (0.48, 0.31, S.PARTLY), (0.67, 0.66, S.COVERED)],
)
def test_two_targets_that_are_equally_likely_are_ambiguous_unless_sure(first, second, status):
    twin = objective("Berkurangnya warga miskin", NATION_MEDIUM)
    plans = [holding(NATION_MEDIUM, NATION, twin), ALL[1]]
    found = judge(plans, [served(PROVINCE, NATION, first), served(PROVINCE, twin, second)])
    assert found[PROVINCE.id].up is status


CHILD = objective("Menguatnya perlindungan sosial", NATION_MEDIUM, parent=NATION)
SECOND = objective("Bertambahnya pekerjaan layak", NATION_MEDIUM, parent=NATION)


@pytest.mark.parametrize(
    ("links", "status"),
    [
        ([served(PROVINCE, CHILD), served(OTHER, SECOND)], S.COVERED),
        ([served(PROVINCE, CHILD)], S.PARTLY),
        ([], S.UNCOVERED),
    ],
    ids=["all parts", "one part", "no part"],
)
def test_a_statement_is_taken_up_as_far_as_its_parts_are(links, status):
    plans = [holding(NATION_MEDIUM, NATION, CHILD, SECOND), ALL[1]]
    assert judge(plans, links)[NATION.id].down is status


def test_a_result_is_not_fully_taken_up_by_a_mere_program():
    program = objective("Bantuan tunai", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM)
    found = judge([ALL[0], holding(PROVINCE_MEDIUM, program)], [served(program, NATION)])
    assert found[NATION.id].down is S.PARTLY


def test_a_program_serves_what_its_objective_serves_but_an_objective_needs_its_own_link():
    program = objective("Bantuan tunai", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM, parent=PROVINCE)
    below = objective("Berkurangnya rumah kumuh", PROVINCE_MEDIUM, parent=PROVINCE)
    found = judge([ALL[0], holding(PROVINCE_MEDIUM, PROVINCE, program, below)], [DOWN_TO_PROVINCE])
    assert (found[program.id].up, found[below.id].up) == (S.COVERED, S.ORPHANED)


def test_a_goal_whose_objectives_serve_is_not_an_orphan():
    goal = objective("Sejahteranya warga", PROVINCE_MEDIUM, kind=StatementKind.GOAL)
    below = objective("Menurunnya kemiskinan provinsi", PROVINCE_MEDIUM, parent=goal)
    found = judge([ALL[0], holding(PROVINCE_MEDIUM, goal, below)], [served(below, NATION)])
    assert found[goal.id].up is S.PARTLY


def test_the_draft_of_a_candidate_covers_nothing():
    draft = objective("Menghapus kemiskinan", CANDIDATE)
    long_term = objective("Menurunnya kemiskinan", PROVINCE_LONG)
    plans = [holding(PROVINCE_LONG, long_term), holding(CANDIDATE, draft)]
    found = judge(plans, [served(draft, long_term)])
    assert found[long_term.id].down is None
    assert found[draft.id].up is S.COVERED


@pytest.mark.parametrize(("with_parts", "status"), [(False, S.UNCOVERED), (True, S.COVERED)])
def test_a_quotation_takes_up_only_with_something_under_it(with_parts, status):
    quoted = objective(PROVINCE.text, AGENCY_MEDIUM, owner="RPJMD")
    under = objective("Tersalurnya bantuan", AGENCY_MEDIUM, parent=quoted)
    plan = holding(AGENCY_MEDIUM, quoted, *([under] if with_parts else []))
    found = judge([holding(PROVINCE_MEDIUM, PROVINCE), plan], [served(quoted, PROVINCE)])
    assert found[PROVINCE.id].down is status


def test_nothing_serves_an_activity_so_it_is_not_judged_downwards():
    activity = objective("Pelatihan", PROVINCE_MEDIUM, kind=StatementKind.ACTIVITY)
    assert judge([holding(PROVINCE_MEDIUM, activity), ALL[2]], [])[activity.id].down is None


def test_parents_that_run_in_a_circle_do_not_hang():
    one = objective("Satu", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM)
    two = objective("Dua", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM, parent=one)
    found = judge([ALL[0], holding(PROVINCE_MEDIUM, replace(one, parent=two.id), two)], [])
    assert found[one.id].up is S.ORPHANED


def test_coverage_is_marked_on_a_copy():
    graph = build_graph(ALL, [DOWN_TO_PROVINCE])
    marked = mark_coverage(graph, coverage(graph))
    assert marked.nodes[PROVINCE.id]["coverage_down"] == "uncovered"
    assert "coverage_up" not in marked.nodes[NATION.id]
    assert "coverage_down" not in graph.nodes[PROVINCE.id]


def test_confirmed_counts_however_improbable_it_was():
    found = judge(ALL[:2], [served(PROVINCE, NATION, 0.05, LinkState.CONFIRMED)])
    assert found[NATION.id].down is S.COVERED


def test_equal_chances_in_different_plans_are_no_rivals():
    long_term = objective("Berkurangnya warga miskin", PROVINCE_LONG)
    plans = [*ALL[:2], holding(PROVINCE_LONG, long_term)]
    found = judge(plans, [served(PROVINCE, NATION, 0.42), served(PROVINCE, long_term, 0.41)])
    assert found[PROVINCE.id].up is S.PARTLY


def test_what_stands_above_at_any_depth_is_partly_served_by_what_its_parts_serve():
    mission = objective("Sejahtera", PROVINCE_MEDIUM, kind=StatementKind.MISSION)
    goal = objective("Sejahteranya warga", PROVINCE_MEDIUM, kind=StatementKind.GOAL, parent=mission)
    below = objective("Menurunnya kemiskinan provinsi", PROVINCE_MEDIUM, parent=goal)
    found = judge([ALL[0], holding(PROVINCE_MEDIUM, mission, goal, below)], [served(below, NATION)])
    assert found[mission.id].up is S.PARTLY


def test_a_result_is_not_fully_taken_up_by_its_programs_alone():
    program = objective("Bantuan tunai", PROVINCE_MEDIUM, kind=StatementKind.PROGRAM, parent=PROVINCE)
    lower = objective("Bantuan tunai", REGENCY_MEDIUM, kind=StatementKind.PROGRAM)
    plans = [holding(PROVINCE_MEDIUM, PROVINCE, program), holding(REGENCY_MEDIUM, lower)]
    found = judge(plans, [served(lower, program)])
    assert (found[program.id].down, found[PROVINCE.id].down) == (S.COVERED, S.PARTLY)


def test_activities_under_a_statement_do_not_keep_it_from_being_taken_up():
    activity = objective("Pelatihan", NATION_MEDIUM, kind=StatementKind.ACTIVITY, parent=NATION)
    found = judge([holding(NATION_MEDIUM, NATION, CHILD, activity), ALL[1]], [served(PROVINCE, CHILD)])
    assert found[NATION.id].down is S.COVERED


SIBLING = paper("renstra-lain", PlanKind.RENSTRA, agency="Dinas Daratan")
AGENCY_AIM, SIBLING_AIM = objective("Pulihnya terumbu", AGENCY_MEDIUM), objective("Bersihnya sungai", SIBLING)
BESIDE = [ALL[1], holding(AGENCY_MEDIUM, AGENCY_AIM), holding(SIBLING, SIBLING_AIM)]


def test_a_plan_beside_takes_up_as_a_cross_cut_and_passes_it_on():
    across, up = served(SIBLING_AIM, AGENCY_AIM), served(AGENCY_AIM, PROVINCE)
    found = judge(BESIDE, [across, up])
    assert found[AGENCY_AIM.id] == Coverage(up=S.COVERED, down=S.CROSS_CUT)
    assert found[SIBLING_AIM.id].up is S.CROSS_CUT
    assert found[PROVINCE.id].down is S.COVERED


def test_an_own_link_counts_more_than_a_cross_cut():
    links = [served(SIBLING_AIM, AGENCY_AIM), served(AGENCY_AIM, PROVINCE), served(SIBLING_AIM, PROVINCE)]
    assert judge(BESIDE, links)[SIBLING_AIM.id].up is S.COVERED


SIGNED = Justification(NATION.id, Direction.DOWN, "Kewenangan pusat", "Bappeda", date(2027, 1, 31))


@pytest.mark.parametrize(
    ("today", "status", "told"),
    [
        (date(2027, 1, 31), S.JUSTIFIED, ((SIGNED,), ())),
        (date(2027, 2, 1), S.UNCOVERED, ((), (SIGNED,))),
    ],
    ids=["on its last day", "the day after"],
)
def test_a_signed_gap_counts_until_its_last_day_and_is_told_as_expired_after(today, status, told):
    found = coverage(build_graph(ALL[:2], []), [SIGNED], today=today)[NATION.id]
    assert (found.down, (found.justified, found.expired)) == (status, told)


def test_a_signed_gap_is_no_gap_for_what_it_serves_nor_for_what_stands_above_it():
    signed = [replace(SIGNED, node=PROVINCE.id)]
    found = coverage(build_graph(ALL, [DOWN_TO_PROVINCE]), signed, today=date(2026, 11, 24))
    assert (found[PROVINCE.id].down, found[NATION.id].down) == (S.JUSTIFIED, S.JUSTIFIED)


def test_a_signed_part_takes_nothing_up_for_the_whole():
    signed = [replace(SIGNED, node=CHILD.id)]
    plans = [holding(NATION_MEDIUM, NATION, CHILD, SECOND), ALL[1]]
    assert coverage(build_graph(plans, []), signed)[NATION.id].down is S.UNCOVERED


@pytest.mark.parametrize(("reason", "author"), [(" ", "Bappeda"), ("Kewenangan pusat", "")])
def test_nobody_s_reason_justifies_nothing(reason, author):
    with pytest.raises(ValueError, match="needs a reason and an author"):
        replace(SIGNED, reason=reason, author=author)
