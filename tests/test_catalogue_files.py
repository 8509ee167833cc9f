"""The catalogue as files: SKOS that others can parse, JSON of its schema, tables that can be read again."""

import io
import json
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, URIRef

from selaras.flows.cli import run
from selaras.models.concept_kinds import Concept, ConceptSource, Entries, FalseFriend, Label, LabelKind, Match
from selaras.models.concepts import read_entries
from selaras.models.messages import LANGUAGES
from selaras.outputs.catalogue_rows import HEADS, table_rows
from selaras.outputs.skos import write_skos

SEL = Namespace("urn:selaras:catalogue:term:")


def code(name: str) -> URIRef:
    return URIRef(f"urn:selaras:catalogue:{name}")


def parsed(entries: Entries) -> Graph:
    stream = io.BytesIO()
    write_skos(entries, stream)
    return Graph().parse(data=stream.getvalue(), format="turtle")


@pytest.fixture(scope="module")
def graph():
    return parsed(read_entries())


def test_every_concept_is_a_skos_concept_of_the_scheme(graph):
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert concepts == {code(concept.code) for concept in read_entries().concepts}
    assert set(graph.subjects(SKOS.inScheme, URIRef("urn:selaras:catalogue"))) == concepts


def test_skos_asks_for_one_preferred_label_a_language_and_none_that_is_alternative_too(graph):
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        preferred = list(graph.objects(concept, SKOS.prefLabel))
        assert sorted(label.language for label in preferred) == ["en", "id"], concept
        assert not set(preferred) & set(graph.objects(concept, SKOS.altLabel)), concept


def test_links_of_the_graph_lead_to_concepts(graph):
    links = (SKOS.broader, SKOS.related, SKOS.exactMatch, SKOS.broadMatch, SKOS.relatedMatch, SEL.other)
    ends = {end for link in links for end in graph.objects(None, link) if isinstance(end, URIRef)}
    assert ends <= set(graph.subjects(RDF.type, SKOS.Concept))
    assert (code("IUP2a"), SKOS.broader, code("IUP2")) in graph
    assert (code("SV2.1"), SKOS.exactMatch, code("IUP8")) in graph
    assert (code("R.IRB"), SKOS.relatedMatch, code("IUP44")) in graph


def test_what_is_broader_is_not_related_as_well(graph):
    broader = {frozenset(pair) for pair in graph.subject_objects(SKOS.broader)}
    assert not broader & {frozenset(pair) for pair in graph.subject_objects(SKOS.related)}


def test_figures_keep_their_source_and_certainty(graph):
    target = next(
        node
        for node in graph.objects(code("PN6.1"), SEL.target)
        if graph.value(node, SEL.period) == Literal("2029")
    )
    assert str(graph.value(target, SEL.text)) == "4,5–5,0"
    assert str(graph.value(target, SEL.certainty)) == "high"
    assert str(graph.value(target, DCTERMS.source)) == "Perpres 12/2025"


def test_false_friends_tell_why_in_both_languages(graph):
    node = next(
        n for n in graph.objects(code("R.IRB"), SEL.confusedWith) if graph.value(n, SEL.other) == code("D.RB")
    )
    assert {note.language for note in graph.objects(node, SKOS.note)} == {"id", "en"}


# Any text that UTF-8 can hold; what it cannot is replaced.
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
ONE = Concept("A", "Kadar", "Rate", "%", "up", "ALL", ConceptSource.OWN)


@given(TEXTS)
def test_a_text_comes_out_of_turtle_as_it_went_in(text):
    found = parsed(Entries((replace(ONE, note_id=text),), (Label("A", text, LabelKind.ALT),)))
    assert str(found.value(code("A"), SKOS.scopeNote)) == text
    assert str(found.value(code("A"), SKOS.altLabel)) == text


