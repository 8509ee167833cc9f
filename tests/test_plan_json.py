"""A plan becomes JSON and comes back the same; malformed JSON is refused with its place."""

import copy
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.errors import InputError
from selaras.models.ids import DocumentId, IndicatorId, StatementId
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.messages import message, render
from selaras.models.passages import Passage
from selaras.models.plans import Plan, ReadingWarning
from selaras.models.statements import Statement, StatementKind
from selaras.models.values import Value, ValueKind, parse_value
from selaras.outputs.plain_json import write_json
from selaras.outputs.plan_json import plan_from_json, plan_to_json

SHA = DocumentId("ab" * 32)
texts = st.text(max_size=30)
optional_texts = st.none() | texts
years = st.integers(1900, 2100)
numbers = st.floats(-1e12, 1e12)
boxes = st.lists(st.tuples(numbers, numbers, numbers, numbers), max_size=2).map(tuple)
passages = st.builds(Passage, document=st.just(SHA), page=st.integers(1, 900), boxes=boxes, text=texts)
bounds = st.tuples(st.none() | numbers, st.none() | numbers).map(
    lambda ends: ends if None in ends else tuple(sorted(ends))
)
written_values = st.sampled_from(["4,5–5,0", "≤ 5", "79,51 (2023)", "3,68a)", "Predikat BB", "N/A", "x y"])


def values(parts):
    return st.builds(
        lambda ends, **rest: Value(low=ends[0], high=ends[1], **rest),
        ends=bounds,
        text=texts,
        kind=st.sampled_from(ValueKind),
        unit=optional_texts,
        label=optional_texts,
        year=st.none() | years,
        first_year=st.none() | years,
        footnote=optional_texts,
        parts=parts,
        ambiguous=st.booleans(),
    )


any_value = written_values.map(parse_value) | values(st.lists(values(st.just(())), max_size=2).map(tuple))
yearly = st.builds(YearlyValue, year=st.none() | years, value=any_value, final=st.booleans())
documents = st.builds(
    PlanningDocument,
    sha256=st.just(SHA),
    kind=st.sampled_from(PlanKind),
    level=st.none() | st.sampled_from(PlanLevel),
    region=optional_texts,
    agency=optional_texts,
    period=st.none() | st.lists(years, min_size=2, max_size=2).map(lambda pair: Period(*sorted(pair))),
    title=texts,
    pages=st.integers(0, 2000),
    ocr_pages=st.lists(st.integers(1, 2000), max_size=3).map(tuple),
    status=st.sampled_from(DocumentStatus),
    supersedes=optional_texts,
    file_name=texts,
)
statements = st.builds(
    Statement,
    id=texts,
    kind=st.sampled_from(StatementKind),
    text=texts,
    passage=passages,
    number=optional_texts,
    parent=optional_texts,
    owner=optional_texts,
    kind_probability=st.none() | st.floats(0, 1),
)
indicators = st.builds(
    Indicator,
    id=texts,
    name=texts,
    passage=passages,
    unit=optional_texts,
    direction=st.none() | st.sampled_from(Direction),
    statement=optional_texts,
    concept=optional_texts,
    baseline=st.none() | yearly,
    targets=st.lists(yearly, max_size=2).map(tuple),
)
warnings = st.builds(
    ReadingWarning,
    message=texts.map(lambda name: message("error.missing_file", file=name)),
    page=st.none() | st.integers(1, 900),
)
plans = st.builds(
    Plan,
    document=documents,
    statements=st.lists(statements, max_size=2).map(tuple),
    indicators=st.lists(indicators, max_size=2).map(tuple),
    warnings=st.lists(warnings, max_size=2).map(tuple),
)
SCHEMA = json.loads(
    files("selaras.outputs").joinpath("data", "reading.schema.json").read_text(encoding="utf-8")
)

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def example() -> Plan:
    place = Passage(SHA, 12, ((72.0, 90.1, 523.2, 118.4),), "1.2 Menurunnya kemiskinan")
    statement = Statement(StatementId("s-1"), StatementKind.OBJECTIVE, "Menurunnya kemiskinan", place, "1.2")
    targets = (
        YearlyValue(2025, parse_value("4,5–5,0")),
        YearlyValue(2029, parse_value("≤ 5"), final=True),
    )
    indicator = Indicator(
        IndicatorId("i-1"),
        "Tingkat kemiskinan",
        place,
        unit="%",
        direction=Direction.DOWN,
        statement=statement.id,
        concept="IUP8",
        baseline=YearlyValue(2023, parse_value("5,11")),
        targets=targets,
    )
    document = PlanningDocument(
        SHA, PlanKind.RPJMD, PlanLevel.PROVINCE, "62", period=Period(2025, 2029), pages=312
    )
    note = ReadingWarning(message("error.missing_file", file="a.pdf"), 40)
    return Plan(document, (statement,), (indicator,), (note,))


def written(plan: Plan) -> bytes:
    stream = io.BytesIO()
    write_json(plan_to_json(plan), stream)
    return stream.getvalue()


