"""The whole way from a PDF to a plan: pages, what the document is, tables, prose, and one plan out of all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from selaras.extractors.assembly import build_plan
from selaras.extractors.drafts import Findings
from selaras.extractors.identity.document import identify
from selaras.extractors.judging import Judge
from selaras.extractors.layout.lines import body_lines
from selaras.extractors.ocr.reading import read_scans
from selaras.extractors.ocr.settings import DEFAULT_OCR, OcrSettings
from selaras.extractors.pages.limits import DEFAULT_LIMITS, Limits
from selaras.extractors.pages.page import PageReading, Table
from selaras.extractors.pdf.sandbox import read_pages
from selaras.extractors.prose.campaign_prose import read_campaign
from selaras.extractors.prose.promises import find_promises
from selaras.extractors.prose.statements import read_prose
from selaras.extractors.rows.reading import read_table
from selaras.extractors.shown_passages import show_passages
from selaras.extractors.tables.logical import logical_tables
from selaras.extractors.tagging.judge import WordingJudge
from selaras.extractors.tagging.pipeline import build_pipeline
from selaras.extractors.trees.reading import read_trees
from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.concept_kinds import NO_ENTRIES, Entries
from selaras.models.documents import PlanKind, PlanningDocument
from selaras.models.plans import Plan

# Words printed this often are taken as words of the language when a narrow column tore one in two.
FEWEST_PRINTS = 2


def read_plan(  # noqa: PLR0913  each is a setting of its own
    path: Path,
    *,
    limits: Limits = DEFAULT_LIMITS,
    ocr: OcrSettings = DEFAULT_OCR,
    guess: bool = True,
    nlp: Language | None = None,
    own: Entries = NO_ENTRIES,
) -> Plan:
    """Read a PDF into a plan; a document of kind OTHER comes without statements and indicators.

    Pages without text are read by OCR, unless `ocr` says otherwise or Tesseract is missing. With `guess`,
    wording tells statements and indicators where no label, heading or table head does; they are marked so.
    `nlp` is the pipeline to use, the packaged one where none is given. Indicators get codes of the packaged
    catalogue and of a planner's `own` entries.

    Raises MissingFileError, UnreadableDocumentError and LimitExceededError as `read_pages` does.
    """
    nlp = nlp or build_pipeline()
    pages = read_all_pages(path, limits=limits, ocr=ocr)
    judge = WordingJudge(nlp) if guess else None
    return understand(pages, file_name=path.name, nlp=nlp, judge=judge, catalogue=load_catalogue(own))


def read_all_pages(
    path: Path, *, limits: Limits = DEFAULT_LIMITS, ocr: OcrSettings = DEFAULT_OCR
) -> PageReading:
    """Read all pages of a PDF, the pictures of those without text, too. Raises as `read_pages`."""
    return read_scans(path, read_pages(path, limits=limits), ocr, seconds=limits.seconds)


def understand(
    reading: PageReading,
    *,
    file_name: str,
    nlp: Language,
    judge: Judge | None = None,
    catalogue: Catalogue | None = None,
) -> Plan:
    """Make a plan of pages that were read; without a judge nothing is taken by its wording alone.

    Indicators get codes of the catalogue, the packaged one by default.
    """
    document, doubts = identify(reading.pages, nlp, sha256=reading.sha256, file_name=file_name)
    document = replace(document, ocr_pages=tuple(page.number for page in reading.pages if page.ocr))
    warnings = Findings(warnings=(*reading.warnings, *doubts))
    if document.kind is PlanKind.OTHER:
        return build_plan(document, [warnings])
    found = find_all(reading, document, judge)
    plan = build_plan(document, [warnings, *found], catalogue or load_catalogue())
    return show_passages(plan, reading.pages)


def find_all(reading: PageReading, document: PlanningDocument, judge: Judge | None) -> list[Findings]:
    """What trees, tables and prose of a document yield, each for itself."""
    trees, pages = read_trees(reading.pages, document)
    lines = body_lines(reading.pages)
    tables = logical_tables(pages, lines)
    known = find_known_words([*(line.text for line in lines), *cell_lines(tables)])
    found = [read_table(table, document, known=known, judge=judge) for table in tables]
    if document.kind is PlanKind.VISI_MISI:
        found.append(read_campaign(lines))
    found += [trees, read_prose(lines, document, known=known)]
    if document.kind is PlanKind.VISI_MISI and judge:
        told = [draft for part in found for draft in part.statements]
        found.append(Findings(tuple(find_promises(lines, told, judge.statements, known=known))))
    return found


def cell_lines(tables: Iterable[Table]) -> Iterator[str]:
    """Lines of the cells of all tables."""
    cells = (cell for table in tables for row in table.rows for cell in row.cells)
    return (line for cell in cells if cell and not cell.filled for line in cell.text.splitlines())


def find_known_words(texts: Iterable[str]) -> frozenset[str]:
    """Words, in small letters, that a document prints inside its lines, where nothing tears them."""
    counts: dict[str, int] = {}
    for text in texts:
        for word in _inner_words(text):
            counts[word] = counts.get(word, 0) + 1
    return frozenset(word for word, count in counts.items() if count >= FEWEST_PRINTS)


def _inner_words(text: str) -> Sequence[str]:
    words: list[str] = re.findall(r"[^\W\d_]{2,}", text.casefold())
    return words[1:-1]
