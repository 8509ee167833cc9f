"""How sure OCR is of a text: as sure as of its least sure word."""

from collections.abc import Iterable

# Below this a word is doubtful: of numbers that Tesseract is less sure of, more than every third was wrong on
# worn pictures of real pages, of the others one in sixty (`benchmarks/ocr.py`).
DOUBTFUL = 0.9


def least_sure(confidences: Iterable[float | None]) -> float | None:
    """The lowest of several confidences (0 to 1); None where none of the words comes from OCR."""
    return min((sure for sure in confidences if sure is not None), default=None)


def is_doubtful(confidence: float | None) -> bool:
    """Whether OCR may well have misread a thing."""
    return confidence is not None and confidence < DOUBTFUL
