"""What the spaCy pipeline finds in a document, page by page: a PDF, or plain text."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from pathlib import Path
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from selaras.extractors.identity.document import identify
from selaras.extractors.identity.evidence import TITLE_PAGES
from selaras.extractors.ocr.reading import read_scans
from selaras.extractors.pages.page import PageReading
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.tagging.placed_text import PlacedText, place_text
from selaras.extractors.tagging.saved import open_pipeline
from selaras.extractors.tagging.tags import read_tags
from selaras.extractors.text_files import is_text_file, read_text_pages
from selaras.flows.own_catalogue import read_own_entries
from selaras.flows.page_ranges import PageRanges
from selaras.flows.reading import read_extra_regions
from selaras.flows.settings import Settings
from selaras.models.documents import PlanKind, PlanningDocument
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning
from selaras.models.tags import TaggedPage
from selaras.outputs.tagged.document import TaggedDocument

BATCH = 16  # pages in memory at a time
# `selaras read` takes nothing from such a file; tags are found in any text.
NO_PLAN = (ReadingWarning(message("tag.no_plan")),)
NumberedText: TypeAlias = tuple[int, PlacedText]


@dataclass(frozen=True, slots=True)
class TagChoice:
    """What is asked for: pages and groups, None for all of them."""

    pages: PageRanges | None = None
    groups: Collection[str] | None = None

    def page(self, number: int) -> bool:
        """Whether a page is asked for."""
        return self.pages is None or number in self.pages

    def group(self, name: str) -> bool:
        """Whether a group is asked for."""
        return self.groups is None or name in self.groups


def tag_document(path: Path, settings: Settings, choice: TagChoice) -> TaggedDocument:
    """Read a file and tag its pages one by one.

    Raises InputError as `read_pages` and `read_text_pages` do, where no page is there to be tagged, and where
    the pipeline, the regions or the catalogue of the settings cannot be used.
    """
    regions, own = read_extra_regions(settings.regions), read_own_entries(settings)
    nlp = open_pipeline(settings.pipeline, regions, own)
    if is_text_file(path):
        texts = enumerate(map(PlacedText, read_text_pages(path)), start=1)
        return TaggedDocument(path.name, None, (), Tagger(nlp, choice).tag(path, texts))
    reading = read_chosen_pages(path, settings, choice)
    document, doubts = identify(reading.pages, nlp, sha256=reading.sha256, file_name=path.name)
    told = (warning for warning in reading.warnings if warning.page is None or choice.page(warning.page))
    warnings = (*told, *(NO_PLAN if document.kind is PlanKind.OTHER else doubts))
    placed = ((page.number, place_text(page)) for page in reading.pages)
    tagger = Tagger(nlp, choice, document, warnings)
    return TaggedDocument(path.name, document, warnings, tagger.tag(path, placed))


def read_chosen_pages(path: Path, settings: Settings, choice: TagChoice) -> PageReading:
    """Read all pages, since they tell whose plan it is, but only pictures that are asked for or the title."""
    reading = read_pages(path, limits=settings.limits)
    needed = [page for page in reading.pages if page.number <= TITLE_PAGES or choice.page(page.number)]
    part = replace(reading, pages=tuple(needed))
    scanned = read_scans(path, part, settings.ocr, seconds=settings.limits.seconds)
    new = {page.number: page for page in scanned.pages}
    return replace(scanned, pages=tuple(new.get(page.number, page) for page in reading.pages))


@dataclass(frozen=True, slots=True)
class Tagger:
    """The pipeline, what is asked of it, and what is known of the document already."""

    nlp: Language
    choice: TagChoice
    document: PlanningDocument | None = None
    warnings: tuple[ReadingWarning, ...] = ()

    def tag(self, path: Path, texts: Iterable[NumberedText]) -> Iterator[TaggedPage]:
        """Tag the pages that are asked for. The first is taken at once: InputError where there is none."""
        chosen = choose_pages(texts, self.choice.pages)
        first = next(chosen, None)
        if first is None:
            raise nothing_to_tag(path, self.choice)
        return self._tagged(chain([first], chosen))

    def _tagged(self, texts: Iterable[NumberedText]) -> Iterator[TaggedPage]:
        told = ((self._doc(placed.text), (number, placed)) for number, placed in texts)
        for doc, (number, placed) in self.nlp.pipe(told, as_tuples=True, batch_size=BATCH):
            about = tuple(warning for warning in self.warnings if warning.page == number)
            yield TaggedPage(number, placed.text, read_tags(doc, placed, self.choice.group), about)

    def _doc(self, words: str) -> Doc:
        """A text that knows whose plan it is from, before anything looks for regions and agencies in it."""
        doc = self.nlp.make_doc(words)
        if self.document is not None:
            doc._.region, doc._.agency = self.document.region, self.document.agency
        return doc


def choose_pages(texts: Iterable[NumberedText], pages: PageRanges | None) -> Iterator[NumberedText]:
    """The pages that are asked for; behind the last of them nothing is read."""
    if pages is None:
        return iter(texts)
    return (item for item in takewhile(lambda item: item[0] <= pages.last, texts) if item[0] in pages)


def nothing_to_tag(path: Path, choice: TagChoice) -> InputError:
    """The error for a file without text, or without the pages that are asked for."""
    if choice.pages is None:
        return InputError(message("error.blank_text", file=path))
    return InputError(message("error.no_such_pages", file=path, pages=choice.pages.given))
