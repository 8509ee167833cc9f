"""Printed values of plans and their reading: `4,5–5,0`, `2,5±1`, `≤ 5`, `79,51 (2023)`, `BB`, `WTP`, `N/A`.

    parse_value("3,68a)")         # number 3.68, footnote "a"
    parse_value("51,00 - 41,11")  # range 41.11 to 51, sorted
    parse_value("CC keatas")      # predicate, label "CC keatas"

A value is read in three steps: take off what stands around it (`value_marks`), write its numerals plainly
(`value_numerals`), try the recognisers in order (`value_recognisers`). What none understands is kept as text.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from selaras.models import value_words as words
from selaras.models.value_kinds import Value, ValueKind
from selaras.models.value_marks import Marked, clean_value, find_period, take_marks
from selaras.models.value_numerals import find_decimal_mark, is_share, write_plain
from selaras.models.value_recognisers import recognise

__all__ = ["Value", "ValueKind", "find_decimal_mark", "parse_value"]

LONGEST = 500  # characters; a longer text is prose, and hostile patterns need length
MEASURED = {ValueKind.NUMBER, ValueKind.RANGE, ValueKind.BOUND}


def parse_value(text: str, *, decimal_mark: str | None = None, measure: str | None = None) -> Value:
    """Read one printed value; `text` is kept exactly, and no string raises.

    `decimal_mark` (`,` or `.`) is what its neighbours show (`find_decimal_mark`); it settles `9.582`.
    `measure` is the unit or name of what is measured, printed elsewhere: percentages are rarely thousands.
    """
    if len(text) > LONGEST:
        return Value(text, ValueKind.UNREADABLE)
    return _read(text, decimal_mark, share=is_share(measure or ""))


@lru_cache(maxsize=4096)
def _read(text: str, decimal_mark: str | None, *, share: bool) -> Value:
    """Plans print the same few values over and over."""
    value = read_single(text, decimal_mark, share=share)
    return (
        value
        if value.kind is not ValueKind.UNREADABLE
        else read_several(text, decimal_mark, share=share) or value
    )


def read_single(text: str, decimal_mark: str | None, *, share: bool) -> Value:
    """Read a text that holds one value."""
    marked = take_marks(clean_value(text))
    plain = write_plain(marked.core, decimal_mark=decimal_mark, share=share)
    value = replace(recognise(words.LEAD.sub("", plain.text)), text=text)
    doubt = value.ambiguous or plain.doubt or marked.doubt
    return add_marks(replace(value, ambiguous=doubt and (value.low, value.high) != (None, None)), marked)


def add_marks(value: Value, marked: Marked) -> Value:
    """Give the value its footnote, its years, and the grade or number printed in brackets."""
    first_year, year = find_period(marked.asides)
    value = replace(value, footnote=marked.footnote, first_year=first_year, year=year)
    for aside in marked.asides:
        value = add_aside(value, aside)
    return value


def add_aside(value: Value, aside: str) -> Value:
    """`81 (A)` has the label A, `AA (90,10)` the number 90.1, `5 (%)` the unit; others stay as text."""
    inner = recognise(write_plain(aside).text)
    if value.kind is ValueKind.PREDICATE and value.low is None and inner.kind in MEASURED:
        return replace(value, low=inner.low, high=inner.high)
    if value.kind in MEASURED and value.label is None and inner.kind is ValueKind.PREDICATE:
        kind = ValueKind.PREDICATE if value.kind is ValueKind.NUMBER else value.kind
        return replace(value, kind=kind, label=inner.label)
    if value.kind in MEASURED and value.unit is None and aside.casefold() in words.PERCENT:
        return replace(value, unit=aside)
    if (
        value.kind is ValueKind.UNREADABLE
        and words.INDEX.search(value.text)
        and words.OUT_OF.fullmatch(aside)
    ):
        rank = recognise(f"peringkat {aside}")  # or a score of 74 out of 100, hence the doubt
        return replace(value, kind=rank.kind, low=rank.low, high=rank.high, ambiguous=True)
    return value


def read_several(text: str, decimal_mark: str | None, *, share: bool) -> Value | None:
    """Read a cell that holds several values: `i) 83,33 ii) 50,00`; None unless every part is understood."""
    for pieces in split_pieces(text):
        parts = tuple(read_single(piece, decimal_mark, share=share) for piece in pieces)
        measured = [part.kind for part in parts if part.kind in MEASURED]
        if measured and all(part.kind in MEASURED | {ValueKind.MISSING} for part in parts):
            return Value(text, measured[0], parts=parts, ambiguous=any(part.ambiguous for part in parts))
    return None


def split_pieces(text: str) -> Iterator[list[str]]:
    """Each way to part a cell that gives two pieces or more, the surest first."""
    for splitter in words.SPLITTERS:
        pieces = [piece.strip() for piece in splitter.split(text) if piece.strip()]
        if len(pieces) > 1:
            yield pieces
