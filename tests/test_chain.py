"""Who may serve whom: the next level up, the longer horizon, the agency's region; never against the chain."""

from dataclasses import replace
from itertools import permutations

import pytest
from chain_plans import (
    AGENCY_MEDIUM,
    AGENCY_YEAR,
    CANDIDATE,
    NATION_LONG,
    NATION_MEDIUM,
    NATION_YEAR,
    PROVINCE_LONG,
    PROVINCE_MEDIUM,
    PROVINCE_YEAR,
    REGENCY_LONG,
    REGENCY_MEDIUM,
    holding,
    paper,
)

from selaras.models.chain import RULES, agency_key, current_plans, serving_pairs
from selaras.models.documents import Period, PlanKind, PlanLevel

EVERYTHING = (
    NATION_LONG,
    NATION_MEDIUM,
    NATION_YEAR,
    PROVINCE_LONG,
    PROVINCE_MEDIUM,
    PROVINCE_YEAR,
    REGENCY_LONG,
    REGENCY_MEDIUM,
    AGENCY_MEDIUM,
    AGENCY_YEAR,
    CANDIDATE,
)


def served_by(source, documents):
    return {target.sha256 for one, target in serving_pairs([source, *documents]) if one == source}


def without(*left_out):
    return [one for one in EVERYTHING if one not in left_out]


def test_every_kind_of_plan_has_its_rules():
    assert set(RULES) == set(PlanKind)


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        (NATION_LONG, set()),
        (NATION_MEDIUM, {"rpjpn"}),
        (NATION_YEAR, {"rpjmn"}),
        (PROVINCE_LONG, {"rpjpn"}),
        (PROVINCE_MEDIUM, {"rpjpd", "rpjmn"}),
        (PROVINCE_YEAR, {"rpjmd", "rkp"}),
        (REGENCY_LONG, {"rpjpd"}),
        (REGENCY_MEDIUM, {"rpjpd-kab", "rpjmd"}),
        (AGENCY_MEDIUM, {"rpjmd"}),
        (AGENCY_YEAR, {"renstra", "rkpd"}),
        (CANDIDATE, {"rpjpd"}),
    ],
)
def test_what_each_plan_serves_when_all_are_there(source, targets):
    assert served_by(source, EVERYTHING) == targets


@pytest.mark.parametrize(
    ("source", "missing", "targets"),
    [
        (REGENCY_LONG, PROVINCE_LONG, {"rpjpn"}),
        (REGENCY_MEDIUM, PROVINCE_MEDIUM, {"rpjpd-kab", "rpjmn"}),
        (PROVINCE_YEAR, PROVINCE_MEDIUM, {"rpjpd", "rkp"}),
        (AGENCY_MEDIUM, PROVINCE_MEDIUM, {"rpjpd"}),
        (AGENCY_YEAR, PROVINCE_YEAR, {"renstra", "rpjmd"}),
        (CANDIDATE, PROVINCE_LONG, set()),  # not the RPJMD, which is made after the draft
    ],
)
def test_where_the_next_plan_is_missing_the_one_after_it_is_served(source, missing, targets):
    assert served_by(source, without(missing)) == targets


@pytest.mark.parametrize("kind", [PlanKind.IKU, PlanKind.PK, PlanKind.CASCADE, PlanKind.LKJIP])
def test_reports_of_an_agency_serve_its_renstra_and_the_rpjmd(kind):
    assert served_by(paper("x", kind, agency="Dinas Samudra"), EVERYTHING) == {"renstra", "rpjmd"}


def test_indicators_of_a_region_itself_serve_its_rpjmd_only():
    assert served_by(paper("x", PlanKind.IKU), EVERYTHING) == {"rpjmd"}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (paper("x", PlanKind.OTHER), "no plan that is known"),
        (paper("x", PlanKind.RPJMD, None), "its level is not known"),
        (paper("x", PlanKind.RPJMD, PlanLevel.DISTRICT, None), "its region is not known"),
        (paper("x", PlanKind.RPJMD, period=(2005, 2009)), "another time"),
        (paper("x", PlanKind.RENJA, PlanLevel.PROVINCE, "97", agency="Dinas Samudra"), "another province"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_plan_without_a_place_or_a_time_in_common_serves_nothing(source, why):
    assert served_by(source, EVERYTHING) == set(), why


def test_an_unknown_period_does_not_keep_plans_apart():
    assert served_by(paper("x", PlanKind.RENSTRA, agency="Dinas Lain", period=None), EVERYTHING) == {"rpjmd"}


def test_an_agency_does_not_serve_the_renstra_of_another():
    other = paper("x", PlanKind.RENJA, agency="Dinas Rimba")
    assert served_by(other, EVERYTHING) == {"rkpd"}


def test_a_regency_does_not_serve_the_province_next_door():
    assert served_by(paper("x", PlanKind.RPJPD, PlanLevel.DISTRICT, "97.01"), EVERYTHING) == {"rpjpn"}


def test_chapter_files_of_one_plan_do_not_serve_each_other():
    chapter = replace(PROVINCE_MEDIUM, sha256="rpjmd-bab-4")
    assert not serving_pairs([PROVINCE_MEDIUM, chapter])
    assert served_by(AGENCY_MEDIUM, [PROVINCE_MEDIUM, chapter]) == {"rpjmd", "rpjmd-bab-4"}


def test_nothing_serves_itself_and_no_two_serve_each_other():
    pairs = {(source.sha256, target.sha256) for source, target in serving_pairs(EVERYTHING)}
    assert not {(target, source) for source, target in pairs} & pairs


def test_order_of_documents_does_not_matter():
    few = (PROVINCE_LONG, PROVINCE_MEDIUM, AGENCY_MEDIUM, AGENCY_YEAR)
    results = {tuple(serving_pairs(order)) for order in permutations(few)}
    assert len(results) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Dinas Kesehatan", "dinas kesehatan"),
        ("DINAS  KESEHATAN", "dinas kesehatan"),
        ("Dinas Kesehatan Provinsi Tirta Nusa", "dinas kesehatan"),
        ("Dinas Kesehatan Kab. Rimba Asri", "dinas kesehatan"),
        ("Dinas Kesehatan Provinsi Jawa Barat", "dinas kesehatan"),
        ("Dinas Tata Kota", "dinas tata kota"),  # the word belongs to the name
        (None, ""),
    ],
)
def test_agencies_are_compared_without_their_region(name, key):
    assert agency_key(name) == key


def test_current_plans_leave_out_what_another_replaces():
    new = replace(PROVINCE_MEDIUM, sha256="rpjmd-perubahan", supersedes=PROVINCE_MEDIUM.sha256)
    plans = [holding(PROVINCE_MEDIUM), holding(new), holding(PROVINCE_LONG)]
    assert [plan.document.sha256 for plan in current_plans(plans)] == ["rpjmd-perubahan", "rpjpd"]


def test_periods_that_touch_in_one_year_overlap():
    late = paper("x", PlanKind.RENSTRA, agency="Dinas Lain", period=(2029, 2033))
    assert PROVINCE_MEDIUM.period == Period(2025, 2029)
    assert served_by(late, EVERYTHING) == {"rpjmd"}
