"""Rows of tables become indicators. Each trap of a real plan is a case with its name."""

from dataclasses import replace

import pytest
from factories import document, table
from row_texts import (
    AIM_TEXT,
    GOAL_TEXT,
    NAME,
    OTHER_AIM,
    OTHER_NAME,
    indicators,
    statements,
    targets,
)

from selaras.extractors.rows.reading import read_table
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind as Kind


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
            "Persentase\njumlah dermaga baik\nJumlah kapal",
            "80,5\n12,0",
            [("Persentase jumlah dermaga baik", "80,5"), ("Jumlah kapal", "12,0")],
            id="a-measure-in-small-letters-goes-on",
        ),
        pytest.param(
            "Produksi\nGaram (ton)\nIkan (ekor)",
            "500\n200",
            [("Produksi: Garam (ton)", "500"), ("Produksi: Ikan (ekor)", "200")],
            id="each-with-its-unit-under-a-head",
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
    ("rows", "marks"),
    [
        pytest.param([["10,90", "11.00"], ["9.582", "8"]], [None, None], id="both-styles"),
        pytest.param(
            [["10,90", "11,5"], ["9.582", "8"]], [",", ","], id="the-table-tells-of-a-row-that-shows-none"
        ),
        pytest.param([["10,90", "11,5"], ["9.58", "8"]], [",", "."], id="a-row-goes-before-its-table"),
    ],
)
def test_the_decimal_mark_of_each_row(rows, marks):
    made = table(["Indikator", "2025", "2026"], *([NAME, *values] for values in rows))
    assert [draft.decimal_mark for draft in indicators(made)] == marks


def test_headings_among_indicators_are_none():
    made = table(["No", "Indikator", "Satuan", "2025"], ["6", "SOSIAL", None, None], ["6.1", NAME, "%", "80"])
    assert [draft.name for draft in indicators(made)] == [NAME]


def test_a_mixed_column_prints_what_is_measured_without_values():
    made = table(["Sasaran/Indikator", "Satuan", "2025"], [AIM_TEXT, None, None], [NAME, "%", "80"])
    assert statements(made) == [(Kind.OBJECTIVE, None, AIM_TEXT, None)]
    (found,) = indicators(made)
    assert (found.name, found.statement.kind) == (NAME, Kind.OBJECTIVE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(f"{NAME}\n{OTHER_NAME}", [(NAME, "80"), (OTHER_NAME, "12")], id="a-name-for-each-row"),
        pytest.param(NAME, [(NAME, "80"), (NAME, "12")], id="one-name"),
    ],
)
def test_a_merged_cell_of_names_beside_rows_of_values(name, expected):
    made = table(["Indikator", "2025"], [name, "80"], [None, "12"])
    first, second = made.rows
    merged = replace(second, cells=(replace(first.cells[0], filled=True), second.cells[1]))
    found = indicators(replace(made, rows=(first, merged)))
    assert [(draft.name, draft.targets[0].text) for draft in found] == expected


def test_units_tell_how_many_indicators_a_cell_holds():
    made = table(["Indikator", "Satuan", "2025"], [f"{NAME}\n{OTHER_NAME}", "%\nKasus", "85.00\n0"])
    assert [(draft.unit, targets(draft)) for draft in indicators(made)] == [
        ("%", [(2025, "85.00")]),
        ("Kasus", [(2025, "0")]),
    ]


def test_a_cell_may_label_both_the_program_and_its_indicator():
    cell = f"Program:\nProgram Laut Lestari\nIndikator: {NAME}"
    made = table(["Program/Indikator", "2025"], [cell, "80"], [f"indikator :\n{OTHER_NAME}", "12"])
    assert [text for _, _, text, _ in statements(made)] == ["Program Laut Lestari"]
    assert [draft.name for draft in indicators(made)] == [NAME, OTHER_NAME]


def test_a_row_without_number_and_value_is_a_heading_among_numbered_indicators():
    made = table(["No", "Indikator", "2025"], [None, "Ketertiban Umum", None], ["1", NAME, "80"])
    assert [draft.name for draft in indicators(made)] == [NAME]


def test_scales_and_values_are_no_indicators():
    scale = table(["Indikator", "Bobot", "Skor"], [NAME, "20", "100"])
    assert indicators(scale) == ()
    made = table(["Indikator", "Target"], ["373.67 km2 (<50.000 km2)", "400"], [NAME, "80"])
    assert [draft.name for draft in indicators(made)] == [NAME]


def test_heads_that_come_again_beside_a_text_rename_the_columns():
    made = table(
        ["Sasaran", "Indikator Sasaran", "2025", "2026"],
        [AIM_TEXT, "Program / Indikator", "Tahun 2027", "Tahun 2028"],
        [None, NAME, "80", "90"],
    )
    (found,) = indicators(made)
    assert (found.name, targets(found)) == (NAME, [(2027, "80"), (2028, "90")])


def test_values_of_another_indicator_part_no_merged_cell():
    heads = ["Indikator Tujuan", "2025", "Indikator Sasaran", "2025"]
    made = table(heads, [f"{NAME}\nLaut", "80", OTHER_NAME, "12"], [None, None, "Jumlah dermaga", "7"])
    first, second = made.rows
    merged = replace(second, cells=(replace(first.cells[0], filled=True), *second.cells[1:]))
    found = indicators(replace(made, rows=(first, merged)))
    assert [draft.name for draft in found] == [f"{NAME} Laut", OTHER_NAME, "Jumlah dermaga"]
