"""spaCy components of the planning pipeline: each adds one group of spans to a page of text.

They are declared with what they assign, so that `nlp.analyze_pipes()` shows the wiring.
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from selaras.extractors.phrases.mentions import Mention, find_plan_kinds
from selaras.extractors.phrases.wording import wording_of

TEXT = "selaras_text"


def text_of(doc: Doc) -> str:
    """The text of a document, put together from its tokens once: `doc.text` does so at each asking."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def add_spans(doc: Doc, key: str, mentions: Iterable[Mention]) -> Doc:
    """Store mentions as spans under a key, widened to whole tokens; of overlapping ones the longest stays."""
    spans = (doc.char_span(m.start, m.end, label=m.label, alignment_mode="expand") for m in mentions)
    doc.spans[key] = filter_spans([span for span in spans if span is not None])
    return doc


@Language.component("selaras_plan_kinds", assigns=["doc.spans"])
def plan_kinds(doc: Doc) -> Doc:
    """Add names of plans to doc.spans["plan_kinds"], labelled by `PlanKind`."""
    return add_spans(doc, "plan_kinds", find_plan_kinds(text_of(doc)))


@Language.component("selaras_wording", assigns=["doc.spans"])
def wording(doc: Doc) -> Doc:
    """Add lines that are worded as an outcome, an effort or a measure to doc.spans["wording"]."""
    return add_spans(doc, "wording", _worded_lines(text_of(doc)))


def _worded_lines(text: str) -> Iterable[Mention]:
    start = 0
    for line in text.split("\n"):
        if label := wording_of(line):
            yield Mention(start, start + len(line), label)
        start += len(line) + 1
