"""A planner's own concepts and names beside the packaged catalogue: SELARAS_CATALOGUE, in CSV or Excel.

The table has the columns of the packaged tables (docs/catalogue.md), of which only code and label_id must be
there. A row with a new code adds a concept; one with a known code adds names to it, and its other cells are
not looked at; one without a code names a measure outside the catalogue.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from selaras.flows.settings import Settings
from selaras.flows.sheets import MOST_ROWS, head_words, read_rows
from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.concept_checks import find_problems
from selaras.models.concept_kinds import (
    NO_ENTRIES,
    Concept,
    ConceptSource,
    Entries,
    Label,
    LabelKind,
    join_entries,
)
from selaras.models.concept_rows import COLUMNS, TOLD_COLUMNS, parse_concept, parse_labels, read_units
from selaras.models.concepts import read_entries
from selaras.models.errors import InputError
from selaras.models.ids import fold
from selaras.models.messages import Language, Message, message, render

REQUIRED = ("code", "label_id")
Numbered = tuple[int, Mapping[str, str]]


def load_own_catalogue(settings: Settings) -> Catalogue:
    """The packaged catalogue with the planner's own file. Raises InputError as `read_own_entries` does."""
    return load_catalogue(read_own_entries(settings))


def read_own_entries(settings: Settings) -> Entries:
    """Read the planner's own file, if there is one. Raises InputError that names the row and the remedy."""
    if settings.catalogue is None:
        return NO_ENTRIES
    path, language = settings.catalogue, settings.language
    rows = _numbered_rows(path)
    _check_columns(rows, path)
    packaged = read_entries()
    known = {concept.code for concept in packaged.concepts}
    concepts = tuple(_concept(row, path, language) for row in rows if row[1]["code"] not in {"", *known})
    labels = tuple(_new_labels((row for _, row in rows), packaged))
    own = Entries(concepts, labels)
    _check(own, rows, path, language)
    return own


def _numbered_rows(path: Path) -> list[Numbered]:
    """The rows of the file by the names of our columns, with their place in it, the row of names being 1."""
    columns = {head_words(column): column for column in (*COLUMNS, *TOLD_COLUMNS)}
    rows: list[Numbered] = [
        (number + 1, {columns.get(head, head): cell for head, cell in row.items()})
        for number, row in islice(read_rows(path, [head_words(name) for name in REQUIRED]), MOST_ROWS + 1)
    ]
    if len(rows) > MOST_ROWS:
        raise InputError(message("error.sheet_too_big", file=path, rows=MOST_ROWS))
    return rows


def _check_columns(rows: Iterable[Numbered], path: Path) -> None:
    """A column that nobody reads would be lost without a word."""
    heads = {head: None for _, row in rows for head, cell in row.items() if cell}
    strange = [head for head in heads if head not in (*COLUMNS, *TOLD_COLUMNS)]
    if strange:
        columns, known = ", ".join(strange), ", ".join(COLUMNS)
        raise InputError(message("error.catalogue_columns", file=path, columns=columns, known=known))


def _concept(numbered: Numbered, path: Path, language: Language) -> Concept:
    number, row = numbered
    try:
        return parse_concept({**row, "source": ConceptSource.OWN})
    except InputError as error:
        raise _row_error(path, number, error.message, language) from error


def _new_labels(rows: Iterable[Mapping[str, str]], packaged: Entries) -> Iterator[Label]:
    """Names that the packaged catalogue does not have yet under their code."""
    known = {concept.code for concept in packaged.concepts}
    told = {(label.code, fold(label.text)) for label in packaged.labels}
    for label in (label for row in rows for label in parse_labels(row)):
        if (label.code, fold(label.text)) not in told:
            yield replace(label, kind=_kind(label, known))


def _kind(label: Label, known: Collection[str]) -> LabelKind:
    """A further name of a packaged concept is never the preferred one; one without a concept is outside."""
    if label.kind is LabelKind.ABBR:
        return label.kind
    if not label.code:
        return LabelKind.OUTSIDE
    return LabelKind.ALT if label.code in known and label.kind is LabelKind.PREF else label.kind


def _check(own: Entries, rows: Iterable[Numbered], path: Path, language: Language) -> None:
    """Refuse a file that is wrong in itself or beside the packaged catalogue."""
    places = {row["code"] or row["label_id"]: number for number, row in reversed(list(rows))}
    packaged = read_entries()
    # Who takes a name of the packaged catalogue has to say so; that catalogue has not.
    settled = replace(packaged, labels=tuple(replace(label, ambiguous=True) for label in packaged.labels))
    problems = find_problems(join_entries(settled, own), read_units())
    ours = [problem for problem in problems if problem.code in places]
    if ours:
        first = min(ours, key=lambda problem: places[problem.code])
        raise _row_error(path, places[first.code], first.message, language)


def _row_error(path: Path, number: int, reason: Message, language: Language) -> InputError:
    return InputError(message("error.catalogue_row", file=path, row=number, reason=render(reason, language)))
