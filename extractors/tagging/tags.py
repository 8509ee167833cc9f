"""Spans of a spaCy document as plain tags, whatever components put them there."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span

import selaras.extractors.tagging.attributes  # noqa: F401  declares what is read here
from selaras.extractors.tagging.placed_text import PlacedText
from selaras.models.region_names import Strength
from selaras.models.tags import Tag, TagFacts

SENTENCES, SENTENCE = "sentences", "SENTENCE"
REGIONS = "regions"
# spaCy keeps extension attributes by place: a sentence that is all a goal has the goal's, too. So only those
# of its own are taken for a group; all of them for a group that is not known here.
ALL_ATTRIBUTES = ("probability", "region", "number", "year", "value", "unit", "resolution")
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    SENTENCES: (),
    "plan_kinds": (),
    "periods": (),
    "wording": (),
    "kinds": ("probability",),
    "headings": ("number",),
    "captions": ("number",),
    "numbers": ("number",),
    "labels": ("number",),
    REGIONS: ("region",),
    "agencies": ("region",),
    "regulations": ("number", "year", "region"),
    "quantities": ("value", "unit"),
    "indicators": ("unit", "resolution"),
}

Wanted = Callable[[str], bool]
"""Tells whether a group is asked for."""


def read_tags(doc: Doc, placed: PlacedText, wanted: Wanted) -> tuple[Tag, ...]:
    """The spans of the groups that are wanted, and the sentences, in reading order; of twins one stays.

    Where several start at one place, the longest comes first.
    """
    spans = {
        (span.start_char, -span.end_char, group, span.label_): span
        for group, span in _spans(doc)
        if wanted(group) and span.end_char > span.start_char
    }
    return tuple(_tag(key[2], spans[key], placed) for key in sorted(spans))


def _spans(doc: Doc) -> Iterator[tuple[str, Span]]:
    for group, spans in doc.spans.items():
        yield from ((group, span) for span in spans)
    if doc.has_annotation("SENT_START"):
        yield from ((SENTENCES, _sentence(span)) for span in doc.sents if span.text.strip())


def _sentence(span: Span) -> Span:
    """A sentence with a label, as other spans have one."""
    return Span(span.doc, span.start, span.end, label=SENTENCE)


def _tag(group: str, span: Span, placed: PlacedText) -> Tag:
    start, end = span.start_char, span.end_char
    return Tag(group, span.label_, span.text, start, end, placed.find_boxes(start, end), _facts(group, span))


def _facts(group: str, span: Span) -> TagFacts:
    known = {name: getattr(span._, name) for name in ATTRIBUTES.get(group, ALL_ATTRIBUTES)}
    resolution = known.get("resolution")
    if group == REGIONS:
        known["region"] = known["region"] or span.label_ or None
    return TagFacts(
        **known,
        concept=span.kb_id_ or (resolution.code if resolution else None),
        weak=span.id_ == Strength.WEAK,
    )
