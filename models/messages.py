"""Everything a user reads is a `Message`: a code and its parameters, put into words in one of two languages.

>>> render(message("error.missing_file", file="a.pdf"), "en")
'a.pdf: no such file. Check the path.'
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "id"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user, independent of language: the code names the entry in the catalogues."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


def message(code: str, **params: object) -> Message:
    """Make a message; parameters are kept as text in alphabetical order: equal messages compare equal."""
    return Message(code, tuple(sorted([(name, str(value)) for name, value in params.items()])))


def render(item: Message, language: Language = DEFAULT_LANGUAGE) -> str:
    """Put a message into words. An unknown code raises KeyError: catalogues are checked by a test."""
    return catalogue(language)[item.code].format_map(dict(item.params))


def text(code: str, language: Language = DEFAULT_LANGUAGE, **params: object) -> str:
    """Put a code and its parameters into words at once."""
    return render(message(code, **params), language)


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """All texts of a language, by dotted code; read once from the packaged data files, one file a subject."""
    folder = files("selaras.models").joinpath("data", "messages", language)
    sources = (item for item in folder.iterdir() if item.name.endswith(".toml"))
    return {
        code: words
        for source in sources
        for code, words in _flatten(tomllib.loads(source.read_text(encoding="utf-8")))
    }


def _flatten(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, value in table.items():
        code = f"{prefix}{key}"
        pairs += _flatten(value, f"{code}.") if isinstance(value, Mapping) else [(code, str(value))]
    return pairs
