"""Texts of two lists taken apart at once, in a language of which no counts of stems are packaged.

What is rare is then judged by the two lists themselves, and each text borrows from its best counterpart in
place of what a thesaurus would tell (see `borrowing`, with figures). So a text that is added to a list does
change how alike others are, unlike in Indonesian.
"""

from collections.abc import Collection, Iterator, Sequence
from math import sqrt

import numpy as np
from scipy import sparse
from scipy.sparse import csr_array
from sparse_dot_topn import sp_matmul_topn

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.borrowing import best_counterparts, borrow, rarity_between
from selaras.models.alignment.profiles import Profile
from selaras.models.alignment.texts import (
    BOILERPLATE,
    TextRows,
    Words,
    count_rows,
    dampen,
    find_grams,
    number_texts,
    sense_rows,
    unit_rows,
)

LETTERS = 0.3  # share of the runs of letters in what is best
EQUAL = 4  # best counterparts that are looked at: a list may repeat itself
COMMON, FEW = 0.05, 200  # share of the texts, and texts, from which a run of letters finds nothing
THREADS = 2


def build_list_rows(
    texts: Sequence[str], profiles: Sequence[Profile], analysis: Analysis, sources: int
) -> TextRows:
    """Make the rows of texts, of which the first `sources` are one list and the rest the other."""
    stems, grams = Words(), Words()
    counts = count_rows([[stems[stem] for _, stem in one.words] for one in profiles], len(stems))
    runs = count_rows([[grams[gram] for gram in _runs(one)] for one in profiles], len(grams))
    by_stem = _weigh(counts, stems, sources, analysis.boilerplate)
    by_gram = _weigh(runs, grams, sources)
    lent_stems, lent_grams = _lend([by_stem, by_gram], sources)
    rising, falling = sense_rows(texts, stems, analysis)
    return TextRows(lent_stems, lent_grams, None, None, rising, falling, number_texts(texts))


def _runs(profile: Profile) -> Iterator[str]:
    """The runs of letters of the words as written: stems of English cut too much of them."""
    return (gram for word, _ in profile.words for gram in find_grams(word))


def _weigh(
    counts: csr_array, names: Sequence[str] | Words, sources: int, boilerplate: Collection[str] = ()
) -> csr_array:
    """Rows of length 1, in which what is rare in the lists weighs more, and boilerplate little."""
    weights = rarity_between(csr_array(counts[:sources]), csr_array(counts[sources:]))
    plain = np.array([BOILERPLATE if name in boilerplate else 1.0 for name in names])
    return unit_rows(csr_array(dampen(counts) @ sparse.diags_array((weights * plain).astype(np.float32))))


def _lend(blocks: Sequence[csr_array], sources: int) -> list[csr_array]:
    """Let each text borrow from its best counterpart by stems and runs of letters together."""
    here, there = (_joined(*rows) for rows in zip(*(_parted(one, sources) for one in blocks), strict=True))
    best, back = _best(here, there), _best(there, here)
    return [_lend_block(*_parted(one, sources), best, back) for one in blocks]


def _parted(rows: csr_array, sources: int) -> tuple[csr_array, csr_array]:
    return csr_array(rows[:sources]), csr_array(rows[sources:])


def _lend_block(sources: csr_array, targets: csr_array, best: csr_array, back: csr_array) -> csr_array:
    lent = borrow(sources, targets, best), borrow(targets, sources, back)
    return csr_array(sparse.vstack(lent, format="csr", dtype=np.float32))


def _joined(stems: csr_array, grams: csr_array) -> sparse.csr_matrix:
    """Stems and runs of letters side by side, as the library wants them."""
    parts = [stems * sqrt(1 - LETTERS), csr_array(grams @ _telling(grams)) * sqrt(LETTERS)]
    return sparse.csr_matrix(sparse.hstack(parts, format="csr", dtype=np.float32))


def _telling(grams: csr_array) -> sparse.dia_array:
    """Leave out runs of letters that too many texts have: they find all and tell nothing."""
    having = np.bincount(grams.indices, minlength=grams.shape[1])
    return sparse.diags_array((having <= max(FEW, COMMON * grams.shape[0])).astype(np.float32))


def _best(rows: sparse.csr_matrix, others: sparse.csr_matrix) -> csr_array:
    if not rows.shape[0] or not others.shape[0]:
        return csr_array((rows.shape[0], others.shape[0]), dtype=np.float32)
    found = sp_matmul_topn(rows, others.T.tocsr(), top_n=EQUAL, n_threads=THREADS)
    return best_counterparts(csr_array(found))