def test_json_has_the_promised_form():
    data = plan_to_json(example(), "en")
    document, statement, indicator = data["document"], data["statements"][0], data["indicators"][0]
    assert data["schema"] == 1
    assert (document["kind"], document["level"], document["region"]) == ("RPJMD", "PROVINCE", "62")
    assert (document["period"], document["pages"], document["ocr_pages"]) == ([2025, 2029], 312, [])
    assert (statement["kind"], statement["number"], statement["page"]) == ("OBJECTIVE", "1.2", 12)
    assert statement["boxes"] == [[72.0, 90.1, 523.2, 118.4]]
    assert (indicator["unit"], indicator["concept"], indicator["statement"]) == ("%", "IUP8", "s-1")
    assert indicator["baseline"] == {
        "year": 2023,
        "text": "5,11",
        "kind": "number",
        "low": 5.11,
        "high": 5.11,
    }
    assert data["warnings"] == [
        {
            "code": "error.missing_file",
            "page": 40,
            "message": "a.pdf: no such file. Check the path.",
            "params": {"file": "a.pdf"},
        }
    ]


def test_final_stands_only_at_the_column_for_the_end_of_the_period():
    first, last = plan_to_json(example())["indicators"][0]["targets"]
    assert "final" not in first
    assert last["final"] is True
    assert (last["low"], last["high"]) == (None, 5.0)


@settings(deadline=None)
@given(plans)
def test_every_plan_comes_back_the_same_through_bytes(plan):
    assert plan_from_json(json.loads(written(plan))) == plan


@settings(deadline=None)
@given(plans)
def test_every_plan_follows_the_schema(plan):
    VALIDATOR.validate(json.loads(written(plan)))


def test_same_plan_gives_same_bytes():
    assert written(example()) == written(example())


def test_lone_surrogate_of_a_broken_font_survives():
    place = Passage(SHA, 1, (), "a\udc80b")
    plan = Plan(example().document, (Statement(StatementId("s"), StatementKind.GOAL, "a\udc80b", place),))
    assert plan_from_json(json.loads(written(plan))) == plan


def changed(change) -> object:
    data = copy.deepcopy(plan_to_json(example()))
    change(data)
    return data


MALFORMED = [
    ("another schema", lambda d: d.update(schema=2), "2"),
    ("schema as text", lambda d: d.update(schema="1"), "schema"),
    ("schema true", lambda d: d.update(schema=True), "schema"),
    ("no schema", lambda d: d.pop("schema"), "schema"),
    ("no statements", lambda d: d.pop("statements"), "statements"),
    ("statements as object", lambda d: d.update(statements={}), "statements"),
    ("statement as text", lambda d: d["statements"].append("x"), "statements[1]"),
    ("statement without text", lambda d: d["statements"][0].pop("text"), "statements[0].text"),
    ("number as number", lambda d: d["statements"][0].update(number=1.2), "statements[0].number"),
    ("unknown kind", lambda d: d["statements"][0].update(kind="SASARAN"), "OBJECTIVE"),
    ("unknown plan", lambda d: d["document"].update(kind="RTRW"), "document.kind"),
    ("one year", lambda d: d["document"].update(period=[2025]), "document.period"),
    ("years turned round", lambda d: d["document"].update(period=[2029, 2025]), "document.period"),
    ("page true", lambda d: d["statements"][0].update(page=True), "statements[0].page"),
    ("box of three", lambda d: d["statements"][0].update(boxes=[[1, 2, 3]]), "statements[0].boxes[0]"),
    (
        "box not a number",
        lambda d: d["statements"][0].update(boxes=[[1, 2, 3, float("nan")]]),
        "statements[0].boxes[0][3]",
    ),
    ("low above high", lambda d: d["indicators"][0]["baseline"].update(low=9), "indicators[0].baseline.low"),
    (
        "infinite",
        lambda d: d["indicators"][0]["baseline"].update(high=float("inf")),
        "indicators[0].baseline.high",
    ),
    ("final as text", lambda d: d["indicators"][0]["targets"][0].update(final="no"), "targets[0].final"),
    (
        "parts in parts",
        lambda d: d["indicators"][0]["baseline"].update(
            parts=[{"text": "", "kind": "number", "low": 1, "high": 1, "parts": []}]
        ),
        "baseline.parts[0].parts",
    ),
    ("params with a number", lambda d: d["warnings"][0]["params"].update(file=1), "warnings[0].params.file"),
]


@pytest.mark.parametrize(
    ("change", "place"), [case[1:] for case in MALFORMED], ids=[case[0] for case in MALFORMED]
)
def test_malformed_json_is_refused_with_its_place(change, place):
    with pytest.raises(InputError) as caught:
        plan_from_json(changed(change))
    assert place in render(caught.value.message, "en")


@pytest.mark.parametrize("data", [None, [], "plan", 1])
def test_what_is_no_object_is_refused(data):
    with pytest.raises(InputError):
        plan_from_json(data)


def test_every_field_of_the_schema_is_documented():
    names = {name for part in SCHEMA["$defs"].values() for name in part.get("properties", {})}
    documentation = (Path(__file__).parents[1] / "docs" / "reading-json.md").read_text(encoding="utf-8")
    assert names <= set(re.findall(r"^\| `(\w+)`", documentation, flags=re.MULTILINE))


def test_unknown_fields_are_passed_over():
    assert plan_from_json(changed(lambda d: d["document"].update(colour="green"))) == example()
