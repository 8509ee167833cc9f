"""How a twin of an indicator is changed in one respect, or only looks changed, and the rule it breaks."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

SHARES = re.compile(r"^(?:persentase|proporsi|prevalensi|cakupan|porsi)\b", re.IGNORECASE)
CHANGING = re.compile("pertumbuhan|penurunan|laju|peningkatan", re.IGNORECASE)
PEOPLE = re.compile("perempuan|laki|anak|usia|balita|wanita", re.IGNORECASE)
PLAIN = ("indeks", "nilai", "skor", "tahun", "peringkat", "level")
AVERAGES = ("kapita", "rata-rata", "per ")
CONVERTED = {"jiwa": ("ribu jiwa", 1e-3), "orang": ("ribu orang", 1e-3), "ton": ("kuintal", 10.0)}
CONVERTED |= {"Rp miliar": ("Rp juta", 1e3), "juta rupiah": ("miliar rupiah", 1e-3), "ha": ("km2", 0.01)}
CONVERTED |= {"%": ("permil", 10.0)}


@dataclass(frozen=True, slots=True)
class Base:
    """A measure that is planted: its names, unit and better direction."""

    names: tuple[str, ...]
    unit: str
    direction: str


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator before it is printed: first value and the step from year to year, in its own unit."""

    name: str
    unit: str | None
    start: float
    step: float
    decimals: int = 2
    span: float = 0.0  # width of the range that targets are printed as
    remark: str = ""  # behind the baseline: (Maret 2024)


@dataclass(frozen=True, slots=True)
class Twins:
    """A row of the lower plan and that of the plan above, of one region or of two."""

    base: Base
    own: Row
    other: Row
    one_region: bool

    @property
    def adds_up(self) -> bool:
        """Whether the number of a part of a region is smaller than that of all of it."""
        unit, name = self.base.unit, self.base.names[0].casefold()
        plain = "%" in unit or unit.startswith("per ") or unit in PLAIN
        return not plain and "/" not in unit and not any(word in name for word in AVERAGES)

    @property
    def comparable(self) -> bool:
        """Whether targets can be put beside each other."""
        known = self.base.direction in ("up", "down")
        return known and (self.one_region or not self.adds_up)


Changed = tuple[Row, Row, str]
Change = Callable[[Twins, random.Random], Changed | None]


def count_for_share(twins: Twins, dice: random.Random) -> Changed | None:
    """A number of persons or things in the place of their share, with a name and values of its own."""
    if "%" not in twins.base.unit or not SHARES.match(twins.own.name):
        return None
    unit = dice.choice(("orang", "unit", "kasus"))
    name = SHARES.sub("Jumlah", twins.own.name)
    start = float(dice.randrange(300, 9000))
    return (
        replace(twins.own, name=name, unit=unit, start=start, step=start / 30, decimals=0),
        twins.other,
        "UNIT_MISMATCH",
    )


def growth_for_level(twins: Twins, dice: random.Random) -> Changed | None:
    """How fast it grows in the place of how large it is."""
    if twins.base.unit in ("indeks", "nilai") or re.search(
        "pertumbuhan|penurunan|laju|peningkatan", twins.own.name, re.IGNORECASE
    ):
        return None
    name = f"Pertumbuhan {twins.own.name[0].lower()}{twins.own.name[1:]}"
    start = dice.uniform(2, 6)
    return (
        replace(twins.own, name=name, unit="%", start=start, step=0.2, decimals=2),
        twins.other,
        "UNIT_MISMATCH",
    )


def other_unit(twins: Twins, dice: random.Random) -> Changed | None:
    """The name stays, the unit and the values cannot be those of one measure."""
    unit = {"%": "orang", "tahun": "%", "orang": "%", "ton": "Rp miliar", "ha": "unit"}.get(twins.base.unit)
    if unit is None:
        return None
    start = dice.uniform(10, 80) if unit == "%" else float(dice.randrange(300, 9000))
    return replace(twins.own, unit=unit, start=start, step=start / 30), twins.other, "UNIT_MISMATCH"


def wrong_way(twins: Twins, dice: random.Random) -> Changed | None:
    """Targets that move against what is better, while those above move well."""
    if twins.base.direction not in ("up", "down"):
        return None
    rule = "DIRECTION_WRONG+TARGET_BELOW_PARENT" if twins.comparable else "DIRECTION_WRONG"
    return replace(twins.own, step=-twins.own.step * dice.uniform(0.5, 1)), twins.other, rule


