"""Tables as they are drawn on paper, in all the styles that plans use, become tables with heads and rows."""

import pytest
from pdf_factory import pdf, table, together
from pdf_factory import prose as prose_on_paper
from table_pages import shown

from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tables.logical import logical_tables


def from_paper(tmp_path, *pages):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(*pages))
    return logical_tables(read_pages(path).pages)


ON_PAPER = [
    ["Sasaran", "Indikator", "Target"],
    ["Laut bersih", "Mutu air\nlaut", "80"],
    [None, "Sampah", "5"],
]
WIDTHS = [120.0, 150.0, 80.0]
READ = [["Laut bersih", "Mutu air\nlaut", "80"], ["~Laut bersih", "Sampah", "5"]]


@pytest.mark.parametrize(
    "options", [{}, {"backgrounds": True}, {"thickness": 2.0}], ids=["thin", "backgrounds", "thick"]
)
def test_borders_drawn_as_rectangles(tmp_path, options):
    (made,) = from_paper(tmp_path, table(ON_PAPER, WIDTHS, **options))
    assert made.heads == ("Sasaran", "Indikator", "Target")
    assert shown(made) == READ


def open_below(canvas):
    """The page ends in the middle of a row: its lower border is missing."""
    for x in (72, 200, 300):
        canvas.line(x, 700, x, 600)
    for y in (700, 660):
        canvas.line(72, y, 300, y)
    for x, y, text in (
        (80, 680, "Sasaran"),
        (210, 680, "Target"),
        (80, 640, "Laut bersih"),
        (210, 640, "80"),
    ):
        canvas.drawString(x, y, text)


def rows_only(canvas):
    """Lines between rows, none between columns."""
    for n, row in enumerate(
        (("Sasaran", "Indikator", "Target"), *(("Laut bersih", "Mutu air", str(n)) for n in range(4)))
    ):
        canvas.line(72, 700 - 30 * n, 450, 700 - 30 * n)
        for x, text in zip((80, 220, 380), row, strict=True):
            canvas.drawString(x, 680 - 30 * n, text)
    canvas.line(72, 550, 450, 550)


def frame_with_text(canvas):
    canvas.rect(60, 500, 400, 200)
    canvas.drawString(80, 600, "Dalam bingkai")


def highlighted(canvas):
    canvas.setFillColorRGB(1, 1, 0)
    for n in range(3):
        canvas.rect(72, 600 - 14 * n, 200, 14, stroke=0, fill=1)
    canvas.setFillGray(0)
    for n in range(3):
        canvas.drawString(72, 603 - 14 * n, f"Baris {n} yang disorot")


def sideways_head(canvas):
    rows = [["Indikator", ""], ["Mutu air", "%"]]
    table(rows, [120.0, 30.0])(canvas)
    canvas.saveState()
    canvas.translate(72 + 120 + 18, 842 - 155)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Satuan")
    canvas.restoreState()


def test_a_row_without_its_lower_border_is_read(tmp_path):
    (made,) = from_paper(tmp_path, open_below)
    assert made.heads == ("Sasaran", "Target")
    assert shown(made) == [["Laut bersih", "80"]]


def test_columns_without_lines_show_in_the_text(tmp_path):
    (made,) = from_paper(tmp_path, rows_only)
    assert made.heads == ("Sasaran", "Indikator", "Target")
    assert shown(made) == [["Laut bersih", "Mutu air", str(n)] for n in range(4)]


def joined_lines(canvas):
    """Lines between rows only, drawn cell by cell, with columns close to each other."""
    xs = (72, 170, 268, 330)
    rows = [
        ("Sasaran strategis", "Indikator mutu air", "Target"),
        *(("Laut yang bersih ini", "Mutu air pesisir", f"{n}") for n in range(3)),
    ]
    for n, row in enumerate(rows):
        for left, right, text in zip(xs, xs[1:], row, strict=False):
            canvas.rect(left, 700 - 30 * n, right - left - 0.5, 0.5, stroke=0, fill=1)
            canvas.drawString(left + 6, 680 - 30 * n, text)
    canvas.rect(72, 580, 258, 0.5, stroke=0, fill=1)


def shaded_rows(canvas):
    """Columns are ruled; rows show by their shading alone, cell by cell and line by line."""
    for n in range(5):
        for left, right in ((72, 250), (250, 450)):
            canvas.setFillGray(0.8 if n % 2 == 0 else 1)
            for half in (0, 15):
                canvas.rect(left, 670 - 30 * n + half, right - left, 15, stroke=0, fill=1)
    canvas.setFillGray(0)
    for x in (72, 250, 450):
        canvas.line(x, 700, x, 550)
    for n, row in enumerate((("Sasaran", "Target"), *((f"Laut {n}", f"{n}") for n in range(4)))):
        for x, text in zip((80, 260), row, strict=True):
            canvas.drawString(x, 680 - 30 * n, text)


