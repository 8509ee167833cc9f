"""Rows of one drawn table: merged cells, section rows, heads half-way. Each trap is a case with its name."""

import pytest
from table_pages import HEAD, on, read, shown


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], [None, None, "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["~1", "~Laut bersih", "Sampah laut", "5"]],
            id="merged-cells",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], [None, None, "Sampah laut", None]],
            [["1", "Laut bersih", "Mutu air", "80"], ["~1", "~Laut bersih", "Sampah laut", None]],
            id="values-are-never-filled",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["", "", "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], [None, "~Laut bersih", "Sampah laut", "5"]],
            id="blank-cell-under-its-statement",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["2", "", "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", None, "Sampah laut", "5"]],
            id="a-new-number-begins-something-else",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", None, "5"]],
            id="a-blank-right-of-a-text-is-blank",
        ),
        pytest.param(
            [HEAD, ["Tujuan 1: Laut lestari", "<", "<", "<"], ["1", "Laut bersih", "Mutu air", "80"]],
            ["Tujuan 1: Laut lestari", ["1", "Laut bersih", "Mutu air", "80"]],
            id="full-width-row",
        ),
        pytest.param(
            [HEAD, ["A.", "Urusan kelautan", "<", "<"], ["1", "Laut bersih", "Mutu air", "80"]],
            ["A. Urusan kelautan", ["1", "Laut bersih", "Mutu air", "80"]],
            id="numbered-full-width-row",
        ),
        pytest.param(
            [
                HEAD,
                ["1", "Laut bersih", "Mutu air", "80"],
                ["Tujuan 2", "<", "<", "<"],
                ["", "", "Sampah", "5"],
            ],
            [["1", "Laut bersih", "Mutu air", "80"], "Tujuan 2", [None, None, "Sampah", "5"]],
            id="nothing-is-filled-across-a-full-width-row",
        ),
        pytest.param(
            [["Tujuan 1: Laut lestari", "<", "<", "<"], HEAD, ["1", "Laut bersih", "Mutu air", "80"]],
            ["Tujuan 1: Laut lestari", ["1", "Laut bersih", "Mutu air", "80"]],
            id="full-width-row-above-the-head",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], HEAD, ["2", "Darat hijau", "Tutupan hutan", "60"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "Tutupan hutan", "60"]],
            id="head-repeated-half-way",
        ),
    ],
)
def test_rows(rows, expected):
    (made,) = read(on(1, *rows))
    assert shown(made) == expected


def test_numbers_in_the_middle_of_a_table_are_data():
    head = ["Target 2025", "Target 2026", "Target 2027"]
    (made,) = read(on(1, head, ["5", "2", "9"], ["1", "2", "3"]))
    assert shown(made) == [["5", "2", "9"], ["1", "2", "3"]]


def test_one_grid_may_hold_two_tables():
    first, second = read(
        on(
            1,
            ["VISI (RPJMD)", ": Laut lestari", "<", "<"],
            ["Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"],
            ["Laut bersih", "Mutu air naik", "Menjaga muara", "Pengawasan muara"],
        )
    )
    assert shown(first) == [["VISI (RPJMD)", ": Laut lestari", None, None]]
    assert second.heads == ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan")
