"""Grids whose rows are levels: what stands under a cell belongs to it."""

import pytest

from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.trees.cascade_grids import find_cascades
from selaras.extractors.trees.reading import read_trees
from selaras.models.documents import PlanKind
from selaras.models.messages import render
from selaras.models.statements import StatementKind as Kind
from tests.factories import document
from tests.page_factory import HEIGHT, WIDTH, grid

CASCADE = document(kind=PlanKind.CASCADE, period=(2031, 2031))


def page(*grids):
    return Page(1, WIDTH, HEIGHT, PageKind.TABLE, grids=grids)


def read(*rows, of=CASCADE):
    findings, _ = read_trees([page(grid(*rows))], of)
    texts = {draft.key: draft.text for draft in findings.statements}
    statements = [
        (draft.kind, draft.number, draft.text, texts.get(draft.parent)) for draft in findings.statements
    ]
    indicators = [
        (
            draft.name,
            texts.get(draft.statement),
            draft.unit,
            [(value.year, value.text) for value in draft.targets],
        )
        for draft in findings.indicators
    ]
    return statements, indicators, [render(item.message) for item in findings.warnings]


LEVELS = (
    ("VISI\nKOTA YANG SEHAT DAN MANDIRI", "<", "<", "<"),
    ("Misi 1", "<", "Misi 2", "<"),
    ("Membangun warga sehat", "<", "Menjamin layanan prima", "<"),
    ("Sasaran 1", "Sasaran 2", "Sasaran 3", "<"),
    ("Meningkatnya warga sehat", "Meningkatnya air bersih", "Meningkatnya mutu puskesmas", "<"),
    ("Indikator 1", "Indikator 2", "Indikator 3", "Indikator 4"),
    ("Persentase warga sehat\n(55%)", "Jumlah sumur baik\n(64 Sumur)", "Angka kematian ibu\n(89/100.000 KH)", "Mutu obat\n(A)"),
    ("Strategi 1", "<", "Strategi 2", "<"),
    ("Menguatkan kader desa", "<", "Menguatkan puskesmas kota", "<"),
)  # fmt: skip


def test_a_label_names_the_cell_below_and_the_cell_that_reaches_over_is_the_parent():
    statements, indicators, warnings = read(*LEVELS)
    assert statements == [
        (Kind.VISION, None, "KOTA YANG SEHAT DAN MANDIRI", None),
        (Kind.MISSION, "1", "Membangun warga sehat", "KOTA YANG SEHAT DAN MANDIRI"),
        (Kind.MISSION, "2", "Menjamin layanan prima", "KOTA YANG SEHAT DAN MANDIRI"),
        (Kind.OBJECTIVE, "1", "Meningkatnya warga sehat", "Membangun warga sehat"),
        (Kind.OBJECTIVE, "2", "Meningkatnya air bersih", "Membangun warga sehat"),
        (Kind.OBJECTIVE, "3", "Meningkatnya mutu puskesmas", "Menjamin layanan prima"),
        # The narrower cells of sasaran 1 and 2 do not reach over a strategy: it belongs to the mission.
        (Kind.STRATEGY, "1", "Menguatkan kader desa", "Membangun warga sehat"),
        (Kind.STRATEGY, "2", "Menguatkan puskesmas kota", "Meningkatnya mutu puskesmas"),
    ]
    assert indicators == [
        ("Persentase warga sehat", "Meningkatnya warga sehat", "%", [(2031, "55")]),
        ("Jumlah sumur baik", "Meningkatnya air bersih", "Sumur", [(2031, "64")]),
        ("Angka kematian ibu", "Meningkatnya mutu puskesmas", None, [(2031, "89/100.000 KH")]),
        ("Mutu obat (A)", "Meningkatnya mutu puskesmas", None, []),
    ]
    assert warnings == []


HELD = (
    ("KEPALA BIDANG GIZI", "<", "KEPALA BIDANG OBAT", "<"),
    ("Outcome", "<", "Outcome", "<"),
    ("Persentase balita sehat", "60%", "Tersedianya obat dasar", "27\nKota"),
    ("a Kota yang\nmelapor", "5 Kota", "Dokumen rencana\nobat", ""),
)


def test_measures_below_a_holder_have_values_beside_them_and_no_statement():
    assert read(*HELD) == (
        [],
        [
            ("Persentase balita sehat", None, "%", [(2031, "60")]),
            ("Tersedianya obat dasar", None, "Kota", [(2031, "27")]),
            ("Kota yang melapor", None, "Kota", [(2031, "5")]),
            ("Dokumen rencana obat", None, None, []),
        ],
        [],
    )


def test_a_holder_cuts_measures_off_from_the_statements_above():
    statements, indicators, _ = read(*LEVELS[1:5], *HELD)
    assert len(statements) == 5
    assert {statement for _, statement, _, _ in indicators} == {None}


CODED = (
    ("TUJUAN 1 :", "MENINGKATKAN MUTU TENAGA KERJA", "TUJUAN 2 :", "MENINGKATKAN LAPANGAN KERJA"),
    ("Sasaran 1 :", "Meningkatnya mutu pekerja", "Sasaran 2 :", "Meningkatnya lapangan kerja"),
    ("1.1", "Pekerja yang lulus uji", "2,1", "Penempatan pekerja di desa"),
    ("", "Catatan tanpa nomor", "", ""),
)


