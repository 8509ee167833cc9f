"""What stands beside paragraphs and tables: tables of contents, frames, and numbers that stand apart."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from selaras.samples.content import Item
from selaras.samples.styles import Look, paragraph


class Contents(Flowable):  # type: ignore[misc]  # the library ships no types
    """A table of contents with dot leaders; rows are (heading, page, whether it is a chapter)."""

    def __init__(self, rows: Sequence[tuple[str, int, bool]], look: Look) -> None:
        super().__init__()
        self.rows, self.look = rows, look
        self.step = look.size * 1.7

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Take the whole width."""
        self.width = availWidth
        return availWidth, self.step * len(self.rows)

    def draw(self) -> None:
        """Draw one line for each heading."""
        for n, (text, page, chapter) in enumerate(self.rows, 1):
            self._line(text, str(page), self.step * (len(self.rows) - n), chapter=chapter)

    def _line(self, text: str, page: str, y: float, *, chapter: bool) -> None:
        face, size = self.look.face(1 if chapter else 0), self.look.size
        left = 0 if chapter else 18
        room = self.width - left - stringWidth(text, face, size) - stringWidth(page, face, size) - 8
        self.canv.setFont(face, size)
        self.canv.drawString(left, y, text)
        dots = "." * int(room / stringWidth(".", face, size))
        self.canv.drawRightString(self.width, y, f"{dots} {page}")


class Framed(Flowable):  # type: ignore[misc]  # the library ships no types
    """A paragraph in a frame."""

    def __init__(self, shown: Paragraph, pad: float = 8) -> None:
        super().__init__()
        self.shown, self.pad = shown, pad

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width and the height of the paragraph with its padding."""
        self.width = availWidth
        self.height = self.shown.wrap(availWidth - 2 * self.pad, availHeight)[1] + 2 * self.pad
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, then the paragraph."""
        self.canv.rect(0, 0, self.width, self.height)
        self.shown.drawOn(self.canv, self.pad, self.pad)


class NumbersApart(Flowable):  # type: ignore[misc]  # the library ships no types
    """Statements in two columns of boxes; all texts are drawn first and the large numbers after them."""

    gap, pad, number_width = 14, 7, 34

    def __init__(self, items: Sequence[Item], look: Look) -> None:
        super().__init__()
        style = look.style("flush", alignment=0, spaceAfter=0)
        self.items, self.look = items, look
        self.shown = [paragraph(item.text, style, ("statement", item.key)) for item in items]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Take the whole width; all boxes are as high as the highest."""
        self.box_width = (availWidth - self.gap) / 2
        inner = self.box_width - self.number_width - self.pad
        self.box_height = max(one.wrap(inner, availHeight)[1] for one in self.shown) + 2 * self.pad
        self.rows = -(-len(self.items) // 2)
        return availWidth, self.rows * (self.box_height + self.gap)

    def draw(self) -> None:
        """Draw boxes and texts down the left column, then the right one, then the numbers."""
        for n, one in enumerate(self.shown):
            x, y = self._corner(n)
            self.canv.setFillColor(HexColor(self.look.band))
            self.canv.rect(x, y, self.box_width, self.box_height, stroke=0, fill=1)
            one.drawOn(self.canv, x + self.number_width, y + self.box_height - self.pad - one.height)
        for n, item in enumerate(self.items):
            x, y = self._corner(n)
            self.canv.setFillColor(HexColor(self.look.accent))
            self.canv.setFont(self.look.face(1), 24)
            self.canv.drawCentredString(
                x + self.number_width / 2, y + self.box_height / 2 - 12, f"{item.number}."
            )

    def _corner(self, n: int) -> tuple[float, float]:
        """Lower left corner of the box, counted down the left column first."""
        column, row = divmod(n, self.rows)
        top = (self.rows - row) * (self.box_height + self.gap)
        return column * (self.box_width + self.gap), top - self.box_height
