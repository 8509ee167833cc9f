"""Units as plans print them, taken apart: what they measure and how many of the plain unit one of them is.

    read_unit("ribu jiwa")            # Unit(COUNT, 1000.0, "orang")
    read_unit("per 1.000 KH")         # Unit(RATE, 0.001, "kelahiran hidup")
    read_unit("% PDRB")               # Unit(SHARE, 0.01, "pdrb")
    compare_units(a, b)               # SAME, CONVERTIBLE, OTHER or UNCLEAR

The tables are in `data/measure_units.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from selaras.models.ids import fold


class Dimension(StrEnum):
    """What a unit measures, as far as it tells whether values may be compared."""

    SHARE = "share"
    RATE = "rate"  # so many in a thousand, per head, per hectare
    MONEY = "money"
    COUNT = "count"
    QUANTITY = "quantity"  # of time, mass, area, length, energy
    SCORE = "score"  # index, points: no unit in truth
    GRADE = "grade"
    RANK = "rank"


class UnitMatch(StrEnum):
    """How two units stand to each other."""

    SAME = "same"
    CONVERTIBLE = "convertible"  # by a factor
    OTHER = "other"  # no factor turns one into the other
    UNCLEAR = "unclear"  # one is not printed, not known, or counts something else


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` of the plain one, `of` what is counted, weighed or paid ("" where it does not say)."""

    dimension: Dimension
    factor: float = 1.0
    of: str = ""


LONGEST = 60
MILLIARDS = "M"  # as a heading has it: metres, or miliar rupiah
NUMBER = re.compile(r"(?<![\w.,])(?:10{0,2}(?:[., ]?000)+|100)(?![\w.,])")
RAISED = re.compile(r"\bm\s+(?=[23]\b)")  # m 2: a square whose figure is read as a word of its own
PER = re.compile(r"\s*[/:]\s*|\bper\b|\btiap\b")
NAMED_BASE = re.compile(r"\bpdr?b\b")
TIME = "waktu"
KNOWN_SCALES = frozenset({Dimension.SHARE, Dimension.RATE})
FREE = frozenset({Dimension.SCORE, Dimension.GRADE, Dimension.RANK})
# Dimensions that cannot be those of one measure; a share may be printed as an index, a count as a quantity.
APART = frozenset(
    frozenset(pair)
    for pair in (
        (Dimension.SHARE, Dimension.COUNT),
        (Dimension.SHARE, Dimension.MONEY),
        (Dimension.SHARE, Dimension.QUANTITY),
        (Dimension.SHARE, Dimension.GRADE),
        (Dimension.SHARE, Dimension.RANK),
        (Dimension.RATE, Dimension.COUNT),
        (Dimension.RATE, Dimension.MONEY),
        (Dimension.RATE, Dimension.QUANTITY),
        (Dimension.RATE, Dimension.SCORE),
        (Dimension.MONEY, Dimension.COUNT),
        (Dimension.MONEY, Dimension.QUANTITY),
        (Dimension.MONEY, Dimension.SCORE),
        (Dimension.COUNT, Dimension.SCORE),
        (Dimension.COUNT, Dimension.GRADE),
        (Dimension.COUNT, Dimension.QUANTITY),
        (Dimension.QUANTITY, Dimension.SCORE),
        (Dimension.RANK, Dimension.SCORE),
        (Dimension.RANK, Dimension.GRADE),
    )
)


@lru_cache(maxsize=1024)
def read_unit(printed: str | None) -> Unit | None:
    """Take a unit apart; None where none is printed or nothing of it is known.

    >>> read_unit("Rp juta")
    Unit(dimension=<Dimension.MONEY: 'money'>, factor=1000000.0, of='rupiah')
    """
    text = " ".join((printed or "")[:LONGEST].casefold().replace("us$", "usd").split())
    if not text or printed == MILLIARDS:
        return None
    above, *below = (part.strip() for part in PER.split(text, maxsplit=1))
    if below:
        told = "/" not in text or fold(below[0]).split()[:1] in ([word] for word in _table()["base"])
        return _rate(above, below[0], told=told)
    return _plain(text)


