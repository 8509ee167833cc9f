"""Printed values as intervals in plain units: the last printed digit tells what may be rounding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.measures.figures import figure, is_below, is_equal
from selaras.models.measures.units import read_unit
from selaras.models.values import parse_value


def read(text, unit="%"):
    return figure(parse_value(text, decimal_mark=","), read_unit(unit))


@pytest.mark.parametrize(
    ("text", "unit", "low", "high", "step"),
    [
        ("9,60", "indeks", 9.6, 9.6, 0.01),
        ("184.500", "orang", 184500, 184500, 1),
        ("184,5", "ribu orang", 184500, 184500, 100),
        ("13,68 juta", "rupiah", 13_680_000, 13_680_000, 10_000),
        ("13,68 juta", "juta rupiah", 13_680_000, 13_680_000, 10_000),  # told twice, counted once
        ("2,5±1", "indeks", 1.5, 3.5, 0.1),
        ("4,80–5,30", "indeks", 4.8, 5.3, 0.01),
        ("≤ 5", "indeks", float("-inf"), 5, 1),
        ("0", "indeks", 0, 0, 1),
    ],
)
def test_figures(text, unit, low, high, step):
    found = read(text, unit)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))
    assert found.step == pytest.approx(step)


@pytest.mark.parametrize("text", ["N/A", "BB", "WTP", "", "i) 83,33 ii) 50,00"])
def test_what_is_no_number_has_no_figure(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("one", "other", "equal", "below"),
    [
        ("9,6", "9,60", True, False),
        ("9,6", "9,58", True, False),  # rounded
        ("9,60", "9,61", False, True),
        ("9,5", "9,58", False, True),
        ("16", "16,4", True, False),
        ("9,0–9,5", "9,5–9,9", False, False),  # they touch
        ("9,0–9,4", "9,5–9,9", False, True),
        ("≤ 5", "6", False, True),
    ],
)
def test_only_what_rounding_does_not_explain_differs(one, other, equal, below):
    first, second = read(one), read(other)
    assert (is_equal(first, second), is_below(first, second)) == (equal, below)


@given(st.decimals(0, 99, places=2), st.decimals(0, 99, places=2))
def test_of_two_numbers_one_is_below_or_they_are_equal(one, other):
    first, second = (read(str(value).replace(".", ",")) for value in (one, other))
    assert is_below(first, second) + is_below(second, first) + is_equal(first, second) == 1
