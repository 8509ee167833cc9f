"""spaCy components for what belongs to a region: regions, agencies, regulations.

They find more where the caller knows whose plan the text is from:

    doc = nlp.make_doc(text)
    doc._.region = "62.03"
    doc = nlp(doc)  # "Dinas Sosial" now belongs to 62.03, "Peraturan Gubernur" to its province
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from selaras.extractors.phrases.agencies import find_agencies
from selaras.extractors.phrases.agency_names import full_name, functions_of
from selaras.extractors.phrases.mentions import Mention
from selaras.extractors.phrases.offices import region_of_office, without_region
from selaras.extractors.phrases.places import Place, find_places
from selaras.extractors.phrases.regulations import Regulation, find_regulations
from selaras.extractors.tagging.components import text_of
from selaras.models.region_context import Level, place
from selaras.models.region_names import Strength
from selaras.models.regions import ExtraRegion, RegionTable, load_regions

LOOK_BEHIND = 60  # characters behind an agency that may name its region
# What may stand between: a short name in brackets, a comma, "Pemerintah".
_GAP = re.compile(r"(?:\s{0,3}\([\w .-]{1,20}\))?[\s,(–-]{0,6}(?:Pemerintah\s{1,3}(?=\w))?", re.IGNORECASE)
ExtraRows = list[list[str]]  # rows of code, kind, name, aliases


def table_of(extra: ExtraRows) -> RegionTable:
    """The packaged table with the extra regions of a pipeline's settings."""
    return load_regions(tuple(ExtraRegion(*row) for row in extra))


def set_spans(doc: Doc, key: str, spans: Iterable[Span]) -> Doc:
    """Store spans under a key; of overlapping ones the longest stays."""
    doc.spans[key] = filter_spans(spans)
    return doc


@dataclass(frozen=True, slots=True)
class RegionFinder:
    """Adds regions to doc.spans["regions"]: label and span._.region = code, id = strength.

    Names that more than one region bears are left out, unless something around them decides.
    """

    table: RegionTable

    def __call__(self, doc: Doc) -> Doc:
        places = find_places(text_of(doc), self.table, doc._.region)
        return set_spans(doc, "regions", (span for one in places if (span := _region_span(doc, one))))


def _region_span(doc: Doc, found: Place) -> Span | None:
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None:
        return None
    code = found.placement.region.code
    named = Span(doc, span.start, span.end, label=code, span_id=found.strength)
    named._.region = code
    return named


@Language.factory("selaras_regions", assigns=["doc.spans", "span._.region"], default_config={"extra": []})
def make_region_finder(nlp: Language, name: str, extra: ExtraRows) -> RegionFinder:  # noqa: ARG001
    """Make the finder with the packaged table; extra regions are rows of code, kind, name, aliases."""
    return RegionFinder(table_of(extra))


@dataclass(frozen=True, slots=True)
class AgencyFinder:
    """Adds agencies to doc.spans["agencies"]: label = normal name, short names in full, with region.

    The id is "weak" where the name is a guess: built of the syllables of a short one, or perhaps cut by the
    end of a row. span._.functions tells what the agency is there for. An agency without a printed region
    belongs to the region of the plan, a ministry to none.
    """

    table: RegionTable

    def __call__(self, doc: Doc) -> Doc:
        regions = {span.start_char: span for span in doc.spans["regions"]}
        text = text_of(doc)
        found = (self._span(doc, mention, text, regions) for mention in find_agencies(text))
        return set_spans(doc, "agencies", (span for span in found if span))

    def _span(self, doc: Doc, mention: Mention, text: str, regions: Mapping[int, Span]) -> Span | None:
        name = full_name(without_region(mention.label, self.table))
        strength = Strength.WEAK if mention.guess else Strength.STRONG
        span = doc.char_span(
            mention.start, mention.end, label=name, span_id=strength, alignment_mode="expand"
        )
        if span is None:
            return None
        behind = text[mention.end : mention.end + LOOK_BEHIND]
        gap = _GAP.match(behind)
        printed = regions.get(mention.end + (gap.end() if gap else 0))
        span._.functions = functions_of(name)
        span._.region = printed.label_ if printed else self._unprinted(mention.label, behind, doc._.region)
        return span

    def _unprinted(self, name: str, behind: str, home: str | None) -> str | None:
        region = region_of_office(name, behind, self.table, home=home)
        return region.code if region else None


@Language.factory(
    "selaras_agencies",
    assigns=["doc.spans", "span._.region", "span._.functions"],
    requires=["doc.spans"],
    default_config={"extra": []},
)
def make_agency_finder(nlp: Language, name: str, extra: ExtraRows) -> AgencyFinder:  # noqa: ARG001
    """Make the finder, to stand behind that of regions; `extra` as there."""
    return AgencyFinder(table_of(extra))


@dataclass(frozen=True, slots=True)
class RegulationFinder:
    """Adds regulations to doc.spans["regulations"]: label = kind, with number, year and region."""

    table: RegionTable

    def __call__(self, doc: Doc) -> Doc:
        return set_spans(doc, "regulations", self._spans(doc))

    def _spans(self, doc: Doc) -> Iterator[Span]:
        for found in find_regulations(text_of(doc)):
            span = doc.char_span(found.start, found.end, label=found.label, alignment_mode="expand")
            if span is not None:
                span._.number, span._.year = found.number, found.year
                span._.region = regulation_region(found, self.table, doc._.region)
                yield span


def regulation_region(regulation: Regulation, table: RegionTable, home: str | None) -> str | None:
    """Code of the region that a regional regulation binds: the printed one, or else the plan's own."""
    if regulation.level is None:
        return None
    found = place(regulation.issuer, table, home=home, level=Level(regulation.level))
    return found.region.code if found else None


@Language.factory(
    "selaras_regulations",
    assigns=["doc.spans", "span._.number", "span._.year", "span._.region"],
    default_config={"extra": []},
)
def make_regulation_finder(nlp: Language, name: str, extra: ExtraRows) -> RegulationFinder:  # noqa: ARG001
    """Make the finder; `extra` as for regions."""
    return RegulationFinder(table_of(extra))
