"""`selaras align`: two lists that people bring, linked; no store, no PDF."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selaras.flows.item_lists import read_items
from selaras.flows.list_languages import Wanted, choose_text_language, look_at, notes_on_language
from selaras.flows.lists import write_pairs
from selaras.flows.own_weights import link_weights
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.sheets import check_output
from selaras.flows.terminal import tell, warn
from selaras.flows.text_encoder import use_encoder
from selaras.models.alignment.analysis import ANALYSES
from selaras.models.alignment.lists import Settings as AlignSettings
from selaras.models.alignment.lists import align
from selaras.models.links import LINKED
from selaras.models.messages import render, text


@contextmanager
def many_objects() -> Iterator[None]:
    """Let millions of small objects be made without a search for circles among them: there are none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def run_align(settings: Settings, sources: Path, targets: Path, output: Path, wanted: Wanted) -> int:
    """Link the items of two lists, the most probable pairs first; say on standard error what looks wrong."""
    language = settings.language
    check_output(output)
    listed, aims = read_items(sources), read_items(targets)
    looks = look_at(sources, listed.items), look_at(targets, aims.items)
    used = choose_text_language(wanted, *looks)
    notes = (*listed.notes, *aims.notes, *notes_on_language(wanted, used, *looks, language))
    for note in dict.fromkeys(notes):
        warn(render(note, language))
    by = AlignSettings(
        analysis=use_encoder(ANALYSES[used](), settings.encoder), weights=link_weights(settings.own_weights)
    )
    with waiting(text("cli.progress.linking", language)), many_objects():
        pairs = align(listed.items, aims.items, by)
        write_pairs(pairs, output, language)
    linked = sum(pair.probability >= LINKED for pair in pairs)
    tell("cli.align.done", language, pairs=len(pairs), linked=linked, file=output)
    return 0