def test_labels_and_codes_in_a_cell_at_the_left_belong_to_the_text():
    statements, indicators, warnings = read(*CODED)
    assert [(kind, number, parent) for kind, number, _, parent in statements] == [
        (Kind.GOAL, "1", None),
        (Kind.GOAL, "2", None),
        (Kind.OBJECTIVE, "1", "MENINGKATKAN MUTU TENAGA KERJA"),
        (Kind.OBJECTIVE, "2", "MENINGKATKAN LAPANGAN KERJA"),
    ]
    assert [(name, statement) for name, statement, _, _ in indicators] == [
        ("Pekerja yang lulus uji", "Meningkatnya mutu pekerja"),
        ("Penempatan pekerja di desa", "Meningkatnya lapangan kerja"),
    ]
    assert "Catatan tanpa nomor" in warnings[0]


def test_the_code_of_the_next_text_is_no_value_of_the_one_before():
    rows = (
        ("KEPALA BAGIAN UMUM", "<", "KEPALA BAGIAN DATA", "<"),
        ("Indikator", "<", "Indikator", "<"),
        ("3.3 Inventarisasi aset kantor", "3.4", "Penyusunan rencana kerja", "<"),
    )
    _, indicators, _ = read(*rows)
    assert [(name, targets) for name, _, _, targets in indicators] == [
        ("Inventarisasi aset kantor", []),
        ("Penyusunan rencana kerja", []),
    ]


def test_a_value_counts_for_no_year_where_the_document_is_made_for_several():
    _, indicators, _ = read(*LEVELS, of=document(kind=PlanKind.CASCADE, period=(2031, 2035)))
    assert indicators[0][3] == [(None, "55")]


def test_texts_that_nothing_names_are_told():
    rows = (*LEVELS[1:5], ("Catatan pertama", "<", "Catatan kedua", "<"))
    _, _, warnings = read(*rows)
    assert len(warnings) == 1
    assert "Catatan pertama; Catatan kedua" in warnings[0]


TABLES = {
    "heads of columns": (
        ("Tujuan", "Sasaran", "Indikator", "Target"),
        ("Meningkatnya mutu", "Meningkatnya jalan", "Persentase jalan mantap", "55%"),
    ),
    "sections over the full width": (
        ("Misi 1: Membangun jalan desa", "<", "<", "<"),
        ("Tujuan 1: Meratakan jalan desa", "<", "<", "<"),
        ("Sasaran", "Indikator", "2031", "2032"),
    ),
    "misi side by side, marked": (
        ("Program", "Misi 1", "Misi 2", "Misi 3"),
        ("Program Perawatan Jalan", "x", "", "x"),
    ),
    "tujuan in rows": (
        ("Tujuan 1", "Meningkatnya mutu", "Sasaran 1", "Meningkatnya jalan"),
        ("Tujuan 2", "Meningkatnya nilai", "Sasaran 2", "Meningkatnya pasar"),
    ),
    "units in charge": (
        ("No", "Kegiatan", "Bidang Taman", "Bidang Jalan"),
        ("1", "Perawatan taman kota", "v", ""),
    ),
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_an_ordinary_table_is_no_cascade(rows):
    shown = page(grid(*rows))
    assert find_cascades(shown) == {}
    assert read_trees([shown], CASCADE)[1] == (shown,)


def test_other_grids_of_the_page_that_name_holders_are_parts_of_the_cascade_and_tables_stay():
    holders = (("KASI TAMAN", "KASI JALAN"), ("Jumlah taman baru", "Jumlah jalan baru"))
    table = TABLES["heads of columns"]
    shown = page(grid(*LEVELS), grid(*holders, top=500.0), grid(*table, top=650.0))
    findings, (left,) = read_trees([shown], CASCADE)
    assert [draft.name for draft in findings.indicators][-2:] == ["Jumlah taman baru", "Jumlah jalan baru"]
    assert left.grids == shown.grids[2:]


def test_room_for_a_value_under_the_value_above_marks_an_indicator():
    rows = (
        ("KASI OBAT", "<", "KASI GIZI", "<"),
        ("Persentase obat cukup", "60%", "Persentase gizi cukup", "70%"),
        ("Dokumen rencana obat", "", "Dokumen rencana gizi", "<"),
    )
    findings, _ = read_trees([page(grid(*LEVELS), grid(*rows, top=500.0))], CASCADE)
    names = [draft.name for draft in findings.indicators]
    assert "Dokumen rencana obat" in names
    assert "Dokumen rencana gizi" not in names


def test_a_code_at_the_left_of_several_cells_counts_for_all():
    rows = (
        ("KASI OBAT", "<", "KASI GIZI"),
        ("3.4", "Penyusunan rencana obat", "1.2 Pelatihan kader gizi"),
        (None, "Penyusunan laporan obat", "Pelatihan tanpa nomor"),
    )
    findings, _ = read_trees([page(grid(*LEVELS), grid(*rows, top=500.0))], CASCADE)
    names = [draft.name for draft in findings.indicators]
    assert {"Penyusunan rencana obat", "Penyusunan laporan obat", "Pelatihan kader gizi"} <= set(names)
    assert "Pelatihan tanpa nomor" not in names
