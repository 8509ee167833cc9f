"""Running text becomes statements: labels, announcements, lists, mottos, owners. All texts are invented."""

import pytest
from factories import document, line, lines
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.prose.apart_numbers import pair_numbers
from selaras.extractors.prose.blocks import build_blocks
from selaras.extractors.prose.introductions import find_introduction, find_quotations
from selaras.extractors.prose.labels import find_label
from selaras.extractors.prose.lineage import find_reference, plain_number
from selaras.extractors.prose.owners import find_owner, find_source
from selaras.extractors.prose.statements import read_prose
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.statements import StatementKind as Kind

RPJMD = document(PlanKind.RPJMD, agency=None)
RENSTRA = document()
VISION, MISSION, OTHER = (
    "Arunika Raya yang Lestari",
    "Menata laut bersama warga",
    "Menguatkan ekonomi pulau kecil",
)


def found(*texts, of=RPJMD):
    """Kind, number and text of each statement in lines under each other."""
    return [(draft.kind, draft.number, draft.text) for draft in read_prose(lines(*texts), of).statements]


def parents(*texts, of=RPJMD):
    """Text of each statement with that of its parent."""
    drafts = read_prose(lines(*texts), of).statements
    names = {draft.key: draft.text for draft in drafts}
    return {draft.text: names.get(draft.parent) if draft.parent else None for draft in drafts}


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        pytest.param("Visi", Kind.VISION, None, "", id="bare"),
        pytest.param("4.1. Visi", Kind.VISION, None, "", id="numbered-heading"),
        pytest.param("III.1.2. Misi", Kind.MISSION, None, "", id="roman-chapter"),
        pytest.param(f"VISI : {VISION}", Kind.VISION, None, VISION, id="with-text"),
        pytest.param("VISI (RPJMD)", Kind.VISION, None, "", id="owner-in-brackets"),
        pytest.param(f"Misi 3 :{MISSION}", Kind.MISSION, "3", MISSION, id="no-blank-behind-the-colon"),
        pytest.param(f"MISI II : {MISSION}", Kind.MISSION, "II", MISSION, id="roman"),
        pytest.param(f"Misi Pertama, {MISSION}", Kind.MISSION, "Pertama", MISSION, id="number-in-words"),
        pytest.param(
            f"Misi ke empat : {MISSION}", Kind.MISSION, "ke empat", MISSION, id="number-in-two-words"
        ),
        pytest.param(f"Tujuan 3 {MISSION}", Kind.GOAL, "3", MISSION, id="number-and-nothing"),
        pytest.param(f"Tujuan 4. {MISSION}", Kind.GOAL, "4", MISSION, id="number-and-point"),
        pytest.param("Visi Wali Kota Tahun 2025-2029 adalah :", Kind.VISION, None, "", id="owner-and-period"),
        pytest.param(
            "Arah kebijakan untuk Misi 1", Kind.POLICY_DIRECTION, None, "", id="under-a-numbered-mission"
        ),
    ],
)
def test_labels(text, kind, number, rest):
    label = find_label(text)
    assert label is not None
    assert (label.kind, label.number, label.rest) == (kind, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Visi kami berubah setiap tahun", id="running-prose"),
        pytest.param("Misi pertama ini merupakan perwujudan kota", id="prose-about-a-mission"),
        pytest.param("visi", id="small-letter"),
        pytest.param("Tujuan Pembangunan Berkelanjutan", id="name-of-the-global-goals"),
        pytest.param("Tujuan penyusunan dokumen ini adalah :", id="purpose-of-the-document"),
        pytest.param("Sasaran PDB Sisi Pengeluaran: Memperkuat Konsumsi", id="a-subject-before-the-colon"),
        pytest.param("Program Pengelolaan Pendidikan", id="a-program-names-itself"),
        pytest.param("Strategi Empat Pilar Utama Penurunan", id="a-count-is-no-number"),
        pytest.param("Misteri : laut", id="another-word"),
    ],
)
def test_no_labels(text):
    assert find_label(text) is None


def test_a_heading_of_several_kinds_names_them_all():
    assert find_label("4.2. Tujuan dan Sasaran Jangka Menengah").kinds == (Kind.GOAL, Kind.OBJECTIVE)


