"""Small cells are looked at again: which ones, and whose reading counts. Invented texts."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from scan_factory import paper

from selaras.extractors.grids.lattice import find_lattices
from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.ocr.dark_areas import find_dark_areas, lighten
from selaras.extractors.ocr.pictures import find_ink
from selaras.extractors.ocr.second_look import (
    MARGIN,
    TORN,
    ZOOM,
    LinelessPicture,
    Look,
    build_sheet,
    is_worth_it,
    look_again,
    on_sheets,
)
from selaras.extractors.ocr.tesseract import PictureWord

SCALE = 4.0
XS, YS = (20.0, 100.0, 140.0), (20.0, 50.0, 80.0)


def seen(text, sure, left=100, top=100):
    return PictureWord(text, (left, top, left + 20.0 * len(text), top + 40.0), sure, (1, 1, 1))


def lattices():
    upright = [Ruling(Axis.VERTICAL, x, YS[0], YS[-1]) for x in XS]
    return find_lattices([*upright, *(Ruling(Axis.HORIZONTAL, y, XS[0], XS[-1]) for y in YS)])


def picture(*spots):
    """A picture with spots of ink (left, top) of 20 by 40 pixels."""
    ink = paper()
    for left, top in spots:
        ink[top : top + 40, left : left + 20] = True
    return LinelessPicture(np.where(ink, 0, 255).astype(np.uint8), ink, SCALE)


@dataclass
class Reader:
    """Stands in for Tesseract: reads one word in the first cell of the sheet."""

    text: str = ""
    sure: float = 0.95
    sheets: list[tuple[int, int]] = field(default_factory=list)

    def read(self, grey, *, psm):  # noqa: ARG002  as Tesseract is called
        self.sheets.append(grey.shape)
        box = (float(MARGIN), float(MARGIN), MARGIN + 20.0 * ZOOM, MARGIN + 40.0 * ZOOM)
        return [PictureWord(self.text, box, self.sure, (1, 1, 1))] if self.text else []


IN_CELL = (440, 110)  # in the cell at the right of the first row


def test_a_digit_that_was_passed_over_is_read():
    (word,) = look_again(picture(IN_CELL), [], lattices(), Reader("7"))
    assert (word.text, word.confidence) == ("7", 0.95)
    assert word.box == pytest.approx((440, 110, 460, 150))


def test_a_lone_number_outside_tables_is_read():
    (word,) = look_again(picture((30, 350)), [], [], Reader("3"))
    assert word.box == pytest.approx((30, 350, 50, 390), abs=3)


@pytest.mark.parametrize(
    ("first", "second", "text", "sure"),
    [
        pytest.param(("10076", 0.6), ("100%", 0.96), "100%", 0.96, id="the-second-is-surer"),
        pytest.param(("81,5", 0.96), ("8I,5", 0.5), "81,5", 0.96, id="the-first-is-surer"),
        pytest.param(("81,5", 0.93), ("81,5", 0.95), "81,5", 0.95, id="both-say-the-same"),
        pytest.param(("31,5", 0.95), ("81,5", 0.94), "31,5", TORN, id="both-are-sure-of-different-things"),
    ],
)
def test_the_surer_reading_counts(first, second, text, sure):
    words = [seen(*first, *IN_CELL)]
    (word,) = look_again(picture(IN_CELL), words, lattices(), Reader(*second))
    assert (word.text, word.confidence) == (text, sure)


def test_nothing_to_look_at_calls_nobody():
    reader = Reader()
    words = [seen("Sasaran", 0.2, 100, 110)]
    assert look_again(picture((100, 110)), words, lattices(), reader) == words
    assert reader.sheets == []


def test_what_is_not_read_again_stays():
    words = [seen("8?", 0.4, *IN_CELL)]
    assert look_again(picture(IN_CELL), words, lattices(), Reader()) == words


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ([], True),
        ([("81,5", 0.99)], True),
        ([("%", 0.5)], True),
        ([("%", 0.99)], False),
        ([("Dinas", 0.3)], False),
        ([("20", 0.3), ("dokumen", 0.99)], False),
    ],
)
def test_cells_with_values_are_worth_another_look(words, worth):
    assert is_worth_it([seen(text, sure) for text, sure in words]) is worth


def test_a_sheet_has_paper_around_every_cell():
    sheet, tops = build_sheet([np.zeros((4, 5), dtype=np.uint8), np.zeros((6, 2), dtype=np.uint8)])
    assert tops == [MARGIN, MARGIN * 2 + 4 * ZOOM]
    assert sheet.shape == (MARGIN * 3 + 10 * ZOOM, 5 * ZOOM + 2 * MARGIN)
    assert (sheet[: MARGIN - 4] == 255).all()


def test_many_cells_are_set_on_several_sheets():
    """Tesseract refuses a picture of more than 32,767 pixels either way, and the page would be lost."""
    looks = [Look((0, 0, 20, 40), ())] * 400
    groups = on_sheets(looks)
    heights = [len(build_sheet([np.zeros((40, 20), dtype=np.uint8)] * len(group))[0]) for group in groups]
    assert [look for group in groups for look in group] == looks
    assert len(groups) == 2
    assert max(heights) <= 32_767


def shaded(ground, letter):
    grey = np.full((200, 400), 250, dtype=np.uint8)
    grey[50:120, 50:350] = ground
    grey[70:100, 100:108] = grey[70:100, 140:148] = letter
    return grey


@pytest.mark.parametrize(("ground", "letter"), [(40, 250), (90, 10)], ids=["white-on-blue", "black-on-grey"])
def test_letters_on_dark_ground_become_ink(ground, letter):
    grey = shaded(ground, letter)
    (area,) = find_dark_areas(grey < 128, SCALE)
    assert area == pytest.approx((50, 50, 350, 120), abs=4)
    ink = find_ink(lighten(grey, [(50, 50, 350, 120)]))
    assert ink[72:98, 102:106].all()
    assert not ink[55:65, 60:340].any()


@pytest.mark.parametrize(
    "ink", [paper(), np.arange(400 * 600).reshape(400, 600) % 7 == 0], ids=["blank", "pattern"]
)
def test_a_page_without_dark_areas_stays_as_it_is(ink):
    assert find_dark_areas(ink, SCALE) == []
