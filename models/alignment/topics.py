"""The topics of many texts at once: how far those of one text lie within those of another.

`shares` holds the share of each topic in a text, `reach` how near the text comes to every topic. The share of
one times the reach of another, summed over topics, is the part of the first that lies within the second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csr_array

from selaras.models.alignment.profiles import PLAIN, topic_shares
from selaras.models.alignment.thesaurus import Thesaurus, nearness

CHUNK = 8_192  # texts looked at at a time
LEAST = 1e-6

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TopicRows:
    """Two matrices texts x topics."""

    shares: csr_array
    reach: csr_array


def build_topic_rows(strengths: Sequence[Mapping[str, float]], thesaurus: Thesaurus) -> TopicRows:
    """Make the rows of texts from how strongly each speaks of its topics."""
    codes = {code: place for place, code in enumerate(thesaurus.topics)}
    shape = (len(strengths), len(codes))
    shares = _rows([topic_shares(one, thesaurus) for one in strengths], codes, shape)
    present = _rows(
        [{topic: min(1.0, value / PLAIN) for topic, value in one.items()} for one in strengths], codes, shape
    )
    return TopicRows(shares, _reach(present, _nearness(tuple(codes))))


@cache
def _nearness(codes: tuple[str, ...]) -> Floats:
    return np.array([[nearness(one, other) for other in codes] for one in codes], dtype=np.float32)


def _rows(rows: Sequence[Mapping[str, float]], codes: Mapping[str, int], shape: tuple[int, int]) -> csr_array:
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter((codes[code] for row in rows for code in row), np.int32, int(ends[-1]))
    values = np.fromiter((value for row in rows for value in row.values()), np.float32, int(ends[-1]))
    return csr_array((values, columns, ends), shape=shape)


def _reach(present: csr_array, near: Floats) -> csr_array:
    """For every topic, how near the nearest topic of the text comes to it."""
    starts = range(0, present.shape[0], CHUNK)
    blocks = [_reach_of(present[start : start + CHUNK], near) for start in starts]
    return csr_array(sparse.vstack(blocks)) if blocks else present


def _reach_of(present: csr_array, near: Floats) -> csr_array:
    """Texts are taken together by their first topic, by their second, and so on."""
    reached = np.zeros(present.shape, dtype=np.float32)
    many = np.diff(present.indptr)
    for place in range(int(many.max(initial=0))):
        having = np.flatnonzero(many > place)
        at = present.indptr[having] + place
        reached[having] = np.maximum(reached[having], near[present.indices[at]] * present.data[at][:, None])
    return csr_array(np.where(reached > LEAST, reached, 0))
