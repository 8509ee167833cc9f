"""How sure OCR is of a text: as sure as of its least sure word."""

from collections.abc import Iterable

# Below this a word is doubtful: `benchmarks/ocr.py` tells how many words are wrong on each side of it.
DOUBTFUL = 0.8


def least_sure(confidences: Iterable[float | None]) -> float | None:
    """The lowest of several confidences (0 to 1); None where none of the words comes from OCR."""
    return min((sure for sure in confidences if sure is not None), default=None)


def is_doubtful(confidence: float | None) -> bool:
    """Whether OCR may well have misread a thing."""
    return confidence is not None and confidence < DOUBTFUL
