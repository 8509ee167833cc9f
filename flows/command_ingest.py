"""`selaras ingest`: skips what is known, reads the rest, and shows one line a document."""

import os
from collections.abc import Sequence
from pathlib import Path

from selaras.flows.ingesting import Ingestion, choose_sources, core_count, ingest_documents, opened_ingestion
from selaras.flows.labels import labels_of
from selaras.flows.outcome_rows import outcome_heads, outcome_rows, outcome_sentences, outcome_to_json
from selaras.flows.outcomes import Outcome, Source, any_failed, failed
from selaras.flows.progress import Note, progress
from selaras.flows.quiet_prefect import quiet_prefect, run_flow
from selaras.flows.settings import Settings
from selaras.flows.terminal import say, show_json, show_lines, show_table
from selaras.flows.walking import Walk, find_pdfs
from selaras.models.messages import text


def run_ingest(
    settings: Settings, paths: Sequence[Path], *, with_flow: bool, accept_loss: bool, as_json: bool
) -> int:
    """Ingest what paths name; 1 where a file failed."""
    walk = find_pdfs(paths)
    with opened_ingestion(settings, accept_loss=accept_loss) as job:
        outcomes = ingest_walk(job, walk, with_flow=with_flow)
    show_outcomes(outcomes, settings, as_json=as_json)
    return int(any_failed(outcomes))


def ingest_walk(job: Ingestion, walk: Walk, *, with_flow: bool) -> list[Outcome]:
    """Ingest the files of a walk; a folder that could not be looked into is a failure, too."""
    sources, outcomes = choose_sources(job, walk.files)
    outcomes += [failed(Path(dict(problem.params)["place"]), problem) for problem in walk.problems]
    with progress(text("cli.progress.reading", job.settings.language), len(sources)) as advance:
        # A server for one document would cost more than the document.
        ingest = ingest_in_flow if with_flow and len(sources) > 1 else ingest_plainly
        outcomes += ingest(job, sources, advance)
    return outcomes


def ingest_plainly(job: Ingestion, sources: Sequence[Source], note: Note) -> list[Outcome]:
    """Ingest in this process alone."""
    outcomes = []
    for outcome in ingest_documents(job, sources, workers=core_count()):
        note(outcome)
        outcomes.append(outcome)
    return outcomes


def ingest_in_flow(job: Ingestion, sources: Sequence[Source], note: Note) -> list[Outcome]:
    """Ingest as a run of Prefect's flow."""
    quiet_prefect(job.settings, os.environ)
    from selaras.flows.ingest import ingest  # noqa: PLC0415  Prefect reads its settings when it is imported

    outcomes: list[Outcome] = run_flow(ingest, [source.path for source in sources], job, note)
    return outcomes


def show_outcomes(outcomes: Sequence[Outcome], settings: Settings, *, as_json: bool) -> None:
    """Show one line a document, then how many came to which end, and why some failed."""
    labels = labels_of(settings)
    if as_json:
        show_json([outcome_to_json(outcome, settings.language) for outcome in outcomes])
        return
    show_table(outcome_heads(labels), outcome_rows(outcomes, labels))
    say()
    show_lines(outcome_sentences(outcomes, labels))