@pytest.mark.parametrize(
    "text", ['" . <urn:x> a <urn:y> .', "\\", '"""', "baris\nlain", "\x00", "\ud800", "> ."]
)
def test_no_text_ends_its_literal_or_name(text):
    friend = FalseFriend(text, "", text, text, text)
    found = parsed(Entries((replace(ONE, code=text, related=(text,)),), (), (friend,)))
    assert len(set(found.subjects(RDF.type, SKOS.Concept))) == 1
    assert (URIRef("urn:x"), RDF.type, URIRef("urn:y")) not in found


@pytest.mark.parametrize(
    ("match", "relation"),
    [
        (Match.EXACT, SKOS.exactMatch),
        (Match.CLOSE, SKOS.closeMatch),
        (Match.PART, SKOS.broadMatch),
        (Match.REGIONAL, SKOS.relatedMatch),
    ],
)
def test_each_kind_of_match_has_its_word_in_skos(match, relation):
    found = parsed(Entries((ONE, replace(ONE, code="B", same_as="A", match=match))))
    assert (code("B"), relation, code("A")) in found


# Files of the command


@pytest.fixture
def environ(tmp_path):
    return {"SELARAS_HOME": str(tmp_path / "home")}


def test_json_has_the_shape_of_its_schema(tmp_path, environ):
    assert run(["catalogue", "--format", "json", "--output", str(tmp_path / "c.json")], environ) == 0
    schema = json.loads(files("selaras.outputs").joinpath("data", "catalogue.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads((tmp_path / "c.json").read_text("utf-8")))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_that_is_read_again_changes_nothing(tmp_path, environ, ending):
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    assert run(["catalogue", "--format", ending, "--output", str(first)], environ) == 0
    again = {**environ, "SELARAS_CATALOGUE": str(first)}
    assert run(["catalogue", "--format", ending, "--output", str(second)], again) == 0
    assert cells(first) == cells(second)


def cells(path):
    if path.suffix == ".csv":
        return path.read_text("utf-8")
    return list(load_workbook(path).active.iter_rows(values_only=True))


def test_no_cell_is_a_formula(tmp_path, environ):
    own = tmp_path / "own.csv"
    own.write_text('code,label_id,unit\nKA.1,"=HYPERLINK(""http://x"")",%\n', encoding="utf-8")
    output = tmp_path / "c.xlsx"
    given = {**environ, "SELARAS_CATALOGUE": str(own)}
    assert run(["catalogue", "--format", "xlsx", "--output", str(output)], given) == 0
    found = [cell for row in load_workbook(output).active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in found} == {"s"}
    assert any("HYPERLINK" in cell.value for cell in found)


def test_rows_have_a_cell_for_each_column():
    assert {len(row) for row in table_rows(read_entries(), "id")} == {len(HEADS)}


@pytest.mark.parametrize(("language", "title"), [("id", "Katalog"), ("en", "Catalogue")])
def test_a_workbook_is_made_for_reading(tmp_path, environ, language, title):
    path = tmp_path / "c.xlsx"
    given = {**environ, "SELARAS_LANG": language}
    assert run(["catalogue", "--format", "xlsx", "--output", str(path)], given) == 0
    sheet = load_workbook(path).active
    assert (sheet.title, sheet.freeze_panes) == (title, "A2")
    assert sheet.auto_filter.ref == sheet.dimensions


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_tells_what_a_concept_is_confused_with_or_why_it_has_no_code(language):
    rows = [dict(zip(HEADS, row, strict=True)) for row in table_rows(read_entries(), language)]
    friend = next(f for f in read_entries().false_friends if f.code == "IUP8")
    told = next(row["false_friends"] for row in rows if row["code"] == "IUP8")
    assert (friend.why_id if language == "id" else friend.why_en) in told
    assert all(bool(row["remark"]) is not bool(row["code"]) for row in rows)


@pytest.mark.parametrize(
    ("name", "output", "words"),
    [("pdf", "c.pdf", "ttl, json, xlsx, csv"), ("ttl", "c.csv", ".ttl"), ("csv", "katalog", ".csv")],
)
def test_a_format_that_does_not_suit_is_refused(tmp_path, capsys, name, output, words):
    assert run(["catalogue", "--format", name, "--output", str(tmp_path / output)], {}) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / output).exists()
