"""What planners see of coverage and traces: trees, tables and plain data, with pages or laws as proof."""

import json
import re
from datetime import date

import pytest
from chain_plans import NATION_LONG, NATION_MEDIUM, PROVINCE_MEDIUM, holding, objective, paper, served
from trace_chain import AIM, IE3, LINKS, LONG, MEASURE, OWN, PLANS, PROGRAM, SIDE

from selaras.models.coverage.justifications import Direction, Justification
from selaras.models.coverage.priorities import NationalCode, find_codes
from selaras.models.coverage.starts import Named, find_named, nearest
from selaras.models.coverage.status import CoverageStatus, coverage
from selaras.models.coverage.summaries import (
    by_agency,
    by_plan,
    by_region,
    summarise,
    summarise_priorities,
)
from selaras.models.coverage.trace import trace
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.framework_plans import framework_plans
from selaras.models.graph import build_graph
from selaras.models.links import LinkState
from selaras.models.statements import StatementKind
from selaras.outputs.chain_things import find_things, statement_to_json
from selaras.outputs.coverage_rows import (
    coverage_to_json,
    gap_rows,
    priorities_to_json,
    priority_rows,
    summary_heads,
    summary_rows,
)
from selaras.outputs.labels import Labels
from selaras.outputs.trace_rows import trace_heads, trace_rows, trace_to_json
from selaras.outputs.trace_tree import tree_lines

S, UP, DOWN = CoverageStatus, Direction.UP, Direction.DOWN
LABELS = Labels("id")
GRAPH = build_graph(PLANS, LINKS)
FOUND = coverage(GRAPH)
CODES = {str(node): code for node, code in find_codes(PLANS).items()}
THINGS = find_things(PLANS, CODES)


def tree(start=IE3, links=LINKS, **options):
    graph = build_graph(PLANS, links)
    found = trace(graph, start.id, coverage(graph))
    return [guide + line for guide, line in tree_lines(found, THINGS, LABELS, **options)]


def test_the_tree_shows_the_law_the_pages_and_how_sure_each_link_is():
    lines = tree()
    assert lines[0].startswith(
        "Arah pembangunan IE3 “Perlindungan Sosial yang Adaptif” (kerangka nasional (UU 59/2024)"
    )
    assert lines[1].startswith("└─ 0,90 Sasaran 3 “Terlindunginya kelompok rentan” (RPJPD ")
    assert lines[1].endswith("hlm. 6)")
    assert lines[5].endswith("(jabaran dalam rencana) Program 3.25.03 “Program Bantuan Nelayan” (hlm. 9)")
    assert (
        lines[6].strip() == "sampai pada program; di bawahnya belum ada rencana yang diberikan [jalur 0,30]"
    )
    assert lines[7].strip() == "diukur dengan: Jumlah nelayan terbantu (orang)"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LinkState.CONFIRMED, "1 (disetujui penelaah) Sasaran 3"),
        (LinkState.SUSPECT, "(perlu dilihat lagi) Sasaran 3"),
    ],
)
def test_the_tree_tells_what_people_said_of_a_link(state, words):
    assert words in tree(links=[served(LONG, IE3, 0.9, state)])[1]


def test_the_tree_tells_of_a_plan_beside():
    sibling = paper("renstra-lain", PlanKind.RENSTRA, PlanLevel.DISTRICT, "98.01", "Dinas Daratan")
    help_ = objective("Terbukanya jalan ke pelabuhan", sibling)
    plans = [*PLANS, holding(sibling, help_)]
    graph = build_graph(plans, [served(help_, OWN, 0.7, LinkState.CONFIRMED)])
    lines = tree_lines(trace(graph, OWN.id, coverage(graph)), find_things(plans, {}), LABELS)
    told = [line for _, line in lines if "Terbukanya" in line]
    assert [line.partition(" Sasaran")[0] for line in told] == ["lintas, 1 (disetujui penelaah):"]


def test_the_tree_tells_of_gaps_with_their_weak_candidates():
    lines = tree(AIM, [LINKS[4]])
    assert lines[1].strip().startswith("CELAH: ada rencana berikutnya")
    assert "1 calon lain terlalu lemah" in lines[1]


