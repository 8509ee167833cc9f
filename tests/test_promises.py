"""Promises of candidates that only their wording tells; all words are invented."""

from dataclasses import replace

import pytest
from factories import document
from hypothesis import given
from hypothesis import strategies as st

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings, Place, StatementDraft
from selaras.extractors.pages.page import Line
from selaras.extractors.prose.promises import SUREST, find_promises, in_chapter
from selaras.models.documents import PlanKind
from selaras.models.statements import StatementKind
from selaras.outputs.labels import Labels
from selaras.outputs.report.json_report import _statement

HARBOUR = "Membangun pelabuhan rakyat yang ramai dan aman bagi semua nelayan kecil"
SCHOOL = "Menghadirkan sekolah yang dekat, murah, dan bermutu di tiap kampung"
PROMISE = "Mendirikan pasar ikan terapung di tiap teluk;"
NEXT_PROMISE = "Memberi beasiswa bagi anak nelayan sampai sarjana;"


def mission(text, number):
    return StatementDraft(StatementKind.MISSION, text, Place(1, ((0, 0, 1, 1),)), number)


KEPT, NEXT = PROMISE.rstrip(";"), NEXT_PROMISE.rstrip(";")
MISSIONS = (mission(HARBOUR, "1"), mission(SCHOOL, "2"))


def lines(*pages):
    """Lines of pages from page 2 on, far enough apart to be paragraphs of their own."""
    return [
        Line(text, page, (70, 60 + 30 * place, 70 + 5 * len(text), 71 + 30 * place), 11.0)
        for page, texts in enumerate(pages, 2)
        for place, text in enumerate(texts)
    ]


def likely(texts):
    return [0.9] * len(texts)


def found(*pages, chances=likely, told=MISSIONS):
    promises = find_promises(lines(*pages), told, chances)
    return [(draft.text, draft.number, draft.parent.text[:9] if draft.parent else None) for draft in promises]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            ([HARBOUR.upper(), f"• {PROMISE}"], [SCHOOL, f"1. {NEXT_PROMISE}"]),
            [(KEPT, None, "membangun"), (NEXT, "1", "menghadir")],
            id="each-below-the-mission-of-its-chapter",
        ),
        pytest.param(
            (["Misi 2", f"• {NEXT_PROMISE}"],), [(NEXT, None, "menghadir")], id="mission-named-by-its-number"
        ),
        pytest.param(
            ([f"1. {NEXT_PROMISE}", SCHOOL],),
            [(NEXT, "1", "menghadir")],
            id="list-set-before-the-heading-at-its-side",
        ),
        pytest.param(
            ([HARBOUR, f"• {PROMISE}"], [f"• {NEXT_PROMISE}", SCHOOL]),
            [(KEPT, None, "membangun"), (NEXT, None, "membangun")],
            id="rest-of-a-list-above-the-next-heading",
        ),
        pytest.param(
            ([f"{HARBOUR}."], [f"{HARBOUR}.", SCHOOL], [f"• {PROMISE}"]),
            [(KEPT, None, None)],
            id="page-that-lists-all-missions-opens-none",
        ),
        pytest.param(
            ([HARBOUR, f"• {PROMISE}"], ["Teluk"], ["Selat"], ["Tanjung"], [f"• {NEXT_PROMISE}"]),
            [(KEPT, None, "membangun"), (NEXT, None, None)],
            id="other-chapters-follow-those-of-the-missions",
        ),
        pytest.param(
            (["• Menjalankan program “Laut", "Lestari” bersama nelayan kecil di teluk"],),
            [("Menjalankan program “Laut Lestari” bersama nelayan kecil di teluk", None, None)],
            id="parted-inside-a-quotation",
        ),
        pytest.param(
            ([f"• {KEPT}", "71"],), [(KEPT, None, None)], id="number-of-the-page-below-the-last-entry"
        ),
        pytest.param(([f"Kami ingin {PROMISE}"],), [], id="running-prose-is-no-entry"),
        pytest.param((["1. KEMANDIRIAN PANGAN BAGI SEMUA"],), [], id="heading-in-capitals"),
        pytest.param((["• Pasar ikan"],), [], id="mere-name"),
        pytest.param(([f"• {SCHOOL}"],), [], id="told-already"),
    ],
)
def test_entries_become_programmes_of_their_mission(pages, expected):
    assert found(*pages) == expected


def test_what_is_worded_otherwise_is_left_out():
    def chances(texts):
        return [0.2 if "contoh" in text else 0.8 for text in texts]

    assert found(["• 12 kapal contoh milik tetangga kita", f"• {PROMISE}"], chances=chances) == [
        (KEPT, None, None)
    ]


@pytest.mark.parametrize(
    ("pages", "taken"),
    [
        pytest.param(([HARBOUR, f"• {PROMISE}"],), True, id="in-a-chapter-most-entries-are-promises"),
        pytest.param(([f"• {PROMISE}"],), False, id="elsewhere-wording-alone-decides"),
    ],
)
def test_where_an_entry_stands_counts(pages, taken):
    assert bool(found(*pages, chances=lambda texts: [0.2] * len(texts))) is taken


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_likelier_wording_makes_a_likelier_promise(one, other):
    assert 0 <= in_chapter(min(one, other)) <= in_chapter(max(one, other)) <= 1


def promised(*more):
    promises = find_promises(lines([f"• {PROMISE}"]), MISSIONS, likely)
    return build_plan(document(PlanKind.VISI_MISI), [Findings((*MISSIONS, *promises, *more))]).statements[-1]


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "Program (diduga dari susunan kata, 0,90)"), ("en", "Programme (judged by its wording, 0.90)")],
)
def test_a_guess_is_shown_as_one(language, words):
    assert Labels(language).statement(promised()) == words


def test_what_a_label_tells_elsewhere_is_no_guess():
    labelled = StatementDraft(StatementKind.PROGRAM, KEPT, Place(9, ((0, 0, 1, 1),)))
    assert promised(labelled).kind_probability is None


def test_lines_of_what_was_told_are_not_taken_again():
    """A big number beside the second line of a mission makes that line look like an entry."""
    box = (70, 60, 70 + 5 * len(f"• {PROMISE}"), 71)
    boxed = StatementDraft(StatementKind.MISSION, f"Menata teluk: {PROMISE}", Place(2, (box,)))
    assert found([f"• {PROMISE}"], told=(boxed,)) == []


def test_what_only_the_wording_tells_is_never_certain():
    sure = find_promises(lines([f"• {PROMISE}"]), MISSIONS, lambda texts: [1.0] * len(texts))
    assert [draft.kind_probability for draft in sure] == [SUREST]


@pytest.mark.parametrize(("guessed", "shown"), [(True, 0.9), (False, None)])
def test_the_json_of_a_report_tells_a_guess(guessed, shown):
    statement = promised() if guessed else replace(promised(), kind_probability=None)
    assert _statement(statement).get("kind_probability") == shown
