"""Words in a picture become words of a page: in points, with the size of their font, without specks.

Tesseract tells boxes as tight as the ink, so that a dash is a hair and "a" half as tall as "A". Here a word
is as tall as its line, and words of nearly one size have one size: what follows compares them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from selaras.extractors.ocr.tesseract import PictureWord
from selaras.extractors.pages.char_words import clean_glyphs
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

# The ink of a line, from the tallest letter to the lowest, is this share of the size of its font.
INK_OF_SIZE = 0.88
# Sizes that differ by less from the most frequent one are the same size, seen through the scanner.
SAME_SIZE = 0.22
# A word below this share of the height of its line is a dash, a point or a few small letters.
LOW = 0.75
# A sign without a letter or digit is taken for ink, not for a speck, from this confidence on.
SURE_SIGN = 0.6
FRAME_SIGNS = frozenset("|_[]{}")


def page_words(words: Iterable[PictureWord], scale: float) -> list[Word]:
    """The words of a page in points, in the order that they came; `scale` is pixels a point."""
    lines: dict[tuple[int, ...], list[PictureWord]] = defaultdict(list)
    for word in words:
        if not is_speck(word):
            lines[word.line].append(word)
    sizes = {place: _height(line) / scale / INK_OF_SIZE for place, line in lines.items()}
    usual = _usual(sizes, lines)
    return [
        _word(word, _size(sizes[place], usual), _height(line), scale)
        for place, line in lines.items()
        for word in line
    ]


def is_speck(word: PictureWord) -> bool:
    """Whether a word is dirt or a piece of a frame: no letter or digit in it, and not sure."""
    if any(char.isalnum() for char in word.text):
        return False
    return word.confidence < SURE_SIGN or set(word.text) <= FRAME_SIGNS


def _height(line: Sequence[PictureWord]) -> float:
    """The height that most words of a line have; of the taller half, which have all kinds of letters."""
    heights = sorted(word.box[3] - word.box[1] for word in line)
    return median(heights[len(heights) // 2 :])


def _usual(sizes: dict[tuple[int, ...], float], lines: dict[tuple[int, ...], list[PictureWord]]) -> float:
    """The size of most words of the page; 0 where there are none."""
    each = [size for place, size in sizes.items() for _ in lines[place]]
    return median(each) if each else 0.0


def _size(size: float, usual: float) -> float:
    return usual if abs(size - usual) <= SAME_SIZE * usual else size


def _word(word: PictureWord, size: float, height: float, scale: float) -> Word:
    x0, top, x1, bottom = _grown(word.box, height)
    box = (x0 / scale, top / scale, x1 / scale, bottom / scale)
    return Word(clean_glyphs(word.text), box, size, confidence=word.confidence)


def _grown(box: Box, height: float) -> Box:
    """A low box made as tall as its line, around its middle: else it would be a line of its own."""
    x0, top, x1, bottom = box
    if bottom - top >= LOW * height:
        return box
    middle = (top + bottom) / 2
    return (x0, max(0.0, middle - height / 2), x1, middle + height / 2)
