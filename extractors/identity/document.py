"""What a document is, found from its text: kind, level, region, agency, period, title and status.

The cover alone is not trusted (covers are scrambled in places, files are misnamed): title lines, running
heads and the body vote on what the spaCy pipeline found. The file's name is asked last, with a warning.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from spacy.language import Language

from selaras.extractors.identity.document_facts import (
    find_agency,
    find_kind,
    find_period,
    find_place,
    find_status,
    find_title,
)
from selaras.extractors.identity.evidence import Excerpt, gather_excerpts, printed_lines
from selaras.extractors.layout.lines import page_lines
from selaras.extractors.pages.page import Line, Page
from selaras.extractors.phrases.mentions import find_periods, find_plan_kinds, find_years
from selaras.models.documents import Period, PlanKind, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning

# Components whose findings are weighed here; the others would only cost time.
WEIGHED = frozenset(
    {"selaras_plan_kinds", "selaras_periods", "selaras_agencies", "selaras_regulations", "selaras_regions"}
)
AGENCY_KINDS = frozenset(
    {PlanKind.RENSTRA, PlanKind.RENJA, PlanKind.IKU, PlanKind.PK, PlanKind.CASCADE, PlanKind.LKJIP}
)


def identify(
    pages: Sequence[Page], nlp: Language, *, sha256: DocumentId, file_name: str
) -> tuple[PlanningDocument, tuple[ReadingWarning, ...]]:
    """Find what a document is; a fact that only the file's name tells comes with a warning that says so."""
    blank = PlanningDocument(sha256=sha256, kind=PlanKind.OTHER, pages=len(pages), file_name=file_name)
    printed, outside = [printed_lines(page) for page in pages], [page_lines(page) for page in pages]
    found = find_identity(printed, nlp, blank, outside=outside)
    if found.kind is PlanKind.OTHER:
        return found, (ReadingWarning(message("identity.no_plan")),)
    completed = complete_from_name(found, nlp)
    return completed, warnings_of(found, completed)


def find_identity(
    pages: Sequence[Sequence[Line]],
    nlp: Language,
    document: PlanningDocument,
    *,
    outside: Sequence[Sequence[Line]] | None = None,
) -> PlanningDocument:
    """Fill in what the lines of each page (running heads and tables included) tell of the document.

    `outside` holds the lines outside tables, where they are known.
    """
    excerpts = gather_excerpts(pages, outside if outside is not None else pages)
    docs = nlp.pipe((excerpt.text for excerpt in excerpts), disable=_not_weighed(nlp))
    read = list(zip(excerpts, docs, strict=True))
    kind = find_kind(read, kind_in_name(document.file_name))
    if kind is PlanKind.OTHER:
        return document
    titled = replace(document, title=find_title(read, kind), kind=kind)
    agency = find_agency(read) if titled.kind in AGENCY_KINDS else None
    level, region = find_place(read, titled.kind, agency)
    period = find_period(read, titled.kind, periods_in_name(document.file_name))
    status = find_status(read)
    return replace(titled, agency=agency, level=level, region=region, period=period, status=status)


def _not_weighed(nlp: Language) -> list[str]:
    return [name for name in nlp.pipe_names if name not in WEIGHED]


def kind_in_name(file_name: str) -> PlanKind | None:
    """The one kind of plan that a file's name tells."""
    kinds = {PlanKind(mention.label) for mention in find_plan_kinds(_name_as_text(file_name))}
    return kinds.pop() if len(kinds) == 1 else None


def periods_in_name(file_name: str) -> tuple[Period, ...]:
    """The periods that a file's name tells."""
    name = _name_as_text(file_name)
    return tuple(period for _, period in (*find_periods(name), *find_years(name)))


def complete_from_name(document: PlanningDocument, nlp: Language) -> PlanningDocument:
    """Take region and period from the file's name where the text tells neither."""
    name = _name_as_text(document.file_name)
    read = [(Excerpt(name, 1.0), nlp(name, disable=_not_weighed(nlp)))]
    level, region = document.level, document.region
    if level is None:
        level, region = find_place(read, document.kind, None)
    return replace(
        document, level=level, region=region, period=document.period or find_period(read, document.kind)
    )


def _name_as_text(file_name: str) -> str:
    return re.sub(r"[_.]+", " ", PurePath(file_name).stem)


def warnings_of(found: PlanningDocument, completed: PlanningDocument) -> tuple[ReadingWarning, ...]:
    """Say which facts are missing, and which ones only the file's name tells."""
    codes = (
        _code("region", missing=completed.level is None, from_name=found.level != completed.level),
        _code("period", missing=completed.period is None, from_name=found.period != completed.period),
    )
    return tuple(ReadingWarning(message(code, file=found.file_name)) for code in codes if code)


def _code(fact: str, *, missing: bool, from_name: bool) -> str | None:
    if missing:
        return f"identity.no_{fact}"
    return f"identity.{fact}_from_name" if from_name else None
