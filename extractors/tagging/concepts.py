"""The concept linker: mentions of indicators in a text, linked to the catalogue."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

import selaras.extractors.tagging.attributes  # noqa: F401  declares what is set here
from selaras.extractors.phrases.concepts import ConceptMention, load_finder
from selaras.extractors.tagging.components import text_of

INDICATOR = "INDICATOR"


@Language.component("selaras_concepts", assigns=["doc.spans", "span._.resolution", "span._.unit"])
def concepts(doc: Doc) -> Doc:
    """Add mentions of indicators to doc.spans["indicators"], labelled INDICATOR.

    `span.kb_id_` is the code of the concept, empty where an abbreviation was left open; `span._.resolution`
    tells how sure that is, why, and what else it may be; `span._.unit` the unit printed behind it.
    """
    found = load_finder().find(text_of(doc), doc._.agency or "")
    spans = [_span(doc, mention) for mention in found]
    doc.spans["indicators"] = filter_spans([span for span in spans if span is not None])
    return doc


def _span(doc: Doc, mention: ConceptMention) -> Span | None:
    code = mention.resolution.code or ""
    span = doc.char_span(mention.start, mention.end, label=INDICATOR, kb_id=code, alignment_mode="expand")
    if span is not None:
        span._.resolution = mention.resolution
        span._.unit = mention.unit
    return span
