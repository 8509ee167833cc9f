"""The provinces, regencies and cities of Indonesia, by the codes of the Ministry of Home Affairs.

>>> table = load_regions()
>>> table.resolve("Badan Kesbangpol Kab. Kapuas").code
'62.03'
>>> table.resolve("Bogor") is None  # the regency or the city
True
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import zip_longest

from selaras.models.region_names import (
    AliasKind,
    NameIndex,
    NameMatch,
    RegionKind,
    RegionName,
    Strength,
    build_index,
    find_names,
    name_words,
)

TITLES = ("Provinsi ", "Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota ")


@dataclass(frozen=True, slots=True)
class Region:
    """A province, or a regency or city (kabupaten/kota) with the code of its province as parent."""

    code: str  # "62" or "62.01"
    name: str  # in full: "Kabupaten Kotawaringin Barat"
    kind: RegionKind
    parent: str | None

    @property
    def short_name(self) -> str:
        """The name without "Provinsi", "Kabupaten" or "Kota"."""
        title = next((title for title in TITLES if self.name.startswith(title)), "")
        return self.name.removeprefix(title)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a region, as the data file has it; `code` is empty for places that are no region."""

    code: str
    name: str
    kind: AliasKind


@dataclass(frozen=True, slots=True)
class ExtraRegion:
    """A region that the packaged table lacks: a new one, or the invented ones of the samples."""

    code: str
    kind: str
    name: str
    aliases: str = ""  # joined by "|"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names a region; several codes where the name is ambiguous."""

    start: int
    end: int
    text: str
    codes: tuple[str, ...]
    strength: Strength

    @property
    def code(self) -> str | None:
        """The region, or None where more than one may be meant."""
        return self.codes[0] if len(self.codes) == 1 else None


@dataclass(frozen=True, slots=True)
class RegionTable:
    """All regions and the names that they go by."""

    regions: Mapping[str, Region]
    index: NameIndex

    def get(self, code: str) -> Region | None:
        """The region with this code."""
        return self.regions.get(code)

    def children(self, code: str) -> tuple[Region, ...]:
        """The regencies and cities of a province, by code."""
        return tuple(region for region in self.regions.values() if region.parent == code)

    def find(self, text: str) -> tuple[Mention, ...]:
        """All mentions of regions in a text, in reading order, without overlap."""
        return tuple(_mention(text, match) for match in find_names(text, self.index))

    def resolve(self, text: str) -> Region | None:
        """The one region that a short text names, or None.

        Strong mentions go before weak ones, a part before its whole (a city before its province). A province
        right after an ambiguous name decides and makes it strong ("Banjar, Kalimantan Selatan").
        """
        meant = self.meant(text)
        return self.regions[meant[0][0]] if len(meant) == 1 and len(meant[0]) == 1 else None

    def meant(self, text: str) -> tuple[tuple[str, ...], ...]:
        """The regions that a short text names: a tuple of codes for each, several where the name is open."""
        mentions = _placed(text, self.find(text), self.regions)
        strong = tuple(mention for mention in mentions if mention.strength is Strength.STRONG)
        named = dict.fromkeys(mention.codes for mention in strong or mentions)
        parents = {self.regions[codes[0]].parent for codes in named if len(codes) == 1}
        return tuple(codes for codes in named if len(codes) > 1 or codes[0] not in parents)


def _placed(text: str, mentions: tuple[Mention, ...], regions: Mapping[str, Region]) -> tuple[Mention, ...]:
    """Settle each mention that is followed by its province: "Banjar, Kalimantan Selatan"."""
    settled = []
    for mention, following in zip_longest(mentions, mentions[1:]):
        beside = following is not None and text[mention.end : following.start].strip(" \n") in {",", "("}
        inside = [code for code in mention.codes if beside and regions[code].parent == following.code]
        one = replace(mention, codes=tuple(inside), strength=Strength.STRONG) if len(inside) == 1 else mention
        settled.append(one)
    return tuple(settled)


def _mention(text: str, match: NameMatch) -> Mention:
    strong = match.designated or all(name.strong for name in match.names)
    codes = tuple(dict.fromkeys(name.code for name in match.names))
    strength = Strength.STRONG if strong else Strength.WEAK
    return Mention(match.start, match.end, text[match.start : match.end], codes, strength)


@cache
def load_regions(extra: tuple[ExtraRegion, ...] = ()) -> RegionTable:
    """Read the packaged table of 38 provinces and 514 regencies and cities; source: docs/data-sources.md."""
    regions = [_region(row["code"], row["kind"], row["name"]) for row in _read_rows("regions.csv")]
    aliases = [Alias(r["code"], r["alias"], AliasKind(r["kind"])) for r in _read_rows("region_aliases.csv")]
    regions += [_region(more.code, more.kind, more.name) for more in extra]
    aliases += [_extra_alias(more.code, name) for more in extra for name in more.aliases.split("|") if name]
    return build_table(regions, aliases)


def _extra_alias(code: str, name: str) -> Alias:
    return Alias(code, name, AliasKind.SPELLING if " " in name else AliasKind.ABBREVIATION)


def build_table(regions: Iterable[Region], aliases: Iterable[Alias]) -> RegionTable:
    """Make a table of regions and their other names."""
    by_code = {region.code: region for region in regions}
    listed = tuple(aliases)
    words = {(a.code, name_words(a.name)) for a in listed if a.kind is AliasKind.COMMON_WORD}
    names = [_official_name(region, words) for region in by_code.values()]
    names += [_other_name(a, by_code, words) for a in listed if a.kind is not AliasKind.COMMON_WORD]
    return RegionTable(by_code, build_index(names))


def _official_name(region: Region, common: set[tuple[str, tuple[str, ...]]]) -> RegionName:
    words = name_words(region.short_name)
    strong = region.kind is RegionKind.PROVINCE and len(words) > 1
    return RegionName(region.code, region.kind, words, strong=strong, capital=(region.code, words) in common)


def _other_name(
    alias: Alias, regions: Mapping[str, Region], common: set[tuple[str, tuple[str, ...]]]
) -> RegionName:
    region = regions.get(alias.code)
    kind = region.kind if region else None
    bare = alias.name.removeprefix("Kabupaten ")
    words = name_words(bare)
    distinct = len(words) > 1 or alias.kind is AliasKind.ABBREVIATION
    return RegionName(
        alias.code,
        kind,
        words,
        strong=kind is RegionKind.PROVINCE and distinct,
        designated_only=bare != alias.name,
        capital=(alias.code, words) in common,
        upper=alias.name.isupper(),
    )


def _region(code: str, kind: str, name: str) -> Region:
    return Region(code, name, RegionKind(kind), code.partition(".")[0] if "." in code else None)


def _read_rows(name: str) -> list[dict[str, str]]:
    text = files("selaras.models").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
