"""Labels are weighed all at once; the outcome is that of weighing them one after the other."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from name_variants import VARIANTS
from plain_scores import plain_score

from selaras.models.catalogue import load_catalogue, spell_out
from selaras.models.indicator_names import NameWords, name_words

CATALOGUE = load_catalogue()
LABELS = [
    spell_out(name_words(lab.text), CATALOGUE.abbreviations, CATALOGUE.concepts) for lab in CATALOGUE.labels
]
WORDS = sorted({word for label in LABELS for word in label.all} | {"jumlah", "laju", "zzz", "aspek"})
EVEN = np.ones(len(LABELS))


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.lists(st.sampled_from(WORDS), max_size=3))
def test_all_labels_at_once_score_as_one_by_one(main, aside):
    name = NameWords(tuple(main), tuple(aside))
    near = CATALOGUE.index.nearest(name, EVEN)
    for position, score in zip(near.positions, near.scores, strict=True):
        assert score == pytest.approx(plain_score(CATALOGUE.index, name, LABELS[position]))


def test_the_best_label_comes_first_and_of_equals_the_first_listed():
    near = CATALOGUE.index.nearest(name_words("Persentase penduduk miskin"), EVEN)
    assert list(near.scores) == sorted(near.scores, reverse=True)
    assert near.scores[0] == 1.0


@pytest.mark.parametrize("name", [NameWords(()), NameWords(("persentase", "tingkat")), NameWords(("zzz",))])
def test_words_that_say_nothing_are_near_no_label(name):
    assert CATALOGUE.index.nearest(name, EVEN).positions.size == 0


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param(("pengangguarn",), ("pengangguran",), id="letters swapped"),
        pytest.param(("harmomi",), ("harmoni",), id="wrong letter"),
        pytest.param(("kewaspadaam",), ("kewaspadaan",), id="long word, wrong end"),
        pytest.param(("koe", "fisien"), ("koefisien",), id="cut in two"),
        pytest.param(("pendudukmiskin",), ("penduduk", "miskin"), id="run together"),
        pytest.param(("inflasi", "kota", "antah"), ("inflasi", "kota"), id="unknown place"),
        pytest.param(("kota", "tolerran"), ("kota", "toleran"), id="misprint after kota is no place"),
        pytest.param(
            ("kabupaten", "kotaterhadap"),
            ("kabupaten", "kota", "terhadap"),
            id="run together after kabupaten",
        ),
        pytest.param(("kemiskinn",), ("miskin",), id="misprint of a word that counts as another"),
        pytest.param(("kemis", "kinan"), ("miskin",), id="such a word cut in two"),
        pytest.param(("ketenaga", "kerjaan"), ("ketenagakerjaan",), id="cut in two, the first half no word"),
        pytest.param(("dibawah",), ("bawah",), id="a word that says nothing run together with another"),
        pytest.param(("t1ngkat",), ("tingkat",), id="a digit for a letter"),
        pytest.param(("pernerintah",), ("pemerintah",), id="rn for m"),
        pytest.param(("engangguran",), ("pengangguran",), id="first letter lost"),
        pytest.param(("epngangguran",), ("pengangguran",), id="first letters swapped"),
        pytest.param(("niai",), ("nilai",), id="short word that lost a letter"),
        pytest.param(("indeks", "kewaspad"), ("indeks", "kewaspadaan"), id="last word cut off"),
        pytest.param(("kewaspad", "indeks"), ("kewaspad", "indeks"), id="only the last word may be cut"),
        pytest.param(("antah",), ("antah",), id="unknown word stays"),
        pytest.param(("ipx",), ("ipx",), id="short words have too many neighbours"),
        pytest.param(("iku4tif",), ("iku4tif",), id="no word at all"),
    ],
)
def test_slips_are_mended(written, meant):
    assert CATALOGUE.known.mend(NameWords(written)).main == meant


@given(
    st.sampled_from(sorted(VARIANTS)), st.sampled_from([lab.text for lab in CATALOGUE.labels]), st.integers()
)
def test_every_way_of_writing_gives_a_name(way, label, seed):
    assert VARIANTS[way](random.Random(seed), label)
