"""What the sample documents say: read from the TOML files of samples/data, one for each document.

A document is a list of statements and indicators (its truth) and a list of blocks (its pages). The blocks
name statements by their keys, so that the words on a page and the words of the truth are the same string.
"""

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

# In the order of the chain; a name here is the name of a file in samples/data.
NAMES = (
    "rpjmn_nasional_2025-2029",
    "rpjpd_arunika_2025-2045",
    "rpjmd_arunika_2025-2029",
    "rpjmd_bahariloka_2025-2029",
    "rpjmd_wukirsena_2025-2029",
    "renstra_arunika_badan-kesbangpol_2025-2029",
    "visi-misi_calon-1",
    "visi-misi_calon-2",
    "bukan_rencana",
)

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A statement; `of` names the plan that it is quoted from, None for the document's own."""

    key: str
    kind: str
    text: str
    number: str | None = None
    parent: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator with the printed values of its series; `of` is the key of what it measures, if told."""

    key: str
    name: str
    series: str
    of: str | None = None
    unit: str | None = None
    base: str | None = None
    targets: tuple[str, ...] = ()
    final: str | None = None
    extra: tuple[str, ...] = ()  # budgets beside the targets, or other columns that are no values


@dataclass(frozen=True, slots=True)
class Series:
    """The columns of values of a table: labels as printed, and the years they mean (None: none is named)."""

    base: str | None = None
    base_year: int | None = None
    columns: tuple[str, ...] = ()
    years: tuple[int | None, ...] = ()
    final: str | None = None
    final_year: int | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """One sample document."""

    name: str
    meta: dict[str, Any]
    look: dict[str, Any]
    statements: tuple[Item, ...]
    measures: tuple[Measure, ...]
    series: dict[str, Series] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()

    def item(self, key: str) -> Item:
        """Give the statement of that key; KeyError where there is none."""
        return next((item for item in self.statements if item.key == key), None) or _missing(key)

    def children(self, parent: str, kind: str) -> list[Item]:
        """List the statements of a kind right under a statement."""
        return [item for item in self.statements if item.parent == parent and item.kind == kind]

    def measures_of(self, key: str | None, series: str) -> list[Measure]:
        """List the indicators of a statement in one series; None asks for those of no statement."""
        return [measure for measure in self.measures if measure.of == key and measure.series == series]


def _missing(key: str) -> Item:
    raise KeyError(f"no statement has the key {key!r}")


def read_table(name: str) -> dict[str, Any]:
    """Read samples/data/NAME.toml."""
    return tomllib.loads((files("selaras.samples") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def read_content(name: str) -> Content:
    """Read one document; unknown keys of a statement, an indicator or a series raise TypeError."""
    table = read_table(name)
    return Content(
        name=name,
        meta=table["document"],
        look=table["look"],
        statements=tuple(_items(table.get("statements", {}))),
        measures=tuple(_measures(table.get("indicators", {}))),
        series={key: _series(row) for key, row in table.get("series", {}).items()},
        blocks=tuple(table["pages"]["blocks"]),
    )


def _items(groups: dict[str, list[dict[str, str]]]) -> list[Item]:
    return [Item(kind=kind, **row) for kind, rows in groups.items() for row in rows]


def _measures(groups: dict[str, list[dict[str, Any]]]) -> list[Measure]:
    return [_measure(series, row) for series, rows in groups.items() for row in rows]


def _measure(series: str, row: dict[str, Any]) -> Measure:
    lists: dict[str, Any] = {key: tuple(row[key]) for key in ("targets", "extra") if key in row}
    return Measure(series=series, **(row | lists))


def _series(row: dict[str, Any]) -> Series:
    columns = tuple(row.get("columns", ()))
    years = tuple(row.get("years", [None] * len(columns)))
    lists: dict[str, Any] = {"columns": columns, "years": years}
    return Series(**(row | lists))
