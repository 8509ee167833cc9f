"""Rows that no line parts in a drawn table: upright lines between its columns, level ones only at the head.

A cell with several lines is usual; only where columns of numbers stand line by line beside their labels is
each line a row.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from selaras.extractors.grids.channels import find_columns
from selaras.extractors.grids.lattice import Field, Lattice, build_lattice
from selaras.extractors.grids.printed import Line, is_value, printed_line
from selaras.extractors.grids.text_rows import PlacedLine, place_line, row_starts, value_columns
from selaras.extractors.pages.baselines import by_baseline
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

FEWEST_LINES = 4
# Columns of numbers, and the most columns that hold anything else.
FEWEST_VALUES = 2
MOST_TEXTS = 1
# Of the lines with numbers this share must have a label on the same line.
LABELLED = 0.6
VALUE_SHARE = 0.8


def with_text_rows(lattice: Lattice, words: Mapping[Field, Sequence[Word]]) -> Lattice:
    """A lattice with the rows that its numbers show; the same lattice where they show none."""
    cuts = [cut for band in _bands(lattice) for cut in _cuts(band, words)]
    if not cuts:
        return lattice
    ys = tuple(sorted({*lattice.ys, *cuts}))
    return build_lattice(
        lattice.xs, ys, [piece for box in lattice.boxes.values() for piece in _pieces(box, cuts)]
    )


def tall_columns(lattice: Lattice, words: Mapping[Field, Sequence[Word]]) -> list[float]:
    """Places between columns of numbers that stand line by line in one cell, without lines between them."""
    tall = {field for field, inside in words.items() if len(inside) >= FEWEST_LINES * FEWEST_VALUES}
    return sorted({x for field in tall for x in _columns(lattice, field, words)})


def _columns(lattice: Lattice, field: Field, words: Mapping[Field, Sequence[Word]]) -> list[float]:
    lines = _lines(words[field])
    box = lattice.boxes[field]
    above = lattice.cell_at((box[0] + box[2]) / 2, box[1] - 1)
    xs = find_columns(lines, _lines(words[above]) if above and above in words else ())
    placed = [place_line(line, xs) for line in lines]
    labels = lattice.boxes[field][0] <= lattice.xs[0] + 1
    first = [line.label for line in placed if line.label]
    numbers = labels or sum(map(is_value, first)) >= VALUE_SHARE * len(first)
    full = sum(len(line.texts) == len(xs) + 1 for line in placed)
    whole = len(lines) >= FEWEST_LINES and full >= VALUE_SHARE * len(lines)
    return xs if xs and numbers and whole and len(value_columns(placed)) == len(xs) else []


def _lines(words: Sequence[Word]) -> list[Line]:
    return [line for row in by_baseline(words, lambda word: word.box) if (line := printed_line(row))]


def _bands(lattice: Lattice) -> list[list[Field]]:
    """The cells of each row that none reaches into from above or below, and none out of."""
    bands: dict[tuple[float, float], list[Field]] = {}
    for corner, box in lattice.boxes.items():
        bands.setdefault((box[1], box[3]), []).append(corner)
    whole = [
        cells
        for cells in bands.values()
        if len(cells) > FEWEST_VALUES
        and sum(lattice.boxes[cell][2] - lattice.boxes[cell][0] for cell in cells)
        >= lattice.xs[-1] - lattice.xs[0] - 1
    ]
    return [sorted(cells, key=lambda cell: cell[1]) for cells in whole]


def _cuts(band: Sequence[Field], words: Mapping[Field, Sequence[Word]]) -> list[float]:
    """The y between the rows of a band."""
    if sum(len(words.get(cell, ())) >= FEWEST_LINES for cell in band) < FEWEST_VALUES + 1:
        return []
    placed = [(word, column) for column, cell in enumerate(band) for word in words.get(cell, ())]
    rows = by_baseline(placed, lambda item: item[0].box)
    lines = [_line(row) for row in rows]
    if not _is_line_by_line(lines, len(band)):
        return []
    starts = row_starts(lines, len(band))
    bottoms = [max(word.box[3] for word, _ in row) for row in rows]
    return [(bottoms[start - 1] + lines[start].top) / 2 for start in starts if start]


def _line(row: Sequence[tuple[Word, int]]) -> PlacedLine:
    texts = {
        column: " ".join(run.text for run in printed_line(word for word, place in row if place == column))
        for column in dict.fromkeys(column for _, column in row)
    }
    top = min(word.box[1] for word, _ in row)
    return PlacedLine(top, {column: text for column, text in texts.items() if text})


def _is_line_by_line(lines: Sequence[PlacedLine], columns: int) -> bool:
    """Whether lines are rows: labels and, beside most of them, a number in each of several columns."""
    values = value_columns(lines)
    rows = [line for line in lines if len(values & line.texts.keys()) >= FEWEST_VALUES]
    texts = [text for line in rows for column, text in line.texts.items() if column in values]
    return (
        len(values) >= max(FEWEST_VALUES, columns - MOST_TEXTS)
        and len(rows) >= FEWEST_LINES
        and sum(bool(line.label) for line in rows) >= LABELLED * len(rows)
        and sum(map(is_value, texts)) >= VALUE_SHARE * len(texts)
    )


def _pieces(box: Box, cuts: Sequence[float]) -> list[Box]:
    edges = (box[1], *(cut for cut in cuts if box[1] < cut < box[3]), box[3])
    return [(box[0], top, box[2], bottom) for top, bottom in pairwise(edges)]
