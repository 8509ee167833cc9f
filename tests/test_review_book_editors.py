"""Two editors and two workbooks: either order gives the same, or tells where they differ."""

import json

import pytest
from decision_example import LINKS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_books import ask, fill, log_of, states, store_plans

pytest_plugins = ("review_fixtures",)

ONE, TWO, THREE, SAME = (link.id for link in LINKS)


def test_a_row_that_another_has_decided_since_is_told_with_who_when_and_why(home, book, take):
    fill(book, {ONE: {"decision": "Tolak"}, TWO: {"decision": "Tolak"}})
    ask(home, "confirm", ONE, "--reason", "sudah dibahas", author="Budi")
    code, found = take(book)
    assert (code, found["taken"]) == (1, 1)
    [problem] = found["problems"]
    assert problem["code"] == "review.row.since.confirm"
    for words in ("Budi", "sudah dibahas"):
        assert words in problem["message"]
    assert (states(home)[ONE], states(home)[TWO]) == ("confirmed", "rejected")
    assert take(book, "--force")[0] == 0
    assert states(home)[ONE] == "rejected"


def test_ones_own_later_decision_counts_before_an_old_workbook(home, book, take):
    fill(book, {ONE: {"decision": "Tolak"}})
    ask(home, "confirm", ONE)
    assert take(book)[0] == 1
    assert states(home)[ONE] == "confirmed"


def test_what_was_taken_back_since_is_open(home, book, take):
    fill(book, {ONE: {"decision": "Tolak"}})
    ask(home, "confirm", ONE, author="Budi")
    ask(home, "withdraw", ONE, author="Budi")
    assert take(book)[0] == 0
    assert states(home)[ONE] == "rejected"


ANSWERS = st.dictionaries(
    st.sampled_from([ONE, TWO, THREE, SAME]), st.sampled_from(["Terima", "Tolak", "Biarkan"])
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    place = tmp_path_factory.mktemp("home")
    store_plans(place)
    path = place / "asli.xlsx"
    assert ask(place, "export", path) == 0
    return place, path.read_bytes()


def take_both_ways(shared, capsys, first, second):
    """Two workbooks are taken in, in either order: those that differ are told, the rest becomes the same."""
    place, content = shared
    for name, answers in (("Ani", first), ("Budi", second)):
        path = place / f"{name}.xlsx"
        path.write_bytes(content)
        fill(path, {link: {"decision": word} for link, word in answers.items()})
    ends = []
    for order in (("Ani", "Budi"), ("Budi", "Ani")):
        store_plans(place, forget=True)
        told = []
        for name in order:
            capsys.readouterr()
            ask(place, "import", place / f"{name}.xlsx", "--json", author=name)
            told += json.loads(capsys.readouterr().out)["problems"]
        ends.append((states(place), len(told)))
    differing = {
        link for link in first.keys() & second.keys() if {first[link], second[link]} == {"Terima", "Tolak"}
    }
    assert ends[0][1] == ends[1][1] == len(differing)
    assert {k: v for k, v in ends[0][0].items() if k not in differing} == {
        k: v for k, v in ends[1][0].items() if k not in differing
    }


@pytest.mark.parametrize("ahead", range(4))
def test_workbooks_of_two_editors_give_the_same_or_tell_where_they_differ(shared, capsys, ahead):
    """All sixteen pairs of answers, four in each pair of workbooks."""
    links, words = [ONE, TWO, THREE, SAME], ["Terima", "Tolak", "Biarkan", None]
    first, second = (
        {link: word for link, word in zip(links, given, strict=True) if word}
        for given in (words, words[ahead:] + words[:ahead])
    )
    take_both_ways(shared, capsys, first, second)


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(ANSWERS, ANSWERS)
def test_any_two_workbooks_give_the_same_or_tell_where_they_differ(shared, capsys, first, second):
    take_both_ways(shared, capsys, first, second)


def test_the_log_holds_who_decided_in_a_workbook(home, book, take):
    fill(book, {ONE: {"decision": "Tolak", "author": "Rina"}})
    take(book)
    assert [(one.author, one.action.value, one.subject) for one in log_of(home)] == [("Rina", "reject", ONE)]
