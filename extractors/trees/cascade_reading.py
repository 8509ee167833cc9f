"""A grid drawn as a cascade becomes statements and indicators: what a cell stands under is its parent."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from selaras.extractors.drafts import Findings, IndicatorDraft, Place, StatementDraft, StatementKey
from selaras.extractors.pages.confidence import least_sure
from selaras.extractors.pages.page import Cell, Page
from selaras.extractors.rows.context import RANK
from selaras.extractors.trees.box_drafts import build_indicator, build_statement, unplaced_warnings
from selaras.extractors.trees.cascade_grids import SAME_EDGE, Slot, find_cascades, is_above, reaches_over
from selaras.extractors.trees.entries import Entry, Part
from selaras.models.documents import PlanningDocument
from selaras.models.passages import Box
from selaras.models.statements import StatementKind

_CODE = re.compile(r"\d{1,2}(?:[.,]\d{1,2})+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell that was read: what it holds, and what cells below may take from it.

    `listed` where a label over it says that it is an indicator, and those below it are, too; `value` is the
    place of its value.
    """

    box: Box
    part: Part
    label: bool = False
    kind: StatementKind | None = None
    number: str | None = None
    key: StatementKey | None = None
    listed: bool = False
    value: Box | None = None


@dataclass(frozen=True, slots=True)
class Cascade:
    """What the cells above have told so far."""

    page: int
    document: PlanningDocument
    placed: tuple[Placed, ...] = ()

    def above(self, box: Box) -> Placed | None:
        """The nearest cell over the middle of a box."""
        over = [placed for placed in self.placed if is_above(placed.box, box)]
        return max(over, key=lambda placed: placed.box[3], default=None)

    def parent_for(self, kind: StatementKind, box: Box) -> StatementKey | None:
        """The nearest statement of a more general kind that reaches over a box, below the last holder."""
        for placed in self._upwards(box):
            wider = reaches_over(placed.box, box)
            if placed.part is Part.STATEMENT and placed.key and wider and RANK[placed.key.kind] < RANK[kind]:
                return placed.key
        return None

    def measured_by(self, box: Box) -> StatementKey | None:
        """The nearest statement over an indicator, below the last holder."""
        keys = (placed.key for placed in self._upwards(box) if placed.part is Part.STATEMENT)
        return next((key for key in keys if key), None)

    def understand(self, entry: Entry, slot: Slot) -> Entry:
        """What a text is that says nothing of itself: the label above tells, or a value or code beside it."""
        above = self.above(slot.box)
        if entry.part is not Part.TEXT or above is None:
            return entry
        if above.part is Part.STATEMENT and above.label:
            return replace(entry, part=Part.STATEMENT, kind=above.kind, number=above.number or entry.number)
        coded = _CODE.fullmatch(entry.number or "") is not None
        counted = coded or _is_counted(slot.value, above.value)
        if above.listed or (counted and above.part is not Part.TEXT):
            return replace(entry, part=Part.MEASURE)
        return entry

    def statements(self, entries: Sequence[Entry], slot: Slot) -> list[StatementDraft]:
        """The statements of a cell under the one that reaches over it."""
        place = Place(self.page, slot.boxes, slot.confidence)
        drafts = (
            build_statement(entry, place, parent=self.parent_for(entry.kind, slot.box))
            for entry in entries
            if entry.kind
        )
        return [draft for draft in drafts if draft]

    def indicators(
        self, entries: Sequence[Entry], found: Sequence[StatementDraft], slot: Slot
    ) -> list[IndicatorDraft]:
        """The indicators of a cell: of the statement in it, else of the one over it."""
        boxes = (*slot.boxes, slot.value.box) if slot.value else slot.boxes
        sure = least_sure((slot.confidence, slot.value.confidence if slot.value else None))
        measured = found[0].key if len(found) == 1 else self.measured_by(slot.box)
        drafts = (
            build_indicator(
                entry, Place(self.page, boxes, sure), self.document, value=slot.value, statement=measured
            )
            for entry in entries
        )
        return [draft for draft in drafts if draft]

    def with_slot(self, entries: Sequence[Entry], found: Sequence[StatementDraft], slot: Slot) -> "Cascade":
        """The cascade with one more cell that others may stand under."""
        first = entries[0]
        key = found[0].key if len(found) == 1 else None
        part = Part.STATEMENT if found else first.part
        above = self.above(slot.box)
        listed = part is Part.MEASURE and (first.is_label or (above is not None and above.listed))
        value = slot.value.box if slot.value else None
        placed = Placed(slot.box, part, first.is_label, first.kind, first.number, key, listed, value)
        return replace(self, placed=(*self.placed, placed))

    def _upwards(self, box: Box) -> Iterator[Placed]:
        """Cells over a box, the nearest first, as far as the next one that names a holder."""
        over = (placed for placed in self.placed if is_above(placed.box, box))
        for placed in sorted(over, key=lambda placed: -placed.box[3]):
            if placed.part is Part.HOLDER:
                return
            yield placed


def read_cascades(
    page: Page, document: PlanningDocument, *, known: Collection[str] = ()
) -> tuple[Findings, frozenset[int]]:
    """Read the cascades of a page, and tell the places of their grids: those are no tables."""
    found = find_cascades(page, known=known)
    read = [read_slots(slots, page.number, document) for slots in found.values()]
    findings = Findings(
        tuple(draft for part in read for draft in part.statements),
        tuple(draft for part in read for draft in part.indicators),
        tuple(warning for part in read for warning in part.warnings),
    )
    return findings, frozenset(found)


def read_slots(slots: Sequence[Slot], page: int, document: PlanningDocument) -> Findings:
    """Read the cells of one cascade from the top."""
    cascade = Cascade(page, document)
    statements: list[StatementDraft] = []
    indicators: list[IndicatorDraft] = []
    told: list[Entry] = []
    for slot in slots:
        entries = [cascade.understand(entry, slot) for entry in slot.entries]
        found = cascade.statements(entries, slot)
        indicators += cascade.indicators(entries, found, slot)
        statements += found
        told += entries
        cascade = cascade.with_slot(entries, found, slot)
    return Findings(tuple(statements), tuple(indicators), tuple(unplaced_warnings(told, page)))


def _is_counted(value: Cell | None, above: Box | None) -> bool:
    """Whether a value stands beside a text, or room for one right under the value of the text above."""
    if value is None:
        return False
    under = above is not None and max(abs(value.box[0] - above[0]), abs(value.box[2] - above[2])) <= SAME_EDGE
    return value.text.strip() != "" or under
