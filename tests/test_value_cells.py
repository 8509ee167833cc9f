"""Cells of values and units: torn numbers, several values, units. Each trap is a case with its name."""

import pytest
from factories import table

from selaras.extractors.rows.value_cells import Part, count_values, join_value, unit_in, value_in


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["610540.", "98"], "610540.98"),
        (["119,8", "2"], "119,82"),
        (["12,000,", "000"], "12,000,000"),
        (["5,3", "6,1"], "5,3 6,1"),
        (["850", "ton"], "850 ton"),
        ([], ""),
    ],
)
def test_torn_numbers_are_joined(lines, expected):
    assert join_value(lines) == expected


def test_a_very_narrow_cell_tears_numbers_anywhere():
    assert join_value(["9", "5,4", "5"], narrow=True) == "95,45"


def test_values_are_counted_only_where_each_line_is_one():
    made = table(["a"], ["80,5\n12,0"], ["100 dari\n110 kapal"], ["400\nOrang"])
    cells = [row.cells[0] for row in made.rows]
    assert [count_values(cell) for cell in cells] == [2, 1, 1]


def test_a_dash_is_no_value():
    (row,) = table(["a"], ["-"]).rows
    assert value_in(row.cells[0], Part()) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Per\nsen", "Persen"), ("Nil\nai\nPe\nrse\npsi", "Nilai Persepsi"), ("kab/\nkota", "kab/kota")],
)
def test_units_torn_by_a_narrow_column(text, unit):
    (row,) = table(["a"], [text]).rows
    assert unit_in(row.cells[0], Part(), known={"per", "kota"}) == unit
