"""Tables without any line, as performance agreements list their programs: "Program   Anggaran   Keterangan".

Only what is certain counts: a line of plain heads, and below it rows that are numbered from 1 on.
"""

import re
from collections.abc import Sequence

from selaras.extractors.grids.lattice import Lattice, build_lattice
from selaras.extractors.grids.text_columns import RUN_GAP, find_channels, find_runs
from selaras.extractors.pages.baselines import join_boxes
from selaras.extractors.pages.page import Word
from selaras.extractors.rows.columns import is_head_row
from selaras.models.passages import Box

Line = Sequence[Word]

FEWEST_ROWS = 3
# A gap of so many font sizes ends a table.
WIDEST_GAP = 2.5
# A number may stand this much (points) above or below the first line of its row.
SAME_TOP = 4.0

_NUMBER = re.compile(r"(\d{1,2})[.)]?")


def find_numbered(lines: Sequence[Line]) -> list[Lattice]:
    """Find numbered tables among lines of words outside all grids."""
    lattices: list[Lattice] = []
    place = 0
    while place < len(lines):
        body = _body(lines, place + 1) if _is_head(lines[place]) else []
        lattice = _lattice(lines[place], body) if body else None
        lattices += [lattice] if lattice else []
        place += 1 + (len(body) if lattice else 0)
    return lattices


def _is_head(line: Line) -> bool:
    return is_head_row(" ".join(word.text for word in run) for run in find_runs(line, RUN_GAP))


def _body(lines: Sequence[Line], start: int) -> list[Line]:
    """Lines that follow each other without a wide gap."""
    end = start
    while end < len(lines):
        before, here = _box(lines[end - 1]), _box(lines[end])
        if here[1] - before[3] > WIDEST_GAP * lines[end][0].size:
            break
        end += 1
    return list(lines[start:end])


def _lattice(head: Line, body: Sequence[Line]) -> Lattice | None:
    tops = _row_tops(body)
    runs = [
        [join_boxes(word.box for word in run) for run in find_runs(line, RUN_GAP)] for line in (head, *body)
    ]
    channels = find_channels(runs)
    if len(tops) < FEWEST_ROWS or not channels:
        return None
    x0, top, x1, bottom = join_boxes(_box(line) for line in (head, *body))
    xs, ys = (x0 - 1, *channels, x1 + 1), (top - 1, *tops, bottom + 1)
    return build_lattice(
        xs, ys, [(xs[x], ys[y], xs[x + 1], ys[y + 1]) for y in range(len(ys) - 1) for x in range(len(xs) - 1)]
    )


def _row_tops(body: Sequence[Line]) -> list[float]:
    """Where the rows begin: at their numbers, if the first line of all is the first row's."""
    tops: list[float] = []
    for line in body:
        number = _NUMBER.fullmatch(line[0].text)
        if number and int(number[1]) == len(tops) + 1:
            tops.append(line[0].box[1])
    starts_with_first = (
        bool(tops) and tops[0] <= min(word.box[1] for line in body for word in line) + SAME_TOP
    )
    return [top - 1 for top in tops] if starts_with_first else []


def _box(line: Line) -> Box:
    return join_boxes(word.box for word in line)
