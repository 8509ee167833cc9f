"""An encoder that somebody brings along, whose rows join those of the packaged vectors.

The encoder is a function from texts to rows, given from outside (see `flows/text_encoder.py`): nothing here
knows files. Encoders differ in what a cosine of 0.5 means to them. So each is put on the scale of the vectors
by what both say of texts that are always the same: the texts of a task then change nothing.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Texts to rows of one width, the same text always to the same row."""


def remembering(encode: Encode) -> Encode:
    """The same encoder, each text encoded once; rows have length 1.

    It raises ValueError where the encoder gives no row for each text, or what is no number.
    """
    known: dict[str, Floats] = {}

    def encode_new(texts: Sequence[str]) -> Floats:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, unit(_checked(encode(new), len(new))), strict=True))
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, 0), dtype=np.float32)

    return encode_new


def on_scale(encode: Encode, texts: Sequence[str], known: Floats) -> Encode:
    """The same encoder, turned so that it tells texts apart as known vectors do.

    `known` holds rows for the same `texts`. What all texts share is taken off, then the spread of inner
    products is made that of the known rows. An encoder that tells nothing apart gives rows of zeros.
    """
    rows = encode(texts)
    middle = rows.mean(axis=0)
    spread = float(_between(unit(rows - middle)).std())
    factor = float(_between(known).std()) / spread if spread > 0 else 0.0
    length = np.float32(np.sqrt(factor))
    return lambda some: unit(encode(some) - middle) * length if some else encode(some)


def join_rows(known: Floats, encoded: Floats) -> Floats:
    """Rows whose inner products are the mean of those of both."""
    joined: Floats = np.hstack([known, encoded]) * np.float32(np.sqrt(0.5))
    return joined


def unit(rows: Floats) -> Floats:
    """Give rows the length 1; those of zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Floats = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return units


def _between(rows: Floats) -> Floats:
    """The inner products of all pairs of different rows."""
    products: Floats = (rows @ rows.T)[np.triu_indices(len(rows), k=1)]
    return products


def _checked(rows: Floats, texts: int) -> Floats:
    if rows.ndim != 2 or len(rows) != texts:
        raise ValueError(f"an encoder gave {rows.shape} for {texts} texts")
    if not np.isfinite(rows).all():
        raise ValueError("an encoder gave what is no number")
    return rows.astype(np.float32)
