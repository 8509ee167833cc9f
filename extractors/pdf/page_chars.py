"""Characters of a page as pdfium reads them, in pdfplumber's form.

pdfium's text page puts blanks and line ends where it thinks they should be, gives one printed ligature as
several entries at one place, marks what may be a word divided at a line's end, and leaves out a text that is
nothing but blanks; all this is undone here: each character is what was printed. Its box is that of pdfminer:
from the font's descent, as high as the font is large, and as wide as the pen moves.
"""

from collections.abc import Iterable, Iterator
from ctypes import addressof, c_double, c_float, create_string_buffer
from dataclasses import dataclass
from itertools import groupby, repeat
from math import hypot
from operator import itemgetter
from typing import Any

from selaras.extractors.pdf import pdfium_calls as pdfium
from selaras.extractors.pdf.page_objects import UNBOUNDED, Painted, own_matrix
from selaras.extractors.pdf.pdfium_calls import Address, Numbers
from selaras.extractors.pdf.view import View, extent, placed, then
from selaras.models.passages import Box

Char = dict[str, Any]
"""A character of pdfplumber: `text`, `x0`, `top`, `x1`, `bottom`, `size`, `fontname`, `upright`, `matrix`."""

# Where clipping would hide more than this share of the characters it was misunderstood: nothing is hidden.
MOST_HIDDEN = 0.25
# The middle of a visible character may lie this far (points) outside.
TOLERANCE = 1.0

_BLANK, _HYPHEN = 32, 45
# What pdfium gives for a hyphen at the end of a line.
_DIVIDING_HYPHEN = 2
_NO_CODES = (0, 0xFFFE, 0xFFFF)
_SURROGATES = range(0xD800, 0xE000)
# Fonts of symbols are numbered from here on, and their codes are names enough.
_SYMBOLS = range(0xF000, 0xF100)
# Dashes, quotation marks, bullets: fonts leave those of the usual encodings unnamed, and no guess gives them.
_TYPOGRAPHY = range(0x2010, 0x2028)
_LONGEST_NAME = 256
# Where pdfium writes boxes and sizes, read at once.
_ROOM = Numbers(c_float, 4)
# A text narrower than this (points) has no ink: pdfium takes it for nothing.
_NO_INK = 0.01
# Fonts of mathematics claim to reach down over several lines, and where nothing is claimed pdfium takes the
# lowest point of all glyphs: boxes would lie below the print.
LOWEST_DESCENT, USUAL_DESCENT = -0.3, -0.22
# Widths are written with few digits.
_SLACK = 1.01


def read_chars(text_page: Address, view: View, texts: Iterable[Painted]) -> list[Char]:
    """All visible characters of a page that is shown so, and on which these texts are painted."""
    reader = _Reader(text_page, view, texts)
    chars = [*reader.read(), *reader.blanks()]
    hidden = {id(char) for char in reader.hidden}
    if not hidden or len(hidden) > MOST_HIDDEN * len(chars):
        return chars
    return [char for char in chars if id(char) not in hidden]


_Entry = tuple[Address | None, float, float, int, int]
"""Text object, y and x of the pen as shown, code, and place on pdfium's text page."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What a code of a font means, and by what share of the font size the pen moves on."""

    text: str
    width: float


@dataclass(frozen=True, slots=True)
class _Font:
    """Name, descent as a share of the size, and the glyphs that were met so far."""

    handle: Address
    name: str
    descent: float
    glyphs: dict[int, _Glyph]


@dataclass(frozen=True, slots=True)
class _Run:
    """What the characters of one text object have in common.

    `common` is in the dictionary of each of them. `along` and `up` are the steps of one font size along the
    line and above it, `start` is where it starts, in the page as shown.
    """

    font: _Font
    common: Char
    along: tuple[float, float]
    up: tuple[float, float]
    start: tuple[float, float]
    clip: Box

    @property
    def is_level(self) -> bool:
        """Whether it runs to the right, as nearly all text does."""
        return self.along[0] > 0 and not self.along[1] and not self.up[0]

    def line(self, y: float) -> Char:
        """What the characters of a level run have in common where the pen stands at this height."""
        low, high = self.font.descent * self.up[1], (self.font.descent + 1) * self.up[1]
        top = y + min(low, high)
        return {**self.common, "top": top, "doctop": top, "bottom": y + max(low, high)}

    def char(self, glyph: _Glyph, x: float, y: float) -> Char:
        """A character whose pen stands at x, y, whichever way it runs."""
        low, width = self.font.descent, glyph.width
        corners = (0, low, width, low, width, low + 1, 0, low + 1)
        x0, top, x1, bottom = extent(placed((*self.along, *self.up, x, y), corners))
        edges = {"x0": x0, "x1": x1, "top": top, "doctop": top, "bottom": bottom}
        return {**self.common, **edges, "text": glyph.text}


