"""A plan as the JSON that `selaras read --json` prints, and back; docs/reading-json.md tells each field.

    plan_from_json(plan_to_json(plan, "id")) == plan

Every passage of a plan lies in the plan's own document, so the JSON names the document once.
"""

from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.errors import InputError
from selaras.models.ids import DocumentId, IndicatorId, StatementId
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.messages import DEFAULT_LANGUAGE, Language, Message, message, render
from selaras.models.passages import Box, Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.statements import Statement, StatementKind
from selaras.models.values import Value, ValueKind
from selaras.outputs.plain_json import JsonObject, Record, as_items, as_number, as_whole, wrong

SCHEMA = 1


def plan_to_json(plan: Plan, language: Language = DEFAULT_LANGUAGE) -> JsonObject:
    """Make plain data of a plan; the language is that of the warnings' words."""
    return {
        "schema": SCHEMA,
        "document": document_to_json(plan.document),
        "statements": [_statement_to_json(item) for item in plan.statements],
        "indicators": [_indicator_to_json(item) for item in plan.indicators],
        "warnings": [_warning_to_json(item, language) for item in plan.warnings],
    }


def document_to_json(document: PlanningDocument) -> JsonObject:
    """Make plain data of what is known of a document."""
    period = document.period
    return {
        "sha256": document.sha256,
        "kind": document.kind.value,
        "level": document.level.value if document.level else None,
        "region": document.region,
        "agency": document.agency,
        "period": [period.start, period.end] if period else None,
        "title": document.title,
        "pages": document.pages,
        "ocr_pages": list(document.ocr_pages),
        "status": document.status.value,
        "supersedes": document.supersedes,
        "file_name": document.file_name,
    }


def _statement_to_json(item: Statement) -> JsonObject:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "number": item.number,
        "text": item.text,
        "parent": item.parent,
        "owner": item.owner,
        **({} if item.kind_probability is None else {"kind_probability": item.kind_probability}),
        **_passage_to_json(item.passage),
    }


def _indicator_to_json(item: Indicator) -> JsonObject:
    return {
        "id": item.id,
        "name": item.name,
        "unit": item.unit,
        "direction": item.direction.value if item.direction else None,
        "statement": item.statement,
        "concept": item.concept,
        "baseline": _yearly_to_json(item.baseline) if item.baseline else None,
        "targets": [_yearly_to_json(target) for target in item.targets],
        **_passage_to_json(item.passage),
    }


def _passage_to_json(item: Passage) -> JsonObject:
    place: JsonObject = {"page": item.page, "boxes": [list(box) for box in item.boxes], "passage": item.text}
    return place | confidence_to_json(item.confidence)


def confidence_to_json(confidence: float | None) -> JsonObject:
    """How sure OCR is; nothing for what comes from a text layer."""
    return {} if confidence is None else {"confidence": confidence}


def _yearly_to_json(item: YearlyValue) -> JsonObject:
    final: JsonObject = {"final": True} if item.final else {}
    sure = confidence_to_json(item.confidence)
    return {"year": item.year, **_value_to_json(item.value), **final, **sure}


def _value_to_json(value: Value) -> JsonObject:
    """What is always there, and of the rest only what the value has."""
    rest: JsonObject = {
        "unit": value.unit,
        "label": value.label,
        "printed_year": value.year,
        "printed_first_year": value.first_year,
        "footnote": value.footnote,
        "parts": [_value_to_json(part) for part in value.parts] or None,
        "ambiguous": value.ambiguous or None,
    }
    known = {name: content for name, content in rest.items() if content is not None}
    return {"text": value.text, "kind": value.kind.value, "low": value.low, "high": value.high, **known}


def _warning_to_json(item: ReadingWarning, language: Language) -> JsonObject:
    note = item.message
    return {
        "code": note.code,
        "page": item.page,
        "message": render(note, language),
        "params": dict(note.params),
    }


def plan_from_json(data: object) -> Plan:
    """Make a plan of parsed JSON. Raises InputError, with the place, where it is not as documented."""
    record = Record.of(data, "")
    if (schema := record.whole("schema")) != SCHEMA:
        raise InputError(message("error.json_schema", found=schema, known=SCHEMA))
    document = document_from_json(record.record("document"))
    return Plan(
        document,
        tuple(_statement(item, document.sha256) for item in record.records("statements")),
        tuple(_indicator(item, document.sha256) for item in record.records("indicators")),
        tuple(_warning(item) for item in record.records("warnings")),
    )


