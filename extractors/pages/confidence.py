"""How sure OCR is of a text: as sure as of its least sure word."""

from collections.abc import Iterable


def least_sure(confidences: Iterable[float | None]) -> float | None:
    """The lowest of several confidences (0 to 1); None where none of the words comes from OCR."""
    return min((sure for sure in confidences if sure is not None), default=None)
