"""Characters of a page as pdfium reads them, in pdfplumber's form.

pdfium's text page puts blanks and line ends where it thinks they should be, gives one printed ligature as
several entries at one place, and marks what may be a word divided at a line's end; all this is undone here:
each character is what was printed. Its box is that of pdfminer: from the font's descent, as high as the font
is large, and as wide as the pen moves.
"""

from collections.abc import Iterable, Mapping
from ctypes import addressof, c_double, c_float, create_string_buffer
from dataclasses import dataclass
from itertools import repeat
from math import hypot
from typing import Any

from selaras.extractors.pdf import pdfium_calls as pdfium
from selaras.extractors.pdf.page_objects import UNBOUNDED
from selaras.extractors.pdf.pdfium_calls import Address, Numbers
from selaras.extractors.pdf.view import Matrix, View, extent, placed, then
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
_LONGEST_NAME = 256
# Widths are written with few digits.
_SLACK = 1.01


def read_chars(text_page: Address, view: View, clips: Mapping[Address, Box]) -> list[Char]:
    """All visible characters of a page that is shown so; `clips` has what clips its text objects."""
    reader = _Reader(text_page, view, clips)
    chars = reader.read()
    hidden = {id(char) for char in reader.hidden}
    if not hidden or len(hidden) > MOST_HIDDEN * len(chars):
        return chars
    return [char for char in chars if id(char) not in hidden]


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

    `matrix` is as pdfplumber gives it, with y upwards; `along` and `up` are the steps of one font size along
    the line and above it, in the page as shown. `edges` are the upper and lower edge of a line that runs level,
    as seen from the pen.
    """

    font: _Font
    size: float
    upright: bool
    matrix: Matrix
    along: tuple[float, float]
    up: tuple[float, float]
    clip: Box
    edges: tuple[float, float] | None

    def char(self, glyph: _Glyph, x: float, y: float) -> Char:
        """A character whose pen stands at x, y."""
        x0, top, x1, bottom = self._box(glyph.width, x, y)
        return {
            "object_type": "char",
            "text": glyph.text,
            "fontname": self.font.name,
            "size": self.size,
            "upright": self.upright,
            "matrix": self.matrix,
            "x0": x0,
            "x1": x1,
            "top": top,
            "doctop": top,
            "bottom": bottom,
        }

    def _box(self, width: float, x: float, y: float) -> Box:
        if self.edges:
            end = x + width * self.along[0]
            return (min(x, end), y + self.edges[0], max(x, end), y + self.edges[1])
        low = self.font.descent
        corners = (0, low, width, low, width, low + 1, 0, low + 1)
        return extent(placed((*self.along, *self.up, x, y), corners))


class _Reader:
    """Reads one text page; fonts and runs of text are looked at once."""

    def __init__(self, text_page: Address, view: View, clips: Mapping[Address, Box]) -> None:
        self.text_page = text_page
        self.matrix = view.matrix
        self.height = view.size[1]
        self.clips = clips
        self.fonts: dict[Address, _Font] = {}
        self.hidden: list[Char] = []

    def read(self) -> list[Char]:
        """All characters that were printed, hidden ones, too."""
        chars: list[Char] = []
        runs: dict[Address, _Run] = {}
        before: object = None
        for place, (code, owner, origin) in enumerate(self._entries()):
            if owner is None or (code == _BLANK and pdfium.IS_GENERATED(self.text_page, place)):
                continue
            run = runs.get(owner) or runs.setdefault(owner, self._run(owner, place))
            glyph = run.font.glyphs.get(code) or self._glyph(run, code, place)
            if (owner, origin) == before:
                chars[-1]["text"] = _joined(chars[-1]["text"], glyph.text)
                continue
            before = (owner, origin)
            chars.append(run.char(glyph, *origin))
            if run.clip is not UNBOUNDED and not _is_within(chars[-1], run.clip):
                self.hidden.append(chars[-1])
        return chars

    def _entries(self) -> Iterable[tuple[int, Address | None, tuple[float, float]]]:
        count = pdfium.CHAR_COUNT(self.text_page)
        pages, places = repeat(self.text_page), range(count)
        origins = pdfium.points(pdfium.CHAR_ORIGIN, c_double, pages, places, count=count)
        codes = pdfium.each(pdfium.CHAR_CODE, self.text_page, count)
        owners = pdfium.each(pdfium.CHAR_OWNER, self.text_page, count)
        return zip(codes, owners, placed(self.matrix, origins), strict=True)

    def _run(self, owner: Address, place: int) -> _Run:
        numbers = Numbers(c_float, 7)
        pdfium.CHAR_MATRIX(self.text_page, place, numbers.places[0])
        pdfium.FONT_SIZE(owner, numbers.places[6])
        *parts, size = numbers.read()
        a, b, c, d, e, f = then((parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]), self.matrix)
        way = -1 if size < 0 else 1
        font = self._font(pdfium.FONT(owner))
        edges = sorted((font.descent * size * d, (font.descent + 1) * size * d))
        return _Run(
            font=font,
            size=abs(size) * hypot(c, d),
            upright=-a * d > 0 and -b * c <= 0,
            matrix=(way * a, -way * b, way * c, -way * d, e, self.height - f),
            along=(size * a, size * b),
            up=(size * c, size * d),
            clip=self.clips.get(owner, UNBOUNDED),
            edges=None if b or c else (edges[0], edges[1]),
        )

    def _font(self, handle: Address) -> _Font:
        if handle not in self.fonts:
            descent = Numbers(c_float, 1)
            pdfium.FONT_DESCENT(handle, 1.0, descent.places[0])
            self.fonts[handle] = _Font(handle, _font_name(handle), descent.read()[0], {})
        return self.fonts[handle]

    def _glyph(self, run: _Run, code: int, place: int) -> _Glyph:
        """Look at a glyph at the first place where it is met."""
        glyph = _Glyph(self._text(code, place), self._width(run, code, place))
        run.font.glyphs[code] = glyph
        return glyph

    def _text(self, code: int, place: int) -> str:
        if code == _DIVIDING_HYPHEN:
            return "-"
        guessed = pdfium.IS_UNMAPPED(self.text_page, place) and code not in _SYMBOLS
        return "\ufffd" if guessed or code in _NO_CODES else chr(code)

    def _width(self, run: _Run, code: int, place: int) -> float:
        """The share by which the font moves on, or the width of the print where that is less or not known."""
        numbers = Numbers(c_float, 5)
        *box, width = numbers.places
        pdfium.CHAR_BOX(self.text_page, place, box[0])
        pdfium.GLYPH_WIDTH(run.font.handle, _HYPHEN if code == _DIVIDING_HYPHEN else code, 1.0, width)
        *edges, known = numbers.read()
        x0, top, x1, bottom = extent(placed(self.matrix, edges))
        ax, ay = map(abs, run.along)
        printed = (x1 - x0) / ax if ax > ay else (bottom - top) / ay if ay else 0.0
        return known if 0 < known <= printed * _SLACK else printed


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
