"""The first row after a page's end: often the rest of the row before it, not a row of its own."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell, TableRow
from selaras.extractors.phrases.numbering import read_marker
from selaras.extractors.phrases.wording import wording_of
from selaras.extractors.tables.layout import Layout
from selaras.extractors.tables.sheets import Row

FEWEST_FULL = 2

_ENDED = re.compile(r"[.;:!?]\s*$")
_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)](?:\s|$)|[-•▪➢✓–]")
# A text that stops at one of these goes on, whatever follows.
_OPEN_END = re.compile(
    r"(?:[,(/&-]|\b(?:dan|di|ke|dari|yang|untuk|pada|serta|atau|dengan|dalam|oleh|terhadap|bagi|per|se))\s*$",
    re.IGNORECASE,
)


def is_rest(cells: Row, rows: Sequence[TableRow], layout: Layout) -> bool:
    """Whether a row is the rest of the last one: no value, no number, and only texts that go on from it."""
    texts = {place: cell.text for place, cell in enumerate(cells) if cell and cell.text}
    last = {place: cell.text for place, cell in enumerate(rows[-1].cells) if cell}
    if not texts or not texts.keys() <= last.keys() - layout.values - layout.counters:
        return False
    if any(_begins(last[place], text) for place, text in texts.items()):
        return False
    if _all_have(rows, layout.counters) or _all_have(rows, layout.values):
        return True
    return any(goes_on(last[place], text) for place, text in texts.items())


def goes_on(before: str, text: str) -> bool:
    """Whether a text goes on in the middle of a sentence or word."""
    return bool(_OPEN_END.search(before)) or (text[0].islower() and not _ITEM.match(text))


def find_rests(cells: Row, last: Row, layout: Layout, *, broken: bool) -> dict[int, Cell]:
    """Texts of a row, by place, that go on with a cell of the row above; `broken` by the end of a page."""
    return {
        place: cell
        for place, cell in enumerate(cells)
        if cell and cell.text and _goes_on_with(place, cells, last, layout, broken=broken)
    }


def _goes_on_with(place: int, cells: Row, last: Row, layout: Layout, *, broken: bool) -> bool:
    cell, kept = cells[place], last[place]
    if cell is None or kept is None or _begins(kept.text, cell.text):
        return False
    on = goes_on(kept.text, cell.text)
    if broken and kept.filled and on and cell.text[0].islower():
        return True
    if place not in layout.statements or not _lacks_number(place, cells, last, layout):
        return False
    return broken or on or len(cell.text.split()) == 1


def _lacks_number(place: int, cells: Row, last: Row, layout: Layout) -> bool:
    """Whether the cell above is numbered, beside or inside, and this one neither that nor a statement."""
    cell, kept = cells[place], last[place]
    if cell is None or kept is None or wording_of(cell.text) or read_marker(cell.text, bare=True):
        return False
    counted = place - 1 in layout.counters
    if counted and (number := cells[place - 1]) and number.text:
        return False
    return bool((counted and last[place - 1]) or read_marker(kept.text, bare=True))


def _begins(before: str, text: str) -> bool:
    return bool(_ITEM.match(text)) or (bool(_ENDED.search(before)) and text[0].isupper())


def _all_have(rows: Sequence[TableRow], places: Collection[int]) -> bool:
    """Whether every row so far has a text in one of these columns: a row without is then no row."""
    data = [row for row in rows if row.section is None]
    full = [row for row in data if any((cell := row.cells[place]) and not cell.filled for place in places)]
    return len(data) == len(full) >= FEWEST_FULL


def add_rest(rows: Sequence[TableRow], rests: Mapping[int, Cell]) -> list[TableRow]:
    """Add text to cells of the last row, and to all rows above that the same cell was filled into."""
    changed = list(rows)
    for place, rest in rests.items():
        for index in _rows_of_cell(rows, place):
            changed[index] = _with_rest(changed[index], place, rest)
    return changed


def _rows_of_cell(rows: Sequence[TableRow], place: int) -> Iterator[int]:
    """Rows that hold the last row's cell, from below: up to the one that prints it."""
    for index in reversed(range(len(rows))):
        cell = rows[index].cells[place]
        if cell is None:
            return
        yield index
        if not cell.filled:
            return


def _with_rest(row: TableRow, place: int, rest: Cell) -> TableRow:
    cells = [
        _lengthened(cell, rest) if cell and index == place else cell for index, cell in enumerate(row.cells)
    ]
    return replace(row, cells=tuple(cells))


def _lengthened(cell: Cell, rest: Cell) -> Cell:
    sure = least_sure((cell.confidence, rest.confidence))
    return replace(cell, text=f"{cell.text}\n{rest.text}", tops=(), confidence=sure)
