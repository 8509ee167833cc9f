"""The target for the last year that both plans set one for: weaker, stronger, or why that cannot be told."""

from collections.abc import Iterator

from selaras.models.catalogue import Catalogue
from selaras.models.indicators import Direction, YearlyValue
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.figures import figure
from selaras.models.measures.targets import (
    Standing,
    better_direction,
    printed_unit,
    share_a_unit,
    shared,
    standing,
)
from selaras.models.measures.trends import trend_of
from selaras.models.measures.unlike import Pair
from selaras.models.messages import message

K = DifferenceKind
KINDS = {Standing.WEAKER: K.TARGET_WEAKER, Standing.STRONGER: K.TARGET_STRONGER}


def last_target(pair: Pair, catalogue: Catalogue, *, part: bool) -> Iterator[Difference]:
    """Compare the last targets; `part` tells that one is a number of a part of the other's region."""
    rows = shared(pair.own, pair.other)
    direction, sureness = _better(pair, catalogue)
    obstacle = _obstacle(pair, rows, direction, part=part)
    if obstacle:
        yield Difference(K.UNKNOWN, Sureness.UNKNOWN, "", "", message(f"difference.unknown.{obstacle}"))
    elif direction:
        yield from _compare(pair, rows, direction, sureness)


def _obstacle(
    pair: Pair, rows: list[tuple[int, YearlyValue, YearlyValue]], direction: Direction | None, *, part: bool
) -> str | None:
    """What stands in the way of comparing, by its code; None where nothing does."""
    if not pair.own.targets or not pair.other.targets:
        return "no_target"
    if not rows:
        return "no_year"
    if part:
        return "part"
    if not share_a_unit(pair.own, pair.other):
        return "no_unit"
    return None if direction else "no_direction"


def _better(pair: Pair, catalogue: Catalogue) -> tuple[Direction | None, Sureness]:
    """Which way is better: as the plans or the catalogue tell, or as the targets of the plan above move."""
    told = {better_direction(one, catalogue) for one in (pair.own, pair.other)} - {None}
    if told:
        return (told.pop(), Sureness.CERTAIN) if len(told) == 1 else (None, Sureness.UNKNOWN)
    wanted = trend_of(pair.other, printed_unit(pair.other))
    return (wanted, Sureness.LIKELY) if wanted else (None, Sureness.UNKNOWN)


def _compare(
    pair: Pair, rows: list[tuple[int, YearlyValue, YearlyValue]], direction: Direction, sureness: Sureness
) -> Iterator[Difference]:
    """The last year in which both values are plain tells; a footnote may tell of another method."""
    for year, own, other in reversed(rows):
        first = figure(own.value, printed_unit(pair.own, own))
        second = figure(other.value, printed_unit(pair.other, other))
        if first and second:
            footnote = own.value.footnote or other.value.footnote
            found = standing(first, second, direction)
            if footnote:
                yield _difference(K.FOOTNOTE, Sureness.POSSIBLE, year, own, other)
            elif found:
                yield _difference(KINDS[found], sureness, year, own, other)
            return
    yield Difference(K.UNKNOWN, Sureness.UNKNOWN, "", "", message("difference.unknown.no_number"))


def _difference(
    kind: DifferenceKind, sureness: Sureness, year: int, own: YearlyValue, other: YearlyValue
) -> Difference:
    printed = {"year": year, "source": own.value.text, "target": other.value.text}
    words = message(f"difference.{kind.value}", **printed)
    return Difference(kind, sureness, own.value.text, other.value.text, words, year)
