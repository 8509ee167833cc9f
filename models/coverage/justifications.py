"""Gaps that a person signed: why a statement is not taken up on one side, who says so, and until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selaras.models.ids import StatementId


class Direction(StrEnum):
    """Which way to look from a statement: to what it serves, or to what serves it."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Justification:
    """Why a statement (`node`) may stay without support on a side, who signed it, and the last day it counts.

    Raises ValueError where the reason or the author is blank: nobody's reason justifies nothing.
    """

    node: StatementId
    side: Direction
    reason: str
    author: str
    until: date

    def __post_init__(self) -> None:
        if not (self.reason.strip() and self.author.strip()):
            raise ValueError(f"the justification of {self.node} needs a reason and an author")

    def counts_on(self, day: date) -> bool:
        """Tell whether it has not expired: the last day still counts."""
        return day <= self.until


Signed = Mapping[Direction, Mapping[str, tuple[Justification, ...]]]
"""Justifications by side and statement, the one that counts longest first."""


def by_side(justifications: Iterable[Justification]) -> Signed:
    """Sort justifications by side and statement; the order in which they are given changes nothing."""
    found: dict[Direction, dict[str, tuple[Justification, ...]]] = {side: {} for side in Direction}
    for one in sorted(justifications, key=_rank):
        there = found[one.side].get(one.node, ())
        found[one.side][one.node] = (*there, one)
    return found


def _rank(one: Justification) -> tuple[int, str, str]:
    return -one.until.toordinal(), one.author, one.reason
