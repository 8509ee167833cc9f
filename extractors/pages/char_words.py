"""Characters become words: joined on one baseline, parted at blanks and wide gaps, cleaned of no-text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

Char = Mapping[str, Any]
"""A character of pdfplumber: `text`, `x0`, `top`, `x1`, `bottom`, `size`, `fontname`, `upright`, `matrix`."""

BOLD_FONTS = ("bold", "black", "heavy", "demi")
# Blanks are often missing between words; a gap of this share of the font size is one.
WORD_GAP = 0.17

# What fonts without Unicode names print: bullets of Symbol and Wingdings, and ligatures.
_GLYPHS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0be": "–", "\uf02d": "-",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-",
    }
)  # fmt: skip
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def build_words(chars: Iterable[Char]) -> list[Word]:
    """Join characters to words, line by line from the top, each line from the left."""
    groups = (group for row in by_baseline(chars, char_box) for group in _split(row))
    return [word for word in map(_word, groups) if word.text]


def char_box(char: Char) -> Box:
    """The box of a character."""
    return (char["x0"], char["top"], char["x1"], char["bottom"])


def _split(row: Sequence[Char]) -> list[list[Char]]:
    groups: list[list[Char]] = []
    end = float("-inf")
    for char in row:
        if char["text"].isspace():
            end = float("-inf")
        elif char["x0"] - end > WORD_GAP * char["size"]:
            groups.append([char])
            end = char["x1"]
        else:
            groups[-1].append(char)
            end = char["x1"]
    return groups


def _word(chars: Sequence[Char]) -> Word:
    text = clean_glyphs("".join([char["text"] for char in chars]))
    box = join_boxes(map(char_box, chars))
    return Word(text, box, _size([char["size"] for char in chars]), _is_bold(chars[0]["fontname"]))


def _size(sizes: Sequence[float]) -> float:
    """The size of most characters."""
    first = sizes[0]
    return first if sizes.count(first) == len(sizes) else Counter(sizes).most_common(1)[0][0]


@lru_cache(maxsize=1024)
def _is_bold(font: str) -> bool:
    return any(name in font.casefold() for name in BOLD_FONTS)


def clean_glyphs(text: str) -> str:
    """Put known symbols into Unicode and drop control characters."""
    if text.isascii() and text.isprintable():
        return text
    return _NO_TEXT.sub("", text.translate(_GLYPHS))


def turned(char: Char) -> Char:
    """A character of text that runs upwards or downwards, as it would lie if the text ran to the right."""
    x0, top, x1, bottom = char_box(char)
    upwards = char["matrix"][1] > 0
    box = (-bottom, x0, -top, x1) if upwards else (top, -x1, bottom, -x0)
    return {**char, **dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))}
