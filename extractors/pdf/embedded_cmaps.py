"""Fonts whose character codes are explained by a table inside the file.

Such an embedded CMap (PDF 32000-1, 9.7.5.3) is what several typesetters write. pdfminer looks such tables up
by name among those it ships, finds none, and drops every character of the font without a word: whole books
come out empty. Here the table is read from the file itself.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMap, CMapBase, CMapParser
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword, literal_name
from pdfminer.utils import choplist

CID_FONTS = ("CIDFontType0", "CIDFontType2")


class EmbeddedCMap(CMap):
    """From character codes of one or more bytes to glyph numbers (CIDs)."""

    def add_cid2unichr(self, cid: int, code: object) -> None:
        """Take one entry; pdfminer's parser calls it by this name for every kind of table."""
        if not isinstance(code, bytes) or not code:
            return
        place: dict[int, Any] = self.code2cid
        for byte in code[:-1]:
            nested = place.setdefault(byte, {})
            if not isinstance(nested, dict):
                return  # a shorter code already ends here: the table contradicts itself
            place = nested
        place[code[-1]] = cid


class EmbeddedCMapParser(CMapParser):
    """Reads entries in the order that the standard sets: the code, then the glyph number."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take the single entries (cidchar); all else is pdfminer's."""
        if token is not self.KEYWORD_ENDCIDCHAR:
            super().do_keyword(pos, token)
            return
        for code, cid in choplist(2, [item for _, item in self.popall()]):
            if isinstance(cid, int) and isinstance(code, bytes):
                self.cmap.add_cid2unichr(cid, code)


class EmbeddedCMapFont(PDFCIDFont):
    """A CID font that reads its own code table where the file holds one."""

    def get_cmap_from_spec(self, spec: Mapping[str, Any], strict: bool) -> CMapBase:  # noqa: FBT001 (pdfminer's)
        """The embedded table, or what pdfminer finds where there is none."""
        encoding = resolve1(spec.get("Encoding"))
        if not isinstance(encoding, PDFStream):
            return super().get_cmap_from_spec(spec, strict)
        cmap = EmbeddedCMap()
        EmbeddedCMapParser(cmap, BytesIO(encoding.get_data())).run()
        return cmap if cmap.code2cid else super().get_cmap_from_spec(spec, strict)


class FontManager(PDFResourceManager):
    """pdfminer's resource manager with fonts that read their embedded tables."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Make a CID font ourselves; every other font is pdfminer's."""
        if literal_name(spec.get("Subtype", "")) in CID_FONTS:
            return EmbeddedCMapFont(self, spec)
        return super().get_font(objid, spec)
