"""The lines of tables in a picture: long dark runs of pixels, thin, broken here and there, solid or dotted.

The stems of letters are taken out first, so that no row of letters that touch looks like a line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selaras.extractors.grids.rulings import Axis, Ruling, join_rulings
from selaras.extractors.ocr.pictures import WHITE, Grey, Ink

Runs = NDArray[np.int64]
"""Three rows: of each run the line of pixels that it lies on, its first pixel, the pixel behind its last."""

SHORTEST_RULING = 16.0  # points
# Distances (points) at which a line of dots must have paper at its sides.
BESIDE = (0.8, 1.7, 2.6)
MOST_BESIDE = 0.15
# How far (points) the edge of a line is blurred.
BLUR = 0.5
# Where letters hide a line it is followed for so many points, if it is dark for so much of them.
WIDEST_BRIDGE = 80.0
DARK_BRIDGE = 0.9
# Tens of thousands of runs are a photograph or a pattern, in which lines are not looked for.
MOST_RUNS = 40_000


@dataclass(frozen=True, slots=True)
class Style:
    """What makes a line, in points: the gaps that it may have, its least length and most thickness."""

    gap: float
    shortest: float
    thickest: float


SOLID = Style(gap=0.6, shortest=9.0, thickest=2.2)
# The frame of a table, or any line where a page was scanned larger than it is; longer than a word.
THICK = Style(gap=0.6, shortest=60.0, thickest=4.2)
DOTTED = Style(gap=2.6, shortest=60.0, thickest=1.4)


@dataclass(slots=True)
class Stroke:
    """A dark line in pixels, growing while it is gathered row by row; `area` is the count of its pixels."""

    first: int
    last: int
    start: int
    end: int
    area: int
    moment: float

    @property
    def at(self) -> float:
        """The middle of the line across its run."""
        return self.moment / self.area + 0.5

    @property
    def thickness(self) -> float:
        """Pixels across, on the average: a line that lies askew is no thicker for it."""
        return self.area / (self.end - self.start)


def find_dark_lines(ink: Ink, scale: float) -> tuple[list[Ruling], Ink]:
    """The lines of a picture in points, and the pixels that they cover; `scale` is pixels a point."""
    mask = np.zeros_like(ink)
    turned = np.ascontiguousarray(ink.T)
    found: list[Ruling] = []
    for axis, view, covered in ((Axis.HORIZONTAL, ink, mask), (Axis.VERTICAL, turned, mask.T)):
        found += _lines_along(view, scale, axis, covered)
    return found, mask


def erase(grey: Grey, mask: Ink) -> Grey:
    """The picture without its lines: letters that no line touches are easier to read."""
    found: Grey = np.where(mask, np.uint8(WHITE), grey)
    return found


def tall_parts(ink: Ink, height: int) -> Ink:
    """What is dark over so many rows at least: stems of letters, and areas."""
    feet = ink
    for step in _steps(height):  # dark for a row, two, four and so on upwards
        feet = feet[step:] & feet[:-step]
    whole = np.zeros_like(ink)
    whole[: len(feet)] = feet
    for step in _steps(height):
        whole[step:] |= whole[:-step].copy()
    return whole


def _steps(length: int) -> Iterator[int]:
    """Shifts that add up to one less than a length, each no longer than those before it together."""
    done = 1
    while done < length:
        step = min(done, length - done)
        yield step
        done += step


def _lines_along(ink: Ink, scale: float, axis: Axis, mask: Ink) -> list[Ruling]:
    """Lines along the rows of a picture; their pixels are marked in `mask`."""
    runs = thin_runs(ink, SOLID, scale)
    strokes = find_strokes(runs, SOLID, scale)
    strokes += [stroke for stroke in find_strokes(runs, DOTTED, scale) if _stands_free(ink, stroke, scale)]
    strokes += find_strokes(thin_runs(ink, THICK, scale), THICK, scale)
    strokes += find_bridges(strokes, ink, scale)
    pieces = [Ruling(axis, s.at / scale, s.start / scale, s.end / scale) for s in strokes]
    kept = [line for line in join_rulings(pieces) if line.end - line.start >= SHORTEST_RULING]
    blur = max(1, round(BLUR * scale))
    for stroke, piece in zip(strokes, pieces, strict=True):
        if any(_holds(line, piece) for line in kept):
            mask[max(0, stroke.first - blur) : stroke.last + blur + 1, stroke.start : stroke.end] = True
    return [line._replace(joints=()) for line in kept]


def thin_runs(ink: Ink, style: Style, scale: float) -> Runs:
    """Runs of what is no thicker than a line of this style."""
    return find_runs(ink & ~tall_parts(ink, round(style.thickest * scale) + 1))


def _holds(line: Ruling, piece: Ruling) -> bool:
    return abs(line.at - piece.at) <= SOLID.thickest and line.start <= piece.start and piece.end <= line.end


def find_runs(ink: Ink) -> Runs:
    """All runs of dark pixels along the rows, in reading order."""
    height, width = ink.shape
    framed = np.zeros((height, width + 2), dtype=np.bool_)  # no run reaches from one row into the next
    framed[:, 1:-1] = ink
    flat = framed.reshape(-1)
    changes = np.flatnonzero(flat[1:] != flat[:-1])
    starts, ends = changes[::2] + 1, changes[1::2] + 1
    rows = starts // (width + 2)
    first = rows * (width + 2) + 1
    return np.stack((rows, starts - first, ends - first))


def close_gaps(runs: Runs, style: Style, scale: float) -> Runs:
    """Join runs on one row over short gaps, and keep those that are long enough for a line."""
    if not runs.shape[1]:
        return runs
    rows, starts, ends = runs
    apart = (rows[1:] != rows[:-1]) | (starts[1:] - ends[:-1] > round(style.gap * scale))
    firsts, lasts = np.append(True, apart), np.append(apart, True)
    rows, starts, ends = rows[firsts], starts[firsts], ends[lasts]
    long = ends - starts >= style.shortest * scale
    return np.stack((rows[long], starts[long], ends[long]))


def find_strokes(runs: Runs, style: Style, scale: float) -> list[Stroke]:
    """Gather long runs that touch into thin lines."""
    long = close_gaps(runs, style, scale)
    if long.shape[1] > MOST_RUNS:
        return []
    return [stroke for stroke in gather(long.T.tolist()) if stroke.thickness <= style.thickest * scale]


def gather(runs: Iterable[tuple[int, int, int]]) -> list[Stroke]:
    """Join runs of neighbouring rows that overlap; a line that lies askew passes through many rows."""
    done: list[Stroke] = []
    growing: list[Stroke] = []
    for row, start, end in runs:
        done += [stroke for stroke in growing if stroke.last < row - 2]
        growing = [stroke for stroke in growing if stroke.last >= row - 2]
        stroke = next((one for one in growing if one.start < end and start < one.end), None)
        if stroke is None:
            growing.append(Stroke(row, row, start, end, end - start, row * float(end - start)))
        else:
            _grow(stroke, row, start, end)
    return done + growing


def _grow(stroke: Stroke, row: int, start: int, end: int) -> None:
    stroke.last = row
    stroke.start, stroke.end = min(stroke.start, start), max(stroke.end, end)
    stroke.area += end - start
    stroke.moment += row * float(end - start)


def find_bridges(strokes: Iterable[Stroke], ink: Ink, scale: float) -> list[Stroke]:
    """Pieces of lines where letters touch them: dark all the way from one stroke to the next on its line."""
    ordered = sorted(strokes, key=lambda stroke: stroke.start)
    bridges = (_bridge(stroke, ordered[place + 1 :], scale) for place, stroke in enumerate(ordered))
    return [bridge for bridge in bridges if bridge and _is_dark(ink, bridge)]


def _bridge(stroke: Stroke, others: Iterable[Stroke], scale: float) -> Stroke | None:
    """The gap to the nearest stroke behind it on the same line."""
    for other in others:
        if abs(other.at - stroke.at) <= scale and other.end > stroke.end:
            gap = other.start - stroke.end
            if not 0 < gap <= WIDEST_BRIDGE * scale:
                return None
            at = (stroke.at + other.at) / 2 - 0.5
            rows = min(stroke.first, other.first), max(stroke.last, other.last)
            return Stroke(*rows, stroke.end, other.start, gap, at * gap)
    return None


def _is_dark(ink: Ink, bridge: Stroke) -> bool:
    row = round(bridge.at)
    band = ink[max(0, row - 2) : row + 3, bridge.start : bridge.end]
    return float(np.mean(band.any(axis=0))) >= DARK_BRIDGE


def _stands_free(ink: Ink, stroke: Stroke, scale: float) -> bool:
    """Whether paper lies along both sides: a row of dots may also be the feet of letters."""
    steps = [round(away * scale) for away in BESIDE]
    rows = [row for step in steps for row in (stroke.first - step, stroke.last + step)]
    return all(_share(ink, row, stroke) <= MOST_BESIDE for row in rows)


def _share(ink: Ink, row: int, stroke: Stroke) -> float:
    """Share of ink along a row beside a line; beyond the edge of the picture is paper."""
    if not 0 <= row < len(ink):
        return 0.0
    return float(np.mean(ink[row, stroke.start : stroke.end]))
