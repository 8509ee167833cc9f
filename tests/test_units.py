"""Units as plans print them: which values may be put beside each other, as they are or by a factor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.measures.units import UnitMatch, compare_units, read_unit


@pytest.mark.parametrize(
    ("first", "second", "match"),
    [
        ("%", "persen", "same"),
        ("%", "Persen (%)", "same"),
        ("%", "permil", "convertible"),
        ("%", "per 1.000 penduduk", "convertible"),
        ("jiwa", "orang", "same"),
        ("jiwa", "ribu jiwa", "convertible"),
        ("Rp juta", "miliar rupiah", "convertible"),
        ("rupiah", "US$", "other"),
        ("per 1.000 KH", "per 1.000 kelahiran hidup", "same"),
        ("per 1.000 KH", "/100.000 KH", "convertible"),
        ("per 100.000 penduduk", "kasus per 100.000 penduduk", "same"),
        ("ton", "kuintal", "convertible"),
        ("ton", "ton CO2e", "other"),
        ("kWh", "kWh/kapita", "same"),
        ("ha", "km²", "convertible"),
        ("ha", "m 2", "convertible"),  # the raised figure read as a word
        ("GW", "MW", "convertible"),
        ("m", "km", "convertible"),
        ("m", "m³", "other"),
        ("M", "km", "unclear"),  # as a heading has it: miliar rupiah, too
        ("minggu", "hari", "convertible"),
        ("hari", "jam/hari", "other"),
        ("jam/hari", "menit/hari", "convertible"),
        ("ton", "ton/hari", "unclear"),
        ("ton", "ton/tahun", "same"),
        ("desa/kel", "desa", "same"),  # one or the other, no ratio
        ("%", "orang", "other"),
        ("%", "Rp miliar", "other"),
        ("tahun", "%", "other"),
        ("per 100.000 KH", "kasus", "other"),
        ("indeks", "nilai", "same"),
        ("indeks", "%", "unclear"),  # an index is often printed as a percentage
        ("desa", "unit", "unclear"),
        ("% PDB", "% PDRB", "unclear"),
        ("%", None, "unclear"),
        ("%", "-", "unclear"),
    ],
)
def test_how_units_stand_to_each_other(first, second, match):
    found = {compare_units(read_unit(one), read_unit(two)) for one, two in ((first, second), (second, first))}
    assert found == {UnitMatch(match)}


@pytest.mark.parametrize(
    ("unit", "factor"),
    [
        ("ribu jiwa", 1e3),
        ("Rp. Triliun", 1e12),
        ("per 100.000 kelahiran hidup", 1e-5),
        ("1:100.000", 1e-5),
        ("per 100 penduduk", 1e-2),
        ("kg/kapita/tahun", 1e-3),
        ("kuintal/ha", 0.1),
    ],
)
def test_how_many_of_the_plain_unit_one_is(unit, factor):
    found = read_unit(unit)
    assert found is not None
    assert found.factor == pytest.approx(factor)


@given(st.text(max_size=80))
def test_no_unit_raises_and_each_is_its_own_match(printed):
    unit = read_unit(printed)
    assert unit is None or compare_units(unit, unit) is UnitMatch.SAME
