"""Titles over the columns or beside the rows of a tree: what kind of box a layer holds, and whose plan it is.

A title is a short text, in a box of its own or in none: "IKU Gubernur", "Strategi", "Kegiatan dan Pagu".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from selaras.extractors.data_files import load_table
from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Diagram, Node, Page, Word
from selaras.extractors.phrases.labels import find_label
from selaras.extractors.trees.box_words import is_holder, names_measure
from selaras.models.passages import Box
from selaras.models.statements import StatementKind

# Titles of layers are short; those that name a plan or an office, and no kind, are longer.
MOST_WORDS, MOST_LAYER_WORDS = 16, 9
# A gap of this share of the size of type parts two titles; lines of one title lie closer than this share.
TITLE_GAP, TITLE_LEADING = 1.5, 0.9


class Layer(StrEnum):
    """What the boxes of a layer are."""

    STATEMENT = "statement"
    MEASURE = "measure"
    AMOUNT = "amount"
    HOLDER = "holder"
    OTHER = "other"  # named, but neither statements nor indicators: variables that join two plans


@dataclass(frozen=True, slots=True)
class Title:
    """A title with its place and what its layer holds; None where it names only a plan or an office."""

    text: str
    box: Box
    layer: Layer | None = None
    kind: StatementKind | None = None


def find_titles(page: Page, diagram: Diagram) -> list[Title]:
    """Titles on a page: boxes that no connector joins, and texts outside of boxes."""
    joined = {node.parent for node in diagram.nodes} | {
        place for place, node in enumerate(diagram.nodes) if node.parent is not None
    }
    free = [node for place, node in enumerate(diagram.nodes) if place not in joined]
    texts = [*((node.text, node.box) for node in free), *free_texts(page, diagram.nodes)]
    return [title for text, box in texts if (title := read_title(text, box))]


def read_title(text: str, box: Box) -> Title | None:
    """A text as a title; None where it is longer than titles are."""
    line = " ".join(text.split())
    if not line or len(line.split()) > MOST_WORDS:
        return None
    name = _without_amount(line)
    label = find_label(name)
    if len(line.split()) > MOST_LAYER_WORDS:
        return Title(line, box)
    if label and label.kind and not label.rest and not label.number:
        return Title(line, box, Layer.STATEMENT, label.kind)
    return Title(line, box, _layer_of(line))


def title_of(node: Node, titles: Iterable[Title]) -> Title | None:
    """The nearest title of a layer over a box, or else the nearest at the left of its row."""
    named = [title for title in titles if title.layer and title.box != node.box]
    over = [title for title in named if _is_over(title.box, node.box)]
    if over:
        return max(over, key=lambda title: title.box[3])
    beside = [title for title in named if _is_beside(title.box, node.box)]
    return max(beside, key=lambda title: title.box[2], default=None)


def titles_over(box: Box, titles: Iterable[Title]) -> Iterator[Title]:
    """All titles whose width covers the middle of a box, the nearest first."""
    over = (title for title in titles if _is_over(title.box, box))
    yield from sorted(over, key=lambda title: -title.box[3])


def free_texts(page: Page, nodes: Sequence[Node]) -> Iterator[tuple[str, Box]]:
    """Texts outside of all boxes: words near each other, lines under each other."""
    words = [word for word in page.words if not any(_holds(node.box, word.box) for node in nodes)]
    pieces = [piece for row in by_baseline(words, lambda word: word.box) for piece in _split(row)]
    blocks: list[list[Word]] = []
    for piece in pieces:
        above = next((block for block in blocks if _goes_on(block, piece)), None)
        if above is None:
            blocks.append(piece)
        else:
            above += piece
    for block in blocks:
        yield " ".join(word.text for word in block), join_boxes(word.box for word in block)


def _without_amount(line: str) -> str:
    return re.sub(rf"\s+(?:dan|&|/|serta)\s+(?:{_amounts()})\b.*$", "", line, flags=re.IGNORECASE)


def _layer_of(line: str) -> Layer | None:
    if names_measure(line):
        return Layer.MEASURE
    if re.match(rf"(?:{_amounts()})\b", line, re.IGNORECASE):
        return Layer.AMOUNT
    if re.match(rf"(?:{_others()})\b", line, re.IGNORECASE):
        return Layer.OTHER
    return Layer.HOLDER if is_holder(line) else None


def _is_over(title: Box, box: Box) -> bool:
    middle = (box[0] + box[2]) / 2
    inside = title[0] <= middle <= title[2] or box[0] <= (title[0] + title[2]) / 2 <= box[2]
    return title[3] <= box[1] + 1 and inside


def _is_beside(title: Box, box: Box) -> bool:
    middle = (title[1] + title[3]) / 2
    return title[2] <= box[0] and box[1] <= middle <= box[3]


def _split(row: Sequence[Word]) -> list[list[Word]]:
    pieces = [[row[0]]]
    for before, word in pairwise(row):
        if word.box[0] - before.box[2] > TITLE_GAP * word.size:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _goes_on(block: Sequence[Word], piece: Sequence[Word]) -> bool:
    one, other = join_boxes(word.box for word in block), join_boxes(word.box for word in piece)
    middle = (other[0] + other[2]) / 2
    near = 0 <= other[1] - one[3] <= TITLE_LEADING * piece[0].size
    return near and one[0] - piece[0].size <= middle <= one[2] + piece[0].size


def _holds(outer: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    slack = box[3] - box[1]
    return outer[0] <= x <= outer[2] and outer[1] - slack <= y <= outer[3] + slack


@cache
def _amounts() -> str:
    return "|".join(map(re.escape, load_table("trees.toml")["amounts"]["names"]))


@cache
def _others() -> str:
    return "|".join(map(re.escape, load_table("trees.toml")["layers"]["others"]))
