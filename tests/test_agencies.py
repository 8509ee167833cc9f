"""Agencies go by short and changing names; each has one normal form, functions, and a region it belongs to."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.agencies import find_agencies
from selaras.extractors.phrases.agency_names import full_name, functions_of, known_agencies, level_of
from selaras.extractors.phrases.offices import office_level, office_name, without_region
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.models.region_context import Level
from selaras.models.regions import load_regions

TABLE = load_regions()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("DISNAKERTRANS", ["Dinas Tenaga Kerja dan Transmigrasi"], id="built-of-syllables"),
        pytest.param("Disperindagkop", ["Dinas Perindustrian, Perdagangan dan Koperasi"], id="three-parts"),
        pytest.param("Dinkes", ["Dinas Kesehatan"], id="din-for-dis"),
        pytest.param("Disiplin, Distribusi, Disabilitas", [], id="words-that-begin-with-dis"),
        pytest.param("disdik", [], id="small-letters"),
        pytest.param("Bappeda", ["Badan Perencanaan Pembangunan Daerah"], id="listed"),
        pytest.param("www.Bappeda.example, a@BPBD", [], id="in-an-address"),
        pytest.param("DPM-PTSP", ["Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"], id="hyphen"),
        pytest.param("Satpol PP", ["Satuan Polisi Pamong Praja"], id="two-words"),
        pytest.param("Dinas PUPR", ["Dinas Pekerjaan Umum dan Penataan Ruang"], id="short-behind-dinas"),
        pytest.param("Kemendagri", ["Kementerian Dalam Negeri"], id="ministry"),
        pytest.param(
            "Kemen PPN/Bappenas",
            ["Kementerian Perencanaan Pembangunan Nasional"],
            id="ministry-parted-by-a-blank",
        ),
        pytest.param("Kementrian Sosial", ["Kementerian Sosial"], id="misspelt"),
        pytest.param(
            "Kementerian PU",
            ["Kementerian Pekerjaan Umum"],
            id="short-behind-kementerian",
        ),
        pytest.param("DKP", ["DKP"], id="several-meanings-stay-short"),
        pytest.param("Dinas Sosial, Dinas Awan", ["Dinas Sosial", "Dinas Awan"], id="list-of-agencies"),
        pytest.param(
            "Dinas Sosial dan Bappeda",
            ["Dinas Sosial", "Badan Perencanaan Pembangunan Daerah"],
            id="long-short",
        ),
        pytest.param("Badan Usaha Milik Daerah", [], id="a-company-is-no-agency"),
        pytest.param("Perjalanan Dinas Luar Daerah", [], id="official-journeys"),
        pytest.param("Pengadaan Pakaian Dinas Beserta Atribut Kelengkapannya", [], id="official-clothes"),
        pytest.param("Kendaraan Dinas Operasional atau Lapangan", [], id="official-vehicles"),
        pytest.param("Kendaraan Dinas Perhubungan", ["Dinas Perhubungan"], id="vehicles-of-an-agency"),
        pytest.param("BKPP Wilayah II", ["BKPP Wilayah II"], id="parted-by-areas"),
        pytest.param(
            "DINAS PEMUDA DAN OLAHRAGA\nDalam rangka", ["Dinas Pemuda dan Olahraga"], id="sentence-behind"
        ),
        pytest.param("Dinas Sosial PENDIDIKAN", ["Dinas Sosial"], id="heading-behind"),
        pytest.param("Dinas Perkebunan PP-3", ["Dinas Perkebunan"], id="code-of-the-next-cell"),
        pytest.param("Kendaraan Dinas Operasional", [], id="a-car-is-no-agency"),
        pytest.param("Kecamatan Awan, Embun", ["Kecamatan Awan"], id="list-of-sub-districts"),
        pytest.param(
            "Badan Riset dan Inovasi Nasional", ["Badan Riset dan Inovasi Nasional"], id="of-the-nation"
        ),
        pytest.param("Dinas Awan Nasional", ["Dinas Awan"], id="nasional-ends-other-names"),
        pytest.param("Kementerian Investasi/BKPM", ["Kementerian Investasi/BKPM"], id="two-in-one"),
        pytest.param("Peraturan Menteri PUPR", [], id="a-ministers"),
        pytest.param("Sudin Sosial", ["Suku Dinas Sosial"], id="sub-office"),
    ],
)
def test_names(text, names):
    assert [mention.label for mention in find_agencies(text)] == names


@pytest.mark.parametrize("name", ["Dinas Kebersihan dan Pertamanan", "Dinas Ketahanan Pangan"])
def test_the_plans_own_agency_decides_between_meanings(name):
    assert full_name("DKP", of=name) == name


def test_another_agency_decides_nothing():
    assert full_name("DKP", of="Dinas Sosial") == "DKP"
    assert full_name("Bappeda", of="Dinas Sosial") == "Badan Perencanaan Pembangunan Daerah"


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        pytest.param(["Bappeda", "Bappelitbangda", "Bapperida"], {"planning"}, id="planning"),
        pytest.param(["BPLHD", "DLH", "Dinas Lingkungan Hidup"], {"environment"}, id="environment"),
        pytest.param(["BPMPT", "DPMPTSP"], {"investment", "licensing"}, id="licensing"),
        pytest.param(["BKD", "BKPSDM"], {"staff"}, id="staff"),
        pytest.param(["Disdik", "Dinas Kesehatan"], set(), id="nothing-in-common"),
    ],
)
def test_same_function(names, shared):
    assert set.intersection(*({*functions_of(full_name(name))} for name in names)) == shared


def test_a_short_name_of_several_has_what_they_share():
    assert functions_of("DKP") == ()


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        pytest.param(
            "Kepala Bidang Pemuda Dinas Pemuda dan Olahraga", "Dinas Pemuda dan Olahraga", "own", id="x"
        ),
        pytest.param("CAMAT AWAN", "Kecamatan Awan", "district", id="camat"),
        pytest.param("Sekretaris Daerah", "Sekretariat Daerah", "own", id="secretary"),
        pytest.param("Gubernur", None, "province", id="governor"),
        pytest.param("Wali Kota", None, "city", id="mayor"),
        pytest.param("BUPATI", None, "regency", id="regent"),
        pytest.param("Kementerian Sosial", "Kementerian Sosial", "nation", id="ministry"),
        pytest.param("BPS", "Badan Pusat Statistik", "nation", id="body-of-the-nation"),
        pytest.param("D1NAS SOSIAL", "Dinas Sosial", "own", id="misread-letter"),
        pytest.param("Dinas Sosial Bali", "Dinas Sosial", "own", id="region-at-its-end"),
        pytest.param("RSUD Sidoarjo", "RSUD Sidoarjo", "own", id="hospitals-are-named-by-places"),
        pytest.param("Jabodetabek", None, None, id="no-office"),
    ],
)
def test_offices(text, name, level):
    assert (office_name(text, TABLE), office_level(text)) == (name, level)


@pytest.mark.parametrize(
    ("text", "home", "region"),
    [
        pytest.param("Dinas Sosial Provinsi Jawa Barat", "62", "32", id="printed"),
        pytest.param("Dinas Sosial\nKabupaten Kapuas", None, "62.03", id="on-the-next-line"),
        pytest.param("Badan Kepegawaian (BKD), Pemerintah Kota Bogor", None, "32.71", id="name-between"),
        pytest.param("Dinas Sosial Bali", "32", "51", id="inside-the-name"),
        pytest.param("Dinas Sosial", "62.03", "62.03", id="the-plans-own"),
        pytest.param("Dinas Sosial", None, None, id="nobody-knows"),
        pytest.param("Dinas Sosial Provinsi", "62.03", "62", id="of-its-province"),
        pytest.param("Dinas Sosial Kabupaten/Kota", "62", None, id="nobodys-in-particular"),
        pytest.param("Dinas Sosial Kabupaten Awan", "62", None, id="of-an-unknown-region"),
        pytest.param("Kementerian Sosial", "62", None, id="ministry"),
        pytest.param("BPS", "62", None, id="body-of-the-nation"),
        pytest.param("Kecamatan Awan", "62.03", "62.03", id="sub-district"),
        pytest.param("Kecamatan Awan", "62", None, id="sub-district-somewhere"),
        pytest.param("Dinas Kominfo Bandung", "32.73", "32.73", id="short-name-with-its-region"),
    ],
)
def test_region_of_an_agency(text, home, region):
    nlp = build_pipeline()
    doc = nlp.make_doc(text)
    doc._.region = home
    span = nlp(doc).spans["agencies"][0]
    assert span._.region == region


def test_span_tells_functions():
    doc = build_pipeline()("Rencana Bappelitbangda")
    (span,) = doc.spans["agencies"]
    assert span.label_ == "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah"
    assert span._.functions == ("planning", "research")


def test_each_listed_agency_tells_what_it_is_there_for():
    silent = [agency.name for agency in known_agencies() if agency.level is Level.OWN]
    assert [name for name in silent if not functions_of(name)] == [
        "Badan Koordinasi Pemerintahan dan Pembangunan"
    ]


def test_dated_names_have_a_source():
    dated = [agency for agency in known_agencies() if agency.since or agency.until]
    assert len(dated) > 10
    assert [agency.name for agency in dated if not agency.source] == []


def test_each_agency_is_listed_once():
    counts = Counter(agency.name for agency in known_agencies())
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("agency", known_agencies(), ids=lambda agency: agency.name)
def test_short_names_are_found_in_text(agency):
    for short in agency.short:
        found = list(find_agencies(f"oleh {short} tahun ini"))
        assert found, short
        assert found[0].label in {agency.name, short.upper()}


@pytest.mark.parametrize("stem", load_table("agencies.toml")["stems"])
def test_syllables(stem):
    name = load_table("agencies.toml")["stems"][stem]
    assert full_name(f"Dis{stem}").startswith("Dinas ")
    assert level_of(f"Dinas {name}") is Level.OWN


@given(st.text(alphabet="Dinas Bpo,KTe\nw1-", max_size=80))
def test_agencies_stand_in_order_in_the_text(text):
    end = 0
    for mention in find_agencies(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(st.sampled_from(sorted(TABLE.regions)))
def test_a_name_without_its_region_is_still_a_name(code):
    name = TABLE.regions[code].name
    assert without_region(f"Dinas Sosial {name}", TABLE).startswith("Dinas Sosial")
