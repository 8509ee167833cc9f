"""Pairs of linked items are written as a list; the items are read in `item_lists`."""

from collections.abc import Iterable
from pathlib import Path

from selaras.flows.sheets import write_sheet
from selaras.models.alignment.lists import Pair
from selaras.models.messages import Language, render

LINK_HEADS = ("source_id", "target_id", "probability", "relation", "reasons")


def write_pairs(pairs: Iterable[Pair], path: Path, language: Language) -> None:
    """Write pairs with their reasons in words, in the order given."""
    write_sheet(path, LINK_HEADS, (_pair_row(pair, language) for pair in pairs))


def _pair_row(pair: Pair, language: Language) -> tuple[str, ...]:
    reasons = "; ".join(render(reason, language) for reason in pair.reasons)
    return (pair.source_id, pair.target_id, f"{pair.probability:.4f}", pair.verdict.value, reasons)
