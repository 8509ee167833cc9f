"""Words that tell what a box or a layer holds; they stand in `data/trees.toml`."""

import re
from functools import cache

from selaras.extractors.data_files import load_table
from selaras.extractors.phrases.labels import any_of, label_words

MOST_HOLDER_WORDS = 14


def names_measure(text: str) -> bool:
    """Whether a text begins with a name of indicators and goes on without a colon: `IKU Gubernur`."""
    names = any_of(load_table("trees.toml")["measures"]["names"])
    return ":" not in text and re.match(rf"(?:{names})\b", text, re.IGNORECASE) is not None


def is_holder(text: str) -> bool:
    """Whether a text is the name of an office or of who holds it: `KEPALA SEKSI GIZI`."""
    return len(text.split()) <= MOST_HOLDER_WORDS and _holder().match(text) is not None


def begins_like_level(text: str) -> bool:
    """Whether the first words of a text name a kind of statement, indicators or a holder: a quick look."""
    return _level().match(text) is not None


@cache
def _level() -> re.Pattern[str]:
    table = load_table("trees.toml")
    names = any_of((*table["measures"]["names"], *table["holders"]["starts"]))
    marker = r"\W*(?:[\w.,]{1,8}[.)]?\s+)?\W*"
    return re.compile(rf"{marker}(?:{label_words().kind.pattern}|{names})", re.IGNORECASE)


@cache
def _holder() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(load_table('trees.toml')['holders']['starts'])})\b", re.IGNORECASE)


@cache
def measure_label() -> re.Pattern[str]:
    """A label of indicators at the start of a text, with its number, up to a colon or the end."""
    names = any_of(load_table("trees.toml")["measures"]["names"])
    return re.compile(
        rf"(?:{names})(?:\s*\([^()]*\))?\s*(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)?\s*(?::\s*|$)", re.IGNORECASE
    )
