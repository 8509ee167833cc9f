"""Rows that are one text over the whole width of a table: "Tujuan 1: ...", "URUSAN PEMERINTAHAN ..."."""

from selaras.extractors.pages.baselines import join_boxes
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell
from selaras.extractors.tables.sheets import Sheet

# A cell this short beside a wide one is its number ("A.", "II").
LONGEST_NUMBER = 8


def find_section(sheet: Sheet, row: int) -> Cell | None:
    """The text of a full-width row, its number included; None for a row of columns."""
    printed = sheet.printed(row)
    if not printed or len(printed) > 2 or not _is_alone(sheet, row):
        return None
    *number, wide = printed
    if sheet.span(wide, row) < 2 or sheet.covers[row][-1] is not wide:
        return None
    if not number:
        return wide if sheet.covers[row][0] is wide or sheet.covers[row][1] is wide else None
    if len(number[0].text) > LONGEST_NUMBER or sheet.span(number[0], row) > 1:
        return None
    return Cell(
        f"{number[0].text} {wide.text}",
        join_boxes((number[0].box, wide.box)),
        confidence=least_sure((number[0].confidence, wide.confidence)),
    )


def _is_alone(sheet: Sheet, row: int) -> bool:
    """Whether no cell with text reaches in from above or goes on below."""
    here = {id(cell) for cell in sheet.rows[row] if cell}
    return sheet.bottom(row) == row + 1 and all(
        id(cell) in here for cell in sheet.covers[row] if cell and cell.text
    )
