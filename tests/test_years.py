"""Years of columns: by the period, of the past, misprinted."""

import pytest

from selaras.extractors.rows.columns import Role, read_columns
from selaras.extractors.rows.years import find_period, resolve_years, without_past
from selaras.models.documents import Period


@pytest.mark.parametrize(
    ("years", "period", "role"),
    [
        pytest.param([2020, 2021, 2022], Period(2025, 2029), Role.REALISATION, id="all-past"),
        pytest.param([2024, 2025, 2026], Period(2025, 2029), Role.TARGET, id="some-past"),
        pytest.param([2024], Period(2025, 2025), Role.TARGET, id="plan-of-one-year"),
        pytest.param([2020], None, Role.TARGET, id="no-period"),
    ],
)
def test_bare_years_of_the_past_are_no_targets(years, period, role):
    columns = read_columns(["Indikator", *map(str, years)])
    assert {column.role for column in without_past(columns, period)[1:]} == {role}


def test_a_year_called_target_is_one_whatever_the_period():
    columns = read_columns(["Indikator", "Target | 2020"])
    assert without_past(columns, Period(2025, 2029))[1].role is Role.TARGET


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Indikator Kinerja Tahun 2022-2026", 2022),
        ("Indikator Kinerja 2022 s.d. 2026", 2022),
        ("Indikator Kinerja Tahun 2021-2026", None),
        ("Indikator Kinerja", None),
    ],
)
def test_the_period_of_the_caption_goes_first(title, year):
    columns = read_columns(["Indikator", *(f"Tahun {n}" for n in range(1, 6))])
    assert resolve_years(columns, find_period(title), Period(2021, 2026))[1].year == year


@pytest.mark.parametrize(
    ("heads", "years"),
    [
        pytest.param(
            ["Kondisi Awal", *"12345"], [2022, 2023, 2024, 2025, 2026], id="the-first-year-is-the-base"
        ),
        pytest.param(["Target 2020", *"12345"], [2020, *[None] * 5], id="no-base"),
        pytest.param(["Kondisi Awal", *"1234"], [None] * 4, id="too-few"),
    ],
)
def test_a_period_of_one_year_more(heads, years):
    columns = resolve_years(read_columns(["Indikator", *heads]), Period(2021, 2026))
    assert [column.year for column in columns if column.role is Role.TARGET] == years


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        pytest.param([2025, 2026, 2026, 2028, 2029], [2025, 2026, 2027, 2028, 2029], id="one-twice"),
        pytest.param([2025] * 5, [2025, 2026, 2027, 2028, 2029], id="all-one"),
        pytest.param([2024] * 5, [2024] * 5, id="all-one-outside-the-period"),
        pytest.param([2025, 2026, 2030], [2025, 2026, 2030], id="a-gap-is-meant"),
        pytest.param([2025, 2025, 2027, 2027], [2025, 2025, 2027, 2027], id="two-twice"),
    ],
)
def test_years_that_a_head_misprints(printed, meant):
    columns = resolve_years(read_columns(["Indikator", *map(str, printed)]), Period(2025, 2029))
    assert [column.year for column in columns[1:]] == meant


def test_sub_columns_of_a_year_are_no_misprint():
    heads = ["Target | 2025 | Kota", "Target | 2025 | Desa", "Target | 2026 | Kota"]
    columns = resolve_years(read_columns(["Indikator", *heads]), Period(2025, 2029))
    assert [column.year for column in columns[1:]] == [2025, 2025, 2026]
