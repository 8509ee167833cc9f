"""What a document is, from its lines: every case is a trap of a real document, told with invented names."""

import pytest

from selaras.extractors.identity.document import complete_from_name, find_identity, identify
from selaras.extractors.pages.page import Line, Page, PageKind
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.regions import ExtraRegion

REGIONS = (
    ExtraRegion("99", "PROVINCE", "Provinsi Awan Biru"),
    ExtraRegion("99.01", "KABUPATEN", "Kabupaten Teluk Embun"),
)
BODY = "visi misi tujuan sasaran indikator program kegiatan pembangunan"


@pytest.fixture(scope="module")
def nlp():
    return build_pipeline(REGIONS)


def page(number, *texts, size=11.0):
    return tuple(Line(text, number, (72, 20.0 * i, 500, 20.0 * i + 12), size) for i, text in enumerate(texts))


def blank(name="berkas.pdf"):
    return PlanningDocument(sha256=DocumentId("0" * 64), kind=PlanKind.OTHER, file_name=name)


@pytest.mark.parametrize(
    ("pages", "kind", "level", "region", "agency", "period"),
    [
        pytest.param(
            [
                page(1, "RENCANA STRATEGIS", "DINAS SOSIAL PROVINSI AWAN BIRU", "2025-2029", size=20),
                page(2, BODY),
            ],
            *("RENSTRA", "PROVINCE", "99", "Dinas Sosial", (2025, 2029)),
            id="cover",
        ),
        pytest.param(
            [
                page(i, "Renja Dinas Sosial Kabupaten Teluk Embun Tahun 2027", BODY, f"RPJMD dan RKPD {i}a")
                for i in range(1, 6)
            ],
            *("RENJA", "DISTRICT", "99.01", "Dinas Sosial", (2027, 2027)),
            id="chapter-file-known-by-its-running-head-only",
        ),
        pytest.param(
            [page(1, "RE", "ENCA", "ANA", "A KE", "ERJA", size=24)]
            + [
                page(i, f"Rencana Kerja Dinas Sosial Provinsi Awan Biru Tahun 2027 {i}", BODY)
                for i in range(2, 8)
            ],
            *("RENJA", "PROVINCE", "99", "Dinas Sosial", (2027, 2027)),
            id="cover-scrambled-by-letter",
        ),
        pytest.param(
            [
                page(
                    1,
                    "INDIKATOR KINERJA UTAMA",
                    "DINAS SOSIAL PROVINSI AWAN BIRU",
                    "TAHUN 2025-2029",
                    "No Sasaran Indikator",
                )
            ],
            *("IKU", "PROVINCE", "99", "Dinas Sosial", (2025, 2029)),
            id="one-page-table",
        ),
        pytest.param(
            [
                page(1, "RENCANA STRATEGIS KEMENTERIAN DALAM NEGERI 2025-2029", size=20),
                page(2, BODY, "Kementerian Dalam Negeri"),
            ],
            *("RENSTRA", "NATIONAL", None, "Kementerian Dalam Negeri", (2025, 2029)),
            id="ministry",
        ),
        pytest.param(
            [page(1, "RENSTRA DINAS SOSIAL PROVINSI AWAN BIRU 2025-2029", size=20)]
            + [page(i, "Kementerian Sosial", "Dinas Sosial Provinsi Awan Biru", BODY) for i in range(2, 6)],
            *("RENSTRA", "PROVINCE", "99", "Dinas Sosial", (2025, 2029)),
            id="a-ministry-that-is-only-cited",
        ),
        pytest.param(
            [
                page(1, "VISI, MISI & PROGRAM", "Calon Gubernur Awan Biru 2025-2030", size=20),
                page(2, BODY, "Provinsi Awan Biru"),
            ],
            *("VISI_MISI", "PROVINCE", "99", None, (2025, 2030)),
            id="candidate-for-governor",
        ),
        pytest.param(
            [
                page(1, "Visi, Misi dan Program", "Calon Presiden dan Wakil Presiden 2024-2029", size=20),
                page(2, BODY),
            ],
            *("VISI_MISI", "NATIONAL", None, None, (2024, 2029)),
            id="candidate-for-president",
        ),
        pytest.param(
            [
                page(1, "RENJA DINAS SOSIAL PROVINSI AWAN BIRU TAHUN 2027", size=20),
                page(2, *["Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan"] * 9, BODY),
            ],
            *("RENJA", "PROVINCE", "99", "Dinas Sosial", (2027, 2027)),
            id="years-of-cited-laws-do-not-count",
        ),
        pytest.param(
            [
                page(i, "Renja Dinas Sosial Provinsi Awan Biru-2027", f"Laporan untuk bulan {i}", BODY)
                for i in range(1, 5)
            ],
            *("RENJA", "PROVINCE", "99", "Dinas Sosial", (2027, 2027)),
            id="year-joined-to-a-name-in-the-running-head",
        ),
        pytest.param(
            [
                page(1, "Renja Dinas Sosial Provinsi Awan Biru ini memuat program tahun 2027.", BODY),
                page(2, "Surat Gubernur Nomor 050/12-Bapp Tahun 2021, Nomor 9 Tahun 2021, No. 7 Tahun 2021"),
            ],
            *("RENJA", "PROVINCE", "99", "Dinas Sosial", (2027, 2027)),
            id="years-of-cited-letters-do-not-count",
        ),
        pytest.param(
            [
                page(1, "RENJA DINAS PEMBERDAY AAN DESA", "PROVINSI AWAN BIRU TAHUN 2027", size=20),
                page(2, BODY, "Dinas Pemberdayaan Desa"),
            ],
            *("RENJA", "PROVINCE", "99", "Dinas Pemberdayaan Desa", (2027, 2027)),
            id="torn-name-on-the-cover",
        ),
        pytest.param(
            [page(1, "Resep jus mangga", "Kupas mangga lalu potong"), page(2, "Sajikan dingin")],
            *("OTHER", None, None, None, None),
            id="recipe",
        ),
        pytest.param(
            [page(1, "Undangan rapat", "Mohon hadir membahas RPJMD Provinsi Awan Biru 2025-2029")],
            *("OTHER", None, None, None, None),
            id="invitation-that-mentions-a-plan",
        ),
        pytest.param([()], *("OTHER", None, None, None, None), id="no-text-at-all"),
    ],
)
def test_identity(nlp, pages, kind, level, region, agency, period):  # noqa: PLR0917
    found = find_identity(pages, nlp, blank())
    expected_period = Period(*period) if period else None
    assert (found.kind, found.level, found.region, found.agency, found.period) == (
        *(kind, level, region, agency),
        expected_period,
    )


