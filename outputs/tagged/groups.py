"""The groups of tags and how pages show them; a group that the data file does not know is shown, too."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TagGroup:
    """A key of `doc.spans`, its colours on light and dark pages, whether it is shown at first, and listed.

    The labels of a `named` group are names that planners use: PERPRES, PERDA.
    """

    name: str
    light: str = "#56606a"
    dark: str = "#a7b0b8"
    shown: bool = True
    listed: bool = True
    named: bool = False


@cache
def load_groups() -> Mapping[str, TagGroup]:
    """The groups of data/tag_groups.toml by name, in the order of the legend."""
    source = files("selaras.outputs").joinpath("data", "tag_groups.toml").read_text(encoding="utf-8")
    return {name: TagGroup(name, **row) for name, row in tomllib.loads(source).items()}


def group_of(name: str) -> TagGroup:
    """The group of this name."""
    return load_groups().get(name, TagGroup(name))


def in_order(names: Mapping[str, object]) -> list[TagGroup]:
    """The groups of these names as a legend lists them, unknown ones last."""
    known = load_groups()
    return [known[name] for name in known if name in names] + [
        TagGroup(name) for name in sorted(names) if name not in known
    ]
