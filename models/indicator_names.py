"""The name of an indicator, reduced to the words that say what is measured.

>>> name_words("3. Persentase Penduduk Miskin (%) *").main
('persentase', 'penduduk', 'miskin')
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from selaras.models.normal_forms import load_normal_forms


class Trait(StrEnum):
    """What a word does to the measure: a number of persons is not their share, a part is not the whole."""

    COUNT = "count"
    CHANGE = "change"
    PART = "part"
    INDEX = "index"
    GROUP = "group"
    RATIO = "ratio"  # says little of what is measured, but makes a share of a number
    NEUTRAL = "neutral"  # says little: tingkat, nilai, daerah


class UnitKind(StrEnum):
    """Families of units that cannot stand for each other."""

    PERCENT = "percent"
    SCORE = "score"
    MONEY = "money"
    COUNT = "count"
    YEARS = "years"
    RATE = "rate"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of a name, and those in brackets apart: an abbreviation, a remark or a narrowing."""

    main: tuple[str, ...]
    aside: tuple[str, ...] = ()

    @property
    def all(self) -> frozenset[str]:
        """Every word once."""
        return frozenset((*self.main, *self.aside))


@dataclass(frozen=True, slots=True)
class WordTable:
    """What single words mean in names of indicators."""

    rewritten: dict[str, tuple[str, ...]]
    dropped: frozenset[str]
    traits: dict[str, Trait]

    def trait(self, word: str) -> Trait | None:
        """What the word does to the measure; None for words that name the thing measured."""
        return self.traits.get(word)


LONGEST_NAME, LONGEST_UNIT = 1000, 100
NUMBERING = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]+\s+|\d{1,2}(?:\.\d{1,2})+\s+|[-•*]\s+)+",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"(?:\s*(?:\*\)?|\b[a-z0-9]\)|[\u00b9\u00b2\u00b3\u2070-\u2079]))+\s*$", re.IGNORECASE)
BRACKETS = re.compile(r"\(([^()]*)(?:\)|$)")  # the edge of a cell may have cut the closing one
# What forms put before a name ("Target kinerja", "IKU:"), and what tables put behind it ("tahun 2029").
FRAME_BEFORE = re.compile(
    r"^(?:(?:target|indikator)(?:\s+kinerja)?(?:\s+(?:utama|kunci|daerah|tujuan|sasaran|program|outcome))?\s*:?\s+"
    r"|(?:capaian|realisasi)(?:\s+kinerja\s+|\s+(?=indeks|persentase|tingkat|angka|rasio|cakupan|prevalensi|laju))"
    r"|(?:iku|ikk|ikd)\s*:\s*)(?=\w)"
)
FRAME_BEHIND = re.compile(
    r"(?:\s*[-–]\s*(?:target|kondisi|capaian|realisasi)\b.*"
    r"|[\s,(]+(?:(?:pada|s\.?d\.?|sampai|hingga|akhir)\s+)?(?:tahun\s+|th\.?\s+)?20\d\d"
    r"(?:\s*(?:[-–/]|s\.?d\.?)\s*(?:20)?\d\d)?\)?)\s*$"
)
UNIT_IN_BRACKETS = re.compile(
    r"\s*(?:%|persen|tahun|indeks|nilai|poin|skor|angka|peringkat|rp\b|rupiah|usd\b|ribu|juta|miliar|triliun|orang\b|jiwa"
    r"|unit|kwh|per\s+1\d*\.?\d*)[^()]*",
    re.IGNORECASE,
)
# A breakdown says how a measure is shown, not what it is: "menurut jenis kelamin dan kelompok umur".
BREAKDOWN = re.compile(
    r"[\s,]*\b(?:menurut|berdasarkan)\s+"
    r"(?:jenis kelamin|kelompok|umur|usia|wilayah|provinsi|kabupaten|daerah|tempat)\b.*"
)
# HukumPeraturan, IndeksHAM, IKLHDaerah, but not iBangga
RUN_TOGETHER = re.compile(r"(?<=[a-z]{3})(?=[A-Z][A-Za-z])|(?<=[A-Z]{3})(?=[A-Z][a-z]{3})")
PER_PEOPLE = re.compile(r"\bper\s+1[\d.]*000\s+(?:kelahiran hidup|kh\b|penduduk|orang|jiwa)?")
WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)?")
UNITS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    (UnitKind.RATE, re.compile(r"\bper\s*1\d*\.?\d{3}")),
    (UnitKind.PERCENT, re.compile(r"%|persen|\bpersentase")),
    (UnitKind.MONEY, re.compile(r"rupiah|\brp\b|\busd\b|us\$|dol+ar|triliun|milyar|miliar")),
    (UnitKind.RANK, re.compile(r"peringkat|ranking|rangking")),
    (UnitKind.YEARS, re.compile(r"^tahun$")),
    (UnitKind.SCORE, re.compile(r"indeks|nilai|skor|poin|point|predikat|kategori|level|angka|rasio")),
    (
        UnitKind.COUNT,
        re.compile(r"orang|jiwa|unit|kasus|kejadian|desa|dokumen|\bton\b|buah|lembaga|kelompok|\bkk\b"),
    ),
)


