"""Signs that a draft may pull against the statement that it is near to: a reason to look, never a finding."""

import tomllib
from functools import cache
from importlib.resources import files

from selaras.models.ids import fold


def may_oppose(item: str, statement: str) -> bool:
    """Tell whether an item opens or takes away what a statement keeps or protects, by their words only.

    >>> may_oppose("Membuka kawasan hutan lindung", "Terpeliharanya lingkungan hidup")
    True
    >>> may_oppose("Membuka lapangan kerja", "Menurunnya pengangguran")
    False
    """
    return _has(item, "opening") and _has(statement, "keeping")


def _has(text: str, group: str) -> bool:
    return any(f" {word} " in f" {fold(text)} " for word in _words()[group])


@cache
def _words() -> dict[str, list[str]]:
    source = files("selaras.models").joinpath("data", "opposition.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
