"""What a label or an announcement above says about the blocks of text that follow it."""

import re
from dataclasses import dataclass

from selaras.extractors.drafts import StatementKey
from selaras.extractors.phrases.labels import find_label, mentions_of_kinds
from selaras.extractors.phrases.numbering import BULLET, CODE, follows, is_first
from selaras.extractors.phrases.wording import Wording, wording_of
from selaras.extractors.prose.blocks import Block
from selaras.extractors.prose.indicator_texts import split_indicators
from selaras.extractors.tables.joining import clean_text
from selaras.models.statements import StatementKind

FEWEST_ENTRY_WORDS = 4
FEWEST_TOLD_WORDS, MOST_TOLD_WORDS = 3, 45
_PROSE = re.compile(
    r"^(?:untuk|dalam|berdasarkan|adapun|sesuai|pada|dengan|rencana)\b|[.;]\s+\S|:"
    r"|\b(?:adalah|merupakan|yaitu|yakni|tersebut)\b",
    re.IGNORECASE,
)
MOST_HEADING_WORDS = 15
# How far the next entry of a list may stand: entries set as headings are explained at length.
NEAR_PAGES, FAR_PAGES = 1, 3


@dataclass(frozen=True, slots=True)
class Scope:
    """The label or announcement that holds.

    `armed` while the next block may be its text or the first entry of its list, `announced` where a sentence
    says so, `count` how many it promises; `last` is the entry read last; `heading` the kind that the heading
    names, `heading_page` where it stands; `purpose` in a chapter on why the document was written. A list
    inside a list stands `under` an entry and knows the `outer` scope. `told` where a colon ends the
    label, `quoted` where only a quotation may follow.
    """

    kind: StatementKind | None = None
    number: str | None = None
    owner: str | None = None
    count: int | None = None
    armed: bool = False
    announced: bool = False
    last: Block | None = None
    heading: StatementKind | None = None
    heading_page: int = 0
    purpose: bool = False
    under: StatementKey | None = None
    outer: "Scope | None" = None
    told: bool = False
    quoted: bool = False

    def is_entry(self, block: Block, before: Block | None) -> bool:
        """Whether a block is the first or the next entry of the list; `before` is the block above it."""
        if block.marker is None or self.kind is None or _runs_on(block):
            return False
        if self.last is None or self.last.marker is None:
            if self.told and split_indicators(block.text)[1] is not None:
                return True  # what has indicators of its own is a statement
            if self.number and not self.announced:
                return False  # a list below "Misi 5" holds no missions
            return self.armed and is_first(block.marker) and self.may_start_list(block)
        # A bullet has no number to prove that the list goes on: nothing may stand between.
        if block.marker.style == BULLET and before is not self.last:
            return False
        near = block.page - self.last.page <= (FAR_PAGES if self.last.set_apart else NEAR_PAGES)
        return near and follows(block.marker, self.last.marker) and block.same_style(self.last)

    def read_as_entry(self, block: Block) -> bool:
        """Whether a block was the last entry of this list, or of the one around it."""
        return self.last is block or (self.outer is not None and self.outer.last is block)

    def may_start_list(self, block: Block) -> bool:
        """Under a mere heading the first entry must read like a statement: sub-headings are numbered too."""
        text = clean_text(block.text)
        wording = wording_of(text)
        if self.kind is StatementKind.VISION:
            return False
        if self.kind is StatementKind.PROGRAM:
            return text.casefold().startswith("program")
        if wording is Wording.MEASURE or ((label := find_label(text)) and not label.rest):
            return False
        if self.announced or wording is not None:
            return True
        named = mentions_of_kinds(text)
        titled = bool(named) and named[0][0] == 0
        return len(text.split()) >= FEWEST_ENTRY_WORDS and not block.style[1] and not titled


def _runs_on(block: Block) -> bool:
    """Whether "(a) ..., (b) ..." stand in one sentence: no entries of a list."""
    marker = block.marker
    if marker is None or marker.style != "()" or len(marker.number) != 1:
        return False
    return f"({chr(ord(marker.number) + 1)})" in block.text


def may_be_told(block: Block) -> bool:
    """Whether a paragraph right below a label with a colon ("Tujuan :") is the statement: one clause."""
    text = clean_text(block.text)
    worded = wording_of(text) in (Wording.OUTCOME, Wording.EFFORT)
    most = MOST_TOLD_WORDS if worded else MOST_HEADING_WORDS
    fits = FEWEST_TOLD_WORDS <= len(text.split()) <= most
    return block.marker is None and fits and not _PROSE.search(text)


def is_heading(block: Block) -> bool:
    """Whether a block is the heading of a chapter."""
    numbered = block.marker is not None and block.marker.style == CODE and block.marker.number.count(".") < 4
    short = len(block.text.split()) < MOST_HEADING_WORDS
    return block.full.startswith("BAB ") or (numbered and block.style[1] and short)
