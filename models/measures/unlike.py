"""Differences in how two indicators measure, told from their names and units alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.indicators import Indicator
from selaras.models.measures.aspects import CHANGES, COMPARED, Aspects, Form, aspects, month_of
from selaras.models.measures.difference import Difference, DifferenceKind, Sureness
from selaras.models.measures.units import Dimension, Unit, UnitMatch, compare_units
from selaras.models.messages import message

K = DifferenceKind
HALVES = (frozenset({"perempuan", "laki-laki"}), frozenset({"perkotaan", "perdesaan"}))
LIFE = "life"  # the life table, which names tell by "angka" or "usia": a likely sign, never a certain one


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator with that of the plan above, and what their names tell."""

    own: Indicator
    other: Indicator

    @property
    def aspects(self) -> tuple[Aspects, Aspects]:
        """What is printed of how either measures."""
        return aspects(self.own.name, self.own.unit), aspects(self.other.name, self.other.unit)


def find_unlike(pair: Pair, *, same: bool = True) -> Iterator[Difference]:
    """All such differences, the gravest first; what is not printed on one side differs from nothing.

    `same` tells that both are known to measure one thing: groups of people that only their wording tells are
    then no others. A number and a share of one thing need not name the same people either.
    """
    found = [difference for check in CHECKS if (difference := check(pair))]
    yield from found
    if not same and not any(one.kind in (K.FORM, K.UNIT) for one in found):
        yield from filter(None, (_groups(pair),))


def _tell(kind: DifferenceKind, sureness: Sureness, own: str, other: str) -> Difference:
    words = message(f"difference.{kind.value}", source=own, target=other)
    return Difference(kind, sureness, own, other, words)


def _form(pair: Pair) -> Difference | None:
    """A number against a share, a growth against what grows."""
    first, second = (one.form for one in pair.aspects)
    if first is None or second is None or first is second or not {first, second} <= COMPARED:
        return None
    if {first, second}.isdisjoint(CHANGES) and not _units_tell(pair):
        return None
    if _match(pair) is UnitMatch.SAME:  # a growth in percent and a share in percent: the names tell
        return _tell(K.FORM, Sureness.CERTAIN, pair.own.name, pair.other.name)
    return _tell(K.FORM, Sureness.CERTAIN, _shown(pair.own), _shown(pair.other))


def _units_tell(pair: Pair) -> bool:
    """Whether the units are those of two forms; where one is not printed, names tell all but an index."""
    unprinted = any(one.unit is None for one in pair.aspects)
    return _match(pair) is UnitMatch.OTHER or (
        unprinted and Form.INDEX not in {one.form for one in pair.aspects}
    )


def _unit(pair: Pair) -> Difference | None:
    match = _match(pair)
    if match is UnitMatch.CONVERTIBLE:
        return _tell(K.UNIT_SCALE, Sureness.CERTAIN, _shown(pair.own), _shown(pair.other))
    if match is UnitMatch.OTHER and not _form(pair):
        return _tell(K.UNIT, Sureness.CERTAIN, _shown(pair.own), _shown(pair.other))
    return None


def _match(pair: Pair) -> UnitMatch:
    first, second = (one.unit for one in pair.aspects)
    return compare_units(_without_basis(first), _without_basis(second))


def _without_basis(unit: Unit | None) -> Unit | None:
    """The unit without the output that it is a share of, which is compared on its own."""
    return Unit(unit.dimension, unit.factor) if unit and unit.dimension is Dimension.SHARE else unit


def _shown(indicator: Indicator) -> str:
    """Its unit, or its name where that is all that tells."""
    return indicator.unit or indicator.name


def _basis(pair: Pair) -> Difference | None:
    return _words(K.BASIS, [one.basis for one in pair.aspects])


def _prices(pair: Pair) -> Difference | None:
    return _words(K.PRICES, [one.prices for one in pair.aspects])


def _month(pair: Pair) -> Difference | None:
    return _words(K.MONTH, [_month_of(one) for one in (pair.own, pair.other)])


def _month_of(indicator: Indicator) -> str | None:
    """The month of the figures: by the name, or else by the baseline as printed."""
    named = aspects(indicator.name, indicator.unit).month
    return named or (month_of(indicator.baseline.value.text) if indicator.baseline else None)


def _words(kind: DifferenceKind, told: Sequence[str | None]) -> Difference | None:
    first, second = told
    return _tell(kind, Sureness.CERTAIN, first, second) if first and second and first != second else None


def _series(pair: Pair) -> Difference | None:
    first, second = (dict(one.series) for one in pair.aspects)
    for kind in sorted(first.keys() & second.keys()):
        if first[kind] != second[kind]:
            told = (K.OLD_SERIES, Sureness.LIKELY) if kind == LIFE else (K.SERIES, Sureness.CERTAIN)
            return _tell(*told, first[kind], second[kind])
    return _series_of_one(first, second)


def _series_of_one(first: Mapping[str, str], second: Mapping[str, str]) -> Difference | None:
    """A series that only one of them names: the other may be of the same."""
    own, other = (
        ", ".join(value for kind, value in sorted(one.items()) if kind != LIFE) for one in (first, second)
    )
    if bool(own) == bool(other):
        return None
    return Difference(
        K.SERIES, Sureness.POSSIBLE, own, other, message("difference.one_sided", words=own or other)
    )


def _population(pair: Pair) -> Difference | None:
    """Other ages, or the other of two halves: women and men, towns and villages."""
    first, second = pair.aspects
    if first.ages and second.ages and first.ages != second.ages:
        return _tell(K.POPULATION, Sureness.CERTAIN, _listed(first.ages), _listed(second.ages))
    for halves in HALVES:
        own, other = first.groups & halves, second.groups & halves
        if own and other and own != other:
            return _tell(K.POPULATION, Sureness.CERTAIN, _listed(own), _listed(other))
    return None


def _age_of_one(pair: Pair) -> Difference | None:
    """An age that only one of them names: whom the other counts is not known."""
    own, other = (_listed(one.ages) for one in pair.aspects)
    if bool(own) == bool(other):
        return None
    words = message("difference.one_sided", words=own or other)
    return Difference(K.POPULATION, Sureness.POSSIBLE, own, other, words)


def _groups(pair: Pair) -> Difference | None:
    """Groups that either names and the other does not."""
    own, other = (_listed(one.groups) for one in pair.aspects)
    if own == other:
        return None
    if own and other:
        return _tell(K.POPULATION, Sureness.LIKELY, own, other)
    words = message("difference.group_of_one", words=own or other)
    return Difference(K.POPULATION, Sureness.LIKELY, own, other, words)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def _level(pair: Pair) -> Difference | None:
    return _words(K.LEVEL, [_listed(one.levels) for one in pair.aspects])


CHECKS: tuple[Callable[[Pair], Difference | None], ...] = (
    _form,
    _unit,
    _population,
    _age_of_one,
    _basis,
    _prices,
    _series,
    _month,
    _level,
)
