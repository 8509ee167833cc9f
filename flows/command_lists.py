"""`selaras align` and `selaras resolve`: lists that people bring, answered by lists; no store, no PDF."""

from pathlib import Path

from selaras.flows.lists import NO_CODE, read_items, read_names, resolve_names, write_codes, write_pairs
from selaras.flows.progress import progress, waiting
from selaras.flows.settings import Settings
from selaras.flows.terminal import tell
from selaras.models.alignment import LINKED, align
from selaras.models.catalogue import load_catalogue
from selaras.models.messages import text


def run_align(settings: Settings, sources: Path, targets: Path, output: Path) -> int:
    """Link the items of two lists, the most probable pairs first."""
    language = settings.language
    listed, aims = read_items(sources), read_items(targets)
    with waiting(text("cli.progress.linking", language)):
        pairs = align(listed, aims)
    write_pairs(pairs, output, language)
    linked = sum(pair.probability >= LINKED for pair in pairs)
    tell("cli.align.done", language, pairs=len(pairs), linked=linked, file=output)
    return 0


def run_resolve(settings: Settings, names: Path, output: Path) -> int:
    """Find the catalogue codes of a list of names."""
    language = settings.language
    rows = read_names(names)
    answers = []
    with progress(text("cli.progress.linking", language), len(rows)) as note:
        for answer in resolve_names(rows, load_catalogue()):
            answers.append(answer)
            note(answer)
    write_codes(answers, output, language)
    found = sum(code != NO_CODE for _, code, _, _ in answers)
    tell("cli.resolve.done", language, found=found, names=len(rows), file=output)
    return 0
