"""Lines of print as runs: words with ordinary blanks between them, without the dots that lead the eye."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from selaras.extractors.pages.baselines import join_boxes
from selaras.extractors.pages.page import Word
from selaras.models.passages import Box

# A gap of this share of the font size ends a run.
RUN_GAP = 0.55
# Justified lines have wide blanks: with so many words the blanks tell, and a gap is wider than them by this.
FEWEST_JUSTIFIED = 6
WIDER_GAP = 1.8
WIDEST_BLANK = 0.75
# Dots in a row lead from a label to its value; they are no text.
FEWEST_DOTS = 3

_DOTS = re.compile(r"(?:[.…·_]\s?)*[.…·_]$")
_NUMBER = re.compile(
    r"[^\w]*(?:rp\.?|[a-z]{0,3}\$)?\s*\d[\d.,:/–-]*\s*[%°]?[^\w]*[a-z*†‡]?\)?", re.IGNORECASE
)
_COUNT = re.compile(r"\d[\d.,]*\s[^\W\d_]+")
_NOTHING = re.compile(r"[-–—−.*…/†‡#]+|\(?[a-zA-Z]\)|n\.?/?a\.?", re.IGNORECASE)


class Run(NamedTuple):
    """Words that follow each other, their box, and their font size; `led` is where dots behind them end."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    size: float
    led: float = 0.0

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


Line = Sequence[Run]
"""Runs on one baseline, from left to right; never empty."""


def printed_line(words: Iterable[Word], cuts: Sequence[float] = ()) -> list[Run]:
    """The runs of words on one baseline; none where all of them are leading dots.

    Runs are parted at `cuts`, unless a word lies across one: then the line runs on over all columns.
    """
    words = list(words)
    if any(word.box[0] + 1 < cut < word.box[2] - 1 for cut in cuts for word in words):
        cuts = ()
    widest = _justified_gap(words) if len(words) >= FEWEST_JUSTIFIED else 0.0
    runs: list[list[_Piece]] = []
    led, end = 0, 0.0
    for word in words:
        piece = _without_dots(word)
        led += piece.dots
        if not piece.text:
            if runs:
                runs[-1][-1] = runs[-1][-1]._replace(led=piece.box[2])
            continue
        x0, _, x1, _ = piece.box
        near = runs and led < FEWEST_DOTS and x0 - end < max(RUN_GAP * word.size, widest)
        if near and not (cuts and any(end <= cut <= x0 for cut in cuts)):
            runs[-1].append(piece)
        else:
            runs.append([piece])
        led, end = piece.dots, max(end, x1) if near else x1
    return [_run(pieces) for pieces in runs]


class _Piece(NamedTuple):
    """A word without the dots behind it, and how many these are."""

    box: Box
    text: str
    size: float
    dots: int = 0
    led: float = 0.0


def _run(pieces: Sequence[_Piece]) -> Run:
    box = join_boxes(piece.box for piece in pieces)
    led = max(box[2], pieces[-1].led)
    return Run(*box, " ".join(piece.text for piece in pieces), pieces[0].size, led)


def _justified_gap(words: Sequence[Word]) -> float:
    """What the gaps within a line of prose stay below; 0 for a line of few words or of numbers."""
    pairs = [
        (one, other) for one, other in pairwise(words) if one.text[-1].isalpha() and other.text[0].isalpha()
    ]
    gaps = sorted(other.box[0] - one.box[2] for one, other in pairs)
    if len(gaps) < FEWEST_JUSTIFIED - 2 or gaps[len(gaps) // 2] > WIDEST_BLANK * words[0].size:
        return 0.0
    return WIDER_GAP * gaps[len(gaps) // 2]


def _without_dots(word: Word) -> _Piece:
    text = word.text
    if text[-1] not in ".…·_":
        return _Piece(word.box, text, word.size)
    bare = text.rstrip(".…·_")
    dots = len(text) - len(bare)
    if bare and dots < FEWEST_DOTS:
        return _Piece(word.box, text, word.size)
    x0, top, x1, bottom = word.box
    end = x0 + (x1 - x0) * len(bare) / len(text) if bare else x1
    return _Piece((x0, top, end, bottom), bare, word.size, dots, x1)


def is_number(text: str) -> bool:
    """Whether a text is a number as tables print it: "1,204.5", "(12%)", "$ 3", "2010/11"."""
    return bool(_NUMBER.fullmatch(text))


def is_value(text: str) -> bool:
    """Whether a text stands where a number could: "2 unit" or a mark for none ("–", "(X)", "n/a")."""
    return is_number(text) or bool(_COUNT.fullmatch(text) or _NOTHING.fullmatch(text))


def line_top(line: Line) -> float:
    """The upper edge of a line."""
    return min(run.top for run in line)


def line_bottom(line: Line) -> float:
    """The lower edge of a line."""
    return max(run.bottom for run in line)


def line_middle(line: Line) -> float:
    """Half the height of a line."""
    return sum(run.middle for run in line) / len(line)
