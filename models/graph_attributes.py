"""What nodes and edges of the graph carry: flat attributes, without those that are not known."""

import json
from collections.abc import Sequence
from typing import Any

from selaras.models.documents import PlanningDocument
from selaras.models.framework_plans import law_of
from selaras.models.indicators import Indicator, YearlyValue
from selaras.models.links import Link
from selaras.models.messages import Message
from selaras.models.passages import NO_PAGE, Passage
from selaras.models.statements import Statement

Attributes = dict[str, Any]
"""Attribute name to text or number; no None."""


def document_attributes(document: PlanningDocument) -> Attributes:
    """What the node of a document carries."""
    return _known(
        node_type="document",
        kind=document.kind.value,
        text=document.title or document.file_name,
        pages=document.pages,
        status=document.status.value,
        supersedes=document.supersedes,
        **_plan_attributes(document),
    )


def statement_attributes(statement: Statement, document: PlanningDocument) -> Attributes:
    """What the node of a statement carries; `owner` names the plan that it is quoted from."""
    return _known(
        node_type="statement",
        kind=statement.kind.value,
        number=statement.number,
        text=statement.text,
        owner=statement.owner,
        kind_probability=statement.kind_probability,
        **_plan_attributes(document),
        **_place_attributes(statement.passage),
    )


def indicator_attributes(indicator: Indicator, document: PlanningDocument) -> Attributes:
    """What the node of an indicator carries; its name is its text."""
    return _known(
        node_type="indicator",
        kind="INDICATOR",
        text=indicator.name,
        unit=indicator.unit,
        concept=indicator.concept,
        direction=indicator.direction.value if indicator.direction else None,
        baseline=_to_json(_value(indicator.baseline)) if indicator.baseline else None,
        targets=_to_json([_value(target) for target in indicator.targets]),
        **_plan_attributes(document),
        **_place_attributes(indicator.passage),
    )


def link_attributes(link: Link) -> Attributes:
    """What the edge of a link carries beside its relation: probability, state, reasons, both passages."""
    return _known(
        link=link.id,
        probability=link.probability,
        state=link.state.value,
        reasons=_to_json([_reason(reason) for reason in link.reasons]),
        source_page=_page(link.source_passage),
        target_page=_page(link.target_passage),
        source_law=law_of(link.source_passage.document),
        target_law=law_of(link.target_passage.document),
        source_text=link.source_passage.text,
        target_text=link.target_passage.text,
        decided_by=link.decided_by,
        decided_at=link.decided_at.isoformat() if link.decided_at else None,
    )


def _plan_attributes(document: PlanningDocument) -> Attributes:
    """Which plan a node belongs to, on every node, so that it can be filtered without following edges."""
    law = law_of(document.sha256)
    return {
        "document": document.sha256,
        "plan_kind": document.kind.value,
        "level": document.level.value if document.level else None,
        "region": document.region,
        "agency": document.agency,
        "period_start": document.period.start if document.period else None,
        "period_end": document.period.end if document.period else None,
        "file": None if law else document.file_name,
        "law": law,
    }


def _place_attributes(passage: Passage) -> Attributes:
    page = _page(passage)
    return {"page": page, "boxes": _to_json(passage.boxes) if page is not None else None}


def _page(passage: Passage) -> int | None:
    """The page; None for a text that stands on none."""
    return None if passage.page == NO_PAGE else passage.page


def _value(printed: YearlyValue) -> dict[str, object]:
    value = printed.value
    plain: dict[str, object] = {
        "year": printed.year,
        "text": value.text,
        "low": value.low,
        "high": value.high,
    }
    return plain | ({"final": True} if printed.final else {})


def _reason(reason: Message) -> dict[str, object]:
    return {"code": reason.code, "params": dict(reason.params)}


def _to_json(value: object | Sequence[object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _known(**attributes: Any) -> Attributes:  # noqa: ANN401
    return {name: value for name, value in attributes.items() if value is not None}
