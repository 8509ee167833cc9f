"""How much the stem of a word says, by how rarely plans have it.

Counted once in the texts of real plans (`training/count_stems.py`) and not among the texts of a task: a
target that is added to a list then changes nothing between the others.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

MOST = 9.0  # weight of a stem that no plan has; one that all have weighs 1


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """In how many of `texts` texts each stem stands; one that is not listed stands in none."""

    texts: int
    counts: Mapping[str, int]

    def weight(self, stem: str) -> float:
        """From 1 for a stem that stands everywhere to nearly `MOST` for one that stands nowhere."""
        scale = log(1 + self.texts)
        return 1 + (MOST - 1) * log((1 + self.texts) / (1 + self.counts.get(stem, 1))) / scale


@cache
def load_rarity() -> Rarity:
    """Read the packaged counts."""
    source = files("selaras.models").joinpath("data", "stem_counts.csv")
    with source.open(encoding="utf-8") as stream:
        rows = {row["stem"]: int(row["texts"]) for row in csv.DictReader(stream)}
    return Rarity(rows.pop(""), rows)
