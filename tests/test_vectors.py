"""What words are about by the company they keep: packaged vectors, vectors of texts, how they are learned."""

from pathlib import Path

import numpy as np
import pytest
import train_vectors
from hypothesis import given
from hypothesis import strategies as st
from plan_sentences import catalogue_sentences, split_sentences
from scipy.sparse import csr_array
from train_vectors import choose_plans, count_topics, lean, main

from selaras.models.alignment import vectors as rooms
from selaras.models.alignment.thesaurus import load_thesaurus, nearness
from selaras.models.alignment.vectors import WordVectors, embed_texts, load_vectors, topic_directions

SAMPLES = Path(__file__).parents[1] / "samples"
TINY = WordVectors(
    {"sehat": 0, "klinik": 1, "jalan": 2}, (np.array([[2, 0], [1, 0.1], [0, 3]], dtype=np.float32),)
)
STEMS = ("sehat", "jalan", "antah")


def embed(*rows, stems=STEMS, vectors=TINY):
    return embed_texts(csr_array(np.array(rows, dtype=float)), stems, vectors)


def test_texts_about_the_same_are_alike_without_a_shared_word():
    one, near, far = embed([1, 0, 0], [0, 1, 0], [0, 0, 1], stems=("sehat", "klinik", "jalan"))
    assert one @ near > 0.9
    assert one @ far == pytest.approx(0)


@pytest.mark.parametrize("row", [[0, 0, 0], [0, 0, 5]], ids=["no words", "words that nobody knows"])
def test_a_text_without_known_words_is_like_nothing(row):
    assert not embed(row).any()


def test_columns_must_be_named():
    with pytest.raises(ValueError, match="3 columns for 1 stems"):
        embed([1, 0, 0], stems=("sehat",))


def test_no_texts_and_no_stems_give_no_rows():
    assert embed_texts(csr_array((0, 3)), STEMS, TINY).shape == (0, 2)
    assert not embed_texts(csr_array((2, 0)), (), TINY).any()


@given(
    st.lists(st.lists(st.floats(0, 9), min_size=3, max_size=3), min_size=1, max_size=5),
    st.permutations(range(3)),
    st.floats(0.01, 100),
)
def test_lengths_are_one_and_neither_order_nor_scale_counts(rows, order, scale):
    plain = embed(*rows)
    lengths = np.linalg.norm(plain, axis=1)
    assert np.all(np.isclose(lengths, 1, atol=1e-4) | (lengths == 0))
    turned = embed(
        *[[scale * row[place] for place in order] for row in rows], stems=[STEMS[k] for k in order]
    )
    assert np.allclose(plain, turned, atol=1e-3)


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("gizi", "imunisasi", "jembatan"),
        ("guru", "ajar", "banjir"),
        ("nelayan", "ikan", "pemilu"),
        ("banjir", "longsor", "koperasi"),
    ],
)
def test_packaged_vectors_know_the_field(word, near, far):
    one, same, other = embed_texts(csr_array(np.eye(3)), (word, near, far))
    assert one @ same > max(0.5, one @ other + 0.3)


def test_packaged_vectors_belong_to_the_thesaurus_and_stay_small():
    vectors = load_vectors()
    assert vectors.parts[0].shape == (len(vectors.places), len(load_thesaurus().topics))
    assert all(np.isfinite(part).all() and len(part) == len(vectors.places) for part in vectors.parts)


def test_other_topics_are_refused(monkeypatch):
    monkeypatch.setattr(rooms, "load_thesaurus", type("T", (), {"topics": {"other": None}}))
    with pytest.raises(ValueError, match="make vectors"):
        load_vectors.__wrapped__()


def test_directions_of_topics_lie_as_near_as_the_tree_says():
    topics = ("health", "education", "social", "transport")
    inner = topic_directions(topics) @ topic_directions(topics).T
    assert inner == pytest.approx(np.array([[nearness(a, b) for b in topics] for a in topics]), abs=0.1)


def test_a_stem_leans_to_what_its_sentences_are_about():
    told = [
        "Persalinan oleh bidan di puskesmas",
        "Bidan melayani ibu hamil",
        "Bidan mengukur gizi balita",
        "Perbaikan jalan oleh dinas",
    ]
    counted = count_topics([*told, "Jalan dan jembatan", "Jalan menuju jembatan rusak"])
    row = lean(counted.counts)[counted.stems.index("bidan")]
    assert counted.topics[int(row.argmax())] == "health"


def test_what_was_seen_more_leans_more():
    counts = np.array([[1.0, 0.0], [9.0, 0.0], [0.0, 30.0]])
    leaning = lean(counts)
    assert 0 < leaning[0, 0] < leaning[1, 0] < 1


def test_names_and_misprints_are_not_kept_and_copies_count_once():
    names = [f"Kesehatan {word} Zyxwvutu {word}" for word in ("ibu", "anak", "kerja")]
    stems = count_topics([*names, *["Gizi balita dan remaja"] * 9]).stems
    assert "sehat" in stems
    assert "zyxwvutu" not in stems
    assert "gizi" not in stems


def test_sentences_are_cut_and_torn_words_joined():
    page = "Gizi pada pem-\nbangunan desa. Air bersih\nuntuk semua: • Jalan; \uf0b7 Jembatan"
    assert split_sentences(page) == [
        "Gizi pada pembangunan desa.",
        "Air bersih untuk semua:",
        "Jalan;",
        "Jembatan",
    ]


def test_the_catalogue_speaks_too():
    sentences = list(catalogue_sentences())
    assert any("Usia Harapan Hidup" in sentence for sentence in sentences)
    assert any("Kesehatan untuk Semua" in sentence for sentence in sentences)


def test_documents_of_the_benchmarks_are_left_out(tmp_path):
    for name in (
        "rpjmd_dki-jakarta_2025.pdf",
        "rpjmd_kaltim_2025.pdf",
        "typeset_visi-misi_capres_2024_a.pdf",
    ):
        (tmp_path / name).touch()
    assert [path.name for path in choose_plans(tmp_path, train_vectors.LEFT_OUT)] == ["rpjmd_kaltim_2025.pdf"]


def test_the_same_plans_give_the_same_bytes_and_damaged_ones_nothing(tmp_path):
    (tmp_path / "a.pdf").write_bytes(
        (SAMPLES / "renstra_arunika_badan-kesbangpol_2025-2029.pdf").read_bytes()
    )
    (tmp_path / "b.pdf").write_bytes(b"no plan")
    outputs = [tmp_path / "one.npz", tmp_path / "two.npz"]
    for output in outputs:
        assert main(["--plans", str(tmp_path), "--output", str(output)]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert set(np.load(outputs[0], allow_pickle=False)["topics"]) == load_thesaurus().topics.keys()


def test_a_folder_without_plans_is_told(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["--plans", str(tmp_path)])
    assert "make vectors PLANS=" in capsys.readouterr().err
