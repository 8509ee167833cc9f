"""What the printed name, unit and values of an indicator tell about how it is measured.

    aspects("Jumlah balita stunting", "anak").form      # Form.COUNT
    aspects("Prevalensi stunting pada balita", "%").subject  # {"stunting"}; balita is a group

Two indicators are compared aspect by aspect; what is not printed is not known and differs from nothing. The
tables are in `data/measure_words.toml`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from selaras.models.ids import fold
from selaras.models.indicator_names import Trait, load_words, name_words
from selaras.models.lemmas import lemma
from selaras.models.measures.units import Dimension, Unit, read_unit


class Form(StrEnum):
    """How a thing is measured: its number is not its share, and its growth is neither."""

    SHARE = "share"
    COUNT = "count"
    RATE = "rate"
    AMOUNT = "amount"
    QUANTITY = "quantity"
    INDEX = "index"
    RANK = "rank"
    GROWTH = "growth"
    FALL = "fall"  # of something: the larger, the better where the thing itself is better smaller


@dataclass(frozen=True, slots=True)
class Aspects:
    """How something is measured, as far as the name and unit print it; None and empty sets are not known."""

    subject: frozenset[str]  # lemmas of what is measured
    form: Form | None
    unit: Unit | None
    groups: frozenset[str]  # of people or things: women, children, rural
    ages: frozenset[str]
    levels: frozenset[str]  # whose thing it is: jalan provinsi, jalan kabupaten; not whose figure
    basis: str | None  # PDB or PDRB
    prices: str | None  # berlaku or konstan
    month: str | None  # maret, september
    series: tuple[tuple[str, str], ...]  # census, method, base year


DIMENSION_FORMS = {
    Dimension.SHARE: Form.SHARE,
    Dimension.RATE: Form.RATE,
    Dimension.MONEY: Form.AMOUNT,
    Dimension.COUNT: Form.COUNT,
    Dimension.QUANTITY: Form.QUANTITY,
    Dimension.SCORE: Form.INDEX,
    Dimension.GRADE: Form.INDEX,
    Dimension.RANK: Form.RANK,
}
CHANGES = (Form.GROWTH, Form.FALL)
COMPARED = frozenset(Form) - {Form.RANK}  # a rank may be printed for the index that it is made from
FIRST_WORDS = 3  # in which a name tells its form: "Persentase penurunan angka ..."
LEVELS = frozenset({"nasional", "provinsi", "kabupaten", "kota", "desa"})
SILENT_TRAITS = frozenset({Trait.COUNT, Trait.RATIO, Trait.CHANGE, Trait.INDEX, Trait.NEUTRAL, Trait.GROUP})
AGE = re.compile(
    r"\b(?:usia|umur|berusia|berumur)\s+(?:di atas\s+|antara\s+)?(\d{1,2}(?:\s*[-–+]\s*\d{0,2})?)"
    r"|\b(\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*(?:tahun|thn)\s+(?:ke\s*atas|keatas)|\b(\d{1,2})\s*\+"
)
UNIT_ASIDE = re.compile(r"\(([^()]{1,60})\)")


@lru_cache(maxsize=8192)
def aspects(name: str, printed_unit: str | None = None) -> Aspects:
    """Read the aspects of an indicator from its name and unit; a unit in brackets of the name counts, too."""
    low = " ".join(name.casefold().split())
    unit = read_unit(printed_unit) or _unit_in_name(low)
    groups, words = _words(_without_remarks(name.casefold()))
    return Aspects(
        words,
        _form(low, unit),
        unit,
        groups,
        frozenset(re.sub(r"\D+$|\s", "", "".join(found)) for found in AGE.findall(low)),
        _levels(set(fold(name).split())),
        _first("basis", f"{low} {printed_unit or ''}".casefold()),
        _first("prices", low),
        month_of(low),
        series_of(low),
    )


def month_of(text: str) -> str | None:
    """The month that a text names as that of a figure: `9,03 (Maret 2024)`; None where it names no or two."""
    found = set(_table()["months"]["words"]).intersection(fold(text).split())
    return found.pop() if len(found) == 1 else None


def series_of(text: str) -> tuple[tuple[str, str], ...]:
    """The series of figures that a text names, by kind: census, life table, base year, method."""
    found = {
        row["kind"]: row.get("value") or next(filter(None, match.groups()))
        for row, pattern in _patterns("series")
        if (match := pattern.search(text))
    }
    return tuple(sorted(found.items()))


def _levels(words: set[str]) -> frozenset[str]:
    owned = not words.isdisjoint(_table()["owned"]["words"])
    return LEVELS.intersection(words) if owned else frozenset()


def _first(kind: str, text: str) -> str | None:
    found = [str(row["value"]) for row, pattern in _patterns(kind) if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def _unit_in_name(low: str) -> Unit | None:
    """A unit in brackets of the name, or the word that it begins with: persentase."""
    aside = next((unit for aside in UNIT_ASIDE.findall(low) if (unit := read_unit(aside))), None)
    begin = read_unit(next(iter(fold(low).split()), None))
    return aside or (begin if begin and begin.dimension is Dimension.SHARE else None)


def _form(low: str, unit: Unit | None) -> Form | None:
    """The form by the name's first words and the unit; None where they contradict each other."""
    begin = [word for word in fold(low).split() if word.isalpha()][:FIRST_WORDS]
    told = _told_form(begin)
    if told in CHANGES or unit is None:
        return told
    by_unit = DIMENSION_FORMS[unit.dimension]
    return None if {told, by_unit} == {Form.COUNT, Form.SHARE} else by_unit


