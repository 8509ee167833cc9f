"""Which stems keep the same company, as vectors that floret learns from sentences."""

from collections.abc import Sequence
from tempfile import NamedTemporaryFile

import floret
import numpy as np
from numpy.typing import NDArray

DIMENSIONS, PASSES, WINDOW = 64, 20, 15
LEAST = 3  # times that a stem must be seen
LETTERS = (4, 5)  # runs of letters that stand for stems of the same make

Floats = NDArray[np.float64]


def learn_company(sentences: Sequence[Sequence[str]], stems: Sequence[str]) -> Floats:
    """A vector for each stem, the mean of all taken off, none of its numbers beyond -1 or 1.

    One thread, whose chance is always the same: the same sentences give the same vectors.
    """
    with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(map(" ".join, sentences)) + "\n")
        file.flush()
        model = floret.train_unsupervised(
            file.name,
            "skipgram",
            mode="floret",
            dim=DIMENSIONS,
            epoch=PASSES,
            ws=WINDOW,
            minCount=LEAST,
            minn=LETTERS[0],
            maxn=LETTERS[1],
            bucket=20_000,
            hashCount=2,
            thread=1,
            verbose=0,
        )
    rows = np.array([model.get_word_vector(stem) for stem in stems], dtype=np.float64)
    middled = rows - rows.mean(axis=0)
    return np.asarray(middled / max(float(np.abs(middled).max()), 1e-9))
