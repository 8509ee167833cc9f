"""Sentences of the pipeline: where `find_sentences` says that one starts, so that `doc.sents` yields them."""

from spacy.language import Language
from spacy.tokens import Doc

from selaras.extractors.phrases.sentences import find_sentences
from selaras.extractors.tagging.components import text_of


@Language.component("selaras_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Set token.is_sent_start; blanks between two sentences stay with the one before."""
    starts = iter([start for start, _ in find_sentences(text_of(doc))][1:])
    start = next(starts, None)
    for token in doc:
        begins = start is not None and token.idx + len(token) > start
        token.is_sent_start = token.i == 0 or begins
        while start is not None and token.idx + len(token) > start:
            start = next(starts, None)
    return doc
