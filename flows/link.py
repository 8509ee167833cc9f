"""The flow `link`: everything that is stored is linked anew."""

import os
from contextlib import nullcontext

from prefect import flow, task

from selaras.flows.artifacts import keep_summary, keep_table
from selaras.flows.linking import LinkSummary, link_home, link_sentence
from selaras.flows.settings import read_settings
from selaras.flows.store import Workplace, opened_workplace
from selaras.models.messages import Language, text


@task(persist_result=False)
def link_documents(work: Workplace) -> LinkSummary:
    """Link all stored documents."""
    return link_home(work)


@flow(name="link", validate_parameters=False)
def link(place: Workplace | None = None) -> LinkSummary:
    """Link everything stored, in the given place or in that of the environment's settings."""
    with nullcontext(place) if place else opened_workplace(read_settings(os.environ)) as work:
        summary = link_documents(work)
        keep_artifacts(summary, work.settings.language)
    return summary


def keep_artifacts(summary: LinkSummary, language: Language) -> None:
    """Keep how many links there are, by relation."""
    heads = [text(f"flow.column.{name}", language) for name in ("relation", "links", "likely")]
    rows = [(relation, count, summary.likely.get(relation, 0)) for relation, count in summary.links.items()]
    keep_table("link", heads, rows)
    keep_summary("link", text("flow.link.title", language), [link_sentence(summary, language)])
