"""Rows of tables become statements and indicators. Each trap of a real plan is a case with its name."""

import pytest
from factories import document, table
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.rows.mixed_columns import build_profile
from selaras.extractors.rows.reading import read_table
from selaras.extractors.rows.statements import is_statement
from selaras.extractors.rows.value_cells import Part, count_values, join_value, unit_in, value_in
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.statements import StatementKind as Kind

GOAL_TEXT, OTHER_GOAL = "Meningkatnya mutu layanan pesisir", "Terjaganya kelestarian teluk"
AIM_TEXT, OTHER_AIM = "Meningkatnya keselamatan pelayaran", "Menurunnya pencemaran laut"
NAME, OTHER_NAME = "Persentase pelabuhan aman", "Jumlah kapal laik laut"


def statements(made, of=None):
    """Kind, number, text and parent's text of each statement."""
    found = read_table(made, of or document()).statements
    texts = {draft.key: draft.text for draft in found}
    return [(d.kind, d.number, d.text, texts.get(d.parent) if d.parent else None) for d in found]


def indicators(made, of=None):
    return read_table(made, of or document()).indicators


def targets(draft):
    return [(value.year, value.text) for value in draft.targets]


def test_tujuan_sasaran_and_indicator_side_by_side():
    made = table(
        ["No", "Tujuan", "Sasaran", "Indikator", "Satuan", "2025"],
        ["1", GOAL_TEXT, AIM_TEXT, NAME, "%", "80"],
    )
    assert statements(made) == [
        (Kind.GOAL, "1", GOAL_TEXT, None),
        (Kind.OBJECTIVE, None, AIM_TEXT, GOAL_TEXT),
    ]
    (found,) = indicators(made)
    assert (found.name, found.unit, targets(found)) == (NAME, "%", [(2025, "80")])
    assert found.statement.kind is Kind.OBJECTIVE


def test_section_rows_stand_over_the_rows_below():
    made = table(
        ["Program", "Indikator", "Target 2025"],
        f"Tujuan 1: {GOAL_TEXT}",
        f"Sasaran 1: {AIM_TEXT}",
        ["Program Pelayaran Rakyat", NAME, "80%"],
        f"Sasaran 2: {OTHER_AIM}",
        ["Program Pengelolaan Laut", OTHER_NAME, "20 unit"],
    )
    assert statements(made) == [
        (Kind.GOAL, "1", GOAL_TEXT, None),
        (Kind.OBJECTIVE, "1", AIM_TEXT, GOAL_TEXT),
        (Kind.PROGRAM, None, "Program Pelayaran Rakyat", AIM_TEXT),
        (Kind.OBJECTIVE, "2", OTHER_AIM, GOAL_TEXT),
        (Kind.PROGRAM, None, "Program Pengelolaan Laut", OTHER_AIM),
    ]


def test_a_label_and_its_text_in_two_cells_are_one_section():
    made = table(
        ["Tujuan", "Sasaran"], ["VISI (RPJMD)", ": Arunika Raya yang Lestari"], [GOAL_TEXT, AIM_TEXT]
    )
    first = read_table(made, document()).statements[0]
    assert (first.kind, first.text, first.owner) == (Kind.VISION, "Arunika Raya yang Lestari", "RPJMD")


def test_heads_that_come_again_under_each_misi_change_the_columns():
    made = table(
        ["Tujuan", "Sasaran"],
        f"MISI II : {GOAL_TEXT}",
        ["Sasaran", "Strategi"],
        [AIM_TEXT, "Penataan alur pelayaran"],
    )
    assert [kind for kind, *_ in statements(made)] == [Kind.MISSION, Kind.OBJECTIVE, Kind.STRATEGY]


def test_a_list_in_a_cell_is_parted_and_leaves_its_neighbours_parent_open():
    made = table(
        ["Misi", "Tujuan", "Sasaran"],
        [
            "Misi Pertama,\nMenata laut bersama",
            f"1. {GOAL_TEXT};\n2. {OTHER_GOAL}.",
            f"1. {AIM_TEXT};\n2. {OTHER_AIM}.",
        ],
    )
    mission = "Menata laut bersama"
    assert statements(made) == [
        (Kind.MISSION, "Pertama", mission, None),
        (Kind.GOAL, "1", GOAL_TEXT, mission),
        (Kind.GOAL, "2", OTHER_GOAL, mission),
        (Kind.OBJECTIVE, "1", AIM_TEXT, mission),
        (Kind.OBJECTIVE, "2", OTHER_AIM, mission),
    ]


