"""Lines become lattices, and lattices rows and columns. Each trap of real drawings is a case with its name."""

from itertools import pairwise

import pytest
from page_factory import page
from text_table_pages import line

from selaras.extractors.grids.drawn import fill_text_grids
from selaras.extractors.grids.lattice import MOST_RULINGS, build_lattice, find_lattices, is_crowded
from selaras.extractors.grids.rulings import Axis, Ruling, find_rulings, join_rulings
from selaras.extractors.grids.tall_rows import tall_columns, with_text_rows
from selaras.extractors.pages.page_kinds import page_warnings

BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def shape(x0, top, x1, bottom, *, fill=True, stroke=False, colour=BLACK, pts=()):
    return {
        "x0": x0, "top": top, "x1": x1, "bottom": bottom, "fill": fill, "stroke": stroke,
        "stroking_color": colour, "non_stroking_color": colour, "pts": pts,
    }  # fmt: skip


def seen(*rulings):
    return [(ruling.axis, ruling.at, ruling.start, ruling.end) for ruling in rulings]


LEVEL, UPRIGHT = Axis.HORIZONTAL, Axis.VERTICAL


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        pytest.param({"rects": [shape(10, 20, 110, 21)]}, [(LEVEL, 20.5, 10, 110)], id="thin-rectangle"),
        pytest.param({"rects": [shape(10, 20, 110, 21, colour=WHITE)]}, [], id="white"),
        pytest.param(
            {
                "curves": [
                    shape(10, 20, 110, 21, pts=[(10, 20), (110, 20), (110, 21), (10, 21), (10, 20), (10, 20)])
                ]
            },
            [(LEVEL, 20.5, 10, 110)],
            id="closed-path-that-stops-on-its-way",
        ),
        pytest.param(
            {
                "curves": [
                    shape(10, 20, 110, 90, fill=False, stroke=True, pts=[(10, 20), (110, 20), (110, 90)])
                ]
            },
            [(LEVEL, 20.0, 10, 110), (UPRIGHT, 110.0, 20, 90)],
            id="path-with-a-square-corner",
        ),
        pytest.param(
            {
                "curves": [
                    shape(10, 20, 110, 90, fill=False, stroke=True, pts=[(10, 20), (60, 90), (110, 20)])
                ]
            },
            [],
            id="slanting-path",
        ),
        pytest.param(
            {"lines": [shape(10, 20, 50, 20, stroke=True), shape(51, 20, 90, 20, stroke=True)]},
            [(LEVEL, 20.0, 10, 90)],
            id="pieces-of-one-line",
        ),
        pytest.param(
            {"rects": [shape(10, 20, 400, 60)]}, [(LEVEL, 20, 10, 400), (LEVEL, 60, 10, 400)], id="band"
        ),
    ],
)
def test_what_shows_as_a_line(drawn, expected):
    found = find_rulings(drawn.get("lines", ()), drawn.get("rects", ()), 500.0, drawn.get("curves", ()))
    assert sorted(seen(*found)) == sorted(expected)


def test_joints_of_longer_pieces_are_kept_and_dashes_have_none():
    long = [Ruling(LEVEL, 5.0, x, x + 40.0) for x in (0.0, 40.0, 80.0)]
    dashes = [Ruling(LEVEL, 5.0, x, x + 3.0) for x in range(0, 60, 5)]
    assert [ruling.joints for ruling in join_rulings(long)] == [(40.0, 80.0)]
    assert [ruling.joints for ruling in join_rulings(dashes)] == [()]


def crossing(left, top, columns=2, rows=2, step=50.0):
    across = [Ruling(LEVEL, top + step * row, left, left + step * columns) for row in range(rows + 1)]
    return across + [Ruling(UPRIGHT, left + step * x, top, top + step * rows) for x in range(columns + 1)]


def test_lines_that_do_not_touch_are_tables_of_their_own():
    found = find_lattices(crossing(0, 0) + crossing(300, 0, columns=3))
    assert sorted(len(lattice.boxes) for lattice in found) == [4, 6]


def test_more_lines_than_any_table_has_are_told():
    many = [Ruling(LEVEL, float(y), 0.0, 50.0) for y in range(MOST_RULINGS + 1)]
    assert is_crowded(many)
    assert find_lattices([*many, *crossing(100, 0)]) == []
    warnings = page_warnings([page(number=4, crowded=True), page(number=5)])
    assert [(warning.message.code, warning.page) for warning in warnings] == [("reading.crowded_page", 4)]


XS, YS = (72.0, 220.0, 300.0, 380.0), (190.0, 212.0, 290.0)
CELLS = [(left, top, right, bottom) for top, bottom in pairwise(YS) for left, right in pairwise(XS)]
LABELS = ["Harbours", "Inland ports", "Ferries", "Lighthouses", "Buoys"]


def filled(columns, first=1):
    """A table with one row below its head, and the words of its cells: each column a list of lines."""
    lattice = build_lattice(XS, YS, CELLS)
    held = {
        (1, column): [
            word for row, text in enumerate(texts, start=first) for word in line(text, row, XS[column] + 4)
        ]
        for column, texts in enumerate(columns)
    }
    return lattice, held


def rows_of(lattice):
    return len(lattice.ys) - 1


def test_numbers_line_by_line_beside_labels_are_rows():
    lattice, held = filled([LABELS, ["1", "2", "3", "4", "5"], ["10", "20", "–", "40", "50"]])
    assert rows_of(with_text_rows(lattice, held)) == 1 + len(LABELS)


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param(
            [LABELS, ["Mutu air", "laut yang", "bersih", "dan", "aman"], ["10", "20", "30", "40", "50"]],
            id="second-text",
        ),
        pytest.param([LABELS, ["1", "2", "3", "", ""], ["10", "20", "30", "", ""]], id="few-lines"),
        pytest.param(
            [["Laut bersih"], ["1", "2", "3", "4", "5"], ["10", "20", "30", "40", "50"]], id="one-label"
        ),
    ],
)
def test_other_cells_of_several_lines_stay_one_row(columns):
    lattice, held = filled([[text for text in texts if text] for texts in columns])
    assert with_text_rows(lattice, held) is lattice


def test_numbers_side_by_side_in_one_cell_are_columns():
    lattice, held = filled([LABELS, [f"{n}   {9 - n}" for n in range(5)], ["10", "20", "30", "40", "50"]])
    (place,) = tall_columns(lattice, held)
    assert XS[1] < place < XS[2]


def test_a_cell_tells_where_its_lines_begin():
    lattice = build_lattice(
        (70.0, 200.0, 300.0), (190.0, 240.0), [(70.0, 190.0, 200.0, 240.0), (200.0, 190.0, 300.0, 240.0)]
    )
    found = [*line("Mutu air", 0), *line("laut", 1), *line("80", 0, 210.0)]
    ((grid,), _, rest) = fill_text_grids(found, [lattice], 1)
    assert [(cell.text, cell.tops) for cell in grid.rows[0]] == [
        ("Mutu air\nlaut", (200.0, 214.0)),
        ("80", ()),
    ]
    assert rest == []
