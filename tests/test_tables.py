"""Grids as drawn become tables as planners mean them. Each trap of real documents is a case with its name."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import grid, page
from pdf_factory import pdf, table, together
from pdf_factory import prose as prose_on_paper

from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tables.logical import logical_tables

HEAD = ["No", "Sasaran", "Indikator", "Target"]


def read(*grids, above=(), below=()):
    """Tables of pages with one grid each; `above` and `below` are texts by page."""
    pages = [
        page(
            *((text, 150.0) for text in above[n : n + 1] if text),
            *((text, 700.0) for text in below[n : n + 1] if text),
            number=n + 1,
            grids=[made],
        )
        for n, made in enumerate(grids)
    ]
    return logical_tables(pages)


def on(number, *rows, **options):
    return grid(*rows, number=number, **options)


def shown(made):
    """Rows of a table as texts; "~" marks what was filled in, None what is empty, a string a section."""
    return [
        row.section.text
        if row.section
        else [cell and ("~" if cell.filled else "") + cell.text for cell in row.cells]
        for row in made.rows
    ]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        pytest.param([["Sasaran", "Target"], ["Laut bersih", "80"]], ("Sasaran", "Target"), id="one-row"),
        pytest.param(
            [["Sasaran", "Target", "<"], [None, "2025", "2026"], ["Laut bersih", "80", "85"]],
            ("Sasaran", "Target | 2025", "Target | 2026"),
            id="group-head-over-years",
        ),
        pytest.param(
            [
                ["No", "Program", "Target Kinerja", "<", "<", "<"],
                [None, None, "2025", "<", "2026", "<"],
                [None, None, "Target", "Rp", "Target", "Rp"],
                ["1", "Program Laut", "80", "100", "85", "120"],
            ],
            (
                "No",
                "Program",
                "Target Kinerja | 2025 | Target",
                "Target Kinerja | 2025 | Rp",
                "Target Kinerja | 2026 | Target",
                "Target Kinerja | 2026 | Rp",
            ),
            id="three-rows-of-heads",
        ),
        pytest.param(
            [
                ["Indikator", "Target Tahun ke-", "<", "<"],
                [None, "1", "2", "3"],
                ["Mutu air", "70", "75", "80"],
            ],
            ("Indikator", "Target Tahun ke- | 1", "Target Tahun ke- | 2", "Target Tahun ke- | 3"),
            id="bare-years-of-a-period-are-heads-not-column-numbers",
        ),
        pytest.param(
            [["Indikator", "S\na\nt\nu\na\nn", "Targe\nt\nRenst\nra"], ["Mutu air", "%", "80"]],
            ("Indikator", "Satuan", "Target Renstra"),
            id="squeezed-heads",
        ),
        pytest.param(
            [["Indikator", "Kondisi\nKinerja pada\nawal periode"], ["Mutu air", "80"]],
            ("Indikator", "Kondisi Kinerja pada awal periode"),
            id="lines-of-whole-words",
        ),
        pytest.param(
            [["Muatan", "Isi pokok"], ["1", "2"], ["Laut", "Bersih"]],
            ("Muatan", "Isi pokok"),
            id="unknown-words-over-numbers",
        ),
        pytest.param(
            [["No.", "Kerawanan"], ["1.", "Abrasi"]], ("No.", "Kerawanan"), id="number-column-first"
        ),
        pytest.param([["Laut", "Bersih"], ["Darat", "Hijau"]], ("", ""), id="no-head"),
    ],
)
def test_heads(rows, heads):
    (made,) = read(on(1, *rows))
    assert made.heads == heads
    assert len(made.rows) >= 1


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param(["1", "2", "3", "4"], id="plain"),
        pytest.param(["(1)", "(2)", "(3)", "(4)"], id="brackets"),
        pytest.param(["1", "2", "4", "5"], id="one-is-missing"),
        pytest.param(["(1)", "(2)", "(3)", "(4)=(3)/(2)x100%"], id="with-the-sum"),
    ],
)
def test_rows_of_column_numbers_are_dropped_on_every_page(numbers):
    data = ["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "Tutupan hutan", "60"]
    (made,) = read(on(1, HEAD, numbers, data[0]), on(2, HEAD, numbers, data[1]))
    assert shown(made) == list(map(list, data))
    assert made.pages == (1, 2)


def test_numbers_that_are_data_stay():
    (made,) = read(
        on(
            1,
            ["Indikator", "Target 2025", "Target 2026"],
            ["Jumlah pelabuhan", "1", "2"],
            ["Kapal", "2", "3"],
        )
    )
    assert shown(made) == [["Jumlah pelabuhan", "1", "2"], ["Kapal", "2", "3"]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], [None, None, "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["~1", "~Laut bersih", "Sampah laut", "5"]],
            id="merged-cells",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], [None, None, "Sampah laut", None]],
            [["1", "Laut bersih", "Mutu air", "80"], ["~1", "~Laut bersih", "Sampah laut", None]],
            id="values-are-never-filled",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["", "", "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], [None, "~Laut bersih", "Sampah laut", "5"]],
            id="blank-cell-under-its-statement",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["2", "", "Sampah laut", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", None, "Sampah laut", "5"]],
            id="a-new-number-begins-something-else",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "", "5"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", None, "5"]],
            id="a-blank-right-of-a-text-is-blank",
        ),
        pytest.param(
            [HEAD, ["Tujuan 1: Laut lestari", "<", "<", "<"], ["1", "Laut bersih", "Mutu air", "80"]],
            ["Tujuan 1: Laut lestari", ["1", "Laut bersih", "Mutu air", "80"]],
            id="full-width-row",
        ),
        pytest.param(
            [HEAD, ["A.", "Urusan kelautan", "<", "<"], ["1", "Laut bersih", "Mutu air", "80"]],
            ["A. Urusan kelautan", ["1", "Laut bersih", "Mutu air", "80"]],
            id="numbered-full-width-row",
        ),
        pytest.param(
            [
                HEAD,
                ["1", "Laut bersih", "Mutu air", "80"],
                ["Tujuan 2", "<", "<", "<"],
                ["", "", "Sampah", "5"],
            ],
            [["1", "Laut bersih", "Mutu air", "80"], "Tujuan 2", [None, None, "Sampah", "5"]],
            id="nothing-is-filled-across-a-full-width-row",
        ),
        pytest.param(
            [["Tujuan 1: Laut lestari", "<", "<", "<"], HEAD, ["1", "Laut bersih", "Mutu air", "80"]],
            ["Tujuan 1: Laut lestari", ["1", "Laut bersih", "Mutu air", "80"]],
            id="full-width-row-above-the-head",
        ),
        pytest.param(
            [HEAD, ["1", "Laut bersih", "Mutu air", "80"], HEAD, ["2", "Darat hijau", "Tutupan hutan", "60"]],
            [["1", "Laut bersih", "Mutu air", "80"], ["2", "Darat hijau", "Tutupan hutan", "60"]],
            id="head-repeated-half-way",
        ),
    ],
)
def test_rows(rows, expected):
    (made,) = read(on(1, *rows))
    assert shown(made) == expected


def test_numbers_in_the_middle_of_a_table_are_data():
    head = ["Target 2025", "Target 2026", "Target 2027"]
    (made,) = read(on(1, head, ["5", "2", "9"], ["1", "2", "3"]))
    assert shown(made) == [["5", "2", "9"], ["1", "2", "3"]]


def test_one_grid_may_hold_two_tables():
    first, second = read(
        on(
            1,
            ["VISI (RPJMD)", ": Laut lestari", "<", "<"],
            ["Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"],
            ["Laut bersih", "Mutu air naik", "Menjaga muara", "Pengawasan muara"],
        )
    )
    assert shown(first) == [["VISI (RPJMD)", ": Laut lestari", None, None]]
    assert second.heads == ("Tujuan", "Sasaran", "Strategi", "Arah Kebijakan")


FIRST = (HEAD, ["1", "Laut bersih", "Mutu air", "80"])


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param(
            [HEAD, ["2", "Darat hijau", "Hutan", "60"]],
            ["2", "Darat hijau", "Hutan", "60"],
            id="head-repeated",
        ),
        pytest.param(
            [["2", "Darat hijau", "Hutan", "60"]], ["2", "Darat hijau", "Hutan", "60"], id="no-head"
        ),
        pytest.param(
            [["", "", "Sampah", "5"]],
            [None, "~Laut bersih", "Sampah", "5"],
            id="merged-cell-goes-on-as-blank",
        ),
    ],
)
def test_tables_go_on_over_pages(second, expected):
    (made,) = read(on(1, *FIRST), on(2, *second))
    assert made.pages == (1, 2)
    assert shown(made)[-1] == expected
    assert [row.page for row in made.rows] == [1, 2]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(
            ["", "", "dan air tanah", ""],
            ["1", "Laut bersih", "Mutu air\ndan air tanah", "80"],
            id="small-letter",
        ),
        pytest.param(
            ["", "", "Tanah", ""], ["1", "Laut bersih", "Mutu air\nTanah", "80"], id="no-number-and-no-value"
        ),
        pytest.param(
            ["", "dan indah", "dan tanah", ""],
            ["1", "Laut bersih\ndan indah", "Mutu air\ndan tanah", "80"],
            id="two-cells",
        ),
    ],
)
def test_a_row_cut_by_the_page_is_put_together(rest, expected):
    two = [*FIRST[:1], ["3", "Udara segar", "Debu", "9"], FIRST[1]]
    (made,) = read(on(1, *two), on(2, rest, ["2", "Darat hijau", "Hutan", "60"]))
    assert shown(made)[1:] == [expected, ["2", "Darat hijau", "Hutan", "60"]]


def test_rows_that_every_page_repeats_are_the_head():
    head = ["Muara", "Terumbu"], ["Utara", "Selatan"]
    (made,) = read(on(1, *head, ["12", "7"]), on(2, *head, ["9", "3"]), on(3, *head, ["8", "2"]))
    assert made.heads == ("Muara | Utara", "Terumbu | Selatan")
    assert shown(made) == [["12", "7"], ["9", "3"], ["8", "2"]]


def test_the_rest_of_a_merged_cell_goes_to_all_rows_that_it_covers():
    head = ["Sasaran", "Indikator", "Target"]
    (made,) = read(
        on(1, head, ["Laut bersih", "Mutu air", "80"], [None, "Sampah", "5"]),
        on(2, head, ["dan indah", "Karang", "70"]),
    )
    assert [row[0] for row in shown(made)] == [
        "Laut bersih\ndan indah",
        "~Laut bersih\ndan indah",
        "~Laut bersih\ndan indah",
    ]


@pytest.mark.parametrize(
    ("first", "second", "above", "below"),
    [
        pytest.param(
            FIRST, [["Program", "Pagu", "Lokasi", "Ket"], ["a", "1", "b", "c"]], (), (), id="another-head"
        ),
        pytest.param(FIRST, [["2", "Darat hijau", "60"]], (), (), id="other-columns"),
        pytest.param(
            FIRST, [["2", "Darat", "Hutan", "60"]], ("", "Tabel berikut lain sekali"), (), id="text-above"
        ),
        pytest.param(
            FIRST, [["2", "Darat", "Hutan", "60"]], (), ("Demikian tabel di atas",), id="text-below"
        ),
    ],
)
def test_tables_that_are_not_one(first, second, above, below):
    assert len(read(on(1, *first), on(2, *second), above=above, below=below)) == 2


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param((), ("Sumber: Bappeda",), id="source"),
        pytest.param((), ("*) angka sementara",), id="footnote"),
        pytest.param(("", "Tabel 2.1 (lanjutan)"), (), id="continued"),
        pytest.param(("", "Lembar 2 dari 13"), (), id="sheet-number"),
    ],
)
def test_notes_do_not_part_a_table(above, below):
    assert len(read(on(1, *FIRST), on(2, ["2", "Darat", "Hutan", "60"]), above=above, below=below)) == 1


def test_a_table_may_shift_with_the_margin_but_not_change_its_columns():
    rows = ["2", "Darat hijau", "Hutan", "60"]
    assert len(read(on(1, *FIRST), on(2, rows, left=90.0))) == 1
    assert len(read(on(1, *FIRST), on(2, rows, widths=[40.0, 140.0, 90.0, 90.0]))) == 2


def test_pages_between_part_a_table():
    pages = [
        page(number=1, grids=[on(1, *FIRST)]),
        page(("Prosa", 300.0), number=2),
        page(number=3, grids=[on(3, *FIRST)]),
    ]
    assert len(logical_tables(pages)) == 2


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["Prosa", "Tabel 4.1", "Tujuan dan Sasaran"], "Tabel 4.1 Tujuan dan Sasaran", id="two-lines"
        ),
        pytest.param(
            ["Tabel T-C. 28. Indikator Kinerja"],
            "Tabel T-C. 28. Indikator Kinerja",
            id="letters-in-the-number",
        ),
        pytest.param(
            ["PERJANJIAN KINERJA TAHUN 2025", "DINAS SAMUDRA"],
            "PERJANJIAN KINERJA TAHUN 2025 DINAS SAMUDRA",
            id="capitals",
        ),
        pytest.param(["Uraian berikut menjelaskan sasaran"], None, id="prose-is-no-caption"),
        pytest.param(["Tabel berikut ini memuat sasaran"], None, id="prose-about-a-table"),
    ],
)
def test_titles(lines, title):
    top = 200.0 - 14.0 * len(lines)
    made = page(*((text, top + 14.0 * n) for n, text in enumerate(lines)), grids=[on(1, *FIRST)])
    assert logical_tables([made])[0].title == title


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


texts = st.sampled_from(
    ["", "Laut bersih", "dan indah", "Mutu air", "80", "2025", "1", "(2)", "Tujuan 1: laut", "Target"]
)
made_rows = st.lists(
    st.lists(st.one_of(st.none(), texts, st.just("<")), min_size=3, max_size=3), min_size=1, max_size=6
)


def proper(rows):
    """Rows in which every covered place has a cell above or beside it, with text in each row and column."""
    fixed = []
    for y, row in enumerate(rows):
        cells = [
            "" if (cell is None and y == 0) or (cell == "<" and x == 0) else cell
            for x, cell in enumerate(row)
        ]
        cells = [
            "" if cell == "<" and (cells[x - 1] is None or (y == 0 and x == 1)) else cell
            for x, cell in enumerate(cells)
        ]
        cells = ["" if cell is None and fixed[-1][x] == "<" else cell for x, cell in enumerate(cells)]
        fixed.append([cell if cell or x else "isi" for x, cell in enumerate(cells)])
    return [["a", "b", "c"], *fixed]


@given(st.lists(made_rows, min_size=1, max_size=3))
def test_filling_and_joining_invent_nothing_and_lose_nothing(drawn):
    grids = [on(n, *proper(rows)) for n, rows in enumerate(drawn, start=1)]
    made = read(*grids)
    cells = [cell for one in made for row in one.rows for cell in (*row.cells, row.section) if cell]
    printed = Counter(
        word for one in grids for row in one.rows for cell in row if cell for word in cell.text.split()
    )
    kept = Counter(word for cell in cells if not cell.filled for word in cell.text.split())
    heads = {word for one in made for head in one.heads for word in head.split()}
    assert {word for cell in cells for word in cell.text.split()} <= printed.keys()
    assert kept <= printed
    assert (printed - kept).keys() <= heads | {"1", "(2)"}  # rows that count the columns


@given(made_rows)
def test_every_row_has_a_cell_for_each_head(drawn):
    for made in read(on(1, *proper(drawn))):
        assert {len(row.cells) for row in made.rows} <= {len(made.heads)}
