"""Which differences of two indicators are findings, and the codes of the rules that name them.

A finding is told where a pair counts and the difference is at least likely. Rules follow what reviewers of
plans check: one unit (INDICATOR_MISMATCH_CENTRE), targets not below those of the plan above, trends that go
the right way, changed methods kept apart.
"""

from selaras.models.documents import PlanLevel
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.pairing import Comparison

K = DifferenceKind
RULES = {
    K.UNIT: "UNIT_MISMATCH",
    K.FORM: "UNIT_MISMATCH",
    K.MEASURE: "OTHER_MEASURE",
    K.REGIONAL_FORM: "OTHER_MEASURE",
    K.POPULATION: "OTHER_MEASURE",
    K.OLD_SERIES: "OTHER_MEASURE",
    K.SERIES: "METHOD_CHANGE",
    K.ABBREVIATION: "FALSE_FRIEND",
    K.DIRECTION: "DIRECTION_MISMATCH",
    K.TREND: "DIRECTION_WRONG",
    K.LEVEL: "OTHER_LEVEL",
    K.BASIS: "OTHER_BASE",
    K.PRICES: "OTHER_BASE",
    K.MONTH: "BASELINE_YEAR_MIX",
    K.SCALE: "SCALE_DIFFERS",
    K.BASELINE: "BASELINE_DIFFERS",
    K.TARGET_WEAKER: "TARGET_BELOW_PARENT",
}
NATIONAL = "TARGET_BELOW_NATIONAL"
TOLD = frozenset({Sureness.CERTAIN, Sureness.LIKELY})


def is_finding(difference: Difference) -> bool:
    """Whether a rule names the difference, and it is at least likely."""
    return difference.kind in RULES and difference.sureness in TOLD


def is_mismatch(difference: Difference) -> bool:
    """Whether somebody should look at it: a finding, but for a regional form, which is as it should be."""
    return is_finding(difference) and difference.kind is not K.REGIONAL_FORM


def rule_of(comparison: Comparison, difference: Difference) -> str | None:
    """The code of the rule that a difference falls under; None for one that no rule names."""
    if difference.kind not in RULES:
        return None
    above = comparison.documents[1].level
    if difference.kind is K.TARGET_WEAKER and above is PlanLevel.NATIONAL:
        return NATIONAL
    return RULES[difference.kind]
