"""Regions in context: what stands around a mention decides, and nothing is decided where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.phrases.places import find_lists, find_places
from selaras.models.region_context import Basis, Level, place
from selaras.models.region_names import RegionKind, Strength
from selaras.models.regions import load_regions

TABLE = load_regions()


@pytest.mark.parametrize(
    ("text", "home", "level", "code", "basis"),
    [
        pytest.param("Kabupaten Kapuas", "32", None, "62.03", "printed", id="printed-before-home"),
        pytest.param("Bogor", None, None, None, None, id="nothing-around-it"),
        pytest.param("Bogor", "32.71", None, "32.71", "home", id="the-citys-own-plan"),
        pytest.param("Banjar", "32", None, "32.79", "home", id="the-one-in-the-province"),
        pytest.param("Banjar", "32.04", None, "32.79", "home", id="the-one-in-the-province-of-a-regency"),
        pytest.param("Bogor", "32", None, None, None, id="both-in-the-province"),
        pytest.param("Bogor", None, Level.CITY, "32.71", "printed", id="the-mayors"),
        pytest.param("Jl. Mawar No. 1 Bandung", "32", None, "32.73", "address", id="addresses-name-cities"),
        pytest.param("Jalan Mawar 1, Bandung", "32.04", None, "32.04", "home", id="home-before-address"),
        pytest.param("KOTA_TASIKMALAY", None, None, "32.78", "misprint", id="cut-at-its-end"),
        pytest.param("Kabupaten Bojonegro", None, None, "35.22", "misprint", id="a-letter-missing"),
        pytest.param("Kota Batv", None, None, None, None, id="too-short-for-a-misprint"),
        pytest.param("Kota yang tertata", None, None, None, None, id="words-after-a-title"),
        pytest.param("Jabar dan Jateng", "33", Level.OWN, None, None, id="two-regions-are-none"),
        pytest.param("Dinas Sosial", "64", Level.OWN, "64", "owner", id="agency-of-the-province"),
        pytest.param("Dinas Sosial", None, Level.OWN, None, None, id="agency-of-nobody-knows"),
        pytest.param("Dinas Sosial", "64", None, None, None, id="no-office"),
        pytest.param("Kementerian Sosial", "64", Level.NATION, None, None, id="ministry"),
        pytest.param("Gubernur", "64.01", Level.PROVINCE, "64", "owner", id="governor-in-a-regency"),
        pytest.param("Gubernur", "64", Level.PROVINCE, "64", "owner", id="governor-in-a-province"),
        pytest.param("Camat Awan", "14.71", Level.DISTRICT, "14.71", "owner", id="camat-in-a-city"),
        pytest.param("Camat Awan", "14", Level.DISTRICT, None, None, id="camat-in-a-province"),
        pytest.param("Bupati", "14.71", Level.REGENCY, None, None, id="a-city-has-no-bupati"),
        pytest.param("Dinas Sosial", "99", Level.OWN, None, None, id="unknown-home"),
    ],
)
def test_place(text, home, level, code, basis):
    found = place(text, TABLE, home=home, level=level)
    assert (found and found.region.code, found and found.basis) == (code, basis)


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        pytest.param(["KOTA_DEPOK", "GARUT"], "32.01", id="cities-are-marked"),
        pytest.param(["Kab. Garut", "Depok"], "32.71", id="regencies-are-marked"),
        pytest.param(["Kab. Garut", "Kota Depok"], None, id="both-are-marked"),
        pytest.param(["Garut", "Depok"], None, id="none-is-marked"),
        pytest.param(["Jawa Barat"], None, id="a-province-marks-nothing"),
    ],
)
def test_a_list_tells(entries, code):
    beside = [mention for entry in entries for mention in TABLE.find(entry)]
    found = place("BOGOR", TABLE, beside=beside)
    assert (found and found.region.code) == code


def test_only_print_is_strong():
    assert place("Kota Bogor", TABLE).strength is Strength.STRONG
    assert place("Bogor", TABLE, home="32.71").strength is Strength.WEAK


@pytest.mark.parametrize(
    ("text", "home", "codes"),
    [
        pytest.param(
            "1. BOGOR 12,5\n2. GARUT 3\n3. KOTA_DEPOK 4", None, ["32.01", "32.05", "32.76"], id="list"
        ),
        pytest.param("Bogor dekat dengan Kota Depok", None, ["32.76"], id="prose-is-no-list"),
        pytest.param("Kota Depok" + "\n" * 400 + "Bogor", None, ["32.76"], id="far-away"),
        pytest.param("Jl. Mawar 3 Bandung", None, ["32.73"], id="address"),
        pytest.param("Jl. Mawar 3\ndi Bandung", None, [], id="address-on-another-line"),
        pytest.param("Bandung dan Banjar", "32.73", ["32.73", "32.79"], id="home"),
        pytest.param("mutu sumbar daya manusia", None, [], id="misprint-in-small-letters"),
        pytest.param("di Sumbar", None, ["13"], id="abbreviation"),
        pytest.param("di provinsi sumbar", None, ["13"], id="abbreviation-behind-its-title"),
        pytest.param("di jawa barat", None, ["32"], id="whole-name-in-small-letters"),
        pytest.param("masuk peringkat 50 kota terbaik", None, [], id="number-of-cities"),
        pytest.param("Kabupaten 50 Kota", None, ["13.07"], id="number-in-a-name"),
        pytest.param("di Kapuas Embun dan Lebak Awan", None, [], id="names-of-other-places"),
        pytest.param("warga di Embun Kapuas", None, [], id="name-of-another-place-that-ends-so"),
        pytest.param("di jawa\nbarat", None, ["32"], id="whole-name-over-two-lines"),
        pytest.param("Kawasan Strategis Kapuas", None, ["62.03"], id="kind-of-an-area-before"),
        pytest.param("warga di Wilayah Kapuas", None, ["62.03"], id="a-word-before-that-names-nothing"),
        pytest.param("di Kabupaten Lebak Awan", None, ["36.02"], id="designated"),
        pytest.param("Renstra Kapuas Tahun Awal", None, ["62.03"], id="a-word-of-titles-behind"),
        pytest.param("Kapuas Meningkatnya mutu", None, ["62.03"], id="next-cell-behind"),
        pytest.param("Kapuas Dinas Awan", None, ["62.03"], id="office-behind"),
        pytest.param("KAPUAS HEBAT", None, ["62.03"], id="capitals-tell-nothing"),
    ],
)
def test_find_places(text, home, codes):
    assert [found.placement.region.code for found in find_places(text, TABLE, home)] == codes


@pytest.mark.parametrize(
    "entries", [["Bogor"], ["Kota Depok", "Bogor"], ["Kota Depok", "Kab. Garut", "Jawa Barat"]]
)
def test_a_list_of_any_length_is_told_by_an_entry_of_each_kind(entries):
    text = "\n".join(entries * 100)
    lists = find_lists(text, TABLE.find(text), TABLE)
    assert len(lists) == 100 * len(entries)
    assert all(len(marked) <= len(RegionKind) for marked in lists.values())


@given(
    st.sampled_from(["Bogor", "Malang", "Kota Bogor", "", "Dinas Awan", "Jl. X Bandung", "Gorontalo"]),
    st.none() | st.sampled_from(sorted(TABLE.regions)),
    st.none() | st.sampled_from(Level),
)
def test_home_never_overrules_print(text, home, level):
    printed = TABLE.resolve(text)
    found = place(text, TABLE, home=home, level=level)
    if printed:
        assert found.region == printed
        assert found.basis is Basis.PRINTED


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        pytest.param("Macet di kawasan Puncak", Strength.WEAK, id="bare-name-may-be-a-mountain"),
        pytest.param("Warga Kabupaten Kapuas", Strength.STRONG, id="kind-is-printed"),
        pytest.param("Warga Kabupaten Kapuas dan Kapuas", Strength.STRONG, id="first-of-two"),
    ],
)
def test_a_bare_name_in_running_text_is_never_sure(text, strength):
    assert next(find_places(text, TABLE)).strength is strength
