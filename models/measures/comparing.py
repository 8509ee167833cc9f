"""In what an indicator differs from the one of the plan above that measures the same.

    compare_indicators(own, other, catalogue, documents=(own_plan.document, other_plan.document))

Names and units are compared first. Where they tell that the values say nothing about each other, these are
not compared; else units are converted, and baselines, trends and targets put beside each other. What cannot
be compared is told with the reason. The documents tell whose figures they are: only figures of one region
and year must agree, and a number of a regency is a part of the province's.
"""

from collections.abc import Iterator
from math import log10

from selaras.models.catalogue import Catalogue
from selaras.models.documents import PlanningDocument
from selaras.models.ids import fold
from selaras.models.indicators import Direction, Indicator, YearlyValue
from selaras.models.measures.aspects import CHANGES, Form, aspects
from selaras.models.measures.difference import APART, Difference, DifferenceKind, Sureness
from selaras.models.measures.figures import figure, is_equal, ratio
from selaras.models.measures.last_target import last_target
from selaras.models.measures.targets import better_direction, printed_unit, share_a_unit
from selaras.models.measures.trends import trend_of
from selaras.models.measures.units import UnitMatch, compare_units
from selaras.models.measures.unlike import Pair, find_unlike
from selaras.models.messages import message

K = DifferenceKind
Documents = tuple[PlanningDocument, PlanningDocument]
LEAST_POWER, NEAR_POWER = 2, 0.25  # a hundredfold; in powers of ten, how near to a full one
NUMBERS = frozenset({Form.COUNT, Form.AMOUNT, Form.QUANTITY})
AVERAGES = ("rata", "kapita", "rerata")  # words of names of amounts that do not add up over regions
TIME = "waktu"


def compare_indicators(
    own: Indicator, other: Indicator, catalogue: Catalogue, *, documents: Documents | None = None
) -> tuple[Difference, ...]:
    """Everything in which two indicators that measure the same differ, the gravest kinds first."""
    pair = Pair(own, other)
    unlike = list(find_unlike(pair))
    apart = any(one.kind in APART and one.sureness is not Sureness.POSSIBLE for one in unlike)
    if not apart and (scale := _scale(pair, documents)):
        return (*unlike, scale)
    values = () if apart else (*_trends(pair, catalogue), *_values(pair, catalogue, documents))
    return (*unlike, *values)


def _values(pair: Pair, catalogue: Catalogue, documents: Documents | None) -> Iterator[Difference]:
    months = any(one.kind is K.MONTH for one in find_unlike(pair))
    if (baseline := _baseline(pair, documents)) and not months:
        yield baseline
    yield from last_target(pair, catalogue, part=is_part(pair, documents))


def _trends(pair: Pair, catalogue: Catalogue) -> Iterator[Difference]:
    """Directions that are told to be opposite, and targets that move against what is better."""
    better = [better_direction(one, catalogue) for one in (pair.own, pair.other)]
    if None not in better and better[0] is not better[1]:
        words = message("difference.direction", source=pair.own.name, target=pair.other.name)
        yield Difference(K.DIRECTION, Sureness.LIKELY, pair.own.name, pair.other.name, words)
        return
    own, other = _trend(pair.own), _trend(pair.other)
    wanted = better[0] or better[1]
    if own and other and own is not other:
        yield _trend_difference(pair, Sureness.CERTAIN if wanted else Sureness.LIKELY)
    elif own and wanted and other is None and own is not wanted:
        yield _trend_difference(pair, Sureness.LIKELY)


def _trend(indicator: Indicator) -> Direction | None:
    return trend_of(indicator, printed_unit(indicator))


def _trend_difference(pair: Pair, sureness: Sureness) -> Difference:
    own, other = course(pair.own), course(pair.other)
    if not other:  # nothing stands beside it: a reason to look at the plan itself
        words = message("difference.trend_alone", source=own)
        return Difference(K.TREND, Sureness.POSSIBLE, own, other, words)
    return Difference(K.TREND, sureness, own, other, message("difference.trend", source=own, target=other))


