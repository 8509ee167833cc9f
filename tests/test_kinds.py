"""Kinds of passages by wording: the packaged model, the component, and what a missing or damaged model says."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases.wording_features import bare_place, find_features
from selaras.extractors.tagging.kind_model import FACTS, WEIGHTS, load_kinds, read_kinds
from selaras.extractors.tagging.kinds import PassageKind, find_passages, guess_kinds
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.errors import InputError
from selaras.models.messages import LANGUAGES, render

DATA = Path(str(files("selaras.extractors").joinpath("data")))
MOST_BYTES = 3_000_000
OUTCOMES = {PassageKind.GOAL, PassageKind.OBJECTIVE}
DIRECTIONS = {PassageKind.STRATEGY, PassageKind.POLICY_DIRECTION}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Persentase keluarga yang memiliki akses air minum (%)", {PassageKind.INDICATOR}, id="measure"
        ),
        pytest.param("Jumlah kader yang dilatih", {PassageKind.INDICATOR}, id="count"),
        pytest.param("Meningkatnya mutu layanan perizinan", OUTCOMES, id="outcome"),
        pytest.param("Program Pengelolaan Persampahan", {PassageKind.PROGRAM}, id="program"),
        pytest.param("PROGRAM PENGELOLAAN PERSAMPAHAN", {PassageKind.PROGRAM}, id="program-in-capitals"),
        pytest.param("Penyediaan alat tulis kantor", {PassageKind.ACTIVITY}, id="activity"),
        pytest.param(
            "Optimalisasi koordinasi lintas sektor dalam penanganan banjir", DIRECTIONS, id="direction"
        ),
        pytest.param("Tabel 2.3 Jumlah Pegawai Menurut Golongan", {PassageKind.OTHER}, id="caption"),
        pytest.param("120 orang", {PassageKind.OTHER}, id="value"),
        pytest.param(
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", {PassageKind.OTHER}, id="law"
        ),
        pytest.param(
            "Hal tersebut disebabkan oleh curah hujan yang tinggi sepanjang tahun 2019.",
            {PassageKind.OTHER},
            id="prose",
        ),
        pytest.param("", {PassageKind.OTHER}, id="nothing"),
    ],
)
def test_wording_tells_the_kind(text, kinds):
    (guess,) = guess_kinds(build_pipeline(), [text])
    assert guess.kind in kinds
    assert guess.probability == max(guess.probabilities.values())
    assert sum(guess.probabilities.values()) == pytest.approx(1, abs=1e-4)
    assert set(guess.probabilities) == set(PassageKind)


def test_no_texts_have_no_guesses():
    assert guess_kinds(build_pipeline(), []) == []


def test_a_pipeline_without_the_component_guesses_the_same():
    texts = ["Meningkatnya mutu layanan", "Nilai SAKIP"]
    assert guess_kinds(spacy.blank("xx"), texts) == guess_kinds(build_pipeline(), texts)


def test_a_page_gets_spans_with_their_probabilities():
    page = "1. Meningkatnya mutu layanan perizinan;\n2. Persentase izin yang selesai tepat waktu;\n3. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
    doc = build_pipeline()(page)
    spans = doc.spans["kinds"]
    assert [span.text for span in spans] == [
        "Meningkatnya mutu layanan perizinan",
        "Persentase izin yang selesai tepat waktu",
    ]
    for span in spans:
        assert span._.probability == span._.probabilities[PassageKind(span.label_)]


def test_without_sentences_lines_are_passages():
    doc = spacy.blank("xx")("a. Satu hal\n\n- Dua hal;\n")
    assert [doc.text[start:end] for start, end in find_passages(doc)] == ["Satu hal", "Dua hal"]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("1. Satu", "Satu"),
        ("(2) Dua;", "Dua"),
        ("1.1. a) Tiga.", "Tiga"),
        ("• Empat", "Empat"),
        ("a. lima", "lima"),
        ("2019 enam", "2019 enam"),
        ("3.", ""),
        ("", ""),
    ],
)
def test_the_number_in_front_and_the_mark_behind_are_no_part(text, bare):
    start, end = bare_place(text)
    assert text[start:end] == bare


@given(st.sampled_from(["1. ", "2) ", "(3) ", "- ", "b. ", "1.2. "]), st.text("abcmn yang", min_size=3))
def test_a_number_in_front_changes_no_feature(number, text):
    assert find_features(number + "Meningkatnya " + text) == find_features("Meningkatnya " + text)


@given(st.text(max_size=200))
def test_every_text_has_features_and_a_kind(text):
    assert find_features(text)
    assert len(guess_kinds(build_pipeline(), [text])) == 1


@pytest.fixture
def model(tmp_path):
    for name in (WEIGHTS, FACTS):
        shutil.copy(DATA / name, tmp_path)
    return tmp_path


def damage_labels(folder):
    facts = json.loads((folder / FACTS).read_bytes())
    (folder / FACTS).write_text(json.dumps({**facts, "labels": facts["labels"][1:]}))


DAMAGES = {
    "weights-gone": lambda folder: (folder / WEIGHTS).unlink(),
    "facts-gone": lambda folder: (folder / FACTS).unlink(),
    "weights-cut": lambda folder: (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:-9]),
    "weights-empty": lambda folder: (folder / WEIGHTS).write_bytes(b""),
    "weights-changed": lambda folder: (folder / WEIGHTS).write_bytes(
        b"x" + (folder / WEIGHTS).read_bytes()[1:]
    ),
    "facts-no-json": lambda folder: (folder / FACTS).write_text("{"),
    "facts-a-list": lambda folder: (folder / FACTS).write_text("[]"),
    "facts-without-labels": lambda folder: (folder / FACTS).write_text("{}"),
    "a-label-less": damage_labels,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_missing_or_damaged_model_says_what_to_do(model, damage):
    damage(model)
    with pytest.raises(InputError) as caught:
        read_kinds(model)
    for language in LANGUAGES:
        words = render(caught.value.message, language)
        assert "make train" in words
        assert str(model) in words


def test_the_sound_model_is_read(model):
    texts = ["Meningkatnya mutu layanan"]
    assert (read_kinds(model).predict(texts) == load_kinds().predict(texts)).all()


def test_the_packaged_model_is_small_and_holds_numbers_only():
    facts = json.loads((DATA / FACTS).read_bytes())
    assert set(facts) == {"labels", "size", "sha256"}
    assert set(facts["labels"]) == set(PassageKind)
    assert (DATA / WEIGHTS).stat().st_size == 2 * len(facts["labels"]) * (facts["size"] + 1) < MOST_BYTES


def test_guessing_puts_no_text_into_the_vocabulary():
    nlp = spacy.blank("xx")
    guess_kinds(nlp, ["Meningkatnya kewaspadaan khayali"])
    assert "khayali" not in nlp.vocab.strings
