"""Tables that run over pages, their captions, and what parts them. Each trap is a case with its name."""

import pytest
from page_factory import page
from table_pages import FIRST, HEAD, on, read, shown

from selaras.extractors.tables.logical import logical_tables


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


NUMBERED = ["No", "Sasaran", "Indikator", "Target"], ["1", "Laut bersih", "Mutu air", "80"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(["", "Indah", "Sampah", "5"], "~Laut bersih\nIndah", id="no-number-of-its-own"),
        pytest.param(["2", "Indah", "Sampah", "5"], "Indah", id="another-number"),
        pytest.param(["", "Meningkatnya mutu", "Sampah", "5"], "Meningkatnya mutu", id="worded-anew"),
    ],
)
def test_a_numbered_cell_cut_by_the_page_is_put_together(rest, expected):
    (made,) = read(on(1, *NUMBERED), on(2, rest))
    assert shown(made)[1][1] == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(["", "indah", "Sampah", "5"], "~Laut bersih\nindah", id="small-letter"),
        pytest.param(["", "Barat", "Sampah", "5"], "~Laut bersih\nBarat", id="one-word"),
        pytest.param(["", "Darat yang hijau", "Sampah", "5"], "Darat yang hijau", id="a-text-of-its-own"),
    ],
)
def test_a_line_through_a_numbered_cell_does_not_part_it(rest, expected):
    (made,) = read(on(1, *NUMBERED, rest))
    assert shown(made)[1][1] == expected


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


def test_a_cut_row_adds_nothing_to_an_equal_cell_of_the_page_before():
    (made,) = read(
        on(1, ["a", "b", "c"], ["isi", "", ""]),
        on(2, ["a", "b", "c"], ["isi", "", "Laut bersih"]),
        on(3, ["a", "b", "c"], ["isi", "", ""]),
    )
    assert shown(made) == [["isi", None, None], ["isi\nisi", None, "Laut bersih"]]


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


@pytest.mark.parametrize(
    ("rest", "options", "parts"),
    [
        pytest.param(["2", "Darat hijau", "Hutan", "60"], {"left": 90.0}, 1, id="another-margin"),
        pytest.param(
            ["2", "Darat hijau", "Hutan", "60"],
            {"widths": [40.0, 140.0, 90.0, 90.0]},
            1,
            id="columns-fitted-anew-that-hold-the-same",
        ),
        pytest.param(
            ["Darat hijau", "2", "60", "Hutan"],
            {"widths": [40.0, 140.0, 90.0, 90.0]},
            2,
            id="columns-fitted-anew-that-hold-something-else",
        ),
        pytest.param(
            ["2", "Darat hijau", "Hutan", "60"], {"widths": [40.0, 140.0, 90.0, 150.0]}, 2, id="a-wider-table"
        ),
        pytest.param(["", "Hutan", "60"], {"widths": [180.0, 90.0, 90.0]}, 1, id="a-column-left-out"),
        pytest.param(
            ["2", "Darat hijau", "", "Hutan", "60"],
            {"widths": [90.0, 60.0, 30.0, 90.0, 90.0]},
            1,
            id="a-column-drawn-in-two",
        ),
        pytest.param(
            ["2", "Darat", "hijau", "Hutan", "60"],
            {"widths": [90.0, 60.0, 30.0, 90.0, 90.0]},
            2,
            id="a-column-parted-in-two",
        ),
    ],
)
def test_columns_of_the_next_page(rest, options, parts):
    made = read(on(1, *FIRST), on(2, rest, **options))
    assert len(made) == parts
    kept = [cell.text for one in made for row in one.rows for cell in row.cells if cell and not cell.filled]
    assert kept == [*FIRST[1], *filter(None, rest)]


@pytest.mark.parametrize(
    ("heading", "heads"),
    [
        pytest.param("2. PERHUBUNGAN", FIRST[0], id="short-heading"),
        pytest.param("Tabel 4.2 Lain", ["", "", "", ""], id="another-caption"),
        pytest.param(
            "Uraian panjang ini memisahkan dua tabel yang berbeda isi dan kolomnya juga",
            ["", "", "", ""],
            id="prose",
        ),
    ],
)
def test_a_head_printed_once_holds_for_the_tables_under_short_headings(heading, heads):
    grids = [on(1, *FIRST), on(1, ["2", "Darat hijau", "Hutan", "60"], top=300.0)]
    first, second = logical_tables([page((heading, 270.0), number=1, grids=grids)])
    assert (list(first.heads), list(second.heads)) == (FIRST[0], heads)


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
