"""Regions: the table is whole, names are found where they stand, and an ambiguous name names nothing."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.region_names import RegionKind, Strength
from selaras.models.regions import ExtraRegion, load_regions

SHARED = Path(__file__).parents[1].parent / "shared"
TABLE = load_regions()
CODES = sorted(TABLE.regions)
INVENTED = (
    ExtraRegion("98", "PROVINCE", "Provinsi Samudra Raya", "Samraya"),
    ExtraRegion("98.01", "KABUPATEN", "Kabupaten Teluk Kelapa"),
    ExtraRegion("98.71", "KOTA", "Kota Teluk Kelapa", "Telkel|Kota Pelabuhan Kelapa"),
)


@pytest.mark.parametrize(
    ("kind", "count"),
    [(RegionKind.PROVINCE, 38), (RegionKind.KABUPATEN, 416), (RegionKind.KOTA, 98)],
)
def test_the_table_is_whole(kind, count):
    assert sum(region.kind is kind for region in TABLE.regions.values()) == count


def test_every_regency_and_city_lies_in_a_province():
    parents = {region.parent for region in TABLE.regions.values() if region.kind is not RegionKind.PROVINCE}
    assert parents == {code for code in CODES if len(code) == 2}


def test_papua_has_six_provinces():
    assert [TABLE.regions[code].short_name for code in CODES if len(code) == 2 and code > "90"] == [
        "Papua",
        "Papua Barat",
        "Papua Selatan",
        "Papua Tengah",
        "Papua Pegunungan",
        "Papua Barat Daya",
    ]


def test_children_of_a_province():
    children = TABLE.children("62")
    assert len(children) == 14
    assert (children[0].code, children[-1].code) == ("62.01", "62.71")
    assert TABLE.children("62.01") == ()


def test_get_knows_no_unknown_code():
    assert TABLE.get("62.01").name == "Kabupaten Kotawaringin Barat"
    assert TABLE.get("99") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Kabupaten Kapuas", "62.03", id="full name"),
        pytest.param("KAB. KAPUAS", "62.03", id="capitals and abbreviation"),
        pytest.param("Kab Kapuas", "62.03", id="no full stop"),
        pytest.param("Kabupaten : Kapuas", "62.03", id="colon of a form"),
        pytest.param("Kabupaten   Kotawaringin \n Barat", "62.01", id="blanks and a line end"),
        pytest.param("Kobar", "62.01", id="abbreviation of a regency"),
        pytest.param("RPJMD Kalteng 2025-2029", "62", id="abbreviation of a province"),
        pytest.param("PROPINSI JAWA BARAT", "32", id="old spelling Propinsi"),
        pytest.param("Prov. Kep. Riau", "21", id="Kep. for Kepulauan"),
        pytest.param("Kab. Kep. Talaud", "71.04", id="two abbreviations"),
        pytest.param("Provinsi Sumatra Utara", "12", id="Sumatra for Sumatera"),
        pytest.param("KOTA_PALANGKARAYA", "62.71", id="underscore"),
        pytest.param("Kota Palangka Raya", "62.71", id="in two words"),
        pytest.param("Wali Kota Palangka Raya", "62.71", id="mayor"),
        pytest.param("Peraturan Bupati Cianjur Nomor 11", "32.03", id="regent without Kabupaten"),
        pytest.param("Gubernur Jawa Tengah", "33", id="governor"),
        pytest.param("Kota Adm. Jakarta Timur", "31.75", id="administrative city"),
        pytest.param("Kabupaten Administrasi Kepulauan Seribu", "31.01", id="administrative regency"),
        pytest.param("D.I. Yogyakarta", "34", id="full stops between letters"),
        pytest.param("Nanggroe Aceh Darussalam", "11", id="old name of a province"),
        pytest.param("Kabupaten Pasir", "64.01", id="old spelling of Paser"),
        pytest.param("Ujung Pandang", "73.71", id="old name of Makassar"),
        pytest.param("Irian Jaya Barat", "92", id="longest name wins"),
        pytest.param("Kabupaten Tolitoli", "72.04", id="in one word"),
        pytest.param("Kabupaten Toli - Toli", "72.04", id="hyphen between blanks"),
        pytest.param("Bau-Bau", "74.72", id="hyphen"),
        pytest.param("Kabupaten Solok Selatan", "13.11", id="not Kota Solok"),
        pytest.param("Kabupaten Kepulauan Riau", "21.01", id="a regency that bore a province's name"),
        pytest.param("Kota Bogor", "32.71", id="the city, not the regency"),
        pytest.param("Kabupaten Bogor", "32.01", id="the regency, not the city"),
        pytest.param("Banjar, Provinsi Kalimantan Selatan", "63.03", id="the province decides"),
        pytest.param("Kabupaten Tangerang (Provinsi Banten)", "36.03", id="a part before its whole"),
        pytest.param("Kota Semarang, seperti Semarang lainnya", "33.74", id="strong before weak"),
        pytest.param("Bogor", None, id="regency or city"),
        pytest.param("Kabupaten/Kota Bogor", None, id="both are meant"),
        pytest.param("Gorontalo", None, id="province, regency or city"),
        pytest.param("Jabar dan Jateng", None, id="two provinces"),
        pytest.param("Bandung, Jawa Barat", "32", id="regency or city in a province that is sure"),
        pytest.param("Mura", None, id="abbreviation of two regencies"),
        pytest.param("Ibu Kota Nusantara", None, id="no region of the table"),
        pytest.param("Papua Nugini", None, id="another country"),
        pytest.param("Sungai Kapuas", None, id="a river"),
        pytest.param("Kecamatan Kapuas", None, id="a sub-district"),
        pytest.param("harga batu bara", None, id="coal"),
        pytest.param("Batubara", None, id="coal in one word"),
        pytest.param("tanah dan batu", None, id="stone"),
        pytest.param("diy", None, id="short abbreviation in small letters"),
        pytest.param("kapuasan", None, id="inside a longer word"),
        pytest.param("Kabupaten", None, id="a title without a name"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_resolve(text, code):
    region = TABLE.resolve(text)
    assert (region.code if region else None) == code


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Pemerintah Kabupaten Kapuas", [("Kabupaten Kapuas", ("62.03",), Strength.STRONG)]),
        ("Kapuas dan Katingan", [("Kapuas", ("62.03",), "weak"), ("Katingan", ("62.06",), "weak")]),
        ("Jawa Barat", [("Jawa Barat", ("32",), Strength.STRONG)]),
        ("Bali", [("Bali", ("51",), Strength.WEAK)]),
        ("Kota Batu", [("Kota Batu", ("35.79",), Strength.STRONG)]),
        ("Kabupaten Palangka Raya", [("Palangka Raya", ("62.71",), Strength.WEAK)]),
        ("Malang", [("Malang", ("35.07", "35.73"), Strength.WEAK)]),
    ],
)
def test_find(text, mentions):
    assert [(m.text, m.codes, m.strength) for m in TABLE.find(text)] == mentions


def test_extra_regions_are_found_beside_the_others():
    table = load_regions(INVENTED)
    text = "Kota Teluk Kelapa, Samraya, bukan Kabupaten Kapuas"
    assert [m.code for m in table.find(text)] == ["98.71", "98", "62.03"]
    assert [region.code for region in table.children("98")] == ["98.01", "98.71"]
    assert table.find("Teluk Kelapa")[0].code is None
    assert TABLE.find("Samraya") == ()


@given(
    st.lists(
        st.sampled_from([*"/.,-_\n()", " ", "Kota", "Kabupaten", "Kapuas", "Banjar", "Prov", "adm", "é"])
    )
)
def test_mentions_stand_where_they_say_in_order(pieces):
    text = " ".join(pieces)
    end = 0
    for mention in TABLE.find(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert set(mention.codes) <= set(CODES)
        end = mention.end


@given(st.text())
def test_any_text_is_read(text):
    assert all(mention.text for mention in TABLE.find(text))


@given(st.sampled_from(CODES))
def test_each_full_name_names_its_region(code):
    assert TABLE.resolve(f"Renstra {TABLE.regions[code].name.upper()} Tahun 2025").code == code


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared table of one province is not at hand")
def test_table_agrees_with_one_made_by_hand():
    with (SHARED / "domain" / "wilayah_62.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["code"]: row["name"] for row in rows} == {
        code: TABLE.regions[code].name for code in CODES if code.startswith("62")
    }
    for row in rows:
        for alias in row["aliases"].split("|"):
            assert row["code"] in {code for mention in TABLE.find(alias) for code in mention.codes}, alias
