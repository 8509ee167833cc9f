"""English words: stems, names of programs, and which language texts are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.english import find_words, load_terms, stem
from selaras.models.messages import LANGUAGES
from selaras.models.text_languages import guess_language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The system shall log all errors.", ("system", "log", "errors")),
        ("getErrorCount()", ("get", "error", "count")),
        ("XMLFile and HTTPServer2", ("xml", "file", "http", "server")),
        ("APIs of the DPU-CCM", ("api", "dpu", "ccm")),
        ("Level1A_data_product", ("level", "data", "product")),
        ("e-mail to user's account", ("mail", "user", "account")),
        ("naïve café", ("naïve", "café")),
        ("of the a 12 3.4 %", ()),
        ("", ()),
    ],
)
def test_words_that_carry_meaning(text, words):
    assert find_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("errors", "error"),
        ("compression", "compressed"),
        ("iterators", "iterate"),
        ("validation", "validated"),
    ],
)
def test_forms_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


def test_a_run_of_letters_without_end_is_no_word():
    assert stem("ing" * 500) == "ing" * 500


def test_boilerplate_is_known_by_its_stem():
    assert {stem("requirements"), stem("provides")} <= load_terms().boilerplate


def test_no_word_is_both_small_and_boilerplate():
    assert not {stem(word) for word in load_terms().function} & load_terms().boilerplate


@given(st.text())
def test_any_text_has_words_in_small_letters(text):
    assert all(word == word.casefold() and len(word) > 1 for word in find_words(text))


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Masyarakat yang sehat dan sejahtera"], "id"),
        (["Pendidikan bermutu untuk semua", "Kesehatan untuk semua"], "id"),
        (
            ["Meningkatnya kualitas Smart City", "Reformasi birokrasi yang adaptif", "Data dan informasi"],
            "id",
        ),
        (["The system shall keep a log"], "en"),
        (["Users can print a bill", "An account is closed after 30 days"], "en"),
        (["SPBE", "PDRB 2025", "IKU"], None),  # no small word at all
        (["Kesehatan bagi warga"], None),  # one is too few
        (["Data dan informasi yang terbuka", "Access to the data"], None),  # both
        ([], None),
    ],
)
def test_the_language_of_texts_is_told_by_small_words(texts, language):
    assert guess_language(texts) == language


def test_every_language_of_messages_can_be_told():
    assert set(LANGUAGES) == {guess_language(["yang dan untuk"]), guess_language(["the and of"])}
