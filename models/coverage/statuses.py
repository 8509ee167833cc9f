"""The statuses of coverage, and what is said of one statement."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.coverage.justifications import Direction, Justification


class CoverageStatus(StrEnum):
    """How well a statement is taken up on one side."""

    COVERED = "covered"
    CROSS_CUT = "cross-cut"  # fully, but only by way of a plan beside: another agency's, another region's
    PARTLY = "partly"  # only by an uncertain link, by some of its parts, or not on all levels
    UNCOVERED = "uncovered"  # nothing below takes it up
    ORPHANED = "orphaned"  # it serves nothing above
    AMBIGUOUS = "ambiguous"  # several are equally likely, and none is likely enough
    OUTDATED = "outdated"  # all that takes it up has changed since a person decided it
    JUSTIFIED = "justified"  # a gap that a person signed, here or further on, with a reason and an end date


@dataclass(frozen=True, slots=True)
class Coverage:
    """The status of a statement towards the plans above and below it; None where there is no plan.

    `justified` are the justifications of its own that count, `expired` those whose last day is over.
    """

    up: CoverageStatus | None
    down: CoverageStatus | None
    justified: tuple[Justification, ...] = ()
    expired: tuple[Justification, ...] = ()

    def side(self, direction: Direction) -> CoverageStatus | None:
        """The status on one side."""
        return self.up if direction is Direction.UP else self.down
