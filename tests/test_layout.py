"""Words become lines in reading order; what belongs to the paper is left out, and nothing else is."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import HEIGHT, grid, page, words
from pdf_factory import pdf, prose

from selaras.extractors.layout.lines import body_lines, running_lines
from selaras.extractors.pages.page import Page, PageKind
from selaras.extractors.pages.page_kinds import find_kind, page_warnings
from selaras.extractors.pages.shown_place import shown_box
from selaras.extractors.pdf.sandbox import read_pages

PROSE = "Laut yang terjaga memberi nelayan ikan sepanjang tahun"


def texts(*pages):
    return [line.text for line in body_lines(pages)]


def numbered(count, *lines):
    """Pages that share lines; "{n}" is the page's number."""
    return [
        page(
            *((text.format(n=n), *place) for text, *place in lines),
            (f"Isi halaman {chr(64 + n)}", 300.0),
            number=n,
        )
        for n in range(1, count + 1)
    ]


def test_lines_run_from_the_top_whatever_the_order_of_the_file():
    assert texts(page(("kedua", 120.0), ("pertama", 100.0), ("ketiga", 140.0))) == [
        "pertama",
        "kedua",
        "ketiga",
    ]


def test_words_of_one_line_may_differ_in_height():
    line = [*words("Indeks"), *words("2)", left=103.0, top=98.5, size=6.0)]
    assert texts(Page(1, 595.0, 842.0, PageKind.TEXT, tuple(line))) == ["Indeks 2)"]


def test_text_inside_grids_is_left_to_the_tables():
    table = grid(["Sasaran", "Target"], ["Laut bersih", "80"], top=200.0)
    assert texts(page(("sebelum", 150.0), ("Laut", 225.0), ("sesudah", 300.0), grids=[table])) == [
        "sebelum",
        "sesudah",
    ]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        pytest.param("Rencana Strategis Dinas Samudra", (40.0,), id="running-head"),
        pytest.param("Rencana Strategis | {n}", (40.0,), id="head-with-the-page-number"),
        pytest.param("R e n c a n a  S t r a t e g i s  2 0 2 5", (800.0,), id="letter-spaced-foot"),
        pytest.param("Tahun 2025 -2029", (790.0, 400.0), id="foot-on-the-right"),
    ],
)
def test_running_heads_are_dropped_and_can_be_asked_for(head, place):
    pages = numbered(4, (head, *place))
    assert texts(*pages) == [f"Isi halaman {letter}" for letter in "ABCD"]
    assert len(running_lines(pages)) == (4 if "{n}" in head else 1)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        pytest.param(("Tujuan dan sasaran", 40.0), 2, id="two-pages-prove-nothing"),
        pytest.param(("Misi {n} berbunyi", 420.0), 5, id="numbered-text-at-one-place"),
    ],
)
def test_text_that_only_looks_repeated_stays(line, count):
    kept = texts(*numbered(count, line))
    assert sum("Isi" not in text for text in kept) == count


def test_a_heading_is_no_running_head_though_it_says_the_same():
    pages = numbered(5, ("Bab II Tujuan", 30.0))
    pages[0] = page(("Bab II Tujuan", 90.0), ("Isi halaman A", 300.0))
    assert texts(*pages)[0] == "Bab II Tujuan"


@pytest.mark.parametrize(
    ("number", "top"),
    [
        pytest.param("12", 800.0, id="arabic"),
        pytest.param("xiv", 800.0, id="roman"),
        pytest.param("- 12 -", 800.0, id="between-dashes"),
        pytest.param("Halaman 12", 30.0, id="word-at-the-top"),
        pytest.param("IV-12", 800.0, id="chapter-and-page"),
        pytest.param("Bab II - 3", 800.0, id="named-chapter-and-page"),
        pytest.param("12 | Page", 800.0, id="english-template"),
        pytest.param("3 dari 24", 800.0, id="of-how-many"),
    ],
)
def test_page_numbers_are_dropped(number, top):
    assert texts(page((PROSE, 300.0), (number, top))) == [PROSE]


@pytest.mark.parametrize(
    ("text", "top"),
    [
        pytest.param("BAB VI", 60.0, id="chapter-at-the-top"),
        pytest.param("12", 400.0, id="number-in-the-middle"),
        pytest.param("II. TUJUAN", 60.0, id="numbered-heading"),
    ],
)
def test_headings_are_no_page_numbers(text, top):
    assert text in texts(page((text, top), (PROSE, 500.0)))


