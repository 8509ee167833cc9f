"""The outline of a page in the pipeline: headings, captions, markers of lists, labels of statements."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

import selaras.extractors.tagging.attributes  # noqa: F401  declares span._.number
from selaras.extractors.phrases.outline import (
    OutlineItem,
    find_captions,
    find_headings,
    find_labels,
    find_numbers,
)
from selaras.extractors.tagging.components import text_of
from selaras.extractors.tagging.sentences import paragraphs_of

ASSIGNS = ["doc.spans", "span._.number"]


@Language.component("selaras_headings", assigns=ASSIGNS)
def headings(doc: Doc) -> Doc:
    """Add headings to doc.spans["headings"]: CHAPTER, SECTION or TITLE."""
    return _add_items(doc, "headings", find_headings(text_of(doc), paragraphs_of(doc)))


@Language.component("selaras_captions", assigns=ASSIGNS)
def captions(doc: Doc) -> Doc:
    """Add captions to doc.spans["captions"]: TABLE, FIGURE or CHART."""
    return _add_items(doc, "captions", find_captions(text_of(doc), paragraphs_of(doc)))


@Language.component("selaras_numbers", assigns=ASSIGNS)
def numbers(doc: Doc) -> Doc:
    """Add markers of lists to doc.spans["numbers"], labelled by their style."""
    return _add_items(doc, "numbers", find_numbers(text_of(doc), paragraphs_of(doc)))


@Language.component("selaras_labels", assigns=ASSIGNS)
def labels(doc: Doc) -> Doc:
    """Add labels of statements to doc.spans["labels"], by `StatementKind`; a span for each kind named."""
    return _add_items(doc, "labels", find_labels(text_of(doc), paragraphs_of(doc)))


def _add_items(doc: Doc, key: str, items: Iterable[OutlineItem]) -> Doc:
    spans = []
    for item in items:
        span = doc.char_span(item.start, item.end, label=item.label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            if item.number:  # spans of one place share their attributes
                span._.number = item.number
    doc.spans[key] = spans
    return doc
