"""Tables without any line, and the ends of those with few: lines of text with columns under each other."""

from collections.abc import Iterable, Iterator, Sequence

from selaras.extractors.grids.channels import columns_of, find_columns
from selaras.extractors.grids.printed import Line, Run, is_number, is_value, line_bottom, line_top
from selaras.extractors.grids.stacks import CAPTION
from selaras.extractors.grids.text_rows import place_line, value_columns

# A gap of so many font sizes ends a table.
WIDEST_GAP = 1.6
# Lines in a row that hold nothing but a label.
MOST_LABELS = 2
# A label is shorter than this share of the table's width.
LONGEST_LABEL = 0.6
# Without any line a table needs so many rows and so many columns of numbers, one fewer under a caption.
FEWEST_ROWS = 3
FEWEST_VALUES = 2
CAPTION_LINES = 4
# Lines of one head lie closer than this (font sizes), and so many of one run may stand above the others.
CLOSE = 0.6
MOST_HEADS = 2
# Of the lines with several runs this share must keep to the columns.
KEEPING = 0.85
NUMBER_SHARE = 0.75
# Under a ruled head: so many columns; this share of the rows has texts in this share of them.
FEWEST_HEADS = 3
FULL_ROW = 0.75
FULL_SHARE = 0.7


def find_blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that follow each other and are surely a table."""
    place = 0
    while place < len(lines):
        block = block_at(lines, place)
        if block and is_sure(block, captioned=is_captioned(lines, place)):
            yield [*_heads_above(lines, place, find_columns(block)), *block]
        place += max(1, len(block))


def block_at(lines: Sequence[Line], start: int) -> list[Line]:
    """Lines with several runs from here on, and the labels between them."""
    if start >= len(lines) or len(lines[start]) < 2:
        return []
    end, labels = start + 1, 0
    for place in range(start + 1, len(lines)):
        if not _is_near(lines[place - 1], lines[place]):
            break
        labels = 0 if len(lines[place]) > 1 else labels + 1
        if labels > MOST_LABELS or (labels and _is_wide(lines[place], lines[start : start + 8])):
            break
        end = end if labels else place + 1
    return list(lines[start:end])


def _heads_above(lines: Sequence[Line], start: int, xs: Sequence[float]) -> list[Line]:
    """Lines of one run that begin the head of a table: closer to it than to what stands above them."""
    place = start
    while place > max(0, start - MOST_HEADS):
        line, below = lines[place - 1], lines[place]
        first, last = columns_of(line[0], xs)
        if (
            len(line) > 1
            or first < last
            or CAPTION.match(line[0].text)
            or _gap(line, below) > CLOSE * line[0].size
        ):
            break
        place -= 1
    apart = place == 0 or _gap(lines[place - 1], lines[place]) > CLOSE * lines[place][0].size
    return list(lines[place:start]) if apart else []


def _gap(above: Line, below: Line) -> float:
    return line_top(below) - line_bottom(above)


def _is_near(above: Line, below: Line) -> bool:
    gap = _gap(above, below)
    return -below[0].size < gap <= WIDEST_GAP * max(above[0].size, below[0].size)


def _is_wide(line: Line, others: Sequence[Line]) -> bool:
    width = max(other[-1].x1 for other in others) - min(other[0].x0 for other in others)
    return line[0].x1 - line[0].x0 > LONGEST_LABEL * width


def is_captioned(lines: Sequence[Line], place: int) -> bool:
    """Whether a caption stands over a line."""
    above = lines[max(0, place - CAPTION_LINES) : place]
    return any(len(line) <= 2 and CAPTION.match(line[0].text) for line in above)


def is_sure(block: Sequence[Line], *, captioned: bool) -> bool:
    """Whether lines without a line drawn between them are a table: rows of labels and numbers in columns."""
    xs = find_columns(block)
    placed = [place_line(line, xs) for line in block]
    values = value_columns(placed)
    rows = [
        line
        for line in placed
        if sum(is_value(line.texts.get(column, "")) for column in values) >= FEWEST_VALUES - captioned
    ]
    numbers = [text for line in rows for column in values if (text := line.texts.get(column))]
    labels = sum(any(letter.isalpha() for letter in line.label) for line in rows)
    return (
        len(values) >= FEWEST_VALUES - captioned
        and len(rows) >= FEWEST_ROWS
        and sum(map(is_number, numbers)) >= NUMBER_SHARE * len(numbers)
        and labels >= 0.5 * len(rows)
        and keeps_to(block, xs) >= KEEPING
        and not _is_contents(block, xs)
    )


def keeps_to(lines: Sequence[Line], xs: Sequence[float]) -> float:
    """The share of runs in lines of several runs that lie in one column."""
    runs = [columns_of(run, xs) for line in lines if len(line) > 1 for run in line]
    return sum(first == last for first, last in runs) / len(runs) if runs else 0.0


def is_under_heads(heads: Sequence[Line], body: Sequence[Line]) -> bool:
    """Whether lines below heads are surely their table: columns have heads, nearly all rows are full."""
    xs = find_columns([*heads, *body])
    headed = {column for line in heads for run in line for column in range(*_reach(run, xs))}
    rows = [place_line(line, xs) for line in body]
    full = sum(len(row.texts) >= FULL_ROW * (len(xs) + 1) for row in rows)
    return (
        len(xs) + 1 >= FEWEST_HEADS
        and len(body) >= FEWEST_ROWS
        and len(headed) >= len(xs)
        and full >= FULL_SHARE * len(body)
        and keeps_to(body, xs) >= KEEPING
        and not _is_contents(body, xs)
    )


def _reach(run: Run, xs: Sequence[float]) -> tuple[int, int]:
    first, last = columns_of(run, xs)
    return first, last + 1


def _is_contents(block: Sequence[Line], xs: Sequence[float]) -> bool:
    """Whether a block ends in page numbers: one column of whole numbers that never fall."""
    pages = [line[-1].text for line in block if len(line) > 1]
    whole = [int(page) for page in pages if page.isdigit()]
    return len(xs) <= 2 and len(whole) >= 0.8 * len(pages) and whole == sorted(whole)


def conforming(lines: Iterable[Line], xs: Sequence[float], last: float, *, upwards: bool) -> list[Line]:
    """Lines next to a table that keep to its columns, nearest first; `last` is the y of its edge."""
    taken: list[Line] = []
    for line in lines:
        gap = last - line_bottom(line) if upwards else line_top(line) - last
        fits = len(line) > 1 and keeps_to([line], xs) == 1
        if not fits or gap > WIDEST_GAP * line[0].size or CAPTION.match(line[0].text):
            break
        taken.append(line)
        last = line_top(line) if upwards else line_bottom(line)
    return taken
