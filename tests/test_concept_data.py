"""The packaged catalogue: what it covers, what holds for all of it, and where its figures come from."""

import csv
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from selaras.models.catalogue import load_catalogue
from selaras.models.concept_checks import find_problems
from selaras.models.concept_figures import figures_of
from selaras.models.concept_kinds import DIRECTIONS, LEVELS, Certainty, ConceptSource, LabelKind, Match
from selaras.models.concept_rows import read_units
from selaras.models.concepts import read_entries
from selaras.models.framework import load_rpjmn, load_rpjpn
from selaras.models.values import ValueKind, parse_value
from selaras.outputs.catalogue_rows import plain_catalogue

ENTRIES = read_entries()
CONCEPTS = {concept.code: concept for concept in ENTRIES.concepts}
EVERY_SOURCE = frozenset(ConceptSource)
SCHEMA = json.loads(files("selaras.outputs").joinpath("data", "catalogue.schema.json").read_text("utf-8"))


def test_nothing_is_wrong_with_it():
    assert find_problems(ENTRIES, read_units()) == []


def test_it_has_the_shape_of_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(plain_catalogue(ENTRIES))


def test_the_schema_and_the_code_know_the_same_values():
    fields = SCHEMA["$defs"]["concept"]["properties"]
    assert set(fields["unit"]["enum"]) == {*read_units(), None}
    assert fields["direction"]["enum"] == list(DIRECTIONS)
    assert fields["level"]["enum"] == list(LEVELS)
    assert fields["source"]["enum"] == list(ConceptSource)
    assert fields["certainty"]["enum"] == list(Certainty)
    assert fields["match"]["enum"] == [*Match, None]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_concept_has_one_preferred_name_in_each_language(language):
    preferred = {
        concept.code: [
            label.text
            for label in ENTRIES.labels
            if (label.code, label.language) == (concept.code, language)
            and label.text == getattr(concept, f"label_{language}")
        ]
        for concept in ENTRIES.concepts
    }
    assert {code for code, names in preferred.items() if len(names) != 1} == set()


def test_the_45_main_indicators_and_the_five_vision_targets_are_there():
    assert {f"IUP{number}" for number in range(1, 46)} <= CONCEPTS.keys()
    assert {code.partition(".")[0] for code in CONCEPTS if code.startswith("SV")} == {
        f"SV{number}" for number in range(1, 6)
    }


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("IUP2", ["IUP2a", "IUP2b"]),
        ("IUP5", ["IUP5a.i", "IUP5a.ii", "IUP5a.iii", "IUP5b", "IUP5c", "IUP5r"]),
        ("IUP42c", ["IUP42c.i", "IUP42c.ii"]),
        ("IUP43a", ["IUP43a.i", "IUP43a.ii"]),
        ("IUP45", ["IUP45.a", "IUP45.b"]),
    ],
)
def test_an_indicator_of_several_measures_has_its_parts(whole, parts):
    assert [concept.code for concept in ENTRIES.concepts if concept.broader == whole] == parts


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Nilai SAKIP", "D.SAKIP"),
        ("Indeks SPBE", "IUP25"),
        ("Indeks Pemerintah Digital", "IUP25"),
        ("Indeks Kepuasan Masyarakat (IKM)", "D.IKM"),
        ("Nilai Survei Kepuasan Masyarakat", "D.IKM"),
        ("Opini BPK", "D.OPINI"),
        ("Level Maturitas SPIP", "D.SPIP"),
        ("Nilai MCP", "D.MCP"),
        ("Indeks Profesionalitas ASN", "D.ASN"),
        ("Indeks Sistem Merit", "D.MERIT"),
        ("Persentase temuan BPK yang ditindaklanjuti", "D.TLHP"),
        ("Level Kapabilitas APIP", "D.APIP"),
        ("Nilai IKPA", "D.IKPA"),
        ("Tingkat Kegemaran Membaca", "D.TGM"),
        ("Tingkat Kemantapan Jalan", "D.JALAN"),
        ("Rasio Elektrifikasi", "D.ELEKTR"),
        ("Indeks Desa", "D.ID"),
        ("Proporsi pekerja informal", "D.INFORMAL"),
        ("Indeks Keamanan Informasi (KAMI)", "D.KAMI"),
        ("Disaster Risk Index", "IUP44"),
        ("Foreign visitor arrivals", "IUP12b"),
        ("Share of slum area", "D.KUMUH"),
    ],
)
def test_what_agencies_measure_has_a_code(name, code):
    assert load_catalogue().resolve(name, sources=EVERY_SOURCE).code == code


