"""A place on a page: what lets every claim be checked."""

from dataclasses import dataclass

from selaras.models.ids import DocumentId

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the upper left corner of the page as it is shown."""


NO_PAGE = 0
"""The page of a text that stands on none: it comes from a law by its number (`models/framework_plans.py`)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its place: the document, the page from 1, one box a line or cell, and the exact text.

    A text of the packaged national framework has the page NO_PAGE and no boxes: its law is the proof.
    `confidence` (0 to 1) is how sure OCR is of its least sure word; None where it comes from a text layer.
    """

    document: DocumentId
    page: int
    boxes: tuple[Box, ...]
    text: str
    confidence: float | None = None
