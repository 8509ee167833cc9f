"""`selaras catalogue`: the catalogue of indicators as a file, with the planner's own entries."""

from collections.abc import Callable
from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.flows.own_catalogue import read_own_entries
from selaras.flows.settings import Settings
from selaras.flows.sheets import write_sheet
from selaras.flows.terminal import tell
from selaras.models.concept_kinds import Entries, LabelKind, join_entries
from selaras.models.concepts import read_entries
from selaras.models.errors import InputError
from selaras.models.messages import Language, message, text
from selaras.outputs.catalogue_rows import HEADS, plain_catalogue, table_rows
from selaras.outputs.plain_json import write_json
from selaras.outputs.skos import write_skos

NAMES = {LabelKind.PREF, LabelKind.ALT, LabelKind.REGIONAL, LabelKind.ABBR}


def run_catalogue(settings: Settings, name: str, output: Path) -> int:
    """Write the catalogue in the format of this name. Raises InputError for one that is not known."""
    writer = WRITERS.get(name.casefold())
    if writer is None:
        raise InputError(message("error.unknown_format", given=name, known=", ".join(WRITERS)))
    if output.suffix.casefold() != f".{name.casefold()}":
        raise InputError(message("error.catalogue_ending", file=output, format=name.casefold()))
    entries = join_entries(read_entries(), read_own_entries(settings))
    writer(entries, output, settings.language)
    names = sum(label.kind in NAMES for label in entries.labels)
    tell("cli.catalogue.done", settings.language, concepts=len(entries.concepts), labels=names, file=output)
    return 0


def _write_table(entries: Entries, path: Path, language: Language) -> None:
    write_sheet(path, HEADS, table_rows(entries, language), title=text("catalogue.sheet", language))


def _write_json(entries: Entries, path: Path, _: Language) -> None:
    with atomic_file(path) as stream:
        write_json(plain_catalogue(entries), stream)


def _write_turtle(entries: Entries, path: Path, _: Language) -> None:
    with atomic_file(path) as stream:
        write_skos(entries, stream)


WRITERS: dict[str, Callable[[Entries, Path, Language], None]] = {
    "ttl": _write_turtle,
    "json": _write_json,
    "xlsx": _write_table,
    "csv": _write_table,
}
