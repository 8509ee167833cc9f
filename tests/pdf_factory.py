"""Small PDFs made on the spot: prose, ruled tables, files broken in one way each. All texts are invented."""

from collections.abc import Callable, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from selaras.extractors.pdf.shown_page import ShownPage, SourceFile

PAGE_WIDTH, PAGE_HEIGHT = A4
FONT, SIZE = "Helvetica", 10.0
LEADING = 14.0
MARGIN = 72.0

Draw = Callable[[Canvas], None]
"""Draws one page; y counts from the bottom, as PDF does."""


def pdf(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF of these pages."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=True)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def prose(
    *lines: str, left: float = MARGIN, top: float = MARGIN, font: str = FONT, leading: float = LEADING
) -> Draw:
    """Lines under each other, the first at `top` points below the upper edge."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, SIZE)
        for row, line in enumerate(lines):
            canvas.drawString(left, PAGE_HEIGHT - top - SIZE - row * leading, line)

    return draw


def together(*drawings: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def table(
    rows: Sequence[Sequence[str | None]],
    widths: Sequence[float],
    *,
    left: float = MARGIN,
    top: float = 120.0,
    height: float = 40.0,
    backgrounds: bool = False,
    thickness: float = 0.5,
) -> Draw:
    """A ruled table; None is covered by the cell above. As in Word, each side of a cell is a thin rectangle.

    With `backgrounds`, white rectangles lie behind each line of text, which a naive reader takes for borders.
    """

    def draw(canvas: Canvas) -> None:
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text is None:
                    continue
                span = 1 + sum(1 for _ in _covered(rows, row, column))
                x, y = left + sum(widths[:column]), PAGE_HEIGHT - top - (row + span) * height
                _cell(canvas, (x, y, widths[column], span * height), text, backgrounds, thickness)

    return draw


def _covered(rows, row, column):
    for below in rows[row + 1 :]:
        if below[column] is not None:
            return
        yield below


def _cell(canvas, box, text, backgrounds, thickness):
    x, y, width, height = box
    for place, line in enumerate(text.split("\n") if text else ()):
        baseline = y + height - 2 - SIZE - place * LEADING
        if backgrounds:
            canvas.setFillGray(1)
            canvas.rect(x + 5, baseline - 3, width - 10, LEADING, stroke=0, fill=1)
            canvas.setFillGray(0)
        canvas.drawString(x + 6, baseline, line)
    for side in ((x, y, width, thickness), (x, y + height, width, thickness)):
        canvas.rect(*side, stroke=0, fill=1)
    for side in ((x, y, thickness, height), (x + width, y, thickness, height)):
        canvas.rect(*side, stroke=0, fill=1)


def shown(data: bytes, number: int = 1) -> ShownPage:
    """A page of a PDF as the reading process sees it, counted from 1."""
    stream = BytesIO(data)
    return ShownPage(SourceFile(stream, PdfDocument(stream)), number)


def encrypted(data: bytes, password: str) -> bytes:
    """The same PDF, locked; with an empty password anyone may open it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, "of-the-owner", algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def without_pages() -> bytes:
    """A sound PDF whose page tree is empty."""
    stream = BytesIO()
    PdfWriter().write(stream)
    return stream.getvalue()
