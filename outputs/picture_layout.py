"""Where the boxes of a layered picture stand: a column a level of government, a row a length of plan.

The national plans are at the left and the longest plans at the top, so that each plan serves what is left of
it or above it. In each field stand the plans below each other, in each plan its statements.

All lengths are in units of the drawing (a CSS pixel at full size). The text of the boxes is already in words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selaras.outputs.picture_text import BOLD, wrap_text

COLUMN = 270.0
GUTTER = 130.0  # between columns, for the curves
MARGIN = 16.0
HEADING = 30.0  # the title of a column or a row
PAD = 10.0
GAP = 6.0  # between statements
CARD_GAP = 22.0
INDENT = 12.0
DEEPEST = 2  # steps of indent
FONT, SMALL, LINE = 12.0, 10.5, 15.0
HEAD_LINES, LABEL_LINES, TILE_LINES = 2, 2, 3


class Tone(StrEnum):
    """How a statement stands in the chain, as far as a colour can tell."""

    COVERED = "covered"
    PARTLY = "partly"
    GAP = "gap"
    JUSTIFIED = "justified"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class TileText:
    """What a statement's box says; `tooltip` is the whole text with its page."""

    id: str
    label: str
    text: str
    tooltip: str
    tone: Tone
    depth: int = 0


@dataclass(frozen=True, slots=True)
class CardText:
    """What a plan's box says: name, a line below, its statements, a last line (how many more there are)."""

    name: str
    note: str
    tiles: tuple[TileText, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A statement's box with its lines of text."""

    content: TileText
    x: float
    y: float
    width: float
    height: float
    label: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A plan's box."""

    content: CardText
    x: float
    y: float
    height: float
    name: tuple[str, ...]
    tiles: tuple[Tile, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A length of plan: its title and where its rule stands."""

    title: str
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All places; `columns` are the titles of the levels with their left edges."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    width: float
    height: float


def lay_out(columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Sequence[CardText]]]]) -> Layout:
    """Place the cards; each row gives its title and, for each column, the cards below each other."""
    lefts = [MARGIN + index * (COLUMN + GUTTER) for index in range(len(columns))]
    top = MARGIN + HEADING
    placed: list[Row] = []
    cards: list[Card] = []
    for title, fields in rows:
        placed.append(Row(title, top))
        start = top + HEADING
        added = [
            card for index, field in enumerate(fields) for card in _stack(field, lefts[index], start, index)
        ]
        cards += added
        top = max((card.y + card.height for card in added), default=start) + CARD_GAP
    titles = tuple(zip(columns, lefts, strict=True))
    # At the right of the last column is room for the curves that stay within it.
    width = max(lefts, default=MARGIN) + COLUMN + GUTTER / 2
    return Layout(titles, tuple(placed), tuple(cards), width, top)


def _stack(cards: Iterable[CardText], x: float, y: float, column: int) -> list[Card]:
    stacked: list[Card] = []
    for content in cards:
        stacked.append(_card(content, x, y, column))
        y += stacked[-1].height + CARD_GAP
    return stacked


def _card(content: CardText, x: float, y: float, column: int) -> Card:
    name = wrap_text(content.name, (COLUMN - 2 * PAD) / (FONT * BOLD), lines=HEAD_LINES)
    inner = y + PAD + LINE * (len(name) + 1) + GAP
    tiles: list[Tile] = []
    for tile in content.tiles:
        tiles.append(_tile(tile, x + PAD, inner))
        inner += tiles[-1].height + GAP
    more = LINE if content.more else 0.0
    return Card(content, x, y, inner + more - y + PAD - GAP, name, tuple(tiles), column)


def _tile(content: TileText, x: float, y: float) -> Tile:
    indent = INDENT * min(content.depth, DEEPEST)
    width = COLUMN - 2 * PAD - indent
    label = wrap_text(content.label, (width - 2 * PAD) / (SMALL * BOLD), lines=LABEL_LINES)
    lines = wrap_text(content.text, (width - 2 * PAD) / FONT, lines=TILE_LINES)
    height = LINE * (len(label) + len(lines)) + PAD
    return Tile(content, x + indent, y, width, height, label, lines)


def curve_path(source: Tile, target: Tile, columns: Mapping[str, int]) -> str:
    """A smooth SVG path from one box to another: across a gutter, or round the outside within one column."""
    step = columns[target.content.id] - columns[source.content.id]
    start_y, end_y = source.y + source.height / 2, target.y + target.height / 2
    start_x = source.x if step < 0 else source.x + source.width
    end_x = target.x + target.width if step <= 0 else target.x
    reach = _bulge(end_y - start_y) if step == 0 else (end_x - start_x) / 2
    first, second = start_x + reach, (end_x + reach if step == 0 else end_x - reach)
    start, end = f"{start_x:.1f} {start_y:.1f}", f"{end_x:.1f} {end_y:.1f}"
    return f"M{start}C{first:.1f} {start_y:.1f} {second:.1f} {end_y:.1f} {end}"


def _bulge(height: float) -> float:
    """How far a curve within a column swings out: the longer, the farther, so that curves part."""
    return min(GUTTER * 0.6, GUTTER * 0.15 + abs(height) * 0.05)
