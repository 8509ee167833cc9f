"""What the columns of a table are, as far as filling down needs it."""

import re
from dataclasses import dataclass

from selaras.extractors.rows.columns import Role, read_column
from selaras.extractors.tables.blocks import Block

# Never filled down: a number belongs to the row that it is printed in.
VALUES = frozenset({Role.BASELINE, Role.TARGET, Role.FINAL, Role.REALISATION, Role.BUDGET})
TEXTS = frozenset({Role.STATEMENT, Role.INDICATOR, Role.UNIT})
COUNTERS = frozenset({Role.NUMBER, Role.CODE})
# A column without a known head holds values if this share of its cells are numbers.
NUMBER_SHARE = 0.6

_NUMBER = re.compile(r"[^\w]*(?:rp\.?\s*)?[\d.,]+[\s\d.,%–-]*\S{0,6}|-|n/a", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are, as far as filling needs it: their places, from 0."""

    values: frozenset[int]
    counters: frozenset[int]
    statements: frozenset[int]
    texts: frozenset[int]


def read_layout(block: Block) -> Layout:
    """Judge columns by their heads, and by their content where a head says nothing."""
    roles = [read_column(place, head).role for place, head in enumerate(block.heads)]
    unknown = {place for place, role in enumerate(roles) if role is Role.UNKNOWN}
    numeric = {place for place in unknown if is_numeric(block, place)}
    return Layout(
        values=frozenset(place for place, role in enumerate(roles) if role in VALUES) | numeric,
        counters=frozenset(place for place, role in enumerate(roles) if role in COUNTERS),
        statements=frozenset(place for place, role in enumerate(roles) if role is Role.STATEMENT),
        texts=frozenset(place for place, role in enumerate(roles) if role in TEXTS),
    )


def is_numeric(block: Block, column: int) -> bool:
    """Whether most cells of a column are numbers."""
    cells = [cell for row in block.rows if (cell := block.sheet.rows[row][column]) and cell.text]
    return sum(bool(_NUMBER.fullmatch(cell.text)) for cell in cells) > NUMBER_SHARE * len(cells)
