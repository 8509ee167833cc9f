"""Connectors: which box leads to which."""

import pytest

from tests.tree_factory import find, head, line, parents, path

PARENT = (60, 200, 160, 240)
UPPER, MIDDLE, LOWER = (300, 100, 400, 140), (300, 200, 400, 240), (300, 300, 400, 340)
SIDEWAYS = {"Program kerja": PARENT, "Kegiatan satu": UPPER, "Kegiatan dua": MIDDLE, "Kegiatan tiga": LOWER}
OF_PROGRAM = {
    "Program kerja": None,
    "Kegiatan satu": "Program kerja",
    "Kegiatan dua": "Program kerja",
    "Kegiatan tiga": "Program kerja",
}
TRUNK = line(230, 120, 230, 320)
BRANCHES = [line(230, 120, 300, 120), line(230, 220, 300, 220), line(230, 320, 300, 320)]
STEM = line(160, 220, 230, 220)

DRAWN = {
    "a bracket of straight pieces": {"lines": [STEM, TRUNK, *BRANCHES]},
    "a line through the trunk to the middle child": {
        "lines": [line(160, 220, 300, 220), TRUNK, BRANCHES[0], BRANCHES[2]]
    },
    "arrows": {"lines": [STEM, TRUNK, *BRANCHES], "curves": [head(297, y) for y in (120, 220, 320)]},
    "pieces that stop short": {
        "lines": [line(163, 220, 228, 220), TRUNK, *(line(232, y, 297, y) for y in (120, 220, 320))]
    },
    "a stem that does not reach its box": {"lines": [line(165, 220, 230, 220), TRUNK, *BRANCHES]},
    "elbows, each drawn as one path": {
        "lines": [],
        "curves": [path((160, 220), (230, 220), (230, y), (300, y)) for y in (120, 220.5, 320)],
    },
    "straight slanting lines": {"lines": [line(160, 220, 300, y) for y in (120, 220, 320)]},
}


@pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)
def test_the_box_at_the_left_leads_to_those_at_the_right(drawn):
    assert parents(find(SIDEWAYS, **drawn)) == OF_PROGRAM


@pytest.mark.parametrize("side", ["down", "up"])
def test_the_box_above_leads_to_those_below_whichever_way_arrows_point(side):
    boxes = {
        "Sasaran utama": (200, 50, 300, 90),
        "Hasil satu": (100, 150, 200, 190),
        "Hasil dua": (300, 150, 400, 190),
    }
    lines = [
        line(250, 90, 250, 120),
        line(150, 120, 350, 120),
        line(150, 120, 150, 150),
        line(350, 120, 350, 150),
    ]
    heads = [head(250, 93)] if side == "up" else [head(150, 147), head(350, 147)]
    assert parents(find(boxes, lines=lines, curves=heads)) == {
        "Sasaran utama": None,
        "Hasil satu": "Sasaran utama",
        "Hasil dua": "Sasaran utama",
    }


def test_one_line_behind_a_row_of_boxes_joins_each_to_the_next():
    boxes = {
        f"Kotak {name}": (x, 200, x + 80, 240) for name, x in (("satu", 50), ("dua", 200), ("tiga", 350))
    }
    found = find(boxes, lines=[line(90, 220, 390, 220)])
    assert parents(found) == {"Kotak satu": None, "Kotak dua": "Kotak satu", "Kotak tiga": "Kotak dua"}


def test_a_box_that_several_lead_to_has_no_parent():
    merging = [line(400, y, 470, y) for y in (120, 220, 320)] + [
        line(470, 120, 470, 320),
        line(470, 220, 550, 220),
    ]
    boxes = {**SIDEWAYS, "Hasil bersama": (550, 200, 650, 240)}
    found = parents(find(boxes, lines=[STEM, TRUNK, *BRANCHES, *merging]))
    assert found == {**OF_PROGRAM, "Hasil bersama": None}


def test_lines_that_merely_cross_do_not_join():
    boxes = {
        "Atas kiri": (50, 100, 150, 140),
        "Bawah kiri": (50, 300, 150, 340),
        "Atas kanan": (400, 100, 500, 140),
        "Bawah kanan": (400, 300, 500, 340),
    }
    crossing = [line(150, 120, 400, 320), line(150, 320, 400, 120)]
    found = parents(find(boxes, lines=crossing))
    assert found["Bawah kanan"] == "Atas kiri"
    assert found["Atas kanan"] == "Bawah kiri"


def test_a_line_that_parts_layers_joins_nothing():
    separator = line(265, 20, 265, 580)
    assert parents(find(SIDEWAYS, lines=[STEM, TRUNK, *BRANCHES, separator])) == OF_PROGRAM


def test_children_whose_parent_lies_off_the_page_have_none():
    boxes = {**SIDEWAYS, "Kegiatan lain": (300, 500, 400, 540)}
    cut_off = [line(230, 520, 300, 520), line(230, 520, 230, 600)]
    assert parents(find(boxes, lines=[STEM, TRUNK, *BRANCHES, *cut_off]))["Kegiatan lain"] is None
