"""Small cells of drawn tables are looked at again: Tesseract passes over single digits, and doubts signs.

In a page as a whole a lone "1" in a cell is taken for dirt, and the Indonesian model reads "100%" as "10076".
The cells that came out empty or doubtful are set under each other, twice as large, and read once more, by the
English model, which knows digits and signs better. What is surer counts; words stay as they were, and what is
doubtful after both looks stays doubtful.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from selaras.extractors.grids.lattice import Field, Lattice
from selaras.extractors.ocr.pictures import WHITE, Grey, Ink
from selaras.extractors.ocr.tesseract import ONE_BLOCK, PictureWord, Tesseract
from selaras.extractors.pages.confidence import is_doubtful
from selaras.models.passages import Box

# In points: a value is no larger, and so far from its lines a cell begins.
WIDEST, TALLEST = 96.0, 48.0
INSET = 0.8
# Pixels of ink below this are dirt.
LEAST_INK = 40
MOST_CELLS = 400
# On the sheet: how much larger than on the page, and the paper around each cell in its pixels.
ZOOM = 2
MARGIN = 30

Cut = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""

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
    picture: LinelessPicture, words: Sequence[PictureWord], lattices: Iterable[Lattice], reader: Tesseract
) -> list[PictureWord]:
    """The words of a page, those of small doubtful cells as they are surest. Raises TesseractError."""
    looks = list(find_looks(picture, words, lattices))[:MOST_CELLS]
    if not looks:
        return list(words)
    sheet, tops = build_sheet([_cut_out(picture.grey, look.cut) for look in looks])
    found = _by_look(reader.read(sheet, psm=ONE_BLOCK), looks, tops)
    better = {place: read for place, read in found.items() if _surest(read) > _surest(looks[place].words)}
    dropped = {word for place in better for word in looks[place].words}
    return [word for word in words if word not in dropped] + [
        word for read in better.values() for word in read
    ]


def _cut_out(grey: Grey, cut: Cut) -> Grey:
    left, top, right, bottom = cut
    return grey[top:bottom, left:right]


def _surest(words: Sequence[PictureWord]) -> float:
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
    """Whether a cell is empty, or doubtful and no text of words."""
    doubtful = [word for word in words if is_doubtful(word.confidence)]
    return not words or (bool(doubtful) and not any(_WORD.search(word.text) for word in words))


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
                found[place].append(_put_back(word, looks[place].cut, top, place))
    return found


def _put_back(word: PictureWord, cut: Cut, top: int, place: int) -> PictureWord:
    x0, y0, x1, y1 = word.box
    box = (
        cut[0] + (x0 - MARGIN) / ZOOM,
        cut[1] + (y0 - top) / ZOOM,
        cut[0] + (x1 - MARGIN) / ZOOM,
        cut[1] + (y1 - top) / ZOOM,
    )
    return replace(word, box=box, line=(-1, place, *word.line))
