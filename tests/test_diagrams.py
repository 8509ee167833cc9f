"""What is a diagram, and what is a table, a chart or a picture."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.trees.diagrams import holds_boxes, part_around
from tests.tree_factory import BLUE, find, four_sides, line, parents, path, shape

LETTERS = "abcdefghijkl"


def cells(rows, columns, width=90, height=30):
    return {
        f"Isi sel {LETTERS[row]}{LETTERS[column]}": (
            50 + column * width,
            50 + row * height,
            50 + (column + 1) * width,
            50 + (row + 1) * height,
        )
        for row, column in product(range(rows), range(columns))
    }


def sides_of(boxes):
    return [side for box in boxes.values() for side in four_sides(box)]


TABLES = {
    "three rows": cells(3, 4),
    "one row of heads": cells(1, 5),
    "one column": cells(6, 1),
    "two rows of two": cells(2, 2),
}


@pytest.mark.parametrize("boxes", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("draw", [None, sides_of], ids=["rectangles", "thin lines"])
def test_a_table_is_no_diagram(boxes, draw):
    assert find(boxes, rects=draw(boxes) if draw else None) is None


def test_a_table_with_shaded_lines_of_text_in_its_heads_is_no_diagram():
    boxes = cells(3, 4)
    shading = [
        shape((x0 + 5, top + 8, x1 - 5, top + 20), fill=True, stroke=False, colour=BLUE)
        for x0, top, x1, _ in boxes.values()
    ]
    assert find(boxes, rects=[*sides_of(boxes), *shading]) is None


@pytest.mark.parametrize(
    "drawn",
    [
        {"lines": []},
        {"lines": [line(10, 300, 700, 300), line(20, 20, 20, 590)]},
        {"lines": [], "curves": [path((10, 400), (80, 350), (200, 470), (420, 390))]},
    ],
    ids=["boxes alone", "axes of a chart", "a curve of a chart"],
)
def test_boxes_that_nothing_joins_are_no_diagram(drawn):
    boxes = {
        "Wilayah barat": (50, 50, 150, 90),
        "Wilayah timur": (300, 60, 400, 100),
        "Laut": (150, 200, 250, 240),
    }
    assert find(boxes, **drawn) is None


def test_two_boxes_and_one_line_are_too_little():
    boxes = {"Kotak satu": (50, 50, 150, 90), "Kotak dua": (300, 50, 400, 90)}
    assert find(boxes, lines=[line(150, 70, 300, 70)]) is None


STACKED = {
    "Tujuan 1: Meningkatnya mutu layanan dasar": (100, 50, 500, 90),
    "Sasaran 1: Meningkatnya mutu sekolah": (100, 110, 290, 150),
    "Sasaran 2: Meningkatnya mutu puskesmas": (310, 110, 500, 150),
}


def test_labelled_boxes_without_connectors_belong_to_the_one_above_that_reaches_over_them():
    goal, first, second = STACKED
    assert parents(find(STACKED)) == {goal: None, first: goal, second: goal}


def test_a_box_under_two_others_has_no_parent():
    between = "Program Peningkatan Mutu Bersama"
    boxes = {**STACKED, between: (200, 170, 400, 210)}
    assert parents(find(boxes))[between] is None


def test_a_box_far_below_has_no_parent():
    far = "Sasaran 9: Meningkatnya mutu jalan"
    assert parents(find({**STACKED, far: (100, 450, 290, 480)}))[far] is None


def test_a_box_that_says_what_it_is_leads_to_the_list_drawn_in_it():
    head = "Sasaran 1: Meningkatnya mutu sekolah"
    boxes = {
        head: (100, 50, 400, 200),
        "Jumlah sekolah baik": (110, 90, 390, 115),
        "Jumlah guru baik": (110, 125, 390, 150),
    }
    assert parents(find(boxes)) == {head: None, "Jumlah sekolah baik": head, "Jumlah guru baik": head}


def test_a_box_and_the_amount_beside_it_are_apart_from_the_next_pair():
    boxes = {
        "Program kerja": (50, 100, 150, 160),
        "Kegiatan satu": (250, 60, 350, 90),
        "Rp 100.000": (350, 60, 420, 90),
        "Kegiatan dua": (250, 140, 350, 170),
        "Rp 200.000": (350, 140, 420, 170),
    }
    lines = [
        line(150, 130, 200, 130),
        line(200, 75, 200, 155),
        line(200, 75, 250, 75),
        line(200, 155, 250, 155),
    ]
    found = parents(find(boxes, lines=lines))
    assert found == {"Program kerja": None, "Kegiatan satu": "Program kerja", "Kegiatan dua": "Program kerja"}


def test_what_stands_around_a_tree_is_parted_from_the_rest_of_the_page():
    diagram = find(STACKED)
    title, note = (100, 20, 200, 30), (100, 500, 200, 510)
    assert part_around([title, note], tuple, diagram) == ([title], [note])
    assert part_around([title, note], tuple, None) == ([], [title, note])


def test_a_drawn_table_beside_a_tree_stays():
    diagram = find(STACKED)
    assert holds_boxes((90, 40, 510, 160), diagram)
    assert not holds_boxes((90, 300, 510, 500), diagram)
    assert not holds_boxes((90, 40, 510, 160), None)


@given(st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_a_tree_is_the_same_wherever_it_stands(right, down, drawn_twice):
    boxes = {
        "Program kerja": (50, 100, 150, 140),
        "Kegiatan satu": (250, 60, 350, 90),
        "Kegiatan dua": (250, 150, 350, 180),
    }
    lines = [(150, 120, 200, 120), (200, 75, 200, 165), (200, 75, 250, 75), (200, 165, 250, 165)]
    moved = {text: (x0 + right, y0 + down, x1 + right, y1 + down) for text, (x0, y0, x1, y1) in boxes.items()}
    strokes = [line(x0 + right, y0 + down, x1 + right, y1 + down) for x0, y0, x1, y1 in lines]
    rects = [shape(box) for box in moved.values() for _ in range(1 + drawn_twice)]
    assert parents(find(moved, lines=strokes, rects=rects)) == {
        "Program kerja": None,
        "Kegiatan satu": "Program kerja",
        "Kegiatan dua": "Program kerja",
    }
