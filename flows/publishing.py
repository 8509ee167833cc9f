"""Everything that is stored as files to hand on: the graph in each format, and the overview page."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.graphs import write_graph
from selaras.flows.judging import judge_store
from selaras.flows.labels import labels_of
from selaras.flows.own_catalogue import load_own_catalogue
from selaras.flows.quarantine import list_quarantined
from selaras.flows.settings import Settings
from selaras.flows.store import Workplace
from selaras.models.coverage.status import mark_coverage
from selaras.models.framework_plans import law_of
from selaras.models.links import is_likely
from selaras.models.messages import Language, text
from selaras.outputs.graph_formats import WRITERS
from selaras.outputs.overview import Failure, Overview, write_overview
from selaras.outputs.overview_rows import chain_plans, find_gaps

PAGE = "index.html"
COUNTED = ("documents", "statements", "indicators", "links", "gaps", "failures")


@dataclass(frozen=True, slots=True)
class Publication:
    """The files that were written, the page first, and what stands in them."""

    files: tuple[Path, ...]
    documents: int
    statements: int
    indicators: int
    links: int  # those that count
    gaps: int  # statements of plans that are not fully taken up
    failures: int


def publish_store(place: Workplace, folder: Path) -> Publication:
    """Write all files into a folder. Raises InputError where nothing is stored, and OutputError."""
    chain = judge_store(place.store)
    overview = Overview(chain.plans, chain.links, chain.found, list_failures(place.settings))
    page = folder / PAGE
    write_page(overview, page, place.settings)
    paths = [folder / f"graph.{name}" for name in WRITERS]
    for name, path in zip(WRITERS, paths, strict=True):
        write_graph(mark_coverage(chain.graph, chain.found), name, path)
    return summarise(overview, (page, *paths))


def list_failures(settings: Settings) -> tuple[Failure, ...]:
    """The files that could not be read."""
    entries = list_quarantined(settings.quarantine)
    return tuple(Failure(Path(entry.path).name, entry.reason) for entry in entries)


def write_page(overview: Overview, path: Path, settings: Settings) -> None:
    """Write the overview page. Raises OutputError."""
    made, labels = datetime.now(UTC).date(), labels_of(settings)
    catalogue = load_own_catalogue(settings)
    with atomic_file(path) as stream:
        write_overview(overview, stream, catalogue=catalogue, made=made, labels=labels)


def summarise(overview: Overview, files: tuple[Path, ...]) -> Publication:
    """Count what an overview tells of: documents that were read, without the packaged framework.

    Drafts of candidates have no gaps, since nothing is to serve them; nor have versions that were replaced.
    """
    plans = tuple(plan for plan in overview.plans if law_of(plan.document.sha256) is None)
    chain = chain_plans(overview.plans)
    return Publication(
        files,
        documents=len(plans),
        statements=sum(len(plan.statements) for plan in plans),
        indicators=sum(len(plan.indicators) for plan in plans),
        links=sum(map(is_likely, overview.links)),
        gaps=sum(group.size for group in find_gaps(replace(overview, plans=chain))),
        failures=len(overview.failures),
    )


def publication_sentence(publication: Publication, language: Language) -> str:
    """What stands in the files."""
    counts = {name: getattr(publication, name) for name in COUNTED}
    return text("flow.publish.done", language, **counts)
