"""The report of a draft: everything with its page, nothing that judges, no text of a document as markup."""

import io
import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from chain_example import DRAFT, HOSTILE, LONG, draft_check
from factories import document
from hypothesis import given, settings
from hypothesis import strategies as st
from page_checks import Page, faults

from selaras.models.checks.candidate import DraftCheck
from selaras.models.documents import DocumentStatus, PlanKind
from selaras.models.messages import message, text
from selaras.outputs.labels import CHANCES, Labels
from selaras.outputs.marks import Piece, mark, matched_words
from selaras.outputs.report.rows import MOST, Imprint, item_rows
from selaras.outputs.report.writers import WRITERS
from selaras.outputs.shown_text import shown

IMPRINT = Imprint("1.2.3", date(2026, 11, 24), (("Masa jabatan", "2025–2029"),))


def written(check, *, name="html", language="id", imprint=IMPRINT) -> str:
    stream = io.BytesIO()
    WRITERS[name](check, imprint, stream, labels=Labels(language))
    return stream.getvalue().decode()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("words", ["Menjaga pesisir", HOSTILE])
def test_page_is_well_formed_and_needs_no_network(language, words):
    assert faults(written(draft_check(words), language=language)) == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_page_says_its_language(language):
    assert f'<html lang="{language}">' in written(draft_check(), language=language)


def test_every_item_stands_with_its_page_and_recommendation_in_the_order_of_the_draft():
    page = Page(written(draft_check())).text
    heads = [
        "1. Misi 1 selaras",
        "2. Program sebagian",
        "3. Visi perlu ditelaah",
        "4. Program belum terlihat",
    ]
    places = [page.index(head) for head in heads]
    assert places == sorted(places)
    assert "a.pdf, hlm. 2" in page


def test_match_shows_both_passages_with_pages_probability_and_reasons():
    page = Page(written(draft_check())).text
    assert "Misi 4 RPJPD wilayah 98 2025–2045" in page
    assert "hlm. 7" in page
    assert "sangat mungkin (0,92)" in page
    assert "Kata yang seakar: menjaga, pesisir – pesisir, terjaga." in page


def test_matched_words_are_marked_on_both_sides():
    html = written(draft_check())
    assert "<mark>Menjaga</mark> <mark>pesisir</mark> dan pulau kecil" in html
    assert "Mewujudkan <mark>pesisir</mark> yang <mark>terjaga</mark>" in html


def test_what_the_draft_leaves_out_is_listed_with_its_page():
    page = Page(written(draft_check())).text
    assert "1 dari 2 pernyataan belum terlihat dalam naskah" in page
    assert re.search(r"Sasaran 9 Pendidikan bermutu .* a\.pdf, hlm\. 8", page)


def test_findings_bear_rule_basis_proof_and_remedy():
    page = Page(written(draft_check())).text
    assert "TARGET_BELOW_PLAN · PKPU 8/2024 Pasal 13" in page
    assert text("check.target_remedy") in page


@pytest.mark.parametrize("language", ["id", "en"])
def test_page_says_that_it_recommends_and_people_decide(language):
    page = Page(written(draft_check(), language=language)).text
    assert text("report.recommendation_only", language) in page
    assert text("report.no_verdict", language) in page


@pytest.mark.parametrize(
    "word", ["lolos", "gugur", "skor", "ilegal", "memenuhi syarat", "disqualif", "score:"]
)
def test_catalogues_hold_no_word_of_judgement(word):
    for language in ("id", "en"):
        folder = files("selaras.models").joinpath("data", "messages", language, "report.toml")
        assert word not in folder.read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize(
    ("status", "warned"),
    [
        (DocumentStatus.BILL, True),
        (DocumentStatus.DRAFT, True),
        (DocumentStatus.UNKNOWN, True),
        (DocumentStatus.LAW, False),
    ],
)
def test_status_of_the_plan_is_told_where_it_is_not_law(status, warned):
    plan = replace(LONG, status=status)
    html = written(draft_check(plan_document=plan))
    assert ('<div class="notice warn">' in html) is warned
    assert Labels("id").status(plan) in html


def test_inputs_are_named_by_their_hashes():
    html = written(draft_check())
    assert DRAFT.sha256 in html
    assert LONG.sha256 in html
    assert "Selaras 1.2.3" in html


def test_empty_draft_gives_a_page_that_says_so():
    empty = DraftCheck(DRAFT, (LONG,), (), (), ())
    html = written(empty)
    assert faults(html) == []
    assert text("report.no_items") in Page(html).text


@pytest.mark.parametrize("name", WRITERS)
def test_same_inputs_give_same_bytes(name):
    assert written(draft_check(), name=name) == written(draft_check(), name=name)


@pytest.mark.parametrize("name", WRITERS)
def test_only_the_date_differs_between_two_days(name):
    other = replace(IMPRINT, made=date(2027, 1, 2))
    one, two = (
        written(draft_check(), name=name, imprint=imprint).splitlines() for imprint in (IMPRINT, other)
    )
    changed = [line for line, same in zip(one, two, strict=True) if line != same]
    assert len(changed) == 1
    assert "2026-11-24" in changed[0]


