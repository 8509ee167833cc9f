"""A picture of how stated probabilities hold: what is stated against what is right, as SVG."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from link_figures import Judged, bands

LIMITS = (*(place / 10 for place in range(10)), 1.01)
SIDE, LEFT, TOP, BELOW, RIGHT = 400, 70, 46, 78, 30  # pixels: the square of the plot and what is around it
COLOURS = ("#1f5fa8", "#c2571a", "#3c7d3c", "#7a4fa3")
SHAPES = ("circle", "diamond")
X_LABEL = "peluang yang dinyatakan / probability stated"
Y_LABEL = "bagian yang benar / share that is right"
TITLE = "Apakah peluang menepati janji? / Do probabilities hold?"
NOTE = "Angka: banyaknya pasangan / Numbers: pairs in the band"


@dataclass(frozen=True, slots=True)
class Point:
    """A band: the mean of what is stated, the share that is right, and how many pairs."""

    stated: float
    right: float
    count: int


def points(judged: Sequence[Judged]) -> list[Point]:
    """The ten bands of equal width that have pairs."""
    return [Point(stated, right, count) for _, _, count, stated, right in bands(judged, LIMITS)]


def draw(series: Mapping[str, Sequence[Point]]) -> str:
    """Draw all series in one square, beside the line on which probabilities hold."""
    width, height = LEFT + SIDE + RIGHT, TOP + SIDE + BELOW
    parts = [*_frame(), *_words(height), *_legend(list(series))]
    for place, (_, found) in enumerate(series.items()):
        parts += _series(found, place)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="12" fill="#222" role="img">'
    )
    return "\n".join([head, f"<title>{escape(TITLE)}</title>", *parts, "</svg>"]) + "\n"


def _frame() -> Iterator[str]:
    """The square, its grid and the diagonal."""
    bottom = TOP + SIDE
    yield '<rect width="100%" height="100%" fill="#fff"/><g stroke="#ddd">'
    for place in range(11):
        x, y = _at(place / 10, place / 10)
        yield f'<path d="M{x} {TOP}V{bottom}M{LEFT} {y}H{LEFT + SIDE}"/>'
    yield f'</g><path d="M{LEFT} {bottom}L{LEFT + SIDE} {TOP}" stroke="#888" stroke-dasharray="5 4"/>'
    for place in range(0, 11, 2):
        x, y = _at(place / 10, place / 10)
        yield _text(x, bottom + 18, f"{place / 10:.1f}")
        yield _text(LEFT - 10, y + 4, f"{place / 10:.1f}", anchor="end")


def _words(height: int) -> Iterator[str]:
    """Title and names of the axes."""
    middle = LEFT + SIDE / 2
    yield f'<g font-size="14" font-weight="bold">{_text(middle, 22, TITLE)}</g>'
    yield _text(middle, TOP + SIDE + 40, X_LABEL)
    yield f'<g transform="rotate(-90 20 {TOP + SIDE / 2})">{_text(20, TOP + SIDE / 2, Y_LABEL)}</g>'
    yield f'<g font-size="10" fill="#555">{_text(middle, height - 10, NOTE)}</g>'


def _legend(names: Sequence[str]) -> Iterator[str]:
    for place, name in enumerate(names):
        x, y = LEFT + 14, TOP + 20 + 18 * place
        yield _mark(x, y - 4, place) + _text(x + 12, y, name, anchor="start")


def _series(found: Sequence[Point], place: int) -> Iterator[str]:
    """The points of one series, joined, each with its count."""
    spots = [_at(point.stated, point.right) for point in found]
    path = "M" + "L".join(f"{x} {y}" for x, y in spots)
    colour = COLOURS[place % len(COLOURS)]
    yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" opacity="0.6"/>'
    for point, (x, y) in zip(found, spots, strict=True):
        yield _mark(x, y, place)
        yield f'<g font-size="10" fill="{colour}">{_count(point, x, y, place)}</g>'


def _count(point: Point, x: float, y: float, place: int) -> str:
    """Counts of the first series stand under its points, those of the second above."""
    return _text(x + 6, y + 13 if place % 2 == 0 else y - 6, f"{point.count:,}", anchor="start")


def _at(stated: float, right: float) -> tuple[float, float]:
    return round(LEFT + stated * SIDE, 1), round(TOP + (1 - right) * SIDE, 1)


def _mark(x: float, y: float, place: int) -> str:
    colour = COLOURS[place % len(COLOURS)]
    if SHAPES[place % len(SHAPES)] == "circle":
        return f'<circle cx="{x}" cy="{y}" r="4.5" fill="{colour}"/>'
    return f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z" fill="{colour}"/>'


def _text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
