"""What the text of one box says: a statement, indicators, who holds the box, a value.

    read_entries("Sasaran 2 :\nMeningkatnya mutu layanan")   # STATEMENT, OBJECTIVE, number "2"
    read_entries("Indikator Kinerja : Jumlah kunjungan")     # MEASURE "Jumlah kunjungan"
    read_entries("Misi 3")                                   # STATEMENT without a text: a label alone

The words stand in `data/trees.toml` and `data/labels.toml`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from selaras.extractors.phrases.labels import (
    LONGEST,
    Label,
    find_label,
    kind_of_first_word,
    names_a_body,
    split_at,
)
from selaras.extractors.phrases.numbering import read_marker, split_items
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.extractors.trees.box_values import NUMBERED, drop_amount, is_value, split_value
from selaras.extractors.trees.box_words import is_holder, measure_label
from selaras.models.statements import StatementKind

FEWEST_NAMED_WORDS = 3
MOST_LABEL_WORDS = 3
MOST_OWNER_WORDS = 4

# No word of the language has one letter: "a Jumlah dokumen" is numbered.
_LETTER = re.compile(r"([a-z])\s+(?=[^\W\d_]{2})")
_HANGING = re.compile(r"(\d{1,2}\)|[a-z]\))\s+(?=\S)")


class Part(StrEnum):
    """What a box, or an entry of its list, is."""

    STATEMENT = "statement"
    MEASURE = "measure"  # an indicator
    HOLDER = "holder"  # who answers for what stands below
    VALUE = "value"
    TEXT = "text"  # not told by the box itself


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement, indicator or text of a box; `text` is empty where a label stands alone.

    `labelled` where a label says what it is, not only the wording ("Program ...", "Jumlah ...").
    """

    part: Part
    text: str = ""
    kind: StatementKind | None = None
    number: str | None = None
    value: str | None = None
    labelled: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it names what stands below or beside it."""
        return not self.text and self.part in (Part.STATEMENT, Part.MEASURE)


def read_entries(text: str, *, known: Collection[str] = ()) -> tuple[Entry, ...]:
    """Read the text of a box, one entry for each item of its lists; nothing for a box without text."""
    if len(text) > LONGEST:
        return (Entry(Part.TEXT, " ".join(text.split())),)
    lines = [
        NUMBERED.sub(r"\1.\2", line.strip(), count=1) if NUMBERED.match(line.strip()) else line
        for line in drop_amount(text).splitlines()
        if line.strip()
    ]
    if not any(char.isalpha() for line in lines for char in line):
        return (Entry(Part.VALUE, text.strip()),) if text.strip() else ()
    return tuple(entry for part in split_at(lines, _starts_part) for entry in _read_part(part, known))


def _starts_part(line: str) -> bool:
    """Whether a further label starts: "Sasaran 1: ...", then "Indikator: ..."."""
    label = find_label(line)
    marked = label is not None and label.kind is not None and (":" in line or label.number is not None)
    return marked or measure_label().match(" ".join(line.split())) is not None


def _read_part(lines: list[str], known: Collection[str]) -> Iterator[Entry]:
    text = join_lines(lines, known=known)
    if found := measure_label().match(text):
        yield from _measures(_drop_words(lines, text[found.end() :]), known, found["number"])
    elif found := measure_label().fullmatch(lines[0].strip()):
        yield from _measures(lines[1:], known, found["number"])
    elif label := _label(lines, text):
        yield from _labelled(label, _drop_words(lines, label.rest), known)
    elif is_holder(text):
        yield Entry(Part.HOLDER, clean_text(text))
    elif is_value(text):
        yield Entry(Part.VALUE, text)
    else:
        yield from map(_unlabelled, _items(lines, known))


def _label(lines: Sequence[str], text: str) -> Label | None:
    """The label of a text, or of the first line that stands alone over it."""
    label = find_label(text)
    if (label is None or not label.rest) and len(lines) > 1:
        first = find_label(lines[0])
        rest = join_lines(lines[1:])
        if (
            first
            and first.kind
            and not first.rest
            and not first.beside
            and _stands_over(lines[0], first, rest)
        ):
            return Label(first.kinds, first.number, rest=rest)
    return label if label and label.kind else _unmarked(text)


def _stands_over(line: str, label: Label, rest: str) -> bool:
    """Whether a line is a label over the rest, not its first word: "Program | Prioritas Lainnya"."""
    marked = (
        label.number is not None or line.rstrip().endswith(":") or (line.isupper() and not rest.isupper())
    )
    return marked or (label.kind is not None and _reads_as(label.kind, rest))


def _unmarked(text: str) -> Label | None:
    """A label without a colon: "Visi Menjadi kota ...", "Sasaran Strategis Meningkatnya ...".

    Outside of boxes such words start ordinary sentences.
    """
    words = text.split()
    for count in range(min(MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        label = find_label(f"{' '.join(words[:count])} : {' '.join(words[count:])}")
        if label and label.kind and not label.beside and _reads_as(label.kind, label.rest):
            return label
    return None


def _reads_as(kind: StatementKind, text: str) -> bool:
    if kind is StatementKind.VISION:
        return text[0].isupper() and len(text.split()) >= FEWEST_NAMED_WORDS and not _is_owner(text)
    return wording_of(text) in (Wording.OUTCOME, Wording.EFFORT)


def _is_owner(text: str) -> bool:
    """Whether a text only names whose vision it is: "Kepala Daerah", "Provinsi Telaga Raya"."""
    return is_holder(text) or (len(text.split()) <= MOST_OWNER_WORDS and names_a_body(text))


def _labelled(label: Label, lines: list[str], known: Collection[str]) -> Iterator[Entry]:
    if not lines:
        yield Entry(Part.STATEMENT, "", label.kind, label.number, labelled=True)
        return
    for item in _items(lines, known, label.number):
        # "Misi 5: Jumlah karya ..." names the mission whose indicator it is.
        if wording_of(item.text) is Wording.MEASURE:
            yield _measure(item, labelled=True)
        else:
            yield Entry(Part.STATEMENT, item.text, label.kind, item.number, labelled=True)


def _measures(lines: list[str], known: Collection[str], number: str | None) -> Iterator[Entry]:
    if not lines:
        yield Entry(Part.MEASURE, number=number, labelled=True)
    for item in _items(lines, known, number) if lines else ():
        yield _measure(item, labelled=True)


def _measure(item: Entry, *, labelled: bool = False) -> Entry:
    name, value = split_value(item.text)
    return replace(item, part=Part.MEASURE, text=name, value=value, labelled=labelled)


def _unlabelled(item: Entry) -> Entry:
    kind = kind_of_first_word(item.text)
    if kind and len(item.text.split()) >= FEWEST_NAMED_WORDS:
        return Entry(Part.STATEMENT, item.text, kind, item.number)
    measure = _measure(item)
    return measure if wording_of(item.text) is Wording.MEASURE or measure.value else item


def _items(lines: list[str], known: Collection[str], number: str | None = None) -> list[Entry]:
    """The entries of a list in a box, as texts with their printed numbers."""
    lines = _with_number_first(lines)
    if number and number.isdigit() and read_marker(lines[0]) is None and _follows(lines[1:], int(number)):
        lines = [f"{number}. {lines[0]}", *lines[1:]]
    items = split_items(lines, bare=False)
    if len(items) == 1:
        return [_item(items[0].lines, number or items[0].number, known)]
    return [_item(item.lines, item.number, known) for item in items]


def _follows(lines: Iterable[str], number: int) -> bool:
    return any((marker := read_marker(line)) and marker[0].number == str(number + 1) for line in lines)


def _item(lines: Sequence[str], number: str | None, known: Collection[str]) -> Entry:
    text = join_lines(lines, known=known)
    if number is None and (found := _LETTER.match(text)):
        number, text = found[1], text[found.end() :]
    if number is None and (taken := read_marker(text, bare=True)):
        number, text = taken[0].number, taken[1]
    return Entry(Part.TEXT, clean_text(text), number=number or None)


def _with_number_first(lines: list[str]) -> list[str]:
    """Put a number that hangs at the second line, set in a column of its own, in front of the first."""
    if len(lines) < 2 or read_marker(lines[0]) or not (found := _HANGING.match(lines[1])):
        return lines
    if _HANGING.match("".join(lines[2:3])):
        return lines
    return [f"{found[0]}{lines[0]}", lines[1][found.end() :], *lines[2:]]


def _drop_words(lines: Sequence[str], rest: str) -> list[str]:
    """Lines without the words of a label at their start; `rest` is the text behind it."""
    left = len(" ".join(lines).replace(" ", "")) - len(rest.replace(" ", ""))
    kept: list[str] = []
    for line in lines:
        place = _place_behind(line, left)
        left -= len(line[:place].replace(" ", ""))
        if line[place:].strip():
            kept.append(line[place:].strip())
    return kept


def _place_behind(line: str, letters: int) -> int:
    place = 0
    while letters > 0 and place < len(line):
        letters -= not line[place].isspace()
        place += 1
    return place