def test_a_list_that_runs_on_in_one_line_is_parted():
    made = table(["Program"], ["1) Program Pelayaran Rakyat; 2) Program Pengelolaan Laut"])
    assert [(number, text) for _, number, text, _ in statements(made)] == [
        ("1", "Program Pelayaran Rakyat"),
        ("2", "Program Pengelolaan Laut"),
    ]


def test_a_number_in_a_column_of_its_own_under_the_same_head():
    made = table(["Tujuan", "Tujuan", "Sasaran", "Sasaran"], ["2.", GOAL_TEXT, "2.1", AIM_TEXT])
    assert [(number, text) for _, number, text, _ in statements(made)] == [
        ("2", GOAL_TEXT),
        ("2.1", AIM_TEXT),
    ]


def test_an_empty_cell_below_still_means_the_statement_above():
    made = table(["Sasaran", "Indikator"], [AIM_TEXT, NAME], [None, OTHER_NAME])
    first, second = indicators(made)
    assert first.statement == second.statement is not None


def test_a_new_tujuan_ends_the_sasaran_of_the_one_before():
    made = table(
        ["Tujuan", "Sasaran", "Indikator"], [GOAL_TEXT, AIM_TEXT, NAME], [OTHER_GOAL, None, OTHER_NAME]
    )
    assert indicators(made)[1].statement.kind is Kind.GOAL


@pytest.mark.parametrize(
    "text",
    [
        "Misi 1 dan Misi 5",
        "Misi 3",
        "12",
        "-",
        "Sasaran:",
        "dan pulihnya terumbu",
        "Indikator kinerja utama",
        "........",
    ],
)
def test_references_numbers_and_torn_ends_are_no_statements(text):
    assert not is_statement(text)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [
                ("Program Laut Lestari", "5.01.02"),
                ("Rapat teluk", "5.01.02.2.01"),
                ("Alat peraga", "5.01.02.2.01.03"),
            ],
            [Kind.PROGRAM, Kind.ACTIVITY, Kind.SUBACTIVITY],
            id="codes-of-the-official-nomenclature",
        ),
        pytest.param(
            [("Program Laut Lestari", None), ("Rapat teluk", None), ("Alat peraga", None)],
            [Kind.PROGRAM, Kind.ACTIVITY, Kind.ACTIVITY],
            id="rows-that-name-themselves-tell-the-others",
        ),
        pytest.param(
            [("Laut Lestari", "1.29"), ("Rapat teluk", "1.29.01")],
            [Kind.ACTIVITY, Kind.SUBACTIVITY],
            id="longer-codes-are-more-concrete",
        ),
        pytest.param(
            [("Urusan kelautan", "1"), ("A", "1.2"), ("B", "1.2.1"), ("C", "1.2.1.1")],
            [None, Kind.PROGRAM, Kind.ACTIVITY, Kind.SUBACTIVITY],
            id="a-level-above-all-kinds-is-a-heading",
        ),
    ],
)
def test_kinds_in_a_mixed_column(rows, expected):
    profile = build_profile((Kind.PROGRAM, Kind.ACTIVITY, Kind.SUBACTIVITY), rows)
    assert [profile.kind_of(text, number) for text, number in rows] == expected


def test_letters_tell_sasaran_from_tujuan():
    rows = [("A", "1"), ("B", "1.a"), ("C", "2.1"), ("D", "2.1.b")]
    profile = build_profile((Kind.GOAL, Kind.OBJECTIVE), rows)
    assert [profile.kind_of(text, number) for text, number in rows] == [Kind.GOAL, Kind.OBJECTIVE] * 2


def test_what_a_program_reaches_is_no_program():
    made = table(["Program/Kegiatan"], ["Program Laut Lestari"], ["- Terwujudnya laut yang bersih"])
    assert [text for _, _, text, _ in statements(made)] == ["Program Laut Lestari"]


def test_a_column_of_another_plan_has_that_owner():
    made = table(["Misi RPJMD", "Sasaran"], ["Menata laut bersama", AIM_TEXT])
    assert [draft.owner for draft in read_table(made, document()).statements] == ["RPJMD", None]


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("Tabel 6.1 Keterkaitan Misi, Tujuan dan Sasaran Provinsi Arunika", "Provinsi Arunika"),
        ("Tabel 6.2 Indikator yang Mengacu pada Tujuan dan Sasaran RPJMD", None),
        ("Tabel 4.1 Tujuan dan Sasaran Dinas Samudra Provinsi Arunika", None),
        (None, None),
    ],
)
def test_the_caption_tells_the_owner(title, owner):
    made = table(["Sasaran"], [AIM_TEXT], title=title)
    assert read_table(made, document()).statements[0].owner == owner


