"""White channels between the columns of a table, found in its lines of text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from selaras.extractors.grids.printed import Line, Run

# Lines that may cross a channel, as a share of the lines that have several runs.
MOST_CROSSING = 0.08
# Lines that must stand between two channels.
FEWEST_FILLED = 0.1
MOST_COLUMNS = 60
# Marks that stand apart from the number they belong to, before it and after it.
_BEFORE = frozenset("$€£¥(")
_AFTER = frozenset("%)*†‡")

Channel = tuple[float, float]
_LEFT: Channel = (float("-inf"), float("-inf"))
_RIGHT: Channel = (float("inf"), float("inf"))


def find_columns(lines: Sequence[Line], heads: Sequence[Line] = ()) -> list[float]:
    """Places between the columns of a table, from left to right; none where its lines show no columns.

    Within the white between two columns the place is chosen that cuts the fewest of their `heads` and dots.
    """
    several = [line for line in lines if len(line) > 1]
    if not several:
        return []
    most = int(MOST_CROSSING * len(several))
    fewest = max(1.0, FEWEST_FILLED * len(several))
    channels = [channel for channel in _channels(several, most) if _parts(several, channel)]
    if len(channels) >= MOST_COLUMNS:
        return []
    kept = _without_sparse(channels, several, fewest)
    marks = [(run.x0, run.x1) for line in heads for run in line]
    marks += [(run.x1, run.led) for line in several for run in line if run.led > run.x1]
    return [_place(channel, marks) for channel in kept]


def _place(channel: Channel, marks: Sequence[tuple[float, float]]) -> float:
    """The middle of a channel, or of the part of it that the fewest heads and dots reach into."""
    left, right = channel
    inside = [(max(left, start), min(right, end)) for start, end in marks]
    inside = [(start, end) for start, end in inside if start < end]
    edges = sorted({left, right, *(edge for pair in inside for edge in pair)})
    parts = [
        (sum(start < high and end > low for start, end in inside), low, high) for low, high in pairwise(edges)
    ]
    start, end = _clearest(parts) if parts else channel
    return (start + end) / 2


def _channels(lines: Sequence[Line], most: int) -> Iterator[Channel]:
    """Where hardly any line has text, between places where more have; the clearest part of each."""
    edges = sorted(
        [(run.x0, 1) for line in lines for run in line] + [(run.x1, -1) for line in lines for run in line]
    )
    covered, clear = 0, []
    for (x, step), (following, _) in pairwise(edges):
        covered += step
        if covered <= most:
            clear.append((covered, x, following))
        elif clear:
            yield _clearest(clear)
            clear = []


def _clearest(parts: Sequence[tuple[int, float, float]]) -> Channel:
    """The widest stretch that the fewest lines cross."""
    fewest = min(covered for covered, _, _ in parts)
    stretches: list[Channel] = []
    for covered, x, following in parts:
        if covered != fewest:
            continue
        if stretches and stretches[-1][1] == x:
            stretches[-1] = (stretches[-1][0], following)
        else:
            stretches.append((x, following))
    return max(stretches, key=lambda stretch: stretch[1] - stretch[0])


def _parts(lines: Sequence[Line], channel: Channel) -> bool:
    """Whether a line has runs on both sides."""
    x = (channel[0] + channel[1]) / 2
    return any(line[0].x1 <= x <= line[-1].x0 for line in lines)


def _without_sparse(channels: Sequence[Channel], lines: Sequence[Line], fewest: float) -> list[Channel]:
    """Channels with enough text between them; of two around marks or hardly any text, one goes."""
    kept = [_LEFT, *channels, _RIGHT]
    place = 0
    while place + 1 < len(kept) and len(kept) > 2:
        between = [run for line in lines for run in line if _lies(run, kept[place], kept[place + 1])]
        marks = {run.text for run in between}
        if marks <= _BEFORE and place + 2 < len(kept):
            del kept[place + 1]
        elif place > 0 and (marks <= _AFTER or len(between) < fewest):
            del kept[place]
        else:
            place += 1
    return kept[1:-1]


def _lies(run: Run, left: Channel, right: Channel) -> bool:
    return left[0] <= run.x0 and run.x1 <= right[1]


def columns_of(run: Run, xs: Sequence[float]) -> tuple[int, int]:
    """The first and the last column that a run reaches into; `xs` are the places between columns."""
    first = sum(x <= run.x0 + 1 for x in xs)
    return first, max(first, sum(x < run.x1 - 1 for x in xs))
