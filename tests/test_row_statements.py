"""Rows of tables become statements. Each trap of a real plan is a case with its name."""

import pytest
from factories import document, table
from hypothesis import given
from hypothesis import strategies as st
from row_texts import (
    AIM_TEXT,
    GOAL_TEXT,
    NAME,
    OTHER_AIM,
    OTHER_GOAL,
    OTHER_NAME,
    indicators,
    statements,
    targets,
)

from selaras.extractors.rows.mixed_columns import build_profile
from selaras.extractors.rows.reading import read_table
from selaras.extractors.rows.statements import is_statement
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.statements import StatementKind as Kind


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


@pytest.mark.parametrize(
    "row",
    [
        pytest.param([f"Misi 1 : {GOAL_TEXT}", None, "500.000"], id="in-the-number-column"),
        pytest.param(["MISI I :", GOAL_TEXT, None], id="with-its-text-in-the-next-cell"),
    ],
)
def test_a_label_outside_the_columns_of_statements_opens_a_section(row):
    made = table(["No", "Sasaran", "Anggaran"], row, ["1", AIM_TEXT, "500.000"])
    assert [(kind, text, parent) for kind, _, text, parent in statements(made)] == [
        (Kind.MISSION, GOAL_TEXT, None),
        (Kind.OBJECTIVE, AIM_TEXT, GOAL_TEXT),
    ]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param(
            f"Misi 1. {GOAL_TEXT}\n2. {OTHER_GOAL}",
            [(Kind.MISSION, "1", GOAL_TEXT), (Kind.MISSION, "2", OTHER_GOAL)],
            id="a-list-behind-a-label",
        ),
        pytest.param(f"VISI\n{GOAL_TEXT}", [(Kind.VISION, None, GOAL_TEXT)], id="label-above-its-text"),
        pytest.param(f"Visi {GOAL_TEXT}", [(Kind.VISION, None, GOAL_TEXT)], id="label-without-a-mark"),
    ],
)
def test_labels_of_section_rows(section, expected):
    made = table(["Tujuan", "Sasaran"], section)
    assert [found[:3] for found in statements(made)] == expected


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
