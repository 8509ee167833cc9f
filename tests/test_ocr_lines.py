"""Lines of tables in pictures: solid, broken, dotted, askew; and what only looks like a line."""

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scan_factory import paper

from selaras.extractors.grids.rulings import Axis
from selaras.extractors.ocr.dark_lines import erase, find_dark_lines, tall_parts

SCALE = 300 / 72


def level(ink):
    """Horizontal lines of a picture, in pixels."""
    found, _ = find_dark_lines(ink, SCALE)
    lines = [line for line in found if line.axis is Axis.HORIZONTAL]
    return [(round(line.at * SCALE), round(line.start * SCALE), round(line.end * SCALE)) for line in lines]


def test_a_solid_line_is_found_both_ways():
    ink = paper()
    ink[100:104, 50:550] = True
    assert level(ink) == [(102, 50, 550)]
    (upright,) = find_dark_lines(ink.T, SCALE)[0]
    assert upright.axis is Axis.VERTICAL
    assert (round(upright.at * SCALE), round(upright.start * SCALE)) == (102, 50)


def broken(ink):
    ink[100:104, 50:550] = True
    ink[:, 200:210] = False
    ink[:, 400:407] = False


def dotted(ink):
    for x in range(50, 550, 10):
        ink[100:103, x : x + 3] = True


def askew(ink):
    for x in range(50, 550):
        top = 100 + round(8 * (x - 300) / 500)
        ink[top : top + 3, x] = True


def double(ink):
    ink[100:103, 50:550] = True
    ink[107:110, 50:550] = True


def touched_by_letters(ink):
    ink[100:103, 50:550] = True
    for x in range(200, 300, 12):
        ink[80:103, x : x + 5] = True


@pytest.mark.parametrize("draw", [broken, dotted, askew, double, touched_by_letters])
def test_a_line_is_one_line_however_it_was_scanned(draw):
    ink = paper()
    draw(ink)
    ((at, start, end),) = level(ink)
    assert abs(at - 102) <= 6
    assert start <= 60
    assert end >= 540


def bar(ink):
    ink[100:140, 50:550] = True


def short(ink):
    ink[100:103, 50:100] = True


def row_of_letters(ink):
    for x in range(50, 550, 12):  # stems with feet that nearly touch, as a serif font has
        ink[80:104, x : x + 4] = True
        ink[101:104, x : x + 8] = True


def row_of_text(ink):
    image = Image.new("1", ink.shape[::-1])
    ImageDraw.Draw(image).text((40, 90), "meningkatnya mutu tata ruang " * 2, fill=1)
    ink |= np.asarray(image.resize((ink.shape[1] * 2, ink.shape[0] * 2)))[180 - 90 : 490, : ink.shape[1]]


def noise(ink):
    ink |= np.random.default_rng(7).random(ink.shape) < 0.08


@pytest.mark.parametrize("draw", [bar, short, row_of_letters, row_of_text, noise])
def test_what_only_looks_like_a_line_is_none(draw):
    ink = paper()
    draw(ink)
    assert ink.any()
    assert find_dark_lines(ink, SCALE)[0] == []


def test_only_lines_are_taken_out():
    ink = paper()
    ink[100:104, 50:550] = True
    ink[200:230, 60:66] = True
    grey = np.where(ink, 0, 255).astype(np.uint8)
    left = erase(grey, find_dark_lines(ink, SCALE)[1]) == 0
    assert not left[90:110].any()
    assert (left[200:230, 60:66]).all()


@pytest.mark.parametrize("height", range(1, 12))
def test_tall_parts_are_runs_down_the_columns(height):
    ink = np.random.default_rng(height).random((60, 40)) < 0.7
    assert (tall_parts(ink, height) == slowly(ink, height)).all()


def slowly(ink, height):
    tall = np.zeros_like(ink)
    for column in range(ink.shape[1]):
        top = 0
        for y in range(ink.shape[0] + 1):
            if y < ink.shape[0] and ink[y, column]:
                continue
            if y - top >= height:
                tall[top:y, column] = True
            top = y + 1
    return tall
