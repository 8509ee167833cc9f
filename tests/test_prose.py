"""Running text becomes statements: lists, mottos, labels with their texts. All texts are invented."""

import pytest
from factories import document, line, lines
from hypothesis import given
from hypothesis import strategies as st
from prose_reading import MISSION, OTHER, RENSTRA, RPJMD, VISION, found

from selaras.extractors.prose.statements import read_prose
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.statements import StatementKind as Kind


def test_a_list_under_an_announcement():
    assert found("maka misi daerah dirumuskan sebagai berikut :", f"1. {MISSION};", f"2. {OTHER}.") == [
        (Kind.MISSION, "1", MISSION),
        (Kind.MISSION, "2", OTHER),
    ]


def test_explanations_between_entries_are_left_out():
    texts = found(
        "dijabarkan dalam misi sebagai berikut :",
        f"1. {MISSION};",
        "Pembangunan diprioritaskan pada laut.",
        f"2. {OTHER};",
        "Pembangunan diprioritaskan pada pulau.",
    )
    assert [text for _, _, text in texts] == [MISSION, OTHER]


def test_measures_below_an_entry_are_not_part_of_it():
    texts = found(
        "tujuan tersebut memiliki sasaran sebagai berikut:",
        f"1. {MISSION}, dengan indikator:",
        "1) Persentase laut bersih",
        f"2. {OTHER}.",
    )
    assert [text for _, _, text in texts] == [MISSION, OTHER]


def test_money_is_no_part_of_a_statement():
    texts = found(
        "Adapun program dinas yaitu sebagai berikut:",
        "1. Program Laut Lestari, dengan anggaran sebesar Rp. 500.000.000,-",
        "2. Program Pulau Hijau, dengan anggaran Rp. 500.000.000,-",
    )
    assert texts == [(Kind.PROGRAM, "1", "Program Laut Lestari"), (Kind.PROGRAM, "2", "Program Pulau Hijau")]


@pytest.mark.parametrize("piece", ["dengan tujuan ", "visi “", "misi 1 ", "1.", "a.", "visi yaitu ", "dan "])
def test_a_hostile_line_costs_little(piece):
    assert len(read_prose([line(piece * 5000), line(piece * 5000, row=1)], RENSTRA).statements) < 3


def test_a_list_without_a_label_above_is_nothing():
    assert found("Tugas dinas kami banyak.", f"1. {MISSION}", f"2. {OTHER}") == []


def test_numbered_headings_under_a_heading_are_no_list():
    assert found("5.1 Arah Kebijakan", "**A. Tahapan Pembangunan**", "**B. Arah Kebijakan Tahap I**") == []


def test_a_chapter_ends_what_its_heading_announced():
    assert found("**4.1. Misi**", "**4.2. Anggaran Pendapatan**", f"1. {MISSION}") == []


def test_the_purpose_of_the_document_is_no_goal():
    assert (
        found("**1.3 Maksud dan Tujuan**", "Tujuan dari dokumen ini yaitu sebagai berikut:", f"1. {MISSION}")
        == []
    )


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("Visi", f"“{VISION}”"), id="quoted"),
        pytest.param(("Visi", f"”{VISION}”"), id="two-closing-marks"),
        pytest.param(("Visi daerah adalah:", "“Arunika Raya", "yang Lestari”"), id="quoted-over-lines"),
        pytest.param(("4.1 Visi", f"**{VISION}**"), id="bold-and-centred"),
        pytest.param(("4.1 Visi", "**Arunika Raya**", "**yang Lestari**"), id="centred-over-lines"),
        pytest.param((f"Visi : {VISION}",), id="on-the-line-of-the-label"),
        pytest.param((f"Visi Gubernur yaitu “{VISION}”.",), id="inside-a-sentence"),
    ],
)
def test_mottos(texts):
    assert found(*texts) == [(Kind.VISION, None, VISION)]


def test_a_motto_explained_word_by_word_ends_where_it_starts_again():
    texts = found(
        "visi Calon Gubernur adalah:", "Arunika Raya", "Lestari Bersama", "Arunika Raya", "Laut yang luas."
    )
    assert texts == [(Kind.VISION, None, "Arunika Raya Lestari Bersama")]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            ("Visi", "Laut kami luas dan pulau kami banyak, dan kami merawatnya."),
            id="prose-under-the-heading",
        ),
        pytest.param(("Visi ........ 39", "**Daftar Tabel dan Gambar**"), id="contents-with-dots"),
        pytest.param(("Daftar Isi", "Visi", "**Arunika Raya yang Lestari**"), id="page-of-contents"),
        pytest.param(("Visi", "“Arunika Raya yang tidak pernah selesai"), id="quotation-that-never-ends"),
    ],
)
def test_better_silent_than_wrong(texts):
    assert found(*texts) == []


