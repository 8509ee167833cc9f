"""Lists of indicators below a statement of running text, each with the statement that it measures.

Only where the words are plain ("dengan indikator :", "Indikator Kinerja :") a list counts. What follows an
entry without these words counts only if it goes on with the numbers of the list before.
"""

from dataclasses import dataclass, field

from selaras.extractors.drafts import IndicatorDraft, Place, StatementDraft, StatementKey, ValueDraft
from selaras.extractors.phrases.numbering import BULLET, follows
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.prose.blocks import Block, place_of
from selaras.extractors.prose.indicator_texts import (
    Measure,
    read_measure,
    split_indicators,
    split_measures,
)
from selaras.extractors.rows.value_cells import with_unit
from selaras.models.documents import PlanningDocument

FEWEST_LETTERS, MOST_WORDS, MOST_GROUP_WORDS = 3, 45, 12
INSIDE = 3.0  # points; entries further left belong to the list around


@dataclass(slots=True)
class IndicatorLists:
    """The indicators found so far, and the list that is open.

    `armed` from the announcement to the end of its list, `last` the entry read last, `group` an entry that
    heads others ("Panjang jalan mantap:"), `latest` the statement that a mere label ("Indikator :") measures.
    """

    document: PlanningDocument
    found: list[IndicatorDraft] = field(default_factory=list)
    latest: StatementDraft | None = None
    measured: StatementKey | None = None
    armed: bool = False
    last: Block | None = None
    group: Block | None = None

    def note(self, draft: StatementDraft) -> None:
        """A statement was read: a list that goes on behind it measures it."""
        self.latest, self.measured = draft, draft.key
        self._close()

    def announce(self, rest: str, block: Block) -> None:
        """The statement noted last has said that its indicators follow, or told them (`rest`)."""
        self.last, self.group, self.armed = None, None, not rest
        for text in split_measures(rest) if rest else ():
            self._add(read_measure([text]), place_of(block.lines))

    def take(self, block: Block, around: Block | None) -> bool:
        """Read a block if it is an indicator or announces some; `around` is the last entry of statements."""
        body, rest = split_indicators(block.text)
        if rest is not None and not body and block.label is None:
            return self._open(rest, block)
        # What has indicators of its own is a statement.
        if block.label or rest is not None or not self.measured or not self._fits(block, around):
            self._close()
            return False
        self._read(block)
        return True

    def _close(self) -> None:
        self.armed, self.group = False, None

    def _open(self, rest: str, block: Block) -> bool:
        """A label alone ("Indikator Kinerja :") speaks of the statement right above."""
        if self.latest is None or block.page - self.latest.place.page > 1:
            return False
        self.announce(rest, block)
        return True

    def _fits(self, block: Block, around: Block | None) -> bool:
        letters = sum(map(str.isalpha, block.text))
        if len(block.text.split()) > MOST_WORDS or letters < FEWEST_LETTERS or _stands_in(block, around):
            return False
        if self.armed and self.last is None:
            measured = wording_of(block.text) is Wording.MEASURE
            return block.marker is not None or measured or _heads_others(block)
        return self._starts_inside(block) or self._goes_on(block)

    def _starts_inside(self, block: Block) -> bool:
        """Whether an entry is the first below one that heads others."""
        if self.group is None or self.last is not self.group or block.marker is None:
            return False
        return self.group.marker is None or not _is_alike(block, self.group)

    def _goes_on(self, block: Block) -> bool:
        """Whether an entry is the next of its list; without an announcement only numbers and words tell."""
        before = [entry for entry in (self.last, self.group) if entry and entry.marker]
        if block.marker is None or not any(_follows(block, entry) for entry in before):
            return False
        numbered = block.marker.style != BULLET and wording_of(block.text) is Wording.MEASURE
        return self.armed or numbered

    def _read(self, block: Block) -> None:
        if self.group and self.group.marker and _follows(block, self.group) and self.last is not self.group:
            self.group = None
        self.last, self.armed = block, True
        if _heads_others(block):
            self.group = block
            return
        lines = [block.text] if len(block.lines) == 1 else [line.text for line in block.lines]
        measure = read_measure(lines, block.text)
        head = f"{self.group.text} " if self.group else ""
        self._add(
            Measure(head + measure.name, measure.value, measure.unit, measure.year), place_of(block.lines)
        )

    def _add(self, measure: Measure, place: Place) -> None:
        values = [ValueDraft(measure.year or self._year(), measure.value)] if measure.value else []
        draft = IndicatorDraft(
            measure.name, place, measure.unit, self.measured, targets=tuple(values), mention=True
        )
        self.found.append(with_unit(draft))

    def _year(self) -> int | None:
        """The year of a document for one year: its targets are of that year."""
        period = self.document.period
        return period.start if period and period.start == period.end else None


def _heads_others(block: Block) -> bool:
    return block.text.endswith(":") and len(block.text.split()) <= MOST_GROUP_WORDS


def _is_alike(block: Block, other: Block) -> bool:
    """Whether two entries bear markers of one style; bullets also look the same."""
    if block.marker is None or other.marker is None or block.marker.style != other.marker.style:
        return False
    return block.marker.style != BULLET or block.full[:1] == other.full[:1]


def _follows(block: Block, before: Block) -> bool:
    alike = _is_alike(block, before)
    return bool(alike and block.marker and before.marker and follows(block.marker, before.marker))


def _stands_in(block: Block, around: Block | None) -> bool:
    """Whether an entry belongs to the list of statements around: marked alike, no further inside."""
    if around is None or not _is_alike(block, around):
        return False
    return block.page != around.page or block.lines[0].box[0] <= around.lines[0].box[0] + INSIDE
