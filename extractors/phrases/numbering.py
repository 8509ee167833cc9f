"""Printed numbers in front of a text: `1.`, `1.a`, `(2)`, `b)`, `IV.`, `SS1`, `1.01.02`, and bullets.

>>> read_marker("2) Meningkatnya mutu")
(Marker(style=')', number='2'), 'Meningkatnya mutu')
>>> [item.lines for item in split_items(["1. Satu", "dan lagi", "2. Dua"])]
[('Satu', 'dan lagi'), ('Dua',)]
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18,
}  # fmt: skip
BULLET = "bullet"
CODE = "code"
BARE = "bare"

# One pattern a style; the first that matches wins. Group 1 is the number.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # 1.01.02 Program ..., 1.1, 1.a, III.2.1: levels parted by points
    # (three digits behind a point are thousands: 1.500 orang)
    (CODE, re.compile(r"((?:\d{1,4}|[IVX]+)(?:\.(?:\d{4}|\d{1,2}|[a-z](?!\w))){1,7})[.)]?(?=\s|$|[^\W\d])")),
    # SS1, SP.2, IK-6 with a colon or point behind
    (CODE, re.compile(r"([A-Z]{1,4}[.-]?\d{1,2}(?:\.\d{1,2})*)\s?[.:)](?=\s|$|[^\W\d])")),
    ("()", re.compile(r"\((\d{1,2}|[a-z])\)(?=\D|$)")),
    (")", re.compile(r"(\d{1,2})\)(?=[^\d]|$)")),
    (".", re.compile(r"(\d{1,2})\.(?=[^\d.]|$)")),
    ("I.", re.compile(r"([IVX]{1,5})[.)](?=\s|$)")),
    ("A.", re.compile(r"([A-Z])[.)](?=\s|$)")),
    ("a)", re.compile(r"([a-z])\)(?=\s|$|[^\W\d])")),
    ("a.", re.compile(r"([a-z])\.(?=\s|$)")),
    (BULLET, re.compile(r"()(?:[•●▪■◦‣›➢➤►✓✔❖□·]|[-–—*o§](?=\s)(?!\s*(?:19|20)\d\d\b))")),
)
_BARE = re.compile(r"(\d{1,2})(?=\s+[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Marker:
    """The style of a printed number and the number; bullets have none."""

    style: str
    number: str


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: its marker, where one is printed, and its lines without the marker."""

    marker: Marker | None
    lines: tuple[str, ...]

    @property
    def number(self) -> str | None:
        """The printed number; None for bullets and unmarked texts."""
        return self.marker.number or None if self.marker else None


def read_marker(text: str, *, bare: bool = False) -> tuple[Marker, str] | None:
    """Return the marker at the start of a text and what follows it; None where none is printed.

    `bare` also takes a number without any mark (`1 Meningkatnya ...`), which only cells print.
    """
    text = text.strip()
    for style, pattern in PATTERNS:
        if found := pattern.match(text):
            return Marker(style, found[1]), text[found.end() :].strip()
    if bare and (found := _BARE.match(text)):
        return Marker(BARE, found[1]), text[found.end() :].strip()
    return None


def split_items(lines: Iterable[str], *, bare: bool = True) -> tuple[Item, ...]:
    """Part the lines of a cell into the entries of its list; a cell without a list is one entry.

    A marker starts an entry only if it goes on where the one before stopped: after `1.` a `2)` is text.
    """
    items: list[Item] = []
    for line in lines:
        taken = read_marker(line, bare=bare)
        if not items:
            items.append(Item(taken[0], (taken[1],)) if taken else Item(None, (line,)))
        elif taken and items[-1].marker and follows(taken[0], items[-1].marker):
            items.append(Item(taken[0], (taken[1],)))
        else:
            items[-1] = Item(items[-1].marker, (*items[-1].lines, line))
    return tuple(items)


def split_inline(text: str, marker: Marker | None) -> list[tuple[str | None, str]]:
    """Part a text marked `1)` whose list runs on in one line (`Satu; 2) Dua`) into numbers and texts."""
    number = marker.number if marker else None
    if marker is None or marker.style not in (".", ")") or not marker.number.isdigit():
        return [(number or None, text)]
    following = str(int(marker.number) + 1)
    mark = re.escape(marker.style)
    found = re.search(rf"(?<=[^\s\d.,])[\s.,;]*(?<!\d){following}{mark}\s*(?=[^\W\d_])", text)
    if found is None:
        return [(number, text)]
    rest = split_inline(text[found.end() :], Marker(marker.style, following))
    return [(number, text[: found.start()]), *rest]


def follows(marker: Marker, before: Marker) -> bool:
    """Whether a marker is the next of the same list: `2.` after `1.`, `b)` after `a)`, `1.3` after `1.2`."""
    if BULLET in (marker.style, before.style):
        return marker.style == before.style
    style, head, place = rank(before)
    return rank(marker) == (style, head, place + 1)


def rank(marker: Marker) -> tuple[str, str, int]:
    """The list that a marker belongs to, by style and higher levels, and its place in it."""
    head, last = _split_last(marker.number)
    return marker.style, head, ordinal(last)


def is_first(marker: Marker) -> bool:
    """Whether a marker starts a list."""
    return marker.style == BULLET or ordinal(_split_last(marker.number)[1]) == 1


def ordinal(number: str) -> int:
    """The place in its list of the last level of a number: 2 for `2`, `II` and `b`; 0 where there is none."""
    if number.isdigit():
        return int(number)
    if number in ROMAN:
        return ROMAN[number]
    return ord(number.casefold()) - ord("a") + 1 if len(number) == 1 and number.isalpha() else 0


def _split_last(number: str) -> tuple[str, str]:
    head, _, last = number.rpartition(".")
    return head, last