def compare_units(first: Unit | None, second: Unit | None) -> UnitMatch:
    """Tell whether values in the two units can be compared, as they are or by a factor."""
    if first is None or second is None:
        return UnitMatch.UNCLEAR
    if first.dimension is second.dimension:
        return _same_dimension(first, second)
    if {first.dimension, second.dimension} == KNOWN_SCALES:
        return UnitMatch.CONVERTIBLE
    apart = frozenset((first.dimension, second.dimension)) in APART
    return UnitMatch.OTHER if apart else UnitMatch.UNCLEAR


def _same_dimension(first: Unit, second: Unit) -> UnitMatch:
    if first.dimension in FREE:
        return UnitMatch.SAME
    if _is_each_time(first) is not _is_each_time(second) and first.dimension is Dimension.QUANTITY:
        return UnitMatch.OTHER if TIME in (first.of, second.of) else UnitMatch.UNCLEAR
    if not _of_one_thing(first, second):
        counted = first.dimension in (Dimension.COUNT, Dimension.SHARE, Dimension.RATE)
        return UnitMatch.UNCLEAR if counted else UnitMatch.OTHER
    return UnitMatch.SAME if first.factor == second.factor else UnitMatch.CONVERTIBLE


def _of_one_thing(first: Unit, second: Unit) -> bool:
    """Whether both count one thing; for each of what is often left out: kWh stands for kWh/kapita."""
    (own, _, base), (other, _, other_base) = first.of.partition("/"), second.of.partition("/")
    if first.dimension is Dimension.RATE:
        return first.of == second.of or not (first.of and second.of)
    return own == other and (base == other_base or not (base and other_base))


def _is_each_time(unit: Unit) -> bool:
    """Whether it is so much for each day or hour; "per tahun" was left out in reading."""
    known = _table()["quantity"].get(unit.of.rpartition("/")[2])
    return "/" in unit.of and known is not None and known["of"] == TIME


def _plain(text: str) -> Unit | None:
    table = _table()
    if "%" in text or "‰" in text:
        base = NAMED_BASE.search(text)
        return Unit(Dimension.SHARE, 0.01 if "%" in text else 0.001, base.group() if base else "")
    raised = RAISED.sub("m", text.replace("²", "2").replace("³", "3"))
    words = fold(raised).split()
    factor = 1.0
    for word in words:
        factor *= table["magnitude"].get(word, 1.0)
    found = (_word(word, factor, table, words) for word in words)
    return next((unit for unit in found if unit), None)


def _word(word: str, factor: float, table: Mapping[str, Any], words: list[str]) -> Unit | None:
    if word in table["share"]:
        base = next((one for one in words if NAMED_BASE.fullmatch(one)), "")
        return Unit(Dimension.SHARE, table["share"][word], base)
    if word in table["money"]:
        return Unit(Dimension.MONEY, factor, table["money"][word])
    if word in table["quantity"]:
        return _quantity(table["quantity"][word], factor, words)
    if word in table["count"]:
        return Unit(Dimension.COUNT, factor, table["count"][word])
    named = (Dimension.SCORE, Dimension.GRADE, Dimension.RANK)
    return next((Unit(one) for one in named if word in table[one.value]["words"]), None)


def _quantity(known: Mapping[str, Any], factor: float, words: list[str]) -> Unit:
    """A quantity; tonnes of carbon dioxide are no other tonnes."""
    gas = any(word.startswith("co2") for word in words)
    return Unit(Dimension.QUANTITY, factor * float(known["factor"]), known["of"] + (" co2" if gas else ""))


def _rate(above: str, below: str, *, told: bool) -> Unit | None:
    """So many of something for each of something else; "per tahun" is often left out and says little.

    `told` is False where a stroke may part two words for one thing.
    """
    table = _table()
    number = NUMBER.search(below)
    size = float(re.sub(r"\D", "", number.group())) if number else 1.0
    words = fold(NUMBER.sub(" ", below)).split()
    base = " ".join(filter(None, (table["base"].get(word, word) for word in words)))
    upper = _plain(above)
    if number:
        return Unit(Dimension.RATE, 1 / size, base)
    if not base or upper is None:
        return upper
    if upper.dimension is Dimension.COUNT:
        return Unit(Dimension.RATE, upper.factor, base) if told else upper  # desa/kel: one or the other
    return Unit(upper.dimension, upper.factor, f"{upper.of}/{base}")


@cache
def _table() -> Mapping[str, Any]:
    source = files("selaras.models").joinpath("data", "measure_units.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