CONFLICTING_UNITS = frozenset(
    frozenset(pair)
    for pair in (
        (UnitKind.PERCENT, UnitKind.MONEY),
        (UnitKind.PERCENT, UnitKind.COUNT),
        (UnitKind.PERCENT, UnitKind.YEARS),
        (UnitKind.SCORE, UnitKind.MONEY),
        (UnitKind.SCORE, UnitKind.COUNT),
        (UnitKind.RATE, UnitKind.COUNT),
        (UnitKind.RATE, UnitKind.MONEY),
    )
)


def name_words(name: str) -> NameWords:
    """Take a name apart into words; numbering, footnote marks and a unit in brackets are left out.

    What stands beyond the first LONGEST_NAME characters is no part of a name and is not looked at.
    """
    apart = RUN_TOGETHER.sub(
        " ", " ".join(unicodedata.normalize("NFKC", name[:LONGEST_NAME]).split())
    ).casefold()
    text = NUMBERING.sub("", FOOTNOTE.sub("", apart), count=1)
    text = FRAME_BEHIND.sub("", FRAME_BEFORE.sub("", text))
    text = BREAKDOWN.sub("", PER_PEOPLE.sub(" ", text))
    asides = [part for part in BRACKETS.findall(text) if not UNIT_IN_BRACKETS.fullmatch(part)]
    main = tuple(_words(BRACKETS.sub(" ", text)))
    aside = tuple(word for part in asides for word in _words(part))
    return NameWords(main, aside) if main else NameWords(aside)


def unit_kind(unit: str | None) -> UnitKind | None:
    """The family of a unit; None where there is no unit or an unknown one."""
    folded = " ".join((unit or "")[:LONGEST_UNIT].casefold().split())
    return next((kind for kind, pattern in UNITS if folded and pattern.search(folded)), None)


def units_conflict(one: UnitKind | None, other: UnitKind | None) -> bool:
    """Tell whether two units cannot be those of one measure; an unknown one conflicts with none."""
    return {one, other} in CONFLICTING_UNITS


def _words(text: str) -> Iterator[str]:
    table = load_words()
    for found in WORD.findall(text):
        pieces = (found,) if found in table.traits else found.split("-")
        for word in pieces:
            for written in table.rewritten.get(word, (word,)):
                if written not in table.dropped:
                    yield written


@cache
def load_words() -> WordTable:
    """Read the packaged list of words."""
    text = files("selaras.models").joinpath("data", "indicator_words.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    rewritten = {
        row["word"]: tuple(row["value"].split()) for row in rows if row["kind"] in ("same", "expand")
    }
    for word, normal in load_normal_forms().items():
        rewritten.setdefault(word, rewritten.get(normal, (normal,)))
    dropped = frozenset(row["word"] for row in rows if row["kind"] == "stop")
    traits = {row["word"]: Trait(row["kind"]) for row in rows if row["kind"] in set(Trait)}
    return WordTable(rewritten, dropped, traits)
