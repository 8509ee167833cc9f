"""Votes on what a document is: every mention counts, by where it stands.

The title pages and the running heads say what a document is; the body says what it talks about. Both are
needed: covers are scrambled in places, and an agency's plan names the region's plan more often than its own.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias, TypeVar

from selaras.extractors.pages.baselines import by_baseline, join_boxes
from selaras.extractors.pages.page import Line, Page

TITLE_PAGES = 2
TITLE_WEIGHT = 6.0
# Files of one chapter begin with running text: it talks of many plans.
MOST_TITLE_LINES = 8
RUNNING_WEIGHT = 8.0
BODY_WEIGHT = 4.0
# The number of the page, which is not the end of a year; at the head it may be glued to the text.
_DIGITS = re.compile(r"(?<!\d)\d{1,3}\s*$|^\s*\d{1,3}(?!\d)|halaman\s*\d+|\|\s*\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text and how much a mention in it counts; a `shared` one divides its weight among its mentions.

    `prose` marks running text on a title page.
    """

    text: str
    weight: float
    shared: bool = False
    prose: bool = False

    @property
    def divided(self) -> bool:
        """Whether mentions share the weight: running text talks of many plans."""
        return self.shared or self.prose


def printed_lines(page: Page) -> tuple[Line, ...]:
    """All words of a page as lines across its full width: running heads, tables and all."""
    rows = by_baseline(page.words, lambda word: word.box)
    return tuple(
        Line(
            " ".join(word.text for word in row),
            page.number,
            join_boxes(word.box for word in row),
            max(word.size for word in row),
            all(word.bold for word in row),
        )
        for row in rows
    )


def gather_excerpts(
    pages: Sequence[Sequence[Line]], outside: Sequence[Sequence[Line]]
) -> tuple[Excerpt, ...]:
    """Take a document (lines of each page) apart into title lines, running heads and body.

    `outside` holds the lines outside tables: the head of a long table comes back on every page, too.
    """
    usual = median([line.size for page in pages for line in page] or [10.0])
    return (
        *title_excerpts(pages, usual),
        *running_excerpts(outside),
        Excerpt("\n".join(line.text for page in pages for line in page), BODY_WEIGHT, shared=True),
    )


def title_excerpts(pages: Sequence[Sequence[Line]], usual: float) -> list[Excerpt]:
    """The lines of the first pages that hold text, in runs of one size; bigger and earlier count more."""
    excerpts = []
    for place, lines in enumerate([page for page in pages if page][:TITLE_PAGES]):
        for order, run in enumerate(_runs(lines)):
            bigger = min(max(run[0].size / usual, 0.5), 3.0)
            weight = TITLE_WEIGHT * bigger / (1 + place) / (1 + order / 4)
            prose = len(run) > MOST_TITLE_LINES
            excerpts.append(Excerpt("\n".join(line.text for line in run), weight, prose=prose))
    return excerpts


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        if runs and abs(runs[-1][-1].size - line.size) < 1 and runs[-1][-1].bold == line.bold:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def running_excerpts(pages: Sequence[Sequence[Line]]) -> list[Excerpt]:
    """Lines that return on many pages (heads and feet), page numbers set aside."""
    needed = max(3, len(pages) // 5)
    counts = Counter(text for page in pages for text in {_without_number(line.text) for line in page})
    return [
        Excerpt(text, RUNNING_WEIGHT) for text, count in counts.items() if count >= needed and len(text) > 3
    ]


def _without_number(text: str) -> str:
    return " ".join(_DIGITS.sub(" ", text).split())


Value = TypeVar("Value", bound=Hashable)
Votes: TypeAlias = dict[Value, float]


def add_votes(mentions: Iterable[tuple[Excerpt, Sequence[Value]]]) -> Votes[Value]:
    """Sum the weights of the values mentioned; in one excerpt a value counts once, unless it is divided."""
    votes: Votes[Value] = {}
    for excerpt, values in mentions:
        share = excerpt.weight / len(values) if excerpt.divided and values else excerpt.weight
        for value in values if excerpt.divided else dict.fromkeys(values):
            votes[value] = votes.get(value, 0.0) + share
    return votes


def winner(votes: Votes[Value], *, least: float = 0.0) -> Value | None:
    """The value with most votes, None below `least`; of equals the one that was mentioned first."""
    best = max(votes, key=lambda value: votes[value], default=None)
    return best if best is not None and votes[best] >= least else None
