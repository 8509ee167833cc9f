"""Where the head of a table ends and what it says, column by column."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from selaras.extractors.data_files import load_table
from selaras.extractors.pages.page import Cell
from selaras.extractors.rows.columns import Role, find_order, find_year, is_head_row, read_column
from selaras.extractors.tables.joining import join_lines, join_narrow
from selaras.extractors.tables.sheets import Sheet
from selaras.models.ids import fold

# Heads are short, stand in at most four rows, and at least half of their cells name what columns hold.
MOST_HEAD_WORDS = 14
MOST_HEAD_ROWS = 4
HEAD_SHARE = 0.5
FEWEST_HEADS = 2
LONGEST_RUN = 4
# The name of a column whose words tell nothing.
MOST_NAME_WORDS = 5
# A head in small letters is as short as "target" or "s/d 2025": other small letters go on with a text.
MOST_SMALL_WORDS = 2
READ_ROLES = frozenset({Role.STATEMENT, Role.INDICATOR})

# "1", "(2)", "3.", "4=2x3", "(5)=(4)/(3)*100%": numbers of columns, with the sum that some carry.
_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,2})[a-z]?[)\].]*(?:[=:(][\d\s()+\-–x*/:=%.,a-z]*)?", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"[\d.,%\s]+")


def head_end(sheet: Sheet, start: int = 0) -> int:
    """The row after a head that begins in row `start`; `start` itself where no head begins there."""
    numbered = _numbers_row(sheet, start)
    if numbered is not None:
        return numbered + 1
    cells = sheet.printed(start)
    if not _looks_like_head(cells) or _says_one_thing(cells):
        return start
    last = min(len(sheet.rows), start + MOST_HEAD_ROWS)
    end = min(sheet.bottom(start), last)
    while end < last and _is_lower_head(sheet, end):
        end = min(sheet.bottom(end), last)
    return end


def _says_one_thing(cells: Sequence[Cell]) -> bool:
    """Whether all cells print the same: "Indikator :" over each branch of a cascade is no head."""
    return len(cells) > 1 and len({fold(cell.text) for cell in cells}) == 1


def plain_head(sheet: Sheet) -> int:
    """The end of a head that only its form shows: under a caption, a short name over each column.

    One name at least is that of a column of statements or indicators; 0 where the first row is no such head.
    """
    end = sheet.bottom(0)
    if end >= len(sheet.rows) or any(not cell or not cell.text for cell in sheet.covers[0]):
        return 0
    cells = sheet.printed(0)
    plain = all(_is_short_name(join_head(cell.text)) for cell in cells)
    named = any(read_column(0, cell.text).role in READ_ROLES for cell in cells)
    below = sheet.printed(end)
    return end if len(cells) > 1 and plain and named and below and not _names_column(below[0].text) else 0


def _is_short_name(text: str) -> bool:
    return len(text.split()) <= MOST_NAME_WORDS and text[0].isupper() and not re.search(r"[\d:;.]", text)


def _is_lower_head(sheet: Sheet, row: int) -> bool:
    """Whether a row goes on with the head: names under group heads, none in the first column."""
    first = sheet.rows[row][0]
    return not (first and first.text) and _looks_like_head(sheet.printed(row))


def _numbers_row(sheet: Sheet, start: int) -> int | None:
    """A row of column numbers close below: all above it is head, whatever its words."""
    for row in range(start + 1, min(len(sheet.rows), start + MOST_HEAD_ROWS + 1)):
        if is_numbers_row(sheet, row) and not any(_is_number(cell) for cell in sheet.printed(row - 1)):
            return row
    return None


def is_numbers_row(sheet: Sheet, row: int) -> bool:
    """Whether a row holds nothing but the numbers of its columns: 1 2 3, or (1) (2) (4) where one is missing.

    They begin in the first column; the 1 2 3 of years stands under a group head further right.
    """
    cells = sheet.printed(row)
    if len(cells) < 2 or not _is_leftmost(sheet, row, cells[0]):
        return False
    found = [_COLUMN_NUMBER.fullmatch("".join(cell.text.split())) for cell in cells]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(cells) and _counts(numbers)


def _counts(numbers: Sequence[int]) -> bool:
    """Whether numbers count columns: from 1, one perhaps left out or twice; a run of four may begin at 2."""
    steps = [other - one for one, other in pairwise(numbers)]
    if numbers[0] == 1:
        return min(steps) >= 0 and steps.count(0) <= 1 and numbers[-1] <= 2 * len(numbers)
    return numbers[0] == 2 and set(steps) == {1} and len(numbers) >= LONGEST_RUN


def _is_leftmost(sheet: Sheet, row: int, cell: Cell) -> bool:
    """Whether no column with text lies to the left of a cell."""
    place = sheet.rows[row].index(cell)
    return not any(other and other.text for cells in sheet.rows for other in cells[:place])


def is_repeated_head(cells: Sequence[Cell]) -> bool:
    """Whether a row in the middle of a table holds heads only."""
    return is_head_row(cell.text for cell in cells)


def _looks_like_head(cells: Sequence[Cell]) -> bool:
    if len(cells) > 1 and read_column(0, cells[0].text).role is Role.NUMBER:
        return True
    named = sum(_names_column(cell.text) for cell in cells)
    return named >= FEWEST_HEADS and named >= HEAD_SHARE * len(cells)


def _names_column(text: str) -> bool:
    words = len(text.split())
    if words > MOST_HEAD_WORDS or (text[:1].islower() and words > MOST_SMALL_WORDS):
        return False
    if find_year(text) is not None:
        return True
    if _PLAIN_NUMBER.fullmatch(text):
        return False
    role = read_column(0, text).role
    # "Sumber Data" is a head, "Sumber daya lahan serta penanganan gangguan usaha" is none.
    return find_order(text) is not None or (
        words <= MOST_NAME_WORDS if role is Role.OTHER else role is not Role.UNKNOWN
    )


def _is_number(cell: Cell) -> bool:
    return bool(_PLAIN_NUMBER.fullmatch(cell.text)) and find_year(cell.text) is None


def read_heads(sheet: Sheet, rows: range) -> tuple[str, ...]:
    """The head of each column: texts over it from the top down, joined by " | ", column numbers left out."""
    kept = [row for row in rows if not is_numbers_row(sheet, row)]
    return tuple(_head_of(sheet, kept, column) for column in range(sheet.width))


def _head_of(sheet: Sheet, rows: Iterable[int], column: int) -> str:
    cells = {id(cell): cell for row in rows if (cell := sheet.covers[row][column]) and cell.text}
    texts = [join_head(cell.text) for cell in cells.values()]
    return " | ".join(dict.fromkeys(texts))


def join_head(text: str) -> str:
    """Put the lines of a head together, letters set one a line and words broken by a narrow column, too."""
    lines = text.split("\n")
    if len(lines) > 2 and not any(char.isdigit() for char in text):
        return join_narrow(lines, known=_head_words())
    return join_lines(lines, known=_head_words())


@cache
def _head_words() -> frozenset[str]:
    return frozenset(load_table("head_words.toml")["words"])
