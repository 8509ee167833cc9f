"""Lists of statements, as people bring them, become items, with notes on what was not as it should be.

Nothing is left out silently: a list without ids goes by its row numbers, and a text that is too long to be a
statement is compared by its beginning. What cannot be told apart, such as an id used twice, is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selaras.flows.sheets import Row, read_numbered
from selaras.models.alignment.items import Item
from selaras.models.errors import InputError
from selaras.models.messages import LANGUAGES, Message, message, text
from selaras.models.statements import StatementKind

NO_KIND = frozenset({"indikator", "indicator"})  # measures are compared whatever statement they belong to
MOST_WORDS = 1_000  # of a text that are compared; no statement is longer
SHOWN_IDS = 3
# What people call the columns, the plainest name first.
SYNONYMS = {
    "kode": "id",
    "nomor": "id",
    "no": "id",
    "code": "id",
    "number": "id",
    "teks": "text",
    "uraian": "text",
    "pernyataan": "text",
    "statement": "text",
    "description": "text",
    "requirement": "text",
    "jenis": "kind",
    "satuan": "unit",
}
BEGINNING = re.compile(rf"(?:\S+\s+){{{MOST_WORDS}}}(?=\S)")


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of a list, and what people should know of how it was read."""

    items: tuple[Item, ...]
    notes: tuple[Message, ...]


def read_items(path: Path) -> ItemList:
    """Read a list with a column text and, optional, id, kind and unit. Raises InputError."""
    rows = read_numbered(path, ("text",), SYNONYMS)
    named = "id" in rows[0][1]
    ids = _check_ids(rows, path) if named else [str(number) for number, _ in rows]
    items = tuple(_item(name, row, path) for name, (_, row) in zip(ids, rows, strict=True))
    notes = () if named else (message("list.no_ids", file=path),)
    return ItemList(items, (*notes, *_notes_on_texts(ids, [row["text"] for _, row in rows], path)))


def _check_ids(rows: Sequence[tuple[int, Row]], path: Path) -> list[str]:
    """The ids of rows. Refuses a row that has none, and one that another row has, too."""
    seen: dict[str, int] = {}
    for number, row in rows:
        name = row["id"]
        if not name:
            raise InputError(message("error.list_no_id", file=path, row=number + 1))
        if name in seen:
            places = {"first": seen[name] + 1, "second": number + 1}
            raise InputError(message("error.list_twice", file=path, id=name, **places))
        seen[name] = number
    return list(seen)


def _item(name: str, row: Row, path: Path) -> Item:
    words = _beginning(row["text"])
    return Item(name, words, _kind(name, row.get("kind", ""), path), row.get("unit") or None)


def _kind(name: str, given: str, path: Path) -> StatementKind | None:
    """The kind of a statement by its code, or as people call it in either language: `Arah kebijakan`."""
    asked = " ".join(given.replace("_", " ").casefold().split())
    if not asked or asked in NO_KIND:
        return None
    known = kinds_by_name()
    if asked not in known:
        names = ", ".join(text(f"labels.statement.{kind}") for kind in StatementKind)
        codes = ", ".join(StatementKind)
        raise InputError(
            message("error.sheet_kind", file=path, id=name, given=given, kinds=codes, names=names)
        )
    return known[asked]


@cache
def kinds_by_name() -> dict[str, StatementKind]:
    """The kinds by code and by the names that pages give them, without case."""
    codes = {kind.replace("_", " ").casefold(): kind for kind in StatementKind}
    names = {
        text(f"labels.statement.{kind}", language).casefold(): kind
        for kind in StatementKind
        for language in LANGUAGES
    }
    return names | codes


def _beginning(text: str) -> str:
    """The part of a text that is compared: all of it, if it is not longer than any statement is."""
    found = BEGINNING.match(text)
    return found[0].rstrip() if found else text


def _notes_on_texts(ids: Sequence[str], texts: Sequence[str], path: Path) -> Iterator[Message]:
    """Say which rows have no text, or too long a one."""
    empty = [name for name, text in zip(ids, texts, strict=True) if not text]
    long = [name for name, text in zip(ids, texts, strict=True) if BEGINNING.match(text)]
    if empty:
        yield message("list.no_texts", file=path, count=len(empty), ids=_shown(empty))
    if long:
        yield message("list.long_texts", file=path, count=len(long), ids=_shown(long), words=MOST_WORDS)


def _shown(ids: Sequence[str]) -> str:
    return ", ".join(ids[:SHOWN_IDS])
