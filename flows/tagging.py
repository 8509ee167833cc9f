"""What the spaCy pipeline finds on each page of a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selaras.extractors.identity.evidence import printed_lines
from selaras.extractors.pages.page import Page
from selaras.extractors.reading import read_all_pages
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.flows.reading import read_extra_regions
from selaras.flows.settings import Settings


@dataclass(frozen=True, slots=True)
class Tag:
    """A span of the text of a page: its group in `doc.spans`, its label, and where it stands."""

    group: str
    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaggedPage:
    """A page with its tags in reading order."""

    page: int
    text: str
    tags: tuple[Tag, ...]


def tag_document(path: Path, settings: Settings) -> Iterator[TaggedPage]:
    """Yield the pages of a PDF with what was found on them. Raises InputError where it cannot be read."""
    reading = read_all_pages(path, limits=settings.limits, ocr=settings.ocr)
    nlp = build_pipeline(read_extra_regions(settings.regions))
    for page, doc in zip(reading.pages, nlp.pipe(map(page_text, reading.pages)), strict=True):
        tags = (
            Tag(group, span.label_, span.text, span.start_char, span.end_char)
            for group, spans in doc.spans.items()
            for span in spans
        )
        yield TaggedPage(page.number, doc.text, tuple(sorted(tags, key=lambda tag: (tag.start, tag.group))))


def page_text(page: Page) -> str:
    """The lines of a page, from top to bottom."""
    return "\n".join(line.text for line in printed_lines(page))
