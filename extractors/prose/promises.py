"""What candidates promise without calling it a programme: entries of lists in the chapters of their missions.

The law asks a candidate for "visi, misi, dan program" (PKPU 8/2024 art. 13): what stands below the missions
is programme. Which entries are promises, and which are examples, reasons or headings, only their wording
tells; so each carries how likely that is.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from selaras.extractors.drafts import StatementDraft, StatementKey
from selaras.extractors.pages.page import Line
from selaras.extractors.phrases.labels import DOUBLE_QUOTES
from selaras.extractors.phrases.numbering import BULLET, is_first
from selaras.extractors.prose.blocks import Block, build_blocks, place_of
from selaras.extractors.prose.contents import drop_dotted, find_contents
from selaras.extractors.rows.statements import is_statement
from selaras.extractors.tables.joining import clean_text, join_lines
from selaras.models.ids import fold
from selaras.models.statements import StatementKind

LIKELY = 0.5
SUREST = 0.99  # what only the wording tells is never certain
# For each entry in the chapter of a mission that is no promise there are some fifteen that are: of 66 drawn
# from such chapters of two drafts, 62 were.
CHAPTER_ODDS = 15.0
FEWEST_WORDS = 4  # shorter entries are headings or examples
MOST_WORDS = 90
PAGES_BETWEEN = 3  # from one entry to the next of the same chapter
TELLING_LETTERS = 40  # of a mission, by which a heading over several lines is known
_ENDS = (".", ";", ":", "!", "?")

Chances = Callable[[Sequence[str]], Sequence[float]]
"""For each text, how likely it is to be a statement by its wording alone."""


def find_promises(
    lines: Sequence[Line],
    told: Sequence[StatementDraft],
    chances: Chances,
    *,
    known: Collection[str] = (),
) -> list[StatementDraft]:
    """Find entries that are worded as statements, below the mission in whose chapter they stand.

    `told` is what labels and slogans told already: none of its texts and lines is taken twice.
    """
    contents = find_contents(lines)
    blocks = [block for block in build_blocks(drop_dotted(lines), known=known) if block.page not in contents]
    entries = list(_new_entries(blocks, told))
    worded = zip(entries, chances([draft.text for draft in entries]), strict=True)
    likely = ((draft, in_chapter(chance) if draft.parent else chance) for draft, chance in worded)
    return [_guessed(draft, chance) for draft, chance in likely if chance >= LIKELY]


def _new_entries(blocks: Sequence[Block], told: Sequence[StatementDraft]) -> Iterator[StatementDraft]:
    """Entries of lists that were not told already, each below the mission of its chapter."""
    missions = [draft for draft in told if draft.kind is StatementKind.MISSION]
    seen = {draft.key.text for draft in told}
    used = {(draft.place.page, box) for draft in told for box in draft.place.boxes}
    for block, mission in in_chapters(blocks, missions):
        draft = _entry(block, mission)
        taken = any((line.page, line.box) in used for line in block.lines)
        if draft and not taken and draft.key.text not in seen:
            yield draft


def in_chapter(chance: float) -> float:
    """How likely an entry in the chapter of a mission is a promise, given what its wording alone says.

    By Bayes' rule: wording is judged as if statements and other texts were equally common.
    """
    return chance * CHAPTER_ODDS / (chance * CHAPTER_ODDS + 1 - chance)


def _guessed(draft: StatementDraft, chance: float) -> StatementDraft:
    return replace(draft, kind_probability=min(round(chance, 3), SUREST))


def _entry(block: Block, mission: StatementKey | None) -> StatementDraft | None:
    """A list entry as a programme; None for what is no entry, a heading, or no sentence."""
    text = clean_text(_without_page_number(block))
    fits = FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and is_statement(text)
    if block.marker is None or block.label or not fits or text.isupper():
        return None
    number = block.marker.number or None
    return StatementDraft(StatementKind.PROGRAM, text, place_of(block.lines), number, mission)


def _without_page_number(block: Block) -> str:
    """The text of a block at the foot of a page, without the number of the page below it."""
    last = block.lines[-1].text.strip()
    return block.text.rstrip().removesuffix(last) if last.isdigit() else block.text


def in_chapters(
    blocks: Sequence[Block], missions: Sequence[StatementDraft]
) -> Iterator[tuple[Block, StatementKey | None]]:
    """Yield each block with the mission of its chapter: the last one that a page named alone.

    A page that names several lists them all: it opens no chapter, and closes the one before. So do a few
    pages without any entry: other chapters follow those of the missions.
    """
    names = {draft.key.text[:TELLING_LETTERS]: draft.key for draft in missions}
    names |= {f"misi{draft.number}": draft.key for draft in missions if draft.number}
    current: StatementKey | None = None
    last = 0  # the last page of the chapter with an entry
    for number, page in groupby(blocks, key=lambda block: block.page):
        here = whole_entries(list(page))
        named = _named(here, names)
        if len(named) > 1 or number - last > PAGES_BETWEEN:
            current = None
        place = next(iter(named), len(here))
        opened = named[place] if len(named) == 1 else current
        # Text in columns may come before the heading at its side: a list that starts there is the new one's.
        starts = next((at for at, block in enumerate(here) if _opens_list(block)), place)
        for at, block in enumerate(here):
            yield block, opened if at >= min(place, starts) else current
        current = opened
        last = number if named or any(block.marker for block in here) else last


def _opens_list(block: Block) -> bool:
    return block.marker is not None and block.marker.style != BULLET and is_first(block.marker)


def _named(blocks: Sequence[Block], names: Mapping[str, StatementKey]) -> dict[int, StatementKey]:
    """Which blocks print a mission again, or its number ("Misi 3"): by place, each mission once."""
    found: dict[StatementKey, int] = {}
    for place, block in enumerate(blocks):
        text = block.label.rest if block.label and block.label.rest else block.text
        if key := names.get(fold(text).replace(" ", "")[:TELLING_LETTERS]):
            found.setdefault(key, place)
    return {place: key for key, place in found.items()}


def whole_entries(blocks: Sequence[Block]) -> list[Block]:
    """Put the rest of an entry, that a change of style or a narrow column parted from it, back to it."""
    whole: list[Block] = []
    for block in blocks:
        if whole and _goes_on(whole[-1], block):
            whole[-1] = _joined(whole[-1], block)
        else:
            whole.append(block)
    return whole


def _goes_on(entry: Block, block: Block) -> bool:
    if entry.marker is None or block.marker or block.label or entry.page != block.page:
        return False
    open_quote = sum(char in DOUBLE_QUOTES for char in entry.text) % 2 == 1
    cut_off = not entry.text.rstrip().endswith(_ENDS) and block.text.rstrip().endswith((".", ";"))
    return open_quote or (cut_off and (block.text[:1].islower() or len(block.text.split()) < FEWEST_WORDS))


def _joined(entry: Block, rest: Block) -> Block:
    return Block(
        (*entry.lines, *rest.lines),
        join_lines((entry.full, rest.full)),
        join_lines((entry.text, rest.full)),
        entry.marker,
        entry.label,
        entry.centred,
    )
