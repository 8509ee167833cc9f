"""A link was given another target: what becomes of both links when that is taken back."""

import json

import pytest
from decision_example import LINKS, SEA, TRADE
from review_books import ask, states

pytest_plugins = ("review_fixtures",)

FIRST, SECOND, THIRD = (link.id for link in LINKS[:3])  # the first two have one source


@pytest.fixture
def told(home, capsys):
    """Run a command of `selaras review`; gives its exit code and what became of each link."""

    def run(*arguments, author="Siti"):
        capsys.readouterr()
        code = ask(home, *arguments, "--json", author=author)
        found = json.loads(capsys.readouterr().out)["outcomes"]
        return code, [(one["id"], one["outcome"], one["decision"]["action"]) for one in found]

    return run


def both(home):
    found = states(home)
    return found[FIRST], found.get(SECOND)


def test_both_links_are_open_again(home, told):
    told("retarget", FIRST, TRADE.id)
    assert both(home) == ("rejected", "confirmed")
    code, found = told("withdraw", FIRST)
    assert (code, found) == (0, [(FIRST, "taken", "withdraw"), (SECOND, "taken", "withdraw")])
    assert both(home) == ("proposed", "proposed")


def test_what_only_a_person_linked_goes(home, told):
    told("retarget", THIRD, SEA.id)
    _, found = told("withdraw", THIRD)
    assert [action for _, _, action in found] == ["withdraw", "withdraw"]
    assert set(states(home)) == {link.id for link in LINKS}


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST)])
def test_both_may_be_named(home, told, order):
    told("retarget", FIRST, TRADE.id)
    code, found = told("withdraw", *order)
    assert (code, {(name, how) for name, how, _ in found}) == (0, {(FIRST, "taken"), (SECOND, "taken")})
    assert both(home) == ("proposed", "proposed")


def test_both_may_be_named_where_only_a_person_linked_the_second(told):
    _, made = told("retarget", THIRD, SEA.id)
    code, found = told("withdraw", *(name for name, _, _ in made))
    assert (code, len(found)) == (0, 2)


@pytest.mark.parametrize(
    "steps",
    [
        [("confirm", SECOND), ("retarget", FIRST, TRADE.id)],
        [("retarget", FIRST, TRADE.id), ("withdraw", SECOND), ("confirm", SECOND)],
    ],
    ids=["before", "since"],
)
def test_a_confirmation_of_its_own_stays_and_is_told(home, told, steps):
    for step in steps:
        told(*step)
    code, found = told("withdraw", FIRST)
    assert (code, found) == (0, [(FIRST, "taken", "withdraw"), (SECOND, "kept", "confirm")])
    assert both(home) == ("proposed", "confirmed")
    assert told("withdraw", FIRST, SECOND)[1] == [(FIRST, "known", "withdraw"), (SECOND, "taken", "withdraw")]


def test_a_second_link_that_was_rejected_since_is_left_alone(home, told):
    told("retarget", FIRST, TRADE.id)
    told("reject", SECOND)
    assert told("withdraw", FIRST)[1] == [(FIRST, "taken", "withdraw")]
    assert both(home) == ("proposed", "rejected")


def test_where_only_the_second_is_taken_back_the_rejection_of_the_first_is_told(home, told, capsys):
    told("retarget", FIRST, TRADE.id)
    assert ask(home, "withdraw", SECOND) == 0
    assert "tidak ikut ditarik, jadi tetap diganti pasangannya oleh Siti" in capsys.readouterr().out
    assert both(home) == ("rejected", "proposed")


@pytest.mark.parametrize(
    ("given", "code", "left"),
    [
        ((), 1, ("rejected", "confirmed")),
        (("--force",), 0, ("proposed", "proposed")),
        (("--revision", "1"), 0, ("proposed", "proposed")),
    ],
)
def test_another_person_takes_back_both_or_none(home, told, given, code, left):
    told("retarget", FIRST, TRADE.id)
    assert told("withdraw", FIRST, *given, author="Budi")[0] == code
    assert both(home) == left
