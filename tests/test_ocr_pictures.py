"""Pictures are turned, straightened, parted into ink and paper, and rendered no larger than allowed."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from scan_factory import paper

from selaras.extractors.ocr.pictures import find_ink, find_threshold, shrink, to_pgm
from selaras.extractors.ocr.rendering import fitting_scale
from selaras.extractors.ocr.skew import LEAST_SKEW, find_skew, straighten
from selaras.extractors.ocr.turning import find_turn, turn_picture


def rows_of_words():
    """Lines of blocks that stand for words, ragged at the right."""
    source = np.random.default_rng(3)
    grey = np.full((1200, 1600), 255, dtype=np.uint8)
    for top in range(100, 1100, 60):
        x = 120
        while x < 1100 + source.integers(0, 300):
            width = int(source.integers(30, 150))
            grey[top : top + 24, x : x + width] = 0
            x += width + 20
    return grey


PAGE = rows_of_words()


def leaning(degrees):
    """The page with lines that fall to the right by so much."""
    image = Image.fromarray(PAGE).rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(image, dtype=np.uint8)


@pytest.mark.parametrize("degrees", [-4.0, -1.2, -0.3, 0.0, 0.5, 1.7, 5.0])
def test_the_skew_of_a_page_is_found_and_mended(degrees):
    leant = leaning(degrees)
    skew = find_skew(find_ink(leant))
    assert skew == pytest.approx(degrees, abs=LEAST_SKEW)
    straight = find_ink(straighten(leant, skew))
    assert abs(find_skew(straight)) <= LEAST_SKEW
    same = np.mean(straight == find_ink(PAGE))
    assert same > 0.98


def test_an_empty_page_lies_straight():
    assert find_skew(paper()) == 0.0


def test_a_turn_by_right_angles_is_found():
    for turn in (90, 270):
        upright = {turn: 5.0}

        def judge(grey, upright=upright):
            # The judge is asked about the page turned by 90 and by 270 degrees; it likes what has the page's shape.
            return upright.get(90 if (grey[:, :200] == 0).sum() > (grey[:, -200:] == 0).sum() else 270, 0.0)

        lying = turn_picture(PAGE, -turn % 360)
        assert find_turn(lying, shrink(find_ink(lying), 3), judge) in (90, 270)


def test_an_upright_page_needs_no_judge():
    def judge(_):
        raise AssertionError("nobody should be asked")

    assert find_turn(PAGE, shrink(find_ink(PAGE), 3), judge) == 0


def test_the_way_up_that_is_read_better_is_taken():
    lying = turn_picture(PAGE, 90)
    answers = iter([1.0, 9.0])
    assert find_turn(lying, shrink(find_ink(lying), 3), lambda _: next(answers)) == 270


@pytest.mark.parametrize(("paper_grey", "ink_grey"), [(255, 0), (230, 60), (200, 120), (255, 150)])
def test_ink_is_parted_from_paper(paper_grey, ink_grey):
    grey = np.full((80, 80), paper_grey, dtype=np.uint8)
    grey[20:40, 20:40] = ink_grey
    assert (find_ink(grey) == (grey == ink_grey)).all()


@pytest.mark.parametrize("grey", [0, 20, 128, 240, 255])
def test_a_picture_of_one_grey_has_a_threshold(grey):
    assert 96 <= find_threshold(np.full((8, 8), grey, dtype=np.uint8)) <= 208


def test_nothing_is_lost_when_a_picture_shrinks():
    ink = paper(9, 9)
    ink[4, 7] = True
    assert shrink(ink, 3).nonzero() == (1, 2)


def test_a_picture_goes_out_as_a_greymap():
    assert to_pgm(np.array([[0, 255, 7]], dtype=np.uint8)) == b"P5 3 1 255\n\x00\xff\x07"


@given(st.floats(1, 20_000), st.floats(1, 20_000))
def test_no_picture_is_larger_than_allowed(width, height):
    try:
        scale = fitting_scale(width, height, dpi=300, most_pixels=1_000_000)
    except ValueError:
        return
    assert width * scale * height * scale <= 1_000_001
    assert scale <= 300 / 72
    assert max(width, height) * scale <= 32_767


@pytest.mark.parametrize("size", [(0, 100), (100, -1), (1e-9, 1e9), (inf, 10), (float("nan"), 10)])
def test_a_page_without_a_proper_size_has_no_picture(size):
    with pytest.raises(ValueError, match="page"):
        fitting_scale(*size, dpi=300, most_pixels=1_000_000)
