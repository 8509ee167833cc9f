"""`selaras compare`: the indicators of stored plans beside those of the plans above, and what differs."""

from collections.abc import Sequence
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.labels import labels_of
from selaras.flows.linking import load_stored
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.sheets import check_output, write_sheet
from selaras.flows.store import opened_store
from selaras.flows.terminal import show_indented, show_json, tell
from selaras.models.measures.pairing import Comparison
from selaras.models.messages import text
from selaras.outputs.comparison_rows import (
    comparison_heads,
    comparison_lines,
    comparison_rows,
    mismatches,
    plain_comparisons,
)
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import write_json


def run_compare(settings: Settings, output: Path | None, *, show_all: bool, as_json: bool) -> int:
    """Compare everything stored. Raises InputError for an empty store or another ending of the file."""
    if output and output.suffix.casefold() != ".json":
        check_output(output)
    labels = labels_of(settings)
    with waiting(text("cli.progress.comparing", settings.language)):
        found = compare_store(settings)
    chosen = found if show_all else mismatches(found)
    if output:
        _write(chosen, output, labels)
    if as_json:
        show_json(plain_comparisons(chosen, labels))
    elif not output:
        _show(chosen, labels)
    if not as_json:
        counts = {"pairs": len(found), "mismatches": len(mismatches(found))}
        tell("cli.compare.done", settings.language, **counts)
    return 0


def compare_store(settings: Settings) -> tuple[Comparison, ...]:
    """Compare the indicators of all stored plans."""
    from selaras.models.catalogue import load_catalogue  # noqa: PLC0415  its tables cost half a second
    from selaras.models.measures.chain_comparison import compare_chain  # noqa: PLC0415

    with opened_store(settings) as store:
        plans, links = load_stored(store)
    return compare_chain(plans, load_catalogue(), links)


def _show(comparisons: Sequence[Comparison], labels: Labels) -> None:
    show_indented(comparison_lines(comparisons, labels))


def _write(comparisons: Sequence[Comparison], path: Path, labels: Labels) -> None:
    writer = _write_json if path.suffix.casefold() == ".json" else _write_table
    writer(comparisons, path, labels)


def _write_json(comparisons: Sequence[Comparison], path: Path, labels: Labels) -> None:
    with atomic_file(path) as stream:
        write_json(plain_comparisons(comparisons, labels), stream)


def _write_table(comparisons: Sequence[Comparison], path: Path, labels: Labels) -> None:
    rows = comparison_rows(comparisons, labels)
    write_sheet(path, comparison_heads(labels), rows, title=labels.text("comparison.sheet"))
