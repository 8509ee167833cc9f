"""A link as a row of the store, and back."""

from typing import Any

from selaras.flows.plan_rows import boxes_from_json, message_from_json, params_to_json
from selaras.flows.tables import LinkRow
from selaras.models.ids import DocumentId, IndicatorId, LinkId, StatementId
from selaras.models.links import Link, LinkState, NodeId
from selaras.models.messages import Message
from selaras.models.passages import Passage
from selaras.models.relations import Relation


def row_from_link(link: Link, revision: int = 0, *, proposed: bool = True) -> LinkRow:
    """Make the row that holds a link; `revision` is that of the decision it comes from, 0 for none."""
    return LinkRow(
        id=link.id,
        relation=link.relation.value,
        source=link.source,
        target=link.target,
        probability=link.probability,
        reasons=[reason_to_json(item) for item in link.reasons],
        **_passage_columns("source", link.source_passage),
        **_passage_columns("target", link.target_passage),
        state=link.state.value,
        decided_by=link.decided_by,
        decided_at=link.decided_at,
        revision=revision or None,
        proposed=proposed,
    )


def link_from_row(row: LinkRow) -> Link:
    """Make the link that the row was made from."""
    return Link(
        id=LinkId(row.id),
        relation=Relation(row.relation),
        source=node_from_text(row.source),
        target=node_from_text(row.target),
        probability=row.probability,
        reasons=tuple(map(reason_from_json, row.reasons)),
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


def reason_to_json(item: Message) -> dict[str, Any]:
    """A reason as JSON holds it."""
    return {"code": item.code, "params": params_to_json(item)}


def reason_from_json(data: dict[str, Any]) -> Message:
    """Make a reason from what `reason_to_json` gave."""
    return message_from_json(data["code"], data["params"])


def _passage_columns(end: str, passage: Passage) -> dict[str, Any]:
    return {
        f"{end}_document": passage.document,
        f"{end}_page": passage.page,
        f"{end}_boxes": [list(box) for box in passage.boxes],
        f"{end}_text": passage.text,
        f"{end}_confidence": passage.confidence,
    }


def node_from_text(text: str) -> NodeId:
    """The id of a statement or an indicator, by how it begins."""
    return IndicatorId(text) if text.startswith("i-") else StatementId(text)
