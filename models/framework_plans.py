"""The packaged national plans as plans of the chain, where no document of theirs has been read.

Their statements stand on no page that could be shown: the proof is the law and the code in it (UU 59/2024,
IE3). Their passages have the page NO_PAGE and no boxes. Figures come along only where their source is sure.

>>> [plan.document.kind.value for plan in framework_plans()]
['RPJPN', 'RPJMN']
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from selaras.models.chain import served_documents
from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.framework import (
    RPJMN_LAW,
    RPJPN_LAW,
    Framework,
    FrameworkFigure,
    FrameworkItem,
    FrameworkKind,
    load_rpjmn,
    load_rpjpn,
)
from selaras.models.ids import DocumentId, StatementId
from selaras.models.indicators import Indicator, YearlyValue, indicator_id
from selaras.models.passages import NO_PAGE, Passage
from selaras.models.plans import Plan
from selaras.models.statements import Statement, StatementKind, statement_id
from selaras.models.values import parse_value

RPJPN_ID = DocumentId("kerangka-rpjpn-2025-2045")
RPJMN_ID = DocumentId("kerangka-rpjmn-2025-2029")
LAWS: Mapping[str, str] = {RPJPN_ID: RPJPN_LAW, RPJMN_ID: RPJMN_LAW}
SURE = "high"  # how figures are marked whose source is the plan itself
KINDS: Mapping[FrameworkKind, StatementKind] = {
    FrameworkKind.VISION: StatementKind.VISION,
    FrameworkKind.VISION_TARGET: StatementKind.VISION_TARGET,
    FrameworkKind.MISSION: StatementKind.MISSION,
    FrameworkKind.ARAH: StatementKind.POLICY_DIRECTION,
    FrameworkKind.PRIORITY: StatementKind.MISSION,
}
YEAR = re.compile(r"(?:19|20)\d\d")


def law_of(document: str) -> str | None:
    """The law that stands in for the pages of a packaged plan, by its id; None for a document with pages."""
    return LAWS.get(document)


@cache
def framework_plans() -> tuple[Plan, ...]:
    """RPJPN 2025-2045 and RPJMN 2025-2029, all items of the packaged framework that concern the nation."""
    return (
        _plan(load_rpjpn(), PlanKind.RPJPN, RPJPN_ID),
        _plan(load_rpjmn(), PlanKind.RPJMN, RPJMN_ID),
    )


def settle_framework(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Add each packaged plan that a given plan may serve, unless a document of its kind and time was read.

    A packaged plan among those given that is needed no more is left out.
    """
    own = tuple(plan for plan in plans if law_of(plan.document.sha256) is None)
    return (*own, *(packaged for packaged in framework_plans() if _is_needed(packaged, own)))


def _is_needed(packaged: Plan, own: tuple[Plan, ...]) -> bool:
    target = packaged.document
    if any(stands_in(plan, target) for plan in own):
        return False
    documents = [*(plan.document for plan in own), target]
    return any(target in served_documents(plan.document, documents) for plan in own)


def stands_in(plan: Plan, packaged: PlanningDocument) -> bool:
    """Tell whether a document that was read is the packaged plan itself."""
    document = plan.document
    meets = document.period is None or packaged.period is None or document.period.overlaps(packaged.period)
    return document.kind is packaged.kind and bool(plan.statements) and meets


def _plan(framework: Framework, kind: PlanKind, sha256: DocumentId) -> Plan:
    document = PlanningDocument(
        sha256,
        kind,
        PlanLevel.NATIONAL,
        period=Period(*framework.period),
        title=f"{kind} {framework.period[0]}–{framework.period[1]} ({framework.law})",
        status=DocumentStatus.LAW,
    )
    national = {item.code: item for item in framework.items if item.region is None}
    ids = {code: _statement_id(document, item) for code, item in national.items() if item.kind in KINDS}
    statements = tuple(_statement(document, national[code], ids) for code in ids)
    measures = (item for item in national.values() if item.kind not in KINDS)
    return Plan(document, statements, tuple(_indicator(document, item, national, ids) for item in measures))


def _number(item: FrameworkItem) -> str | None:
    """The code in the law; a vision has none."""
    return None if item.kind is FrameworkKind.VISION else item.code


def _statement_id(document: PlanningDocument, item: FrameworkItem) -> StatementId:
    return statement_id(document, KINDS[item.kind], _number(item), item.name)


def _statement(document: PlanningDocument, item: FrameworkItem, ids: Mapping[str, StatementId]) -> Statement:
    parent = ids.get(item.parent) if item.parent else None
    passage = Passage(document.sha256, NO_PAGE, (), item.name)
    return Statement(ids[item.code], KINDS[item.kind], item.name, passage, _number(item), parent)


def _indicator(
    document: PlanningDocument,
    item: FrameworkItem,
    items: Mapping[str, FrameworkItem],
    ids: Mapping[str, StatementId],
) -> Indicator:
    measured = _measured(item, items, ids)
    return Indicator(
        indicator_id(document, measured, f"{item.code} {item.name}", item.unit),
        item.name,
        Passage(document.sha256, NO_PAGE, (), item.name),
        item.unit,
        statement=measured,
        concept=item.code,
        baseline=_value(item.baseline),
        targets=tuple(value for figure in item.targets if (value := _value(figure))),
    )


def _measured(
    item: FrameworkItem, items: Mapping[str, FrameworkItem], ids: Mapping[str, StatementId]
) -> StatementId | None:
    """The statement above an indicator, past the indicators that it is a part of."""
    parent = items.get(item.parent) if item.parent else None
    while parent is not None and parent.code not in ids:
        parent = items.get(parent.parent) if parent.parent else None
    return ids[parent.code] if parent else None


def _value(figure: FrameworkFigure | None) -> YearlyValue | None:
    if figure is None or figure.certainty != SURE:
        return None
    years = YEAR.findall(figure.period)
    return YearlyValue(int(years[0]) if len(years) == 1 else None, parse_value(figure.text))
