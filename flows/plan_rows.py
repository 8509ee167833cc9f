"""A plan as rows of the store, and back: `plan_from_rows(rows_from_plan(plan)) == plan`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from selaras.flows.tables import Base, DocumentRow, IndicatorRow, StatementRow, WarningRow, YearlyValueRow
from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId, IndicatorId, StatementId
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.messages import Message
from selaras.models.passages import Box, Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.statements import Statement, StatementKind
from selaras.models.values import Value, ValueKind

Boxes = list[list[float]]  # as JSON holds them
BASELINE = 0  # the place of the baseline among the values of an indicator


@dataclass(frozen=True, slots=True)
class PlanRows:
    """What one document says, each kind in reading order; values by the place of their indicator."""

    document: DocumentRow
    statements: Iterable[StatementRow]
    indicators: Iterable[IndicatorRow]
    values: Mapping[int, Iterable[YearlyValueRow]]
    warnings: Iterable[WarningRow]


def rows_from_plan(plan: Plan, *, version: str, read_at: datetime) -> Iterator[Base]:
    """Yield the rows of a plan, those that others point at first."""
    key = plan.document.sha256
    yield _document_row(plan.document, version, read_at)
    yield from (_statement_row(key, position, item) for position, item in enumerate(plan.statements))
    yield from (_indicator_row(key, position, item) for position, item in enumerate(plan.indicators))
    yield from chain.from_iterable(_value_rows(key, *pair) for pair in enumerate(plan.indicators))
    yield from (_warning_row(key, position, item) for position, item in enumerate(plan.warnings))


def plan_from_rows(rows: PlanRows) -> Plan:
    """Make the plan that the rows were made from."""
    return Plan(
        document_from_row(rows.document),
        tuple(_statement(row) for row in rows.statements),
        tuple(_indicator(row, rows.values.get(row.position, ())) for row in rows.indicators),
        tuple(ReadingWarning(message_from_json(row.code, row.params), row.page) for row in rows.warnings),
    )


def _document_row(document: PlanningDocument, version: str, read_at: datetime) -> DocumentRow:
    period = document.period
    return DocumentRow(
        sha256=document.sha256,
        kind=document.kind.value,
        level=document.level,
        region=document.region,
        agency=document.agency,
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        title=document.title,
        pages=document.pages,
        ocr_pages=list(document.ocr_pages),
        status=document.status.value,
        supersedes=document.supersedes,
        file_name=document.file_name,
        extractor_version=version,
        read_at=read_at,
    )


def document_from_row(row: DocumentRow) -> PlanningDocument:
    """The facts about a stored document."""
    known = row.period_start is not None and row.period_end is not None
    return PlanningDocument(
        sha256=DocumentId(row.sha256),
        kind=PlanKind(row.kind),
        level=PlanLevel(row.level) if row.level is not None else None,
        region=row.region,
        agency=row.agency,
        period=Period(row.period_start, row.period_end) if known else None,  # type: ignore[arg-type]
        title=row.title,
        pages=row.pages,
        ocr_pages=tuple(row.ocr_pages),
        status=DocumentStatus(row.status),
        supersedes=DocumentId(row.supersedes) if row.supersedes is not None else None,
        file_name=row.file_name,
    )


def _statement_row(document: DocumentId, position: int, item: Statement) -> StatementRow:
    return StatementRow(
        document=document,
        position=position,
        id=item.id,
        kind=item.kind.value,
        number=item.number,
        text=item.text,
        parent=item.parent,
        owner=item.owner,
        kind_probability=item.kind_probability,
        **_printed(document, item.passage),
    )


def _statement(row: StatementRow) -> Statement:
    return Statement(
        id=StatementId(row.id),
        kind=StatementKind(row.kind),
        text=row.text,
        passage=_passage(row),
        number=row.number,
        parent=StatementId(row.parent) if row.parent is not None else None,
        owner=row.owner,
        kind_probability=row.kind_probability,
    )


def _indicator_row(document: DocumentId, position: int, item: Indicator) -> IndicatorRow:
    return IndicatorRow(
        document=document,
        position=position,
        id=item.id,
        name=item.name,
        unit=item.unit,
        direction=item.direction,
        statement=item.statement,
        concept=item.concept,
        **_printed(document, item.passage),
    )


def _indicator(row: IndicatorRow, values: Iterable[YearlyValueRow]) -> Indicator:
    by_place = {value.place: _yearly_value(value) for value in values}
    return Indicator(
        id=IndicatorId(row.id),
        name=row.name,
        passage=_passage(row),
        unit=row.unit,
        direction=Direction(row.direction) if row.direction is not None else None,
        statement=StatementId(row.statement) if row.statement is not None else None,
        concept=row.concept,
        baseline=by_place.pop(BASELINE, None),
        targets=tuple(by_place[place] for place in sorted(by_place)),
    )


def _printed(document: DocumentId, passage: Passage) -> dict[str, Any]:
    if passage.document != document:
        raise ValueError(f"a passage of document {passage.document} stands in document {document}")
    return {
        "page": passage.page,
        "boxes": [list(box) for box in passage.boxes],
        "printed": passage.text,
        "confidence": passage.confidence,
    }


def _passage(row: StatementRow | IndicatorRow) -> Passage:
    return Passage(
        DocumentId(row.document), row.page, boxes_from_json(row.boxes), row.printed, row.confidence
    )


def boxes_from_json(boxes: Boxes) -> tuple[Box, ...]:
    """Boxes as the models hold them."""
    return tuple((box[0], box[1], box[2], box[3]) for box in boxes)


def _value_rows(document: DocumentId, indicator: int, item: Indicator) -> Iterator[YearlyValueRow]:
    if item.baseline is not None:
        yield _value_row(document, indicator, BASELINE, item.baseline)
    for place, target in enumerate(item.targets, start=BASELINE + 1):
        yield _value_row(document, indicator, place, target)


def _value_row(document: DocumentId, indicator: int, place: int, item: YearlyValue) -> YearlyValueRow:
    value = item.value
    return YearlyValueRow(
        document=document,
        indicator=indicator,
        place=place,
        year=item.year,
        final=item.final,
        text=value.text,
        kind=value.kind.value,
        low=value.low,
        high=value.high,
        details=value_details(value),
        confidence=item.confidence,
    )


def _yearly_value(row: YearlyValueRow) -> YearlyValue:
    value = value_from_details(
        {"text": row.text, "kind": row.kind, "low": row.low, "high": row.high} | row.details
    )
    return YearlyValue(row.year, value, row.final, row.confidence)


DETAILS = ("unit", "label", "year", "first_year", "footnote", "ambiguous")
MEASURED = ("text", "kind", "low", "high")


def value_details(value: Value) -> dict[str, Any]:
    """What a value holds beside its text, kind, low and high; only what is set."""
    given = {name: getattr(value, name) for name in DETAILS}
    details: dict[str, Any] = {
        name: fact for name, fact in given.items() if fact is not None and fact is not False
    }
    if value.parts:
        details["parts"] = [
            {name: getattr(part, name) for name in MEASURED} | value_details(part) for part in value.parts
        ]
    return details


def value_from_details(facts: Mapping[str, Any]) -> Value:
    """Make a value from what `value_details` gave and its text, kind, low and high."""
    parts = tuple(value_from_details(part) for part in facts.get("parts", ()))
    return Value(**{**facts, "kind": ValueKind(facts["kind"]), "parts": parts})


def _warning_row(document: DocumentId, position: int, item: ReadingWarning) -> WarningRow:
    return WarningRow(
        document=document,
        position=position,
        code=item.message.code,
        params=params_to_json(item.message),
        page=item.page,
    )


def params_to_json(item: Message) -> list[list[str]]:
    """The parameters of a message as JSON holds them."""
    return [list(pair) for pair in item.params]


def message_from_json(code: str, params: list[list[str]]) -> Message:
    """Make a message from its code and what `params_to_json` gave."""
    return Message(code, tuple((name, value) for name, value in params))
