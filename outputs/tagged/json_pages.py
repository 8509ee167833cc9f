"""Tagged documents as JSON, one object or one line a page; described in docs/tagging.md."""

import json
from collections.abc import Iterator

from selaras.models.documents import PlanningDocument
from selaras.models.plans import ReadingWarning
from selaras.models.tags import Tag, TagFacts, TaggedPage
from selaras.models.value_kinds import Value
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.shown_text import UNSHOWN
from selaras.outputs.tagged.document import TaggedDocument
from selaras.outputs.tagged.words import TagWords

SCHEMA = 1


def json_parts(tagged: TaggedDocument, words: TagWords) -> Iterator[str]:
    """One JSON object in parts, a page at a time; the counts of the groups come last."""
    head = {
        "schema": SCHEMA,
        "file": tagged.file_name,
        "document": document_to_json(tagged.document) if tagged.document else None,
        "warnings": _warnings(tagged.warnings, words),
    }
    yield _dump(head)[:-1] + ', "pages": [\n'
    comma = ""
    for page in tagged.counted_pages():
        yield comma + _dump(page_to_json(page, words))
        comma = ",\n"
    yield f'\n], "groups": {_dump(dict(sorted(tagged.counts.tags.items())))}}}\n'


def json_lines(tagged: TaggedDocument, words: TagWords) -> Iterator[str]:
    """One JSON object a line, one line a page."""
    for page in tagged.counted_pages():
        yield _dump({"schema": SCHEMA, "file": tagged.file_name, **page_to_json(page, words)}) + "\n"


def page_to_json(page: TaggedPage, words: TagWords) -> JsonObject:
    """A page with its text, its tags and its warnings."""
    return {
        "page": page.page,
        "text": page.text,
        "tags": [tag_to_json(tag, words) for tag in page.tags],
        "warnings": _warnings(page.warnings, words),
    }


def tag_to_json(tag: Tag, words: TagWords) -> JsonObject:
    """A tag; what is not known of it is left out."""
    known = {name: value for name, value in _facts(tag.facts, words).items() if value is not None}
    return {
        "group": tag.group,
        "label": tag.label,
        "text": tag.text,
        "start": tag.start,
        "end": tag.end,
        "boxes": [[round(edge, 2) for edge in box] for box in tag.boxes],
        "guess": tag.facts.guess,
        **known,
    }


def document_to_json(document: PlanningDocument) -> JsonObject:
    """What the file was found to be."""
    period = document.period
    return {
        "sha256": document.sha256,
        "kind": document.kind,
        "region": document.region,
        "agency": document.agency,
        "period": [period.start, period.end] if period else None,
        "pages": document.pages,
    }


def _facts(facts: TagFacts, words: TagWords) -> JsonObject:
    return {
        "probability": facts.sureness,
        "code": facts.region,
        "concept": facts.concept,
        "name": words.name_of(facts),
        "number": facts.number,
        "year": facts.year,
        "value": _value(facts.value) if isinstance(facts.value, Value) else None,
        "unit": facts.unit,
        **_resolution(facts, words),
    }


def _resolution(facts: TagFacts, words: TagWords) -> JsonObject:
    if facts.resolution is None:
        return {}
    candidates = [{"code": code, "probability": chance} for code, chance in facts.resolution.candidates]
    return {"reason": words.labels.render(facts.resolution.reason), "candidates": candidates or None}


def _value(value: Value) -> JsonObject:
    return {"text": value.text, "kind": value.kind, "low": value.low, "high": value.high, "unit": value.unit}


def _warnings(warnings: tuple[ReadingWarning, ...], words: TagWords) -> list[JsonObject]:
    return [
        {"code": item.message.code, "page": item.page, "message": words.labels.render(item.message)}
        for item in warnings
    ]


def _dump(data: JsonObject) -> str:
    """JSON on one line; characters that could steer a terminal are written as their escapes."""
    plain = json.dumps(data, ensure_ascii=False, allow_nan=False)
    return UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)