def _told_form(begin: Iterable[str]) -> Form | None:
    """A fall or growth anywhere at the beginning goes before the word that a share begins with."""
    forms = [form for word in begin if (form := _form_words().get(word))]
    changes = [form for form in forms if form in CHANGES]
    return next(iter(changes or forms), None)


def _words(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The groups that a name tells, and the lemmas of what is measured."""
    table, silent = load_words(), _silent()
    words = [word for word in name_words(name).main if not word.isdigit()]
    groups = frozenset(word for word in words if table.trait(word) is Trait.GROUP)
    telling = (word for word in words if table.trait(word) not in SILENT_TRAITS and word not in silent)
    return groups, frozenset(root for word in telling if (root := lemma(word)) not in silent)


def _without_remarks(low: str) -> str:
    """Leave out what tells the series or the prices, which are compared on their own."""
    for row, pattern in (*_patterns("series"), *_patterns("prices")):
        low = low if row.get("kind") == "life" else pattern.sub(" ", low)
    return low


def without_form(name: str) -> str | None:
    """A name without the word that makes a number or a change of it; None where it begins with none.

    >>> without_form("Jumlah penduduk miskin")
    'penduduk miskin'
    """
    first, _, rest = name.strip().partition(" ")
    told = _form_words().get(fold(first))
    return rest.strip() or None if told in (Form.COUNT, *CHANGES) else None


@cache
def broad_words() -> frozenset[str]:
    """Lemmas of subjects that so many indicators share that one of them tells no common subject."""
    return frozenset(_table()["subject"]["broad"].split())


@cache
def _form_words() -> Mapping[str, Form]:
    return {word: Form(form) for form, words in _table()["form"].items() for word in words}


@cache
def _silent() -> frozenset[str]:
    return frozenset(_table()["subject"]["silent"].split())


@cache
def _patterns(kind: str) -> tuple[tuple[Mapping[str, Any], re.Pattern[str]], ...]:
    return tuple((row, re.compile(row["pattern"])) for row in _table()[kind])


@cache
def _table() -> Mapping[str, Any]:
    source = files("selaras.models").joinpath("data", "measure_words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