def test_a_tree_that_is_cut_says_how_much_is_missing():
    assert tree(most=3)[-1].startswith("… 3 pernyataan lagi tidak ditampilkan")


def test_rows_name_region_agency_program_and_all_steps():
    found = trace(GRAPH, IE3.id, FOUND)
    (row,) = trace_rows(found, THINGS, LABELS)
    cells = dict(zip(trace_heads(LABELS), row, strict=True))
    assert cells["perangkat daerah"] == "Dinas Samudra"
    assert cells["bunyi"] == PROGRAM.text
    assert cells["bukti awal"] == "kerangka nasional (UU 59/2024), bukan halaman PDF"
    assert cells["jalur"].count(" → ") == 5


def test_plain_data_of_a_trace_holds_every_proof():
    data = json.loads(json.dumps(trace_to_json(trace(GRAPH, IE3.id, FOUND), THINGS)))
    steps = data["paths"][0]["steps"]
    assert (steps[0]["code"], steps[0]["law"], "page" in steps[0]) == ("IE3", "UU 59/2024", False)
    assert [step["page"] for step in steps[1:]] == [6, 3, 5, 7, 9]
    assert data["paths"][0]["indicators"][0]["id"] == MEASURE.id
    assert [one["region"] for one in data["missed"]] == ["98.02"]


@pytest.mark.parametrize(
    ("group", "keys"),
    [
        (by_plan, {"kerangka-rpjpn-2025-2045", "rpjpd", "rpjmd", "rpjmd-kab", "rpjmd-kab-2", "renstra-kab"}),
        (by_region, {"", "98", "98.01", "98.02"}),
        (by_agency, {"98.01 dinas samudra"}),
    ],
)
def test_statements_are_counted_by_group(group, keys):
    assert {one.key for one in summarise(GRAPH, FOUND, group)} == keys


def test_counts_shares_and_gaps_of_a_plan():
    one = next(one for one in summarise(GRAPH, FOUND, by_plan) if one.key == "rpjmd")
    assert one.counts[UP] == {S.COVERED: 1, S.PARTLY: 1, S.ORPHANED: 1}
    assert one.share(UP) == pytest.approx(1 / 3)
    assert SIDE.id in one.gaps[DOWN]
    assert AIM.id in one.gaps[DOWN]  # only by a link of 0.6, further down


def test_quotations_are_nobody_s_gap():
    quoted = objective("Kutipan", PROVINCE_MEDIUM, owner="RPJPD")
    graph = build_graph([*PLANS[:2], holding(PROVINCE_MEDIUM, AIM, quoted)], [])
    counted = [one for one in summarise(graph, coverage(graph), by_plan) if one.key == "rpjmd"]
    assert counted[0].statements == (AIM.id,)


def test_the_table_counts_and_the_list_of_gaps_has_pages():
    summaries = [one for one in summarise(GRAPH, FOUND, by_plan) if one.key == "rpjmd"]
    (up, down) = summary_rows(summaries, [UP, DOWN], str, LABELS)
    assert dict(zip(summary_heads(LABELS), up, strict=True))["bagian penuh"] == "33 %"
    assert down[:3] == ("rpjmd", "ke bawah", 3)
    gaps = list(gap_rows(summaries, FOUND, [DOWN], str, things=THINGS, labels=LABELS))
    assert ("belum didukung dari bawah", "Sasaran 1.3", SIDE.text, "hlm. 4") in [row[2:6] for row in gaps]


def test_an_expired_justification_is_told_beside_its_gap():
    signed = [Justification(SIDE.id, DOWN, "Kewenangan pusat", "Bappeda", date(2026, 1, 31))]
    found = coverage(GRAPH, signed, today=date(2026, 11, 24))
    gaps = gap_rows(summarise(GRAPH, found, by_plan), found, [DOWN], str, things=THINGS, labels=LABELS)
    told = [row[-1] for row in gaps if row[4] == SIDE.text]
    assert told == ["alasan sudah kedaluwarsa: Kewenangan pusat (Bappeda, sampai 31 Januari 2026)"]


def test_plain_data_of_summaries_has_counts_and_pages():
    summaries = [one for one in summarise(GRAPH, FOUND, by_plan) if one.key == "rpjmd"]
    (data,) = json.loads(json.dumps(coverage_to_json(summaries, FOUND, [DOWN], str, THINGS)))
    assert data["down"]["judged"] == 3
    assert {"page": 4, "status": "uncovered"}.items() <= data["down"]["gaps"][-1].items()


