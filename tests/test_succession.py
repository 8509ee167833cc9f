"""What became of a decided statement or indicator in a newer reading, and what changed in it."""

from dataclasses import replace

import pytest
from factories import document, indicator, plan, statement

from selaras.models.decisions.changes import Fact, Mark, find_changes, word_diff
from selaras.models.decisions.ends import fingerprint, plan_ends
from selaras.models.decisions.successors import find_successors
from selaras.models.statements import StatementKind

K = StatementKind


def only_end(**things):
    [*_, end] = plan_ends([plan(**things)]).values()
    return end


def of(text, kind=K.OBJECTIVE, number=None):
    return only_end(statements=[statement(text, kind, number=number)])


def successor(old, *new):
    there = {end.node: end for end in new}
    return find_successors([old], there, {}).get(old.node)


CLEAN, HEALTHY = of("Meningkatnya kebersihan pesisir", number="2"), of("Masyarakat pesisir yang sehat")


@pytest.mark.parametrize(
    ("old", "new", "follows"),
    [
        pytest.param(CLEAN, of("Meningkatnya kebersihan pesisir", number="3"), True, id="renumbered"),
        pytest.param(
            CLEAN, of("Meningkatnya kebersihan kawasan pesisir", number="9"), True, id="nearly-the-same-text"
        ),
        pytest.param(
            CLEAN,
            of("Terjaganya kebersihan laut dan pesisir", number="2"),
            True,
            id="edited-under-its-number",
        ),
        pytest.param(
            CLEAN, of("Tumbuhnya koperasi nelayan", number="2"), False, id="another-thing-under-its-number"
        ),
        pytest.param(
            CLEAN, of("Terjaganya kebersihan laut dan pesisir", number="4"), False, id="edited-and-renumbered"
        ),
        pytest.param(
            HEALTHY, of("Masyarakat pesisir yang sehat", K.GOAL), True, id="the-same-text-of-another-kind"
        ),
        pytest.param(
            HEALTHY, of("Masyarakat pesisir yang sehat sekali", K.GOAL), False, id="nearly-so-of-another-kind"
        ),
        pytest.param(
            HEALTHY,
            only_end(indicators=[indicator("Masyarakat pesisir yang sehat")]),
            False,
            id="an-indicator",
        ),
        pytest.param(
            HEALTHY,
            only_end(
                of=document(agency="Dinas Lain"),
                statements=[statement("Masyarakat pesisir yang sehat", of=document(agency="Dinas Lain"))],
            ),
            False,
            id="in-another-plan",
        ),
    ],
)
def test_a_successor_is_alike_and_stands_in_the_same_plan(old, new, follows):
    assert (successor(old, new) == new.node) is follows


def test_the_same_text_goes_before_the_same_number():
    moved, other = (
        of("Meningkatnya kebersihan pesisir", number="5"),
        of("Meningkatnya kebersihan pasar", number="2"),
    )
    assert successor(CLEAN, other, moved) == moved.node


def test_one_successor_for_each():
    twins = [of("Meningkatnya kebersihan pesisir barat"), of("Meningkatnya kebersihan pesisir timur")]
    new = of("Meningkatnya kebersihan pesisir timur laut")
    assert find_successors(twins, {new.node: new}, {}) == {twins[1].node: new.node}
    assert find_successors(twins[::-1], {new.node: new}, {}) == {twins[1].node: new.node}


def test_what_stood_beside_it_before_is_no_successor():
    left = of("Meningkatnya layanan kesehatan anak")
    gone = of("Meningkatnya layanan kesehatan ibu")
    version = {gone.passage.document: frozenset({gone.node, left.node})}
    assert find_successors([gone], {left.node: left}, version) == {}
    assert find_successors([gone], {left.node: left}, {}) == {gone.node: left.node}


def test_an_indicator_stays_the_same_when_its_statement_is_worded_anew():
    old, new = (
        only_end(statements=[goal], indicators=[indicator(measures=goal)])
        for goal in (statement("Pesisir aman"), statement("Pesisir yang aman"))
    )
    assert old.node != new.node
    assert successor(old, new) == new.node
    assert find_changes(old, new) == ()


MEASURE = only_end(indicators=[indicator()])


@pytest.mark.parametrize(
    ("new", "facts"),
    [
        pytest.param(only_end(indicators=[indicator()]), [], id="nothing"),
        pytest.param(
            only_end(indicators=[indicator("Persentase pelabuhan yang  AMAN,")]), [], id="blanks-case-commas"
        ),
        pytest.param(only_end(indicators=[indicator(unit="persen")]), [Fact.UNIT], id="unit"),
        pytest.param(only_end(indicators=[indicator(unit=None)]), [Fact.UNIT], id="no-unit"),
        pytest.param(
            only_end(indicators=[indicator(baseline=(2024, "61.5"))]), [Fact.BASELINE], id="baseline"
        ),
        pytest.param(
            only_end(indicators=[indicator(baseline=(2023, "61,5"))]), [Fact.BASELINE], id="its-year"
        ),
        pytest.param(
            only_end(indicators=[indicator(targets=[(2025, "-63,0"), (2026, "65,0")])]),
            [Fact.TARGETS],
            id="a-sign",
        ),
        pytest.param(
            only_end(indicators=[indicator(targets=[(2025, "63,0 "), (2026, "65,0")])]),
            [],
            id="a-blank-in-a-value",
        ),
    ],
)
def test_changes_of_an_indicator_are_told_by_name(new, facts):
    assert [change.fact for change in find_changes(MEASURE, new)] == facts
    assert (fingerprint(MEASURE) == fingerprint(replace(new, node=MEASURE.node))) is not bool(facts)


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("Pesisir bersih", "Pesisir bersih", [(Mark.SAME, "Pesisir bersih")]),
        (
            "Pesisir bersih",
            "Pesisir sehat",
            [(Mark.SAME, "Pesisir"), (Mark.OLD, "bersih"), (Mark.NEW, "sehat")],
        ),
        ("Pesisir", "Pesisir sehat", [(Mark.SAME, "Pesisir"), (Mark.NEW, "sehat")]),
        ("", "sehat", [(Mark.NEW, "sehat")]),
    ],
)
def test_changed_words_are_marked(old, new, parts):
    assert [(part.mark, part.text) for part in word_diff(old, new)] == parts
