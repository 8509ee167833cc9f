"""Spans of a spaCy document as plain tags, whatever components put them there."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span

import selaras.extractors.tagging.attributes  # noqa: F401  declares what is read here
from selaras.extractors.tagging.placed_text import PlacedText
from selaras.models.region_names import Strength
from selaras.models.tags import Tag, TagFacts

SENTENCES = "sentences"
REGIONS = "regions"

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
    return tuple(_tag(group, span, placed) for (_, _, group, _), span in sorted(spans.items(), key=_key))


def _key(entry: tuple[tuple[int, int, str, str], Span]) -> tuple[int, int, str, str]:
    return entry[0]


def _spans(doc: Doc) -> Iterator[tuple[str, Span]]:
    for group, spans in doc.spans.items():
        yield from ((group, span) for span in spans)
    if doc.has_annotation("SENT_START"):
        yield from ((SENTENCES, sentence) for sentence in doc.sents if sentence.text.strip())


def _tag(group: str, span: Span, placed: PlacedText) -> Tag:
    start, end = span.start_char, span.end_char
    return Tag(group, span.label_, span.text, start, end, placed.find_boxes(start, end), _facts(group, span))


def _facts(group: str, span: Span) -> TagFacts:
    known = span._
    resolution = known.resolution
    return TagFacts(
        probability=known.probability,
        region=known.region or (span.label_ if group == REGIONS else None) or None,
        concept=span.kb_id_ or (resolution.code if resolution else None),
        number=known.number,
        year=known.year,
        value=known.value,
        unit=known.unit,
        resolution=resolution,
        weak=span.id_ == Strength.WEAK,
    )
