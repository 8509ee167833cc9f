"""A link as a row of the store, and back."""

from typing import Any

from selaras.flows.plan_rows import boxes_from_json, message_from_json, params_to_json
from selaras.flows.tables import LinkRow
from selaras.models.ids import DocumentId, IndicatorId, LinkId, StatementId
from selaras.models.links import Link, LinkState, NodeId
from selaras.models.messages import Message
from selaras.models.passages import Passage
from selaras.models.relations import Relation


def row_from_link(link: Link) -> LinkRow:
    """Make the row that holds a link."""
    return LinkRow(
        id=link.id,
        relation=link.relation.value,
        source=link.source,
        target=link.target,
        probability=link.probability,
        reasons=[_reason(item) for item in link.reasons],
        **_passage_columns("source", link.source_passage),
        **_passage_columns("target", link.target_passage),
        state=link.state.value,
        decided_by=link.decided_by,
        decided_at=link.decided_at,
    )


def link_from_row(row: LinkRow) -> Link:
    """Make the link that the row was made from."""
    return Link(
        id=LinkId(row.id),
        relation=Relation(row.relation),
        source=_node(row.source),
        target=_node(row.target),
        probability=row.probability,
        reasons=tuple(message_from_json(item["code"], item["params"]) for item in row.reasons),
        source_passage=Passage(
            DocumentId(row.source_document),
            row.source_page,
            boxes_from_json(row.source_boxes),
            row.source_text,
            row.source_confidence,
        ),
        target_passage=Passage(
            DocumentId(row.target_document),
            row.target_page,
            boxes_from_json(row.target_boxes),
            row.target_text,
            row.target_confidence,
        ),
        state=LinkState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


def _reason(item: Message) -> dict[str, Any]:
    return {"code": item.code, "params": params_to_json(item)}


def _passage_columns(end: str, passage: Passage) -> dict[str, Any]:
    return {
        f"{end}_document": passage.document,
        f"{end}_page": passage.page,
        f"{end}_boxes": [list(box) for box in passage.boxes],
        f"{end}_text": passage.text,
        f"{end}_confidence": passage.confidence,
    }


def _node(text: str) -> NodeId:
    return IndicatorId(text) if text.startswith("i-") else StatementId(text)
