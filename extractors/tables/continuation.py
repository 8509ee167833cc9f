"""Whether a part of a page continues the table before it, or is another table under the same heads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from selaras.extractors.pages.page import Line
from selaras.extractors.tables.blocks import Block, head_likeness
from selaras.extractors.tables.fitting import fit_columns
from selaras.extractors.tables.layout import Layout, is_numeric
from selaras.extractors.tables.sheets import SAME_EDGE, Sheet
from selaras.extractors.tables.titles import is_caption, is_side_note

# A head that is repeated on the next page may differ in a misprint.
SAME_HEADS = 0.7
# What is shorter may stand over parts of one table; what has fewer columns looks like any other table.
MOST_HEADING_WORDS = 10
FEWEST_ALIKE = 4


def find_continuation(block: Block, end: Sheet, heads: Sequence[str], layout: Layout) -> Block | None:
    """The block as it goes on from a table that ends in a sheet right before it; None where it does not."""
    same = end.width == block.sheet.width
    if not block.headless:
        return block if same and head_likeness(block.heads, heads) >= SAME_HEADS else None
    if same:
        return block if is_aligned(end, block.sheet) or _is_alike(block, end, layout) else None
    sheet = fit_columns(block.sheet, end)
    return Block(sheet, ("",) * sheet.width, block.rows) if sheet else None


def with_heads_before(
    block: Block, end: Sheet, heads: Sequence[str], layout: Layout, between: Sequence[Line]
) -> Block:
    """The block with the heads that the table before it prints once for all, under short headings of each."""
    headings = all(len(line.text.split()) <= MOST_HEADING_WORDS for line in between)
    captioned = any(is_caption(line) for line in between)
    if not block.headless or captioned or not headings or not _is_alike(block, end, layout):
        return block
    return replace(block, heads=tuple(heads))


def lines_between(before: Sheet, sheet: Sheet, lines: Mapping[int, Sequence[Line]]) -> list[Line] | None:
    """The lines between two grids; None where they stand neither on one page nor on two that follow."""
    if before.page == sheet.page:
        return [line for line in lines[sheet.page] if before.box[3] <= line.box[1] < sheet.box[1]]
    if before.page + 1 != sheet.page:
        return None
    below = [line for line in lines[before.page] if line.box[1] >= before.box[3]]
    return below + [line for line in lines[sheet.page] if line.box[1] < sheet.box[1]]


def are_notes(lines: Sequence[Line] | None) -> bool:
    """Whether nothing stands between two parts of a table but notes."""
    return lines is not None and all(map(is_side_note, lines))


def is_aligned(one: Sheet, other: Sheet) -> bool:
    """Whether columns lie at the same places, but for one shift of all: margins change with the page."""
    shifts = [here - there for here, there in zip(_edges(one), _edges(other), strict=True)]
    return max(shifts) - min(shifts) <= SAME_EDGE


def _edges(sheet: Sheet) -> tuple[float, ...]:
    return (*sheet.lefts, sheet.box[2])


def _is_alike(block: Block, end: Sheet, layout: Layout) -> bool:
    """Whether as many columns fill the same width and hold the same: each page fits its columns anew."""
    sheet = block.sheet
    wide = abs((sheet.box[2] - sheet.box[0]) - (end.box[2] - end.box[0])) <= SAME_EDGE
    if sheet.width != end.width or sheet.width < FEWEST_ALIKE or not wide:
        return False
    texts, values = _numeric(block, layout.texts), _numeric(block, layout.values)
    return bool(values) and not any(texts) and 2 * sum(values) > len(values)


def _numeric(block: Block, places: Collection[int]) -> list[bool]:
    """For each of these columns that is not blank, whether it holds numbers."""
    return [
        is_numeric(block, place)
        for place in places
        if any((cell := block.sheet.rows[row][place]) and cell.text for row in block.rows)
    ]
