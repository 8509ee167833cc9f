"""Sentences of the pipeline: where `find_sentences` says that one starts, so that `doc.sents` yields them."""

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
    """Set token.is_sent_start; blanks between two sentences stay with the one before."""
    starts = iter([start for start, _ in find_sentences(text_of(doc), paragraphs_of(doc))][1:])
    start = next(starts, None)
    for token in doc:
        end = token.idx + len(token)
        token.is_sent_start = token.i == 0 or (start is not None and end > start)
        while start is not None and end > start:
            start = next(starts, None)
    return doc
