"""Heads of columns: which role, kind, year. Each head is one that plans print in this form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.rows.columns import (
    Column,
    Role,
    find_order,
    find_year,
    is_head_row,
    read_column,
    read_columns,
)
from selaras.extractors.rows.years import resolve_years
from selaras.models.documents import Period
from selaras.models.statements import StatementKind as Kind


@pytest.mark.parametrize(
    ("head", "role"),
    [
        pytest.param("N\nO", Role.NUMBER, id="number-set-upright"),
        pytest.param("Kode Rekening", Role.CODE, id="code"),
        pytest.param("Nomor Kode", Role.CODE, id="number-of-code-is-a-code"),
        pytest.param("S a t u a n", Role.UNIT, id="unit-letter-by-letter"),
        pytest.param("S\na\nt\nu\na\nn", Role.UNIT, id="unit-one-letter-a-line"),
        pytest.param("Satuan Kerja", Role.OTHER, id="office-not-unit"),
        pytest.param("Unit Kerja Penanggung Jawab", Role.OTHER, id="office-in-charge-not-unit"),
        pytest.param("Indikator\nKinerja Utama", Role.INDICATOR, id="indicator"),
        pytest.param("Tolok Ukur", Role.INDICATOR, id="indicator-by-older-word"),
        pytest.param("Ukuran", Role.INDICATOR, id="measure-of-a-campaign"),
        pytest.param("Formula Indikator", Role.OTHER, id="formula-is-no-indicator"),
        pytest.param("Penjelasan/Formulasi Penghitungan", Role.OTHER, id="explanation"),
        pytest.param("Sumber Data", Role.OTHER, id="source"),
        pytest.param("Targe\nt", Role.TARGET, id="target-torn-by-narrow-column"),
        pytest.param("Target Capaian Kinerja", Role.TARGET, id="target-of-achievement"),
        pytest.param("Capaian Kinerja", Role.REALISATION, id="achievement"),
        pytest.param("Realisasi | 2015", Role.REALISATION, id="realisation-group-over-a-year"),
        pytest.param("2015 | Persentase Capaian", Role.REALISATION, id="share-reached-is-no-target"),
        pytest.param("Kondisi Kinerja pada awal periode RPJMD", Role.BASELINE, id="state-at-the-start"),
        pytest.param("KON\nDISI\nAWA\nL", Role.BASELINE, id="baseline-torn"),
        pytest.param("Data Capaian pada Tahun Awal Perencanaan", Role.BASELINE, id="baseline-by-regulation"),
        pytest.param("Data Capaian | pada Tahun Awal | Perencanaan", Role.BASELINE, id="head-in-three-cells"),
        pytest.param("Kondisi Kinerja pada akhir periode RPJMD", Role.FINAL, id="state-at-the-end"),
        pytest.param(
            "Target Kinerja | Kondisi akhir periode | Target", Role.FINAL, id="end-group-over-target"
        ),
        pytest.param("Rp", Role.BUDGET, id="rupiah"),
        pytest.param(
            "Target dan Pendanaan | 2025 | Rp (juta)", Role.BUDGET, id="rupiah-under-a-target-group"
        ),
        pytest.param("Target dan Pendanaan | 2025 | BTL", Role.BUDGET, id="indirect-spending"),
        pytest.param("Pagu Indikatif", Role.BUDGET, id="ceiling"),
        pytest.param("Sumber Dana", Role.OTHER, id="source-of-money-is-no-budget"),
        pytest.param(
            "Capaian Kinerja Program dan Kerangka Pendanaan | 2026", Role.TARGET, id="long-target-group"
        ),
        pytest.param("Target | Triwulan I", Role.UNKNOWN, id="quarter-is-no-year"),
        pytest.param("Lokasi", Role.OTHER, id="place"),
        pytest.param("Target dan Pendanaan | 2025 | K", Role.TARGET, id="figure-under-a-target-group"),
        pytest.param("Target Triwulan | I", Role.UNKNOWN, id="quarter-under-a-target-is-no-year"),
        pytest.param("IKU", Role.INDICATOR, id="indicator-by-its-short-name"),
        pytest.param("Eksisting 2024", Role.BASELINE, id="what-is-there-now"),
        pytest.param("Target Tahun Ke- | 1 2014", Role.TARGET, id="place-and-year-in-one-head"),
        pytest.param("Target Capaian | Tahun 2 2015", Role.TARGET, id="order-and-year-in-one-head"),
        pytest.param("Tingkat Capaian Target Renstra", Role.REALISATION, id="how-far-the-end-is-reached"),
        pytest.param("No (1)", Role.NUMBER, id="number-of-the-column-behind-its-name"),
        pytest.param("Target | 2025* (4)=(3)/(2)", Role.TARGET, id="sum-of-columns-behind-the-name"),
        pytest.param("Sasaran 2", Role.UNKNOWN, id="one-numbered-statement-names-no-column"),
        pytest.param("TUJUAN 1 : MENATA LAUT", Role.UNKNOWN, id="labelled-statement-names-no-column"),
        pytest.param("Indikator 3", Role.UNKNOWN, id="one-numbered-indicator-names-no-column"),
        pytest.param(
            "Capaian Terhadap Indikator Kinerja 2016", Role.REALISATION, id="what-was-reached-of-an-indicator"
        ),
        pytest.param("Hewan", Role.UNKNOWN, id="anything-else"),
        pytest.param("", Role.UNKNOWN, id="empty"),
    ],
)
def test_role(head, role):
    assert read_column(0, head).role is role


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("Misi", (Kind.MISSION,)),
        ("Sasaran Strategis", (Kind.OBJECTIVE,)),
        ("SASARAN | NARASI", (Kind.OBJECTIVE,)),
        ("Sasaran Program Pembangunan Daerah", (Kind.OBJECTIVE,)),
        ("Program Pembangunan untuk Arah Kebijakan Strategis", (Kind.PROGRAM,)),
        ("Sasaran Visi", (Kind.VISION_TARGET,)),
        ("Arah Kebijakan", (Kind.POLICY_DIRECTION,)),
        ("Kebijakan", (Kind.POLICY_DIRECTION,)),
        ("Tujuan/Sasaran", (Kind.GOAL, Kind.OBJECTIVE)),
        ("Program, Kegiatan, dan Sub Kegiatan", (Kind.PROGRAM, Kind.ACTIVITY, Kind.SUBACTIVITY)),
        ("Urusan Pemerintahan Daerah dan Program/Kegiatan", (Kind.PROGRAM, Kind.ACTIVITY)),
    ],
)
def test_kinds_of_statement_columns(head, kinds):
    column = read_column(0, head)
    assert (column.role, column.kinds) == (Role.STATEMENT, kinds)


def test_an_indicator_column_tells_what_it_measures():
    assert read_column(0, "Indikator Kinerja Tujuan").kinds == (Kind.GOAL,)
    assert read_column(0, "Kelompok Sasaran").role is Role.OTHER


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("2025", 2025),
        ("Tahun 2025", 2025),
        ("202\n5", 2025),
        ("Basel\nine\n2025", 2025),
        ("Tahun 0 (2020)", 2020),
        ("Tahun 2025-2029", None),
        ("2025 s.d. 2029", None),
        ("Tahun 1", None),
        ("12025", None),
    ],
)
def test_year(head, year):
    assert find_year(head) == year


@pytest.mark.parametrize(
    ("head", "order"),
    [
        ("Tahun 1", 1),
        ("Tahun ke-3", 3),
        ("Tahun III", 3),
        ("4", 4),
        ("Th. 5", 5),
        ("Tahun", None),
        ("2025", None),
    ],
)
def test_order(head, order):
    assert find_order(head) == order


def test_years_are_counted_from_the_start_of_a_period_that_fits():
    columns = read_columns(["Indikator", *(f"Target | Tahun {year}" for year in range(1, 6))])
    assert [column.year for column in resolve_years(columns, Period(2025, 2029))[1:]] == list(
        range(2025, 2030)
    )


@pytest.mark.parametrize("period", [None, Period(2025, 2030)])
def test_no_year_is_guessed(period):
    columns = read_columns(["Indikator", *(f"Target | Tahun {year}" for year in range(1, 6))])
    assert {column.year for column in resolve_years(columns, period)} == {None}


@pytest.mark.parametrize(
    ("title", "role"),
    [("Tabel 4.1 Target Kinerja", Role.TARGET), ("Tabel 2.3 Realisasi Kinerja Tahun Lalu", Role.REALISATION)],
)
def test_the_caption_tells_what_bare_years_hold(title, role):
    assert read_columns(["Indikator", "2023", "2024"], title=title)[1].role is role


def test_bare_years_without_indicators_are_not_targets():
    assert read_columns(["Jumlah penduduk", "2023"])[1].role is Role.UNKNOWN


def test_ends_of_several_periods_are_targets():
    heads = ["Indikator", "Target Akhir Periode | 2029", "Target Akhir Periode | 2034"]
    assert [column.role for column in read_columns(heads)[1:]] == [Role.TARGET, Role.TARGET]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Tujuan", "Sasaran", "Strategi", "Kebijakan"], True),
        (["Indikator", "2025", "2026"], True),
        (["1", "2", "3"], False),
        (["Tujuan"], False),
        (["Meningkatnya mutu", "Sasaran"], False),
        (["Program Pengelolaan Pendidikan", "Kegiatan Rapat"], False),
    ],
)
def test_heads_repeated_inside_a_table(cells, expected):
    assert is_head_row(cells) is expected


@given(st.text(max_size=60))
def test_any_head_gives_a_column(head):
    assert isinstance(read_column(0, head), Column)


@given(st.integers(1900, 2099), st.sampled_from(["Target | {}", "Target Kinerja Tahun {}", "{}"]))
def test_a_printed_year_is_the_year_of_its_column(year, head):
    assert read_column(0, head.format(year)).year == year


@pytest.mark.parametrize(
    ("head", "mixed"),
    [
        ("Sasaran/Indikator", True),
        ("Aspek/Bidang Urusan/Indikator Kinerja", True),
        ("Tujuan, Sasaran dan Indikator", False),
        ("Indikator Kinerja Program (outcome)/Kegiatan (output)", False),
        ("Indikator/Satuan", False),
    ],
)
def test_columns_of_indicators_and_what_they_measure(head, mixed):
    assert read_column(0, head).mixed is mixed


def test_sasaran_with_a_year_beside_indicators_is_their_target():
    columns = read_columns(["Sasaran", "Indikator", "Baseline 2025", "Sasaran 2045"])
    assert [column.role for column in columns] == [Role.STATEMENT, Role.INDICATOR, Role.BASELINE, Role.TARGET]


def test_a_short_name_beside_a_column_of_indicators_only_ticks_them():
    roles = [column.role for column in read_columns(["Indikator", "IKK", "2025"])]
    assert roles == [Role.INDICATOR, Role.OTHER, Role.TARGET]
