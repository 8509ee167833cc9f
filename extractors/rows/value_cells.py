"""Cells that hold values and units: torn numbers are joined, several values parted, units found.

>>> join_value(["610540.", "98"])
'610540.98'
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.drafts import IndicatorDraft, ValueDraft
from selaras.extractors.pages.page import Cell
from selaras.extractors.phrases.numbering import split_items
from selaras.extractors.tables.joining import clean_text, join_lines, join_narrow
from selaras.models.values import ValueKind, parse_value

NARROW = 26.0  # points; so narrow a cell tears even short numbers
LONGEST_UNIT = 60  # characters
_TORN_MARK = re.compile(r"\d[.,]$")  # 610540. | 98
_DECIMALS = re.compile(r"[\d.]*\d[.,]\d+")  # 119,8 | 2
_TORN_DIGITS = re.compile(r"\d{1,2}%?")
_NUMERIC = re.compile(r"[\d.,%*–-]+")
_WORDS = re.compile(r"[^\W\d]{3,}")
_BLANK_VALUE = re.compile(r"[\s.\-–—_]*")
_UNIT_IN_NAME = re.compile(r"\(([^()]{1,40})\)\s*$")
# What follows a number may also be a part of the measure: "89/100.000 KH", "100 dari 110 organisasi".
_NO_UNIT = re.compile(r"/|per\b|dari\b", re.IGNORECASE)
# A bracket at the end of a name is a unit if it is one of these, or short and in small letters.
_MEASURE = re.compile(
    r"%|(?:persen|indeks|rasio|orang|buah|dokumen|kasus|hari|jam|ha|km2?|m[23]|ton|kali|poin|skor|nilai"
    r"|tahun|kab/kota|desa|kelompok|unit|paket|laporan|kegiatan|lokasi|peserta|rupiah|predikat|opini)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """Which of several entries of a row is meant: the place from 0, and how many there are."""

    place: int = 0
    count: int = 1


def value_in(cell: Cell, part: Part) -> str | None:
    """The value of one of several names; None where the cell is blank or lines and names do not pair."""
    lines = cell.text.splitlines()
    if part.count == 1:
        text = join_value(lines, narrow=_is_narrow(cell))
    elif len(lines) == part.count:
        text = " ".join(lines[part.place].split())
    else:
        items = split_items(lines, bare=False)
        text = join_value(items[part.place].lines) if len(items) == part.count else ""
    return None if _BLANK_VALUE.fullmatch(text) else text


def unit_in(cell: Cell, part: Part, known: Collection[str]) -> str | None:
    """The unit of one of several names; one unit printed alone holds for all."""
    lines = cell.text.splitlines()
    paired = part.count > 1 and len(lines) == part.count
    unit = clean_text(lines[part.place] if paired else join_narrow(lines, known=known))
    return unit if 0 < len(unit) <= LONGEST_UNIT else None


def count_units(cell: Cell) -> int:
    """As many as there are lines, if each is a unit of its own: `% | Kasus`, not `Per | sen`."""
    lines = cell.text.splitlines()
    return len(lines) if all(_MEASURE.fullmatch(line.strip()) for line in lines) else 1


def count_values(cell: Cell) -> int:
    """As many as there are lines, if each is a value; a number that a narrow column tore is one."""
    lines = cell.text.splitlines()
    whole = " " in join_value(lines[:2], narrow=_is_narrow(cell))
    return len(lines) if whole and all(_is_value(line) for line in lines) else 1


def join_value(lines: Sequence[str], *, narrow: bool = False) -> str:
    """Join the lines of one value; `narrow` cells tear numbers anywhere."""
    pieces = [" ".join(line.split()) for line in lines if line.strip()]
    if narrow and all(_NUMERIC.fullmatch(piece) for piece in pieces):
        return "".join(pieces)
    text = ""
    for piece in pieces:
        torn = _TORN_MARK.search(text) and piece[:1].isdigit()
        short = _DECIMALS.fullmatch(text) and _TORN_DIGITS.fullmatch(piece)
        text = text + piece if torn or short else join_lines((text, piece))
    return text


def with_unit(draft: IndicatorDraft) -> IndicatorDraft:
    """Where no unit is printed apart, take it from the values (`850 ton`), else from the name (`(Orang)`)."""
    if draft.unit:
        return draft
    units = {unit for value in draft.targets if (unit := _printed_unit(value.text))}
    if len(units) == 1:
        unit = units.pop()
        return replace(draft, unit=unit, targets=tuple(_without_unit(value, unit) for value in draft.targets))
    found = _UNIT_IN_NAME.search(draft.name)
    return replace(draft, unit=found[1].strip()) if found and _is_unit(found[1]) else draft


def _is_narrow(cell: Cell) -> bool:
    return cell.box[2] - cell.box[0] < NARROW


def _is_value(line: str) -> bool:
    value = parse_value(line)
    number = value.low is not None or value.high is not None
    return value.kind is ValueKind.MISSING or (number and not _WORDS.search(value.unit or ""))


def _printed_unit(text: str) -> str | None:
    unit = parse_value(text).unit
    fits = unit and text.endswith(unit) and len(unit) <= LONGEST_UNIT and not _NO_UNIT.match(unit)
    return unit if fits else None


def _without_unit(value: ValueDraft, unit: str) -> ValueDraft:
    return replace(value, text=value.text.removesuffix(unit).strip())


def _is_unit(text: str) -> bool:
    """Whether a bracket is a unit: `(Orang)`, `(kasus/tahun)`; neither a short name nor a remark: `(IPM)`."""
    words = text.split()
    plain = len(words) <= 3 and not any(word.isupper() or word[0].isdigit() for word in words)
    return bool(_MEASURE.match(text)) or plain
