"""A page as it shows: pdfplumber's page, without text that a clipping path hides, and lighter on characters.

Excel prints whole rows and columns into cells too small for them, cut by a clipping path (PDF 32000-1,
8.5.4). pdfminer takes no notice of it, and a hidden row would then lie across a visible one.
"""

from collections.abc import Generator, Iterable
from functools import cached_property
from typing import Any

from pdfminer.layout import LAParams, LTChar, LTComponent, LTItem, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFStackT
from pdfminer.utils import Matrix, apply_matrix_pt
from pdfplumber.page import Page as SourcePage
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from selaras.models.passages import Box

UNBOUNDED: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))
# Where clipping would hide more than this share of the characters it was misunderstood: nothing is hidden.
MOST_HIDDEN = 0.25
# The middle of a visible character may lie this far (points) outside.
TOLERANCE = 1.0


class ClippingDevice(PDFPageAggregatorWithMarkedContent):
    """Collects what is painted on a page, and which characters the clipping path hides."""

    def __init__(self, manager: PDFResourceManager, page: int, params: LAParams | None) -> None:
        super().__init__(manager, page, params)
        self.clip = UNBOUNDED
        self.hidden: set[int] = set()
        self.characters = 0

    def render_char(  # noqa: PLR0913, PLR0917  pdfminer's signature
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Take a character and note whether it is hidden; returns its advance."""
        advance = super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate)
        character = self.cur_item._objs[-1]  # noqa: SLF001  pdfminer has no other way to what was just added
        self.characters += 1
        if not _is_within(character.bbox, self.clip):
            self.hidden.add(id(character))
        return advance


class ClippingInterpreter(PDFPageInterpreter):
    """Follows the clipping path through saved and restored states; a path counts by its extent."""

    device: ClippingDevice

    def init_state(self, ctm: Matrix) -> None:
        """Start a content stream; a form inside a page starts under the clip of its place."""
        super().init_state(ctm)
        self.clips: list[Box] = []

    def do_q(self) -> None:
        """Save the state."""
        super().do_q()
        self.clips.append(self.device.clip)

    def do_Q(self) -> None:  # noqa: N802  pdfminer calls operators by their names
        """Restore the state."""
        super().do_Q()
        self.device.clip = self.clips.pop() if self.clips else self.device.clip

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802
        """Paint a form; what it clips ends with it."""
        clip = self.device.clip
        super().do_Do(xobjid_arg)
        self.device.clip = clip

    def do_W(self) -> None:  # noqa: N802
        """Clip to the current path."""
        points = [apply_matrix_pt(self.ctm, segment[-2:]) for segment in self.curpath if len(segment) > 2]
        if points:
            self.device.clip = _intersection(self.device.clip, _extent(points))

    def do_W_a(self) -> None:  # noqa: N802
        """Clip to the current path by the even-odd rule."""
        self.do_W()


class ShownPage(SourcePage):
    """A page of pdfplumber without its hidden characters."""

    @cached_property
    def layout(self) -> LTPage:
        """What is painted, as pdfminer's objects. Raises what pdfminer raises on a damaged page."""
        device = ClippingDevice(self.pdf.rsrcmgr, self.page_number, self.pdf.laparams)
        ClippingInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        self.hidden = device.hidden if len(device.hidden) <= MOST_HIDDEN * device.characters else set()
        return device.get_result()

    def iter_layout_objects(self, layout_objects: list[LTComponent]) -> Generator[dict[str, Any], None, None]:
        """What is painted, as plain dictionaries; called again for the objects inside a form."""
        yield from super().iter_layout_objects(
            [item for item in layout_objects if id(item) not in self.hidden]
        )

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """A painted object as a dictionary; of a character only what is used: this is most of the work."""
        if not isinstance(obj, LTChar):
            item: dict[str, Any] = super().process_object(obj)
            return item
        left, upper = self.mediabox[:2]
        top = self.height - obj.y1 + upper
        return {
            "object_type": "char",
            "text": obj.get_text(),
            "fontname": obj.fontname,
            "size": obj.size,
            "upright": obj.upright,
            "matrix": obj.matrix,
            "x0": obj.x0 + left,
            "x1": obj.x1 + left,
            "top": top,
            "doctop": top,
            "bottom": self.height - obj.y0 + upper,
        }


def _is_within(box: Box, clip: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return clip[0] - TOLERANCE <= x <= clip[2] + TOLERANCE and clip[1] - TOLERANCE <= y <= clip[3] + TOLERANCE


def _extent(points: Iterable[tuple[float, float]]) -> Box:
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def _intersection(one: Box, other: Box) -> Box:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
