"""spaCy components for numbers: quantities with their values, periods and years."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from selaras.extractors.phrases.mentions import Mention, find_parts_of_years, find_periods, find_years
from selaras.extractors.phrases.quantities import find_quantities
from selaras.extractors.tagging.components import text_of
from selaras.extractors.tagging.entities import set_spans
from selaras.models.values import parse_value


@Language.component("selaras_quantities", assigns=["doc.spans", "span._.value", "span._.unit"])
def quantities(doc: Doc) -> Doc:
    """Add quantities to doc.spans["quantities"], labelled by the kind of their unit."""
    return set_spans(doc, "quantities", _quantity_spans(doc))


def _quantity_spans(doc: Doc) -> Iterator[Span]:
    text = text_of(doc)
    for found in find_quantities(text):
        span = doc.char_span(found.start, found.end, label=found.kind, alignment_mode="expand")
        if span is not None:
            span._.value, span._.unit = parse_value(text[found.start : found.end]), found.unit
            yield span


@Language.component("selaras_periods", assigns=["doc.spans", "span._.year", "span._.number"])
def periods(doc: Doc) -> Doc:
    """Add periods ("2025-2029"), single years and parts of years to doc.spans["periods"].

    Years of regulations are none, where regulations were looked for before.

    Labels: PERIOD, YEAR, FISCAL_YEAR, QUARTER, SEMESTER; single years have span._.year, the last two their
    span._.number ("II").
    """
    return set_spans(doc, "periods", _period_spans(doc))


def _period_spans(doc: Doc) -> Iterator[Span]:
    text = text_of(doc)
    dated: list[tuple[Mention, int | None, str | None]] = [
        (found, None, None) for found, _ in find_periods(text)
    ]
    dated += [(found, period.end, None) for found, period in find_years(text)]
    dated += [
        (Mention(one.start, one.end, one.label), one.year, one.number) for one in find_parts_of_years(text)
    ]
    cited = {found.end for found in doc.spans.get("regulations", ())}  # they end in their year
    for mention, year, number in dated:
        span = doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")
        if span is not None and span.end not in cited:
            span._.year, span._.number = year, number
            yield span
