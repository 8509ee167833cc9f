"""Rows of the catalogue's tables become concepts and labels; cells that hold several names part them by "|".

A row is a dict of column names to texts, as a table in CSV or Excel has them; columns may be missing.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from selaras.models.concept_kinds import (
    DIRECTIONS,
    LEVELS,
    Certainty,
    Concept,
    ConceptSource,
    FalseFriend,
    Label,
    LabelKind,
    Match,
)
from selaras.models.errors import InputError
from selaras.models.messages import message

Row = Mapping[str, str]

COLUMNS = (
    "code",
    "label_id",
    "label_en",
    "alt_id",
    "alt_en",
    "abbr",
    "regional",
    "regional_en",
    "ambiguous",
    "unit",
    "direction",
    "level",
    "source",
    "basis",
    "producer",
    "certainty",
    "broader",
    "same_as",
    "match",
    "related",
    "note_id",
    "note_en",
)
# What a written table tells beside the columns of a concept; nobody looks at it when the table is read.
TOLD_COLUMNS = ("false_friends", "remark")
SEPARATOR = "|"
DIRECTION_WORDS = {"naik": "up", "turun": "down", "tanpa": "none"}
# Column, kind and language of the names beside the preferred ones, in the order in which they are looked up.
OTHER_NAMES = (
    ("alt_id", LabelKind.ALT, "id"),
    ("alt_en", LabelKind.ALT, "en"),
    ("regional", LabelKind.REGIONAL, "id"),
    ("regional_en", LabelKind.REGIONAL, "en"),
    ("abbr", LabelKind.ABBR, "id"),
)


def parse_concept(row: Row) -> Concept:
    """Make a concept of a row. Raises InputError for a cell whose value is none of those that it may have."""
    return Concept(
        row["code"],
        row["label_id"],
        row.get("label_en", ""),
        row.get("unit", ""),
        _direction(row),
        _one_of(row, "level", LEVELS, "ALL"),
        ConceptSource(_one_of(row, "source", ConceptSource, ConceptSource.OWN)),
        same_as=row.get("same_as") or None,
        match=_match(row),
        broader=row.get("broader") or None,
        related=names_of(row, "related"),
        basis=row.get("basis", ""),
        producer=row.get("producer", ""),
        certainty=Certainty(_one_of(row, "certainty", Certainty, Certainty.CONVENTION)),
        note_id=row.get("note_id", ""),
        note_en=row.get("note_en", ""),
    )


def _direction(row: Row) -> str:
    """Which way is better, told in the words of either language."""
    folded = {**row, "direction": row.get("direction", "").casefold()}
    given = _one_of(folded, "direction", (*DIRECTIONS, *DIRECTION_WORDS), "none")
    return DIRECTION_WORDS.get(given, given)


def _match(row: Row) -> Match | None:
    if not row.get("same_as"):
        return None
    return Match(_one_of(row, "match", Match, Match.EXACT))


def _one_of(row: Row, column: str, allowed: Iterable[str], default: str) -> str:
    given = row.get(column) or default
    choices = tuple(allowed)
    if given not in choices:
        known = ", ".join(choices)
        raise InputError(message("error.catalogue_cell", column=column, given=given, known=known))
    return given


def parse_labels(row: Row) -> Iterator[Label]:
    """Yield the names of a row, the preferred ones first.

    What fills the place of a national indicator is a regional name of it, whatever column it stands in.
    """
    code, twice = row["code"], frozenset(names_of(row, "ambiguous"))
    regional = row.get("match") == Match.REGIONAL
    for text, language in ((row["label_id"], "id"), (row.get("label_en", ""), "en")):
        if text:
            kind = LabelKind.REGIONAL if regional else LabelKind.PREF
            yield Label(code, text, kind, language, text in twice)
    for column, printed, language in OTHER_NAMES:
        kind = LabelKind.REGIONAL if regional and printed is LabelKind.ALT else printed
        for text in names_of(row, column):
            yield Label(code, text, kind, language, text in twice)


def names_of(row: Row, column: str) -> tuple[str, ...]:
    """The names in a cell, each once."""
    parts = (" ".join(part.split()) for part in row.get(column, "").split(SEPARATOR))
    return tuple(dict.fromkeys(part for part in parts if part))


def parse_false_friend(row: Row) -> FalseFriend:
    """Make a false friend of a row."""
    return FalseFriend(row["code"], row["other"], row["label"], row["why_id"], row["why_en"], row["abbr"])


def read_outside() -> Iterator[Label]:
    """Yield the measures outside the catalogue, and the abbreviations that have a meaning outside it."""
    for row in read_table("outside.csv"):
        yield Label("", row["label_id"], LabelKind.OUTSIDE)
    for row in read_table("other_meanings.csv"):
        yield Label("", row["abbr"], LabelKind.ABBR, ambiguous=True)


def read_units() -> frozenset[str]:
    """The units that the catalogue knows, as plans print them."""
    return frozenset(row["unit"] for row in read_table("units.csv"))


def read_table(name: str) -> list[dict[str, str]]:
    """Read a packaged table of the catalogue."""
    text = files("selaras.models").joinpath("data", "catalogue", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
