"""A difference between two indicators: what kind it is, how sure, and what is printed on either side."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.messages import Message


class DifferenceKind(StrEnum):
    """What differs between an indicator and the one of the plan above."""

    UNIT = "unit"  # no factor turns one unit into the other
    UNIT_SCALE = "unit_scale"  # one factor does: ribu jiwa and jiwa; values are compared after it
    FORM = "form"  # a number against a share, a growth against what grows
    MEASURE = "measure"  # another thing is measured in the same place
    REGIONAL_FORM = "regional_form"  # a region measures what the catalogue gives it for a national indicator
    ABBREVIATION = "abbreviation"  # one abbreviation, two measures
    DIRECTION = "direction"  # one counts what the other wants less of
    TREND = "trend"  # targets move the wrong way, or against those of the plan above
    POPULATION = "population"  # other people or things are counted
    LEVEL = "level"  # roads of the province, roads of the regency
    BASIS = "basis"  # PDB against PDRB
    PRICES = "prices"  # harga berlaku against harga konstan
    MONTH = "month"  # March against September
    SERIES = "series"  # another census base, life table, base year or method
    OLD_SERIES = "old_series"  # one name is that of an older series: angka, usia harapan hidup
    FOOTNOTE = "footnote"  # a mark behind a value may tell of another method
    SCALE = "scale"  # one unit is printed, but values lie far apart
    BASELINE = "baseline"  # for the same region and year
    TARGET_WEAKER = "target_weaker"
    TARGET_STRONGER = "target_stronger"
    UNKNOWN = "unknown"  # cannot be compared, and why


class Sureness(StrEnum):
    """How sure it is that things differ as told."""

    CERTAIN = "certain"  # it is printed
    LIKELY = "likely"  # it follows from what is printed and what such measures usually are
    POSSIBLE = "possible"  # a reason to look
    UNKNOWN = "unknown"  # it cannot be told


# Differences after which the values of two indicators say nothing about each other.
APART = frozenset(
    {
        DifferenceKind.UNIT,
        DifferenceKind.FORM,
        DifferenceKind.MEASURE,
        DifferenceKind.REGIONAL_FORM,
        DifferenceKind.ABBREVIATION,
        DifferenceKind.POPULATION,
        DifferenceKind.BASIS,
        DifferenceKind.PRICES,
        DifferenceKind.SERIES,
        DifferenceKind.OLD_SERIES,
        DifferenceKind.SCALE,
        DifferenceKind.LEVEL,
    }
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `own` and `other` are printed as in the plans, `year` is that of the values."""

    kind: DifferenceKind
    sureness: Sureness
    own: str
    other: str
    message: Message
    year: int | None = None
