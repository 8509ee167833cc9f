"""Gaps that come back signed: until when, and by whom."""

from datetime import date, datetime

import pytest
from decision_example import LINKS, PLANS, TRADE
from review_books import GAPS, ask, fill, store_plans

from selaras.flows.decision_store import load_justifications
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store

pytest_plugins = ("review_fixtures",)


@pytest.fixture
def gaps(home):
    """A workbook with a gap: nothing serves the second mission."""
    store_plans(home, links=LINKS[:1])
    path = home / "celah.xlsx"
    ask(home, "export", path)
    return path


def signed(home):
    with opened_store(Settings(home)) as store, store.reading() as session:
        return [(one.node, one.side.value, one.until) for one in load_justifications(session, PLANS)]


@pytest.mark.parametrize(
    "until",
    [
        date(2097, 12, 31),
        datetime(2097, 12, 31, 0, 0),  # noqa: DTZ001  as a workbook holds it
        "2097-12-31",
        "31/12/2097",
        "31.12.2097",
        "31 Desember 2097",
        "31 december 2097",
        72320,
        72320.0,
    ],
)
def test_a_gap_is_signed_until_a_day_however_it_is_written(home, gaps, take, until):
    fill(gaps, {TRADE.id: {"decision": "Benarkan", "reason": "ditangani pusat", "until": until}}, sheet=GAPS)
    assert take(gaps)[0] == 0
    assert signed(home) == [(TRADE.id, "down", date(2097, 12, 31))]
    assert take(gaps)[1]["known"] == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"until": "akhir tahun"}, "error.review_no_day"),
        ({"until": "31/02/2097"}, "error.review_no_day"),
        ({"until": "31 Foo 2097"}, "error.review_no_day"),
        ({"until": None}, "error.review_no_day"),
        ({"until": 5}, "error.review_no_day"),
        ({"until": True}, "error.review_no_day"),
        ({"until": "2001-12-31"}, "error.review_past_day"),
        ({"revision": 10**18}, "review.row.damaged"),
        ({"until": "=TODAY()"}, "review.row.formula"),
        ({"reason": None}, "error.review_no_reason"),
        ({"decision": "Terima"}, "review.row.wrong_word"),
        ({"direction": "left"}, "review.row.damaged"),
        ({"id": "s-ffffffffffffffff"}, "error.review_no_id"),
        ({"fingerprint": "x"}, "review.row.changed"),
    ],
)
def test_a_gap_that_cannot_be_signed_is_told(home, gaps, take, answer, code):
    given = {"decision": "Benarkan", "reason": "ditangani pusat", "until": "2097-12-31"} | answer
    fill(gaps, {TRADE.id: given}, sheet=GAPS)
    exit_code, found = take(gaps)
    assert (exit_code, [one["code"] for one in found["problems"]]) == (1, [code])
    assert signed(home) == []


def test_a_row_that_was_filled_in_without_a_decision_is_told(home, gaps, take):
    fill(gaps, {TRADE.id: {"reason": "ditangani pusat", "until": "2097-12-31"}}, sheet=GAPS)
    exit_code, found = take(gaps)
    assert (exit_code, found["taken"], [one["code"] for one in found["notes"]]) == (
        0,
        0,
        ["review.row.undecided"],
    )
    assert signed(home) == []
    fill(gaps, {TRADE.id: {"decision": "Biarkan"}}, sheet=GAPS)
    assert take(gaps)[1]["notes"] == []
