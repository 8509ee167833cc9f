"""Whose office it is: the region that an agency or an official belongs to, seen from the plan that names it.

office_level("Kepala Dinas Sosial")   # Level.OWN, of the plan's region
office_level("Gubernur")              # Level.PROVINCE
office_name("CAMAT AWAN")             # Kecamatan Awan
region_of_office("Dinas Sosial", " Provinsi", table, home="62.03")   # of the province: 62
"""

import re
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.agencies import find_agencies
from selaras.extractors.phrases.agency_names import full_name, level_of
from selaras.models.region_context import Level, place
from selaras.models.regions import Region, RegionTable

HEADS = {
    "gubernur": Level.PROVINCE,
    "bupati": Level.REGENCY,
    "walikota": Level.CITY,
}
_HEAD = re.compile(r"\b(?:gubernur|bupati|wali\s?kota)\b", re.IGNORECASE)
NAMED_BY_PLACE = ("RSUD ", "RSUP ", "RSUPN ", "RSPAD ", "Rumah Sakit ", "Kecamatan ", "Kelurahan ", "Balai ")
MISREAD = {"1": "I", "!": "I", "0": "O"}
_MISREAD = re.compile(r"(?<=[A-Z])[1!0](?=[A-Z])")  # D1NAS
# A title right behind an office, without the name of a region: "Dinas Kesehatan Provinsi dan ...".
_TITLE = re.compile(
    r"""\s{0,4} (?: (?P<province> prov(?:insi)?) | (?P<any> kab(?:upaten)?\.?\s?/\s?kota)
                  | (?P<regency> kab(?:upaten)?) | (?P<city> kota) ) \b\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_TITLE_LEVELS = {
    "province": Level.PROVINCE,
    "regency": Level.REGENCY,
    "city": Level.CITY,
    "any": Level.NATION,
}
_NAMED = re.compile(r"\s{1,4}[A-Z]")


def office_level(text: str) -> Level | None:
    """The level of the office that a short text names, None where it names none."""
    if name := office_name(text):
        return level_of(name)
    head = _HEAD.search(text)
    return HEADS["".join(head.group().casefold().split())] if head else None


def office_name(text: str, table: RegionTable | None = None, *, of: str | None = None) -> str | None:
    """The normal name of the agency that a short text names, itself or by the title of its head.

    `of` is the agency whose plan it is in, for short names with several meanings.
    """
    legible = _MISREAD.sub(lambda found: MISREAD[found.group()], text)
    offices = _offices(legible) or _offices(_title_pattern().sub(_office_of_title, legible))
    if not offices:
        return None
    return full_name(without_region(offices[0], table) if table else offices[0], of=of)


def without_region(name: str, table: RegionTable) -> str:
    """The name of an agency without the region at its end: "Dinas Sosial Bali" is a Dinas Sosial.

    Hospitals and sub-districts bear such names themselves.
    """
    if name.startswith(NAMED_BY_PLACE):
        return name
    last = table.find(name)[-1:]
    bare = name[: last[0].start].rstrip(" ,") if last and last[0].end == len(name) else name
    return bare if " " in bare else name


def region_of_office(name: str, behind: str, table: RegionTable, *, home: str | None = None) -> Region | None:
    """The region of an agency, by its normal name and the text behind it.

    The printed one is asked for first. A bare title tells the level: "Dinas Sosial Provinsi" in the plan of a
    regency is that of its province, "Dinas Sosial Kabupaten/Kota" nobody's in particular.
    """
    title = _TITLE.match(behind)
    level = _TITLE_LEVELS[title.lastgroup or "any"] if title else level_of(name)
    if title and _NAMED.match(behind, title.end()):
        return None  # a region that the table does not know
    found = place(name, table, home=home, level=level)
    return found.region if found else None


def _offices(text: str) -> list[str]:
    return [mention.label for mention in find_agencies(text)]


def _office_of_title(title: re.Match[str]) -> str:
    office: str = _titles()[" ".join(title.group().casefold().split())]
    return office.upper() if title.string.isupper() else office


@cache
def _titles() -> dict[str, str]:
    return {title.casefold(): office for title, office in load_table("agencies.toml")["titles"].items()}


@cache
def _title_pattern() -> re.Pattern[str]:
    joined = "|".join(title.replace(" ", r"\s{1,4}") for title in _titles())
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
