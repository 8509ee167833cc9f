"""The packaged national framework in the chain: there where it is needed, and never with a page."""

import pytest
from chain_plans import (
    AGENCY_MEDIUM,
    CANDIDATE,
    NATION_LONG,
    NATION_MEDIUM,
    PROVINCE_LONG,
    PROVINCE_MEDIUM,
    holding,
    objective,
    paper,
    served,
)

from selaras.models.coverage.status import coverage
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.framework_plans import RPJMN_ID, RPJPN_ID, framework_plans, law_of, settle_framework
from selaras.models.graph import build_graph
from selaras.models.passages import NO_PAGE
from selaras.outputs.labels import Labels

RPJPN, RPJMN = framework_plans()
AIM = objective("Menurunnya kemiskinan", PROVINCE_LONG)
OLD = paper("rpjmn-lama", PlanKind.RPJMN, PlanLevel.NATIONAL, None, period=(2015, 2019))


def by_number(number):
    return next(one for plan in (RPJPN, RPJMN) for one in plan.statements if one.number == number)


def full(*documents):
    return [holding(of, objective("Menurunnya kemiskinan", of)) for of in documents]


@pytest.mark.parametrize(
    ("plans", "added"),
    [
        (full(PROVINCE_LONG), {RPJPN_ID}),
        (full(PROVINCE_MEDIUM), {RPJMN_ID}),
        (full(PROVINCE_LONG, PROVINCE_MEDIUM), {RPJPN_ID, RPJMN_ID}),
        (full(PROVINCE_LONG, NATION_LONG), set()),
        ([*full(PROVINCE_LONG), holding(NATION_LONG)], {RPJPN_ID}),
        (full(PROVINCE_MEDIUM, OLD), {RPJMN_ID}),
        (full(PROVINCE_MEDIUM, NATION_MEDIUM), {RPJPN_ID}),
        (full(AGENCY_MEDIUM, CANDIDATE), set()),
        ([*full(AGENCY_MEDIUM), RPJPN], set()),
        ([], set()),
    ],
    ids=[
        "an RPJPD",
        "an RPJMD",
        "both",
        "the RPJPN was read",
        "an RPJPN was read that gave nothing",
        "an RPJMN of other years",
        "the RPJMN itself serves",
        "nothing that serves it",
        "needed no more",
        "nothing",
    ],
)
def test_framework_joins_where_a_plan_may_serve_it_and_none_was_read(plans, added):
    given = {plan.document.sha256 for plan in plans if law_of(plan.document.sha256) is None}
    assert {plan.document.sha256 for plan in settle_framework(plans)} == given | added


def test_settling_twice_changes_nothing():
    once = settle_framework(full(PROVINCE_LONG))
    assert settle_framework(once) == once


@pytest.mark.parametrize("number", [*(f"IE{n}" for n in range(1, 18)), *(f"PN{n}" for n in range(1, 9))])
def test_statements_bear_their_code_and_no_page(number):
    found = by_number(number)
    assert (found.passage.page, found.passage.boxes) == (NO_PAGE, ())


def test_ids_are_unique_and_measures_measure_a_statement():
    for plan in (RPJPN, RPJMN):
        ids = [one.id for one in (*plan.statements, *plan.indicators)]
        assert len(ids) == len(set(ids))
        assert {one.statement for one in plan.indicators} <= {one.id for one in plan.statements}


def test_only_sure_figures_come_along():
    assert not any(one.baseline or one.targets for one in RPJPN.indicators)
    assert any(one.targets for one in RPJMN.indicators)


def test_the_proof_is_the_law_on_nodes_and_links():
    arah = by_number("IE3")
    graph = build_graph([RPJPN, holding(PROVINCE_LONG, AIM)], [served(AIM, arah)])
    node, edge = graph.nodes[arah.id], graph.edges[AIM.id, arah.id, "serves"]
    assert (node["law"], node["number"]) == ("UU 59/2024", "IE3")
    assert not {"page", "boxes", "file"} & node.keys()
    assert (edge["target_law"], edge["source_page"]) == ("UU 59/2024", 1)
    assert not {"target_page", "source_law"} & edge.keys()


def test_a_document_that_was_read_still_needs_its_pages():
    with pytest.raises(ValueError, match="has no page"):
        build_graph([holding(PROVINCE_LONG, objective("Tanpa halaman", PROVINCE_LONG, page=NO_PAGE))])


def test_the_law_is_judged_downwards_only():
    graph = build_graph([*framework_plans(), *full(PROVINCE_LONG, PROVINCE_MEDIUM)])
    found = coverage(graph)[by_number("PN4").id]
    assert (found.up, found.down) == (None, "uncovered")


@pytest.mark.parametrize(
    ("language", "name", "place", "plan"),
    [
        (
            "id",
            "Arah pembangunan IE3",
            "kerangka nasional (UU 59/2024), bukan halaman PDF",
            "RPJPN 2025–2045 (kerangka nasional, UU 59/2024)",
        ),
        (
            "en",
            "Development direction IE3",
            "national framework (UU 59/2024), not a page of a PDF",
            "RPJPN 2025–2045 (national framework, UU 59/2024)",
        ),
    ],
)
def test_pages_say_that_the_proof_is_the_law(language, name, place, plan):
    labels, arah = Labels(language), by_number("IE3")
    assert labels.statement(arah) == name
    assert labels.place(arah.passage) == place
    assert labels.plan(RPJPN.document) == plan
