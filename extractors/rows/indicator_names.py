"""Names of indicators in one cell: a numbered list, or as many names as the cells beside it hold values.

>>> names_in_cell(["Persentase jalan", "mantap", "Persentase jembatan", "mantap"], 2)
['Persentase jalan mantap', 'Persentase jembatan mantap']
"""

import re
from collections.abc import Collection, Sequence

from selaras.extractors.phrases.numbering import split_items
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.tables.joining import clean_text, join_lines

_UNIT = re.compile(r"\([^()]{1,20}\)\W*$")  # Padi (ton)


def names_in_cell(lines: Sequence[str], values: int, *, known: Collection[str] = ()) -> list[str]:
    """Part the lines of a cell into names; `values` is how many lines the value cells hold.

    A head without a value of its own ("Peningkatan produksi:") stands in front of each name below it. What
    cannot be parted without a guess stays one name.
    """
    items = split_items(lines)
    if len(items) > 1 or values < 2:
        return [clean_text(join_lines(item.lines, known=known)) for item in items]
    starts = _starts(lines, values)
    head = clean_text(join_lines(lines[: starts[0]], known=known))
    ends = [*starts[1:], len(lines)]
    names = [join_lines(lines[start:end], known=known) for start, end in zip(starts, ends, strict=True)]
    return [clean_text(f"{head}: {name}" if head else name) for name in names]


def _starts(lines: Sequence[str], values: int) -> list[int]:
    """The lines where names start: as many as there are values, else only the first."""
    if len(lines) == values:
        return list(range(values))
    # "Persentase | jumlah produksi" is one name: names of one cell all begin in capitals, or none does.
    small = lines[0][:1].islower()
    measures = [
        place
        for place, line in enumerate(lines)
        if wording_of(line) is Wording.MEASURE and line[:1].islower() == small
    ]
    if len(measures) == values and measures[0] == 0:
        return measures
    last = range(max(len(lines) - values, 0), len(lines))
    alike = len({lines[place].split()[0] for place in last}) == 1
    if values < len(lines) and (alike or all(_UNIT.search(lines[place]) for place in last)):
        return list(last)
    capitals = [place for place, line in enumerate(lines) if line.lstrip()[:1].isupper()]
    return capitals if len(capitals) == values and capitals[0] == 0 else [0]
