"""Walks over the blocks of running text and takes the statements that labels and announcements point at."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from selaras.extractors.drafts import StatementDraft
from selaras.extractors.phrases.labels import QUOTES, Label, kind_of_first_word
from selaras.extractors.phrases.numbering import BULLET, Marker, read_marker
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.prose.blocks import Block, place_of
from selaras.extractors.prose.contents import is_purpose
from selaras.extractors.prose.indicator_lists import IndicatorLists
from selaras.extractors.prose.indicator_texts import split_indicators
from selaras.extractors.prose.introductions import (
    find_introduction,
    find_quotations,
    split_inner,
    split_single,
)
from selaras.extractors.prose.lineage import Lineage, find_reference
from selaras.extractors.prose.mottos import find_counted, find_explained, quoted_part
from selaras.extractors.prose.owners import find_owner, find_source
from selaras.extractors.prose.scopes import NEAR_PAGES, Scope, is_heading, may_be_told
from selaras.extractors.rows.context import RANK
from selaras.extractors.rows.mixed_columns import WORKS
from selaras.extractors.rows.statements import is_statement
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.models.documents import PlanKind, PlanningDocument
from selaras.models.ids import fold
from selaras.models.statements import StatementKind

MOST_MOTTO_WORDS = 40
MOST_QUOTE_BLOCKS = 6
MOST_UNMARKED_BLOCKS = 40
# "Misi Kedua, Membangun laut.Hal ini untuk ...": what explains a statement is no part of it.
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s*(?=[^\W\d_a-z][^\W\d_A-Z]+\s+[^\W\d_A-Z])")
_PAGE_NUMBER = re.compile(r"(?:\s+\d{1,4})+$")
_CAPTION = re.compile(r"(?:tabel|gambar|grafik|bagan|sumber)\b", re.IGNORECASE)
# The national priorities of the RPJMN are the missions of the president (Perpres 12/2025, the Asta Cita).
_PRIORITY = re.compile(r"(?:[\d.]+\s+)?Prioritas Nasional (\d)\s*:\s*(.+)")


@dataclass(slots=True)
class ProseReader:
    """Reads blocks in order, with the scope above each; `contents` are pages of a table of contents."""

    blocks: Sequence[Block]
    document: PlanningDocument
    known: Collection[str] = ()
    contents: frozenset[int] = frozenset()
    scope: Scope = field(default_factory=Scope)
    vision: StatementDraft | None = None
    place: int = 0
    lineage: Lineage = field(default_factory=Lineage)
    priorities: list[StatementDraft] = field(default_factory=list)
    read: dict[StatementKind, str] = field(default_factory=dict)  # folded texts, to know a mere fragment
    indicators: IndicatorLists = field(init=False)

    def __post_init__(self) -> None:
        """Start without indicators."""
        self.indicators = IndicatorLists(self.document)

    def statements(self) -> Iterator[StatementDraft]:
        """All statements, in reading order."""
        while self.place < len(self.blocks):
            block = self.blocks[self.place]
            self.place += 1
            if block.page not in self.contents and self.indicators.take(block, self.scope.last):
                continue
            for draft in self._read(block):
                self._note(draft, labelled=not self.scope.read_as_entry(block))
                yield draft
        if StatementKind.MISSION not in self.read:
            yield from self.priorities

    def _note(self, draft: StatementDraft, *, labelled: bool) -> None:
        if draft.kind is StatementKind.VISION:
            self.vision = draft
        self.indicators.note(draft)
        self.read[draft.kind] = f"{self.read.get(draft.kind, '')}|{fold(draft.text)}"
        self.lineage.note(draft, labelled=labelled)

    def _read(self, block: Block) -> Iterator[StatementDraft]:
        before = self._before()
        if block.page in self.contents:
            self.scope = Scope()
            if block.label and block.label.number:
                rest = _PAGE_NUMBER.sub("", block.label.rest)
                yield from self._read_label(block, replace(block.label, rest=rest))
        elif block.label:
            yield from self._read_label(block, block.label)
        elif is_purpose(block.full):
            self.scope = Scope(purpose=True)
        elif self._is_priority(block) or is_heading(block):
            self.scope = Scope()
        elif self.scope.is_entry(block, before):
            yield from self._read_entry(block)
        elif self.scope.outer and self.scope.outer.is_entry(block, before):
            self.scope = self.scope.outer
            yield from self._read_entry(block)
        elif self.scope.kind and self.scope.armed:
            yield from self._read_armed(block, self.scope.kind)
        else:
            yield from self._read_paragraph(block)

    def _before(self) -> Block | None:
        """The block before the one that is read; indicators below an entry do not part its list."""
        before = self.blocks[self.place - 2] if self.place > 1 else None
        return self.scope.last if before is not None and before is self.indicators.last else before

    def _is_priority(self, block: Block) -> bool:
        """Note a national priority; it counts as a mission only where the plan words no missions itself."""
        found = _PRIORITY.fullmatch(block.full) if self.document.kind is PlanKind.RPJMN else None
        if found is None:
            if is_heading(block):
                self.lineage.close_chapter()
            return False
        draft = self._draft(StatementKind.MISSION, clean_text(found[2]), block, found[1])
        self.priorities += [draft] if is_statement(draft.text) else []
        self.lineage.open(StatementKind.MISSION, found[1], draft.key)
        return True

    def _read_label(self, block: Block, label: Label) -> Iterator[StatementDraft]:
        kind = self._refined(label.kind)
        if self.scope.purpose and label.kinds == (StatementKind.GOAL,) and not label.number:
            return
        if label.section:
            self.lineage.close_chapter()
        self.lineage.said = find_reference(label.beside)
        owner = find_owner(label.beside, self.document) or self._inherited(kind)
        heading = kind if not label.number or kind is StatementKind.VISION_TARGET else None
        self.scope = Scope(
            kind,
            label.number,
            owner,
            armed=kind is not None,
            heading=heading,
            heading_page=block.page,
            told=label.colon,
        )
        if label.rest.startswith(tuple(QUOTES)):
            yield from self._read_quote(block, label.rest)
            return
        taken = read_marker(label.rest)
        number, rest = (taken[0].number, taken[1]) if taken else (label.number, label.rest)
        yield from self._close_measured(rest, block, number)

    def _close_measured(self, text: str, block: Block, number: str | None) -> Iterator[StatementDraft]:
        """Take a text as the statement that the scope waits for, without what explains or measures it."""
        told, measures = split_indicators(text)
        first = _NEXT_SENTENCE.split(split_inner(told)[0])[0]
        for draft in self._close(clean_text(first), block, number):
            yield draft
            if measures is not None:
                self.indicators.announce(measures, block)

    def _close(self, text: str, block: Block, number: str | None) -> Iterator[StatementDraft]:
        """Take a text as the statement that the scope waits for."""
        fits = is_statement(text) and wording_of(text) is not Wording.MEASURE and not text[0].isdigit()
        if self.scope.kind and fits:
            yield self._draft(self.scope.kind, text, block, number)
            self.scope = replace(self.scope, armed=False)

    def _refined(self, kind: StatementKind | None) -> StatementKind | None:
        """A sasaran under the heading "Sasaran Visi" is one of the vision."""
        inside = self.scope.heading is StatementKind.VISION_TARGET and kind is StatementKind.OBJECTIVE
        return StatementKind.VISION_TARGET if inside else kind

    def _owner(self, before: str, about: str) -> str | None:
        """Whose statement a sentence announces: named behind the kind, else the plan that it speaks of."""
        return find_owner(about, self.document) or find_source(before, about, self.document)

    def _inherited(self, kind: StatementKind | None) -> str | None:
        """A mission belongs to whom the vision before it belongs."""
        return self.vision.owner if self.vision and kind is StatementKind.MISSION else None

    def _read_entry(self, block: Block) -> Iterator[StatementDraft]:
        told, measures = split_indicators(block.text)
        body, inner = split_inner(told)
        single = split_single(body)
        self.scope = replace(self.scope, last=block, armed=False)
        kind, text = self.scope.kind, clean_text(single[0] if single else body)
        if kind in WORKS:
            # A list of "program dan kegiatan" holds entries that name their own kind.
            kind = kind_of_first_word(text) or kind
        if kind is None or not is_statement(text):
            return
        draft = self._draft(kind, text, block, _number(block.marker))
        yield draft
        if measures is not None:
            self.indicators.announce(measures, block)
        if single and is_statement(clean_text(single[2])):
            yield replace(self._draft(single[1], clean_text(single[2]), block), parent=draft.key)
        if inner and RANK[inner] > RANK[kind]:
            self.scope = Scope(
                inner, owner=draft.owner, armed=True, announced=True, under=draft.key, outer=self.scope
            )

    def _read_armed(self, block: Block, kind: StatementKind) -> Iterator[StatementDraft]:
        """Read the block right under a label or announcement that is no list entry."""
        if _CAPTION.match(block.text):
            return
        if self.scope.quoted and not block.quoted:
            yield from self._read_paragraph(block)
        elif block.quoted:
            yield from self._read_quote(block, block.full)
        elif self._is_motto(block, kind):
            yield from self._close(clean_text(block.full), block, self.scope.number)
        elif self.scope.told and may_be_told(block):
            yield from self._close_measured(block.full, block, self.scope.number)
        elif found := self._unmarked(block, kind):
            self.scope = replace(self.scope, armed=False)
            yield from found
        else:
            yield from self._read_paragraph(block)

    def _is_motto(self, block: Block, kind: StatementKind) -> bool:
        single = kind is StatementKind.VISION or self.scope.number is not None
        short = len(block.text.split()) <= MOST_MOTTO_WORDS
        return single and short and block.set_apart and block.marker is None

    def _unmarked(self, block: Block, kind: StatementKind) -> list[StatementDraft]:
        """Statements without any mark: as many sentences as were announced, or an explained motto."""
        following = self.blocks[self.place - 1 : self.place + MOST_UNMARKED_BLOCKS]
        lines = [line for other in following for line in other.lines if line.page == block.page]
        if kind is StatementKind.VISION and self.scope.announced:
            found = [taken] if (taken := find_explained(lines)) else []
        else:
            found = find_counted(lines, self.scope.count) if self.scope.count else []
        return [
            self._draft(
                kind, clean_text(join_lines(line.text for line in taken)), replace(block, lines=taken)
            )
            for taken in found
        ]

    def _read_quote(self, block: Block, opening: str) -> Iterator[StatementDraft]:
        """Read on to the closing quotation mark; without one within a few blocks nothing is taken."""
        whole, text = self._extended(block, opening)
        quoted = quoted_part(text)
        if quoted and self.scope.kind and is_statement(clean_text(quoted)):
            yield self._draft(self.scope.kind, clean_text(quoted), whole, self.scope.number)
        self.scope = replace(self.scope, armed=False)

    def _extended(self, block: Block, text: str) -> tuple[Block, str]:
        """A block and its text, with the blocks behind it up to the closing quotation mark."""
        lines = list(block.lines)
        for following in self.blocks[self.place : self.place + MOST_QUOTE_BLOCKS]:
            if sum(char in QUOTES for char in text) % 2 == 0:
                break
            lines += following.lines
            text = join_lines((text, following.full), known=self.known)
        return replace(block, lines=tuple(lines)), text

    def _read_paragraph(self, block: Block) -> Iterator[StatementDraft]:
        yield from self._read_quotations(block)
        introduction = find_introduction(block.full)
        if introduction is None or (self.scope.purpose and introduction.kind is StatementKind.GOAL):
            self.scope = replace(self.scope, armed=False)
            return
        self.lineage.said = introduction.said
        near = block.page - self.scope.heading_page <= NEAR_PAGES
        kind = self._refined(introduction.kind) or (self.scope.heading if near else None)
        owner = self._owner(introduction.before, introduction.about) or self._inherited(kind)
        count, armed = introduction.count, kind is not None
        self.scope = replace(
            self.scope,
            kind=kind,
            number=None,
            owner=owner,
            count=count,
            armed=armed,
            announced=True,
            quoted=introduction.quoted,
            last=None,
            under=None,
            outer=None,
        )

    def _read_quotations(self, block: Block) -> Iterator[StatementDraft]:
        """Statements quoted inside a sentence; a fragment of one that was read already is a mere mention."""
        whole, full = self._extended(block, block.full)
        for quotation in find_quotations(full):
            text = clean_text(quotation.text)
            if is_statement(text) and fold(text) not in self.read.get(quotation.kind, ""):
                owner = self._owner(quotation.before, quotation.about) or self._inherited(quotation.kind)
                yield replace(self._draft(quotation.kind, text, whole, quotation.number), owner=owner)

    def _draft(
        self, kind: StatementKind, text: str, block: Block, number: str | None = None
    ) -> StatementDraft:
        parent = self.scope.under or self.lineage.parent_of(kind, number, self.scope.owner)
        return StatementDraft(kind, text, place_of(block.lines), number, parent, self.scope.owner)


def _number(marker: Marker | None) -> str | None:
    return marker.number if marker and marker.style != BULLET else None
