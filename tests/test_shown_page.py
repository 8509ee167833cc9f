"""Pages of pdfplumber whose characters come from pdfium: the same as pdfminer's, or what is shown."""

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pdf_factory import PAGE_HEIGHT, pdf, prose, shown, table, together
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, RectangleObject
from pypdfium2 import PdfiumError

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
GRID = [["Indikator", "Target"], ["Angka harapan hidup", "79,51"], ["Indeks pelayanan", "3,9"]]
TABLE = table(GRID, [200, 100])


def text(page) -> str:
    return "".join(char["text"] for char in page.chars)


def changed(data: bytes, change) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer.pages[0])
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def inked(page):
    """Characters with their places, in an order that does not depend on the reader."""
    chars = [char for char in page.chars if not char["text"].isspace()]
    edges = ("x0", "top", "x1", "bottom", "size")
    found = [(char["text"], *(round(char[edge], 1) for edge in edges), char["upright"]) for char in chars]
    return sorted(found, key=lambda item: (item[2], item[1], item[0]))


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_characters_stand_where_pdfminer_sees_them(path):
    with pdfplumber.open(path) as document:
        for number, page in enumerate(document.pages[:4], start=1):
            if "(cid:" in text(page):  # pdfminer does not know all bullets, nor how wide they are
                continue
            ours, theirs = inked(shown(path.read_bytes(), number)), inked(page)
            assert [(one[0], one[-1]) for one in ours] == [(one[0], one[-1]) for one in theirs]
            for one, other in zip(ours, theirs, strict=True):
                # Of fonts that are not in the file each library has its own descent.
                assert one[1:6] == pytest.approx(other[1:6], abs=0.05 * one[5])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_viewers_show_it(turn):
    data = changed(pdf(together(prose("Tujuan dan sasaran"), TABLE)), lambda page: page.rotate(turn))
    with pdfplumber.open(BytesIO(data)) as document:
        theirs = document.pages[0]
        ours = shown(data)
        assert (ours.width, ours.height) == pytest.approx(
            (float(theirs.width), float(theirs.height)), abs=0.01
        )
        places = [
            sorted(
                (char["text"], round(char["x0"]), round(char["top"]))
                for char in side.chars
                if char["text"] != " "
            )
            for side in (ours, theirs)
        ]
        assert places[0] == places[1]
        assert {char["upright"] for char in ours.chars} == {char["upright"] for char in theirs.chars}


def test_places_count_from_the_corner_of_what_is_shown():
    data = pdf(prose("Tujuan", left=100, top=120))
    whole = shown(data).chars[0]

    def crop(page):
        page.cropbox = RectangleObject((40, 60, 500, PAGE_HEIGHT - 30))

    cut = shown(changed(data, crop))
    assert (cut.width, cut.height) == pytest.approx((460, PAGE_HEIGHT - 90), abs=0.1)
    assert cut.chars[0]["x0"] == pytest.approx(whole["x0"] - 40, abs=0.01)
    assert cut.chars[0]["top"] == pytest.approx(whole["top"] - 30, abs=0.01)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Tujuan dan sasaran ", id="blanks"),
        pytest.param("penyeleng-", id="hyphen-at-the-end-of-a-line"),
        pytest.param("a - b", id="hyphen-between-blanks"),
        pytest.param('(1) 4,5 % / Rp10.000; "mutu"', id="signs"),
    ],
)
def test_text_is_what_was_printed(line):
    assert text(shown(pdf(prose(line, "garaan jasa")))) == f"{line}garaan jasa"


def spaced(canvas):
    canvas.drawString(72, 700, "Kota", charSpace=12)


def apart(canvas):
    canvas.drawString(72, 700, "Kota")
    canvas.drawString(200, 700, "Arunika")


def hollow(canvas):
    canvas.drawString(72, 700, "Visi")
    canvas.drawString(91, 700, " ")
    canvas.drawString(92, 700, "Misi")


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        pytest.param(spaced, "Kota", id="wide-letters"),
        pytest.param(apart, "KotaArunika", id="two-columns"),
    ],
)
def test_no_blank_is_put_in_where_none_was_printed(draw, expected):
    assert text(shown(pdf(draw))) == expected


def test_a_text_of_a_blank_alone_parts_words():
    blanks = [char for char in shown(pdf(hollow)).chars if char["text"] == " "]
    assert [round(char["x0"]) for char in blanks] == [91]


def mapped(data: bytes, code: str, meaning: str) -> bytes:
    """The same PDF, in which a letter of the font stands for something else."""

    def change(page):
        table = DecodedStreamObject()
        table.set_data(
            b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
            + f"1 beginbfchar <{code}> <{meaning}> endbfchar endcmap end".encode()
        )
        for font in page["/Resources"]["/Font"].values():
            font.get_object()[NameObject("/ToUnicode")] = page.indirect_reference.pdf._add_object(table)

    return changed(data, change)


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [
        pytest.param("00660069", "efisien", id="a-ligature-is-one-character"),
        pytest.param("D83DDCD6", "e\N{OPEN BOOK}sien", id="a-rare-character-is-whole"),
        pytest.param("FFFD", "e\ufffdsien", id="a-character-without-meaning"),
    ],
)
def test_one_glyph_is_one_character(meaning, expected):
    page = shown(mapped(pdf(prose("eXsien")), "58", meaning))
    assert text(page) == expected
    assert len(page.chars) == len("eXsien")
    wide = shown(pdf(prose("eXsien"))).chars
    assert page.chars[2]["x0"] - page.chars[1]["x1"] < 0.1 * wide[1]["size"]


def clipped(canvas):
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(60, 690, 300, 30)
    canvas.clipPath(path, stroke=0)
    for row, line in enumerate(("sasaran", "x", "y", "z")):
        canvas.drawString(72, 700 - 20 * row, line)
    canvas.restoreState()
    canvas.drawString(72, 500, "tujuan dan sasaran")


def test_what_a_clipping_path_hides_is_not_there():
    assert text(shown(pdf(clipped))) == "sasarantujuan dan sasaran"


def test_a_clipping_path_that_would_hide_most_was_misunderstood():
    def draw(canvas):
        path = canvas.beginPath()
        path.rect(0, 0, 5, 5)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(72, 700, "Tujuan")

    assert text(shown(pdf(draw))) == "Tujuan"


def test_pdfplumber_finds_tables_text_and_pictures_on_it():
    page = shown(pdf(together(prose("Tabel 1"), TABLE)))
    assert page.extract_tables() == [GRID]
    assert page.crop((0, 0, page.width, 100)).extract_text() == "Tabel 1"
    assert page.to_image(resolution=72).original.size == (596, 842)


def test_a_page_that_is_not_there_is_an_error():
    with pytest.raises(PdfiumError):
        shown(pdf(prose("Tujuan")), number=2)
