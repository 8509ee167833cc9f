"""Real Tesseract on pictures of pages made here: askew, turned, with tables. Skipped where it is missing."""

import pytest
from pdf_factory import pdf, prose, table, together
from scan_factory import scanned

from selaras.extractors.ocr.reading import read_scans
from selaras.extractors.ocr.settings import OcrSettings
from selaras.extractors.ocr.tesseract import find_tesseract
from selaras.extractors.pages.page import PageKind
from selaras.extractors.pages.shown_place import shown_box
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.reading import read_plan

FOUND = find_tesseract("tesseract")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        FOUND is None or not {"ind", "eng"} <= FOUND.languages,
        reason="needs Tesseract with ind and eng: apt install tesseract-ocr tesseract-ocr-ind",
    ),
]

ROWS = [
    ["No", "Sasaran", "Indikator Kinerja", "Target 2026"],
    ["1", "Meningkatnya mutu\npelayanan pelabuhan", "Persentase kapal yang\ndilayani tepat waktu", "100%"],
    ["2", "Meningkatnya hasil\ntangkapan nelayan", "Jumlah tangkapan ikan", "81,5"],
]
HEADING = [
    "PERJANJIAN KINERJA TAHUN 2026",
    "Dinas Kelautan dan Perikanan Kabupaten Bahariloka",
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif",
    "dan akuntabel, kami berjanji akan mewujudkan target kinerja.",
]
PAGE = pdf(together(prose(*HEADING), table(ROWS, [30, 150, 160, 80], top=160.0)))


@pytest.fixture(scope="module", params=[(0.0, 0), (1.3, 0), (-0.7, 90), (0.4, 270), (0.0, 180)], ids=str)
def readings(request, tmp_path_factory):
    """A page with a text layer, and what is read in its picture, askew and turned."""
    skew, turn = request.param
    folder = tmp_path_factory.mktemp("scan")
    (folder / "text.pdf").write_bytes(PAGE)
    (folder / "scan.pdf").write_bytes(scanned(PAGE, skew=skew, turn=turn))
    (true,) = read_pages(folder / "text.pdf").pages
    scan = folder / "scan.pdf"
    (read,) = read_scans(scan, read_pages(scan), OcrSettings(workers=1)).pages
    return true, read, turn


def test_words_are_read(readings):
    true, read, _ = readings
    assert (read.kind, read.ocr) == (PageKind.TEXT, True)
    found = {word.text for word in read.words}
    missed = [word.text for word in true.words if word.text not in found]
    assert len(missed) <= 2


def test_the_table_is_found_cell_by_cell(readings):
    true, read, _ = readings
    ((expected,), (grid,)) = (true.grids, read.grids)
    texts = [["".join(cell.text.split()) if cell else None for cell in row] for row in expected.rows]
    assert [["".join(cell.text.split()) if cell else None for cell in row] for row in grid.rows] == texts
    assert all(0 < cell.confidence <= 1 for row in grid.rows for cell in row if cell)


def test_boxes_lie_where_viewers_show_the_picture(readings):
    true, read, turn = readings
    (here,) = [word for word in true.words if word.text == "PERJANJIAN"]
    (there,) = [word for word in read.words if word.text == "PERJANJIAN"]
    x, y = (here.box[0] + here.box[2]) / 2, (here.box[1] + here.box[3]) / 2
    wide, high = true.width, true.height
    expected = {0: (x, y), 90: (high - y, x), 180: (wide - x, high - y), 270: (y, wide - x)}[turn]
    box = shown_box(read, there.box)
    assert ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) == pytest.approx(expected, abs=12)


def test_a_scanned_agreement_becomes_a_plan(tmp_path):
    path = tmp_path / "perjanjian-kinerja.pdf"
    path.write_bytes(scanned(PAGE, skew=0.6))
    plan = read_plan(path)
    assert plan.document.ocr_pages == (1,)
    assert [statement.text for statement in plan.statements] == [
        "Meningkatnya mutu pelayanan pelabuhan",
        "Meningkatnya hasil tangkapan nelayan",
    ]
    values = [(item.unit, [target.value.low for target in item.targets]) for item in plan.indicators]
    assert values == [("%", [100.0]), (None, [81.5])]
    assert all(0.5 < item.passage.confidence <= 1 for item in (*plan.statements, *plan.indicators))
