"""Which region a mention stands for where the mention alone does not say.

Plans name their own region once, on the cover, and then speak of "the" agency and "the" city; lists mark
cities and leave regencies bare. What stands around a mention decides, and the basis tells how sure that is:

    place("Bogor", table)                              # None: the regency or the city
    place("Bogor", table, home="32.71")                # the city, whose own plan it is (HOME)
    place("BOGOR", table, beside=[kota_depok, garut])  # the regency: the list marks its cities (LIST)
    place("Dinas Sosial", table, home="64", level=Level.OWN)  # the province, by its agency (OWNER)
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from selaras.models.region_names import DESIGNATORS, RegionKind, Strength, name_words
from selaras.models.regions import Mention, Region, RegionTable


class Basis(StrEnum):
    """Why a region is meant, the surest first."""

    PRINTED = "printed"  # its name is printed and no other region bears it
    HOME = "home"  # several bear the name, one of them is the document's own or lies in its province
    LIST = "list"  # several bear the name, and the list marks those of the other kind
    ADDRESS = "address"  # several bear the name, and a street stands before it: addresses name cities
    MISPRINT = "misprint"  # its name is printed with a letter wrong, or cut at its end
    OWNER = "owner"  # no name is printed; the office is one of the document's region


class Level(StrEnum):
    """The region that an office belongs to, seen from the region whose plan names it."""

    OWN = "own"  # the plan's region: a dinas
    PROVINCE = "province"  # its province: the governor
    DISTRICT = "district"  # the regency or city: a camat
    REGENCY = "regency"  # a bupati
    CITY = "city"  # a wali kota
    NATION = "nation"  # none: a ministry


LEVEL_KINDS = {
    Level.PROVINCE: {RegionKind.PROVINCE},
    Level.DISTRICT: {RegionKind.KABUPATEN, RegionKind.KOTA},
    Level.REGENCY: {RegionKind.KABUPATEN},
    Level.CITY: {RegionKind.KOTA},
}
STREET = re.compile(r"\b(?:jl|jln|jalan)\b\.?\s+\S", re.IGNORECASE)
SHORTEST_MISPRINT = 6  # letters; shorter names are a letter away from too much else
MOST_LETTERS_CUT = 2


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a mention.

    `home` is the code of the region whose plan it is in, `beside` the other entries of its list, `level` the
    region that the office named there belongs to, `address` whether a street stands before it.
    """

    home: str | None = None
    beside: Sequence[Mention] = ()
    level: Level | None = None
    address: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """A region and why it is meant."""

    region: Region
    basis: Basis

    @property
    def strength(self) -> Strength:
        """STRONG where the name itself says it, WEAK where something else does."""
        return Strength.STRONG if self.basis is Basis.PRINTED else Strength.WEAK


def place(
    text: str,
    table: RegionTable,
    *,
    home: str | None = None,
    beside: Sequence[Mention] = (),
    level: Level | None = None,
) -> Placement | None:
    """The region that a short text stands for, or None; see `Surroundings` for what may be known."""
    meant = table.meant(text)
    if len(meant) == 1:
        return settle(meant[0], table, Surroundings(home, beside, level, is_address(text)))
    if meant:
        return None
    if region := misprinted(text, table):
        return Placement(region, Basis.MISPRINT)
    owner = owner_of(level, table.get(home or ""), table) if level else None
    return Placement(owner, Basis.OWNER) if owner else None


def settle(codes: Sequence[str], table: RegionTable, around: Surroundings) -> Placement | None:
    """Choose among the regions of one name; None where nothing around it decides."""
    regions = [table.regions[code] for code in codes]
    kinds = LEVEL_KINDS.get(around.level or Level.OWN, set(RegionKind))
    titled = [region for region in regions if region.kind in kinds] or regions
    if len(titled) == 1:
        return Placement(titled[0], Basis.PRINTED)
    near = _near(titled, around.home, table)
    if len(near) == 1:
        return Placement(near[0], Basis.HOME)
    listed = listed_kind(around.beside, table)
    basis = Basis.LIST if listed else Basis.ADDRESS
    kind = listed or (RegionKind.KOTA if around.address else None)
    fitting = [region for region in near if region.kind is kind]
    return Placement(fitting[0], basis) if len(fitting) == 1 else None


def _near(regions: Sequence[Region], home: str | None, table: RegionTable) -> Sequence[Region]:
    """The home itself, or else those in its province, or else all."""
    own = [region for region in regions if region.code == home]
    here = table.get(home or "")
    province = here.parent or here.code if here else None
    return own or [region for region in regions if region.parent == province] or regions


def listed_kind(beside: Iterable[Mention], table: RegionTable) -> RegionKind | None:
    """The kind of the bare names of a list that marks the other kind only: "BOGOR, GARUT, KOTA_DEPOK"."""
    marked = {
        table.regions[mention.codes[0]].kind for mention in beside if mention.strength is Strength.STRONG
    } - {RegionKind.PROVINCE}
    other = {RegionKind.KOTA: RegionKind.KABUPATEN, RegionKind.KABUPATEN: RegionKind.KOTA}
    return other[marked.pop()] if len(marked) == 1 else None


def is_address(text: str) -> bool:
    """Whether a text names a street."""
    return bool(STREET.search(text))


def owner_of(level: Level, home: Region | None, table: RegionTable) -> Region | None:
    """The region that an office belongs to in a plan of `home`; None where that does not say.

    The governor in a regency's plan is the one of its province; a camat in a province's plan may be of any
    of its regencies.
    """
    if home is None or level is Level.NATION:
        return None
    if level is Level.PROVINCE and home.parent:
        return table.get(home.parent)
    return home if home.kind in LEVEL_KINDS.get(level, {home.kind}) else None


def misprinted(text: str, table: RegionTable) -> Region | None:
    """The one region that a title announces with a letter wrong or cut off: "KOTA_TASIKMALAY"."""
    words = name_words(text)
    found = {
        region.code
        for place, word in enumerate(words)
        if word in DESIGNATORS
        for region in _nearly(words[place + 1 :], DESIGNATORS[word], table)
    }
    return table.regions[found.pop()] if len(found) == 1 else None


def _nearly(words: Sequence[str], kind: RegionKind, table: RegionTable) -> Iterator[Region]:
    for region in table.regions.values():
        if region.kind is not kind:
            continue
        name = name_words(region.short_name)
        printed, full = "".join(words[: len(name)]), "".join(name)
        if len(printed) < SHORTEST_MISPRINT:
            continue
        cut = len(words) <= len(name) and 0 < len(full) - len(printed) <= MOST_LETTERS_CUT
        if (cut and full.startswith(printed)) or Levenshtein.distance(printed, full, score_cutoff=1) == 1:
            yield region