def test_a_region_owns_what_its_own_plan_says():
    made = table(["Sasaran"], [AIM_TEXT], title="Tujuan dan Sasaran Provinsi Arunika")
    of = document(PlanKind.RPJMD, agency=None, level=PlanLevel.PROVINCE)
    assert read_table(made, of).statements[0].owner is None


def test_budget_and_realisation_never_become_targets():
    heads = ["Indikator", "Target | 2025", "Rp | 2025", "Realisasi | 2024", "Pagu"]
    (found,) = indicators(table(heads, [NAME, "80", "1.250.000.000", "75", "900"]))
    assert targets(found) == [(2025, "80")]


def test_baseline_and_end_of_period_are_told_from_targets():
    heads = ["Indikator", "Kondisi Awal 2024", "2025", "2026", "Kondisi Akhir"]
    (found,) = indicators(table(heads, [NAME, "61", "70", "80", "90"]))
    assert (found.baseline.year, found.baseline.text) == (2024, "61")
    assert [(v.year, v.text, v.final) for v in found.targets] == [
        (2025, "70", False),
        (2026, "80", False),
        (2029, "90", True),
    ]


@pytest.mark.parametrize(
    ("of", "title", "year"),
    [
        pytest.param(document(PlanKind.PK, period=(2027, 2027)), None, 2027, id="document-of-one-year"),
        pytest.param(
            document(period=(2025, 2029)), "Perjanjian Kinerja Tahun 2026", 2026, id="year-in-caption"
        ),
        pytest.param(document(period=(2025, 2029)), None, None, id="nobody-says-it"),
    ],
)
def test_year_of_a_single_target(of, title, year):
    (found,) = indicators(table(["Indikator", "Target"], [NAME, "80"], title=title), of)
    assert targets(found) == [(year, "80")]


@pytest.mark.parametrize(
    ("name", "value", "unit", "text"),
    [
        pytest.param("Luas terumbu pulih", "850 ha", "ha", "850", id="unit-behind-the-value"),
        pytest.param(
            "Produksi garam", "4420000\nton/tahu\nn", "ton/tahun", "4420000", id="unit-torn-in-a-cell"
        ),
        pytest.param(
            "Jumlah nelayan terlatih (Orang)", "90", "Orang", "90", id="unit-in-brackets-of-the-name"
        ),
        pytest.param("Indeks Laut Sehat (ILS)", "70", None, "70", id="a-short-name-is-no-unit"),
        pytest.param("Rasio kecelakaan", "8/1.000 kapal", None, "8/1.000 kapal", id="a-rate-stays-whole"),
        pytest.param(
            "Pelabuhan dibina", "10 dari 12 pelabuhan", None, "10 dari 12 pelabuhan", id="share-in-words"
        ),
    ],
)
def test_unit_where_no_column_prints_it(name, value, unit, text):
    (found,) = indicators(table(["Indikator", "Target 2025"], [name, value]))
    assert (found.unit, found.targets[0].text) == (unit, text)


def test_side_by_side_blocks_keep_their_own_values():
    heads = ["Tujuan", "Indikator Tujuan", "2025", "Sasaran", "Indikator Sasaran", "2025"]
    first, second = indicators(table(heads, [GOAL_TEXT, NAME, "80", AIM_TEXT, OTHER_NAME, "12"]))
    assert (first.statement.kind, targets(first)) == (Kind.GOAL, [(2025, "80")])
    assert (second.statement.kind, targets(second)) == (Kind.OBJECTIVE, [(2025, "12")])


def test_indicator_columns_side_by_side_share_the_values():
    heads = ["Tujuan", "Sasaran", "Indikator Tujuan", "Indikator Sasaran", "2025"]
    found = indicators(
        table(heads, [GOAL_TEXT, None, NAME, None, "80"], [None, AIM_TEXT, None, OTHER_NAME, "12"])
    )
    assert [(draft.statement.kind, targets(draft)) for draft in found] == [
        (Kind.GOAL, [(2025, "80")]),
        (Kind.OBJECTIVE, [(2025, "12")]),
    ]


