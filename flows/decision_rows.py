"""A decision as a row of the store, and back: `decision_from_row(row_from_decision(one)) == one`."""

from datetime import date
from typing import Any

from selaras.flows.link_rows import node_from_text, reason_from_json, reason_to_json
from selaras.flows.plan_rows import boxes_from_json
from selaras.flows.tables import DecisionRow
from selaras.models.coverage.justifications import Direction
from selaras.models.decisions.ends import End
from selaras.models.decisions.log import Action, Decision, Gap, Proposal
from selaras.models.ids import DocumentId, LinkId
from selaras.models.passages import Passage
from selaras.models.relations import Relation

END_FACTS = ("kind", "plan_key", "text", "number", "unit", "measures", "baseline")

Json = dict[str, Any]


def row_from_decision(decision: Decision) -> DecisionRow:
    """Make the row that holds a decision; the store gives it its place in the log."""
    return DecisionRow(
        subject=decision.subject,
        action=decision.action.value,
        author=decision.author,
        at=decision.at,
        reason=decision.reason,
        based_on=decision.based_on,
        source=end_to_json(decision.source),
        target=end_to_json(decision.target) if decision.target else None,
        proposal=_proposal_to_json(decision.proposal) if decision.proposal else None,
        gap=_gap_to_json(decision.gap) if decision.gap else None,
        other=decision.other,
    )


def decision_from_row(row: DecisionRow) -> Decision:
    """Make the decision that the row was made from."""
    return Decision(
        subject=row.subject,
        action=Action(row.action),
        author=row.author,
        at=row.at,
        source=_end(row.source),
        target=_end(row.target) if row.target else None,
        proposal=_proposal(row.proposal) if row.proposal else None,
        gap=Gap(Direction(row.gap["side"]), date.fromisoformat(row.gap["until"])) if row.gap else None,
        reason=row.reason,
        other=LinkId(row.other) if row.other else None,
        based_on=row.based_on,
        revision=row.revision,
    )


def end_to_json(end: End) -> Json:
    """An end as JSON holds it, its passage too."""
    place = end.passage
    return {
        "node": end.node,
        **{name: getattr(end, name) for name in END_FACTS},
        "targets": list(end.targets),
        "document": place.document,
        "page": place.page,
        "boxes": [list(box) for box in place.boxes],
        "printed": place.text,
        "confidence": place.confidence,
    }


def _end(data: Json) -> End:
    place = (DocumentId(data["document"]), data["page"], boxes_from_json(data["boxes"]))
    return End(
        node=node_from_text(data["node"]),
        passage=Passage(*place, data["printed"], data["confidence"]),
        targets=tuple(data["targets"]),
        **{name: data[name] for name in END_FACTS},
    )


def _proposal_to_json(proposal: Proposal) -> Json:
    return {
        "relation": proposal.relation.value,
        "probability": proposal.probability,
        "reasons": [reason_to_json(item) for item in proposal.reasons],
    }


def _proposal(data: Json) -> Proposal:
    reasons = tuple(map(reason_from_json, data["reasons"]))
    return Proposal(Relation(data["relation"]), data["probability"], reasons)


def _gap_to_json(gap: Gap) -> Json:
    return {"side": gap.side.value, "until": gap.until.isoformat()}
