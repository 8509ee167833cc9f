"""Lines that belong to the paper, not the text: running heads, page numbers, watermarks, contents."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from selaras.extractors.pages.page import Line, Page
from selaras.extractors.pages.page_kinds import CONTENTS_SHARE, FEWEST_LEADERS, is_leader
from selaras.models.ids import fold

# Heads and feet stand in this share of the page's height, at the upper and lower edge.
MARGIN = 0.16
# A line that comes back on this many pages is a running head.
FEWEST_REPEATS = 3
# A watermark comes back in one place on this share of all pages, at least on four.
WATERMARK_SHARE = 0.6
FEWEST_WATERMARKS = 4
# A title comes back on this share of all pages, wherever it stands: two pages may be set on one sheet.
COMMON_SHARE = 0.5
FEWEST_COMMON = 8
FEWEST_TITLE_LETTERS = 16
# Places that differ by less (points) are one place.
SAME_PLACE = 6.0

Place = tuple[float, float]

_NOT_LETTER = re.compile(r"[\W\d_]+")
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.?|page)?[\s:]*[-–|]*\s*"  # Halaman 12, - 12 -, | 12
    r"(?:(?:bab\s*)?[ivxlc\d]+\s*[-–./|]\s*)?"  # IV-12, Bab II - 3, 6-1
    r"(?:\d{1,4}|[ivxlc]{1,6})"
    r"\s*[-–|]*\s*(?:page|halaman|(?:of|dari)\s*\d{1,4})?",  # 12 | Page, 1 of 4
    re.IGNORECASE,
)


Lines = Mapping[int, Sequence[Line]]
"""The lines of each page, by the page's number."""


def drop_running_lines(pages: Sequence[Page], lines: Lines) -> dict[int, list[Line]]:
    """Keep what is text of the document, page by page and in the same order."""
    heights = {page.number: page.height for page in pages}
    running = {id(line) for line in find_running_lines(pages, lines)}
    kept = {number: [line for line in found if id(line) not in running] for number, found in lines.items()}
    return {number: _text_of_page(found, heights[number]) for number, found in kept.items()}


def _text_of_page(lines: Sequence[Line], height: float) -> list[Line]:
    if _is_contents_page(lines):
        return []
    ends = {id(end(lines, key=lambda line: line.box[1])) for end in (min, max) if lines}
    numbers = {id(line) for line in lines if id(line) in ends and is_page_number(line, height)}
    return [line for line in lines if id(line) not in numbers and not is_contents_line(line)]


def find_running_lines(pages: Sequence[Page], lines: Lines) -> list[Line]:
    """Running heads and feet, and watermarks, on all pages that bear them."""
    heights = {page.number: page.height for page in pages}
    margins = [line for found in lines.values() for line in found if _in_margin(line, heights[line.page])]
    everywhere = [line for found in lines.values() for line in found]
    titles = [line for line in everywhere if len(_letters(line.text)) >= FEWEST_TITLE_LETTERS]
    common = max(FEWEST_COMMON, COMMON_SHARE * len(pages))
    stamps = max(FEWEST_WATERMARKS, WATERMARK_SHARE * len(pages))
    return [
        *_repeated(margins, FEWEST_REPEATS, lambda line: (0.0, _offset(line, heights[line.page])), _letters),
        *_repeated(everywhere, stamps, lambda line: (line.box[0], line.box[1]), fold),
        *_repeated(titles, common, lambda _: (0.0, 0.0), lambda text: _NOT_LETTER.sub("", text)),
    ]


def _repeated(
    lines: Iterable[Line], fewest: float, place: Callable[[Line], Place], wording: Callable[[str], str]
) -> list[Line]:
    """Lines of one wording that stand at one place on at least so many pages."""
    by_wording: dict[str, list[tuple[Place, Line]]] = defaultdict(list)
    for line in lines:
        if words := wording(line.text):
            by_wording[words].append((place(line), line))
    return [
        line
        for group in by_wording.values()
        for here, line in group
        if len({other.page for there, other in group if _is_near(here, there)}) >= fewest
    ]


def _is_near(here: Place, there: Place) -> bool:
    return abs(here[0] - there[0]) <= SAME_PLACE and abs(here[1] - there[1]) <= SAME_PLACE


def _letters(text: str) -> str:
    """Letters only: running heads are letter-spaced, and carry the page's number."""
    return _NOT_LETTER.sub("", text).casefold()


def _in_margin(line: Line, height: float) -> bool:
    return line.box[3] <= MARGIN * height or line.box[1] >= (1 - MARGIN) * height


def _offset(line: Line, height: float) -> float:
    """Distance from the nearer edge, so that pages of both formats compare; below 0 for the lower edge."""
    return line.box[1] if line.box[1] < height / 2 else line.box[1] - height


def is_page_number(line: Line, height: float) -> bool:
    """Whether a line in the margin is nothing but the number of its page."""
    return _in_margin(line, height) and bool(_PAGE_NUMBER.fullmatch(line.text.strip()))


def is_contents_line(line: Line) -> bool:
    """Whether a line is an entry of a table of contents: dots that lead to a number."""
    return is_leader(line.text)


def _is_contents_page(lines: Sequence[Line]) -> bool:
    leaders = sum(map(is_contents_line, lines))
    return leaders >= FEWEST_LEADERS and leaders >= CONTENTS_SHARE * len(lines)
