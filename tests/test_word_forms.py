"""Lemmas and normal forms of words that plans are made of."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lemmas import TRUTH, lemmatizers, read_truth, share_right
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.indicator_names import load_words, name_words
from selaras.models.lemmas import lemma, load_lemmas
from selaras.models.normal_forms import load_normal_forms, normal_form
from selaras.models.terms import root_words, rule_stem


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        pytest.param("meningkatnya", "tingkat", id="outcome"),
        pytest.param("pemberdayaan", "daya", id="derived-noun"),
        pytest.param("keberagaman", "ragam", id="rules-find-another-word"),
        pytest.param("tercapainya", "capai", id="rules-cut-too-much"),
        pytest.param("pemerintah", "perintah", id="dictionary-not-topic"),
        pytest.param("pertanggungjawabannya", "tanggung jawab", id="compound-with-an-ending"),
        pytest.param("lembaga-lembaga", "lembaga", id="repeated"),
        pytest.param("ekonom", "ekonom", id="the-word-itself-is-meant"),
        pytest.param("arunika", "arunika", id="unknown"),
        pytest.param("x" * 500, "x" * 500, id="too-long-to-be-a-word"),
    ],
)
def test_lemma(word, wanted):
    assert lemma(word) == wanted


def test_lemmas_of_the_field():
    rows = read_truth(TRUTH)
    assert len(rows) >= 300
    assert share_right(rows, lemma) >= 0.99


def test_no_stock_lemmatizer_is_better():
    shares = {name: share_right(read_truth(TRUTH), find) for name, find in lemmatizers()}
    assert max(shares, key=lambda name: shares[name]).startswith("selaras")


def test_exceptions_are_needed_and_end_at_words():
    table = load_lemmas()
    assert not {stem for stem, meant in table.stems.items() if stem == meant}
    known = root_words() | {"wirausaha", "kinerja", "memadai", "fasilitasi"}
    missing = {
        headword for headword in (*table.forms.values(), *table.stems.values()) if " " not in headword
    } - known
    assert not missing


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("prosentase", "persentase"),
        ("presentase", "persentase"),
        ("propinsi", "provinsi"),
        ("perijinan", "perizinan"),
        ("resikonya", "risikonya"),
        ("analisa", "analisis"),
        ("kwalitas", "kualitas"),
        ("aktifitas", "aktivitas"),
        ("presentasi", "presentasi"),
        ("provinsi", "provinsi"),
    ],
)
def test_normal_form(word, wanted):
    assert normal_form(word) == wanted


def test_a_normal_form_is_normal():
    forms = load_normal_forms()
    assert not set(forms) & set(forms.values())
    assert all(word == word.casefold() and word != normal for word, normal in forms.items())


def test_misspellings_stand_in_one_list():
    with (TRUTH.parents[2] / "models" / "data" / "indicator_words.csv").open(encoding="utf-8") as stream:
        listed = {row["word"] for row in csv.DictReader(stream) if row["kind"] == "same"}
    assert not listed & set(load_normal_forms())
    assert load_words().rewritten["resiko"] == ("risiko",)
    assert name_words("Prosentase kwalitas air").main == name_words("Persentase kualitas air").main


def test_tokens_have_norms_and_lemmas():
    doc = build_pipeline()("Prosentase Propinsi\nMeningkatnya 12.000 Resikonya!")
    assert [token.norm_ for token in doc] == [
        "persentase",
        "provinsi",
        "\n",
        "meningkatnya",
        "12.000",
        "risikonya",
        "!",
    ]
    assert [token.lemma_ for token in doc] == [
        "persentase",
        "provinsi",
        "\n",
        "tingkat",
        "12.000",
        "risiko",
        "!",
    ]


@given(st.text(alphabet="aiknmrptu-", min_size=1, max_size=30))
def test_every_word_has_a_lemma(word):
    assert lemma(word)


PREFIXES = ("", "di", "ke", "ter", "mem", "meng", "per", "kau", "g", "gel")
by_the_rules = StemmerFactory().create_stemmer().stem
SUFFIXES = ("", "i", "an", "kan", "nya", "isme", "lah", "el", "wan")


@given(
    st.sampled_from(PREFIXES),
    st.one_of(st.sampled_from(sorted(root_words())), st.text("abdegiklmnprstuy", min_size=1, max_size=8)),
    st.sampled_from(SUFFIXES),
)
def test_words_without_an_affix_are_what_the_rules_leave_of_them(before, root, after):
    word = f"{before}{root}{after}"
    assert rule_stem(word) == (by_the_rules(word) or word)
