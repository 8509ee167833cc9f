"""What a page with good text mostly is; all texts are invented."""

import pytest
from page_factory import grid, words

from selaras.extractors.pages.page import Diagram, PageKind
from selaras.extractors.pages.page_kinds import find_text_kind, is_leader

PROSE = "Pemerintah daerah menyusun rencana pembangunan bersama masyarakat"


def lines(*texts):
    return [word for row, text in enumerate(texts) for word in words(text, top=100.0 + 20 * row)]


def entries(count, leader="."):
    return [f"Bab {number} Tujuan {leader * 20} {number}" for number in range(1, count + 1)]


TABLE = grid(["Indikator daerah", "Target daerah"], ["Angka harapan hidup penduduk", "79,51"])
INSIDE = lines("Indikator daerah Target daerah", "Angka harapan hidup penduduk 79,51")


@pytest.mark.parametrize(
    ("found", "grids", "kind"),
    [
        pytest.param(lines(PROSE, PROSE), [], PageKind.TEXT, id="prose"),
        pytest.param([*INSIDE, *lines("Tabel 4.1")], [TABLE], PageKind.TABLE, id="table-with-caption"),
        pytest.param([*INSIDE, *lines(PROSE, PROSE, PROSE)], [TABLE], PageKind.TEXT, id="prose-with-a-table"),
        pytest.param(lines("DAFTAR ISI", *entries(5)), [], PageKind.CONTENTS, id="contents"),
        pytest.param(lines(*entries(5, ". ")), [], PageKind.CONTENTS, id="leaders-with-blanks"),
        pytest.param(lines(*entries(5, "…")), [], PageKind.CONTENTS, id="leaders-of-three-dots"),
        pytest.param(lines(*entries(3)), [], PageKind.TEXT, id="too-few-entries"),
        pytest.param(lines(*entries(4), *[PROSE] * 10), [], PageKind.TEXT, id="a-few-leaders-in-prose"),
        pytest.param([], [], PageKind.TEXT, id="nothing"),
    ],
)
def test_what_a_page_mostly_is(found, grids, kind):
    assert find_text_kind(found, grids, None) is kind


def test_a_diagram_is_told_before_all_else():
    assert find_text_kind(INSIDE, [TABLE], Diagram(1, ())) is PageKind.DIAGRAM


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        pytest.param("Visi ........ 39", True, id="dots"),
        pytest.param("Misi . . . . . . xiv", True, id="roman"),
        pytest.param("Rp 10.000.000", False, id="number"),
        pytest.param("dan seterusnya ........ kepada", False, id="form-to-fill"),
    ],
)
def test_dots_that_lead_to_a_number(text, leads):
    assert is_leader(text) is leads
