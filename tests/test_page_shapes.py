"""Paths and pictures that pdfium finds, told by their shape as pdfminer tells them."""

from pathlib import Path

import pdfplumber
import pytest
from pdf_factory import PAGE_HEIGHT, pdf, shown

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_lines_and_rectangles_stand_where_pdfminer_sees_them(path):
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages[:4], start=1):
            ours = shown(path.read_bytes(), number)
            for kind in ("rects", "lines", "curves"):
                boxes = [
                    sorted(
                        [round(float(shape[edge]), 1) for edge in ("x0", "top", "x1", "bottom")]
                        for shape in getattr(side, kind)
                    )
                    for side in (ours, page)
                ]
                assert len(boxes[0]) == len(boxes[1])
                for one, other in zip(*boxes, strict=True):
                    assert one == pytest.approx(other, abs=0.25)


def in_form(canvas):
    canvas.beginForm("cap")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(10, 20, "Formulir")
    canvas.rect(5, 10, 100, 30)
    canvas.endForm()
    canvas.translate(100, 300)
    canvas.scale(2, 2)
    canvas.doForm("cap")


def test_what_a_form_holds_stands_where_the_form_is():
    page = shown(pdf(in_form))
    char, (rect,) = page.chars[0], page.rects
    assert char["size"] == pytest.approx(20)
    assert (char["x0"], rect["x0"]) == pytest.approx((120, 110), abs=0.1)
    assert rect["bottom"] == pytest.approx(PAGE_HEIGHT - 320, abs=0.1)


def strokes(canvas):
    canvas.setStrokeColorRGB(1, 0, 0)
    canvas.line(72, 700, 200, 700)


def rectangle(canvas):
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(72, 600, 100, 50, stroke=0, fill=1)


def hair(canvas):
    canvas.rect(72, 600, 100, 0.5, stroke=0, fill=1)


def circle(canvas):
    canvas.circle(200, 500, 30)


def kite(canvas):
    path = canvas.beginPath()
    path.moveTo(100, 100)
    for x, y in ((150, 150), (100, 200), (50, 150)):
        path.lineTo(x, y)
    path.close()
    canvas.drawPath(path, fill=1)


def comb(canvas):
    path = canvas.beginPath()
    for x in (100, 120, 140):
        path.moveTo(x, 100)
        path.lineTo(x, 200)
    canvas.drawPath(path)


def unseen(canvas):
    path = canvas.beginPath()
    path.rect(10, 10, 20, 20)
    canvas.drawPath(path, stroke=0, fill=0)


@pytest.mark.parametrize(
    ("draw", "counts"),
    [
        pytest.param(strokes, {"line": 1}, id="line"),
        pytest.param(rectangle, {"rect": 1}, id="rectangle"),
        pytest.param(hair, {"rect": 1}, id="thin-rectangle"),
        pytest.param(circle, {"curve": 1}, id="circle"),
        pytest.param(kite, {"curve": 1}, id="four-corners-that-are-not-square"),
        pytest.param(comb, {"line": 3}, id="several-lines-in-one-path"),
        pytest.param(unseen, {}, id="neither-filled-nor-stroked"),
    ],
)
def test_paths_are_told_by_their_shape(draw, counts):
    objects = shown(pdf(draw)).objects
    assert {kind: len(found) for kind, found in objects.items() if found} == counts


def test_shapes_know_their_colours():
    (line,), (rect,) = shown(pdf(strokes)).lines, shown(pdf(rectangle)).rects
    assert (line["stroke"], line["fill"], line["stroking_color"]) == (True, False, (1, 0, 0))
    assert (rect["stroke"], rect["fill"], rect["non_stroking_color"]) == (False, True, (0, 0, 1))