def weaker(twins: Twins, dice: random.Random) -> Changed | None:
    """Targets that reach only a part of what the plan above asks for."""
    if not twins.comparable:
        return None
    step = twins.other.step * dice.uniform(0.2, 0.7)
    own = replace(twins.own, start=twins.other.start, step=step)
    return own, twins.other, "TARGET_BELOW_PARENT"


def other_baseline(twins: Twins, dice: random.Random) -> Changed | None:
    """Another baseline for the same region and year, and the same last target or a better one."""
    if not twins.one_region or twins.base.direction not in ("up", "down"):
        return None
    better = abs(twins.own.step) / twins.own.step
    shift = better * twins.own.start * dice.uniform(0.02, 0.08)
    return replace(twins.own, start=twins.own.start + shift), twins.other, "BASELINE_DIFFERS"


def other_scale(twins: Twins, dice: random.Random) -> Changed | None:
    """One unit, and values a hundred or a thousand times as large."""
    if twins.adds_up:
        return None
    times = dice.choice((100, 1000))
    return (
        replace(twins.own, start=twins.own.start * times, step=twins.own.step * times),
        twins.other,
        "SCALE_DIFFERS",
    )


def other_method(twins: Twins, dice: random.Random) -> Changed | None:
    """Each name tells its method, census base or base year."""
    first, second = dice.choice(
        (("metode baru", "metode lama"), ("LF SP2020", "SP2010"), ("tahun dasar 2010", "tahun dasar 2000"))
    )
    return _behind(twins, f" ({first})", f" ({second})", "METHOD_CHANGE")


def other_month(twins: Twins, dice: random.Random) -> Changed | None:
    """March against September, behind the name or the baseline."""
    if dice.random() < 0.5:
        own, other = (
            replace(twins.own, remark=" (Maret 2024)"),
            replace(twins.other, remark=" (September 2024)"),
        )
        return own, other, "BASELINE_YEAR_MIX"
    return _behind(twins, " (Maret)", " (September)", "BASELINE_YEAR_MIX")


def other_basis(twins: Twins, _: random.Random) -> Changed | None:
    """A share of the GRDP of the region in the place of one of the GDP."""
    if "%" not in twins.base.unit or re.search(r"pdr?b|terhadap", twins.own.name, re.IGNORECASE):
        return None
    return _behind(twins, " terhadap PDRB", " terhadap PDB", "OTHER_BASE")


def other_prices(twins: Twins, _: random.Random) -> Changed | None:
    """Current prices against constant ones."""
    if not re.search("rp|rupiah", twins.base.unit, re.IGNORECASE):
        return None
    return _behind(twins, " atas dasar harga berlaku", " atas dasar harga konstan", "OTHER_BASE")


def other_people(twins: Twins, dice: random.Random) -> Changed | None:
    """Women only, or another age."""
    if "%" not in twins.base.unit or re.search(
        "perempuan|laki|anak|usia|balita|wanita", twins.own.name, re.IGNORECASE
    ):
        return None
    first, second = dice.choice(
        ((" perempuan", " laki-laki"), (" usia 15 tahun ke atas", " usia 25 tahun ke atas"))
    )
    return _behind(twins, first, second, "OTHER_MEASURE")


def other_unit_alike(twins: Twins, _: random.Random) -> Changed | None:
    """Another unit with a factor between: nothing is broken."""
    if twins.base.unit not in CONVERTED:
        return None
    unit, factor = CONVERTED[twins.base.unit]
    own = replace(
        twins.own, unit=unit, start=twins.own.start * factor, step=twins.own.step * factor, decimals=4
    )
    return own, twins.other, ""


def rounded(twins: Twins, _: random.Random) -> Changed | None:
    """A figure that is printed less finely: nothing is broken, unless a target stands beside it."""
    if not twins.one_region or twins.own.decimals < 2:
        return None
    return replace(twins.own, decimals=1), twins.other, ""


def within_range(twins: Twins, _: random.Random) -> Changed | None:
    """A target within the range of the plan above: nothing is broken."""
    if not twins.comparable or not twins.one_region:
        return None
    return (
        replace(twins.own, step=twins.other.step * 1.1),
        replace(twins.other, span=abs(twins.other.step)),
        "",
    )


def _behind(twins: Twins, own: str, other: str, rule: str) -> Changed:
    names = f"{twins.own.name}{own}", f"{twins.own.name}{other}"
    return replace(twins.own, name=names[0]), replace(twins.other, name=names[1]), rule


CHANGES: tuple[Change, ...] = (
    count_for_share,
    count_for_share,
    growth_for_level,
    other_unit,
    wrong_way,
    weaker,
    other_baseline,
    other_scale,
    other_method,
    other_month,
    other_basis,
    other_prices,
    other_people,
    other_unit_alike,
    rounded,
    within_range,
)
