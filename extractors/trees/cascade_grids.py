"""Grids drawn as cascades: their rows are the levels, and what stands under a cell belongs to it.

    |            Misi 1             |    Misi 2     |
    |     Meningkatkan mutu ...     | Membangun ... |
    |  Sasaran 1    |   Sasaran 2   |   Sasaran 3   |

An ordinary table names its levels once, in the heads of its columns.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from selaras.extractors.pages.baselines import join_boxes
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell, Grid, Page
from selaras.extractors.trees.box_words import begins_like_level
from selaras.extractors.trees.entries import Entry, Part, read_entries
from selaras.models.passages import Box

# Edges of cells that are drawn as one differ by less than this (points).
SAME_EDGE = 4.0
_NUMBER = re.compile(r"(?:\d{1,2}(?:[.,]\d{1,2})*|[a-z])[.)]?")
_CODE = re.compile(r"\d{1,2}[.,]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell with what its text says; a label or number in the cell to its left is part of it.

    `value` is the cell to its right, where that holds a value or nothing; `confidence` of the least sure.
    """

    entries: tuple[Entry, ...]
    boxes: tuple[Box, ...]
    value: Cell | None = None
    confidence: float | None = None

    @property
    def box(self) -> Box:
        """The cell, with the label at its left."""
        return join_boxes(self.boxes)

    @property
    def level(self) -> str | None:
        """What it names: a kind of statement, indicators or a holder; None for plain texts."""
        first = self.entries[0]
        if first.part is Part.STATEMENT and (first.number or first.is_label):
            return str(first.kind)
        return str(first.part) if first.part is Part.HOLDER or first.is_label else None


def find_cascades(page: Page, *, known: Collection[str] = ()) -> dict[int, tuple[Slot, ...]]:
    """The grids of a page that are cascades, by their places in `Page.grids`, as slots from the top.

    Where one grid of a page is a cascade, others that name holders are parts of it.
    """
    if not any(may_be_cascade(grid) for grid in page.grids):
        return {}
    slots = {place: tuple(build_slots(grid, known=known)) for place, grid in enumerate(page.grids)}
    if not any(is_cascade(found) for found in slots.values()):
        return {}
    return {place: found for place, found in slots.items() if is_cascade(found) or _names_holder(found)}


def may_be_cascade(grid: Grid) -> bool:
    """The same question as `is_cascade`, asked of the cells that begin like a level: few do."""
    cells = [cell for row in grid.rows for cell in row if cell]
    named = [cell for cell in cells if begins_like_level(cell.text)]
    return is_cascade([slot for cell in named for slot in _named_slot(cell, cells)])


def _named_slot(cell: Cell, cells: Sequence[Cell]) -> Iterator[Slot]:
    entries = read_entries(cell.text)
    beside = _cell_beside(cell, cells) if entries and not entries[0].text else None
    if entries:
        yield Slot(entries, (cell.box,))
    if beside:  # perhaps the text of this label: the whole check knows
        yield Slot(entries, (cell.box, beside.box))


def is_cascade(slots: Sequence[Slot]) -> bool:
    """Whether levels lie under each other, side by side: two cells of one level, each over one of another."""
    over = [slot for slot in slots if slot.level and any(_is_over(slot, other) for other in slots)]
    return any(_are_beside(one, other) for one, other in combinations(over, 2))


def build_slots(grid: Grid, *, known: Collection[str] = ()) -> Iterator[Slot]:
    """The filled cells of a grid from the top; labels, numbers and values joined to the text beside them."""
    cells = sorted((cell for row in grid.rows for cell in row if cell), key=lambda cell: cell.box[1::-1])
    taken: set[Box] = set()
    for cell in cells:
        entries = _with_code(read_entries(cell.text, known=known), cell, cells)
        if not entries or cell.box in taken:
            continue
        slot, beside = Slot(entries, (cell.box,), confidence=cell.confidence), _cell_beside(cell, cells)
        if beside and (labelled := _labelled(cell, entries[0], beside, known)):
            taken.add(beside.box)
            slot, beside = labelled, _cell_beside(beside, cells)
        if beside and _has_value(slot, beside):
            taken.add(beside.box)
            slot = replace(slot, value=beside)
        yield slot


def is_above(upper: Box, lower: Box) -> bool:
    """Whether a box lies above the middle of another."""
    middle = (lower[0] + lower[2]) / 2
    return upper[3] <= lower[1] + SAME_EDGE and upper[0] <= middle <= upper[2]


def reaches_over(upper: Box, lower: Box) -> bool:
    """Whether a box lies above another and is no narrower on either side."""
    return is_above(upper, lower) and upper[0] - SAME_EDGE <= lower[0] and lower[2] <= upper[2] + SAME_EDGE


def _names_holder(slots: Sequence[Slot]) -> bool:
    return any(slot.level == Part.HOLDER for slot in slots)


def _is_over(slot: Slot, other: Slot) -> bool:
    return other.level not in (None, slot.level) and reaches_over(slot.box, other.box)


def _are_beside(one: Slot, other: Slot) -> bool:
    return one.level == other.level and abs(one.box[1] - other.box[1]) <= SAME_EDGE


def _cell_beside(cell: Cell, cells: Sequence[Cell]) -> Cell | None:
    """The cell of the same height that borders on the right."""
    _, top, x1, bottom = cell.box
    beside = (
        other
        for other in cells
        if abs(other.box[0] - x1) <= SAME_EDGE
        and abs(other.box[1] - top) <= SAME_EDGE
        and abs(other.box[3] - bottom) <= SAME_EDGE
    )
    return next(beside, None)


def _with_code(entries: tuple[Entry, ...], cell: Cell, cells: Sequence[Cell]) -> tuple[Entry, ...]:
    """Entries with the code that stands at the left of several cells under each other, for all of them."""
    if len(entries) != 1 or entries[0].part is not Part.TEXT or entries[0].number:
        return entries
    x0, top, _, bottom = cell.box
    codes = (
        other.text.strip()
        for other in cells
        if abs(other.box[2] - x0) <= SAME_EDGE and other.box[1] <= top and bottom <= other.box[3]
    )
    code = next(filter(_CODE.fullmatch, codes), None)
    return (replace(entries[0], number=code),) if code else entries


def _labelled(cell: Cell, first: Entry, beside: Cell, known: Collection[str]) -> Slot | None:
    """A label or number with the text in the next cell; None where the cell holds neither."""
    others = read_entries(beside.text, known=known)
    number = first.part is Part.VALUE and _NUMBER.fullmatch(cell.text.strip()) is not None
    if not (first.is_label or number) or not others or others[0].part not in (Part.TEXT, Part.MEASURE):
        return None
    if others[0].is_label or (number and others[0].number):
        return None
    text = f"{cell.text.strip()} {beside.text}" if number else f"{cell.text}\n{beside.text}"
    sure = least_sure((cell.confidence, beside.confidence))
    return Slot(read_entries(text, known=known), (cell.box, beside.box), confidence=sure)


def _has_value(slot: Slot, beside: Cell) -> bool:
    """Whether the next cell is for a value of the slot, not the number of what stands further right."""
    last = slot.entries[-1]
    if last.part not in (Part.TEXT, Part.MEASURE) or not last.text:
        return False
    if _CODE.fullmatch(beside.text.strip()) and _CODE.fullmatch(last.number or ""):
        return False
    entries = read_entries(beside.text)
    return all(entry.part is Part.VALUE for entry in entries)
