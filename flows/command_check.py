"""`selaras check`: a draft beside the plans that it must accord with, as plain functions."""

from collections.abc import Sequence
from pathlib import Path

from selaras.flows.check_rows import check_heads, check_rows, check_sentences
from selaras.flows.checking import check_files, has_errors, make_imprint, parse_formats, write_reports
from selaras.flows.labels import labels_of
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.terminal import say, show_json, show_lines, show_table, tell
from selaras.models.checks.candidate import DraftCheck
from selaras.models.messages import text
from selaras.outputs.labels import Labels
from selaras.outputs.report.json_report import report_to_json


def run_check(  # noqa: PLR0913  each is an option that users name
    settings: Settings, draft: Path, against: Sequence[Path], *, formats: str, output: Path, as_json: bool
) -> int:
    """Check a draft, write the reports, show what is recommended; 1 where something is certainly wrong."""
    names = parse_formats(formats)
    with waiting(text("cli.progress.checking", settings.language)):
        found = check_files(draft, against, settings)
        files = write_reports(found, names, output, settings)
    if as_json:
        show_json(report_to_json(found, make_imprint(settings), settings.language))
    else:
        show_check(found, labels_of(settings))
        for file in files:
            tell("cli.check.written", settings.language, file=file)
    return int(has_errors(found))


def show_check(found: DraftCheck, labels: Labels) -> None:
    """Show one line an item, then how many there are of each kind."""
    show_table(check_heads(labels), check_rows(found, labels))
    say()
    show_lines(check_sentences(found, labels))
