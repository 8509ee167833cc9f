"""The overview page and the picture: what is shown is there with its page, what is left out is counted."""

import io
import itertools
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from chain_example import DRAFT, HOSTILE, NATION, PROVINCE, chain, judged, link
from factories import document, plan, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from page_checks import Page, faults

from selaras.models.catalogue import load_catalogue
from selaras.models.coverage.status import Coverage, CoverageStatus
from selaras.models.documents import PlanKind
from selaras.models.links import LinkState
from selaras.models.measures.chain_comparison import compare_chain
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind
from selaras.outputs.comparison_rows import mismatches
from selaras.outputs.coverage_words import describe_gap, tone_of
from selaras.outputs.labels import Labels
from selaras.outputs.overview import Overview, write_overview
from selaras.outputs.overview_rows import MOST, find_gaps, group_links, rows_each
from selaras.outputs.picture import draw_picture, write_svg
from selaras.outputs.picture_choice import FULL, choose_statements, shown_ancestor
from selaras.outputs.picture_layout import Tone
from selaras.outputs.picture_text import ELLIPSIS, width_of, wrap_text

K, S = StatementKind, CoverageStatus
MADE = date(2026, 11, 24)


def written(overview, language="id") -> str:
    stream = io.BytesIO()
    write_overview(overview, stream, catalogue=load_catalogue(), made=MADE, labels=Labels(language))
    return stream.getvalue().decode()


def drawn(overview, **options):
    return draw_picture(overview.plans, overview.links, overview.coverage, labels=Labels("id"), **options)


def svg(picture) -> str:
    stream = io.BytesIO()
    write_svg(picture, stream)
    return stream.getvalue().decode()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("words", ["Menjaga pesisir", HOSTILE])
def test_page_is_well_formed_and_needs_no_network(language, words):
    assert faults(written(chain(words), language)) == []


def test_empty_page_says_what_to_do():
    html = written(Overview(()))
    assert faults(html) == []
    assert "selaras ingest" in html


def test_hostile_text_is_shown_and_not_obeyed():
    html = written(chain(HOSTILE))
    assert "<script" not in html
    assert "alert(" in Page(html).text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_same_overview_gives_same_bytes():
    assert written(chain()) == written(chain())


def test_order_of_plans_and_links_does_not_change_the_page():
    overview = chain()
    turned = replace(overview, plans=overview.plans[::-1], links=overview.links[::-1])
    assert written(turned) == written(overview)


def test_documents_stand_with_what_was_read_of_them():
    page = Page(written(chain())).text
    assert "Misi 2, Tujuan 1, Indikator 1" in page
    assert "Ranperda atau rancangan akhir" in page


def test_links_show_both_passages_pages_and_probability():
    page = Page(written(chain())).text
    assert "RPJMD wilayah 98 2025–2029 → RPJMN 2025–2029" in page
    assert "sangat mungkin (0,90)" in page
    assert "disetujui penelaah" in page


def test_improbable_links_are_counted_and_not_listed():
    groups = group_links(chain(), [Relation.SERVES])
    regency = next(group for group in groups if group.source.region == "98.01")
    assert (len(regency.rows), regency.unlikely) == (1, 1)


def test_gaps_are_listed_by_plan():
    gaps = find_gaps(chain())
    assert [group.document for group in gaps][-1].kind is PlanKind.VISI_MISI
    province = next(group for group in gaps if group.document == PROVINCE)
    assert "Meningkatnya kunjungan wisata" in {item.text for item, _ in province.rows}


def test_drafts_of_candidates_are_listed_as_documents_but_stand_in_no_gap_and_no_picture():
    html = written(chain())
    assert DRAFT.file_name in html
    assert "Pesisir untuk semua" not in html


def test_failures_are_named_with_cause_and_remedy():
    page = Page(written(chain("berkas.pdf"))).text
    assert "berkas.pdf: berkas tidak ditemukan. Periksa jalurnya." in page


def test_indicators_that_differ_between_levels():
    pairs = mismatches(compare_chain(chain().plans, load_catalogue(), chain().links))
    found = {(pair.documents[0].region, tuple(one.kind.value for one in pair.differences)) for pair in pairs}
    assert found == {("98", ("target_weaker",)), ("98.01", ("form",))}


