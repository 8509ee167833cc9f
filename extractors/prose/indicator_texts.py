"""Indicators in running text: what announces them, and one indicator with its value and unit.

>>> split_indicators("Pulihnya laut, dengan indikator sasaran:")
('Pulihnya laut', '')
>>> read_measure(["Luas terumbu karang pulih sebesar 80 % pada tahun 2027"])
Measure(name='Luas terumbu karang pulih', value='80', unit='%', year=2027)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selaras.extractors.phrases.numbering import read_marker
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.tables.joining import clean_text, join_lines

LONGEST = 1500  # characters; longer texts are prose

_SORTS = (
    r"(?:\s+(?:kinerja|sasaran|tujuan|program|kegiatan|sub|strategis|utama|kunci|capaian|keberhasilan"
    r"|pencapaian|outcome|output))*(?:\s*\([^()]{1,20}\))?"
)
_SAYS = r"(?:\s+(?:adalah|yaitu|yakni|meliputi|antara\s+lain|sebagai\s+berikut|berikut))*"
# What announces indicators, as in: dengan indikator kinerja / Indikator Sasaran / dengan indikatornya adalah
_ANNOUNCED = re.compile(
    rf"(?P<with>(?:^|[,;]?\s*\b(?:dengan|serta|dan)\s+)|[,;]\s*)indikator(?:nya)?{_SORTS}(?:nya)?"
    rf"(?P<says>{_SAYS})\s*(?P<colon>:?)\s*",
    re.IGNORECASE,
)
_NUMBER = r"[<>≤≥±]?\s?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?"
_YEAR = r"(?:\s*(?:\(|pada\s+|di\s+|untuk\s+)?(?:akhir\s+)?tahun\s+(?P<year>20\d\d)\)?)?"
_UNIT = r"(?P<unit>%|[^\W\d_][\w/³²]*(?:\s(?!(?:pada|di|untuk|akhir|tahun)\b)[^\W\d_][\w/]*){0,2})?"
# A value in words: dengan target 80 % pada tahun 2027 / sebesar 2050 kkal/kapita/hari / sebanyak 12 desa
_SAID = re.compile(
    rf",?\s+(?:dengan\s+)?(?:target(?:\s+(?:capaian|kinerja))?(?:\s+(?:sebesar|sebanyak))?|sebesar|sebanyak"
    rf"|sejumlah)\s*:?\s*(?P<value>{_NUMBER})\s*{_UNIT}{_YEAR}(?:\s*\([^()]{{1,20}}\))?$",
    re.IGNORECASE,
)
# "Jumlah produksi padi 12.317.066 Ton", set in two columns; a bare small number may be part of the name
_BESIDE = re.compile(rf"\s(?P<value>{_NUMBER})\s*(?P<unit>%|[^\W\d_][\w/³²]*)$")
_PLAIN_UNIT = re.compile(
    r"%|(?:persen|orang|unit|buah|dokumen|kasus|hari|jam|ha|km2?|m[23³²]|ton|kali|poin|desa|lokasi)\b",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})\.\s+(?=[^\W\d_a-z])")
# Where the next of several indicators starts, as behind "1) Persentase ...;" or "Tingkat ...; dan"
_NEXT = re.compile(r"[;,]?\s*(?<!\d)\d{1,2}\)\s*|;\s*(?:dan\s+|serta\s+)?")


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator as printed in a line of text; the year is None where none is printed beside the value."""

    name: str
    value: str | None = None
    unit: str | None = None
    year: int | None = None


def split_indicators(text: str) -> tuple[str, str | None]:
    """Part a text from the indicators that it announces: "" where they follow it, None where it has none."""
    found = _ANNOUNCED.search(text) if len(text) <= LONGEST else None
    if found is None:
        return text, None
    rest = _NEXT_SENTENCE.split(text[found.end() :].strip())[0]
    said = bool(found["colon"] or found["says"]) or "dengan" in found["with"].casefold()
    if not said or (rest and not found["colon"] and wording_of(rest) is not Wording.MEASURE):
        return text, None
    return text[: found.start()].strip(), rest


def is_indicator_label(line: str) -> bool:
    """Whether a line starts with a label of indicators: `Indikator Kinerja :`."""
    return line.lstrip().startswith(("Indikator", "INDIKATOR")) and split_indicators(line.strip())[0] == ""


def split_measures(text: str) -> list[str]:
    """The texts of several indicators in one sentence; each of them must be worded as a measure."""
    parts = [part for part in (clean_text(part) for part in _NEXT.split(text)) if part]
    plain = all(wording_of(part) is Wording.MEASURE for part in parts)
    return parts if plain else [clean_text(text)]


def read_measure(lines: Sequence[str], whole: str | None = None) -> Measure:
    """Part name and value of one indicator; what is not plain stays in the name.

    `lines` are those it is printed on: a value beside the first stands behind it. `whole` is their text.
    """
    text = clean_text(whole if whole is not None else join_lines(lines))
    if found := _SAID.search(text):
        year = int(found["year"]) if found["year"] else None
        return Measure(clean_text(text[: found.start()]), found["value"].strip(), _unit(found), year)
    if len(lines) > 1 and (first := _beside(_without_marker(clean_text(lines[0])))):
        return replace(first, name=clean_text(join_lines([first.name, *lines[1:]])))
    return _beside(text) or Measure(text)


def _without_marker(text: str) -> str:
    taken = read_marker(text)
    return taken[1] if taken else text


def _beside(text: str) -> Measure | None:
    found = _BESIDE.search(text)
    if found and (re.search(r"[.,]\d", found["value"]) or _PLAIN_UNIT.match(found["unit"])):
        return Measure(clean_text(text[: found.start()]), found["value"].strip(), _unit(found))
    return None


def _unit(found: re.Match[str]) -> str | None:
    return found["unit"].strip() if found["unit"] else None
