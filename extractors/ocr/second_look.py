"""Small cells and lone numbers are looked at again: Tesseract passes over single digits, and doubts signs.

In a page as a whole a lone "1" in a cell is taken for dirt, and the Indonesian model reads "100%" as "10076".
Cells that hold a number, or came out empty, and ink outside all words, are set under each other, twice as
large, and read once more, by the English model, which knows digits and signs better. What is surer counts;
words stay as they were, and what is doubtful after both looks stays doubtful.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from selaras.extractors.grids.lattice import Field, Lattice
from selaras.extractors.ocr.dark_lines import Style, close_gaps, find_runs, gather
from selaras.extractors.ocr.pictures import WHITE, Cut, Grey, Ink, shrink
from selaras.extractors.ocr.rendering import LONGEST_SIDE
from selaras.extractors.ocr.tesseract import ONE_BLOCK, PictureWord, Tesseract
from selaras.extractors.pages.confidence import is_doubtful
from selaras.models.passages import Box

# In points: a value is no larger, and so far from its lines a cell begins.
WIDEST, TALLEST = 96.0, 48.0
INSET = 0.8
# Pixels of ink below this are dirt.
LEAST_INK = 40
MOST_CELLS = 400
# Spots of ink outside tables: the gap between their letters, their least and largest height, and how many
# there may be; more are a photograph or a dirty page.
SPOT = Style(gap=2.5, shortest=0.0, thickest=0.0)
LOWEST_SPOT, TALLEST_SPOT = 4.5, 18.0
MOST_SPOTS = 60
STEP = 3
# By so much one reading must be surer than another one for that to count; the confidence where none is.
CLEAR = 0.05
TORN = 0.5
# On the sheet: how much larger than on the page, and the paper around each cell in its pixels.
ZOOM = 2
MARGIN = 30

Scalar = TypeVar("Scalar", bound=np.generic)

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class LinelessPicture:
    """A picture whose lines were taken out, its ink, and how many pixels a point has."""

    grey: Grey
    ink: Ink
    scale: float


@dataclass(frozen=True, slots=True)
class Look:
    """Where the ink of a cell lies, and what was read there first."""

    cut: Cut
    words: tuple[PictureWord, ...]


def look_again(
    picture: LinelessPicture, words: Sequence[PictureWord], lattices: Sequence[Lattice], reader: Tesseract
) -> list[PictureWord]:
    """The words of a page, those of small doubtful cells as they are surest. Raises TesseractError."""
    looks = [*find_looks(picture, words, lattices), *find_unread(picture, words, lattices)][:MOST_CELLS]
    for group in on_sheets(looks):
        words = _looked_again(picture, words, group, reader)
    return list(words)


def on_sheets(looks: Iterable[Look]) -> list[list[Look]]:
    """Looks in groups that fit on a sheet each."""
    groups: list[list[Look]] = []
    height = 0
    for look in looks:
        tall = (look.cut[3] - look.cut[1]) * ZOOM + MARGIN
        if not groups or height + tall > LONGEST_SIDE:
            groups.append([])
            height = MARGIN
        groups[-1].append(look)
        height += tall
    return groups


def _looked_again(
    picture: LinelessPicture, words: Sequence[PictureWord], looks: Sequence[Look], reader: Tesseract
) -> list[PictureWord]:
    sheet, tops = build_sheet([_cut_out(picture.grey, look.cut) for look in looks])
    found = _by_look(reader.read(sheet, psm=ONE_BLOCK), looks, tops)
    settled = {place: settle(looks[place].words, read) for place, read in found.items()}
    dropped = {word for place in settled for word in looks[place].words}
    kept = [word for word in words if word not in dropped]
    return kept + [word for read in settled.values() for word in read]


def settle(first: Sequence[PictureWord], second: Sequence[PictureWord]) -> Sequence[PictureWord]:
    """The surer of two readings; where both are nearly as sure of different things, it is doubtful."""
    ahead = _surest(second) - _surest(first)
    better = second if ahead > 0 else first
    if abs(ahead) >= CLEAR or _squeezed(first) == _squeezed(second):
        return better
    return [replace(word, confidence=min(word.confidence, TORN)) for word in better]


def _squeezed(words: Iterable[PictureWord]) -> str:
    return "".join(word.text for word in words)


def _cut_out(picture: NDArray[Scalar], cut: Cut) -> NDArray[Scalar]:
    left, top, right, bottom = cut
    return picture[top:bottom, left:right]


def _surest(words: Sequence[PictureWord]) -> float:
    """The confidence of the least sure word, 0 where there is none."""
    return min((word.confidence for word in words), default=0.0)


def find_looks(
    picture: LinelessPicture, words: Sequence[PictureWord], lattices: Iterable[Lattice]
) -> Iterator[Look]:
    """Cells with ink that are worth another look."""
    for lattice in lattices:
        held = _by_cell(words, lattice, picture.scale)
        for corner, box in lattice.boxes.items():
            cut = find_cut(picture.ink, _inner(box, picture.scale))
            if cut and _is_small(cut, picture.scale) and is_worth_it(held.get(corner, ())):
                yield Look(cut, tuple(held.get(corner, ())))


def find_unread(
    picture: LinelessPicture, words: Sequence[PictureWord], lattices: Sequence[Lattice]
) -> list[Look]:
    """Small spots of ink outside all words and tables, such as the numbers of a list that stand apart."""
    left = picture.ink.copy()
    for box in [word.box for word in words] + [_scaled(lattice.box, picture.scale) for lattice in lattices]:
        x0, top, x1, bottom = (max(round(edge), 0) for edge in box)
        left[top:bottom, x0:x1] = False
    spots = gather_spots(shrink(left, STEP), picture.scale / STEP)
    cuts = [(x0 * STEP, top * STEP, x1 * STEP, bottom * STEP) for x0, top, x1, bottom in spots]
    looks = [Look(cut, ()) for cut in cuts if np.count_nonzero(_cut_out(left, cut)) >= LEAST_INK]
    return looks if len(looks) <= MOST_SPOTS else []


def gather_spots(ink: Ink, scale: float) -> list[Cut]:
    """Spots as tall as a line of text and no wider than a value; `scale` is pixels a point."""
    strokes = gather(close_gaps(find_runs(ink), SPOT, scale).T.tolist())
    cuts = [(stroke.start, stroke.first, stroke.end, stroke.last + 1) for stroke in strokes]
    low, high = LOWEST_SPOT * scale, TALLEST_SPOT * scale
    return [cut for cut in cuts if low <= cut[3] - cut[1] <= high and cut[2] - cut[0] <= WIDEST * scale]


def _scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = (edge * scale for edge in box)
    return (x0, top, x1, bottom)


def _by_cell(
    words: Iterable[PictureWord], lattice: Lattice, scale: float
) -> Mapping[Field, Sequence[PictureWord]]:
    held: dict[Field, list[PictureWord]] = defaultdict(list)
    for word in words:
        x0, top, x1, bottom = (edge / scale for edge in word.box)
        corner = lattice.cell_at((x0 + x1) / 2, (top + bottom) / 2)
        if corner is not None:
            held[corner].append(word)
    return held


def _inner(box: Box, scale: float) -> Cut:
    """A cell in pixels without what its lines may have left."""
    x0, top, x1, bottom = box
    left, right = round((x0 + INSET) * scale), round((x1 - INSET) * scale)
    return (max(left, 0), max(round((top + INSET) * scale), 0), right, round((bottom - INSET) * scale))


def find_cut(ink: Ink, cell: Cut) -> Cut | None:
    """Where the ink of a cell lies; None where there is none to speak of."""
    left, top, right, bottom = cell
    rows, columns = np.nonzero(ink[top : max(top, bottom), left : max(left, right)])
    if len(rows) < LEAST_INK:
        return None
    first, last = (int(columns.min()), int(rows.min())), (int(columns.max()), int(rows.max()))
    return (left + first[0], top + first[1], left + last[0] + 1, top + last[1] + 1)


def _is_small(cut: Cut, scale: float) -> bool:
    return cut[2] - cut[0] <= WIDEST * scale and cut[3] - cut[1] <= TALLEST * scale


def is_worth_it(words: Sequence[PictureWord]) -> bool:
    """Whether a cell is empty, or holds a number, or is doubtful and no text of words."""
    if any(_WORD.search(word.text) for word in words):
        return False
    telling = (is_doubtful(word.confidence) or any(map(str.isdigit, word.text)) for word in words)
    return not words or any(telling)


def build_sheet(pictures: Sequence[Grey]) -> tuple[Grey, list[int]]:
    """Set pictures under each other, larger and with paper around them; returns their upper edges, too."""
    large = [_zoomed(picture) for picture in pictures]
    height = sum(len(picture) + MARGIN for picture in large) + MARGIN
    sheet = np.full((height, max(picture.shape[1] for picture in large) + 2 * MARGIN), WHITE, dtype=np.uint8)
    tops: list[int] = []
    top = MARGIN
    for picture in large:
        sheet[top : top + len(picture), MARGIN : MARGIN + picture.shape[1]] = picture
        tops.append(top)
        top += len(picture) + MARGIN
    return sheet, tops


def _zoomed(picture: Grey) -> Grey:
    height, width = picture.shape
    image = Image.fromarray(np.ascontiguousarray(picture))
    return np.asarray(image.resize((width * ZOOM, height * ZOOM), Image.Resampling.BICUBIC), dtype=np.uint8)


def _by_look(
    words: Iterable[PictureWord], looks: Sequence[Look], tops: Sequence[int]
) -> Mapping[int, list[PictureWord]]:
    """The words of a sheet, put back to where their cells are on the page."""
    found: dict[int, list[PictureWord]] = defaultdict(list)
    ends = [top + (look.cut[3] - look.cut[1]) * ZOOM for look, top in zip(looks, tops, strict=True)]
    for word in words:
        middle = (word.box[1] + word.box[3]) / 2
        for place, (top, end) in enumerate(zip(tops, ends, strict=True)):
            if top - MARGIN / 2 <= middle <= end + MARGIN / 2:
                found[place].append(_put_back(word, looks[place].cut, top))
    return found


def _put_back(word: PictureWord, cut: Cut, top: int) -> PictureWord:
    x0, y0, x1, y1 = word.box
    box = (
        cut[0] + (x0 - MARGIN) / ZOOM,
        cut[1] + (y0 - top) / ZOOM,
        cut[0] + (x1 - MARGIN) / ZOOM,
        cut[1] + (y1 - top) / ZOOM,
    )
    return replace(word, box=box, line=(-1, *cut[:2], *word.line))