def group_head(canvas):
    """A head without lines inside: the group stands over its years."""
    for y in (700, 650, 620, 590, 560):
        canvas.line(72, y, 450, y)
    for x, y, text in (
        (80, 672, "Indikator"),
        (250, 685, "Target Kinerja Tahunan Daerah"),
        (240, 658, "2025"),
        (380, 658, "2026"),
    ):
        canvas.drawString(x, y, text)
    for n in range(3):
        for x, text in ((80, "Mutu air"), (240, f"{n}"), (380, f"{n + 1}")):
            canvas.drawString(x, 630 - 30 * n, text)


@pytest.mark.parametrize(
    ("draw", "heads", "rows"),
    [
        pytest.param(
            joined_lines,
            ("Sasaran strategis", "Indikator mutu air", "Target"),
            [["Laut yang bersih ini", "Mutu air pesisir", str(n)] for n in range(3)],
            id="joints-in-the-lines",
        ),
        pytest.param(
            shaded_rows, ("Sasaran", "Target"), [[f"Laut {n}", str(n)] for n in range(4)], id="shaded-rows"
        ),
        pytest.param(
            group_head,
            ("Indikator", "Target Kinerja Tahunan Daerah | 2025", "Target Kinerja Tahunan Daerah | 2026"),
            [["Mutu air", str(n), str(n + 1)] for n in range(3)],
            id="group-head-without-lines",
        ),
    ],
)
def test_tables_of_lighter_styles(tmp_path, draw, heads, rows):
    (made,) = from_paper(tmp_path, draw)
    assert made.heads == heads
    assert shown(made) == rows


def unruled(first, *, number_drop=0.0):
    """A list of programs without a line, as performance agreements end with."""

    def draw(canvas):
        for x, text in ((100, "Program"), (330, "Anggaran"), (450, "Keterangan")):
            canvas.drawString(x, 740, text)
        for n in range(4):
            y = 715 - 40 * n
            canvas.drawString(72, y - number_drop, str(first + n))
            canvas.drawString(100, y, "Program Pengelolaan Pesisir")
            canvas.drawString(100, y - 14, "dan Pulau Kecil")
            canvas.drawString(330, y - 7, f"Rp {n}.500.000")
            canvas.drawString(450, y - 7, "APBD")

    return draw


def test_a_numbered_list_under_heads_is_a_table_without_lines(tmp_path):
    (made,) = from_paper(tmp_path, unruled(1))
    assert made.heads == ("", "Program", "Anggaran", "Keterangan")
    assert shown(made) == [
        [str(n + 1), "Program Pengelolaan Pesisir\ndan Pulau Kecil", f"Rp {n}.500.000", "APBD"]
        for n in range(4)
    ]


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(unruled(3), id="not-numbered-from-one"),
        pytest.param(unruled(1, number_drop=20.0), id="numbers-in-the-middle-of-their-rows"),
        pytest.param(prose_on_paper("Program dan kegiatan", "1 satu", "2 dua", "3 tiga"), id="prose"),
    ],
)
def test_what_is_not_surely_a_table_without_lines_stays_text(tmp_path, draw):
    assert from_paper(tmp_path, draw) == ()


def test_a_head_that_stands_on_its_side_is_read(tmp_path):
    (made,) = from_paper(tmp_path, sideways_head)
    assert made.heads == ("Indikator", "Satuan")


@pytest.mark.parametrize("draw", [frame_with_text, highlighted], ids=["frame", "highlighted-text"])
def test_not_everything_with_lines_is_a_table(tmp_path, draw):
    assert from_paper(tmp_path, draw) == ()


def test_slivers_inside_a_table_are_no_tables(tmp_path):
    def strokes(canvas):
        for n in range(3):
            canvas.rect(200 + 4 * n, 600, 2, 60, stroke=1, fill=0)

    assert len(from_paper(tmp_path, together(table(ON_PAPER, WIDTHS), strokes))) == 1


def test_double_borders_make_no_columns(tmp_path):
    def doubled(canvas):
        for x in (72, 76, 200, 204, 300, 304):
            canvas.line(x, 700, x, 600)
        for y in (700, 650, 600):
            canvas.line(72, y, 304, y)
        for x, y, text in ((80, 670, "Sasaran"), (210, 670, "Target"), (80, 620, "Laut"), (210, 620, "80")):
            canvas.drawString(x, y, text)

    (made,) = from_paper(tmp_path, doubled)
    assert made.heads == ("Sasaran", "Target")


def test_words_do_not_reach_over_borders(tmp_path):
    (made,) = from_paper(tmp_path, table([["Sasaran", "Target"], ["Laut", "80"]], [46.0, 60.0]))
    assert made.heads == ("Sasaran", "Target")


def test_text_in_tables_and_prose_are_both_read(tmp_path):
    (made,) = from_paper(
        tmp_path, together(prose_on_paper("Tabel 1 Sasaran laut", top=100.0), table(ON_PAPER, WIDTHS))
    )
    assert made.title == "Tabel 1 Sasaran laut"