def course(indicator: Indicator) -> str:
    """First and last value as printed: `3,90 → 4,75`."""
    values = [one.value.text for one in (indicator.baseline, *indicator.targets) if one]
    return f"{values[0]} → {values[-1]}" if len(values) > 1 else "".join(values)


def _scale(pair: Pair, documents: Documents | None) -> Difference | None:
    """Values in one unit that are a hundred or a thousand times apart: one is printed on another scale."""
    own, other = (_some_value(one) for one in (pair.own, pair.other))
    if not own or not other or is_part(pair, documents) or not {_form(pair)}.isdisjoint(CHANGES):
        return None
    units = [printed_unit(of, one) for of, one in ((pair.own, own), (pair.other, other))]
    if None in units or compare_units(*units) is UnitMatch.UNCLEAR:
        units = [None, None]  # as they are printed
    first, second = (figure(one.value, unit) for one, unit in zip((own, other), units, strict=True))
    times = ratio(first, second) if first and second else None
    if times is None or not _is_power(times):
        return None
    words = message("difference.scale", source=own.value.text, target=other.value.text)
    return Difference(K.SCALE, Sureness.LIKELY, own.value.text, other.value.text, words)


def _is_power(times: float) -> bool:
    """Whether something is about a hundred, a thousand or more times as large, or as small."""
    size = abs(log10(times))
    return size > LEAST_POWER - NEAR_POWER and abs(size - round(size)) < NEAR_POWER


def _some_value(indicator: Indicator) -> YearlyValue | None:
    """The baseline, or else the first target that is a number."""
    values = (one for one in (indicator.baseline, *indicator.targets) if one)
    return next((one for one in values if figure(one.value, None)), None)


def is_part(pair: Pair, documents: Documents | None) -> bool:
    """Whether a number of one region stands beside that of another, of which it may be a part."""
    if documents and documents[0].region == documents[1].region:
        return False
    return any(_adds_up(one) for one in (pair.own, pair.other))


def _adds_up(indicator: Indicator) -> bool:
    """Whether what is measured is larger where more people live."""
    told = aspects(indicator.name, indicator.unit)
    average = set(AVERAGES).intersection(fold(indicator.name).split())
    per_something = told.unit is not None and ("/" in told.unit.of or told.unit.of == TIME)
    return told.form in NUMBERS and not average and not per_something


def _form(pair: Pair) -> Form | None:
    return pair.aspects[0].form


def _baseline(pair: Pair, documents: Documents | None) -> Difference | None:
    """Another baseline for the same year of the same region."""
    own, other = pair.own.baseline, pair.other.baseline
    if not own or not other or not documents or not _of_one_region(documents) or own.year != other.year:
        return None
    if own.year is None or not share_a_unit(pair.own, pair.other):
        return None
    first, second = (
        figure(own.value, printed_unit(pair.own, own)),
        figure(other.value, printed_unit(pair.other, other)),
    )
    if first is None or second is None or is_equal(first, second):
        return None
    return _baseline_difference(pair, own, other, documents)


def _baseline_difference(
    pair: Pair, own: YearlyValue, other: YearlyValue, documents: Documents
) -> Difference:
    """An agency may measure itself where the region measures all its agencies."""
    one_holder = documents[0].agency == documents[1].agency or _form(pair) is not Form.INDEX
    sureness = Sureness.LIKELY if one_holder else Sureness.POSSIBLE
    if own.value.footnote or other.value.footnote:
        sureness = Sureness.POSSIBLE
    printed = {"year": own.year, "source": own.value.text, "target": other.value.text}
    words = message("difference.baseline", **printed)
    return Difference(K.BASELINE, sureness, own.value.text, other.value.text, words, own.year)


def _of_one_region(documents: Documents) -> bool:
    own, other = documents
    return own.level is not None and (own.level, own.region) == (other.level, other.region)
