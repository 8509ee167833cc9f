"""Statements that a page break tore are known where the whole is printed elsewhere. All texts are invented."""

import pytest
from factories import box, document

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings, Place, StatementDraft
from selaras.models.statements import StatementKind as Kind

WHOLE = "Meningkatkan mutu hasil dan nilai tambah usaha pulau kecil"
START, END = "Meningkatkan mutu hasil dan nilai tambah", "usaha pulau kecil"


def mission(text, page, kind=Kind.MISSION, **rest):
    return StatementDraft(kind, text, Place(page, (box(),)), **rest)


def texts(*drafts):
    return [made.text for made in build_plan(document(), [Findings(drafts)]).statements]


@pytest.mark.parametrize("page", [1, 9], ids=["whole-before", "whole-after"])
def test_pieces_on_both_sides_of_a_page_break_are_the_whole_statement(page):
    assert texts(mission(WHOLE, page), mission(START, 3), mission(END, 4)) == [WHOLE]


def test_what_stands_under_a_piece_stands_under_the_whole():
    start = mission(START, 3)
    goal = mission("Meningkatnya harga hasil laut", 4, Kind.GOAL, parent=start.key)
    plan = build_plan(document(), [Findings((mission(WHOLE, 1), start, mission(END, 4), goal))])
    assert [made.parent for made in plan.statements] == [None, plan.statements[0].id]


@pytest.mark.parametrize(
    "drafts",
    [
        pytest.param((mission(START, 3), mission(END, 4)), id="whole-is-printed-nowhere"),
        pytest.param((mission(WHOLE, 1), mission(START, 3)), id="the-rest-is-not-on-the-next-page"),
        pytest.param((mission(WHOLE, 1), mission(START, 3), mission(END, 5)), id="a-page-between"),
        pytest.param(
            (mission(WHOLE, 1), mission(START, 3), mission(END, 4, Kind.GOAL)), id="of-another-kind"
        ),
        pytest.param(
            (
                mission("Meningkatnya mutu laut meningkatnya mutu pulau", 1),
                mission("Meningkatnya mutu laut", 3),
                mission("Meningkatnya mutu pulau", 4),
            ),
            id="two-statements-once-read-as-one",
        ),
    ],
)
def test_other_statements_stay(drafts):
    assert len(texts(*drafts)) == len(drafts)
