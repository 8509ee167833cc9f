"""Pairs of plans with planted mismatches between their indicators, for benchmarks; the same in every run.

Every indicator of a lower plan is a twin of one in the plan above, under another of its names where it has
several. Some twins are changed on purpose in one respect: unit, form, scale, direction, target, baseline,
month, method, base, prices, level, or people counted. Others only look changed: another unit with a factor
between, a baseline that is rounded, a target within the range. A third of all have no twin.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planted_changes import CHANGES, Base, Row, Twins

from selaras.models.catalogue import Catalogue
from selaras.models.concepts import LabelKind
from selaras.models.documents import Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.indicators import Indicator, YearlyValue, indicator_id
from selaras.models.passages import Passage
from selaras.models.plans import Plan
from selaras.models.values import parse_value

YEARS = range(2025, 2030)
PERIOD = Period(2025, 2029)
NAMES = frozenset({LabelKind.PREF, LabelKind.ALT})
THINGS = (
    "dermaga rakyat",
    "pasar nagari",
    "embung",
    "sanggar tari",
    "balai benih",
    "rumah baca",
    "taman bermain",
)
ENDS = ("yang berfungsi", "yang terawat", "yang bersertifikat", "yang buka setiap hari", "yang ramah warga")
AMOUNTS = {"Nilai penjualan": "Rp miliar", "Produksi": "ton", "Luas lahan": "ha"}
GOODS = ("garam rakyat", "madu hutan", "rotan", "sagu", "kemiri", "gambir")
COUNTED = ("kapal wisata", "gudang es", "menara pantau")
SIZE = 30  # indicators of a lower plan


@dataclass(frozen=True, slots=True)
class Planted:
    """Two plans, and the rules that each pair of indicators breaks, by their ids; "" for none."""

    own: Plan
    other: Plan
    expected: dict[tuple[str, str], str]


def plant(bases: Iterable[Base], *, seed: int = 5) -> Iterator[Planted]:
    """Plans of 30 indicators each, the one region and two regions by turns."""
    dice = random.Random(seed)
    listed = list(bases)
    dice.shuffle(listed)
    for number, start in enumerate(range(0, len(listed), SIZE)):
        yield _plant_one(listed[start : start + SIZE], number, dice)


def in_half(base: Base, half: str) -> bool:
    """Whether a measure is of one half: "seen" while working, or "apart"; the same in every run."""
    odd = int(hashlib.sha256(base.names[0].encode()).hexdigest(), 16) % 2
    return (half == "apart") == bool(odd)


def catalogue_bases(catalogue: Catalogue) -> list[Base]:
    """The measures of the catalogue with all names in Indonesian; groups and life tables are left out."""
    names: dict[str, list[str]] = {}
    for label in catalogue.labels:
        if label.kind in NAMES and label.language == "id" and not label.ambiguous:
            names.setdefault(label.code, []).append(label.text)
    concepts = [catalogue.concepts[code] for code in names if code in catalogue.concepts]
    chosen = (one for one in concepts if one.unit and not one.same_as and one.code != "IUP1")
    return [Base(tuple(names[one.code]), one.unit, one.direction) for one in chosen]


def local_bases() -> list[Base]:
    """Measures that no catalogue has, as agencies print them; the words are common, the measures invented."""
    shares = [Base((f"Persentase {one} {end}",), "%", "up") for one in THINGS for end in ENDS]
    amounts = [Base((f"{what} {good}",), unit, "up") for what, unit in AMOUNTS.items() for good in GOODS]
    counts = [Base((f"Jumlah {one} {end}",), "unit", "up") for one in COUNTED for end in ENDS]
    return [*shares, *amounts, *counts]


def _plant_one(bases: list[Base], number: int, dice: random.Random) -> Planted:
    one_region = number % 2 == 0
    above = _document(number, PlanKind.RPJPD if one_region else PlanKind.RPJMD, PlanLevel.PROVINCE, "98")
    place = (PlanLevel.PROVINCE, "98") if one_region else (PlanLevel.DISTRICT, "98.01")
    below = _document(number + 500, PlanKind.RPJMD, *place)
    owns, others, expected = [], [], {}
    for base in bases:
        mine, theirs, rule = _pair(base, dice, one_region=one_region)
        own, other = mine and _print(mine, below), theirs and _print(theirs, above)
        owns += [own] if own else []
        others += [other] if other else []
        if own and other:
            expected[own.id, other.id] = rule
    dice.shuffle(owns)
    return Planted(Plan(below, (), tuple(owns)), Plan(above, (), tuple(others)), expected)


def _pair(base: Base, dice: random.Random, *, one_region: bool) -> tuple[Row | None, Row | None, str]:
    own, other = _twins(base, dice, one_region=one_region)
    lot = dice.random()
    if lot < 0.3:
        return (own, None, "") if lot < 0.15 else (None, other, "")
    if lot < 0.55:
        return own, other, ""
    twins = Twins(base, own, other, one_region)
    tried = [change(twins, dice) for change in dice.sample(CHANGES, len(CHANGES))]
    return next((one for one in tried if one), (own, other, ""))


def _twins(base: Base, dice: random.Random, *, one_region: bool) -> tuple[Row, Row]:
    """Two rows that agree: one baseline in one region, and targets that ask for as much or for more."""
    start, decimals = _level(base.unit, dice)
    way = {"up": 1.0, "down": -1.0}.get(base.direction, 1.0)
    step = way * start * dice.uniform(0.01, 0.06)
    other = Row(dice.choice(base.names), base.unit, start, step, decimals)
    begin = start if one_region else start * (1 + way * dice.uniform(0.0, 0.05))
    return replace(other, name=dice.choice(base.names), start=begin), other


def _level(unit: str, dice: random.Random) -> tuple[float, int]:
    if "%" in unit or unit.casefold() == "persen":
        return dice.uniform(8, 60), 2
    if unit.casefold() in ("indeks", "nilai", "skor", "poin", "level"):
        return dice.choice((dice.uniform(40, 80), dice.uniform(2, 4))), 2
    if unit == "tahun":
        return dice.uniform(8, 14), 2
    if unit.startswith("per "):
        return dice.uniform(20, 300), 1
    return float(dice.randrange(400, 9000)), 0


def _print(row: Row, document: PlanningDocument) -> Indicator:
    def value(number: float, *, span: float = 0.0, remark: str = "") -> str:
        texts = [_number(one, row.decimals) for one in ((number, number + span) if span else (number,))]
        return "–".join(texts) + remark

    name, sha = row.name, document.sha256
    measure = row.unit or name
    baseline = parse_value(value(row.start, remark=row.remark), decimal_mark=",", measure=measure)
    targets = tuple(
        YearlyValue(
            year,
            parse_value(
                value(row.start + row.step * (place + 1), span=row.span), decimal_mark=",", measure=measure
            ),
        )
        for place, year in enumerate(YEARS)
    )
    own, place = indicator_id(document, None, name, row.unit), Passage(sha, 1, (), name)
    start = YearlyValue(2024, baseline)
    return Indicator(own, name, place, row.unit, baseline=start, targets=targets)


def _number(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _document(number: int, kind: PlanKind, level: PlanLevel, region: str) -> PlanningDocument:
    sha = DocumentId(f"{number:064x}")
    return PlanningDocument(sha, kind, level, region, None, PERIOD, f"Rencana {number}", 1)
