"""A label that is only the beginning of a longer name does not tell what the longer name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases.concept_trie import split_words
from selaras.extractors.phrases.concepts import load_finder
from selaras.extractors.phrases.longer_names import MOST_WORDS, is_bound, name_end


def found(text):
    mentions = load_finder().find(text)
    return [(text[mention.start : mention.end], mention.resolution.code) for mention in mentions]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tingkat Kemiskinan Energi 12%", id="of-something"),
        pytest.param("TINGKAT KEMISKINAN ENERGI 12%", id="in-capitals"),
        pytest.param("Laju pertumbuhan ekonomi kreatif 5 persen", id="a-part-of-it"),
        pytest.param("Tingkat Pengangguran Terbuka Lulusan SMK 9%", id="of-a-group"),
        pytest.param("Tingkat Pengangguran Terbuka (TPT) Lulusan SMK 9%", id="behind-its-abbreviation"),
        pytest.param("Indeks Desa Pesisir Lestari sebesar 0,5", id="a-name-of-its-own"),
        pytest.param("Tingkat kemiskinan\nenergi 12%", id="over-a-line"),
        pytest.param("Tingkat kemiskinan rumah tangga petani", id="words-that-say-little-between"),
        pytest.param("tingkat pengangguran terbuka menengah kejuruan", id="looks-like-a-verb"),
    ],
)
def test_the_beginning_of_another_name_is_left_out(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("Angka Kemiskinan Multidimensi 4%", ("Angka Kemiskinan Multidimensi", "D.MPI"), id="known"),
        pytest.param("Tingkat Kemiskinan 12%", ("Tingkat Kemiskinan", "IUP8"), id="number"),
        pytest.param("Tingkat kemiskinan sebesar 12%", ("Tingkat kemiskinan", "IUP8"), id="value-word"),
        pytest.param("Tingkat kemiskinan di pesisir", ("Tingkat kemiskinan", "IUP8"), id="preposition"),
        pytest.param("Tingkat kemiskinan dan energi", ("Tingkat kemiskinan", "IUP8"), id="conjunction"),
        pytest.param("Tingkat kemiskinan mengecil", ("Tingkat kemiskinan", "IUP8"), id="verb"),
        pytest.param("Tingkat kemiskinan dihitung ulang", ("Tingkat kemiskinan", "IUP8"), id="passive-verb"),
        pytest.param("Tingkat kemiskinan cenderung turun", ("Tingkat kemiskinan", "IUP8"), id="adverb"),
        pytest.param("Tingkat Kemiskinan Kabupaten Embun 5%", ("Tingkat Kemiskinan", "IUP8"), id="unknown-region"),
        pytest.param("Tingkat Kemiskinan Bandung Barat 5%", ("Tingkat Kemiskinan", "IUP8"), id="known-region"),
        pytest.param("tingkat kemiskinan Embun 5%", ("tingkat kemiskinan", "IUP8"), id="a-name-in-capitals"),
        pytest.param("Tingkat Kemiskinan anjloknya drastis", ("Tingkat Kemiskinan", "IUP8"), id="small-letters"),
        pytest.param("Tingkat Kemiskinan\nDinas Sosial", ("Tingkat Kemiskinan", "IUP8"), id="next-cell"),
        pytest.param("Tingkat Kemiskinan (%) Dinas Sosial", ("Tingkat Kemiskinan (%)", "IUP8"), id="unit-between"),
        pytest.param("Tingkat kemiskinan masyarakat", ("Tingkat kemiskinan", "IUP8"), id="says-nothing-else"),
        pytest.param("Inflasi pangan 3 persen", ("Inflasi pangan", "D.INFLASIPANGAN"), id="one-word-label"),
    ],
)  # fmt: skip
def test_what_follows_a_name(text, mention):
    assert found(text) == [mention]


def test_a_longer_name_that_is_only_near_is_not_called_the_same():
    (mention,) = load_finder().find("Tingkat kemiskinan masyarakat")
    assert mention.resolution.reason.code == "resolve.near_label"


def test_a_name_has_an_end():
    words = split_words("tingkat" + " awan" * 50)
    assert name_end("tingkat" + " awan" * 50, words, 0, 0) == MOST_WORDS


@pytest.mark.parametrize("word", ["energi", "digital", "menular", "medis", "pesisir"])
def test_words_of_names(word):
    assert not is_bound(word)


@given(st.text(alphabet="aksI PKT(),.%\n12", max_size=60))
def test_a_name_ends_within_the_text(text):
    words = split_words(text)
    for at in range(len(words)):
        assert at <= name_end(text, words, at, at) < len(words)