@pytest.mark.parametrize(
    ("code", "direction"),
    [
        ("R.IRB", "down"),
        ("D.RB", "up"),
        ("D.IKD", "up"),
        ("IUP40", "down"),
        ("PN4.18", "up"),
        ("SV5.1", "up"),
        ("D.INTENSITAS", "down"),
        ("D.JKONFLIK", "down"),
        ("D.KONFLIK", "up"),
        ("IUP3", "down"),
        ("R.TC", "up"),
        ("IUP32", "none"),
        ("SV3.1", "down"),
        ("IUP19", "down"),
    ],
)
def test_the_better_direction_is_that_of_the_measure(code, direction):
    assert CONCEPTS[code].direction == direction


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R.IRB", "D.RB"),
        ("IUP27b", "IUP37"),
        ("IUP26", "PN4.16"),
        ("PN4.18", "D.IDG"),
        ("IUP5b", "D.RLS25"),
        ("IUP39", "R.IBANGGA"),
        ("IUP24", "R.IRH"),
    ],
)
def test_what_is_confused_is_told_apart_in_both_languages(one, other):
    told = [item for item in ENTRIES.false_friends if {item.code, item.other} == {one, other}]
    assert len(told) == 1
    assert told[0].why_id != told[0].why_en


def test_a_rank_is_better_the_smaller_it_is():
    ranks = {concept.code: concept.direction for concept in ENTRIES.concepts if concept.unit == "peringkat"}
    assert set(ranks.values()) == {"down"}


def test_life_expectancy_is_one_measure_under_its_old_and_new_name():
    """The statistics office renamed AHH to UHH; what it counts is the same, only the census base changed."""
    found = {
        name: load_catalogue().resolve(name, "tahun").code for name in ("AHH", "UHH", "Angka Harapan Hidup")
    }
    assert set(found.values()) == {"IUP1"}


def test_a_claim_names_who_stands_for_it():
    for concept in ENTRIES.concepts:
        named = {Certainty.HIGH: concept.basis, Certainty.MEDIUM: concept.basis or concept.producer}
        assert named.get(concept.certainty, "nobody"), concept.code


def test_every_figure_is_read_and_has_a_source_and_a_certainty():
    figures = [figure for code in CONCEPTS for figure in figures_of(code)]
    assert len(figures) > 200
    for figure in figures:
        assert parse_value(figure.text).kind not in {ValueKind.UNREADABLE, ValueKind.MISSING}, figure
        assert figure.source
        assert figure.certainty


def test_figures_come_from_the_plans_alone():
    national = {item.code for item in (*load_rpjpn().items, *load_rpjmn().items)}
    wholes = {code if code in national else code.rpartition(".")[0] for code in CONCEPTS if figures_of(code)}
    assert wholes <= national
    assert figures_of("D.IPM") == []


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("IUP45", []),
        ("IUP45.a", ["18,37"]),
        ("IUP45.b", ["26,67"]),
        ("IUP42c.i", ["24"]),
        ("IUP42c.ii", []),
        ("IUP8", ["0,5–0,8"]),
        ("PN8.4", ["0,140", "0,137", "0,135"]),
    ],
)
def test_each_part_has_its_own_figures(code, texts):
    assert [figure.text for figure in figures_of(code)] == texts


def test_names_of_regional_forms_are_regional():
    forms = {code for code, concept in CONCEPTS.items() if concept.match is Match.REGIONAL}
    assert "R.IRB" in forms
    kinds = {label.kind for label in ENTRIES.labels if label.code in forms}
    assert kinds == {LabelKind.REGIONAL, LabelKind.ABBR}


DOCUMENT = (Path(__file__).parents[1] / "docs" / "catalogue.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "rows"), re.findall(r"^\| `(\w+\.csv)` \|.*\| (\d+) \|$", DOCUMENT, re.MULTILINE)
)
def test_the_document_counts_the_rows_of_each_file(name, rows):
    text = files("selaras.models").joinpath("data", "catalogue", name).read_text("utf-8")
    assert len(list(csv.DictReader(text.splitlines()))) == int(rows)


def test_the_document_counts_concepts_measures_and_names():
    [(concepts, measures, names)] = re.findall(
        r"(\d+) concepts, of which (\d+) .* own; ([\d,]+) names", DOCUMENT
    )
    kinds = {LabelKind.PREF, LabelKind.ALT, LabelKind.REGIONAL, LabelKind.ABBR}
    counted = (
        len(ENTRIES.concepts),
        sum(concept.same_as is None for concept in ENTRIES.concepts),
        sum(label.kind in kinds and label.code != "" for label in ENTRIES.labels),
    )
    assert counted == (int(concepts), int(measures), int(names.replace(",", "")))


def test_the_document_lists_the_units():
    told = set(re.findall(r"`([^`]+)`", DOCUMENT.partition("The units are:")[2].partition("\n\n")[0]))
    assert told == read_units()


def test_the_document_counts_certainties():
    told = dict(re.findall(r"^\| `(\w+)` \| (\d+) \| ", DOCUMENT, re.MULTILINE))
    assert {name: int(count) for name, count in told.items()} == Counter(
        c.certainty for c in ENTRIES.concepts
    )


@pytest.mark.parametrize("abbreviation", ["IPK", "IRB", "IPP", "GII", "IKN", "IKD", "IKM", "IKK", "RLS"])
def test_an_abbreviation_of_several_things_is_left_open(abbreviation):
    assert load_catalogue().resolve(abbreviation, sources=EVERY_SOURCE).code is None
