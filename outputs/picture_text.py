"""Text into lines of a given width, for drawings, where nothing wraps by itself."""

import re
from collections.abc import Iterator

# Widths in parts of the font size, rounded up from those of DejaVu Sans, the widest of the usual fonts for
# screens: what fits with these fits everywhere.
WIDTHS = (
    ("ijlI'| ", 0.32),
    ('frt.,:;!()[]/\\-"`', 0.42),
    ("mwMW@%", 0.98),
    ("+<>=~^#&ABCDEFGHJKLNOPQRSTUVXYZ", 0.79),
)
WIDTH = {character: width for characters, width in WIDTHS for character in characters}
NARROWEST = min(WIDTH.values())
OTHER_ASCII, OTHER, IDEOGRAPH = 0.64, 0.75, 1.0
BOLD = 1.1
ELLIPSIS = "…"


def width_of(text: str) -> float:
    """The width of a line at most, in parts of the font size."""
    return sum(WIDTH.get(character) or _other_width(character) for character in text)


def _other_width(character: str) -> float:
    if character.isascii():
        return OTHER_ASCII
    return OTHER if character < "\u2e80" else IDEOGRAPH


def wrap_text(text: str, width: float, *, lines: int) -> tuple[str, ...]:
    """Break a text into at most so many lines; the width is in parts of the font size, a cut ends in `…`."""
    # More characters than this cannot fit, and a hostile text may be a single word of a megabyte.
    text = " ".join(text.split())[: int(lines * (width / NARROWEST + 1)) + 2]
    words = [piece for word in text.split() for piece in _break_word(word, width)]
    filled = _fill(words, width)
    if len(filled) <= lines:
        return tuple(filled)
    return (*filled[: lines - 1], _cut(filled[lines - 1], width))


def _fill(words: list[str], width: float) -> list[str]:
    filled: list[str] = []
    for word in words:
        if filled and width_of(f"{filled[-1]} {word}") <= width:
            filled[-1] += f" {word}"
        else:
            filled.append(word)
    return filled


def _break_word(word: str, width: float) -> Iterator[str]:
    """Cut a word that is wider than a line into pieces that fit."""
    while width_of(word) > width and len(word) > 1:
        size = next(
            size for size in range(len(word) - 1, 0, -1) if size == 1 or width_of(word[:size]) <= width
        )
        yield word[:size]
        word = word[size:]
    yield word


def _cut(line: str, width: float) -> str:
    while line and width_of(line + ELLIPSIS) > width:
        line = line[:-1]
    return re.sub(r"[\s,;:.]*$", "", line) + ELLIPSIS
