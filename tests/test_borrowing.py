"""What two lists tell about each other's words."""

import numpy as np
import pytest
from scipy import sparse

from selaras.models.alignment.borrowing import best_counterparts, borrow, rarity_between

Csr = sparse.csr_array


def table(*values):
    return Csr(np.array(values, dtype=float))


def test_a_feature_of_all_texts_weighs_one_and_a_rare_one_more():
    weights = rarity_between(table([1, 1, 0], [1, 0, 0]), table([1, 0, 1], [1, 0, 0]))
    assert weights[0] == pytest.approx(1)
    assert weights[1] == weights[2] > 1


def test_a_long_list_does_not_drown_a_short_one():
    """Every text of a short list has the first feature, every one of a long list the second."""
    weights = rarity_between(table(*[[1, 0]] * 3), table(*[[0, 1]] * 1000))
    both = 1 + np.log((1 + 1003) / (1 + np.array([3, 1000])))
    assert both[0] - both[1] > weights[0] - weights[1] > 0


def best(rows, others):
    return best_counterparts(Csr(rows @ others.T))


def test_words_that_a_pair_links_are_lent_to_another():
    """Columns: error, exception, report. The second source shares a word with no target."""
    sources = table([0.8, 0.0, 0.6], [1.0, 0.0, 0.0])
    targets = table([0.0, 0.8, 0.6], [0.0, 1.0, 0.0])
    lent = borrow(targets, sources, best(targets, sources))
    assert (sources @ targets.T).todense()[1, 0] == 0
    assert (sources @ lent.T).todense()[1, 0] > 0


def test_a_text_that_is_like_no_other_stays_as_it_is():
    sources, targets = table([1.0, 0.0]), table([0.0, 1.0])
    assert borrow(sources, targets, best(sources, targets)).todense().tolist() == [[1.0, 0.0]]


@pytest.mark.parametrize("empty", [(0, 2), (2, 0), (0, 0)])
def test_empty_lists_have_nothing_to_lend(empty):
    first, second = Csr((empty[0], 3)), Csr((empty[1], 3))
    assert borrow(first, second, best_counterparts(Csr(empty))).shape == (empty[0], 3)


def test_the_order_of_equal_counterparts_does_not_matter():
    source, targets = table([0.7, 0.7, 0.14]), table([1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
    turned = Csr(targets[::-1])
    first, second = (borrow(source, some, best(source, some)).todense() for some in (targets, turned))
    assert first == pytest.approx(second)
    assert first[0, 0] == pytest.approx(first[0, 1])


def test_all_rows_have_the_length_one():
    random = np.random.default_rng(5).random((4, 6))
    first, second = Csr(random[:2]), Csr(random[2:])
    lent = borrow(first, second, best(first, second))
    assert np.linalg.norm(lent.todense(), axis=1) == pytest.approx(1)