class _Reader:
    """Reads one text page; fonts and runs of text are looked at once."""

    def __init__(self, text_page: Address, view: View, texts: Iterable[Painted]) -> None:
        self.text_page = text_page
        self.matrix = view.matrix
        self.height = view.size[1]
        self.texts = {text.handle: text for text in texts}
        self.fonts: dict[Address, _Font] = {}
        self.runs: dict[Address, _Run] = {}
        self.hidden: list[Char] = []

    def read(self) -> list[Char]:
        """All characters that were printed, hidden ones, too."""
        chars: list[Char] = []
        for (owner, y), entries in groupby(self._entries(), itemgetter(0, 1)):
            if owner is not None:
                chars += self._line(owner, y, entries)
        return chars

    def _entries(self) -> Iterable[_Entry]:
        count = pdfium.CHAR_COUNT(self.text_page)
        pages, places = repeat(self.text_page), range(count)
        origins = pdfium.points(pdfium.CHAR_ORIGIN, c_double, pages, places, count=count)
        xs, ys = zip(*placed(self.matrix, origins), strict=True) if count else ((), ())
        codes = pdfium.each(pdfium.CHAR_CODE, self.text_page, count)
        owners = pdfium.each(pdfium.CHAR_OWNER, self.text_page, count)
        return zip(owners, ys, xs, codes, places, strict=True)

    def _line(self, owner: Address, y: float, entries: Iterable[_Entry]) -> list[Char]:
        """Characters of one text object that follow each other at one height."""
        chars: list[Char] = []
        run, before = None, None
        for _, _, x, code, place in entries:
            if code == _BLANK and pdfium.IS_GENERATED(self.text_page, place):
                continue
            if run is None:
                run = self.runs.get(owner) or self._run(self.texts[owner])
                step, glyphs = run.along[0], run.font.glyphs
                line = run.line(y) if run.is_level else None
            glyph = glyphs.get(code) or self._glyph(run, code, place)
            if x == before:
                glyph = _Glyph(_joined(chars.pop()["text"], glyph.text), self._printed_width(run, place))
            if line is None:
                chars.append(run.char(glyph, x, y))
            else:
                chars.append({**line, "text": glyph.text, "x0": x, "x1": x + step * glyph.width})
            before = x
        if run and run.clip is not UNBOUNDED:
            self.hidden += (char for char in chars if not _is_within(char, run.clip))
        return chars

    def blanks(self) -> Iterator[Char]:
        """A blank for each text of blanks alone."""
        for handle in self.texts.keys() - self.runs.keys():
            pdfium.BOUNDS(handle, *_ROOM.places[:4])
            left, _, right, _ = _ROOM.read()[:4]
            if right - left < _NO_INK:
                run = self._run(self.texts[handle])
                yield run.char(_Glyph(" ", 0.0), *run.start)

    def _run(self, text: Painted) -> _Run:
        a, b, c, d, e, f = then(own_matrix(text.handle), text.matrix)
        pdfium.FONT_SIZE(text.handle, _ROOM.places[0])
        size = _ROOM.read()[0]
        way = -1 if size < 0 else 1
        font = self._font(pdfium.FONT(text.handle))
        common = {
            "object_type": "char",
            "fontname": font.name,
            "size": abs(size) * hypot(c, d),
            "upright": -a * d > 0 and -b * c <= 0,
            "matrix": (way * a, -way * b, way * c, -way * d, e, self.height - f),
        }
        run = _Run(font, common, (size * a, size * b), (size * c, size * d), (e, f), text.clip)
        self.runs[text.handle] = run
        return run

    def _font(self, handle: Address) -> _Font:
        if handle not in self.fonts:
            pdfium.FONT_DESCENT(handle, 1.0, _ROOM.places[0])
            descent = _ROOM.read()[0]
            descent = descent if LOWEST_DESCENT <= descent <= 0 else USUAL_DESCENT
            self.fonts[handle] = _Font(handle, _font_name(handle), descent, {})
        return self.fonts[handle]

    def _glyph(self, run: _Run, code: int, place: int) -> _Glyph:
        """Look at a glyph at the first place where it is met."""
        glyph = _Glyph(self._text(code, place), self._width(run, code, place))
        run.font.glyphs[code] = glyph
        return glyph

    def _text(self, code: int, place: int) -> str:
        if code == _DIVIDING_HYPHEN:
            return "-"
        known = code in _SYMBOLS or code in _TYPOGRAPHY
        guessed = not known and pdfium.IS_UNMAPPED(self.text_page, place)
        return "\ufffd" if guessed or code in _NO_CODES else chr(code)

    def _width(self, run: _Run, code: int, place: int) -> float:
        """The share by which the font moves on, or the width of the print where that is less or not known."""
        printed = self._printed_width(run, place)
        printed_code = _HYPHEN if code == _DIVIDING_HYPHEN else code
        if not pdfium.GLYPH_WIDTH(run.font.handle, printed_code, 1.0, _ROOM.places[0]):
            return printed
        known: float = _ROOM.read()[0]
        return known if 0 < known <= printed * _SLACK else printed

    def _printed_width(self, run: _Run, place: int) -> float:
        """The width of a character or ligature with all that its ink covers, as a share of the font size."""
        pdfium.CHAR_BOX(self.text_page, place, _ROOM.places[0])
        x0, top, x1, bottom = extent(placed(self.matrix, _ROOM.read()[:4]))
        ax, ay = map(abs, run.along)
        return (x1 - x0) / ax if ax > ay else (bottom - top) / ay if ay else 0.0


def _font_name(handle: Address) -> str:
    buffer = create_string_buffer(_LONGEST_NAME)
    pdfium.FONT_NAME(handle, addressof(buffer), _LONGEST_NAME)
    return buffer.value.decode("utf-8", "replace")


def _joined(text: str, more: str) -> str:
    """The text of one place: pdfium gives a ligature letter by letter, and a rare character in two halves."""
    whole = text + more
    if not any(ord(letter) in _SURROGATES for letter in whole):
        return whole
    return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_within(char: Char, clip: Box) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    left, top, right, bottom = clip
    return bool(left - TOLERANCE <= x <= right + TOLERANCE and top - TOLERANCE <= y <= bottom + TOLERANCE)
