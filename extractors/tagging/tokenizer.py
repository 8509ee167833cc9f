"""A light tokenizer for plans: words, numbers and marks.

spaCy's own for Indonesian knows 15,963 exceptions and hundreds of marks; it takes two seconds to build and
was a third of the time of the pipeline. What is looked for here is found in the text, not in tokens, so a
token need only never reach over a blank or a bracket.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from spacy.vocab import Vocab

_MARKS = r"""\[\](){}<>"'“”‘’«»„.,;:!?…•\-–—/*+=%$§"""
_LEADING = re.compile(f"[{_MARKS}]")
_TRAILING = re.compile(f"[{_MARKS}]$")
# Between letters a mark parts two words; inside numbers and dates it stays: "2025-2029", "1.234,5".
_BETWEEN = re.compile(r"[\[\]()\-–—/:;,.](?=[^\W\d])|(?<=[^\W\d])[\[\]()\-–—/:;,](?=\d)")


class PlanTokenizer(Tokenizer):  # type: ignore[misc] # spaCy's has no types
    """spaCy's tokenizer with our marks. It is code: nothing of it is written into a saved pipeline or read
    from one, where patterns that somebody else wrote could stand."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__(
            vocab,
            prefix_search=_LEADING.match,
            suffix_search=_TRAILING.search,
            infix_finditer=_BETWEEN.finditer,
        )

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002 (spaCy's signature)
        """Nothing is kept."""
        return b""

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "PlanTokenizer":  # noqa: ARG002
        """Nothing is read."""
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Nothing is written."""

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "PlanTokenizer":  # noqa: ARG002
        """Nothing is read."""
        return self


@registry.tokenizers("selaras.PlanTokenizer.v1")  # type: ignore[untyped-decorator] # spaCy's has no types
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Make the tokenizer for a pipeline."""
    return lambda nlp: PlanTokenizer(nlp.vocab)
