"""An encoder that somebody brings along, as one more measure of how alike two texts are.

The encoder is a function from texts to rows, given from outside (see `flows/text_encoder.py`): nothing here
knows files. Encoders differ in what a cosine of 0.5 means to them. So each is put on the scale of the vectors
by what both say of texts that are always the same, such as the statements of the RPJPN: the texts of a task
then change nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Texts to rows of one width, the same text always to the same row."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from the cosines of an encoder to a likeness that the scorer knows."""

    factor: float
    shift: float

    def apply(self, cosines: Floats) -> Floats:
        """The likeness of pairs, from -1 to 1."""
        moved: Floats = np.clip(self.factor * cosines + self.shift, -1, 1).astype(np.float32)
        return moved


def remembering(encode: Encode) -> Encode:
    """The same encoder, each text encoded once; rows have length 1.

    It raises ValueError where the encoder gives no row for each text, rows of another width than before, or
    what is no number.
    """
    known: dict[str, Floats] = {}

    def encode_new(texts: Sequence[str]) -> Floats:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, _checked(encode(new), len(new)), strict=True))
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, 0), dtype=np.float32)

    return encode_new


def find_scale(encoded: Floats, known: Floats) -> Scale:
    """The scale on which an encoder tells texts apart as known vectors do; both hold rows of the same texts.

    Mean and spread of the likeness of different texts become the same. An encoder that tells nothing apart
    gets the mean for every pair.
    """
    cosines, wanted = _between(encoded), _between(known)
    spread = float(cosines.std())
    factor = float(wanted.std()) / spread if spread > 0 else 0.0
    return Scale(factor, float(wanted.mean()) - factor * float(cosines.mean()))


def _between(rows: Floats) -> Floats:
    """The cosines of all pairs of different rows."""
    cosines: Floats = (rows @ rows.T)[np.triu_indices(len(rows), k=1)]
    return cosines


def _checked(rows: Floats, texts: int) -> Floats:
    if rows.ndim != 2 or len(rows) != texts:
        raise ValueError(f"an encoder gave {rows.shape} for {texts} texts")
    if not np.isfinite(rows).all():
        raise ValueError("an encoder gave what is no number")
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    units: Floats = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0).astype(np.float32)
    return units
