"""The check of a draft as JSON: everything that the page shows, and what it takes to check again."""

from typing import BinaryIO

from selaras.models.checks.candidate import DraftCheck, DraftMatch, ItemCheck, PlanAnswer
from selaras.models.findings import Finding
from selaras.models.messages import Language, Message, render
from selaras.models.passages import Passage
from selaras.models.statements import Statement
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject, write_json
from selaras.outputs.plan_json import confidence_to_json, document_to_json
from selaras.outputs.proofs import proof_to_json
from selaras.outputs.report.rows import Imprint

SCHEMA = 1


def write_json_report(check: DraftCheck, imprint: Imprint, stream: BinaryIO, *, labels: Labels) -> None:
    """Write the report as UTF-8 JSON; the language of the labels is that of the messages in it."""
    write_json(report_to_json(check, imprint, labels.language), stream)


def report_to_json(check: DraftCheck, imprint: Imprint, language: Language) -> JsonObject:
    """Make plain data of a check. `made` is the only field that differs when the same check is done again."""
    return {
        "schema": SCHEMA,
        "made": imprint.made.isoformat(),
        "version": imprint.version,
        "settings": dict(imprint.settings),
        "draft": document_to_json(check.draft),
        "plans": [document_to_json(plan) for plan in check.plans],
        "counts": {recommendation.value: count for recommendation, count in check.counts.items()},
        "items": [_item(item, language) for item in check.items],
        "left_out": [_left_out(answer) for answer in check.left_out],
        "findings": [_finding(finding, language) for finding in check.findings],
    }


def _item(item: ItemCheck, language: Language) -> JsonObject:
    return {
        **_statement(item.item),
        "recommendation": item.recommendation.value,
        "matches": [_match(match, language) for match in item.matches],
    }


def _match(match: DraftMatch, language: Language) -> JsonObject:
    return {
        "plan": match.plan,
        **_statement(match.statement),
        "probability": match.probability,
        "reasons": [_message(reason, language) for reason in match.reasons],
    }


def _left_out(answer: PlanAnswer) -> JsonObject:
    return {"plan": answer.plan, **_statement(answer.statement)}


def _finding(finding: Finding, language: Language) -> JsonObject:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        **_message(finding.message, language),
        "subjects": list(finding.subjects),
        "passages": [{"document": passage.document, **_passage(passage)} for passage in finding.passages],
        "remedy": _message(finding.remedy, language) if finding.remedy else None,
        "basis": finding.basis,
    }


def _statement(statement: Statement) -> JsonObject:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "number": statement.number,
        **({} if statement.kind_probability is None else {"kind_probability": statement.kind_probability}),
        "text": statement.text,
        **_passage(statement.passage),
    }


def _passage(passage: Passage) -> JsonObject:
    boxes = [list(box) for box in passage.boxes]
    place = {**proof_to_json(passage), "boxes": boxes, "passage": passage.text}
    return place | confidence_to_json(passage.confidence)


def _message(item: Message, language: Language) -> JsonObject:
    return {"code": item.code, "params": dict(item.params), "message": render(item, language)}