def test_hostile_text_is_shown_and_not_obeyed():
    html = written(draft_check(HOSTILE), imprint=replace(IMPRINT, settings=((HOSTILE, HOSTILE),)))
    assert "<script" not in html
    assert "&lt;" in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "{{ 7*7 }}" in html
    assert "alert(" in Page(html).text


def test_hostile_title_and_file_name_are_escaped():
    evil = document(PlanKind.RPJPD, agency=HOSTILE, title=HOSTILE, sha256='"><script>')
    html = written(draft_check(plan_document=evil))
    assert faults(html) == []
    assert "<script" not in html


def test_json_report_holds_items_left_out_and_findings():
    data = json.loads(written(draft_check(), name="json"))
    assert (data["schema"], data["made"], data["version"]) == (1, "2026-11-24", "1.2.3")
    assert data["counts"] == {"aligned": 1, "partial": 1, "not_seen": 1, "to_review": 1}
    assert [item["recommendation"] for item in data["items"]] == [
        "aligned",
        "partial",
        "to_review",
        "not_seen",
    ]
    match = data["items"][0]["matches"][0]
    assert (match["page"], match["probability"], match["plan"]) == (7, 0.92, LONG.sha256)
    assert match["reasons"][0]["message"] == "Kata yang seakar: menjaga, pesisir – pesisir, terjaga."
    assert [one["number"] for one in data["left_out"]] == ["9"]
    assert data["findings"][0]["rule"] == "TARGET_BELOW_PLAN"
    assert data["draft"]["sha256"] == DRAFT.sha256


def test_probable_matches_are_shown_first_and_no_more_than_a_few():
    check = draft_check()
    many = tuple(replace(check.items[0].matches[0], probability=0.9 - place / 20) for place in range(9))
    row = item_rows(replace(check, items=(replace(check.items[0], matches=many),)))[0]
    assert (len(row.matches), len(row.more)) == (MOST, 9 - MOST)
    assert row.matches[0].match.probability == 0.9


@pytest.mark.parametrize(
    ("source", "target", "reason", "expected"),
    [
        (
            "menjaga laut",
            "laut yang terjaga",
            message("link.common_words", source="menjaga, laut", target="laut, terjaga"),
            ({"menjaga", "laut"}, {"terjaga", "laut"}),
        ),
        (
            "anak sekolah",
            "pendidikan bermutu",
            message("link.topic.education", source="sekolah", target="pendidikan"),
            ({"sekolah"}, {"pendidikan"}),
        ),
        ("Laut Bersih", "laut bersih", message("link.same_text"), ({"laut", "bersih"}, {"laut", "bersih"})),
        ("laut", "darat", message("link.nothing_shared"), (set(), set())),
    ],
)
def test_matched_words(source, target, reason, expected):
    found = matched_words(source, target, [reason])
    assert (set(found.source), set(found.target)) == expected


def test_a_word_is_marked_in_whatever_case_but_not_within_another():
    assert mark("Laut, kelautan", frozenset({"laut"})) == (Piece("Laut", True), Piece(", kelautan", False))


@settings(deadline=None)
@given(st.text(), st.frozensets(st.text(max_size=3)))
def test_pieces_make_up_the_text(words, chosen):
    assert "".join(piece.text for piece in mark(words, chosen)) == words


@settings(deadline=None)
@given(st.text())
def test_cleaning_for_show_twice_is_cleaning_once(words):
    assert shown(shown(words)) == shown(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("bell\x07", "bell\ufffd"),
        ("turn\u202eed", "turn\ufffded"),
        ("half\ud800", "half\ufffd"),
        ("Åsa – 5 %", "Åsa – 5 %"),
    ],
)
def test_shown(words, expected):
    assert shown(words) == expected


@pytest.mark.parametrize(
    ("probability", "words"),
    [(1.0, "sangat mungkin"), (0.9, "sangat mungkin"), (0.5, "mungkin"), (0.0, "kecil kemungkinannya")],
)
def test_probability_in_words(probability, words):
    assert Labels("id").chance(probability) == words


@pytest.mark.parametrize(
    ("probability", "shown_as"),
    [(0.498, "0,49"), (0.29, "0,29"), (0.5, "0,50"), (0.999, "0,99"), (1.0, "1,00")],
)
def test_probability_is_cut_so_that_it_never_reads_as_the_next_limit(probability, shown_as):
    assert Labels("id").probability(probability) == shown_as


def test_key_of_probabilities_is_complete():
    assert len(list(Labels("en").chances())) == len(CHANCES)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("soft", "paper"),
        ("soft", "ground"),
        ("accent", "paper"),
        ("accent", "accent-ground"),
        ("gap", "gap-ground"),
        ("part", "part-ground"),
        ("ink", "part-ground"),
        ("ink", "mark"),
    ],
)
def test_contrast_meets_wcag_aa(ink, ground):
    style = files("selaras.outputs").joinpath("templates", "style.css").read_text(encoding="utf-8")
    colours = {
        name: code * 2 if len(code) == 3 else code for name, code in re.findall(r"--([\w-]+): #(\w+)", style)
    }
    light, dark = sorted((luminance(f"#{colours[name]}") for name in (ink, ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5
