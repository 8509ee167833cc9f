"""Lists of indicator names, of any length, and the codes that their names get, row by row.

A list is read twice: once to refuse what is wrong with it before work begins, and once to answer its rows.
"""

import sqlite3
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from selaras.flows.sheets import read_rows, write_sheet
from selaras.models.catalogue import Catalogue
from selaras.models.concepts import ConceptSource
from selaras.models.errors import InputError
from selaras.models.messages import Language, message, render
from selaras.models.name_context import NameContext
from selaras.models.resolution import Resolution

CODE_HEADS = ("id", "code", "probability", "reason", "candidates")
NO_CODE = "NONE"
NEIGHBOURS = 10  # names before and behind a name that may tell what it means
MOST_BLANK = 100  # blank rows in a run that are names left out; more of them part two lists
NO_NAME = Resolution(None, 1.0, message("resolve.no_name"))
# What people call the columns, the plainest name first.
SYNONYMS = {
    "nama": "name",
    "nama indikator": "name",
    "indikator": "name",
    "indikator kinerja": "name",
    "nama indikator kinerja": "name",
    "indicator": "name",
    "indicator name": "name",
    "satuan": "unit",
    "units": "unit",
    "perangkat daerah": "agency",
    "nama perangkat daerah": "agency",
    "opd": "agency",
    "skpd": "agency",
    "instansi": "agency",
    "penanggung jawab": "agency",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A row of a list: the name to resolve, and what is told beside it; all but the id may be empty."""

    id: str
    name: str
    unit: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the name of a row stands for."""

    id: str
    found: Resolution


def read_names(path: Path) -> Iterator[Name]:
    """Yield the rows of a list with a column name; id, unit, agency are optional. Raises InputError.

    Without a column id, rows go by their number, and those between others in which nothing stands count too.
    """
    expected = 1
    for number, row in read_rows(path, ("name",), SYNONYMS):
        if "id" not in row and number - expected <= MOST_BLANK:
            yield from (Name(str(blank), "") for blank in range(expected, number))
        yield Name(row.get("id", str(number)), row["name"], row.get("unit", ""), row.get("agency", ""))
        expected = number + 1


def check_names(path: Path) -> int:
    """Read a whole list and count its rows. Raises InputError for an id that is missing or used twice."""
    # Ids of a list of any length do not fit into memory: SQLite keeps them in a nameless file.
    with closing(sqlite3.connect("")) as ids:
        ids.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
        return sum(_note_ids(ids, names, path) for names in _batches(read_names(path)))


def _batches(names: Iterator[Name]) -> Iterator[list[Name]]:
    while some := list(islice(names, 10_000)):
        yield some


def _note_ids(ids: sqlite3.Connection, names: list[Name], path: Path) -> int:
    for name in names:
        if not name.id:
            raise InputError(message("error.sheet_no_id", file=path))
        try:
            ids.execute("INSERT INTO ids VALUES (?)", (name.id.encode("utf-8", "surrogatepass"),))
        except sqlite3.IntegrityError:
            raise InputError(message("error.sheet_twice", file=path, id=name.id)) from None
    return len(names)


def resolve_names(
    names: Iterable[Name], catalogue: Catalogue, sources: Collection[ConceptSource]
) -> Iterator[Answer]:
    """Answer each row, in order; the names around it may decide what an abbreviation means."""
    for name, neighbours in with_neighbours(names):
        context = NameContext(neighbours, agency=name.agency)
        found = catalogue.resolve(name.name, name.unit or None, sources=sources, context=context)
        yield Answer(name.id, found if name.name else NO_NAME)


def with_neighbours(names: Iterable[Name]) -> Iterator[tuple[Name, tuple[str, ...]]]:
    """Yield each row with the names of those before and behind it."""
    coming, behind, ahead = iter(names), deque[Name](maxlen=NEIGHBOURS), deque[Name]()
    ahead.extend(islice(coming, NEIGHBOURS + 1))
    while ahead:
        name = ahead.popleft()
        yield name, tuple(other.name for others in (behind, ahead) for other in others)
        behind.append(name)
        ahead.extend(islice(coming, 1))


def write_answers(answers: Iterable[Answer], path: Path, language: Language) -> None:
    """Write which code each name has, how sure that is, why, and what else was thought of."""
    write_sheet(path, CODE_HEADS, (_answer_row(answer, language) for answer in answers))


def _answer_row(answer: Answer, language: Language) -> tuple[str, ...]:
    found = answer.found
    candidates = "; ".join(f"{code} {chance:.3f}" for code, chance in found.candidates)
    reason = render(found.reason, language)
    return (answer.id, found.code or NO_CODE, f"{found.probability:.4f}", reason, candidates)
