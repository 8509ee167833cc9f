"""What words are about by the company that they keep in plans, as vectors of texts.

The thesaurus knows the terms that people listed. Here each stem has two vectors more, from the sentences of
plans. One tells for each topic of the thesaurus how much more often than usual sentences with the stem speak
of it: "lahir" stands beside mothers and clinics, whether or not somebody listed it; topics near each other in
the tree lean the same way. The other was learned by floret from the words around it alone, and from its
letters. The likeness of two texts is the mean of what both say.

Learned by `training/train_vectors.py` (`make vectors`); what from, how well it does and what it cannot:
docs/vectors.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, csr_matrix

from selaras.models.alignment.encoder import unit
from selaras.models.alignment.thesaurus import load_thesaurus, nearness

FILE = "word_topics.npz"
SCALE = 127  # a share of 1 as it is kept

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """Vectors for each stem; each of `parts` is stems x dimensions."""

    places: Mapping[str, int]  # stem -> its row
    parts: tuple[Floats, ...]


@cache
def load_vectors() -> WordVectors:
    """Read the packaged vectors.

    Raises ValueError where they were learned with other topics than the thesaurus has: `make vectors`.
    """
    with files("selaras.models").joinpath("data", FILE).open("rb") as stream:
        kept = np.load(stream, allow_pickle=False)
        stems, topics, shares, company = (kept[name] for name in ("stems", "topics", "shares", "company"))
    if set(topics) != load_thesaurus().topics.keys():
        raise ValueError("the vectors were learned with other topics: make vectors")
    about = shares.astype(np.float32) / SCALE @ topic_directions([str(topic) for topic in topics])
    places = {str(stem): place for place, stem in enumerate(stems)}
    return WordVectors(places, (about, company.astype(np.float32) / SCALE))


def topic_directions(topics: Sequence[str]) -> Floats:
    """A row for each topic, so that the inner product of two rows is about their nearness in the tree."""
    near = np.array([[nearness(one, other) for other in topics] for one in topics])
    values, axes = np.linalg.eigh(near)
    directions: Floats = (axes * np.sqrt(np.maximum(values, 0.0))).astype(np.float32)
    return directions


def embed_texts(
    weights: csr_array | csr_matrix, stems: Sequence[str], vectors: WordVectors | None = None
) -> Floats:
    """Give each text a vector of length 1, or of zeros where none of its stems is known.

    It is made of as many vectors as there are parts, of one length.

    `weights` is texts x stems, `stems` names its columns. The likeness of two texts is the inner product of
    their vectors, from -1 to 1. Raises ValueError where the columns are not as many as the stems.
    """
    if weights.shape[1] != len(stems):
        raise ValueError(f"{weights.shape[1]} columns for {len(stems)} stems")
    known = vectors or load_vectors()
    places = np.array([known.places.get(stem, -1) for stem in stems], dtype=np.intp)
    columns = (np.where(places[:, None] >= 0, rows[places], np.float32(0)) for rows in known.parts)
    texts = [unit(np.asarray(weights.astype(np.float32) @ rows.astype(np.float32))) for rows in columns]
    joined: Floats = np.hstack(texts) / np.float32(np.sqrt(len(texts)))
    return joined
