"""Lists of main indicators (IKU) that head their names with "Uraian" only, beside what describes them.

A decree on the IKU of an agency prints "No | Uraian | Dasar Pertimbangan | Sumber Data" (after the form of
Permenpan 9/2007: indicator, reason, source): the document tells what the descriptions are of.
"""

from collections.abc import Sequence
from dataclasses import replace

from selaras.extractors.rows.columns import Column, Role, squeeze
from selaras.models.documents import PlanKind

NAMES = frozenset({"uraian", "uraianindikator", "uraianiku"})
DESCRIBES = ("dasarpertimbangan", "alasan", "sumberdata", "formulasi", "penjelasan", "carapengukuran")


def name_described(columns: Sequence[Column], kind: PlanKind) -> tuple[Column, ...]:
    """The columns of a table; in a list of main indicators without a named column of them, "Uraian" is it."""
    if kind is not PlanKind.IKU or any(column.role is Role.INDICATOR for column in columns):
        return tuple(columns)
    heads = [squeeze(column.head.rsplit(" | ", maxsplit=1)[-1]) for column in columns]
    if not any(word in head for head in heads for word in DESCRIBES):
        return tuple(columns)
    return tuple(
        replace(column, role=Role.INDICATOR) if head in NAMES else column
        for column, head in zip(columns, heads, strict=True)
    )
