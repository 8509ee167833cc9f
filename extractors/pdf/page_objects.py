"""What is painted on a page, object by object as pdfium holds it: where it stands, and what clips it."""

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from pypdfium2 import raw

from selaras.extractors.pdf import pdfium_calls as pdfium
from selaras.extractors.pdf.pdfium_calls import Address, Numbers
from selaras.extractors.pdf.view import Matrix, extent, placed, then
from selaras.models.passages import Box

# Where pdfium writes a matrix, read at once.
_SIX = Numbers(c_float, 6)

UNBOUNDED: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class Painted(NamedTuple):
    """A text, path, image or shading (`kind` of pdfium); `matrix` brings its space to the page as shown.

    `clip` is the extent of all clipping paths that hold for a text, in the page as shown.
    """

    kind: int
    handle: Address
    matrix: Matrix
    clip: Box


def walk(page: Address, matrix: Matrix) -> Iterator[Painted]:
    """Yield what is painted, also inside forms; `matrix` brings the space of the page to what is shown."""
    walker = _Walker()
    return walker.objects(pdfium.each(pdfium.OBJECT, page, pdfium.OBJECT_COUNT(page)), matrix, UNBOUNDED)


def own_matrix(handle: Address) -> Matrix:
    """The matrix of an object, without that of the form that holds it."""
    pdfium.MATRIX(handle, _SIX.places[0])
    a, b, c, d, e, f = _SIX.read()
    return (a, b, c, d, e, f)


@dataclass(frozen=True, slots=True)
class _Walker:
    """Many objects share a clipping path: its extent is found once, and known by where its first point is."""

    extents: dict[tuple[Address, Matrix], Box] = field(default_factory=dict)

    def objects(self, handles: list[Address], matrix: Matrix, outer: Box) -> Iterator[Painted]:
        for handle, kind in zip(handles, map(pdfium.KIND, handles), strict=True):
            if kind == raw.FPDF_PAGEOBJ_FORM:
                inner = pdfium.each(pdfium.FORM_OBJECT, handle, pdfium.FORM_COUNT(handle))
                clip = self._clip(handle, matrix, outer)
                yield from self.objects(inner, then(own_matrix(handle), matrix), clip)
            elif kind == raw.FPDF_PAGEOBJ_TEXT:
                yield Painted(kind, handle, matrix, self._clip(handle, matrix, outer))
            else:
                yield Painted(kind, handle, matrix, outer)

    def _clip(self, handle: Address, matrix: Matrix, outer: Box) -> Box:
        clip = pdfium.CLIP(handle)
        for path in range(max(0, pdfium.CLIP_PATH_COUNT(clip))):
            key = (pdfium.CLIP_SEGMENT(clip, path, 0), matrix)
            if key not in self.extents:
                self.extents[key] = _clip_extent(clip, path, matrix)
            outer = _intersection(outer, self.extents[key])
        return outer


def _clip_extent(clip: Address, path: int, matrix: Matrix) -> Box:
    """The extent of a clipping path; it counts by it, whatever its shape."""
    count = pdfium.CLIP_SEGMENT_COUNT(clip, path)
    if count < 1:
        return UNBOUNDED
    segments = list(map(pdfium.CLIP_SEGMENT, repeat(clip), repeat(path), range(count)))
    return extent(placed(matrix, segment_points(segments)))


def segment_points(segments: list[Address]) -> list[float]:
    """x and y of the segments of a path, one after the other."""
    return pdfium.points(pdfium.SEGMENT_POINT, c_float, segments, count=len(segments))


def _intersection(one: Box, other: Box) -> Box:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
