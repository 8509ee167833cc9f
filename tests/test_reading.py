"""From pages to a plan: numbers, torn words, twins, ids, parents, and whole documents."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from factories import box, document
from hypothesis import given
from hypothesis import strategies as st
from pdf_factory import pdf, prose, table

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings, IndicatorDraft, Place, StatementDraft, ValueDraft
from selaras.extractors.phrases.numbering import Marker, follows, read_marker, split_inline, split_items
from selaras.extractors.reading import find_known_words, read_plan
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.extractors.twins import are_twins
from selaras.models.documents import PlanKind
from selaras.models.ids import fold
from selaras.models.statements import StatementKind as Kind

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        pytest.param("1. Satu", "1", "Satu", id="point"),
        pytest.param("2)Dua", "2", "Dua", id="bracket-without-blank"),
        pytest.param("(3) Tiga", "3", "Tiga", id="two-brackets"),
        pytest.param("1.a Mutu", "1.a", "Mutu", id="letter-level"),
        pytest.param("4.1.2. Mutu", "4.1.2", "Mutu", id="levels"),
        pytest.param("1.01.02 Program", "1.01.02", "Program", id="code"),
        pytest.param("III.1.2. Misi", "III.1.2", "Misi", id="roman-level"),
        pytest.param("IV. Empat", "IV", "Empat", id="roman"),
        pytest.param("b. Dua", "b", "Dua", id="letter"),
        pytest.param("SS1: Mutu", "SS1", "Mutu", id="code-of-letters"),
        pytest.param("• Butir", "", "Butir", id="bullet"),
        pytest.param("- Butir", "", "Butir", id="dash"),
    ],
)
def test_markers(text, number, rest):
    assert read_marker(text) is not None
    marker, behind = read_marker(text)
    assert (marker.number, behind) == (number, rest)


@pytest.mark.parametrize(
    "text", ["1.500 orang", "2025. Tahun", "-5 persen", "a lot", "Laut", "", "5 ton", "12,5", "dan. lain"]
)
def test_no_markers(text):
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Satu", "dan lagi", "2. Dua"], [("1", ("Satu", "dan lagi")), ("2", ("Dua",))]),
        (["1. Satu", "2) bagian", "2. Dua"], [("1", ("Satu", "2) bagian")), ("2", ("Dua",))]),
        (["1 Satu", "2 Dua"], [("1", ("Satu",)), ("2", ("Dua",))]),
        (["Satu", "1. dua"], [(None, ("Satu", "1. dua"))]),
        (["- Satu", "- Dua"], [(None, ("Satu",)), (None, ("Dua",))]),
        (["1.1 Satu", "1.2 Dua"], [("1.1", ("Satu",)), ("1.2", ("Dua",))]),
        ([], []),
    ],
)
def test_lists_in_cells(lines, expected):
    assert [(item.number, item.lines) for item in split_items(lines)] == expected


def test_a_list_in_one_line():
    assert split_inline("Satu (2024); 2) Dua, 3) Tiga", Marker(")", "1")) == [
        ("1", "Satu (2024)"),
        ("2", "Dua"),
        ("3", "Tiga"),
    ]


@given(st.integers(1, 30))
def test_a_number_follows_the_one_before_it_only(number):
    assert follows(Marker(".", str(number + 1)), Marker(".", str(number)))
    assert not follows(Marker(".", str(number)), Marker(".", str(number)))
    assert not follows(Marker(")", str(number + 1)), Marker(".", str(number)))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        pytest.param(["Pe-", "rusakan lahan"], "Perusakan lahan", id="hyphen"),
        pytest.param(["KETATALAKSA-", "NAAN"], "KETATALAKSANAAN", id="hyphen-in-capitals"),
        pytest.param(["pulau-", "pulau kecil"], "pulau-pulau kecil", id="doubled-word"),
        pytest.param(["non-", "migas"], "non-migas", id="hyphenated-word"),
        pytest.param(["Ber-", "Bhineka"], "Ber-Bhineka", id="capital-behind-the-hyphen"),
        pytest.param(["kab/", "kota"], "kab/kota", id="slash"),
        pytest.param(["Meningkatny", "a mutu"], "Meningkatnya mutu", id="one-letter-torn-off"),
        pytest.param(["pembangun", "an laut"], "pembangunan laut", id="two-letters-torn-off"),
        pytest.param(["layanan", "di laut"], "layanan di laut", id="short-word"),
        pytest.param(["daftar:", "a. satu"], "daftar: a. satu", id="letter-of-a-list"),
        pytest.param(["wide   blanks ", "", "here"], "wide blanks here", id="justified"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_lines_are_joined(lines, joined):
    assert join_lines(lines) == joined


def test_a_word_that_the_document_prints_elsewhere_is_mended():
    known = find_known_words(["demi perlindungan warga pulau", "untuk perlindungan alam laut"])
    assert join_lines(["perlin", "dungan warga"], known=known) == "perlindungan warga"
    assert join_lines(["demi", "warga"], known=known) == "demi warga"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("“Laut Biru”.", "Laut Biru"),
        ("Menata laut; dan", "Menata laut"),
        ("- Menata  laut;", "Menata laut"),
        ("Tahun 2025 (lanjutan)", "Tahun 2025 (lanjutan)"),
        ("...", ""),
    ],
)
def test_statements_are_cleaned(text, clean):
    assert clean_text(text) == clean


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean_text(clean_text(text)) == clean_text(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Meningkatnya mutu laut", "Meningkatkan mutu laut", True, id="ending-of-a-verb"),
        pytest.param("Menngkatkan mutu laut", "Meningkatkan mutu laut", True, id="misprint"),
        pytest.param("Pembinaan laki laki muda", "Pembinaan perempuan muda baru", False, id="other-words"),
        pytest.param("Penataan kawasan laut I", "Penataan kawasan laut II", False, id="numbers-count"),
        pytest.param("Layanan kesehatan ibu", "Layanan kesehatan ibu hamil", False, id="no-word-is-added"),
        pytest.param(
            "Pengelolaan laut dalam", "Pengelompokan laut dalam", False, id="alike-but-another-word"
        ),
        pytest.param("Peningkatan mutu laut", "Penindakan mutu laut", False, id="same-start-other-word"),
    ],
)
def test_twins(one, other, expected):
    assert are_twins(fold(one).split(), fold(other).split()) is expected


def draft(text, kind=Kind.OBJECTIVE, *, page=1, top=100.0, **rest):
    return StatementDraft(kind, text, Place(page, (box(top),)), **rest)


def measure(name, *values, page=1, top=100.0, statement=None):
    targets = tuple(ValueDraft(year, text) for year, text in values)
    return IndicatorDraft(name, Place(page, (box(top),)), "%", statement, targets=targets)


def plan_of(*statements, indicators=()):
    return build_plan(document(), [Findings(tuple(statements), tuple(indicators))])


def test_a_statement_counts_once_at_its_first_place_and_keeps_what_later_ones_add():
    goal = draft("Meningkatnya mutu layanan", Kind.GOAL, page=1)
    first = draft("Menurunnya pencemaran laut", page=2)
    again = draft("MENURUNNYA  PENCEMARAN LAUT;", page=5, number="2", parent=goal.key)
    made = plan_of(again, goal, first).statements
    assert [(s.text, s.passage.page, s.number) for s in made] == [
        ("Meningkatnya mutu layanan", 1, None),
        ("Menurunnya pencemaran laut", 2, "2"),
    ]
    assert made[1].parent == made[0].id


def test_reading_twice_gives_the_same_plan():
    drafts = [draft("Menurunnya pencemaran laut"), draft("Meningkatnya mutu layanan", top=200.0)]
    assert plan_of(*drafts, *drafts) == plan_of(*drafts)


def test_ids_do_not_depend_on_the_order_of_rows():
    drafts = [draft(f"Meningkatnya mutu layanan {name}") for name in ("laut", "teluk", "pulau")]
    names = [measure(f"Persentase {name}", (2025, "8")) for name in ("laut", "teluk", "pulau")]
    one, other = plan_of(*drafts, indicators=names), plan_of(*drafts[::-1], indicators=names[::-1])
    assert {s.id for s in one.statements} == {s.id for s in other.statements}
    assert {i.id for i in one.indicators} == {i.id for i in other.indicators}


def test_a_circle_of_parents_is_cut():
    one, other = draft("Menurunnya pencemaran laut"), draft("Program Laut Lestari", Kind.PROGRAM, top=200.0)
    made = plan_of(replace(one, parent=other.key), replace(other, parent=one.key)).statements
    assert [s.parent for s in made].count(None) == 1


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_parents_exist_and_close_no_circle(pairs):
    names = [draft(f"Meningkatnya mutu layanan {'laut ' * n}teluk", top=float(n)) for n in range(6)]
    made = plan_of(*(replace(names[child], parent=names[above].key) for child, above in pairs)).statements
    parents = {s.id: s.parent for s in made}
    for start in parents:
        seen, at = set(), start
        while at is not None:
            assert at in parents
            assert at not in seen
            seen.add(at)
            at = parents[at]


def test_a_mission_stands_under_the_only_vision_of_its_owner():
    vision = draft("Laut Lestari Bersama", Kind.VISION, page=3)
    made = plan_of(draft("Menata laut bersama", Kind.MISSION), vision).statements
    assert made[0].parent == made[1].id
    assert (
        plan_of(draft("Menata laut bersama", Kind.MISSION), replace(vision, owner="Gubernur"))
        .statements[0]
        .parent
        is None
    )


def test_an_indicator_printed_in_two_tables_counts_twice_with_two_ids():
    one = measure("Persentase laut bersih", (2025, "80"))
    made = plan_of(indicators=[one, replace(one, place=Place(4, (box(),)))]).indicators
    assert [i.passage.page for i in made] == [1, 4]
    assert len({i.id for i in made}) == 2


def test_neighbours_settle_how_a_value_is_read():
    draft = replace(measure("Luas terumbu", (2025, "9.582")), unit="ha", decimal_mark=",")
    (made,) = plan_of(indicators=[draft]).indicators
    assert (made.targets[0].value.low, made.targets[0].value.ambiguous) == (9582, False)


def test_a_year_printed_in_a_value_is_its_year():
    (made,) = plan_of(indicators=[measure("Indeks laut", (None, "79,51 (2023)"))]).indicators
    assert made.targets[0].year == 2023


def test_values_that_nobody_understands_stay_as_text_with_a_warning():
    made = plan_of(indicators=[measure("Indeks laut", (2025, "lihat lampiran kedua"), page=7)])
    assert made.indicators[0].targets[0].value.text == "lihat lampiran kedua"
    assert [(w.message.code, w.page) for w in made.warnings] == [("extraction.unreadable_value", 7)]


@pytest.fixture(scope="module")
def small_plan(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "renstra.pdf"
    path.write_bytes(
        pdf(
            prose(
                "RENCANA STRATEGIS DINAS SAMUDRA PROVINSI ARUNIKA TAHUN 2025-2029",
                "Renstra ini memuat visi, misi, tujuan, sasaran, strategi, program dan indikator kinerja.",
                "Misi 1 : Menata laut bersama warga",
            ),
            table(
                [
                    ["Sasaran", "Indikator", "Satuan", "2025"],
                    ["Menurunnya pencemaran laut", "Indeks mutu air laut", "indeks", "71,5"],
                ],
                [170, 150, 60, 60],
            ),
        )
    )
    return read_plan(path)


def test_a_file_becomes_a_plan(small_plan):
    assert small_plan.document.kind is PlanKind.RENSTRA
    assert [(s.kind, s.text) for s in small_plan.statements] == [
        (Kind.MISSION, "Menata laut bersama warga"),
        (Kind.OBJECTIVE, "Menurunnya pencemaran laut"),
    ]
    (indicator,) = small_plan.indicators
    assert (indicator.unit, indicator.targets[0].value.low) == ("indeks", 71.5)
    assert indicator.statement == small_plan.statements[1].id


def test_everything_names_its_page_and_boxes(small_plan):
    for item in (*small_plan.statements, *small_plan.indicators):
        assert item.passage.page in (1, 2)
        assert item.passage.boxes
        assert all(left < right and top < bottom for left, top, right, bottom in item.passage.boxes)


def test_a_document_that_is_no_plan_comes_without_statements(tmp_path):
    path = tmp_path / "resep.pdf"
    path.write_bytes(pdf(prose("Resep sambal pulau", "Misi 1 : Menumbuk cabai dengan sabar")))
    made = read_plan(path)
    assert (made.document.kind, made.statements, made.indicators) == (PlanKind.OTHER, (), ())
    assert "identity.no_plan" in {warning.message.code for warning in made.warnings}


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the plans that people read are not at hand")
def test_most_of_what_people_read_is_found():
    gold = json.loads(
        (SHARED / "gold/reading/rkpd_kaltim_2024_program-prioritas.json").read_text(encoding="utf-8")
    )
    made = read_plan(SHARED / "corpus" / gold["file"])
    names = {fold(item.name) for item in made.indicators}
    wanted = {fold(item["name"]) for item in gold["indicators"]}
    assert len(wanted & names) > 0.8 * len(wanted)
