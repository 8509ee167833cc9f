"""Whether an indicator contradicts the one of the plan above that measures the same: opposite aims."""

from selaras.models.catalogue import Catalogue
from selaras.models.links import LINKED
from selaras.models.measures.comparing import compare_indicators
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.matching import MeasureMatch

OPPOSITE = frozenset({DifferenceKind.TREND, DifferenceKind.DIRECTION})
# Factors on the probability that both measure the same: what is printed may be misread or misprinted.
SURE = {Sureness.CERTAIN: 0.95, Sureness.LIKELY: 0.75}


def contradiction(match: MeasureMatch, catalogue: Catalogue) -> tuple[float, Difference] | None:
    """How probable a contradiction is, and in what; None where targets move alike, or it cannot be told."""
    if match.probability < LINKED:
        return None
    differences = compare_indicators(match.source, match.target, catalogue)
    found = next((one for one in differences if one.kind in OPPOSITE and one.sureness in SURE), None)
    return (match.probability * SURE[found.sureness], found) if found else None
