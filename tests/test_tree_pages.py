"""Trees in files: drawn as PDF, read back as pages and plans. All texts are invented."""

import pytest

from selaras.extractors.layout.lines import body_lines
from selaras.extractors.pages.page import PageKind
from selaras.extractors.pdf.frames import Frame
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.reading import read_plan
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind as Kind
from tests.pdf_factory import pdf, prose, table, together

WIDE = (842.0, 595.0)
BOXES = {
    (60, 300, 140, 60): ("Misi 2: Memajukan", "taman kota"),
    (260, 300, 150, 60): ("Tujuan 1: Menjaga", "taman kota"),
    (470, 380, 150, 60): ("Sasaran 1: Bertambahnya", "taman bermain"),
    (470, 220, 150, 60): ("Sasaran 2: Terawatnya", "taman lama"),
    (680, 380, 140, 60): ("Indikator Kinerja :", "Jumlah taman bermain"),
}
LINES = [
    (200, 330, 260, 330),
    (410, 330, 440, 330),
    (440, 250, 440, 410),
    (440, 410, 470, 410),
    (440, 250, 470, 250),
    (620, 410, 680, 410),
]


def tree(canvas):
    canvas.drawString(200, 560, "POHON KINERJA TAHUN 2031 DINAS TAMAN PROVINSI TELAGA RAYA")
    for (x, y, width, height), lines in BOXES.items():
        canvas.roundRect(x, y, width, height, 8)
        for row, line in enumerate(lines):
            canvas.drawString(x + 5, y + height - 20 - 14 * row, line)
    for x0, y0, x1, y1 in LINES:
        canvas.line(x0, y0, x1, y1)


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "pohon.pdf"
    target.write_bytes(pdf(tree, size=WIDE))
    return target


def test_a_drawn_tree_is_a_diagram(path):
    (page,) = read_pages(path).pages
    assert page.kind is PageKind.DIAGRAM
    texts = [" ".join(node.text.split()) for node in page.diagram.nodes]
    assert {
        text: None if node.parent is None else texts[node.parent]
        for text, node in zip(texts, page.diagram.nodes, strict=True)
    } == {
        "Misi 2: Memajukan taman kota": None,
        "Tujuan 1: Menjaga taman kota": "Misi 2: Memajukan taman kota",
        "Sasaran 1: Bertambahnya taman bermain": "Tujuan 1: Menjaga taman kota",
        "Sasaran 2: Terawatnya taman lama": "Tujuan 1: Menjaga taman kota",
        "Indikator Kinerja : Jumlah taman bermain": "Sasaran 1: Bertambahnya taman bermain",
    }


def test_the_words_of_boxes_stay_on_the_page_and_are_no_prose(path):
    pages = read_pages(path).pages
    assert "bermain" in {word.text for word in pages[0].words}
    assert [line.text for line in body_lines(pages)] == [
        "POHON KINERJA TAHUN 2031 DINAS TAMAN PROVINSI TELAGA RAYA"
    ]


def test_a_plan_comes_out_of_a_tree(path):
    plan = read_plan(path)
    assert plan.document.kind is PlanKind.CASCADE
    by_id = {statement.id: statement for statement in plan.statements}
    goal = next(statement for statement in plan.statements if statement.kind is Kind.GOAL)
    assert {(s.kind, s.number, s.text) for s in plan.statements} == {
        (Kind.MISSION, "2", "Memajukan taman kota"),
        (Kind.GOAL, "1", "Menjaga taman kota"),
        (Kind.OBJECTIVE, "1", "Bertambahnya taman bermain"),
        (Kind.OBJECTIVE, "2", "Terawatnya taman lama"),
    }
    assert [by_id[s.parent].kind for s in plan.statements if s.parent] == [Kind.GOAL, Kind.MISSION, Kind.GOAL]
    assert by_id[goal.parent].kind is Kind.MISSION
    (indicator,) = plan.indicators
    assert by_id[indicator.statement].text == "Bertambahnya taman bermain"
    assert indicator.name == "Jumlah taman bermain"


PAGES = {
    "a table": table(
        [["Tujuan", "Sasaran", "Target"], ["Menjaga taman", "Terawatnya taman", "55"]], [120, 120, 80]
    ),
    "a table with merged cells": table(
        [["Misi 1", "Sasaran 1", "5"], [None, "Sasaran 2", "6"]], [120, 120, 80]
    ),
    "prose": prose("Misi pertama, menjaga taman kota.", "Misi kedua, merawat jalan kota."),
    "prose over a table": together(
        prose("Tujuan dan sasaran dinas"),
        table([["Tujuan", "Sasaran"], ["Menjaga taman", "Taman rapi"]], [150, 150]),
    ),
}


@pytest.mark.parametrize("drawing", PAGES.values(), ids=PAGES)
def test_pages_without_a_tree_hold_no_diagram(tmp_path, drawing):
    target = tmp_path / "halaman.pdf"
    target.write_bytes(pdf(drawing))
    (page,) = read_pages(target).pages
    assert page.diagram is None
    assert page.kind is not PageKind.DIAGRAM


@pytest.mark.parametrize(
    ("turned", "box", "point"),
    [
        (0, (10, 20, 30, 60), (10, 20)),
        (90, (740, 10, 780, 30), (780, 10)),
        (270, (20, 570, 60, 590), (20, 590)),
    ],
)
def test_shapes_turn_with_their_page(turned, box, point):
    shape = {"x0": 10, "top": 20, "x1": 30, "bottom": 60, "pts": [(10, 20)], "fill": True}
    found = Frame((0, 0, 600, 800), turned).shape(shape)
    assert (found["x0"], found["top"], found["x1"], found["bottom"]) == box
    assert found["pts"] == [point]
    assert found["fill"]