def test_each_priority_tells_which_plans_it_reaches_and_which_not():
    (one,) = summarise_priorities(GRAPH, FOUND, [IE3.id])
    assert (one.node, one.status, one.missed) == (IE3.id, S.PARTLY, ("rpjmd-kab-2",))
    (row,) = priority_rows([one], THINGS, LABELS)
    assert row[:1] + row[2:6] == ("IE3", "sebagian didukung dari bawah", 4, 2, 1)
    (data,) = priorities_to_json([one], THINGS)
    assert [plan["region"] for plan in data["missed"]] == ["98.02"]


RPJMN = framework_plans()[1]
PN4 = next(one for one in RPJMN.statements if one.number == "PN4")
SHORTENED = "Memperkuat pembangunan sumber daya manusia (SDM), sains, teknologi, pendidikan, kesehatan"


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        (PN4.text, "PN4", r"Misi 4 \(PN4\)"),
        (PN4.text.upper(), "PN4", r"Misi 4 \(PN4\)"),
        (SHORTENED, "PN4", r"Misi 4 \(diduga PN4, 0,\d\d\)"),
        ("Membangun jalan lingkar pelabuhan", None, "Misi 4"),
    ],
    ids=["the same text", "in capitals", "shortened", "something else"],
)
def test_an_rpjmn_that_was_read_has_the_codes_of_the_framework_and_tells_the_guessed_ones(text, name, shown):
    mission = objective(text, NATION_MEDIUM, kind=StatementKind.MISSION, number="4")
    other = objective("Menata arsip kantor", NATION_MEDIUM, kind=StatementKind.MISSION, number="5")
    plans = [holding(NATION_MEDIUM, mission, other)]
    things = find_things(plans, find_codes(plans))
    assert set(things.codes) <= {mission.id}
    assert re.fullmatch(shown, things.name(mission.id, LABELS))
    data = statement_to_json(mission.id, things)
    assert data["code"] == name
    assert (data["code_probability"] is not None) == ("diduga" in shown)


def test_each_code_is_given_once():
    twins = [objective(IE3.text, NATION_LONG, number=number) for number in ("a", "b")]
    assert list(find_codes([holding(NATION_LONG, *twins)]).values()) == [NationalCode("IE3")]


def test_a_priority_whose_code_is_a_guess_is_marked_in_its_table():
    (row,) = priority_rows(
        summarise_priorities(GRAPH, FOUND, [IE3.id]),
        find_things(PLANS, {IE3.id: NationalCode("IE3", 0.899)}),
        LABELS,
    )
    assert row[0] == "diduga IE3, 0,89"


ENTRIES = [
    Named("s-1", ("s-1", "IE3", "Arah pembangunan IE3"), "Perlindungan Sosial yang Adaptif"),
    Named("s-2", ("s-2", "1.2", "Sasaran 1.2"), "Menurunnya kemiskinan"),
    Named("s-3", ("s-3", "2", "Misi 2"), "Menurunnya kemiskinan di pesisir"),
]


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("ie3", ["s-1"]),
        ("s-2", ["s-2"]),
        ("1.2", ["s-2"]),
        ("sasaran 1.2", ["s-2"]),
        ("Misi 2", ["s-3"]),
        ("menurunnya kemiskinan", ["s-2"]),
        ("kemiskinan", ["s-2", "s-3"]),
        ("pesisir kemiskinan", ["s-3"]),
        ("miskin", []),
        ("IE18", []),
        (" . ", []),
    ],
)
def test_how_people_name_a_statement(query, nodes):
    assert [one.node for one in find_named(query, ENTRIES)] == nodes


@pytest.mark.parametrize(("query", "first"), [("IE4", "s-1"), ("kemiskinan kota", "s-2"), ("Misi 3", "s-3")])
def test_the_nearest_are_offered_for_a_name_that_nothing_has(query, first):
    assert nearest(query, ENTRIES)[0].node == first


def test_own_programs_measure():
    assert [one.id for one in THINGS.measures[PROGRAM.id]] == [MEASURE.id]
    assert OWN.id not in THINGS.measures
