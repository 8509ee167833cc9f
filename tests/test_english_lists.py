"""Lists in English: what links, whatever the order of the lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.alignment.analysis import english
from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import Settings, align
from selaras.models.messages import render

ENGLISH = Settings(analysis=english())
SOURCES = (
    "The system shall report all errors of a transfer",
    "Users shall be able to cancel an order",
    "Access to Bali requires a permit",
)
TARGETS = (
    "Failed transfers are written to the error log",
    "The function cancelOrder() removes an order from the queue",
    "A report of the month is printed",
    "Permits for Bali are issued within a day",
)


def items(texts, letter):
    return [Item(f"{letter}{number}", text) for number, text in enumerate(texts)]


def aligned(sources, targets):
    return align(items(sources, "s"), items(targets, "t"), ENGLISH)


def first_targets(pairs):
    return {pair.source_id: pair.target_id for pair in reversed(pairs)}


def test_each_source_finds_its_target():
    assert first_targets(aligned(SOURCES, TARGETS)) == {"s0": "t0", "s1": "t1", "s2": "t3"}


def test_the_shared_words_are_told_without_small_words_and_boilerplate():
    best = next(pair for pair in aligned(SOURCES, TARGETS) if pair.source_id == "s0")
    told = " ".join(render(reason, "en") for reason in best.reasons)
    assert {"errors", "transfer"} <= set(told.replace(",", " ").replace('"', " ").split())
    assert "system" not in told
    assert "shall" not in told


def test_a_copied_text_is_linked_with_certainty():
    pairs = aligned(SOURCES, [*TARGETS, SOURCES[1].upper()])
    assert next(pair for pair in pairs if pair.source_id == "s1").target_id == "t4"
    assert max(pair.probability for pair in pairs) >= 0.98


def test_a_best_counterpart_lends_its_words():
    """No target says "exception"; the one that says "error", too, lends the word to the other."""
    sources = ["An exception is an error", "Exceptions end the session"]
    targets = ["Each error is an event", "The printer has a tray", "The session has a timeout"]
    chances = {
        (pair.source_id, pair.target_id): pair.probability for pair in aligned(sources, [*targets, "Paper"])
    }
    assert chances["s1", "t0"] > chances["s1", "t1"]


@given(st.permutations(range(3)), st.permutations(range(4)))
def test_the_order_of_the_lists_changes_nothing(first, second):
    turned = align(
        [items(SOURCES, "s")[place] for place in first],
        [items(TARGETS, "t")[place] for place in second],
        ENGLISH,
    )
    assert turned == aligned(SOURCES, TARGETS)


@pytest.mark.parametrize(
    ("sources", "targets"),
    [((), TARGETS), (SOURCES, ()), ((), ()), (("",), ("", "of the")), (("%",), TARGETS)],
)
def test_lists_with_nothing_to_compare_are_no_error(sources, targets):
    assert all(pair.probability < 0.5 for pair in aligned(sources, targets))
