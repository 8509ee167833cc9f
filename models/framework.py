"""The national plans that all others serve: RPJPN 2025-2045 and RPJMN 2025-2029, item by item.

RPJPN 2025-2045 is Undang-Undang Nomor 59 Tahun 2024: 1 visi, 5 sasaran visi, 8 misi (agenda), 17 arah
pembangunan and 45 indikator utama pembangunan (IUP). RPJMN 2025-2029 is Peraturan Presiden Nomor 12
Tahun 2025, whose eight national priorities are the Asta Cita. Figures carry how sure their source is; what
has no source is absent.

>>> load_rpjpn().get("IUP8").name
'Tingkat kemiskinan'
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

RPJPN_LAW = "UU 59/2024"
RPJMN_LAW = "Perpres 12/2025"


class FrameworkKind(StrEnum):
    """What an item of a national plan is."""

    VISION = "VISION"  # visi
    VISION_TARGET = "VISION_TARGET"  # sasaran visi
    VISION_INDICATOR = "VISION_INDICATOR"  # indicator of a sasaran visi
    MISSION = "MISSION"  # misi (agenda)
    ARAH = "ARAH"  # arah pembangunan
    PRIORITY = "PRIORITY"  # prioritas nasional of the RPJMN (Asta Cita)
    INDICATOR = "INDICATOR"  # one of the 45 IUP; an indicator of the RPJMN
    SUB_INDICATOR = "SUB_INDICATOR"  # a part of an IUP, such as IUP2a


@dataclass(frozen=True, slots=True)
class FrameworkFigure:
    """A figure as printed, for a year or date, and how sure it is (`high`, `secondary-source`, ...)."""

    period: str
    text: str
    certainty: str


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """One statement or indicator of a national plan; `regional_name` is what regions put in its place."""

    code: str
    kind: FrameworkKind
    name: str
    parent: str | None = None
    regional_name: str | None = None
    unit: str | None = None
    baseline: FrameworkFigure | None = None
    targets: tuple[FrameworkFigure, ...] = ()
    region: str | None = None  # code of the province that the figures are for; None for the nation
    source: str = RPJPN_LAW


@dataclass(frozen=True, slots=True)
class Framework:
    """All items of a national plan, in its order."""

    law: str
    period: tuple[int, int]
    items: tuple[FrameworkItem, ...]

    def get(self, code: str) -> FrameworkItem | None:
        """The item with this code."""
        return next((item for item in self.items if item.code == code), None)

    def children(self, code: str) -> tuple[FrameworkItem, ...]:
        """The items directly below one, in the order of the plan."""
        return tuple(item for item in self.items if item.parent == code)

    def by_kind(self, kind: FrameworkKind) -> tuple[FrameworkItem, ...]:
        """All items of one kind, in the order of the plan."""
        return tuple(item for item in self.items if item.kind is kind)


RPJPN_KINDS = {
    "visi": FrameworkKind.VISION,
    "sasaran_visi": FrameworkKind.VISION_TARGET,
    "indikator_sv": FrameworkKind.VISION_INDICATOR,
    "misi": FrameworkKind.MISSION,
    "arah": FrameworkKind.ARAH,
    "iup": FrameworkKind.INDICATOR,
}
IUP_NUMBER = re.compile(r"IUP\d+")  # IUP5a.i is a part of IUP5


@cache
def load_rpjpn() -> Framework:
    """Read RPJPN 2025-2045 (UU 59/2024) from the packaged data file."""
    items = tuple(_rpjpn_item(row) for row in _read_rows("rpjpn_2025_2045.csv"))
    return Framework(RPJPN_LAW, (2025, 2045), items)


@cache
def load_rpjmn() -> Framework:
    """Read RPJMN 2025-2029 (Perpres 12/2025) from the packaged data file."""
    items = tuple(_rpjmn_item(row) for row in _read_rows("rpjmn_2025_2029.csv"))
    return Framework(RPJMN_LAW, (2025, 2029), items)


def _rpjpn_item(row: Mapping[str, str]) -> FrameworkItem:
    code, kind, parent = row["code"], RPJPN_KINDS[row["kind"]], row["parent_code"]
    whole = IUP_NUMBER.match(code)
    if whole and whole[0] != code:
        kind, parent = FrameworkKind.SUB_INDICATOR, whole[0]
    target = _figure("2045", row["target_2045"], row["target_certainty"])
    return FrameworkItem(
        code,
        kind,
        row["name"],
        parent=parent or None,
        regional_name=row["regional_name"] or None,
        unit=row["unit"] or None,
        baseline=_figure("2025", row["baseline_2025"], row["baseline_certainty"]),
        targets=(target,) if target else (),
    )


def _rpjmn_item(row: Mapping[str, str]) -> FrameworkItem:
    certainty = row["certainty"]
    targets = (_figure(year, row[f"target_{year}"], certainty) for year in ("2025", "2029"))
    return FrameworkItem(
        row["code"],
        _rpjmn_kind(row),
        row["name"],
        parent=row["parent"] or None,
        unit=row["unit"] or None,
        baseline=_figure(row["baseline_year"], row["baseline"], certainty),
        targets=tuple(figure for figure in targets if figure),
        region=row["level"].removeprefix("province:") if ":" in row["level"] else None,
        source=row["source"],
    )


def _rpjmn_kind(row: Mapping[str, str]) -> FrameworkKind:
    if not row["parent"]:
        return FrameworkKind.VISION
    return FrameworkKind.INDICATOR if row["unit"] else FrameworkKind.PRIORITY


def _figure(period: str, text: str, certainty: str) -> FrameworkFigure | None:
    return FrameworkFigure(period, text, certainty) if text else None


def _read_rows(name: str) -> list[dict[str, str]]:
    text = files("selaras.models").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
