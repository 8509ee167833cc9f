"""What the text of a box says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.trees.box_values import bare_value, drop_amount, is_blank_value, is_value
from selaras.extractors.trees.box_words import is_holder
from selaras.extractors.trees.entries import Part, read_entries
from selaras.models.statements import StatementKind as Kind


def told(text):
    return [(entry.part, entry.kind, entry.number, entry.text) for entry in read_entries(text)]


STATEMENTS = {
    "a label with a colon": ("Tujuan : Meningkatkan mutu\nlayanan", Kind.GOAL, None, "Meningkatkan mutu layanan"),
    "a label with a number": ("Misi 5 Meningkatkan mutu layanan", Kind.MISSION, "5", "Meningkatkan mutu layanan"),
    "a label over the text": ("VISI\nKOTA YANG MANDIRI DAN SEHAT", Kind.VISION, None, "KOTA YANG MANDIRI DAN SEHAT"),
    "a numbered label over the text": ("Program 2:\nPembinaan Olahraga", Kind.PROGRAM, "2", "Pembinaan Olahraga"),
    "a label without a mark": (
        "Sasaran Strategis Meningkatnya mutu layanan", Kind.OBJECTIVE, None, "Meningkatnya mutu layanan",
    ),
    "a vision without a mark": ("Visi Menjadi kota sehat", Kind.VISION, None, "Menjadi kota sehat"),
    "a program that names itself": (
        "Program Pengembangan\nTaman Kota", Kind.PROGRAM, None, "Program Pengembangan Taman Kota",
    ),
    "money below the name": (
        "Kegiatan 3:\nPemetaan Taman Kota\nRp. 1.250.000.000", Kind.ACTIVITY, "3", "Pemetaan Taman Kota",
    ),
    "money that a tab tore": ("Kegiatan: Lomba Taman Kota Rp.\n142.500.000", Kind.ACTIVITY, None, "Lomba Taman Kota"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "number", "statement"), STATEMENTS.values(), ids=STATEMENTS)
def test_statements(text, kind, number, statement):
    assert told(text) == [(Part.STATEMENT, kind, number, statement)]


MEASURES = {
    "a label with a colon": ("Indikator Kinerja :\nJumlah kunjungan", None, "Jumlah kunjungan", None),
    "a label before a text that names no number": ("IKU : Mutu layanan", None, "Mutu layanan", None),
    "a numbered label": ("Indikator 3:\nPersentase jalan mantap", "3", "Persentase jalan mantap", None),
    "wording alone": ("1.2 Persentase jalan mantap", "1.2", "Persentase jalan mantap", None),
    "the mission that it measures": ("Misi 5 Jumlah karya seni", "5", "Jumlah karya seni", None),
    "a numbered label over a text": ("Indikator 7\nPenurunan serangan hama\n(-1%)", "7", "Penurunan serangan hama", "-1%"),
    "a value in brackets": ("Persentase jalan mantap\n(55%)", None, "Persentase jalan mantap", "55%"),
    "a value with its unit": ("Jumlah puskesmas baik (64 PKM)", None, "Jumlah puskesmas baik", "64 PKM"),
    "a rate": ("Angka kematian ibu (89/100.000 KH)", None, "Angka kematian ibu", "89/100.000 KH"),
    "a value behind a colon": ("Persentase jalan mantap : 55 %", None, "Persentase jalan mantap", "55 %"),
    "a remark in brackets": (
        "Persentase laporan (95% pada tahun 2030)", None, "Persentase laporan (95% pada tahun 2030)", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "number", "name", "value"), MEASURES.values(), ids=MEASURES)
def test_measures(text, number, name, value):
    entries = read_entries(text)
    assert [(entry.part, entry.number, entry.text, entry.value) for entry in entries] == [
        (Part.MEASURE, number, name, value)
    ]


@pytest.mark.parametrize(
    ("text", "part", "kind", "number"),
    [
        ("Misi 1", Part.STATEMENT, Kind.MISSION, "1"),
        ("TUJUAN 2 :", Part.STATEMENT, Kind.GOAL, "2"),
        ("Kebijakan", Part.STATEMENT, Kind.POLICY_DIRECTION, None),
        ("Indikator 12", Part.MEASURE, None, "12"),
        ("Indikator :", Part.MEASURE, None, None),
        ("Outcome", Part.MEASURE, None, None),
    ],
)
def test_labels_alone(text, part, kind, number):
    (entry,) = read_entries(text)
    assert entry.is_label
    assert (entry.part, entry.kind, entry.number) == (part, kind, number)


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("a Kota yang\nmelapor", "a", "Kota yang melapor"),
        ("Kota yang\n1) melakukan\npemeriksaan", "1", "Kota yang melakukan pemeriksaan"),
        ("3,1 Penerapan sistem baru", "3.1", "Penerapan sistem baru"),
        ("7.4 Tersedianya dokumen rencana", "7.4", "Tersedianya dokumen rencana"),
        ("Destinasi Wisata", None, "Destinasi Wisata"),
        ("Hasil Karya", None, "Hasil Karya"),
        ("Visi\nKepala\nDaerah", None, "Visi Kepala Daerah"),
        ("Strategi\nPasar Baru", None, "Strategi Pasar Baru"),
    ],
)
def test_texts_that_say_nothing_of_themselves_keep_their_number_apart(text, number, name):
    assert told(text) == [(Part.TEXT, None, number, name)]


def test_a_list_in_a_box_is_one_statement_an_entry():
    text = "Misi\n1. Membangun jalan desa\n2. Meningkatkan mutu\npuskesmas\n3. Menjaga hutan kota"
    assert told(text) == [
        (Part.STATEMENT, Kind.MISSION, "1", "Membangun jalan desa"),
        (Part.STATEMENT, Kind.MISSION, "2", "Meningkatkan mutu puskesmas"),
        (Part.STATEMENT, Kind.MISSION, "3", "Menjaga hutan kota"),
    ]


def test_a_statement_and_its_indicators_stand_in_one_box():
    text = "Sasaran 1:\nMeningkatnya mutu jalan\nIndikator:\n1. Persentase jalan mantap: 55%\n2. Jumlah jembatan baru"
    assert told(text) == [
        (Part.STATEMENT, Kind.OBJECTIVE, "1", "Meningkatnya mutu jalan"),
        (Part.MEASURE, None, "1", "Persentase jalan mantap"),
        (Part.MEASURE, None, "2", "Jumlah jembatan baru"),
    ]


@pytest.mark.parametrize(
    "text",
    ["KEPALA BIDANG TAMAN", "KASUBBAG\nKEUANGAN", "Wadir Umum", "Pengelola Data", "Seksi Gizi", "ESELON III"],
)
def test_holders_of_boxes(text):
    assert [entry.part for entry in read_entries(text)] == [Part.HOLDER]


@pytest.mark.parametrize("text", ["Pengelolaan data taman", "Perencanaan kota", "Direktori taman", "Stafsus"])
def test_words_that_only_begin_like_a_holder(text):
    assert not is_holder(text)


@pytest.mark.parametrize(
    "text",
    [
        "55%",
        "(89/100.000\nKH)",
        "27\nKota",
        "< 50 per\n100.000\npenduduk",
        "1 Dokumen Kesepakatan",
        "2,5 Juta Orang",
        "Rp 300.000",
    ],
)
def test_values(text):
    assert [entry.part for entry in read_entries(text)] == [Part.VALUE]


@pytest.mark.parametrize(
    "text", ["1 Persentase jalan", "3,1 Penerapan sistem baru", "2. Jumlah taman", "Taman 2"]
)
def test_numbered_texts_are_no_values(text):
    assert not is_value(text)


@pytest.mark.parametrize(
    ("text", "bare"), [("(55%)", "55%"), ("( 2\nDokumen )", "2 Dokumen"), ("(1) dari 2", "(1) dari 2")]
)
def test_brackets_around_a_value(text, bare):
    assert bare_value(text) == bare


@pytest.mark.parametrize("text", ["", "-", "...", "( )", "–"])
def test_blank_values(text):
    assert is_blank_value(text)
    assert read_entries("") == ()


@given(st.text(alphabet="Misi 1.:\nRp,Indikator()%ab", max_size=80))
def test_any_text_is_read_and_no_letter_comes_from_nowhere(text):
    letters = [
        char for entry in read_entries(text) for char in entry.text + (entry.value or "") if char.isalpha()
    ]
    assert len(letters) <= sum(map(str.isalpha, text))
    assert drop_amount(text) in text