@pytest.mark.parametrize(
    ("sentence", "kind", "count"),
    [
        ("maka Misi Dinas Samudra dirumuskan sebagai berikut :", Kind.MISSION, None),
        ("Untuk mencapai tujuan tersebut ditetapkan strategi sebagai berikut:", Kind.STRATEGY, None),
        (
            "Dari ketiga misi tersebut, maka tujuan pembangunan daerah adalah sebagai berikut:",
            Kind.GOAL,
            None,
        ),
        ("Adapun tujuan tersebut memiliki sasaran sebagai berikut:", Kind.OBJECTIVE, None),
        (
            "telah dirumuskan 9 (sembilan) strategi pelaksanaan pembangunan sebagai berikut :",
            Kind.STRATEGY,
            9,
        ),
        ("lima misi pembangunan daerah ditetapkan sebagai berikut:", Kind.MISSION, 5),
        ("yang akan diwujudkan melalui 5 (lima) misi, yaitu:", Kind.MISSION, 5),
    ],
)
def test_announcements(sentence, kind, count):
    introduction = find_introduction(f"Laut adalah masa depan. {sentence}")
    assert (introduction.kind, introduction.count) == (kind, count)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Penjabaran makna yang terkandung dalam Visi tersebut adalah sebagai berikut:", id="explanation"
        ),
        pytest.param("Permasalahan dalam mencapai tujuan adalah sebagai berikut:", id="problems"),
        pytest.param("Keterkaitan misi dan tujuan disajikan pada tabel sebagai berikut:", id="table"),
        pytest.param("Tujuan dan sasaran jangka menengah adalah sebagai berikut:", id="two-kinds-at-once"),
        pytest.param("Tujuan penerbitan obligasi daerah antara lain:", id="aim-of-a-deed"),
        pytest.param("Visi adalah gambaran masa depan.", id="no-announcement"),
        pytest.param("", id="empty"),
    ],
)
def test_no_announcements(sentence):
    introduction = find_introduction(sentence)
    assert introduction is None


def test_an_announcement_without_a_kind_leaves_it_to_the_heading():
    assert find_introduction("dirumuskan sebagai berikut:").kind is None


def test_quotations_inside_a_sentence():
    (quoted,) = find_quotations(f"Visi Presiden periode 2025-2029 yaitu “{VISION}”. Visi tersebut luhur.")
    assert (quoted.kind, quoted.text, quoted.about.strip()) == (
        Kind.VISION,
        VISION,
        "Presiden periode 2025-2029",
    )


@pytest.mark.parametrize(
    "text", ["dengan semboyan “Laut Biru Selalu”", "visi yang luhur tentang “laut biru selalu”"]
)
def test_other_quotations_are_no_statements(text):
    assert find_quotations(text) == []


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


def test_a_list_inside_a_list_stands_under_its_entry():
    texts = (
        "Dengan misi sebagai berikut:",
        f"1. {MISSION}, dengan tujuan :",
        "a. Pulihnya terumbu karang",
        "b. Bersihnya pantai dari sampah",
        f"2. {OTHER}, dengan tujuan :",
        "a. Sejahteranya warga pulau",
    )
    assert parents(*texts) == {
        MISSION: None,
        "Pulihnya terumbu karang": MISSION,
        "Bersihnya pantai dari sampah": MISSION,
        OTHER: None,
        "Sejahteranya warga pulau": OTHER,
    }
    assert [kind for kind, *_ in found(*texts)].count(Kind.GOAL) == 3


def test_money_is_no_part_of_a_statement():
    texts = found(
        "Adapun program dinas yaitu sebagai berikut:",
        "1. Program Laut Lestari, dengan anggaran sebesar Rp. 500.000.000,-",
    )
    assert texts == [(Kind.PROGRAM, "1", "Program Laut Lestari")]


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


def test_parents_by_label_number_and_reference():
    assert parents(
        f"Misi 1 : {MISSION}",
        f"Misi 2 : {OTHER}",
        "",
        "Tujuan 1: Pulihnya laut dan teluk",
        "",
        "Tujuan ini dicapai dengan sasaran:",
        "1.1 Pulihnya terumbu karang",
        "1.2 Bersihnya pantai dari sampah",
        "",
        "Arah kebijakan untuk Misi 1",
        "a. Penataan alur pelayaran rakyat",
    ) == {
        MISSION: None,
        OTHER: None,
        "Pulihnya laut dan teluk": OTHER,
        "Pulihnya terumbu karang": "Pulihnya laut dan teluk",
        "Bersihnya pantai dari sampah": "Pulihnya laut dan teluk",
        "Penataan alur pelayaran rakyat": MISSION,
    }


def test_a_list_of_several_leaves_the_parent_open():
    made = parents(
        "misi daerah dirumuskan sebagai berikut:",
        f"1. {MISSION}",
        f"2. {OTHER}",
        "",
        "tujuan daerah adalah sebagai berikut:",
        "1. Pulihnya laut dan teluk",
        "2. Sejahteranya warga pulau",
    )
    assert made["Pulihnya laut dan teluk"] is None


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        ("2", "2"),
        ("II", "2"),
        ("Kedua", "2"),
        ("ke dua", "2"),
        ("ketiga", "3"),
        ("ke empat", "4"),
        ("ke-5", "5"),
    ],
)
def test_numbers_in_digits(number, plain):
    assert plain_number(number) == plain


