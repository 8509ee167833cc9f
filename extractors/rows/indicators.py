"""Indicators in the rows of a table: name, unit, baseline and targets by year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.drafts import IndicatorDraft, Place, ValueDraft
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell, TableRow
from selaras.extractors.rows.columns import Column, Role, find_year, names_column, squeeze
from selaras.extractors.rows.context import Context, Setting
from selaras.extractors.rows.indicator_names import names_in_cell
from selaras.extractors.rows.statements import bare_number, cell_at
from selaras.extractors.rows.value_cells import Part, count_units, count_values, unit_in, value_in, with_unit
from selaras.models.messages import message

VALUE_ROLES = (Role.BASELINE, Role.TARGET, Role.FINAL)
FEWEST_LETTERS = 3
INDICATOR_LABEL = re.compile(
    r"\s*indikator(?:\s+(?:kinerja|sasaran|program|tujuan|kegiatan))*\s*:\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Block:
    """An indicator column with the unit and value columns that belong to it."""

    indicator: Column
    others: tuple[Column, ...] = ()

    def of(self, *roles: Role) -> tuple[Column, ...]:
        """Its columns of the given roles."""
        return tuple(column for column in self.others if column.role in roles)

    def cells(self, row: TableRow, *roles: Role) -> list[tuple[Column, Cell]]:
        """The filled cells of a row in the columns of the given roles."""
        return [(column, cell) for column in self.of(*roles) if (cell := cell_at(row, column.index))]


def find_blocks(columns: Sequence[Column]) -> tuple[Block, ...]:
    """Give each value column to the indicator column nearest at its left; the first takes those before it."""
    indicators = [column for column in columns if column.role is Role.INDICATOR]
    others = [column for column in columns if column.role in (Role.UNIT, *VALUE_ROLES)]
    starts = [-1, *(column.index for column in indicators[1:])]
    ends = [*(column.index for column in indicators[1:]), len(columns)]
    blocks = [
        Block(indicator, tuple(column for column in others if start < column.index < end))
        for indicator, start, end in zip(indicators, starts, ends, strict=False)
    ]
    return tuple(_share_values(blocks))


def _share_values(blocks: Sequence[Block]) -> Iterator[Block]:
    """Indicator columns side by side ("Indikator Tujuan | Indikator Sasaran | Target") share what follows."""
    for place, block in enumerate(blocks):
        following = [other.others for other in blocks[place:] if other.of(*VALUE_ROLES)]
        yield block if block.others or not following else replace(block, others=following[0])


def read_indicators(row: TableRow, context: Context, setting: Setting) -> Iterator[IndicatorDraft]:
    """Indicators of one row; a merged cell that only reaches down from the row above is none."""
    for block in find_blocks(context.columns):
        cell = cell_at(row, block.indicator.index)
        if cell is None or bare_number(cell.text) or _reaches_down(cell, row, block):
            continue
        if _is_heading(cell, row, block, context.columns):
            continue
        # What a mixed column measures stands in the column itself, in a row above.
        index = block.indicator.index + block.indicator.mixed
        statement = context.measured_by(index, block.indicator.kinds)
        for draft in _read_cell(cell, row, block, setting):
            yield replace(draft, statement=statement)


def _is_heading(cell: Cell, row: TableRow, block: Block, columns: Sequence[Column]) -> bool:
    """Whether a row without unit and values is a heading: in a mixed column, in capitals, or not numbered."""
    if not block.of(*VALUE_ROLES) or block.cells(row, Role.UNIT, *VALUE_ROLES):
        return False
    numbers = [column.index for column in columns if column.role is Role.NUMBER]
    unnumbered = bool(numbers) and not any(cell_at(row, index) for index in numbers)
    return block.indicator.mixed or cell.text.isupper() or unnumbered


def _reaches_down(cell: Cell, row: TableRow, block: Block) -> bool:
    """Whether a row prints nothing of its own for an indicator: name and values reach down from above."""
    return cell.filled and all(value.filled for _, value in block.cells(row, *VALUE_ROLES))


def _read_cell(cell: Cell, row: TableRow, block: Block, setting: Setting) -> Iterator[IndicatorDraft]:
    lines = _behind_label(cell.text.splitlines())
    names = names_in_cell(lines, _count(row, block), known=setting.known)
    for place, name in enumerate(names):
        if is_name(name, block.indicator) and not _is_value(cell.text):
            part = Part(place, len(names))
            draft = IndicatorDraft(
                name,
                _place(cell, row, block),
                _unit(row, block, part, setting),
                baseline=next(_values(row, block, part, setting, Role.BASELINE), None),
                targets=tuple(_values(row, block, part, setting, Role.TARGET, Role.FINAL)),
            )
            yield with_unit(_with_doubt(draft, row, block, part))


def _place(cell: Cell, row: TableRow, block: Block) -> Place:
    cells = [cell, *(other for _, other in block.cells(row, Role.UNIT, *VALUE_ROLES))]
    sure = least_sure(other.confidence for other in cells)
    return Place(row.page, tuple(other.box for other in cells), sure)


def _behind_label(lines: Sequence[str]) -> Sequence[str]:
    """The lines from "Indikator : ..." on, where a cell of a mixed column labels what it holds."""
    for place, line in enumerate(lines):
        if found := INDICATOR_LABEL.match(line):
            rest = [text for text in (line[found.end() :], *lines[place + 1 :]) if text.strip()]
            return rest or lines
    return lines


def _is_value(text: str) -> bool:
    """Whether a cell of names holds a number with its unit instead: "373.67 km2 (<50.000 km2)"."""
    return sum(char.isdigit() for char in text) > sum(char.isalpha() for char in text)


def is_name(text: str, column: Column) -> bool:
    """Whether a text can name an indicator: words, and not the head of the column printed again."""
    letters = sum(char.isalpha() for char in text)
    repeated = squeeze(text) == squeeze(column.head.rsplit(" | ", maxsplit=1)[-1]) or names_column(text)
    return letters >= FEWEST_LETTERS and not repeated


def _with_doubt(draft: IndicatorDraft, row: TableRow, block: Block, part: Part) -> IndicatorDraft:
    """Say where a cell holds several names whose values do not pair: then none is given to any."""
    lost = part.count > 1 and not draft.targets and block.cells(row, Role.TARGET, Role.FINAL)
    doubt = message("extraction.unpaired_values", count=part.count, indicator=draft.name)
    return replace(draft, doubt=doubt) if lost else draft


def _count(row: TableRow, block: Block) -> int:
    """How many values each value cell of an indicator holds, where all hold as many; else 1.

    Units tell it, too, where each of their lines is one.
    """
    units = {count_units(cell) for _, cell in block.cells(row, Role.UNIT)}
    lines = {len(cell.text.splitlines()) for _, cell in block.cells(row, *VALUE_ROLES)}
    if len(units) == 1 and units == lines and units != {1}:
        return lines.pop()
    counts = {count_values(cell) for _, cell in block.cells(row, *VALUE_ROLES)}
    return counts.pop() if len(counts) == 1 else 1


def _unit(row: TableRow, block: Block, part: Part, setting: Setting) -> str | None:
    units = (unit_in(cell, part, setting.known) for _, cell in block.cells(row, Role.UNIT))
    return next((unit for unit in units if unit), None)


def _values(row: TableRow, block: Block, part: Part, setting: Setting, *roles: Role) -> Iterator[ValueDraft]:
    for column, cell in block.cells(row, *roles):
        if text := value_in(cell, part):
            yield ValueDraft(year_of(column, setting), text, column.role is Role.FINAL, cell.confidence)


def year_of(column: Column, setting: Setting) -> int | None:
    """The year of a value: of the head, else of the caption, else of a document for one year."""
    period = setting.document.period
    if column.year or column.order:
        return column.year
    if column.role is Role.FINAL:
        return period.end if period else None
    if column.role is Role.BASELINE:
        return None
    if year := find_year(setting.title):
        return year
    return period.start if period and period.start == period.end else None
