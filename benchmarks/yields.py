"""What the reading and linking of a folder of plans gives, and what it costs.

    python benchmarks/yields.py --corpus ../shared/corpus --home /somewhere [--markdown docs/yields.md]

Everything is read by the plain functions, without Prefect, into a store of its own; a home used before
only reads what is new. Peak memory is that of the largest process, this one or one that read a document.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.flows.command_ingest import ingest_plainly
from selaras.flows.ingesting import Ingestion, choose_sources, core_count
from selaras.flows.linking import LinkSummary, link_store
from selaras.flows.outcomes import Outcome, State
from selaras.flows.progress import progress
from selaras.flows.reading import read_extra_regions, reading_version
from selaras.flows.settings import Settings, read_limits
from selaras.flows.store import opened_workplace
from selaras.flows.summaries import KindSummary, summarise_kinds
from selaras.flows.summaries import total as total_yield
from selaras.flows.walking import find_pdfs
from selaras.models.messages import render
from selaras.models.statements import StatementKind

SHORT = {
    StatementKind.VISION: "visi",
    StatementKind.VISION_TARGET: "sasaran visi",
    StatementKind.MISSION: "misi",
    StatementKind.GOAL: "tujuan",
    StatementKind.OBJECTIVE: "sasaran",
    StatementKind.STRATEGY: "strategi",
    StatementKind.POLICY_DIRECTION: "arah kebijakan",
    StatementKind.PROGRAM: "program",
    StatementKind.ACTIVITY: "kegiatan",
    StatementKind.SUBACTIVITY: "sub kegiatan",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What a run gave and how long its parts took, in seconds."""

    outcomes: Sequence[Outcome]
    kinds: Sequence[KindSummary]
    links: LinkSummary
    reading: float
    linking: float


def main() -> None:
    """Run and print, or write, the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--regions", type=Path)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    settings = Settings(options.home.absolute(), "en", regions=options.regions, limits=read_limits({}))
    report = "\n".join(describe(run(options.corpus, settings))) + "\n"
    print(report)
    if options.markdown:
        options.markdown.write_text(f"# Yields\n\n{report}", encoding="utf-8")


def run(corpus: Path, settings: Settings) -> Run:
    """Read and link everything."""
    with opened_workplace(settings) as place:
        job = Ingestion(place.store, settings, reading_version(settings), accept_loss=True)
        start = time.perf_counter()
        sources, known = choose_sources(job, find_pdfs([corpus]).files)
        with progress("Reading", len(sources)) as note:
            outcomes = [*known, *ingest_plainly(job, sources, note)]
        read = time.perf_counter()
        links = link_store(place.store, read_extra_regions(settings.regions))
        linked = time.perf_counter()
        with place.store.reading() as session:
            kinds = summarise_kinds(session)
    return Run(outcomes, kinds, links, read - start, linked - read)


def describe(done: Run) -> Iterator[str]:
    """The tables as Markdown."""
    failed = [one for one in done.outcomes if one.state is State.FAILED]
    read = [one for one in done.outcomes if one.state in (State.STORED, State.REPLACED)]
    pages = sum(one.document.pages for one in read if one.document)
    yield from kind_table(done.kinds)
    yield ""
    yield from link_table(done.links)
    yield ""
    yield f"- {len(done.outcomes)} files, {len(read)} read now, {len(failed)} failed"
    yield f"- reading: {done.reading:.0f} s for {pages} pages, {core_count()} files at a time"
    yield f"- linking: {done.linking:.1f} s"
    yield f"- peak memory of a process: {peak_memory()} MiB"
    for one in failed:
        yield f"- failed: {one.path.name}: {render(one.problem, 'en') if one.problem else ''}"


def kind_table(kinds: Sequence[KindSummary]) -> Iterator[str]:
    """Documents and what they gave, by kind of document."""
    heads = ["kind", "documents", "pages", *SHORT.values(), "statements", "indicators", "warnings"]
    yield table_row(heads)
    yield table_row(["---"] * len(heads))
    for kind in kinds:
        yield table_row(kind_row(kind))
    yield table_row(kind_row(total(kinds)))


def kind_row(kind: KindSummary) -> list[object]:
    """One line of the table."""
    statements = [kind.statements.get(name, 0) for name in SHORT]
    given = kind.given
    return [
        kind.kind,
        kind.documents,
        kind.pages,
        *statements,
        given.statements,
        given.indicators,
        given.warnings,
    ]


def total(kinds: Sequence[KindSummary]) -> KindSummary:
    """All kinds together."""
    statements: Counter[str] = Counter()
    for kind in kinds:
        statements.update(kind.statements)
    given = total_yield(kind.given for kind in kinds)
    documents, pages = sum(kind.documents for kind in kinds), sum(kind.pages for kind in kinds)
    return KindSummary("all", documents, pages, given, statements)


def link_table(links: LinkSummary) -> Iterator[str]:
    """Candidates and links by relation."""
    yield table_row(["relation", "candidates", "linked"])
    yield table_row(["---"] * 3)
    for relation, count in links.links.items():
        yield table_row([relation, count, links.likely.get(relation, 0)])


def table_row(cells: Sequence[object]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(map(str, cells))} |"


def peak_memory() -> int:
    """The largest resident memory of this process or a child, in mebibytes; macOS counts bytes."""
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return peak // 2**20 if sys.platform == "darwin" else peak // 2**10


if __name__ == "__main__":
    main()
