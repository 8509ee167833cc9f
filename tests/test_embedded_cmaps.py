"""Fonts that explain their character codes by a table inside the file."""

from io import BytesIO

import pytest
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from selaras.extractors.pdf.embedded_cmaps import (
    EmbeddedCMap,
    EmbeddedCMapFont,
    EmbeddedCMapParser,
    FontManager,
)

HEAD = b"begincmap /CMapName /Own-0 def 1 begincodespacerange <0000> <ffff> endcodespacerange "


def read(table: bytes) -> EmbeddedCMap:
    cmap = EmbeddedCMap()
    EmbeddedCMapParser(cmap, BytesIO(HEAD + table + b" endcmap")).run()
    return cmap


@pytest.mark.parametrize(
    ("table", "code", "cids"),
    [
        pytest.param(
            b"2 begincidchar <0003> 3 <002c> 44 endcidchar", b"\x00\x2c\x00\x03", [44, 3], id="single-codes"
        ),
        pytest.param(b"1 begincidrange <0010> <0012> 7 endcidrange", b"\x00\x11", [8], id="range"),
        pytest.param(b"1 begincidchar <41> 5 endcidchar", b"A", [5], id="one-byte-code"),
        pytest.param(
            b"1 begincidchar 3 <0003> endcidchar", b"\x00\x03", [], id="entries-in-wrong-order-are-left"
        ),
        pytest.param(
            b"2 begincidchar <00> 1 <0003> 3 endcidchar", b"\x00", [1], id="a-code-inside-another-is-left"
        ),
    ],
)
def test_codes_become_glyph_numbers(table, code, cids):
    assert list(read(table).decode(code)) == cids


def font(encoding):
    spec = {"Subtype": LIT("CIDFontType2"), "BaseFont": LIT("Own"), "Encoding": encoding}
    return FontManager().get_font(None, spec)


def test_font_reads_the_table_of_its_own_file():
    encoding = PDFStream({"CMapName": LIT("Own-0")}, HEAD + b"1 begincidchar <0003> 3 endcidchar endcmap")
    assert isinstance(font(encoding), EmbeddedCMapFont)
    assert list(font(encoding).cmap.decode(b"\x00\x03")) == [3]


def test_named_tables_are_left_to_pdfminer():
    assert list(font(LIT("Identity-H")).cmap.decode(b"\x00\x03")) == [3]


def test_an_empty_table_breaks_nothing():
    assert list(font(PDFStream({"CMapName": LIT("Own-0")}, b"")).cmap.decode(b"\x00\x03")) == []
