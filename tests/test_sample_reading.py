"""The nine sample plans, read from their PDFs, against the truth that their generator wrote beside them."""

import csv
import json
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from selaras.extractors.reading import read_plan
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.ids import fold
from selaras.models.regions import ExtraRegion

pytestmark = pytest.mark.slow
SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.pdf"))
PLANS = [name for name in NAMES if name != "bukan_rencana"]
# The share of the truth that must be found, and of the finds that must be true, for each plan.
LEAST_FOUND, LEAST_TRUE = 0.6, 0.8


@cache
def regions():
    with (SAMPLES / "regions.csv").open(encoding="utf-8") as rows:
        return tuple(ExtraRegion(**row) for row in csv.DictReader(rows))


@cache
def plan(name):
    return read_plan(SAMPLES / f"{name}.pdf", nlp=build_pipeline(regions()))


def truth(name):
    return json.loads((SAMPLES / "truth" / f"{name}.json").read_text(encoding="utf-8"))


def squeezed(text):
    return fold(text).replace(" ", "")


def found_statements(name):
    return {(s.kind.value, squeezed(s.text)) for s in plan(name).statements}


def true_statements(name):
    return {(s["kind"], squeezed(s["text"])) for s in truth(name)["statements"]}


@pytest.mark.parametrize("name", NAMES)
def test_what_the_document_is(name):
    document, expected = plan(name).document, truth(name)["document"]
    period = document.period and [document.period.start, document.period.end]
    found = {
        "kind": document.kind,
        "level": document.level,
        "region": document.region,
        "agency": document.agency,
    }
    assert {**found, "period": period} == {key: expected[key] for key in (*found, "period")}


@pytest.mark.parametrize("name", PLANS)
def test_statements_are_found_and_true(name):
    found, true = found_statements(name), true_statements(name)
    assert len(found & true) >= LEAST_FOUND * len(true), sorted(true - found)
    assert len(found & true) >= LEAST_TRUE * len(found), sorted(found - true)


@pytest.mark.parametrize("name", [name for name in PLANS if not name.startswith("visi-misi")])
def test_indicators_with_unit_and_targets(name):
    found = {
        (fold(i.name), tuple((t.year, t.value.text) for t in i.targets if not t.final))
        for i in plan(name).indicators
    }
    true = {
        (fold(i["name"]), tuple((t["year"], t["text"]) for t in i["targets"] if not t.get("final")))
        for i in truth(name)["indicators"]
    }
    assert len(found & true) >= LEAST_FOUND * len(true), sorted(true - found)


def test_no_plan_yields_nothing():
    read = plan("bukan_rencana")
    assert (read.statements, read.indicators) == ((), ())


@pytest.mark.parametrize("name", PLANS)
def test_parents_exist_and_make_no_circle(name):
    parents = {s.id: s.parent for s in plan(name).statements}
    for start in parents:
        seen, place = set(), start
        while place is not None:
            assert place in parents
            assert place not in seen
            seen.add(place)
            place = parents[place]


@pytest.mark.parametrize("name", PLANS)
def test_indicators_belong_to_statements_of_the_plan(name):
    known = {s.id for s in plan(name).statements} | {None}
    assert {i.statement for i in plan(name).indicators} <= known


@pytest.mark.parametrize("name", PLANS)
def test_every_word_of_a_statement_stands_on_its_page_or_the_next(name):
    with pdfplumber.open(SAMPLES / f"{name}.pdf") as pdf:
        pages = [squeezed(page.extract_text()) for page in pdf.pages]
    for statement in plan(name).statements:
        near = "".join(pages[statement.passage.page - 1 : statement.passage.page + 1])
        words = [word for word in fold(statement.text).split() if len(word) > 3]
        assert sum(word in near for word in words) >= 0.8 * len(words), statement.text


@pytest.mark.parametrize("name", PLANS)
def test_boxes_lie_on_the_page(name):
    with pdfplumber.open(SAMPLES / f"{name}.pdf") as pdf:
        sizes = [(float(page.width), float(page.height)) for page in pdf.pages]
    items = (*plan(name).statements, *plan(name).indicators)
    for item in items:
        assert item.passage.boxes
        width, height = sizes[item.passage.page - 1]
        for x0, top, x1, bottom in item.passage.boxes:
            assert -1 <= x0 <= x1 <= width + 1
            assert -1 <= top <= bottom <= height + 1


def test_reading_again_gives_the_same_plan():
    name = "visi-misi_calon-1"
    assert read_plan(SAMPLES / f"{name}.pdf", nlp=build_pipeline(regions())) == plan(name)
