"""Pairs of a source and a target, found without looking at every pair, and how alike they are.

An inverted index is what a sparse matrix of targets is: the product of the two sides visits only entries that
both share. Of that product the best targets of each source are kept.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csr_array
from sparse_dot_topn import sp_matmul_topn

from selaras.models.alignment.texts import TextRows

CHUNK = 100_000  # pairs measured at a time
THREADS = 2
COMMON = 0.02  # share of the targets from which a run of letters no longer finds candidates
FEW = 200  # targets up to which all runs of letters do
NEAR = 0.6  # nearness from which a topic finds candidates: it is the same, or right above
TOPICS = 3.0  # what the likeness of topics weighs against that of words when candidates are chosen

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Rows of sources and of targets, pair by pair; all pairs of a source stand together."""

    sources: Ints
    targets: Ints

    def __len__(self) -> int:
        return len(self.sources)


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How alike the two of each pair are, in measures that a planner understands, each from 0 to 1.

    words    the words they share, by stem; rare words count more, boilerplate of planning little
    letters  the runs of letters they share, which forgives misprints
    topics   how far the topics of each lie within those of the other, both ways (geometric mean); where a
             text has no topic that the thesaurus knows, its words stand in for them
    meaning  how far their words keep the same company in plans; from -1, 0 where that is not known
    """

    words: Floats
    letters: Floats
    topics: Floats
    meaning: Floats
    same_text: Bools
    opposed: Bools  # they want the opposite of the same thing

    @property
    def wording(self) -> Floats:
        """Likeness of the wording: by words, or by letters where misprints hide the words."""
        return np.maximum(self.words, self.letters)


def every_pair(sources: int, targets: int) -> Pairs:
    """All pairs of so many sources and targets."""
    rows, columns = np.divmod(np.arange(sources * targets), max(1, targets))
    return Pairs(rows, columns)


def nearest_pairs(sources: TextRows, targets: TextRows, most: int) -> Pairs:
    """At most `most` targets for each source, the likeliest, that share a stem, letters or a topic."""
    if len(targets) == 0 or len(sources) == 0:
        return every_pair(0, 0)
    grams = _telling_grams(targets.grams)
    left = [sources.stems, csr_array(sources.grams @ grams)]
    right = [targets.stems, targets.grams]
    if sources.topics and targets.topics:
        left.append(_near_topics(sources.topics.reach) * TOPICS)
        right.append(targets.topics.shares)
    found = sp_matmul_topn(_joined(left), _joined(right).T.tocsr(), top_n=most, sort=True, n_threads=THREADS)
    rows = np.repeat(np.arange(len(sources)), np.diff(found.indptr))
    return Pairs(rows, found.indices.astype(np.int64))


def _telling_grams(grams: csr_array) -> sparse.dia_array:
    """Leave out runs of letters that too many targets have: they find all and tell nothing."""
    having = np.bincount(grams.indices, minlength=grams.shape[1])
    allowed = max(FEW, COMMON * grams.shape[0])
    return sparse.diags_array((having <= allowed).astype(np.float32))


def _near_topics(reach: csr_array) -> csr_array:
    """Leave out topics that are only neighbours of what a text speaks of."""
    kept = csr_array(reach, copy=True)
    kept.data = np.where(kept.data >= NEAR, kept.data, 0)
    kept.eliminate_zeros()
    return kept


def _joined(blocks: list[csr_array]) -> sparse.csr_matrix:
    """The blocks side by side, as the library wants them."""
    return sparse.csr_matrix(sparse.hstack(blocks, format="csr"))


def measure_pairs(sources: TextRows, targets: TextRows, pairs: Pairs) -> Likeness:
    """Measure how alike the two of each pair are."""
    words = np.minimum(dots(sources.stems, targets.stems, pairs), 1)
    opposed = _opposed(sources, targets, pairs)
    same = sources.repeats[pairs.sources]
    return Likeness(
        words,
        np.minimum(dots(sources.grams, targets.grams, pairs), 1),
        _topics(sources, targets, pairs, words),
        _meaning(sources.meaning, targets.meaning, pairs),
        (same == targets.repeats[pairs.targets]) & (same >= 0),
        opposed,
    )


def dots(sources: csr_array, targets: csr_array, pairs: Pairs) -> Floats:
    """The inner product of the two rows of each pair."""
    starts = range(0, len(pairs), CHUNK)
    parts = [_dots(sources, targets, pairs, slice(start, start + CHUNK)) for start in starts]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _dots(sources: csr_array, targets: csr_array, pairs: Pairs, part: slice) -> Floats:
    product = sources[pairs.sources[part]].multiply(targets[pairs.targets[part]])
    return np.asarray(product.sum(axis=1), dtype=np.float32).ravel()


def _topics(sources: TextRows, targets: TextRows, pairs: Pairs, instead: Floats) -> Floats:
    """The measure `topics`; `instead` where one of the two has no topic."""
    if sources.topics is None or targets.topics is None:
        return instead
    within = dots(sources.topics.shares, targets.topics.reach, pairs)
    around = dots(sources.topics.reach, targets.topics.shares, pairs)
    known = _filled(sources.topics.shares)[pairs.sources] & _filled(targets.topics.shares)[pairs.targets]
    return np.where(known, np.sqrt(within * around), instead).astype(np.float32)


def _meaning(sources: Floats | None, targets: Floats | None, pairs: Pairs) -> Floats:
    if sources is None or targets is None:
        return np.zeros(len(pairs), dtype=np.float32)
    starts = range(0, len(pairs), CHUNK)
    parts = [
        np.einsum("ij,ij->i", sources[pairs.sources[part]], targets[pairs.targets[part]])
        for part in (slice(start, start + CHUNK) for start in starts)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)


def _filled(rows: csr_array) -> Bools:
    return np.asarray(np.diff(rows.indptr) > 0)


def _opposed(sources: TextRows, targets: TextRows, pairs: Pairs) -> Bools:
    """Where one wants more of what the other wants less of, and they agree on nothing."""
    against = dots(sources.rising, targets.falling, pairs) + dots(sources.falling, targets.rising, pairs)
    together = dots(sources.rising, targets.rising, pairs) + dots(sources.falling, targets.falling, pairs)
    return np.asarray((against > 0) & (together == 0))
