"""Tables of targets whose heads do not say which column names the indicators: `Uraian | Target 2026`.

Only the wording of the cells can tell then. A column counts where most of its texts read like indicators, and
where the table has values for them; the reader is told.
"""

from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.judging import Judge
from selaras.extractors.pages.page import Table
from selaras.extractors.rows.columns import AIMED, Column, Role
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning

FEWEST_TEXTS = 3
FEWEST_WORDS = 3
MOST_LIKELY = 0.5  # the share of the texts that reads like indicators
READ = frozenset({Role.STATEMENT, Role.INDICATOR})


def guess_indicators(
    table: Table, columns: Sequence[Column], judge: Judge
) -> tuple[tuple[Column, ...], tuple[ReadingWarning, ...]]:
    """The columns, the one that reads like indicators named so, and a warning that this is a guess."""
    roles = {column.role for column in columns}
    if roles & READ or not roles & AIMED or not table.rows:
        return tuple(columns), ()
    named = next((column for column in columns if _reads_like_indicators(table, column, judge)), None)
    if named is None:
        return tuple(columns), ()
    page = table.rows[0].page
    told = message("extraction.guessed_column", head=named.head or str(named.index + 1), page=page)
    role = Role.INDICATOR
    found = (replace(column, role=role) if column is named else column for column in columns)
    return tuple(found), (ReadingWarning(told, page),)


def _reads_like_indicators(table: Table, column: Column, judge: Judge) -> bool:
    texts = _texts(table, column.index) if column.role is Role.UNKNOWN else []
    if len(texts) < FEWEST_TEXTS:
        return False
    return sum(judge.indicators(texts)) >= MOST_LIKELY * len(texts)


def _texts(table: Table, index: int) -> list[str]:
    cells = (row.cells[index] for row in table.rows if index < len(row.cells))
    texts = (" ".join(cell.text.split()) for cell in cells if cell and not cell.filled)
    return [text for text in texts if len(text.split()) >= FEWEST_WORDS]