def test_weaker_target_is_shown_with_both_values():
    shown = Page(written(chain())).text
    assert "Target 2026 belum menyamai rencana di atasnya: 60; rencana di atasnya 75." in shown


def test_rejected_measure_is_no_pair():
    overview = chain()
    links = tuple(replace(one, state=LinkState.REJECTED) for one in overview.links)
    assert compare_chain(overview.plans, load_catalogue(), links) == ()


def test_long_lists_are_cut_and_say_so():
    items = [statement(f"Misi nomor {place}", K.MISSION, of=PROVINCE) for place in range(MOST + 5)]
    top = statement("Puncak", K.MISSION, of=NATION)
    plans = (plan(of=PROVINCE, statements=items), plan(of=NATION, statements=[top]))
    html = written(Overview(plans, (), judged(plans, ())))
    assert f"Ditampilkan {MOST} baris pertama; 5 lainnya" in html


@pytest.mark.parametrize(("groups", "expected"), [(0, 200), (1, 200), (20, 200), (40, 100), (5000, 20)])
def test_many_tables_show_fewer_rows_each(groups, expected):
    assert rows_each(groups) == expected


@pytest.mark.parametrize(
    ("found", "tone"),
    [
        (Coverage(None, None), Tone.UNCHECKED),
        (Coverage(S.COVERED, None), Tone.COVERED),
        (Coverage(S.COVERED, S.UNCOVERED), Tone.GAP),
        (Coverage(S.ORPHANED, S.COVERED), Tone.GAP),
        (Coverage(S.PARTLY, S.COVERED), Tone.PARTLY),
        (Coverage(S.AMBIGUOUS, None), Tone.PARTLY),
        (Coverage(S.OUTDATED, None), Tone.PARTLY),
        (Coverage(S.JUSTIFIED, S.COVERED), Tone.JUSTIFIED),
    ],
)
def test_tone_is_that_of_the_worse_side(found, tone):
    assert tone_of(found) is tone


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_status_has_words_on_both_sides(status, language):
    described = describe_gap(Coverage(status, status), Labels(language))
    assert bool(described) is (status is not S.COVERED)


# The picture


@pytest.mark.parametrize("words", ["Menjaga pesisir", HOSTILE, "a" * 5000])
def test_svg_is_well_formed_and_holds_no_script(words):
    text = svg(drawn(chain(words)))
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(text).iter()}  # noqa: S314  our own bytes
    assert tags <= {"svg", "style", "g", "rect", "path", "text", "title"}


def test_tooltip_holds_the_whole_text_and_its_page():
    words = "Menjaga pesisir " * 30
    assert f"Misi 2: {words}\nRPJMD wilayah 98 2025–2029, hlm. 3" in svg(drawn(chain(words)))


def test_gaps_are_told_by_more_than_a_colour():
    text = svg(drawn(chain()))
    assert 'class="tile gap"' in text
    assert "belum mendukung" in text


def test_columns_run_from_the_nation_to_the_agency():
    titles = [title for title, _ in drawn(chain()).layout.columns]
    assert titles == ["Nasional", "Provinsi", "Kabupaten/kota"]


def test_longer_plans_stand_above():
    rows = [row.title for row in drawn(chain()).layout.rows]
    assert rows == ["Rencana 20 tahun", "Rencana 5 tahun"]


def two_plans(count, *, state=LinkState.PROPOSED, probability=0.8):
    """A plan whose last objective, which may not be shown, serves a mission of the nation."""
    top = statement("Puncak", K.MISSION, of=NATION)
    mission = statement("Induk", K.MISSION, of=PROVINCE)
    parts = [statement(f"Bagian {at}", K.OBJECTIVE, parent=mission, of=PROVINCE) for at in range(count)]
    plans = (plan(of=NATION, statements=[top]), plan(of=PROVINCE, statements=[mission, *parts]))
    return Overview(plans, (link(parts[-1], top, probability, state=state),))


def test_link_of_a_statement_that_is_not_shown_is_drawn_at_the_one_above():
    picture = drawn(two_plans(FULL + 4))
    assert picture.left_out == FULL + 4
    assert len(picture.curves) == 1
    assert "Misi" in picture.curves[0].tooltip


