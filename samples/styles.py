"""Fonts, colours and paragraph styles of the sample documents.

Only the standard fonts of PDF are used: nothing is embedded, and the files are the same on every machine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

FAMILIES = {
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
}
ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}

Mark = tuple[str, str]  # ("statement", key), ("indicator", key) or ("heading", number and title)


class MarkingCanvas(Canvas):  # type: ignore[misc]  # the library ships no types
    """A canvas that notes the first page on which each marked paragraph is drawn."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.marks: dict[Mark, int] = {}


class Marked(Paragraph):  # type: ignore[misc]  # the library ships no types
    """A paragraph that is never cut by the end of a page and notes its page when it is drawn."""

    def __init__(self, text: str, style: ParagraphStyle, *, mark: Mark) -> None:
        super().__init__(text, style)
        self.mark = mark

    def draw(self) -> None:
        """Draw the paragraph and note the page."""
        self.canv.marks.setdefault(self.mark, self.canv.getPageNumber())
        super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Paragraph]:  # noqa: ARG002, N803
        """Refuse, so that the whole paragraph goes to the next page."""
        return []


@dataclass(frozen=True, slots=True)
class Look:
    """How one document looks; sizes in points, colours as #rrggbb."""

    font: str = "serif"
    size: float = 11
    cell: float = 8
    leading: float = 1.35  # line height as a multiple of the size
    head: str = "#d9d9d9"  # fill of table heads
    band: str = "#eeeeee"  # fill of full-width rows
    accent: str = "#000000"  # colour of headings
    center_chapters: bool = True
    running: str = ""  # text at the head of each page
    running_align: str = "right"
    page: str = "{n}"  # how the page number is printed
    margin: float = 68

    def style(self, name: str, **changes: object) -> ParagraphStyle:
        """Make the style of that name: one of the functions in STYLES, with changes."""
        return ParagraphStyle(name, **{**STYLES[name](self), **changes})

    def face(self, weight: int) -> str:
        """Name the font: 0 regular, 1 bold, 2 italic."""
        return FAMILIES[self.font][weight]


def _text(look: Look, size: float, weight: int = 0, align: str = "left", **more: object) -> dict[str, Any]:
    base = {"fontName": look.face(weight), "fontSize": size, "leading": size * 1.2, "alignment": ALIGN[align]}
    return {**base, **more}


def _body(look: Look, **more: object) -> dict[str, Any]:
    spaced = {"leading": look.size * look.leading, "spaceAfter": 5}
    return {**_text(look, look.size, align="justify"), **spaced, **more}


def _chapter(look: Look) -> dict[str, Any]:
    align = "center" if look.center_chapters else "left"
    color = HexColor(look.accent)
    return _text(
        look, look.size + 2.5, 1, align, leading=(look.size + 2.5) * 1.3, spaceAfter=14, textColor=color
    )


STYLES: dict[str, Callable[[Look], dict[str, Any]]] = {
    "body": lambda look: _body(look, firstLineIndent=28),
    "flush": _body,
    "item": lambda look: _body(look, leftIndent=20, bulletIndent=2, spaceAfter=3),
    "explain": lambda look: _body(look, leftIndent=20, spaceAfter=6),
    "chapter": _chapter,
    "section": lambda look: _text(
        look, look.size + 0.5, 1, spaceBefore=8, spaceAfter=6, textColor=HexColor(look.accent), keepWithNext=1
    ),
    "subsection": lambda look: _text(look, look.size, 1, spaceBefore=5, spaceAfter=4, keepWithNext=1),
    "quote": lambda look: _text(look, look.size + 1, 1, "center", leading=(look.size + 1) * 1.4),
    "caption": lambda look: _text(look, look.size - 1, 1, "center"),
    "note": lambda look: _text(look, look.size - 2.5, 2, spaceBefore=3, spaceAfter=8),
    "head": lambda look: _text(look, look.cell, 1, "center", leading=look.cell * 1.12),
    "cell": lambda look: _text(look, look.cell, leading=look.cell * 1.15),
    "value": lambda look: _text(look, look.cell, 0, "center", leading=look.cell * 1.15),
    "strong": lambda look: _text(look, look.cell, 1, leading=look.cell * 1.15),
    "title": lambda look: _text(look, 20, 1, "center", leading=27, textColor=HexColor(look.accent)),
    "subtitle": lambda look: _text(look, 14, 0, "center", leading=20),
}


def paragraph(text: str, style: ParagraphStyle, mark: Mark | None = None) -> Paragraph:
    """Make a paragraph of plain text, marked or not."""
    return Marked(escape(text), style, mark=mark) if mark else Paragraph(escape(text), style)
