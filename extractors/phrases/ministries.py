"""Ministries by their short name: `DAGRI` is what Permendagri and "Menteri Dalam Negeri" share."""

import re
from functools import cache

from selaras.extractors.data_files import load_table

_NATION = re.compile(r"\b(?:republik\s+indonesia|ri)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def find_ministry(name: str) -> str | None:
    """The short name of the ministry that stands behind "Kementerian", "Menteri" or "Permen".

    >>> find_ministry("Dalam Negeri Republik Indonesia"), find_ministry("PAN & RB"), find_ministry("kes")
    ('DAGRI', 'PANRB', 'KES')
    """
    return _ministries().get(_fold(name))


@cache
def _ministries() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, row in load_table("ministries.toml").items():
        found |= {_fold(name): key for name in (key, *row["names"], *row.get("stems", ()))}
    return found


def _fold(name: str) -> str:
    """Letters only: commas, "&", "dan" and blanks differ from print to print."""
    plain = _NATION.sub(" ", _BRACKETS.sub(" ", name.casefold()))
    words = (word for word in _NOT_LETTERS.split(plain) if word != "dan")
    return "".join(words)


def ministry_name(printed: str) -> str | None:
    """The full name of a ministry named by a short one; None where it is none, or in full already.

    >>> ministry_name("PUPR"), ministry_name("PU"), ministry_name("Pekerjaan Umum")
    ('Pekerjaan Umum dan Perumahan Rakyat', 'Pekerjaan Umum', None)
    """
    short, key = _fold(printed), find_ministry(printed)
    if key is None:
        return None
    row = load_table("ministries.toml")[key]
    return None if short in map(_fold, row["names"]) else row.get("full", {}).get(short, row["names"][0])