def test_a_number_beside_the_first_line_of_a_list_is_kept():
    assert texts(page(("Program", 40.0), ("1", 60.0), (PROSE, 75.0))) == ["Program", "1", PROSE]


def test_watermarks_are_dropped_wherever_they_stand():
    assert texts(*numbered(6, ("Klik untuk membeli", 420.0, 200.0))) == [f"Isi halaman {x}" for x in "ABCDEF"]


@pytest.mark.parametrize("entry", ["4.2 Tujuan ........ 39", "Visi . . . . . . . . iv", "Lampiran …… 12"])
def test_entries_of_the_contents_are_dropped(entry):
    assert texts(page((entry, 300.0), (PROSE, 320.0))) == [PROSE]


@pytest.mark.parametrize(
    "line", ["Tanda tangan ....................", "Jakarta, ........ 2025 ...", "dan lain-lain..."]
)
def test_dots_that_lead_to_no_number_stay(line):
    assert texts(page((line, 300.0))) == [line]


def test_a_page_of_contents_is_dropped_whole():
    entries = [(f"{n}. Bab tentang laut ........ {n}", 100.0 + 20 * n) for n in range(1, 8)]
    assert texts(page(("DAFTAR ISI", 80.0), *entries, ("Tabel 3.1 Sasaran yang panjang", 280.0))) == []


def columns(*, rows=12, left="kata kata kata kata kata", right="isi isi isi isi isi isi", gap=330.0):
    lines = [((f"L{n} {left}", 200.0 + 20 * n), (f"R{n} {right}", 200.0 + 20 * n, gap)) for n in range(rows)]
    return [line for pair in lines for line in pair]


def test_two_columns_are_read_one_after_the_other():
    starts = [text.split()[0] for text in texts(page(*columns()))]
    assert starts == [f"L{n}" for n in range(12)] + [f"R{n}" for n in range(12)]


def test_a_heading_over_both_columns_parts_them():
    wide = ("Judul yang membentang melintasi kedua kolom halaman ini dari kiri sampai ke kanan", 310.0)
    upper = [line for line in columns() if line[1] < 310.0]
    lower = [line for line in columns() if line[1] > 310.0]
    starts = [text.split()[0] for text in texts(page(*upper, wide, *lower))]
    assert starts.index("Judul") == len(upper)
    assert starts[:6] == [f"L{n}" for n in range(6)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(columns(rows=5), id="too-few-rows"),
        pytest.param(columns(left="ya", right="isi isi isi isi"), id="labels-and-values"),
        pytest.param([(PROSE + " dan laut", 100.0 + 20 * n) for n in range(20)], id="one-column"),
    ],
)
def test_what_is_not_set_in_columns_is_read_in_rows(lines):
    tops = [line.box[1] for line in body_lines([page(*lines)])]
    assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("text", "pictured", "kind"),
    [
        pytest.param("", True, PageKind.SCAN, id="picture-only"),
        pytest.param("hlm 3", True, PageKind.SCAN, id="picture-with-a-stamp"),
        pytest.param("", False, PageKind.BLANK, id="nothing"),
        pytest.param("hlm 3", False, PageKind.TEXT, id="a-few-words"),
        pytest.param(" ".join([PROSE] * 8), True, PageKind.TEXT, id="text-with-pictures"),
        pytest.param(
            "c G EI C' iEI TF $s 8e f,s il {g gF F T E$ Eo Eg gE II ls Ig " * 4,
            True,
            PageKind.SOUP,
            id="soup",
        ),
        pytest.param("79,51 80,00 Rp 1.000 2025 2026 " * 20, False, PageKind.TEXT, id="numbers-are-no-soup"),
        pytest.param(
            "kine~a be~anji diperfukan peme1intah kebljakan daerah " * 9, True, PageKind.SOUP, id="bad-ocr"
        ),
        pytest.param(
            "PDRB IPM UMKM BUMD PMKS SPBE SAKIP WTP Dinas Laut " * 9, False, PageKind.TEXT, id="acronyms"
        ),
    ],
)
def test_kinds_of_pages(text, pictured, kind):
    assert find_kind(words(text), pictures=pictured, covered=pictured) is kind


