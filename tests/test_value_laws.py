"""Laws of reading printed values, hostile text, and the share of values read as a person read them."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.value_recognisers import RECOGNISERS
from selaras.models.values import Value, ValueKind, parse_value

GOLD = Path(__file__).parents[1].parent / "shared" / "gold" / "values.csv"
GOLD_FLOOR = 0.96  # the rest is ambiguous without its neighbours: 120,575 beside 365,428


def test_values_read_by_a_person():
    if not GOLD.exists():
        pytest.skip("the values read by a person are not in this checkout")
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = [row["text"] for row in rows if same_reading(row)]
    assert len(right) / len(rows) >= GOLD_FLOOR, {row["text"] for row in rows} - set(right)


def same_reading(row):
    """Whether kind and ends are those of the person, who left money in the printed size (Rp T)."""
    value = parse_value(row["text"])
    size = {"Rp T": 1e12, "juta JPY": 1e6}.get(row["unit_in_text"], 1)
    for end in ("low", "high"):
        gold = [float(number) * size if number else None for number in row[end].split(";")]
        if gold != [getattr(part, end) for part in value.parts or (value,)]:
            return False
    return value.kind == row["kind"]


def indonesian(number, decimals):
    """The number as Indonesian plans print it: 1.234,50."""
    return f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


near_values = st.text(st.sampled_from("0123456789.,-–%()<>≤± \nabiRpjutaNWTP*²/:"), max_size=30)


@given(st.text() | near_values)
def test_any_text_is_kept_and_gives_sorted_finite_ends(text):
    value = parse_value(text)
    assert value.text == text
    assert value == parse_value(value.text)
    ends = [end for end in (value.low, value.high) if end is not None]
    assert ends == sorted(ends)
    assert all(abs(end) < float("inf") for end in ends)


@given(st.text(max_size=60) | near_values)
def test_no_recogniser_raises_by_itself(text):
    assert all(value is None or isinstance(value, Value) for value in (read(text) for read in RECOGNISERS))


@given(st.integers(-(10**13), 10**13), st.integers(0, 2))
def test_an_indonesian_number_is_read_back(cents, decimals):
    number = round(cents / 100, decimals)
    value = parse_value(indonesian(number, decimals))
    assert (value.kind, value.low, value.high) == (ValueKind.NUMBER, number, number)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from("-–—−~"))
def test_a_range_is_read_back_sorted(one, other, dash):
    low, high = sorted((one / 100, other / 100))
    value = parse_value(f"{indonesian(one / 100, 2)} {dash} {indonesian(other / 100, 2)}")
    assert (value.kind, value.low, value.high) == (ValueKind.RANGE, low, high)


@given(near_values)
def test_blanks_around_change_nothing_but_the_text(text):
    value, padded = parse_value(text), parse_value(f"  {text} ")
    assert (value.kind, value.low, value.high) == (padded.kind, padded.low, padded.high)
