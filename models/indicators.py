"""Indicators: how a plan measures a statement."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.documents import PlanningDocument
from selaras.models.ids import IndicatorId, StatementId, fold, make_id
from selaras.models.passages import Passage
from selaras.models.values import Value


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class YearlyValue:
    """A value and its year; the year is None where the page prints none that can be resolved.

    `final` marks the column for the end of the period (kondisi akhir), which repeats or sums up the years.
    `confidence` (0 to 1) is how sure OCR is of the value; None where it comes from a text layer.
    """

    year: int | None
    value: Value
    final: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure (indikator) of a statement: unit (satuan), baseline (kondisi awal) and yearly targets."""

    id: IndicatorId
    name: str
    passage: Passage
    unit: str | None = None
    direction: Direction | None = None
    statement: StatementId | None = None
    concept: str | None = None  # code in the catalogue; None where it has none or more than one fits
    baseline: YearlyValue | None = None
    targets: tuple[YearlyValue, ...] = ()


def indicator_id(
    document: PlanningDocument, statement: StatementId | None, name: str, unit: str | None
) -> IndicatorId:
    """Make the id of an indicator from its plan, the statement it measures, its folded name and unit."""
    return IndicatorId(make_id("i", document.plan_key, statement or "", fold(name), fold(unit or "")))