def test_a_longer_plan_takes_the_longer_period(nlp):
    pages = [page(1, "RPJPD PROVINSI AWAN BIRU 2025-2045", size=20), page(2, BODY, *["RPJMD 2025-2029"] * 9)]
    assert find_identity(pages, nlp, blank()).period == Period(2025, 2045)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("RANCANGAN AWAL RPJMD PROVINSI AWAN BIRU 2025-2029", DocumentStatus.DRAFT),
        ("RANCANGAN AKHIR RPJMD PROVINSI AWAN BIRU 2025-2029", DocumentStatus.BILL),
        (
            "PERATURAN DAERAH PROVINSI AWAN BIRU NOMOR 2 TAHUN 2025 TENTANG RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH 2025-2029",
            DocumentStatus.LAW,
        ),
        ("RPJMD PROVINSI AWAN BIRU 2025-2029", DocumentStatus.UNKNOWN),
    ],
)
def test_status(nlp, line, status):
    assert find_identity([page(1, line, size=20), page(2, BODY)], nlp, blank()).status is status


def test_file_name_fills_in_with_a_warning_only(nlp):
    nameless = PlanningDocument(
        DocumentId("0"), PlanKind.RKPD, file_name="rkpd_awan-biru_provinsi awan biru_2027.pdf"
    )
    completed = complete_from_name(nameless, nlp)
    assert (completed.level, completed.region, completed.period) == (
        PlanLevel.PROVINCE,
        "99",
        Period(2027, 2027),
    )


