"""What was seen in a picture becomes a page: words with a size, cells with a confidence, boxes as shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.ocr.scan import Scan, scan_from_json, scan_to_json
from selaras.extractors.ocr.shaping import build_page
from selaras.extractors.ocr.tesseract import PictureWord
from selaras.extractors.ocr.words import page_words
from selaras.extractors.pages.page import Page, PageKind, Word
from selaras.extractors.pages.shown_place import shown_box


def seen(text, left, top, *, high=40.0, sure=0.95, line=1):
    return PictureWord(text, (left, top, left + 20.0 * len(text), top + high), sure, (1, 1, line))


def word(text, left, top, sure=0.95):
    return Word(text, (left, top, left + 6.0 * len(text), top + 10.0), 10.0, confidence=sure)


def lattice(xs, ys):
    upright = [Ruling(Axis.VERTICAL, x, ys[0], ys[-1]) for x in xs]
    return [*upright, *(Ruling(Axis.HORIZONTAL, y, xs[0], xs[-1]) for y in ys)]


@pytest.mark.parametrize(
    ("text", "sure", "kept"),
    [
        pytest.param("Misi", 0.1, True, id="a-doubtful-word"),
        pytest.param("7", 0.0, True, id="a-digit"),
        pytest.param("-", 0.9, True, id="a-sure-dash"),
        pytest.param("~", 0.3, False, id="dirt"),
        pytest.param("|", 0.95, False, id="a-piece-of-a-border"),
    ],
)
def test_specks_are_no_words(text, sure, kept):
    assert bool(page_words([seen(text, 0, 0, sure=sure)], 4.0)) is kept


def test_words_of_nearly_one_size_have_one_size():
    lines = [
        seen("Sasaran", 0, 0, line=1),
        seen("mutu", 0, 60, high=36, line=2),
        seen("JUDUL", 0, 120, high=80, line=3),
    ]
    sizes = [one.size for one in page_words([*lines, seen("daya", 0, 180, line=4)], 4.0)]
    assert sizes[0] == sizes[1] == sizes[3]
    assert sizes[2] > 1.5 * sizes[0]


def test_a_low_sign_is_as_tall_as_its_line():
    _, dash = page_words([seen("Rata", 0, 0), seen("-", 100, 18, high=4)], 4.0)
    assert dash.box[1] == pytest.approx(0.0)
    assert dash.box[3] == pytest.approx(10.0)


SCAN = Scan(
    600.0,
    800.0,
    0,
    0.0,
    (
        word("Indikator", 60, 105),
        word("Target", 210, 105, 0.9),
        word("Nilai", 60, 135),
        word("81,5", 210, 135, 0.4),
    ),
    tuple(lattice((50.0, 200.0, 350.0), (100.0, 130.0, 160.0))),
)


def test_lines_and_words_become_a_grid_with_confidence():
    (grid,) = build_page(SCAN, 3).grids
    assert grid.page == 3
    assert [[(cell.text, cell.confidence) for cell in row] for row in grid.rows] == [
        [("Indikator", 0.95), ("Target", 0.9)],
        [("Nilai", 0.95), ("81,5", 0.4)],
    ]


def test_words_side_by_side_stay_apart():
    """Boxes of OCR are tight, and a blank is hardly wider than the gap between two letters."""
    scan = Scan(
        600.0,
        800.0,
        0,
        0.0,
        (word("tata", 60, 105), word("kelola", 85, 105), word("x", 210, 105)),
        SCAN.rulings,
    )
    assert build_page(scan, 1).grids[0].rows[0][0].text == "tata kelola"


def test_a_picture_without_words_stays_a_scan():
    page = build_page(Scan(600.0, 800.0, 90, 0.5, (), SCAN.rulings), 1)
    assert (page.kind, page.grids, page.ocr, page.turned, page.skew) == (PageKind.SCAN, (), True, 90, 0.5)


def test_a_scan_goes_to_json_and_back():
    assert scan_from_json(scan_to_json(SCAN)) == SCAN


def changed(**fields):
    return scan_to_json(SCAN) | fields


@pytest.mark.parametrize(
    "data",
    [
        [],
        changed(turned=45),
        changed(size=[600.0]),
        changed(size=[float("nan"), 1.0]),
        changed(words=[["a", 0, 0, 1, 1, 9, 1.5]]),
        changed(words=[["a", 0, 0, 1]]),
        changed(words=[[7, 0, 0, 1, 1, 9, 0.5]]),
        changed(rulings=[["diagonal", 0, 0, 1]]),
        changed(rulings=[["vertical", 0, 0, 1]] * 2001),
    ],
)
def test_json_that_is_no_scan_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011
        scan_from_json(data)


def test_a_page_on_its_head_is_shown_where_it_stands():
    page = Page(1, 600.0, 800.0, PageKind.TEXT, turned=180)
    assert shown_box(page, (10.0, 20.0, 110.0, 40.0)) == (490.0, 760.0, 590.0, 780.0)


def test_lines_that_fell_to_the_right_are_shown_falling():
    page = Page(1, 600.0, 800.0, PageKind.TEXT, skew=1.0)
    left, right = shown_box(page, (50.0, 395.0, 60.0, 405.0)), shown_box(page, (540.0, 395.0, 550.0, 405.0))
    assert left[1] < 395 < right[1]
    assert right[1] - left[1] == pytest.approx(490 * 0.01745, abs=0.1)


@given(st.floats(-6, 6), st.floats(0, 590), st.floats(0, 790), st.sampled_from([0, 90, 180, 270]))
def test_shown_boxes_lie_on_the_page(skew, x, y, turned):
    page = Page(1, 600.0, 800.0, PageKind.TEXT, turned=turned, skew=skew)
    wide, high = (800.0, 600.0) if turned in (90, 270) else (600.0, 800.0)
    x0, top, x1, bottom = shown_box(page, (x, y, x + 10, y + 10))
    assert min(x0, top) >= -1e-6
    assert x1 <= wide + 1e-6
    assert bottom <= high + 1e-6