@pytest.mark.parametrize(
    ("state", "probability", "count"),
    [
        (LinkState.PROPOSED, 0.8, 1),
        (LinkState.CONFIRMED, 0.8, 1),
        (LinkState.REJECTED, 0.8, 0),
        (LinkState.PROPOSED, 0.49, 0),
    ],
)
def test_which_links_are_drawn(state, probability, count):
    assert len(drawn(two_plans(2, state=state, probability=probability)).curves) == count


def test_parents_that_go_round_are_drawn_once():
    one, two = (statement(text, K.GOAL, of=PROVINCE) for text in ("satu", "dua"))
    ring = [replace(one, parent=two.id), replace(two, parent=one.id)]
    assert drawn(Overview((plan(of=PROVINCE, statements=ring),))).shown == 2


@pytest.mark.parametrize(
    ("start", "shown", "expected"),
    [
        ("a", {"a"}, "a"),
        ("a", {"c"}, "c"),
        ("a", {"x"}, None),
        ("ring", {"x"}, None),
        (None, {"x"}, None),
        ("unknown", {"x"}, None),
    ],
)
def test_nearest_shown_statement_above(start, shown, expected):
    parents = {"a": "b", "b": "c", "c": None, "ring": "turn", "turn": "ring"}
    assert shown_ancestor(start, parents, shown) == expected


def test_statement_of_two_files_of_one_plan_is_drawn_once():
    part = statement("Bagian", K.GOAL, of=PROVINCE)
    other = replace(PROVINCE, sha256="9" * 64)
    assert (
        drawn(Overview((plan(of=PROVINCE, statements=[part]), plan(of=other, statements=[part])))).shown == 1
    )


kinds = st.sampled_from([K.MISSION, K.GOAL, K.OBJECTIVE, K.PROGRAM])


@st.composite
def many_plans(draw):
    plans = []
    for place in range(draw(st.integers(0, 6))):
        own = document(PlanKind.RPJMD, agency=None, region=f"9{place}", sha256=f"{place}" * 64)
        chosen = draw(st.lists(kinds, max_size=25))
        items = [
            statement(f"Butir {at} {draw(st.text(max_size=40))}", kind, of=own)
            for at, kind in enumerate(chosen)
        ]
        plans.append(plan(of=own, statements=items))
    return plans


@settings(max_examples=50, deadline=None)
@given(many_plans(), st.integers(0, 60))
def test_no_more_than_the_limit_is_shown_and_nothing_twice(plans, limit):
    chosen = choose_statements(plans, limit=limit)
    shown = [row.statement.id for one in chosen for row in one.statements]
    assert len(shown) <= limit
    assert len(shown) == len(set(shown))
    assert all(len(one.statements) <= FULL for one in chosen)


@settings(max_examples=50, deadline=None)
@given(many_plans())
def test_boxes_lie_within_their_card_and_do_not_overlap(plans):
    layout = draw_picture(plans, (), {}, labels=Labels("id")).layout
    for card in layout.cards:
        bottoms = [card.y, *(tile.y + tile.height for tile in card.tiles)]
        assert all(tile.y >= above for tile, above in zip(card.tiles, bottoms, strict=False))
        assert bottoms[-1] <= card.y + card.height
    fields = sorted((card.column, card.y, card.height) for card in layout.cards)
    for (column, y, height), (next_column, next_y, _) in itertools.pairwise(fields):
        assert column != next_column or next_y >= y + height


@settings(deadline=None)
@given(st.text(max_size=200), st.floats(2, 40), st.integers(1, 4))
def test_wrapped_lines_fit(words, width, lines):
    wrapped = wrap_text(words, width, lines=lines)
    assert len(wrapped) <= lines
    assert all(width_of(line) <= width or len(line) == 1 for line in wrapped)


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "Zs"]), max_size=200))
def test_what_is_not_cut_keeps_all_its_words(words):
    wrapped = wrap_text(words, 12.0, lines=500)
    assert "".join("".join(wrapped).split()) == "".join(words.split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ()),
        ("satu dua", ("satu dua",)),
        ("satu dua tiga empat lima enam", ("satu dua", "tiga emp…")),
        ("katayangsangatpanjangsekali", ("katayangs", "angatpan…")),
    ],
)
def test_wrapping(words, expected):
    assert wrap_text(words, 5.8, lines=2) == expected


def test_a_cut_ends_in_an_ellipsis():
    assert wrap_text("kata " * 100, 20.0, lines=3)[-1].endswith(ELLIPSIS)
