"""Quantities in running text: what has a unit, a currency, a year or a telling word, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.quantities import find_quantities
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.indicator_names import UnitKind


@pytest.mark.parametrize(
    ("text", "quantity", "kind", "unit"),
    [
        pytest.param("naik menjadi 4,5–5,0 % pada", "4,5–5,0 %", "PERCENT", "%", id="range"),
        pytest.param(
            "5,5%-6,5% per tahun", "5,5%-6,5% per tahun", "PERCENT", "% per tahun", id="per-cent-twice"
        ),
        pytest.param("2,5±1 persen", "2,5±1 persen", "PERCENT", "persen", id="tolerance"),
        pytest.param("target ≤ 5 persen", "≤ 5 persen", "PERCENT", "persen", id="bound"),
        pytest.param(
            "lebih dari 3 juta orang", "lebih dari 3 juta orang", "COUNT", "orang", id="bound-in-words"
        ),
        pytest.param("turun -2,07%", "-2,07%", "PERCENT", "%", id="negative"),
        pytest.param("ada 12.345 jiwa", "12.345 jiwa", "COUNT", "jiwa", id="thousands"),
        pytest.param("pagu Rp 1,2 triliun", "Rp 1,2 triliun", "MONEY", "Rp", id="money"),
        pytest.param("Rp.500.000.000,- saja", "Rp.500.000.000,-", "MONEY", "Rp.", id="money-in-full"),
        pytest.param("Rp 12 M dari", "Rp 12 M", "MONEY", "Rp", id="a-letter-for-miliar"),
        pytest.param("2 juta rupiah", "2 juta rupiah", "MONEY", "rupiah", id="money-behind"),
        pytest.param(
            "AKI 305 per 100.000 kelahiran hidup",
            "305 per 100.000 kelahiran hidup",
            "RATE",
            "per 100.000 kelahiran hidup",
            id="rate",
        ),
        pytest.param(
            "8 kasus per 1.000 penduduk",
            "8 kasus per 1.000 penduduk",
            "RATE",
            "kasus per 1.000 penduduk",
            id="rate-2",
        ),
        pytest.param("nilai 79,51 (2023).", "79,51 (2023)", "NUMBER", None, id="with-its-year"),
        pytest.param("indeks sebesar 72,39", "72,39", "NUMBER", None, id="telling-word"),
        pytest.param("20 ribu ton CO2e", "20 ribu ton CO2e", "WEIGHT", "ton CO2e", id="weight"),
        pytest.param("3,5 m3/detik", "3,5 m3/detik", "VOLUME", "m3/detik", id="base"),
        pytest.param("5 (lima) dokumen", "5 (lima) dokumen", "COUNT", "dokumen", id="in-words"),
        pytest.param("usia 15 tahun ke atas", "15 tahun ke atas", "YEARS", "tahun", id="or-more"),
        pytest.param("ada 10\ndokumen", "10\ndokumen", "COUNT", "dokumen", id="broken-line"),
        pytest.param(
            "Penduduk yang dilayani di seluruh wilayah pelayanan awan berjumlah 12.500\njiwa pada akhir masa",
            "12.500\njiwa",
            "COUNT",
            "jiwa",
            id="broken-full-line",
        ),
        pytest.param(
            "Pada masa itu kejadian awan meningkat dari sembilan yang tercatat menjadi 1 (satu)\nkejadian saja",
            "1 (satu)\nkejadian",
            "COUNT",
            "kejadian",
            id="broken-full-line-behind-a-number-in-words",
        ),
        pytest.param("Tingkat awan 12,5\npersen", "12,5\npersen", "PERCENT", "persen", id="per-cent-below"),
        pytest.param("ada 2 Kota dan", "2 Kota", "COUNT", "Kota", id="cities"),
        pytest.param("seluas 1.200 Ha", "1.200 Ha", "AREA", "Ha", id="area"),
        pytest.param("80 poin", "80 poin", "SCORE", "poin", id="score"),
        pytest.param("1,5 juta", "1,5 juta", "COUNT", None, id="size-alone"),
    ],
)
def test_one_quantity(text, quantity, kind, unit):
    found = [(text[one.start : one.end], one.kind, one.unit) for one in find_quantities(text)]
    assert found == [(quantity, kind, unit)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("UU Nomor 25 Tahun 2004", id="regulation"),
        pytest.param("1.03.01 Program jalan", id="code"),
        pytest.param("1.03.01 persen", id="code-before-a-unit"),
        pytest.param("Telp. (022) 4217 kota", id="telephone"),
        pytest.param("tahun 2025 desa", id="year"),
        pytest.param("2024 tahun", id="year-before-a-unit"),
        pytest.param("2020-2024", id="period"),
        pytest.param("Misi 2 orang", id="numbering"),
        pytest.param("17 Agustus 2023", id="date"),
        pytest.param("halaman 12", id="page"),
        pytest.param("Tabel 4.1 orang", id="caption"),
        pytest.param("10\nDokumen", id="next-cell"),
        pytest.param("Pajak awan 806.223.000\nkendaraan bermotor", id="last-cell-before-the-next-row"),
        pytest.param("11.980.000.000 12,095,555,162\npegawai", id="last-of-several-cells"),
        pytest.param(
            "Penyediaan Jasa Awan dan Embun bagi Wilayah Kabut Pagi yang sejuk  806.223     12.095\npegawai",
            id="last-cell-of-a-wide-row",
        ),
        pytest.param("Jumlah embun\nyang turun 125\nkejadian", id="last-cell-of-a-narrow-row"),
        pytest.param("1 Kota Awan Raya", id="row-with-the-name-of-a-city"),
        pytest.param("5 kegiatannya", id="inside-a-word"),
        pytest.param("pukul 12.30", id="time"),
        pytest.param("mencapai 5", id="bare-whole-number"),
        pytest.param("7,2 per kapita", id="base-without-a-number"),
        pytest.param("5 M", id="a-letter-may-be-metres"),
        pytest.param("ke-2 desa", id="ordinal"),
        pytest.param("41 Kegiatan Pengadaan", id="row-of-a-table"),
        pytest.param("2 PROGRAM PENUNJANG", id="row-in-capitals"),
        pytest.param("3.2 Tujuan dan Sasaran", id="heading"),
        pytest.param("sebesar $6,21\\%$", id="typeset-by-latex"),
    ],
)
def test_no_quantity(text):
    assert list(find_quantities(text)) == []


def test_numbers_of_neighbouring_cells_are_no_range():
    text = "433.525 -20,31% 100% -\n130 unit"
    assert [text[one.start : one.end] for one in find_quantities(text)] == ["-20,31%", "100%", "130 unit"]


def test_spans_carry_value_and_unit():
    doc = build_pipeline()("Kemiskinan turun dari 9,36 persen menjadi 4,5–5,0 persen.")
    first, last = doc.spans["quantities"]
    assert (first._.value.low, first._.unit) == (9.36, "persen")
    assert (last._.value.low, last._.value.high) == (4.5, 5.0)


@pytest.mark.parametrize(
    ("text", "label", "year", "number"),
    [
        pytest.param("Tahun Anggaran 2026", "FISCAL_YEAR", 2026, None, id="fiscal-year"),
        pytest.param("T.A. 2026", "FISCAL_YEAR", 2026, None, id="fiscal-year-short"),
        pytest.param("Triwulan II Tahun 2024", "QUARTER", 2024, "II", id="quarter"),
        pytest.param("TW IV 2024", "QUARTER", 2024, "IV", id="quarter-short"),
        pytest.param("semester 1 TA 2025", "SEMESTER", 2025, "1", id="semester"),
        pytest.param("2024", "YEAR", 2024, None, id="year"),
        pytest.param("2025 sampai\ndengan tahun 2029", "PERIOD", None, None, id="period-in-words"),
        pytest.param("2025 s/d 2029", "PERIOD", None, None, id="period"),
    ],
)
def test_periods(text, label, year, number):
    doc = build_pipeline()(text)
    (span,) = doc.spans["periods"]
    assert (span.text, span.label_, span._.year, span._.number) == (text, label, year, number)


def test_kinds_of_units_are_those_of_indicators_where_they_have_them():
    kinds = set(load_table("units.toml")["kinds"])
    assert {kind.name for kind in UnitKind} - kinds == {"RATE", "RANK"}


def test_each_unit_is_of_one_kind():
    units = [unit.casefold() for units in load_table("units.toml")["kinds"].values() for unit in units]
    assert len(units) == len(set(units))


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,5 ", "1-", "Rp ", "1 (a", "5 per 1", "1.000", "minimal ", "1 %-"]
)
def test_a_hostile_line_costs_in_proportion_to_its_length(piece):
    short, long = (seconds_for((piece * length)[:length]) for length in (20_000, 160_000))
    assert long < 8 * 6 * max(short, 0.002)  # quadratic search would take 64 times as long


def seconds_for(text):
    start = time.process_time()
    list(find_quantities(text))
    return time.process_time() - start


@given(st.text(alphabet="0123456789.,-% \nRptahun(jiwa)±≤/") | st.text())
def test_any_text_is_read_in_order(text):
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
