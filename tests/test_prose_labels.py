"""Labels, announcements, quotations and references in running text. All texts are invented."""

import pytest
from prose_reading import MISSION, VISION

from selaras.extractors.phrases.labels import find_label
from selaras.extractors.prose.introductions import find_introduction, find_quotations
from selaras.extractors.prose.lineage import find_reference, plain_number
from selaras.models.statements import StatementKind as Kind


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
        ("Adapun program bidang kelautan yang mendukung hal itu yaitu :", Kind.PROGRAM, None),
        (
            "dinas mewujudkan misi dan mengurangi isu melalui beberapa kebijakan yang terkait antara lain:",
            Kind.POLICY_DIRECTION,
            None,
        ),
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
        pytest.param(
            "Adapun tujuan disusunnya Renja Dinas Samudra adalah :", id="why-the-document-was-written"
        ),
        pytest.param("", id="empty"),
    ],
)
def test_no_announcements(sentence):
    introduction = find_introduction(sentence)
    assert introduction is None


@pytest.mark.parametrize(
    ("sentence", "kind", "said"),
    [
        ("Terdapat tiga sasaran pada misi keempat, yaitu:", Kind.OBJECTIVE, (Kind.MISSION, "4")),
        ("Kebijakan Pelaksanaan Misi 1 :", Kind.POLICY_DIRECTION, (Kind.MISSION, "1")),
        ("Tujuan Misi 2 adalah :", Kind.GOAL, (Kind.MISSION, "2")),
        ("Untuk misi pertama ditetapkan tujuan sebagai berikut:", Kind.GOAL, (Kind.MISSION, "1")),
    ],
)
def test_what_is_announced_may_belong_to_a_numbered_statement(sentence, kind, said):
    introduction = find_introduction(sentence)
    assert (introduction.kind, introduction.said) == (kind, said)


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Dinas menetapkan visi dalam pelaksanaan tugas pokok dan fungsinya sebagai berikut:", True),
        ("Dinas menetapkan visi yang hendak dicapai adalah,", False),
        ("Visi daerah adalah:", False),
    ],
)
def test_only_a_quotation_follows_where_a_vision_is_announced_in_many_words(sentence, quoted):
    introduction = find_introduction(sentence)
    assert (introduction.kind, introduction.quoted) == (Kind.VISION, quoted)


def test_a_mission_named_without_quotation_marks():
    (named,) = find_quotations("Dinas mengemban misi ke dua yaitu Membangun laut bersama. Hal ini penting.")
    assert (named.kind, named.number, named.text) == (Kind.MISSION, "ke dua", "Membangun laut bersama")


def test_a_mission_ends_where_its_sentence_goes_on():
    (named,) = find_quotations("Sesuai misi kedua yaitu Membangun laut bersama, indikator dinas dipilih.")
    assert named.text == "Membangun laut bersama"


@pytest.mark.parametrize("text", ["misi kedua yaitu laut yang bersih.", "misi yaitu Membangun laut bersama."])
def test_other_words_behind_a_mission_name_none(text):
    assert find_quotations(text) == []


def test_an_announcement_without_a_kind_leaves_it_to_the_heading():
    assert find_introduction("dirumuskan sebagai berikut:").kind is None


def test_quotations_inside_a_sentence():
    (quoted,) = find_quotations(f"Visi Presiden periode 2025-2029 yaitu “{VISION}”. Visi tersebut luhur.")
    assert (quoted.kind, quoted.text, quoted.about.strip()) == (
        Kind.VISION,
        VISION,
        "Presiden periode 2025-2029",
    )


def test_a_quotation_right_behind_the_name_of_its_field():
    (quoted,) = find_quotations(f"Dengan visi kelautan “{VISION}”. Dengan misi sebagai berikut:")
    assert (quoted.kind, quoted.text) == (Kind.VISION, VISION)


@pytest.mark.parametrize(
    "text", ["dengan semboyan “Laut Biru Selalu”", "visi yang luhur tentang “laut biru selalu”"]
)
def test_other_quotations_are_no_statements(text):
    assert find_quotations(text) == []


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
