"""Mentions of plans, periods, agencies; wording of statements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases.agencies import agency_name, find_agencies
from selaras.extractors.phrases.mentions import find_periods, find_plan_kinds, find_years
from selaras.extractors.phrases.wording import wording_of
from selaras.models.documents import Period


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("Rencana Kerja Pemerintah Daerah 2024", ["RKPD"], id="longest-name-wins"),
        pytest.param("RENCANA\nSTRATEGIS (RENSTRA)", ["RENSTRA", "RENSTRA"], id="name-over-two-lines"),
        pytest.param("Rencana Kerja Dinas Sosial", ["RENJA"], id="agency-work-plan"),
        pytest.param("Cascading Perjanjian Kinerja", ["CASCADE", "PK"], id="cascade-of-an-agreement"),
        pytest.param("VISI, MISI & PROGRAM KERJA", ["VISI_MISI"], id="candidate-with-ampersand"),
        pytest.param(
            "Rencana Kerja Pemerintah (RKPD)", ["RKPD", "RKPD"], id="short-name-in-brackets-decides"
        ),
        pytest.param("Rencana Kerja Pemerintah (awan)", ["RKP"], id="other-brackets-decide-nothing"),
        pytest.param("Resep jus mangga", [], id="a-recipe-names-no-plan"),
        pytest.param("prerkpdx", [], id="not-inside-a-word"),
    ],
)
def test_plan_kinds(text, kinds):
    assert [mention.label for mention in find_plan_kinds(text)] == kinds


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("Tahun 2025-2029", [(2025, 2029)], id="hyphen"),
        pytest.param("2025 – 2045", [(2025, 2045)], id="en-dash-with-blanks"),
        pytest.param("2019 s.d. 2024", [(2019, 2024)], id="sampai-dengan"),
        pytest.param("target 2029-2025", [], id="backwards-is-no-period"),
        pytest.param("1.2025-2029", [], id="part-of-a-code"),
        pytest.param("1900-2029", [], id="longer-than-a-plan"),
    ],
)
def test_periods(text, periods):
    assert [(period.start, period.end) for _, period in find_periods(text)] == periods


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("TAHUN 2017", [2017], id="year"),
        pytest.param("2013-2018", [], id="period-is-no-year"),
        pytest.param("Rp 2015.970", [], id="amount"),
        pytest.param("2,2017", [], id="decimal"),
        pytest.param("ISO 17025:2008", [], id="standard"),
        pytest.param("Tahun: 2017", [2017], id="behind-a-colon"),
    ],
)
def test_years(text, years):
    assert [period for _, period in find_years(text)] == [Period(year, year) for year in years]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("DINAS PENDIDIKAN\nPROVINSI NUSA RAYA", ["Dinas Pendidikan"], id="cover-in-capitals"),
        pytest.param(
            "BADAN KESATUAN BANGSA\nDAN POLITIK\nTAHUN 2025",
            ["Badan Kesatuan Bangsa dan Politik"],
            id="name-over-two-lines",
        ),
        pytest.param("Kepala Dinas Sosial Kabupaten Awan", ["Dinas Sosial"], id="ends-before-its-region"),
        pytest.param("dinas-dinas terkait", [], id="common-noun"),
        pytest.param("Badan dan lembaga", [], id="connector-right-after-the-office"),
        pytest.param("Dinas", [], id="office-without-name"),
    ],
)
def test_agencies(text, names):
    assert [mention.label for mention in find_agencies(text)] == names


def test_agency_names_have_one_form():
    assert agency_name("DINAS PARIWISATA  DAN KEBUDAYAAN") == agency_name("Dinas Pariwisata Dan Kebudayaan")


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        pytest.param("Meningkatnya mutu layanan", "OUTCOME", id="me-nya-is-a-state"),
        pytest.param("Terwujudnya kota yang aman", "OUTCOME", id="ter-is-a-state"),
        pytest.param("Berkurangnya kesenjangan", "OUTCOME", id="ber-nya"),
        pytest.param("Meningkatkan mutu layanan", "EFFORT", id="me-kan-is-an-act"),
        pytest.param("2. Memperkuat tata kelola", "EFFORT", id="numbered"),
        pytest.param("Prosentase jalan mantap", "MEASURE", id="misspelt-percentage"),
        pytest.param("Indeks Harmoni", "MEASURE", id="index"),
        pytest.param("Kecamatan Awan", None, id="a-name-tells-nothing"),
        pytest.param("", None, id="empty"),
    ],
)
def test_wording(text, wording):
    assert wording_of(text) == wording


@given(st.text())
def test_finders_never_fail_and_stay_in_the_text(text):
    mentions = [*find_plan_kinds(text), *find_agencies(text)]
    mentions += [mention for mention, _ in (*find_periods(text), *find_years(text))]
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
