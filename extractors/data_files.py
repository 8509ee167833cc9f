"""Data files of this package: words of the field, one file a question."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Read `data/<name>`, a TOML file that comes with the package; once a process."""
    return tomllib.loads(files("selaras.extractors").joinpath("data", name).read_text(encoding="utf-8"))
