"""Where sentences of plans start: each case is a trap of a real document, told with invented text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import MARK, TRUTH, Figures, measure, our_starts, read_marked_texts, take_marks

from selaras.extractors.phrases.sentences import find_sentences
from selaras.extractors.tagging.pipeline import build_pipeline


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("‖Luas Kab. Teluk Embun dan Kec. Batu Hijau bertambah. ‖Jumlahnya tetap.", id="places"),
        pytest.param("‖Kerja sama dengan PT. Laut Timur, CV. Maju. ‖Selesai.", id="companies"),
        pytest.param("‖Permendagri No. 86 Tahun 2017. ‖Pasal 13 ayat (2) huruf a. ‖Cukup.", id="numbers"),
        pytest.param("‖Surat a.n. Bupati u.p. Kepala Dinas, d.a. Jl. Kartini No. 7.", id="courtesy"),
        pytest.param("‖Tahun 2025 s.d. Triwulan III. ‖Lalu berhenti.", id="sampai-dengan"),
        pytest.param("‖Sosialisasi, pelatihan, dsb. yang rutin. ‖Lalu dll. ‖Selesai.", id="dan-sebagainya"),
        pytest.param("‖Dipimpin Dr. Ir. H. Budi, M.Si. ‖Rapat ditutup.", id="titles"),
        pytest.param("‖Hadir Siti, S.H., M.M. dan Ani. ‖Selesai.", id="degrees"),
        pytest.param("‖Lihat Tabel 4.1. ‖Capaian naik.", id="number-at-the-end"),
        pytest.param("‖Gambar 2.3. menunjukkan susunan. ‖Selesai.", id="number-inside"),
        pytest.param("‖Belanja Rp. 12.500.000,00 naik. ‖Sisanya 12.000. ‖Habis.", id="money"),
        pytest.param("‖Berlaku sampai tahun\n2029. ‖Target sebesar\n80. ‖Semua mendukung.", id="number-at-line-start"),
        pytest.param("‖Daerah tipe B. ‖Ormas golongan C. ‖D.I. Yogyakarta maju.", id="letters"),
        pytest.param("‖Meliputi: a. pelajar, b. guru, c. Tokoh Agama. ‖Selesai.", id="list-in-a-line"),
        pytest.param("‖Tahapnya 1. Persiapan 2. Pelaksanaan 3. Evaluasi. ‖Selesai.", id="numbers-in-a-line"),
        pytest.param("‖Isu:\n‖1. Belum optimal\n‖2. Rendahnya minat\nwarga\n‖3. Lemah", id="list-on-lines"),
        pytest.param("‖memuat:\n‖a. program;\n‖b. indikator; dan\n‖c. penanggung jawab.", id="dan-before-the-last"),
        pytest.param("‖y. satu;\n‖z. dua; dan\n‖aa. tiga.", id="letters-behind-z"),
        pytest.param("‖BAB IV\nTUJUAN DAN SASARAN\n‖Tujuan ini penting bagi warga.", id="heading-over-lines"),
        pytest.param("‖4.1. Tujuan dan Sasaran\n‖Tujuan adalah hasil akhir yang dicapai.", id="heading-and-prose"),
        pytest.param("‖Tabel 2.4\nJumlah Aparatur\nTahun 2023\n‖Jumlah itu tetap sejak lama.", id="caption"),
        pytest.param("‖Visi ialah “Rukun. Maju. Sejahtera” bagi semua. ‖Selesai.", id="points-in-a-quotation"),
        pytest.param("‖Bupati berkata, “Maju!” ‖Warga setuju.", id="quotation-ends-a-sentence"),
        pytest.param("‖Disusun Bapperida. ‖(Rincian di lampiran.) ‖Tim bekerja.", id="sentence-in-brackets"),
        pytest.param("‖Pelayanan terpadu.‖Warga cukup datang.", id="lost-blank"),
        pytest.param("‖Capaian meningkat.1) ‖Angka itu sementara.", id="footnote"),
        pytest.param("‖BAB I PENDAHULUAN ........ 1", id="leaders-of-contents"),
        pytest.param("‖Capaian rendah ... karena pandemi. ‖Lalu naik.", id="ellipsis"),
        pytest.param("‖Upaya itu dilanjutkan\n‖II - 14\n‖pada tahun depan.", id="page-number"),
    ],
)  # fmt: skip
def test_sentences_start_at_marks(marked):
    wanted = take_marks("", marked)
    found = [wanted.text[start:end] for start, end in find_sentences(wanted.text)]
    assert found == [part.strip() for part in marked.split(MARK)[1:]]


@given(
    st.lists(
        st.sampled_from(
            ["Kab.", "1.", "a)", "\n", " ", "Luas", "naik.", "“", "”", "(2)", "12.000", "BAB IV", "\n\n", "•"]
        )
    ).map("".join)
)
def test_sentences_lose_nothing_but_blanks(text):
    places = find_sentences(text)
    kept = {place for start, end in places for place in range(start, end)}
    assert all(text[place].isspace() for place in set(range(len(text))) - kept)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.text(alphabet="aB1.,;:!?()“”\n \tIV-•/", max_size=200))
def test_any_text_is_parted(text):
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in find_sentences(text))


def test_sentences_of_the_field_are_found():
    texts = read_marked_texts(TRUTH)
    figures = measure(texts, our_starts)
    assert figures.wanted > 150
    assert 2 * figures.right / (figures.wanted + figures.found) >= 0.98


def test_measure_counts_missed_and_wrong_boundaries():
    texts = [take_marks("x", "‖Satu. ‖Dua. ‖Tiga.")]
    assert measure(texts, lambda _: {6, 9}) == Figures(wanted=2, found=2, right=1)


@pytest.mark.parametrize(
    "text", ["", " \n ", "Luas Kab. Teluk.\n\nTetap. Naik", "terpadu.Warga datang.", " \n Luas. Naik"]
)
def test_pipeline_sets_sentences_of_tokens(text):
    doc = build_pipeline()(text)
    assert [sent.text.strip() for sent in doc.sents if text.strip()] == [
        text[a:b] for a, b in find_sentences(text)
    ]
