"""The flow `check`: a draft is compared with plans, and the reports are written."""

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from prefect import flow, task

from selaras.flows.artifacts import keep_summary, keep_table
from selaras.flows.check_rows import check_heads, check_rows, check_sentences
from selaras.flows.checking import check_files, write_reports
from selaras.flows.labels import labels_of
from selaras.flows.settings import Settings, read_settings
from selaras.flows.store import Workplace, opened_workplace
from selaras.models.checks.candidate import DraftCheck


@dataclass(frozen=True, slots=True)
class Checked:
    """A check and the files that report it."""

    check: DraftCheck
    files: tuple[Path, ...]


@task(persist_result=False)
def check_draft_file(draft: Path, against: Sequence[Path], place: Workplace) -> DraftCheck:
    """Compare a draft with plans."""
    return check_files(draft, against, place.settings)


@task(persist_result=False)
def write_report_files(
    checked: DraftCheck, formats: Sequence[str], folder: Path, place: Workplace
) -> list[Path]:
    """Write the reports."""
    return write_reports(checked, formats, folder, place.settings)


@flow(name="check", validate_parameters=False)
def check(
    draft: Path,
    against: Sequence[Path],
    formats: Sequence[str],
    folder: Path,
    place: Workplace | None = None,
) -> Checked:
    """Check a draft; plans that are stored in the place are not read again."""
    with nullcontext(place) if place else opened_workplace(read_settings(os.environ)) as work:
        found = check_draft_file(draft, against, work)
        files = write_report_files(found, formats, folder, work)
        keep_artifacts(found, work.settings)
    return Checked(found, tuple(files))


def keep_artifacts(found: DraftCheck, settings: Settings) -> None:
    """Keep the items with their recommendations, and how many have each."""
    labels = labels_of(settings)
    keep_table("check", check_heads(labels), check_rows(found, labels))
    keep_summary("check", labels.plan(found.draft), check_sentences(found, labels))
