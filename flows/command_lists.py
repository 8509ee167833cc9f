"""`selaras align`: two lists that people bring, linked; no store, no PDF."""

from pathlib import Path

from selaras.flows.lists import read_items, write_pairs
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.terminal import tell
from selaras.models.alignment.lists import align
from selaras.models.links import LINKED
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
