"""The concept linker: mentions of indicators in a text, linked to the catalogue."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

import selaras.extractors.tagging.attributes  # noqa: F401  declares what is set here
from selaras.extractors.phrases.concepts import ConceptFinder, ConceptMention, load_finder
from selaras.extractors.tagging.components import text_of
from selaras.models.concept_kinds import NO_ENTRIES, Entries

INDICATOR = "INDICATOR"


class ConceptLinker:
    """Adds mentions of indicators to doc.spans["indicators"], labelled INDICATOR.

    `span.kb_id_` is the code of the concept, empty where an abbreviation was left open; `span._.resolution`
    tells how sure that is, why, and what else it may be; `span._.unit` the unit printed behind it. Its
    catalogue is the packaged one, made ready for the first text; `use` adds a planner's own entries, which
    are not saved with a pipeline.
    """

    def __init__(self) -> None:
        self.use(NO_ENTRIES)

    def use(self, own: Entries) -> None:
        """From now on, link to the packaged catalogue with these entries."""
        self.own = own
        self.finder: ConceptFinder | None = None

    def __call__(self, doc: Doc) -> Doc:
        self.finder = self.finder or load_finder(self.own)
        found = self.finder.find(text_of(doc), doc._.agency or "")
        spans = [_span(doc, mention) for mention in found]
        doc.spans["indicators"] = filter_spans([span for span in spans if span is not None])
        return doc


@Language.factory("selaras_concepts", assigns=["doc.spans", "span._.resolution", "span._.unit"])
def make_concept_linker(nlp: Language, name: str) -> ConceptLinker:  # noqa: ARG001
    """Make the linker with the packaged catalogue."""
    return ConceptLinker()


def _span(doc: Doc, mention: ConceptMention) -> Span | None:
    code = mention.resolution.code or ""
    span = doc.char_span(mention.start, mention.end, label=INDICATOR, kb_id=code, alignment_mode="expand")
    if span is not None:
        span._.resolution = mention.resolution
        span._.unit = mention.unit
    return span
