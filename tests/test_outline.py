"""Headings, captions, markers of lists and labels: each case is a trap of a real page, with invented text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases.outline import find_captions, find_headings, find_labels, find_numbers
from selaras.extractors.tagging.pipeline import build_pipeline


def shown(text, items):
    return [(text[item.start : item.end], item.label, item.number) for item in items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("BAB IV\nTUJUAN DAN SASARAN", [("BAB IV\nTUJUAN DAN SASARAN", "CHAPTER", "IV")], id="chapter"),
        pytest.param("Bab V : Rencana Program", [("Bab V : Rencana Program", "CHAPTER", "V")], id="chapter-with-colon"),
        pytest.param("4.2 Tujuan dan Sasaran", [("4.2 Tujuan dan Sasaran", "SECTION", "4.2")], id="section"),
        pytest.param("3.1. TELAAHAN RENSTRA\nKOTA", [("3.1. TELAAHAN RENSTRA\nKOTA", "SECTION", "3.1")], id="section-over-lines"),
        pytest.param("I.2 Landasan Hukum", [("I.2 Landasan Hukum", "SECTION", "I.2")], id="roman-section"),
        pytest.param("A. Bidang Ideologi", [("A. Bidang Ideologi", "SECTION", "A")], id="letter-section"),
        pytest.param("RKPD KOTA AWAN TAHUN 2025", [("RKPD KOTA AWAN TAHUN 2025", "TITLE", None)], id="with-a-year"),
        pytest.param("01 PELAYANAN UMUM 164.712.488 0 0 164.712.488", [], id="row-of-a-table-in-capitals"),
        pytest.param("KATA PENGANTAR\nPuji syukur kami panjatkan.", [("KATA PENGANTAR", "TITLE", None)], id="capitals"),
        pytest.param("Bab IV memuat tujuan dan sasaran.", [], id="a-sentence-about-a-chapter"),
        pytest.param("4.2 juta jiwa tinggal di sana", [], id="an-amount"),
        pytest.param("8.01.02 Program Penguatan Ideologi", [], id="code-of-a-program"),
        pytest.param("1. Pemantapan Wawasan", [], id="entry-of-a-list"),
        pytest.param("Tabel 4.1 TARGET KINERJA", [], id="caption"),
        pytest.param("II - 14", [], id="page-number"),
        pytest.param("WTP", [], id="one-word-in-capitals"),
    ],
)  # fmt: skip
def test_headings(text, found):
    assert shown(text, find_headings(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Tabel 2.4\nJumlah Aparatur\nTahun 2023", [("Tabel 2.4\nJumlah Aparatur\nTahun 2023", "TABLE", "2.4")], id="over-lines"),
        pytest.param("Gambar 1.2. Struktur Organisasi", [("Gambar 1.2. Struktur Organisasi", "FIGURE", "1.2")], id="figure"),
        pytest.param("GRAFIK III-2 PERKEMBANGAN", [("GRAFIK III-2 PERKEMBANGAN", "CHART", "III-2")], id="capitals"),
        pytest.param("Tabel 2.1\nTarget Kinerja\nNo Sasaran Target", [("Tabel 2.1\nTarget Kinerja", "TABLE", "2.1")], id="head-of-the-table-is-not-in-it"),
        pytest.param("Tabel 4.2 menunjukkan capaian tertinggi.", [], id="a-sentence-about-a-table"),
        pytest.param("Capaian disajikan pada\nTabel 4.2. Angka itu naik.", [], id="a-reference"),
        pytest.param("Tabel berikut memuat rincian", [], id="no-number"),
    ],
)  # fmt: skip
def test_captions(text, found):
    assert shown(text, find_captions(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("1. Satu\n2. Dua", [("1.", ".", "1"), ("2.", ".", "2")], id="points"),
        pytest.param("a) satu;\nb) dua", [("a)", "a)", "a"), ("b)", "a)", "b")], id="letters"),
        pytest.param("(1) Bupati menetapkan rencana.", [("(1)", "()", "1")], id="paragraph-of-an-article"),
        pytest.param("• satu\n- dua", [("•", "bullet", None), ("-", "bullet", None)], id="bullets"),
        pytest.param("1. a. Pendidikan bela negara", [("1.", ".", "1"), ("a.", "a.", "a")], id="nested"),
        pytest.param("2)Meningkatnya mutu", [("2)", ")", "2")], id="lost-blank"),
        pytest.param("8.01.02 Program Penguatan", [("8.01.02", "code", "8.01.02")], id="code"),
        pytest.param("Target sebesar\n80. Semua mendukung", [], id="number-of-a-sentence"),
        pytest.param("4.2 Tujuan dan Sasaran", [], id="number-of-a-heading"),
    ],
)  # fmt: skip
def test_numbers(text, found):
    assert shown(text, find_numbers(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Visi :\nTerwujudnya kota yang rukun", [("Visi :", "VISION", None)], id="alone"),
        pytest.param("Misi 2 : Mewujudkan tata  kelola", [("Misi 2 :", "MISSION", "2")], id="in-front"),
        pytest.param("Misi 1: Satu\nMisi 2: Dua", [("Misi 1:", "MISSION", "1"), ("Misi 2:", "MISSION", "2")], id="one-below-another"),
        pytest.param("4.2. Tujuan dan Sasaran", [("4.2. Tujuan dan Sasaran", "GOAL", "4.2"), ("4.2. Tujuan dan Sasaran", "OBJECTIVE", "4.2")], id="heading-of-two-kinds"),
        pytest.param("Visi kami berubah setiap tahun", [], id="running-prose"),
    ],
)  # fmt: skip
def test_labels(text, found):
    assert shown(text, find_labels(text)) == found


@given(st.text(alphabet="ABab 1.:)(\n•-IV\tTabelMisi ", max_size=120))
def test_items_stay_in_the_text(text):
    for find in (find_headings, find_captions, find_numbers, find_labels):
        assert all(0 <= item.start < item.end <= len(text) for item in find(text))


def test_pipeline_has_the_outline_with_numbers():
    doc = build_pipeline()("BAB IV\nTUJUAN\nMisi 2: Maju\n1. Satu\nTabel 4.1 Target")
    found = {key: [(span.text, span.label_, span._.number) for span in doc.spans[key]] for key in doc.spans}
    assert found["headings"] == [("BAB IV\nTUJUAN", "CHAPTER", "IV")]
    assert found["labels"] == [("Misi 2:", "MISSION", "2")]
    assert found["numbers"] == [("1.", ".", "1")]
    assert found["captions"] == [("Tabel 4.1 Target", "TABLE", "4.1")]