def document_from_json(record: Record) -> PlanningDocument:
    """Make a document of a checked record."""
    level, older = record.text_or_none("level"), record.text_or_none("supersedes")
    return PlanningDocument(
        sha256=DocumentId(record.text("sha256")),
        kind=record.choice("kind", PlanKind),
        level=record.choice("level", PlanLevel) if level is not None else None,
        region=record.text_or_none("region"),
        agency=record.text_or_none("agency"),
        period=_period(record),
        title=record.text("title"),
        pages=record.whole("pages"),
        ocr_pages=tuple(as_whole(page, place) for page, place in record.items("ocr_pages")),
        status=record.choice("status", DocumentStatus),
        supersedes=DocumentId(older) if older is not None else None,
        file_name=record.text("file_name"),
    )


def _period(record: Record) -> Period | None:
    if record.fields.get("period") is None:
        return None
    years = [as_whole(year, place) for year, place in record.items("period")]
    if len(years) != 2 or years[0] > years[1]:
        raise wrong(record.at("period"), "[start, end]", years)
    return Period(*years)


def _statement(record: Record, document: DocumentId) -> Statement:
    parent = record.text_or_none("parent")
    return Statement(
        id=StatementId(record.text("id")),
        kind=record.choice("kind", StatementKind),
        text=record.text("text"),
        passage=_passage(record, document),
        number=record.text_or_none("number"),
        parent=StatementId(parent) if parent is not None else None,
        owner=record.text_or_none("owner"),
        kind_probability=_share(record, "kind_probability"),
    )


def _indicator(record: Record, document: DocumentId) -> Indicator:
    statement, direction = record.text_or_none("statement"), record.text_or_none("direction")
    baseline = record.fields.get("baseline")
    return Indicator(
        id=IndicatorId(record.text("id")),
        name=record.text("name"),
        passage=_passage(record, document),
        unit=record.text_or_none("unit"),
        direction=record.choice("direction", Direction) if direction is not None else None,
        statement=StatementId(statement) if statement is not None else None,
        concept=record.text_or_none("concept"),
        baseline=None if baseline is None else _yearly(record.record("baseline")),
        targets=tuple(_yearly(item) for item in record.records("targets")),
    )


def _passage(record: Record, document: DocumentId) -> Passage:
    boxes = tuple(_box(box, place) for box, place in record.items("boxes"))
    return Passage(
        document, record.whole("page"), boxes, record.text("passage"), _share(record, "confidence")
    )


def _share(record: Record, name: str) -> float | None:
    if record.fields.get(name) is None:
        return None
    sure = record.number_or_none(name)
    if sure is None or not 0 <= sure <= 1:
        raise wrong(record.at(name), "0..1", sure)
    return sure


def _box(data: object, place: str) -> Box:
    edges = [as_number(edge, at) for edge, at in as_items(data, place)]
    if len(edges) != 4:
        raise wrong(place, "[x0, top, x1, bottom]", edges)
    x0, top, x1, bottom = edges
    return x0, top, x1, bottom


def _yearly(record: Record) -> YearlyValue:
    return YearlyValue(
        record.whole_or_none("year"), _value(record), record.flag("final"), _share(record, "confidence")
    )


def _value(record: Record, *, part: bool = False) -> Value:
    low, high = record.number_or_none("low"), record.number_or_none("high")
    if low is not None and high is not None and low > high:
        raise wrong(record.at("low"), f"<= {high}", low)
    if part and "parts" in record.fields:  # no printed value nests deeper, and a hostile file may
        raise wrong(record.at("parts"), "-", record.fields["parts"])
    return Value(
        text=record.text("text"),
        kind=record.choice("kind", ValueKind),
        low=low,
        high=high,
        unit=record.text_or_none("unit"),
        label=record.text_or_none("label"),
        year=record.whole_or_none("printed_year"),
        first_year=record.whole_or_none("printed_first_year"),
        footnote=record.text_or_none("footnote"),
        parts=tuple(_value(Record.of(i, at), part=True) for i, at in record.items("parts")),
        ambiguous=record.flag("ambiguous"),
    )


def _warning(record: Record) -> ReadingWarning:
    params = record.record("params")
    pairs = tuple(sorted((name, params.text(name)) for name in params.fields))
    return ReadingWarning(Message(record.text("code"), pairs), record.whole_or_none("page"))
