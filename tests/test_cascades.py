"""Cascades drawn as tables: branches side by side, levels below each other; all texts are invented."""

import pytest
from factories import document, table
from page_factory import grid, page

from selaras.extractors.rows.reading import read_table
from selaras.extractors.tables.logical import logical_tables
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind as Kind

CASCADE = document(PlanKind.CASCADE, period=(2026, 2026))
GOALS = "Menata laut yang lestari", "Menata darat yang hijau"
AIMS = "Meningkatnya mutu air teluk", "Menurunnya sampah pesisir", "Meningkatnya tutupan hutan"


def read(*rows, widths=(100.0, 100.0, 100.0, 100.0), of=CASCADE):
    edges = [""] * len(widths)  # a row that shows where columns begin
    (made,) = logical_tables([page(grids=[grid(edges, *rows, widths=list(widths))])])
    return read_table(made, of)


def statements(found):
    texts = {draft.key: draft.text for draft in found.statements}
    return [(d.kind, d.number, d.text, texts.get(d.parent) if d.parent else None) for d in found.statements]


def measures(found):
    texts = {draft.key: draft.text for draft in found.statements}
    return [
        (d.name, d.unit, [(value.year, value.text) for value in d.targets], texts.get(d.statement))
        for d in found.indicators
    ]


EXPECTED = [
    (Kind.GOAL, "1", GOALS[0], None),
    (Kind.GOAL, "2", GOALS[1], None),
    (Kind.OBJECTIVE, "1", AIMS[0], GOALS[0]),
    (Kind.OBJECTIVE, "2", AIMS[1], GOALS[0]),
    (Kind.OBJECTIVE, "3", AIMS[2], GOALS[1]),
]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [
                [f"TUJUAN 1 : {GOALS[0]}", "<", f"TUJUAN 2 : {GOALS[1]}", "<"],
                [f"Sasaran 1 : {AIMS[0]}", f"Sasaran 2 : {AIMS[1]}", f"Sasaran 3 : {AIMS[2]}", "<"],
            ],
            id="labels-before-their-texts",
        ),
        pytest.param(
            [
                ["Tujuan 1", "<", "Tujuan 2", "<"],
                [GOALS[0], "<", GOALS[1], "<"],
                ["Sasaran 1", "Sasaran 2", "Sasaran 3", "<"],
                [AIMS[0], AIMS[1], AIMS[2], "<"],
            ],
            id="labels-in-a-row-above-their-texts",
        ),
        pytest.param(
            [
                [f"Tujuan 1\n{GOALS[0]}", "<", f"Tujuan 2\n{GOALS[1]}", "<"],
                [f"Sasaran 1\n{AIMS[0]}", f"Sasaran 2\n{AIMS[1]}", f"Sasaran 3\n{AIMS[2]}", "<"],
            ],
            id="labels-in-a-line-of-their-own",
        ),
    ],
)
def test_what_stands_above_is_the_parent(rows):
    assert statements(read(*rows)) == EXPECTED


def test_a_row_over_all_branches_holds_for_all():
    found = read(
        ["VISI\nArunika Raya yang Lestari", "<", "<", "<"],
        [f"Tujuan 1 : {GOALS[0]}", "<", f"Tujuan 2 : {GOALS[1]}", "<"],
    )
    vision = "Arunika Raya yang Lestari"
    assert statements(found) == [
        (Kind.VISION, None, vision, None),
        (Kind.GOAL, "1", GOALS[0], vision),
        (Kind.GOAL, "2", GOALS[1], vision),
    ]


def test_a_list_over_all_branches_leaves_open_which_of_it_is_served():
    found = read(
        [f"Misi 1. {GOALS[0]}\n2. {GOALS[1]}", "<", "<", "<"],
        [f"Sasaran 1 : {AIMS[0]}", "<", f"Sasaran 2 : {AIMS[1]}", "<"],
    )
    assert statements(found) == [
        (Kind.MISSION, "1", GOALS[0], None),
        (Kind.MISSION, "2", GOALS[1], None),
        (Kind.OBJECTIVE, "1", AIMS[0], None),
        (Kind.OBJECTIVE, "2", AIMS[1], None),
    ]


TOP = ["Sasaran 1", "<", "Sasaran 2", "<"], [AIMS[0], "<", AIMS[1], "<"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(
            ["Persentase teluk bersih\n(55 %)", "<", None, "<"],
            ("Persentase teluk bersih", "%", [(2026, "55")], AIMS[0]),
            id="value-in-brackets-below",
        ),
        pytest.param(
            ["Kasus tumpahan minyak", "3 Kasus", None, "<"],
            ("Kasus tumpahan minyak", "Kasus", [(2026, "3")], AIMS[0]),
            id="value-in-the-box-beside",
        ),
        pytest.param(
            ["1.1 Patroli teluk terpadu", "<", None, "<"],
            ("Patroli teluk terpadu", None, [], AIMS[0]),
            id="number-below-that-of-its-sasaran",
        ),
        pytest.param(
            ["b) Jumlah dermaga", "7 unit", None, "<"],
            ("Jumlah dermaga", "unit", [(2026, "7")], AIMS[0]),
            id="lettered",
        ),
    ],
)
def test_measures(cells, expected):
    row = ["" if cell is None else cell for cell in cells]
    assert measures(read(*TOP, row, widths=(120.0, 40.0, 120.0, 40.0))) == [expected]


def test_labels_of_measures_are_none_themselves():
    found = read(*TOP, ["Indikator :", "<", "Indikator :", "<"], ["Garam rakyat", "<", "Sampah plastik", "<"])
    assert measures(found) == [
        ("Garam rakyat", None, [], AIMS[0]),
        ("Sampah plastik", None, [], AIMS[1]),
    ]


def test_under_offices_the_number_tells_what_is_measured():
    found = read(
        *TOP,
        ["KEPALA BIDANG LAUT", "<", "KEPALA BIDANG DARAT", "<"],
        ["2.1 Sampah plastik", "<", "Jumlah pohon", "<"],
    )
    assert measures(found) == [("Sampah plastik", None, [], AIMS[1]), ("Jumlah pohon", None, [], None)]


def test_what_offices_share_is_one_measure():
    found = read(*TOP, ["KASI LAUT", "<", "KASI DARAT", "<"], ["Jumlah pohon", "<", "Jumlah pohon", "<"])
    assert len(found.indicators) == 1


@pytest.mark.parametrize(
    "cells", [["Staf pelaksana", "<", "Arsip", "<"], ["3.4", "<", "27 unit", "<"]], ids=["words", "numbers"]
)
def test_boxes_that_nothing_tells_to_be_measures_are_none(cells):
    assert read(*TOP, ["KASI LAUT", "<", "KASI DARAT", "<"], cells).indicators == ()


def test_labelled_statements_under_heads_are_no_cascade():
    made = table(
        ["Tujuan", "Sasaran"],
        [f"Tujuan 1 : {GOALS[0]}", f"Sasaran 1 : {AIMS[0]}"],
        [f"Tujuan 2 : {GOALS[1]}", f"Sasaran 2 : {AIMS[2]}"],
    )
    assert statements(read_table(made, document()))[1] == (Kind.OBJECTIVE, "1", AIMS[0], GOALS[0])