@pytest.mark.parametrize(
    ("names", "values", "expected"),
    [
        pytest.param(
            "1. Persentase dermaga baik\n2. Jumlah kapal",
            "80\n12",
            [("Persentase dermaga baik", "80"), ("Jumlah kapal", "12")],
            id="numbered",
        ),
        pytest.param(
            "Persentase dermaga\nyang baik\nJumlah kapal laik\nlaut",
            "80,5\n12,0",
            [("Persentase dermaga yang baik", "80,5"), ("Jumlah kapal laik laut", "12,0")],
            id="each-starts-with-a-measure",
        ),
        pytest.param(
            "Peningkatan produksi\nProduksi garam\nProduksi ikan",
            "5.00\n2.00",
            [
                ("Peningkatan produksi: Produksi garam", "5.00"),
                ("Peningkatan produksi: Produksi ikan", "2.00"),
            ],
            id="under-a-head-without-value",
        ),
        pytest.param(
            "Luas terumbu karang\nyang pulih",
            "610540.\n98",
            [("Luas terumbu karang yang pulih", "610540.98")],
            id="torn",
        ),
    ],
)
def test_several_indicators_in_one_cell(names, values, expected):
    found = indicators(table(["Indikator", "Target 2025"], [names, values]))
    assert [(draft.name, draft.targets[0].text) for draft in found] == expected


def test_names_and_values_that_do_not_pair_are_kept_with_a_warning():
    made = table(["Indikator", "Target 2025"], ["1. Persentase dermaga baik\n2. Jumlah kapal", "80"])
    found = read_table(made, document())
    assert [targets(draft) for draft in found.indicators] == [[], []]
    assert {warning.message.code for warning in found.warnings} == {"extraction.unpaired_values"}


def test_a_row_that_says_what_is_measured_is_no_indicator():
    made = table(["No", "Indikator", "2025"], ["I", "INDIKATOR TUJUAN:", None], ["1", NAME, "80"])
    assert [draft.name for draft in indicators(made)] == [NAME]


def test_the_head_printed_again_is_no_indicator():
    made = table(["Sasaran", "Indikator Kinerja"], [AIM_TEXT, "Indikator\nKinerja"], [OTHER_AIM, NAME])
    assert [draft.name for draft in indicators(made)] == [NAME]


def test_a_table_of_other_things_yields_nothing():
    made = table(["Golongan", "Laki-laki", "Perempuan"], ["III/a", "12", "9"], ["IV/b", "3", "4"])
    found = read_table(made, document())
    assert (found.statements, found.indicators) == ((), ())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["610540.", "98"], "610540.98"),
        (["119,8", "2"], "119,82"),
        (["12,000,", "000"], "12,000,000"),
        (["5,3", "6,1"], "5,3 6,1"),
        (["850", "ton"], "850 ton"),
        ([], ""),
    ],
)
def test_torn_numbers_are_joined(lines, expected):
    assert join_value(lines) == expected


def test_a_very_narrow_cell_tears_numbers_anywhere():
    assert join_value(["9", "5,4", "5"], narrow=True) == "95,45"


def test_values_are_counted_only_where_each_line_is_one():
    made = table(["a"], ["80,5\n12,0"], ["100 dari\n110 kapal"], ["400\nOrang"])
    cells = [row.cells[0] for row in made.rows]
    assert [count_values(cell) for cell in cells] == [2, 1, 1]


def test_a_dash_is_no_value():
    (row,) = table(["a"], ["-"]).rows
    assert value_in(row.cells[0], Part()) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Per\nsen", "Persen"), ("Nil\nai\nPe\nrse\npsi", "Nilai Persepsi"), ("kab/\nkota", "kab/kota")],
)
def test_units_torn_by_a_narrow_column(text, unit):
    (row,) = table(["a"], [text]).rows
    assert unit_in(row.cells[0], Part(), known={"per", "kota"}) == unit


WORDS = st.sampled_from(
    ["laut", "teluk", "kapal", "dermaga", "aman", "lestari", "nelayan", "pulau", "garam", "arus"]
)
TEXTS = st.lists(WORDS, min_size=3, max_size=8).map(lambda words: "Meningkatnya " + " ".join(words))


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5))
def test_every_word_of_a_statement_stands_in_its_cell(rows):
    made = table(["Tujuan", "Sasaran"], *rows)
    printed = {cell.box: cell.text for row in made.rows for cell in row.cells}
    for draft in read_table(made, document()).statements:
        (box,) = draft.place.boxes
        assert draft.text in printed[box]


@given(st.lists(st.lists(st.none() | st.text(max_size=30), min_size=4, max_size=4), max_size=5))
def test_any_text_in_a_table_is_read_without_an_error(rows):
    read_table(table(["Tujuan", "Program/Kegiatan", "Indikator", "Target | 2025"], *rows), document())
