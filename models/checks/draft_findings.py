"""Formal points of a draft visi-misi that can be told for certain from what was read."""

from collections.abc import Iterator, Sequence

from selaras.models.catalogue import Catalogue
from selaras.models.chain import LONG
from selaras.models.documents import DocumentStatus, Period, PlanningDocument
from selaras.models.findings import Finding, Severity
from selaras.models.measures.matching import MeasureMatch, match_indicators
from selaras.models.measures.targets import Standing, TargetComparison, compare_targets
from selaras.models.messages import Message, message
from selaras.models.plans import Plan

BASIS = "PKPU 8/2024 Pasal 13"
SURE = 0.9  # probability from which two indicators are taken to measure the same
NOT_YET_LAW = frozenset({DocumentStatus.DRAFT, DocumentStatus.BILL})
SEVERITY = {Standing.WEAKER: Severity.WARNING, Standing.STRONGER: Severity.INFO}
RULES = {Standing.WEAKER: "TARGET_BELOW_PLAN", Standing.STRONGER: "TARGET_ABOVE_PLAN"}


def find_in_draft(
    draft: Plan, plans: Sequence[Plan], catalogue: Catalogue, *, expected_period: Period | None = None
) -> tuple[Finding, ...]:
    """Find a period that does not fit, plans that are no law yet, and targets that differ from a plan's."""
    documents = [plan.document for plan in plans]
    return (
        *_period_findings(draft.document, documents, expected_period),
        *(_region_finding(document) for document in documents if _is_elsewhere(draft.document, document)),
        *(_status_finding(document) for document in documents if _is_unsettled(document)),
        *(finding for plan in plans for finding in _target_findings(draft, plan, catalogue)),
    )


def _period_findings(
    draft: PlanningDocument, plans: Sequence[PlanningDocument], expected: Period | None
) -> Iterator[Finding]:
    own = draft.period
    if own is None:
        return
    if expected is not None and own != expected:
        yield _period_finding(
            draft, message("check.period_differs", draft=_years(own), expected=_years(expected))
        )
    for plan in plans:
        if plan.kind in LONG and plan.period is not None and not own.overlaps(plan.period):
            years = {"draft": _years(own), "plan": _years(plan.period)}
            yield _period_finding(draft, message("check.period_outside_plan", **years))


def _period_finding(draft: PlanningDocument, words: Message) -> Finding:
    remedy = message("check.period_remedy")
    return Finding("PERIOD_MISMATCH", Severity.WARNING, words, (draft.sha256,), remedy=remedy)


def _is_elsewhere(draft: PlanningDocument, plan: PlanningDocument) -> bool:
    """Tell whether a plan is certainly of another region: neither the draft's own nor one that it lies in."""
    if draft.region is None or plan.region is None:
        return False
    return draft.region != plan.region and not draft.region.startswith(f"{plan.region}.")


def _region_finding(plan: PlanningDocument) -> Finding:
    words = message("check.plan_elsewhere", plan=plan.title or plan.file_name)
    remedy = message("check.plan_elsewhere_remedy")
    return Finding("PLAN_OF_OTHER_REGION", Severity.ERROR, words, (plan.sha256,), remedy=remedy, basis=BASIS)


def _is_unsettled(document: PlanningDocument) -> bool:
    return document.kind in LONG and document.status in NOT_YET_LAW


def _status_finding(plan: PlanningDocument) -> Finding:
    words = message("check.plan_not_law", plan=plan.title or plan.file_name)
    remedy = message("check.plan_not_law_remedy")
    return Finding("RPJPD_STATUS", Severity.WARNING, words, (plan.sha256,), remedy=remedy, basis=BASIS)


def _target_findings(draft: Plan, plan: Plan, catalogue: Catalogue) -> Iterator[Finding]:
    for match in match_indicators(draft.indicators, plan.indicators, catalogue):
        if match.probability >= SURE:
            for found in compare_targets(match.source, match.target, catalogue):
                yield _target_finding(match, found)


def _target_finding(match: MeasureMatch, found: TargetComparison) -> Finding:
    values = {"draft": found.own.value.text, "plan": found.other.value.text, "year": found.year}
    words = message(f"check.target_{found.standing.value}", indicator=match.source.name, **values)
    return Finding(
        RULES[found.standing],
        SEVERITY[found.standing],
        words,
        (match.source.id, match.target.id),
        (match.source.passage, match.target.passage),
        remedy=message("check.target_remedy"),
    )


def _years(period: Period) -> str:
    return f"{period.start}–{period.end}"
