"""What two lists tell about each other's words."""

import numpy as np
import pytest
from scipy import sparse

from selaras.models.alignment.borrowing import borrow, rarity_between

Csr = sparse.csr_array


def rows(*values):
    return Csr(np.array(values, dtype=float))


def test_a_feature_of_all_texts_weighs_one_and_a_rare_one_more():
    weights = rarity_between(rows([1, 1, 0], [1, 0, 0]), rows([1, 0, 1], [1, 0, 0]))
    assert weights[0] == pytest.approx(1)
    assert weights[1] == weights[2] > 1


def test_a_long_list_does_not_drown_a_short_one():
    """Every text of a short list has the first feature, every one of a long list the second."""
    weights = rarity_between(rows(*[[1, 0]] * 3), rows(*[[0, 1]] * 1000))
    both = 1 + np.log((1 + 1003) / (1 + np.array([3, 1000])))
    assert both[0] - both[1] > weights[0] - weights[1] > 0


def test_words_that_a_pair_links_are_lent_to_another():
    """Columns: error, exception, report. The second source shares a word with no target."""
    sources = rows([0.8, 0.0, 0.6], [1.0, 0.0, 0.0])
    targets = rows([0.0, 0.8, 0.6], [0.0, 1.0, 0.0])
    _, lent = borrow(sources, targets, Csr(sources @ targets.T))
    assert (sources @ targets.T).todense()[1, 0] == 0
    assert (sources @ lent.T).todense()[1, 0] > 0


def test_a_text_that_is_like_no_other_stays_as_it_is():
    sources, targets = rows([1.0, 0.0]), rows([0.0, 1.0])
    lent = borrow(sources, targets, Csr(sources @ targets.T))
    assert [one.todense().tolist() for one in lent] == [[[1.0, 0.0]], [[0.0, 1.0]]]


@pytest.mark.parametrize("empty", [(0, 2), (2, 0), (0, 0)])
def test_empty_lists_have_nothing_to_lend(empty):
    first, second = Csr((empty[0], 3)), Csr((empty[1], 3))
    lent = borrow(first, second, Csr(empty))
    assert [one.shape for one in lent] == [(empty[0], 3), (empty[1], 3)]


def test_the_order_of_equal_counterparts_does_not_matter():
    source, targets = rows([0.7, 0.7, 0.14]), rows([1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
    turned = Csr(targets[::-1])
    first, second = (borrow(source, some, Csr(source @ some.T))[0] for some in (targets, turned))
    assert first.todense() == pytest.approx(second.todense())
    assert first.todense()[0, 0] == pytest.approx(first.todense()[0, 1])


def test_all_rows_have_the_length_one():
    random = np.random.default_rng(5).random((4, 6))
    for one in borrow(Csr(random[:2]), Csr(random[2:]), Csr(random[:2] @ random[2:].T)):
        assert np.linalg.norm(one.todense(), axis=1) == pytest.approx(1)
