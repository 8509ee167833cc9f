"""Forms of words in the pipeline: normal forms of misspelt words, and lemmas."""

from collections.abc import Iterator
from functools import cache

import numpy as np
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from selaras.models.lemmas import lemma
from selaras.models.normal_forms import load_normal_forms


@Language.component("selaras_norms", assigns=["token.norm"])
def norms(doc: Doc) -> Doc:
    """Set token.norm_ of misspelt words to their normal form; of others it is the word in small letters."""
    for token in _misspelt(doc):
        token.norm_ = load_normal_forms()[token.lower_]
    return doc


@Language.component("selaras_lemmas", assigns=["token.lemma"], requires=["token.norm"])
def lemmas(doc: Doc) -> Doc:
    """Set token.lemma_: the dictionary's headword of the normal form; of numbers and marks, themselves."""
    strings = doc.vocab.strings
    words = doc.to_array("NORM")
    known = {key: strings.add(_lemma(strings[key])) for key in np.unique(words).tolist()}
    found = np.array([known[key] for key in words.tolist()], dtype=np.uint64)
    doc.from_array(["LEMMA"], found.reshape(-1, 1))  # type: ignore[arg-type] # thinc's Ints2d
    return doc


def _lemma(word: str) -> str:
    return lemma(word) if word.replace("-", "").isalpha() else word


def _misspelt(doc: Doc) -> Iterator[Token]:
    places = np.flatnonzero(np.isin(doc.to_array("LOWER"), _misspelt_keys()))
    return (doc[place] for place in places.tolist())


@cache
def _misspelt_keys() -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """What spaCy knows misspelt words by."""
    strings = StringStore()
    return np.array([strings[word] for word in load_normal_forms()], dtype=np.uint64)
