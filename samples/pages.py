"""Pages of the sample documents: sizes, running heads, page numbers, and the line that calls them samples."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from selaras.samples.blocks import Setting, flowables, headings
from selaras.samples.content import Content
from selaras.samples.styles import Look, Mark, MarkingCanvas

NOTICE = "Contoh buatan, bukan dokumen resmi"
FOOT = 36  # height in points of the line with the page number


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document: its bytes, its number of pages, and the first page of each marked thing."""

    data: bytes
    pages: int
    marks: dict[Mark, int]


def make_document(content: Content) -> Made:
    """Set a document twice: the first time tells the pages of its headings, which the second time prints."""
    look = Look(**content.look)
    first = _build(Setting(content, look, {}))
    pages = {text: first.marks["heading", text] for text in headings(content)}
    return _build(Setting(content, look, pages))


def _build(setting: Setting) -> Made:
    stream, look = BytesIO(), setting.look
    made: list[MarkingCanvas] = []

    def canvas(*args: object, **kwargs: object) -> MarkingCanvas:
        made.append(MarkingCanvas(*args, **kwargs))
        return made[-1]

    # Streams stay uncompressed: what zlib writes differs between its builds, and the bytes must not.
    template = BaseDocTemplate(
        stream,
        pagesize=A4,
        pageCompression=0,
        invariant=1,
        title=setting.content.meta["title"],
        author=NOTICE,
    )
    template.addPageTemplates(_templates(look, setting.content.meta.get("first", "cover")))
    template.build(flowables(setting), canvasmaker=canvas)
    return Made(stream.getvalue(), made[-1].getPageNumber() - 1, made[-1].marks)


def _templates(look: Look, first: str) -> list[PageTemplate]:
    """Make the page templates; documents begin with the one of that name."""
    wide = landscape(A4)
    templates = {
        "cover": PageTemplate("cover", [_frame(look, A4)], onPage=partial(_cover, look), pagesize=A4),
        "portrait": PageTemplate(
            "portrait", [_frame(look, A4)], onPage=partial(_head_and_foot, look), pagesize=A4
        ),
        "landscape": PageTemplate(
            "landscape", [_frame(look, wide)], onPage=partial(_head_and_foot, look), pagesize=wide
        ),
        "columns": PageTemplate(
            "columns", _two_frames(look), onPage=partial(_head_and_foot, look), pagesize=A4
        ),
    }
    return [templates[first], *(template for name, template in templates.items() if name != first)]


def _frame(look: Look, size: tuple[float, float]) -> Frame:
    width, height = size
    side = _side(look, size)
    return Frame(side, 62, width - 2 * side, height - 62 - 66, 0, 0, 0, 0)


def _side(look: Look, size: tuple[float, float]) -> float:
    """Width in points of the left and right margins, which are narrower on wide pages."""
    return look.margin if size[1] > size[0] else look.margin * 0.6


def _two_frames(look: Look) -> list[Frame]:
    width, height = A4
    gap = 18
    column = (width - 2 * look.margin - gap) / 2
    lefts = (look.margin, look.margin + column + gap)
    return [Frame(left, 62, column, height - 62 - 66, 0, 0, 0, 0) for left in lefts]


def _cover(look: Look, canvas: Canvas, template: BaseDocTemplate) -> None:
    width, height = canvas._pagesize  # noqa: SLF001  # the library offers no other way to ask for it
    canvas.setFillColor(HexColor(look.accent))
    canvas.rect(0, height - 34, width, 34, stroke=0, fill=1)
    canvas.setFillColor(black)
    _foot(look, canvas, template, numbered=False)


def _head_and_foot(look: Look, canvas: Canvas, template: BaseDocTemplate) -> None:
    width, height = canvas._pagesize  # noqa: SLF001  # the library offers no other way to ask for it
    left = _side(look, (width, height))
    draw = canvas.drawRightString if look.running_align == "right" else canvas.drawString
    canvas.setFont(look.face(2), 8.5)
    draw(width - left if look.running_align == "right" else left, height - 42, look.running)
    canvas.setLineWidth(0.6)
    canvas.line(left, height - 47, width - left, height - 47)
    _foot(look, canvas, template)


def _foot(look: Look, canvas: Canvas, template: BaseDocTemplate, *, numbered: bool = True) -> None:
    size = canvas._pagesize  # noqa: SLF001  # as above
    left = _side(look, size)
    canvas.setFont(look.face(2), 7.5)
    canvas.drawString(left, FOOT, NOTICE)
    if numbered:
        canvas.setFont(look.face(0), 9)
        canvas.drawRightString(size[0] - left, FOOT, look.page.format(n=template.page))
