"""What a comparison of two indicators finds, as findings with the codes of rules.

A finding is told where a pair counts and the difference is at least likely. Rules follow what reviewers of
plans check: one unit (INDICATOR_MISMATCH_CENTRE), targets not below those of the plan above, trends that go
the right way, changed methods kept apart.
"""

from collections.abc import Iterable

from selaras.models.documents import PlanLevel
from selaras.models.findings import Finding, Severity
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.pairing import Comparison
from selaras.models.messages import message

K = DifferenceKind
RULES = {
    K.UNIT: ("UNIT_MISMATCH", Severity.ERROR),
    K.FORM: ("UNIT_MISMATCH", Severity.ERROR),
    K.MEASURE: ("OTHER_MEASURE", Severity.WARNING),
    K.REGIONAL_FORM: ("OTHER_MEASURE", Severity.INFO),
    K.POPULATION: ("OTHER_MEASURE", Severity.WARNING),
    K.OLD_SERIES: ("OTHER_MEASURE", Severity.WARNING),
    K.SERIES: ("METHOD_CHANGE", Severity.INFO),
    K.ABBREVIATION: ("FALSE_FRIEND", Severity.WARNING),
    K.DIRECTION: ("DIRECTION_MISMATCH", Severity.WARNING),
    K.TREND: ("DIRECTION_WRONG", Severity.WARNING),
    K.LEVEL: ("OTHER_LEVEL", Severity.INFO),
    K.BASIS: ("OTHER_BASE", Severity.INFO),
    K.PRICES: ("OTHER_BASE", Severity.INFO),
    K.MONTH: ("BASELINE_YEAR_MIX", Severity.INFO),
    K.SCALE: ("SCALE_DIFFERS", Severity.WARNING),
    K.BASELINE: ("BASELINE_DIFFERS", Severity.WARNING),
    K.TARGET_WEAKER: ("TARGET_BELOW_PARENT", Severity.WARNING),
}
NATIONAL = "TARGET_BELOW_NATIONAL"
TOLD = frozenset({Sureness.CERTAIN, Sureness.LIKELY})


def find_mismatches(comparisons: Iterable[Comparison]) -> list[Finding]:
    """The findings of comparisons, in their order; what is only possible or unknown is none."""
    return [
        _finding(comparison, difference)
        for comparison in comparisons
        for difference in comparison.differences
        if is_finding(difference)
    ]


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
    return RULES[difference.kind][0]


def _finding(comparison: Comparison, difference: Difference) -> Finding:
    own, other = comparison.own, comparison.other
    return Finding(
        rule_of(comparison, difference) or "",
        RULES[difference.kind][1],
        difference.message,
        (own.id, other.id),
        (own.passage, other.passage),
        remedy=message("difference.remedy"),
    )