@pytest.mark.parametrize(
    ("text", "reference"),
    [("untuk Misi 1", (Kind.MISSION, "1")), ("Misi 1 dan Misi 2", None), ("untuk misi daerah", None)],
)
def test_references(text, reference):
    assert find_reference(text) == reference


@pytest.mark.parametrize(
    ("words", "of", "owner"),
    [
        pytest.param(
            "Presiden dan Wakil Presiden 2025-2029", RENSTRA, "Presiden dan Wakil Presiden", id="president"
        ),
        pytest.param(
            "Gubernur Arunika Tahun 2025", RENSTRA, "Gubernur Arunika", id="governor-in-an-agency-plan"
        ),
        pytest.param("Gubernur Arunika", RPJMD, None, id="governor-in-his-own-plan"),
        pytest.param("Presiden", RPJMD, "Presiden", id="president-in-a-regional-plan"),
        pytest.param("(RPJMD)", RENSTRA, "RPJMD", id="plan-in-brackets"),
        pytest.param("RPJMD Provinsi", RPJMD, None, id="plan-itself"),
        pytest.param("Jangka Panjang Daerah", RPJMD, "RPJPD", id="long-term-in-a-medium-term-plan"),
        pytest.param("Dinas Samudra Provinsi Arunika", RENSTRA, None, id="own-office"),
        pytest.param("Pemerintah Provinsi Arunika", RENSTRA, "Provinsi Arunika", id="region"),
        pytest.param("pembangunan perikanan Provinsi Arunika", RENSTRA, None, id="field-of-the-agency"),
        pytest.param("Kementerian Kelautan", RENSTRA, "Kementerian Kelautan", id="ministry"),
        pytest.param("", RENSTRA, None, id="nobody"),
    ],
)
def test_owners(words, of, owner):
    assert find_owner(words, of) == owner


def test_a_candidate_speaks_for_himself():
    assert find_owner("Presiden dan Wakil Presiden", document(PlanKind.VISI_MISI, agency=None)) is None


@pytest.mark.parametrize(
    ("before", "about", "source"),
    [
        ("Dalam RPJMD Provinsi Arunika ditetapkan ", " yaitu", "RPJMD"),
        ("Sesuai dengan RPJMD, maka ", " Dinas Samudra adalah", None),
        ("Pada tahun 2025 ditetapkan ", " yaitu", None),
    ],
)
def test_the_plan_that_a_sentence_quotes(before, about, source):
    assert find_source(before, about, RENSTRA) == source


def test_a_mission_belongs_to_whom_its_vision_belongs():
    drafts = read_prose(
        lines(
            "Visi Gubernur Arunika adalah :",
            f"“{VISION}”",
            "dijabarkan dalam misi sebagai berikut :",
            f"1. {MISSION}",
        ),
        RENSTRA,
    ).statements
    assert [draft.owner for draft in drafts] == ["Gubernur Arunika", "Gubernur Arunika"]


def test_numbers_that_stand_apart_are_put_before_their_text():
    printed = pair_numbers(
        [
            line("•Menata laut bersama", left=200, row=1),
            line("1", left=120, right=130, row=1, size=27),
            line("warga pulau", left=230, row=2, bold=True),
        ]
    )
    assert [made.text for made in printed] == ["1. Menata laut bersama", "warga pulau"]


def test_a_page_number_is_paired_with_nothing():
    printed = [line("12", left=300, row=50), line("Menata laut", left=72, row=49)]
    assert pair_numbers(printed) == tuple(printed)


def test_a_wrapped_line_goes_on_and_a_short_one_ends():
    blocks = build_blocks(
        [
            line("Menata laut yang luas bersama seluruh", row=0, right=300),
            line("Warga Pulau", row=1, right=150),
            line("Laut adalah rumah yang harus dirawat oleh", row=2, right=300),
        ]
    )
    assert blocks[0].full == "Menata laut yang luas bersama seluruh Warga Pulau"


def test_a_text_left_of_the_list_is_no_part_of_its_last_entry():
    blocks = build_blocks(
        [line("2. Menata laut", left=100, row=0), line("Arah kebijakan adalah:", left=72, row=1)]
    )
    assert [block.full for block in blocks] == ["2. Menata laut", "Arah kebijakan adalah:"]


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