def test_misnamed_recipe_stays_no_plan(nlp):
    pages = [Page(1, 595, 842, PageKind.BLANK)]
    found, warnings = identify(
        pages, nlp, sha256=DocumentId("0"), file_name="RPJMD Provinsi Awan Biru 2025-2029.pdf"
    )
    assert found.kind is PlanKind.OTHER
    assert [warning.message.code for warning in warnings] == ["identity.no_plan"]


def test_order_of_extra_pages_without_names_changes_nothing(nlp):
    cover, body = page(1, "RPJMD PROVINSI AWAN BIRU 2025-2029", size=20), page(2, BODY)
    one = find_identity([cover, body, page(3, "angka")], nlp, blank())
    other = find_identity([cover, page(2, "angka"), body], nlp, blank())
    assert one == other


@pytest.mark.parametrize(
    ("pages", "title"),
    [
        pytest.param(
            [page(1, "RENSTRA DINAS SOSIAL", "PROVINSI AWAN BIRU 2025-2029", size=20), page(2, BODY)],
            "RENSTRA DINAS SOSIAL PROVINSI AWAN BIRU 2025-2029",
            id="cover",
        ),
        pytest.param(
            [
                (
                    *page(1, "Ir. FULAN BIN FULAN, M.Si.", size=24),
                    *page(1, "Renstra Provinsi Awan Biru 2025-2029"),
                ),
                page(2, BODY),
            ],
            "Renstra Provinsi Awan Biru 2025-2029",
            id="the-biggest-line-is-a-name",
        ),
        pytest.param([page(1, "Resep jus mangga", size=20)], "", id="no-plan-no-title"),
    ],
)
def test_title_names_the_plan(nlp, pages, title):
    assert find_identity(pages, nlp, blank()).title == title


TABLE_HEAD = "Rancangan Awal RKPD Hasil Analisis Kebutuhan"


def test_the_head_of_a_long_table_is_no_running_head(nlp):
    text = "Renja Dinas Sosial Provinsi Awan Biru Tahun 2027"
    pages = [page(i, TABLE_HEAD, f"{BODY} {text}") for i in range(1, 9)]
    outside = [page(i, f"{BODY} {text}") for i in range(1, 9)]
    assert find_identity(pages, nlp, blank(), outside=outside).kind is PlanKind.RENJA


def test_running_text_on_the_first_page_shares_its_weight(nlp):
    lines = ["Renstra memuat tujuan", *["Renja tahun ini memuat kegiatan"] * 9, BODY, "Provinsi Awan Biru"]
    assert find_identity([page(1, *lines)], nlp, blank()).kind is PlanKind.RENJA


@pytest.mark.parametrize(
    ("name", "kind", "period"),
    [
        pytest.param(
            "renja_awan-biru_2027.pdf", PlanKind.RENJA, Period(2027, 2027), id="names-what-text-names"
        ),
        pytest.param(
            "rkpd_awan-biru_2031.pdf", PlanKind.RENSTRA, Period(2025, 2029), id="text-names-neither"
        ),
    ],
)
def test_the_name_of_the_file_counts_where_the_text_names_the_same(nlp, name, kind, period):
    lines = ["Renstra 2025-2029 dan Renja 2026 dan 2027", BODY, "Renstra Provinsi Awan Biru 2025-2029"]
    found = find_identity([page(1, *lines)], nlp, blank(name))
    assert (found.kind, found.period) == (kind, period)


def test_sentences_are_no_titles(nlp):
    lines = ("Renstra ini disusun sebagai pedoman,", "Renstra Dinas Sosial 2025-2029", BODY)
    pages = [(*page(1, lines[0], size=16), *page(1, lines[1], size=14)), page(2, lines[2])]
    assert find_identity(pages, nlp, blank()).title == "Renstra Dinas Sosial 2025-2029"
