"""Mentions of indicators in running text: found where a measure is meant, and nowhere else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases import concepts
from selaras.extractors.phrases.concept_trie import build_trie, label_words, longest_match, split_words
from selaras.extractors.phrases.concepts import MOST_DECIDED, load_finder
from selaras.extractors.phrases.values_behind import (
    PAGE,
    ValueBehind,
    find_value,
    sentence_around,
    sentences_around,
)
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.catalogue import load_catalogue
from selaras.models.concepts import LabelKind

FINDER = load_finder()


def found(text, agency=""):
    return [(text[m.start : m.end], m.resolution.code) for m in FINDER.find(text, agency)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "Menekan prevalensi stunting menjadi 14%", [("prevalensi stunting", "IUP2b")], id="label"
        ),
        pytest.param("IPM tahun 2023 sebesar 73,73", [("IPM", "D.IPM")], id="abbreviation made of its name"),
        pytest.param("Nilai SPBE sebesar 3,1", [("Nilai SPBE", "IUP25")], id="abbreviation that is measured"),
        pytest.param("Penerapan SPBE di dinas", [], id="abbreviation of something done"),
        pytest.param(
            "Tingkat\nPengangguran Terbuka (TPT) turun",
            [("Tingkat\nPengangguran Terbuka (TPT)", "IUP15")],
            id="over a line, with its abbreviation",
        ),
        pytest.param(
            "Angka Partisipasi Kasar (APK) Pendidikan Tinggi",
            [("Angka Partisipasi Kasar (APK) Pendidikan Tinggi", "IUP6")],
            id="abbreviation inside",
        ),
        pytest.param("Prosentase penduduk miskin", [("Prosentase penduduk miskin", "IUP8")], id="misspelt"),
        pytest.param(
            "tingkat pengangguan terbuka", [("tingkat pengangguan terbuka", "IUP15")], id="misprint"
        ),
        pytest.param(
            "Angka harapan hidup sehat", [("Angka harapan hidup sehat", "D.HALE")], id="longer one wins"
        ),
        pytest.param("Pembinaan penduduk miskin", [], id="persons are no measure"),
        pytest.param(
            "penduduk miskin sebesar 5,1 persen", [("penduduk miskin", "IUP8")], id="but their share is"
        ),
        pytest.param("Pengembangan pariwisata 12 persen", [], id="heading of a group of indicators"),
        pytest.param("pusat pertumbuhan ekonomi baru", [], id="growth that nobody measures"),
        pytest.param("tingkat kemiskinan perempuan", [], id="of a group"),
        pytest.param("dimensi indeks demokrasi indonesia", [], id="a part"),
        pytest.param("persentase penurunan angka kemiskinan", [], id="a share of a change"),
        pytest.param("penurunan angka kemiskinan", [("angka kemiskinan", "IUP8")], id="a change as an act"),
        pytest.param("Biaya (% PDB)", [], id="part of a unit"),
        pytest.param("Ikatan Dokter Indonesia (IDI)", [], id="brackets repeat another name"),
        pytest.param("Nilai IPK sebesar 56,4", [("IPK", None)], id="left open"),
        pytest.param("Pencegahan korupsi menaikkan IPK", [("IPK", "IUP27b")], id="its sentence"),
        pytest.param("IPK naik. Cagar budaya. Sanggar seni.", [("IPK", "IUP37")], id="its page"),
        pytest.param("IRB turun menjadi 148,2", [("IRB", "IUP44")], id="its value"),
        pytest.param("ipm tahun 2023 sebesar 73,73", [], id="abbreviations are printed in capitals"),
        pytest.param("Tingkat. Kemiskinan", [], id="parted by a full stop"),
        pytest.param("Tingkat\n\nKemiskinan", [], id="parted by an empty line"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_mentions(text, mentions):
    assert found(text) == mentions


def test_the_agency_decides():
    assert found("Nilai IRB 2023", "BPBD") == [("IRB", "IUP44")]


def test_an_open_mention_has_its_candidates():
    (mention,) = FINDER.find("Nilai IPK sebesar 56,4")
    assert [code for code, _ in mention.resolution.candidates] == ["IUP27b", "IUP37"]


@pytest.mark.parametrize("kind", [LabelKind.FALSE_FRIEND, LabelKind.OUTSIDE])
def test_what_only_looks_like_an_indicator_is_not_linked_to_it(kind):
    acts = tuple(FINDER.acts)  # in running text a change is what is done to the measure
    named = [label for label in load_catalogue().labels if label.kind is kind]
    labels = [label for label in named if not label.text.casefold().startswith(acts)]
    assert labels
    for label in labels:
        assert all(code != label.code or not code for _, code in found(f"{label.text} sebesar 5,1"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("|menjadi 14% pada 2029", ValueBehind("14", "%")),
        ("|2023 sebesar 73,73", ValueBehind("73,73")),
        ("|turun. Sebanyak 5 persen", ValueBehind()),
        ("|150 per 100.000 kelahiran\nhidup", ValueBehind("150", "per 100.000 kelahiran hidup")),
        ("|tahun 2024", ValueBehind()),
        ("|\n\n12,5", ValueBehind()),
        ("|" + "x" * 90 + " 5%", ValueBehind()),
    ],
)
def test_the_value_behind(text, value):
    assert find_value(text, text.index("|") + 1) == value


def test_the_sentence_around():
    text = "Satu. Dua IPK tiga; empat"
    assert sentence_around(text, 10, 13) == "Dua IPK tiga"


@pytest.mark.parametrize(
    ("between", "code"),
    [
        pytest.param(20, "IUP37", id="on-the-same-page"),
        pytest.param(2000, None, id="in-another-chapter"),
    ],
)
def test_what_an_abbreviation_means_is_told_near_it(between, code):
    *_, short = FINDER.find("Indeks Pembangunan Kebudayaan (IPK)." + " Lain." * between + " Nilai IPK 56.")
    assert short.resolution.code == code


def test_no_more_is_looked_at_than_a_long_page():
    text = "IPK " * 10_000
    assert sum(map(len, sentences_around(text, 20_000, 20_003))) <= 2 * PAGE + 3


def test_of_a_flood_of_abbreviations_the_rest_is_left_open(monkeypatch):
    looked = []
    monkeypatch.setattr(concepts, "sentences_around", lambda *at: looked.append(at) or sentences_around(*at))
    text = "Pencegahan korupsi menaikkan IPK 5.\n\n" * (3 * PAGE // 37)
    mentions = list(FINDER.find(text))
    pages = [mention.start // PAGE for mention in mentions]
    decided = [page for page, mention in zip(pages, mentions, strict=True) if mention.resolution.code]
    assert Counter(decided) == dict.fromkeys(set(pages), MOST_DECIDED)
    assert len(looked) == len(decided) < len(mentions)
    assert all(mention.resolution.candidates for mention in mentions)


def test_the_component_sets_code_unit_and_resolution():
    doc = build_pipeline()("Tingkat kemiskinan ditargetkan 5 persen. Nilai IPK 56,4.")
    poverty, short = doc.spans["indicators"]
    assert (poverty.text, poverty.label_, poverty.kb_id_) == ("Tingkat kemiskinan", "INDICATOR", "IUP8")
    assert (poverty._.unit, poverty._.resolution.code) == ("persen", "IUP8")
    assert (short.text, short.kb_id_) == ("IPK", "")
    assert short._.resolution.candidates


def test_the_component_asks_for_the_agency_of_the_text():
    nlp = build_pipeline()
    doc = nlp.make_doc("Nilai IRB 2023")
    doc._.agency = "BPBD"
    assert [span.kb_id_ for span in nlp(doc).spans["indicators"]] == ["IUP44"]


@given(st.text(alphabet="aksImeningkat PKTU(),.%\n1234", max_size=120))
def test_mentions_are_in_order_and_apart(text):
    mentions = list(FINDER.find(text))
    ends = [0, *(mention.end for mention in mentions)]
    assert all(before <= mention.start < mention.end for before, mention in zip(ends, mentions, strict=False))


@given(st.sampled_from([lab.text for lab in load_catalogue().labels if label_words(lab.text)]))
def test_a_trie_finds_what_it_was_made_of(label):
    words = label_words(label)
    trie = build_trie([(7, words)])
    text = " ".join(words)
    match = longest_match(trie, text, split_words(text), 0)
    assert match is not None
    assert match.label == 7
