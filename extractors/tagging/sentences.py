"""Sentences of the pipeline: where `find_sentences` says that one starts, so that `doc.sents` yields them."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from selaras.extractors.phrases.paragraphs import Place, find_paragraphs
from selaras.extractors.phrases.sentences import find_sentences
from selaras.extractors.tagging.components import text_of

PARAGRAPHS = "selaras_paragraphs"


def paragraphs_of(doc: Doc) -> list[Place]:
    """Places of the paragraphs of a document, found once."""
    if PARAGRAPHS not in doc.user_data:
        doc.user_data[PARAGRAPHS] = find_paragraphs(text_of(doc))
    places: list[Place] = doc.user_data[PARAGRAPHS]
    return places


@Language.component("selaras_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Set token.is_sent_start; blanks stay with the sentence before, those of the start with the first."""
    if len(doc):
        starts = [start for start, _ in find_sentences(text_of(doc), paragraphs_of(doc))][1:]
        begins = np.full((len(doc), 1), -1, dtype=np.int64)
        begins[np.searchsorted(doc.to_array("IDX"), np.array(starts, dtype=np.uint64), side="right") - 1] = 1
        begins[0] = 1
        # Token by token it would take five times as long.
        doc.from_array(["SENT_START"], begins.astype(np.uint64))  # type: ignore[arg-type] # thinc's Ints2d
    return doc
