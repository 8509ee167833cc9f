"""Lists of statements, as people bring them, become items and pairs; lists of names are in `name_lists`."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from selaras.flows.sheets import Row, read_sheet, write_sheet
from selaras.models.alignment.items import Item
from selaras.models.alignment.lists import Pair
from selaras.models.errors import InputError
from selaras.models.messages import Language, message, render
from selaras.models.statements import StatementKind

LINK_HEADS = ("source_id", "target_id", "probability", "relation", "reasons")


def read_items(path: Path) -> tuple[Item, ...]:
    """Read a list with the columns id, text and, optional, kind and unit. Raises InputError."""
    return tuple(_item(row, path) for row in _checked(read_sheet(path, ("id", "text")), path))


def _item(row: Row, path: Path) -> Item:
    kind = row.get("kind", "").upper()
    if kind and kind not in list(StatementKind):
        kinds = ", ".join(StatementKind)
        raise InputError(message("error.sheet_kind", file=path, id=row["id"], given=kind, kinds=kinds))
    return Item(row["id"], row["text"], StatementKind(kind) if kind else None, row.get("unit") or None)


def _checked(rows: list[Row], path: Path) -> list[Row]:
    """Refuse a list in which a row has no id, or two have the same."""
    counts = Counter(row["id"] for row in rows)
    if "" in counts:
        raise InputError(message("error.sheet_no_id", file=path))
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise InputError(message("error.sheet_twice", file=path, id=twice[0]))
    return rows


def write_pairs(pairs: Iterable[Pair], path: Path, language: Language) -> None:
    """Write pairs with their reasons in words, in the order given."""
    write_sheet(path, LINK_HEADS, (_pair_row(pair, language) for pair in pairs))


def _pair_row(pair: Pair, language: Language) -> tuple[str, ...]:
    reasons = "; ".join(render(reason, language) for reason in pair.reasons)
    return (pair.source_id, pair.target_id, f"{pair.probability:.4f}", pair.verdict.value, reasons)
