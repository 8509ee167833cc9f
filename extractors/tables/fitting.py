"""Parts of a table on the next page that are drawn with other columns are fitted onto those of the table.

A column that is blank there is left out, or one is drawn in two; all else stands at the same places.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.pages.page import Cell
from selaras.extractors.tables.sheets import SAME_EDGE, Row, Sheet

FEWEST_SHARED = 3  # columns


def fit_columns(sheet: Sheet, onto: Sheet) -> Sheet | None:
    """The sheet with the columns of another one; None where they differ, or two texts would meet."""
    shift = onto.box[2] - sheet.box[2]
    lefts = [left + shift for left in sheet.lefts]
    if lefts[0] > onto.lefts[0] + SAME_EDGE or not _share_edges(lefts, onto.lefts):
        return None
    places = [max(bisect_right(onto.lefts, left + SAME_EDGE) - 1, 0) for left in lefts]
    rows = [_fitted(row, places, onto.width) for row in sheet.rows]
    covers = [_fitted(row, places, onto.width) for row in sheet.covers]
    kept = tuple(row for row in rows if row is not None)
    if len(kept) < len(rows):
        return None
    reached = (cover if cover is not None else row for cover, row in zip(covers, kept, strict=True))
    return replace(sheet, lefts=tuple(left - shift for left in onto.lefts), rows=kept, covers=tuple(reached))


def _share_edges(lefts: Sequence[float], others: Sequence[float]) -> bool:
    """Whether all edges of one side are among those of the other."""
    shared = sum(_is_among(left, others) for left in lefts)
    back = sum(_is_among(other, lefts) for other in others)
    return (shared == len(lefts) or back == len(others)) and min(shared, back) >= FEWEST_SHARED


def _is_among(edge: float, edges: Sequence[float]) -> bool:
    return any(abs(edge - other) <= SAME_EDGE for other in edges)


def _fitted(row: Row, places: Sequence[int], width: int) -> Row | None:
    """A row in its new places; None where two texts would share one."""
    fitted: list[Cell | None] = [None] * width
    for place, cell in zip(places, row, strict=True):
        kept = fitted[place]
        if kept is None or not kept.text or kept is cell:
            fitted[place] = cell or kept
        elif cell and cell.text:
            return None
    return tuple(fitted)