def test_small_pictures_make_a_scan_only_of_a_page_without_words():
    assert find_kind(words("hlm 3"), pictures=True, covered=False) is PageKind.TEXT
    assert find_kind([], pictures=True, covered=False) is PageKind.SCAN


def test_pages_without_text_are_warned_of():
    pages = [Page(n, 1.0, 1.0, kind) for n, kind in enumerate(PageKind, start=1)]
    warned = {warning.message.code: warning.page for warning in page_warnings(pages)}
    places = {kind: n for n, kind in enumerate(PageKind, start=1)}
    unread = (PageKind.SCAN, PageKind.SOUP, PageKind.FAILED)
    assert warned == {f"reading.{kind}_page": places[kind] for kind in unread}


def sideways(canvas):
    canvas.translate(300, 100)
    canvas.rotate(90)
    for row in range(4):
        canvas.drawString(0, -14 * row, f"Baris {row} dari tabel yang dicetak miring")


def twice(canvas):
    for shift in (0.0, 0.4):
        canvas.drawString(72 + shift, 700, "Rencana Strategis")


def clipped(canvas):
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 690, 300, 30)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(72, 700, "tampak bagi pembaca karena di dalam")
    canvas.drawString(72, 600, "luput")
    canvas.restoreState()
    canvas.drawString(72, 500, "bebas")


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        pytest.param(
            sideways, [f"Baris {n} dari tabel yang dicetak miring" for n in range(4)], id="sideways"
        ),
        pytest.param(twice, ["Rencana Strategis"], id="printed-twice-to-look-bold"),
        pytest.param(
            clipped, ["tampak bagi pembaca karena di dalam", "bebas"], id="hidden-by-a-clipping-path"
        ),
        pytest.param(
            lambda canvas: canvas.drawString(700, 700, "luar") or canvas.drawString(72, 700, "dalam"),
            ["dalam"],
            id="off-the-page",
        ),
    ],
)
def test_a_page_is_read_as_it_is_seen(tmp_path, draw, expected):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(draw))
    assert texts(*read_pages(path).pages) == expected


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_turned_by_its_flag_is_read_as_shown(tmp_path, degrees):
    def turned(canvas):
        canvas.setPageRotation(degrees)
        canvas.saveState()
        canvas.translate(300, 400)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "Tujuan")
        canvas.restoreState()

    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(turned))
    (shown,) = read_pages(path).pages
    assert [word.text for word in shown.words] == ["Tujuan"]
    assert shown.width < shown.height  # the factory lays the sheet so that it is shown upright
    assert shown.words[0].box[0] < shown.words[0].box[2] <= shown.width


def test_places_on_a_turned_page_can_be_shown(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(sideways))
    (read,) = read_pages(path).pages
    assert read.turned == 90
    first = shown_box(read, read.words[0].box)
    assert (
        285 < first[0] < first[2] < 305
    )  # the column of letters that begins 100 points above the lower edge
    assert HEIGHT - 135 < first[1] < first[3] < HEIGHT - 95


def test_bold_and_size_are_kept(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(prose("Tujuan", font="Helvetica-Bold"), prose("tujuan")))
    assert [(line.text, line.bold, round(line.size)) for line in body_lines(read_pages(path).pages)] == [
        ("Tujuan", True, 10),
        ("tujuan", False, 10),
    ]


lines_on_pages = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(["12", "Tujuan dan Sasaran", "Rencana Strategis", PROSE]), st.integers(3, 80)
        ),
        max_size=8,
    ),
    max_size=6,
)


@given(lines_on_pages)
def test_no_word_is_invented_or_doubled(drawn):
    pages = [
        page(*((text, 10.0 * top) for text, top in lines), number=n) for n, lines in enumerate(drawn, start=1)
    ]
    printed = Counter((one.number, word.text) for one in pages for word in one.words)
    read = Counter((line.page, word) for line in body_lines(pages) for word in line.text.split())
    assert read <= printed


@given(lines_on_pages)
def test_lines_keep_the_order_of_pages(drawn):
    pages = [
        page(*((text, 10.0 * top) for text, top in lines), number=n) for n, lines in enumerate(drawn, start=1)
    ]
    numbers = [line.page for line in body_lines(pages)]
    assert numbers == sorted(numbers)
