"""The flow `publish`: everything that is stored is written as files to hand on."""

import os
from contextlib import nullcontext
from pathlib import Path

from prefect import flow, task

from selaras.flows.artifacts import keep_summary, keep_table
from selaras.flows.publishing import Publication, publication_sentence, publish_store
from selaras.flows.settings import read_settings
from selaras.flows.store import Workplace, opened_workplace
from selaras.models.messages import Language, text


@task(persist_result=False)
def write_files(place: Workplace, folder: Path) -> Publication:
    """Write all files."""
    return publish_store(place, folder)


@flow(name="publish", validate_parameters=False)
def publish(folder: Path, place: Workplace | None = None) -> Publication:
    """Write the graph and the overview page into a folder."""
    with nullcontext(place) if place else opened_workplace(read_settings(os.environ)) as work:
        publication = write_files(work, folder)
        keep_artifacts(publication, work.settings.language)
    return publication


def keep_artifacts(publication: Publication, language: Language) -> None:
    """Keep the list of files and what stands in them."""
    heads = [text("flow.column.file", language), text("flow.column.bytes", language)]
    keep_table("publish", heads, [(path, path.stat().st_size) for path in publication.files])
    title = text("flow.publish.title", language)
    keep_summary("publish", title, [publication_sentence(publication, language)])