def test_as_many_sentences_as_were_announced_need_no_numbers():
    texts = found("Visi dicapai dengan 2 Misi sebagai berikut:", f"{MISSION}.", f"{OTHER}.", "22")
    assert [text for _, _, text in texts] == [MISSION, OTHER]


def test_another_count_than_announced_is_not_trusted():
    assert found("Visi dicapai dengan 3 Misi sebagai berikut:", f"{MISSION}.", f"{OTHER}.", "22") == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(("Tujuan :", MISSION + "."), [(Kind.GOAL, None, MISSION)], id="one-clause"),
        pytest.param(("Visi :", VISION), [(Kind.VISION, None, VISION)], id="unquoted-vision"),
        pytest.param(("Tujuan", MISSION + "."), [], id="no-colon"),
        pytest.param(("Tujuan :", "Untuk menata laut bersama warga pulau."), [], id="prose"),
        pytest.param(("Tujuan :", f"{MISSION}. {OTHER}."), [], id="several-sentences"),
        pytest.param(("Sasaran :", "Rumusan Semula"), [], id="too-short"),
    ],
)
def test_a_text_right_below_a_label_with_a_colon(texts, expected):
    assert found(*texts) == expected


def test_what_explains_a_labelled_statement_is_no_part_of_it():
    assert found(f"Misi Kedua, {MISSION}.Hal ini untuk menciptakan laut yang bersih.") == [
        (Kind.MISSION, "Kedua", MISSION)
    ]


def test_a_list_below_a_numbered_label_holds_no_more_of_its_kind():
    assert found("Misi 5", "‣ Menata sekolah di pulau", "‣ Menambah guru di pulau") == []


def test_entries_of_a_sentence_are_no_list():
    assert found("Arah kebijakan adalah:", "(a) penataan laut bersama; (b) penataan pulau bersama") == []


def test_a_period_over_two_lines_starts_no_list():
    texts = ("Visi daerah sesuai RPJPD Tahun 2025", "– 2029 adalah :", f"“{VISION}”")
    assert [text for _, _, text in found(*texts)] == [VISION]


def test_the_number_of_the_page_is_no_part_of_a_mission_in_the_contents():
    assert found("Daftar Isi", f"Misi 1: {MISSION} 17", f"Misi 2: {OTHER} 17 59") == [
        (Kind.MISSION, "1", MISSION),
        (Kind.MISSION, "2", OTHER),
    ]


def test_a_label_over_its_text():
    assert found("**MISI 1**", f"**{MISSION}**") == [(Kind.MISSION, "1", MISSION)]


def test_sasaran_under_sasaran_visi_are_targets_of_the_vision():
    texts = found("4.2 Sasaran Visi", f"Sasaran pertama, {MISSION}.")
    assert texts == [(Kind.VISION_TARGET, "pertama", MISSION)]


def test_national_priorities_are_missions_only_without_missions_in_words():
    rpjmn = document(PlanKind.RPJMN, agency=None, level=PlanLevel.NATIONAL, region=None)
    priority = f"**3.1 Prioritas Nasional 1: {OTHER}**"
    assert found(priority, of=rpjmn) == [(Kind.MISSION, "1", OTHER)]
    assert found(f"Misi 1 : {MISSION}", priority, of=rpjmn) == [(Kind.MISSION, "1", MISSION)]
    assert found(priority) == []


WORDS = st.sampled_from(
    ["laut", "teluk", "1.", "misi", "Visi", ":", "sebagai berikut", "“", "”", "2)", "Tujuan", "yang"]
)


@given(st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=12))
def test_words_of_statements_stand_on_their_page(texts):
    printed = lines(*texts)
    page = " ".join(made.text for made in printed)
    for draft in read_prose(printed, RPJMD).statements:
        assert set(draft.text.split()) <= {word.strip('“”":;.,') for word in page.split()} | set(page.split())


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_read_without_an_error(texts):
    read_prose(lines(*texts), RENSTRA)
