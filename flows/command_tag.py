"""`selaras tag`: what the spaCy pipeline finds in one document, on the screen or in a file."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from selaras.flows.atomic_files import atomic_file
from selaras.flows.labels import labels_of
from selaras.flows.own_catalogue import load_own_catalogue
from selaras.flows.page_ranges import parse_pages
from selaras.flows.progress import waiting
from selaras.flows.quarantine import safe_name
from selaras.flows.settings import Settings
from selaras.flows.terminal import say_json, say_text, tell, warn
from selaras.models.errors import InputError
from selaras.models.messages import message, text
from selaras.outputs.tagged.document import TaggedDocument
from selaras.outputs.tagged.groups import load_groups
from selaras.outputs.tagged.html_page import html_parts
from selaras.outputs.tagged.json_pages import json_lines, json_parts
from selaras.outputs.tagged.text_lines import SENTENCES, text_lines, text_parts
from selaras.outputs.tagged.words import TagWords

ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".jsonl": "jsonl"}
_MEGABYTE = 1_000_000


def _html(tagged: TaggedDocument, words: TagWords) -> Iterator[str]:
    return html_parts(tagged, words, datetime.now(UTC).date())


WRITERS: dict[str, Callable[[TaggedDocument, TagWords], Iterator[str]]] = {
    "text": text_parts,
    "html": _html,
    "json": json_parts,
    "jsonl": json_lines,
}


@dataclass(frozen=True, slots=True)
class TagOptions:
    """What the user asks for, as it was given."""

    pages: str | None = None
    groups: str | None = None
    format: str | None = None
    output: Path | None = None
    as_json: bool = False


def run_tag(settings: Settings, file: Path, options: TagOptions) -> int:
    """Show or write what was found; what is wrong with the options is told before anything is read."""
    from selaras.flows.tagging import TagChoice, tag_document  # noqa: PLC0415  spaCy costs 1.7 s

    started = monotonic()
    name = choose_format(options)
    output = options.output or (default_output(file) if name == "html" else None)
    refuse_input_as_output(file, output)
    pages = parse_pages(options.pages) if options.pages is not None else None
    groups = parse_groups(options.groups) if options.groups is not None else None
    if groups is not None and name == "text":
        groups |= {SENTENCES}  # the lines of which the text is made
    choice = TagChoice(pages, groups)
    words = TagWords(labels_of(settings), load_own_catalogue(settings))
    with waiting(text("cli.progress.one", settings.language)):
        tagged = tag_document(file, settings, choice)
        if output is not None:
            write_tagged(tagged, words, name, output)
    if output is None:
        show_tagged(tagged, words, name)
        return 0
    _tell_written(tagged, words, output, monotonic() - started)
    return 0


def _tell_written(tagged: TaggedDocument, words: TagWords, output: Path, took: float) -> None:
    """Say what was written, and what the reading was not sure of."""
    size = words.labels.number(output.stat().st_size / _MEGABYTE, 1)
    seconds = words.labels.number(took, 1)
    count = len(tagged.counts.seen)
    tell("tag.written", words.labels.language, file=output, size=size, pages=count, seconds=seconds)
    for item in tagged.warnings:
        warn(words.labels.render(item.message))


def choose_format(options: TagOptions) -> str:
    """The format that is asked for by name, by --json or by the ending of the output. Raises InputError."""
    named = options.format.strip().casefold() if options.format is not None else None
    if named is not None and named not in WRITERS:
        raise InputError(message("error.unknown_format", given=options.format, known=", ".join(WRITERS)))
    if options.as_json and named not in (None, "json"):
        raise InputError(message("error.tag_two_formats", given=named))
    ending = options.output.suffix.casefold() if options.output else ""
    return named or ("json" if options.as_json else ENDINGS.get(ending, "text"))


def parse_groups(given: str) -> frozenset[str]:
    """Groups of tags, as "regions,periods". Raises InputError for one that is not known."""
    names = frozenset(name.strip().casefold() for name in given.split(",") if name.strip())
    unknown = sorted(names - load_groups().keys())
    if unknown or not names:
        shown = ", ".join(unknown) or '""'
        raise InputError(message("error.unknown_groups", given=shown, known=", ".join(load_groups())))
    return names


def default_output(file: Path) -> Path:
    """Where the page goes when no place is named: into the current folder."""
    return Path(f"{safe_name(file.stem)}-tags.html")


def refuse_input_as_output(file: Path, output: Path | None) -> None:
    """Raise InputError where writing would destroy what is read."""
    if output is not None and output.exists() and file.exists() and output.samefile(file):
        raise InputError(message("error.over_input", file=output))


def write_tagged(tagged: TaggedDocument, words: TagWords, name: str, output: Path) -> None:
    """Write a file, a page at a time; it takes its place when it is whole. Raises OutputError."""
    with atomic_file(output) as stream:
        for part in WRITERS[name](tagged, words):
            stream.write(part.encode("utf-8", "backslashreplace"))


def show_tagged(tagged: TaggedDocument, words: TagWords, name: str) -> None:
    """Show the result a page at a time; of JSON lines, which have no room for them, warnings go aside."""
    if name == "text" and sys.stdout.isatty():
        from selaras.flows.tagged_terminal import show_text_lines  # noqa: PLC0415  rich costs 70 ms

        show_text_lines(text_lines(tagged, words))
        return
    show = say_text if name == "text" else say_json
    for part in WRITERS[name](tagged, words):
        show(part)
    if name == "jsonl":
        for item in tagged.warnings:
            warn(words.labels.render(item.message))
