"""Boxes of trees, however they are drawn."""

import pytest

from selaras.extractors.trees.corners import Corners
from selaras.extractors.trees.outlines import coloured_areas, merge_stripes
from selaras.extractors.trees.shapes import Shapes, scaled, scaled_shapes
from tests.tree_factory import (
    BLUE,
    SIZE,
    diagram_of,
    find,
    four_sides,
    line,
    parents,
    rounded,
    shape,
    text_in,
)

TOP, LEFT, RIGHT = (300, 50, 420, 90), (200, 150, 320, 190), (400, 150, 520, 190)
BOXES = {"Tujuan utama": TOP, "Sasaran kiri": LEFT, "Sasaran kanan": RIGHT}
BRACKET = [
    line(360, 90, 360, 120),
    line(260, 120, 460, 120),
    line(260, 120, 260, 150),
    line(460, 120, 460, 150),
]
EXPECTED = {"Tujuan utama": None, "Sasaran kiri": "Tujuan utama", "Sasaran kanan": "Tujuan utama"}


def filled(box):
    return shape(box, fill=True, stroke=False, colour=BLUE)


def shadow(box):
    return shape(tuple(edge + 4 for edge in box), fill=True, stroke=False, colour=(0.5, 0.5, 0.5))


def stripes(box):
    x0, top, x1, bottom = box
    return [filled((x0, y, x1, min(y + 15, bottom))) for y in range(top, bottom, 15)]


STYLES = {
    "rectangles": {},
    "round corners": {"rects": [], "curves": [rounded(box) for box in BOXES.values()]},
    "round corners, filled and stroked apart": {
        "rects": [],
        "curves": [rounded(box, fill=fill) for box in BOXES.values() for fill in (True, False)],
    },
    "four thin rectangles": {"rects": [side for box in BOXES.values() for side in four_sides(box)]},
    "areas without a border": {"rects": [filled(box) for box in BOXES.values()]},
    "areas filled row by row": {"rects": [stripe for box in BOXES.values() for stripe in stripes(box)]},
    "with a shadow": {"rects": [draw(box) for box in BOXES.values() for draw in (shadow, shape)]},
    "drawn twice": {"rects": [shape(box) for box in BOXES.values() for _ in range(2)]},
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_boxes_are_found_however_they_are_drawn(style):
    assert parents(find(BOXES, lines=BRACKET, **style)) == EXPECTED


def test_four_lines_make_a_box():
    sides = [
        side
        for x0, top, x1, bottom in BOXES.values()
        for side in (
            line(x0, top, x1, top),
            line(x0, bottom, x1, bottom),
            line(x0, top, x0, bottom),
            line(x1, top, x1, bottom),
        )
    ]
    assert parents(find(BOXES, lines=[*sides, *BRACKET], rects=[])) == EXPECTED


def test_a_frame_around_the_tree_is_no_box():
    frame = shape((150, 20, 600, 250))
    rects = [frame, *(shape(box) for box in BOXES.values())]
    found = find(BOXES, lines=BRACKET, rects=rects, free={"POHON KINERJA DINAS": (160, 24, 300, 40)})
    assert parents(found) == EXPECTED


def test_a_tree_printed_very_small_is_read_as_in_full_size():
    words = [word for text, box in BOXES.items() for word in text_in(box, text)]
    full = Shapes(BRACKET, [shape(box) for box in BOXES.values()], [], SIZE)
    small = [type(word)(word.text, scaled(word.box, 0.3), word.size * 0.3) for word in words]
    found = diagram_of(small, scaled_shapes(full, 0.3))
    assert parents(found) == EXPECTED
    assert found.nodes[0].box == pytest.approx(scaled(TOP, 0.3), abs=0.2)


def test_text_that_hangs_over_the_edge_belongs_to_its_box():
    words = [word for text, box in BOXES.items() for word in text_in(box, text)]
    over = text_in((300, 42, 420, 60), "Visi")
    shapes = Shapes(BRACKET, [shape(box) for box in BOXES.values()], [], SIZE)
    assert diagram_of([*over, *words], shapes).nodes[0].text == "Visi\nTujuan utama"


def test_stripes_of_one_colour_are_one_area():
    merged = merge_stripes(stripes((10, 10, 50, 52)))
    assert [(rect["top"], rect["bottom"]) for rect in merged] == [(10, 52)]


@pytest.mark.parametrize(
    "rects",
    [
        [filled((0, 0, 100, 40)), filled((100, 0, 200, 40))],
        [filled((0, 0, 100, 40)), filled((0, 40, 100, 80))],
    ],
    ids=["side by side", "under each other"],
)
def test_areas_that_border_on_each_other_are_the_ground_of_a_table(rects):
    assert coloured_areas(rects, Corners.of([])) == []


def test_shaded_lines_of_text_in_an_area_of_their_colour_are_no_boxes():
    assert coloured_areas([filled((0, 0, 100, 40)), filled((5, 10, 95, 20))], Corners.of([])) == [
        (0, 0, 100, 40)
    ]
