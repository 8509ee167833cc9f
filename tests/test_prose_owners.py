"""Whose statement it is. All texts are invented."""

import pytest
from factories import document, lines
from prose_reading import MISSION, RENSTRA, RPJMD, VISION

from selaras.extractors.prose.owners import find_owner, find_source
from selaras.extractors.prose.statements import read_prose
from selaras.models.documents import PlanKind


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
        pytest.param("BKSL Provinsi Arunika", RENSTRA, None, id="short-name-of-an-office"),
        pytest.param("PROVINSI ARUNIKA", RENSTRA, "PROVINSI ARUNIKA", id="region-in-capitals"),
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
