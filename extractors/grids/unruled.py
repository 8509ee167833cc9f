"""Tables without upright lines, or without any: found where level lines or columns of numbers show them."""

from collections.abc import Iterator, Sequence

from selaras.extractors.grids.lattice import Lattice
from selaras.extractors.grids.numbered import find_numbered
from selaras.extractors.grids.printed import Line, is_number, line_bottom, line_top, printed_line
from selaras.extractors.grids.rulings import Axis, Ruling
from selaras.extractors.grids.stacks import (
    TALLEST_HEAD,
    Stack,
    find_stacks,
    lines_above,
    lines_at,
    lines_below,
    open_heads,
    partial_rules,
)
from selaras.extractors.grids.text_blocks import block_at, conforming, find_blocks, is_sure, is_under_heads
from selaras.extractors.grids.text_rows import value_columns
from selaras.extractors.grids.text_tables import TextTable, read_text_table, text_lattice
from selaras.extractors.layout.reading_order import find_bands, find_gutter, split_columns
from selaras.extractors.pages.baselines import by_baseline
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

# A page with more words is no page, one with more level lines outside its grids is a drawing.
MOST_WORDS = 20_000
MOST_LINES = 300
# Numbers that even the smallest table holds.
FEWEST_NUMBERS = 3
# Between two lines only, a table must have values in this share of its columns.
VALUE_SHARE = 0.5
# Prose has fewer numbers than this share of its words.
NUMBER_SHARE = 0.25
# Heads have no more lines than this.
MOST_HEADS = 20

# Cells with text, as a share of all.
FILLED_SHARE = 0.4
# Rows of a table between lines; one is enough where the lines show columns.
FEWEST_ROWS = 2


def find_unruled(words: Sequence[Word], rulings: Sequence[Ruling] = ()) -> list[Lattice]:
    """Find tables without upright lines among the words outside all drawn tables."""
    if not 1 < len(words) <= MOST_WORDS:
        return []
    rows = by_baseline(words, _box)
    level = [ruling for ruling in rulings if ruling.axis is Axis.HORIZONTAL]
    level = level if len(level) <= MOST_LINES else []
    found: list[Lattice] = []
    for lattice in (
        *_between_rules(rows, level),
        *_under_heads(rows, level),
        *_without_rules(rows),
        *find_numbered(rows),
    ):
        if lattice and not any(_overlap(lattice.box, other.box) for other in found):
            found.append(lattice)
    return found


def _box(word: Word) -> Box:
    return word.box


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _between_rules(rows: Sequence[Sequence[Word]], level: Sequence[Ruling]) -> Iterator[Lattice | None]:
    for stack in find_stacks(level, rows):
        table = _read_stack(stack, rows)
        if table:
            yield text_lattice(table, partial_rules(level, stack))


def _read_stack(stack: Stack, rows: Sequence[Sequence[Word]]) -> TextTable | None:
    """The table between lines, with what goes on above or below them; None where it is none."""
    top, bottom = stack.rules[0].at, stack.rules[-1].at
    first = read_text_table(stack.lines, [rule.at for rule in stack.rules], stack.joints)
    if not first.xs:
        return None
    if _is_head_only(stack, rows):
        return None
    above = lines_above(rows, stack) if first.head == 0 else ()
    heads = conforming(above, first.xs, top, upwards=True)[::-1]
    rest = conforming(lines_below(rows, stack), first.xs, bottom, upwards=False)
    lines = (*heads, *stack.lines, *rest)
    box = (
        min(stack.rules[0].start, *(line[0].x0 - 1 for line in lines)),
        line_top(heads[0]) - 1 if heads else top,
        max(stack.rules[0].end, *(line[-1].x1 + 1 for line in lines)),
        line_bottom(rest[-1]) + 1 if rest else bottom,
    )
    table = read_text_table(lines, [rule.at for rule in stack.rules], stack.joints, box)
    return table if _is_sure(table, stack) else None


def _is_head_only(stack: Stack, rows: Sequence[Sequence[Word]]) -> bool:
    """Whether the lines enclose a head, and the rows stand below: there is no line at the foot."""
    if len(stack.rules) != 2 or stack.rules[1].at - stack.rules[0].at > TALLEST_HEAD:
        return False
    below = list(lines_below(rows, stack))
    close = bool(below) and line_top(below[0]) - stack.rules[-1].at <= below[0][0].size
    return close and len(block_at(below, 0)) > FEWEST_ROWS


def _is_sure(table: TextTable, stack: Stack) -> bool:
    """Whether what stands between lines is a table, not a page between its running head and foot."""
    fewest = 1 if stack.joints and table.head else FEWEST_ROWS
    if not table.xs or len(table.starts) < fewest or table.head > MOST_HEADS:
        return False
    if not stack.joints and not _is_filled(table):
        return False
    inner = [rule for rule in stack.rules[1:-1] if stack.rules[0].at + 6 < rule.at < stack.rules[-1].at - 6]
    if not inner:
        return is_sure(table.lines, captioned=True)
    valued = len(value_columns(table.body)) >= VALUE_SHARE * (table.columns - 1)
    return valued or bool(stack.joints) or table.columns > 2 or len(inner) + 1 >= len(table.starts)


def _is_filled(table: TextTable) -> bool:
    """Whether most places are filled, and a text tells what the numbers are: a chart's lines enclose few."""
    body = table.body
    filled = sum(len(line.texts) for line in body)
    letters = any(letter.isalpha() for line in table.lines for run in line for letter in run.text)
    return letters and filled >= FILLED_SHARE * len(table.starts) * table.columns


def _under_heads(rows: Sequence[Sequence[Word]], level: Sequence[Ruling]) -> Iterator[Lattice | None]:
    """Tables with a line under their head, perhaps one above it, and none at the foot."""
    for top, head in open_heads(level):
        heads, below = lines_at(rows, top, head)
        body = block_at(below, 0) if heads and below else []
        if body and (is_sure([*heads, *body], captioned=True) or is_under_heads(heads, body)):
            yield text_lattice(read_text_table([*heads, *body], [head.at]), [])


def _without_rules(rows: Sequence[Sequence[Word]]) -> Iterator[Lattice | None]:
    if sum(word.text[-1].isdigit() for row in rows for word in row) < FEWEST_NUMBERS:
        return
    gutter = find_gutter(rows)
    columns = split_columns(rows) if gutter is not None and _parts_prose(rows, gutter) else rows
    lines: list[Line] = [line for row in columns if (line := printed_line(row))]
    for block in find_blocks(lines):
        yield text_lattice(read_text_table(block))


def _parts_prose(rows: Sequence[Sequence[Word]], gutter: float) -> bool:
    """Whether the rows at a gutter are two columns of prose, not a table of numbers."""
    words = [word for start, end in find_bands(rows, gutter) for row in rows[start:end] for word in row]
    return sum(is_number(word.text) for word in words) < NUMBER_SHARE * len(words)
