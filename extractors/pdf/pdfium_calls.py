"""pdfium's functions, called with plain numbers, and for many places at once.

pypdfium2 declares a type for each kind of handle, and making objects of these types costs more than what
pdfium does. Here a handle is its address, and results go into an array: a page has thousands of characters.
"""

from collections import deque
from collections.abc import Callable, Iterable
from ctypes import POINTER, PYFUNCTYPE, addressof, c_char, c_double, c_float, c_uint, c_void_p, cast, sizeof
from itertools import repeat
from typing import Any

from pypdfium2 import raw

Address = int
Call = Callable[..., Any]


def plain(function: Any) -> Call:  # noqa: ANN401  ctypes has no public type for it
    """The same function of pdfium, with addresses in the place of all pointers."""
    kinds = [_plain_kind(kind) for kind in (function.restype, *function.argtypes)]
    return PYFUNCTYPE(*kinds)(cast(function, c_void_p).value or 0)


def _plain_kind(kind: Any) -> Any:  # noqa: ANN401
    return c_void_p if isinstance(kind, type(POINTER(c_char))) else kind


def address(handle: Any) -> Address:  # noqa: ANN401
    """The address of an open document, page or text page of pypdfium2."""
    return cast(handle.raw, c_void_p).value or 0


class Numbers:
    """Room for `count` numbers that pdfium writes; `places` are their addresses."""

    def __init__(self, kind: type[c_float | c_double | c_uint], count: int) -> None:
        self._array = (kind * count)()
        start = addressof(self._array)
        self.places = range(start, start + count * sizeof(kind), sizeof(kind))

    def read(self) -> list[Any]:
        """The numbers as they stand."""
        return self._array[:]


# Most paths have few points, and room for them is made once.
_MOST_POINTS = 16
_ROOM = {kind: Numbers(kind, 2 * _MOST_POINTS) for kind in (c_float, c_double)}


def points(
    call: Call, kind: type[c_float | c_double], *arguments: Iterable[object], count: int
) -> list[float]:
    """x and y of many places, one after the other; `call` takes the arguments and where to put x and y."""
    numbers = _ROOM[kind] if count <= _MOST_POINTS else Numbers(kind, 2 * count)
    deque(map(call, *arguments, numbers.places[::2], numbers.places[1::2]), maxlen=0)
    return numbers.read()[: 2 * count]


def each(call: Call, handle: Address, count: int) -> list[Any]:
    """What `call` says of the things from 0 to `count` of a handle."""
    return list(map(call, repeat(handle), range(count)))


CHAR_COUNT = plain(raw.FPDFText_CountChars)
CHAR_CODE = plain(raw.FPDFText_GetUnicode)
CHAR_OWNER = plain(raw.FPDFText_GetTextObject)
CHAR_ORIGIN = plain(raw.FPDFText_GetCharOrigin)
CHAR_BOX = plain(raw.FPDFText_GetLooseCharBox)
IS_GENERATED = plain(raw.FPDFText_IsGenerated)
IS_UNMAPPED = plain(raw.FPDFText_HasUnicodeMapError)

FONT = plain(raw.FPDFTextObj_GetFont)
FONT_SIZE = plain(raw.FPDFTextObj_GetFontSize)
FONT_NAME = plain(raw.FPDFFont_GetBaseFontName)
FONT_DESCENT = plain(raw.FPDFFont_GetDescent)
GLYPH_WIDTH = plain(raw.FPDFFont_GetGlyphWidth)

OBJECT_COUNT = plain(raw.FPDFPage_CountObjects)
OBJECT = plain(raw.FPDFPage_GetObject)
FORM_COUNT = plain(raw.FPDFFormObj_CountObjects)
FORM_OBJECT = plain(raw.FPDFFormObj_GetObject)
KIND = plain(raw.FPDFPageObj_GetType)
MATRIX = plain(raw.FPDFPageObj_GetMatrix)
FILL_COLOUR = plain(raw.FPDFPageObj_GetFillColor)
STROKE_COLOUR = plain(raw.FPDFPageObj_GetStrokeColor)

SEGMENT_COUNT = plain(raw.FPDFPath_CountSegments)
SEGMENT = plain(raw.FPDFPath_GetPathSegment)
DRAW_MODE = plain(raw.FPDFPath_GetDrawMode)
SEGMENT_KIND = plain(raw.FPDFPathSegment_GetType)
SEGMENT_POINT = plain(raw.FPDFPathSegment_GetPoint)
IS_CLOSED = plain(raw.FPDFPathSegment_GetClose)

BOUNDS = plain(raw.FPDFPageObj_GetBounds)

CLIP = plain(raw.FPDFPageObj_GetClipPath)
CLIP_PATH_COUNT = plain(raw.FPDFClipPath_CountPaths)
CLIP_SEGMENT_COUNT = plain(raw.FPDFClipPath_CountPathSegments)
CLIP_SEGMENT = plain(raw.FPDFClipPath_GetPathSegment)
