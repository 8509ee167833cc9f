"""`selaras demo`: the whole job on the packaged samples, in a home of its own."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from selaras.flows.atomic_files import cannot_write
from selaras.flows.command_ingest import ingest_walk, show_outcomes
from selaras.flows.ingesting import Ingestion
from selaras.flows.outcomes import Outcome, any_failed
from selaras.flows.progress import waiting
from selaras.flows.quiet_prefect import quiet_prefect, run_flow
from selaras.flows.reading import reading_version
from selaras.flows.settings import Settings
from selaras.flows.store import Workplace, opened_workplace
from selaras.flows.terminal import say, show_lines, tell
from selaras.flows.walking import find_pdfs
from selaras.models.documents import PlanKind
from selaras.models.errors import InputError
from selaras.models.messages import message, text

MARK = ".selaras-demo"  # says that a folder is ours to fill again
HOME = "home"
FORMATS = ("html", "json")


def run_demo(settings: Settings, folder: Path) -> int:
    """Read, link, check and publish the samples; 1 where a file failed."""
    place = folder.absolute()
    prepare_folder(place)
    quiet_prefect(replace(settings, home=place / HOME), os.environ)
    with as_file(files("selaras.samples")) as samples:
        own = replace(settings, home=place / HOME, database_url=None, regions=samples / "regions.csv")
        with opened_workplace(own) as work:
            outcomes = ingest_samples(work, samples)
            show_results(work, outcomes, place)
    return int(any_failed(outcomes))


def prepare_folder(folder: Path) -> None:
    """Make the folder, or remove what an earlier demo kept there. Raises InputError for another folder."""
    mark = folder / MARK
    try:
        if folder.exists() and not mark.exists() and any(folder.iterdir()):
            raise InputError(message("error.demo_folder", place=folder))
        folder.mkdir(parents=True, exist_ok=True)
        mark.touch()
        if (folder / HOME).exists():
            shutil.rmtree(folder / HOME)
    except OSError as error:
        raise cannot_write(folder, error) from error


def ingest_samples(work: Workplace, samples: Path) -> list[Outcome]:
    """Read all sample documents and show what became of each."""
    job = Ingestion(work.store, work.settings, reading_version(work.settings))
    outcomes = ingest_walk(job, find_pdfs([samples]), with_flow=True)
    show_outcomes(outcomes, work.settings, as_json=False)
    return outcomes


def show_results(work: Workplace, outcomes: Sequence[Outcome], folder: Path) -> None:
    """Link, check and publish, and say what was found and which file to open."""
    from selaras.flows.link import link  # noqa: PLC0415  Prefect reads its settings when it is imported
    from selaras.flows.publish import publish  # noqa: PLC0415
    from selaras.flows.publishing import publication_sentence  # noqa: PLC0415

    language = work.settings.language
    with waiting(text("cli.progress.linking", language)):
        run_flow(link, work)
    reports = check_drafts(work, outcomes, folder)
    with waiting(text("cli.progress.publishing", language)):
        publication = run_flow(publish, folder, work)
    say()
    show_lines([publication_sentence(publication, language)])
    for report in reports:
        tell("cli.check.written", language, file=report)
    tell("cli.demo.open", language, file=publication.files[0])


def check_drafts(work: Workplace, outcomes: Sequence[Outcome], folder: Path) -> list[Path]:
    """Check the candidates' drafts against the long-term plan of their region; the pages to open."""
    from selaras.flows.check import check  # noqa: PLC0415

    drafts, plans = (_files_of(outcomes, kind) for kind in (PlanKind.VISI_MISI, PlanKind.RPJPD))
    with waiting(text("cli.progress.checking", work.settings.language)):
        checked = [run_flow(check, draft, plans, FORMATS, folder, work) for draft in drafts]
    return [one.files[0] for one in checked]


def _files_of(outcomes: Sequence[Outcome], kind: PlanKind) -> list[Path]:
    return sorted(one.path for one in outcomes if one.document is not None and one.document.kind is kind)
