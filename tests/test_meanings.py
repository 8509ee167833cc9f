"""Abbreviations of several meanings: what stands beside them decides, or they are left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.catalogue import load_catalogue
from selaras.models.concepts import ConceptSource
from selaras.models.indicators import Direction
from selaras.models.meanings import DECIDED, weigh
from selaras.models.messages import LANGUAGES, catalogue, render
from selaras.models.name_context import NO_CONTEXT, NameContext
from selaras.models.regions import load_regions

CATALOGUE = load_catalogue()
EVERY = frozenset(ConceptSource)
CULTURE = ("Persentase cagar budaya yang dilestarikan", "Jumlah sanggar seni aktif")
CORRUPTION = ("Nilai MCP KPK", "Persentase laporan gratifikasi yang ditindaklanjuti")


@pytest.mark.parametrize(
    ("name", "unit", "context", "code"),
    [
        pytest.param("IPK", None, NameContext(CULTURE), "IUP37", id="culture around it"),
        pytest.param("IPK", None, NameContext(CORRUPTION), "IUP27b", id="corruption around it"),
        pytest.param("IPK", None, NameContext((*CULTURE, *CORRUPTION)), None, id="both around it"),
        pytest.param("IPK", None, NameContext(CULTURE[:1]), None, id="one neighbour is not enough"),
        pytest.param("IPK", None, NameContext(agency="Inspektorat"), "IUP27b", id="inspectorate"),
        pytest.param("IPK", None, NameContext(agency="DINAS KEBUDAYAAN"), "IUP37", id="agency of culture"),
        pytest.param(
            "Nilai IPK", "indeks", NameContext(CULTURE), "IUP37", id="a word that says little beside it"
        ),
        pytest.param(
            "IPK", None, NameContext(statement="Lestarinya kebudayaan daerah"), "IUP37", id="statement"
        ),
        pytest.param(
            "IPK",
            None,
            NameContext(("Indeks Persepsi Korupsi (IPK) Kota",)),
            "IUP27b",
            id="spelled out near it",
        ),
        pytest.param(
            "IPK",
            None,
            NameContext(("Indeks Persepsi Korupsi", "Nilai SAKIP")),
            None,
            id="the other measure beside it",
        ),
        pytest.param("IPK kebudayaan", None, NO_CONTEXT, "IUP37", id="its own words"),
        pytest.param("IRB", None, NameContext(agency="BPBD"), "IUP44", id="disaster agency"),
        pytest.param(
            "IRB", None, NameContext(agency="Biro Organisasi"), "PN7.6", id="office of organisation"
        ),
        pytest.param("IRB", "poin", NameContext(values=(148.2, 141.0, 133.5)), "IUP44", id="over a hundred"),
        pytest.param("IRB", None, NameContext(values=(98.0, 91.5, 88.0)), "IUP44", id="better when it falls"),
        pytest.param("IRB", None, NameContext(values=(71.0, 75.5, 80.0)), "PN7.6", id="better when it rises"),
        pytest.param("IRB", None, NameContext(values=(71.0, 75.5, 73.0)), None, id="up and down"),
        pytest.param("GII", "indeks", NameContext(values=(0.48, 0.42)), "IUP40", id="between 0 and 1"),
        pytest.param("GII", "skor", NameContext(values=(30.3, 33.1)), "IUP17", id="a score"),
        pytest.param("GII", "indeks (0-1)", NO_CONTEXT, "IUP40", id="scale in the unit"),
        pytest.param("GII", None, NameContext(direction=Direction.DOWN), "IUP40", id="direction"),
        pytest.param(
            "IKD", None, NameContext(agency="Badan Penanggulangan Bencana Daerah"), "D.IKD", id="IKD"
        ),
        pytest.param("IKN", None, NameContext(agency="Badan Kesbangpol"), "KB.IKN", id="vigilance"),
        pytest.param(
            "IKN", None, NameContext(statement="Pemindahan ibu kota nusantara"), None, id="the capital"
        ),
        pytest.param(
            "IPP", None, NameContext(("Jumlah atlet", "Organisasi kepemudaan aktif")), "PN4.16", id="youth"
        ),
        pytest.param(
            "IPP", None, NameContext(statement="Meningkatnya pelayanan perizinan"), "IUP26", id="services"
        ),
        pytest.param("IKM", "unit usaha", NO_CONTEXT, None, id="a number of firms is no index"),
        pytest.param("IPS", None, NO_CONTEXT, "D.IPS", id="statistics, as a rule"),
        pytest.param(
            "IPS", None, NameContext(statement="Mata pelajaran IPA dan IPS"), None, id="a school subject"
        ),
        pytest.param("IPK", None, NO_CONTEXT, None, id="nothing beside it"),
        pytest.param("IKU kota", None, NameContext(CULTURE), None, id="no indicator at all"),
    ],
)
def test_the_context_decides(name, unit, context, code):
    assert CATALOGUE.resolve(name, unit, sources=EVERY, context=context).code == code


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (NameContext(agency="BPBD"), "resolve.meant_by_agency"),
        (NameContext(statement="Berkurangnya risiko bencana"), "resolve.meant_by_statement"),
        (
            NameContext(("Jumlah desa tangguh bencana", "Jumlah kejadian banjir")),
            "resolve.meant_by_neighbours",
        ),
        (NameContext(values=(150.0, 140.0)), "resolve.meant_by_direction"),
        (NO_CONTEXT, "resolve.ambiguous_abbreviation"),
    ],
)
def test_the_strongest_reason_is_told(name, reason):
    found = CATALOGUE.resolve("IRB", context=name)
    assert found.reason.code == reason
    assert all("IRB" in render(found.reason, language) for language in LANGUAGES)


def test_a_meaning_outside_of_the_sources_has_no_code_but_is_told():
    found = CATALOGUE.resolve("IPP", context=NameContext(agency="Dinas Kepemudaan dan Olahraga"))
    assert found.code is None
    assert "Indeks Pembangunan Pemuda" in render(found.reason)
    assert found.candidates[0][0] == "PN4.16"


def test_context_changes_nothing_where_a_name_is_plain():
    context = NameContext(CULTURE, agency="BPBD", values=(0.1, 0.2))
    plain = CATALOGUE.resolve("Indeks Persepsi Korupsi (IPK)")
    assert CATALOGUE.resolve("Indeks Persepsi Korupsi (IPK)", context=context) == plain


def test_the_name_of_a_region_speaks_for_no_meaning():
    meanings = [meaning for meanings in CATALOGUE.meanings.values() for meaning in meanings if meaning.topics]
    names = [region.name.casefold() for region in load_regions().regions.values()]
    assert not [(meaning.name, name) for meaning in meanings for name in names if meaning.topics.search(name)]


@pytest.mark.parametrize(
    ("name", "statement"),
    [
        pytest.param("GII", "Meningkatnya daya dukung kabupaten", id="paten"),
        pytest.param("IHI", "Meningkatnya penghargaan bagi warga", id="harga"),
        pytest.param("IKM", "Menurunnya konsentrasi debu", id="sentra"),
        pytest.param("IDI", "Meningkatnya profesionalisme aparatur", id="profesi"),
        pytest.param("IPA", "Meningkatnya hasil pengujian mutu", id="ujian"),
        pytest.param("SPI", "Meningkatnya persatuan bangsa", id="satuan"),
    ],
)
def test_a_topic_inside_another_word_says_nothing(name, statement):
    alone, beside = (
        CATALOGUE.resolve(name, sources=EVERY, context=context)
        for context in (NO_CONTEXT, NameContext(statement=statement))
    )
    assert alone == beside


def test_every_meaning_is_known_to_the_catalogue_and_every_reason_to_the_messages():
    codes = [meaning.code for group in CATALOGUE.meanings.values() for meaning in group]
    assert set(codes) - {""} <= set(CATALOGUE.concepts)
    assert {"resolve.meant_by_values", "resolve.meant_by_definition"} <= catalogue("id").keys()


def test_abbreviations_of_several_labels_are_never_taken_for_one():
    several = {short for short, codes in CATALOGUE.abbreviations.items() if len(codes) > 1}
    assert several <= CATALOGUE.meanings.keys()


@given(st.sampled_from(sorted(CATALOGUE.meanings)), st.lists(st.text(), max_size=4), st.text(), st.text())
def test_chances_are_chances_whatever_stands_beside(short, neighbours, agency, unit):
    context = NameContext(tuple(neighbours), agency=agency)
    weighed = weigh(short, CATALOGUE.meanings[short], context, unit)
    assert sum(one.chance for one in weighed) <= 1.0001
    assert weighed[0].chance == max(one.chance for one in weighed)
    assert sum(one.chance >= DECIDED for one in weighed) <= 1
