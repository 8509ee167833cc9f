"""Numerals as plans print them: decimal comma, decimal point, thousands in points, commas or blanks.

Both styles stand in one column of real plans (`10,95` beside `11.00`), so a numeral is read by its own shape:

* a last group that is not three digits long holds decimals: `47,08`, `11.00`, `1,361,759.53`;
* a group of three after a leading zero holds decimals: `0.175`;
* three digits after a point are otherwise thousands (`3.614`);
* three digits after a comma are decimals behind one or two digits (`3,965`), thousands behind three
  (`365,428`).

The last two are guesses where a numeral stands alone, and flagged as doubts. Another numeral of the same cell
settles them (`3,37-3,965`), and so do the neighbours in a table or document: plans whose decimals have a
point print `1,309` for 1309. Percentages and indices of thousands are rare: a group of three is decimals
there (`120,575` per cent) unless the neighbours say otherwise, and then it stays in doubt. One doubt more
remains: three digits after a point among decimal points, since such plans print `2.300 kg` as well.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

NUMERAL = re.compile(
    r"""
    (?<![^\W_])(?<![.,/])(?<!\bper[ ])  # not inside m3, 1.2.3, /1.000, "per 100.000"
    (?: \d{1,3} (?:[ ]\d{3})+ (?:,\d+)? (?![.,]?\d)  # 1 234 567,5
      | \d+ (?: \.\d+ | [ ]?,[ ]?\d+ )*              # 1.234,5    0,36    12, 5
      | [.,]\d+                                      # ,5
    )
    (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
SHARE = re.compile(r"%|\b(?:persen|p(?:er|ro|re)sentase|indeks|rasio)\b", re.IGNORECASE)
OTHER_MARK = {",": ".", ".": ","}
CLEARLY = 4  # times as often as the other mark: plans mix both, but rarely evenly


@dataclass(frozen=True, slots=True)
class Evidence:
    """The decimal mark that the cell itself shows, the one of its neighbours, and whether it is a share.

    A share is a percentage, ratio or index.
    """

    cell: str | None = None
    neighbours: str | None = None
    share: bool = False


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text whose numerals are written as Python writes them (`1234.5`); `doubt` where one is unsure."""

    text: str
    doubt: bool


def find_decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark, `,` or `.`, that these texts show; None where they show none, or both too often."""
    shown = Counter(shown_mark(found.group()) for text in texts for found in NUMERAL.finditer(text))
    del shown[None]
    ranked = shown.most_common()
    clear = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= CLEARLY * ranked[1][1])
    return ranked[0][0] if clear else None


def shown_mark(numeral: str) -> str | None:
    """The decimal mark that one numeral proves: `,` in `4,5`, `.` in `1,361,759`, None in `9.582`."""
    groups, marks = split_numeral(numeral)
    if not marks or not well_grouped(groups):
        return None
    if len(set(marks)) > 1 or plainly_decimal(groups, marks):
        return marks[-1]
    return OTHER_MARK[marks[0]] if len(marks) > 1 else None


def write_plain(text: str, *, decimal_mark: str | None = None, share: bool = False) -> PlainText:
    """Rewrite the numerals of a text as `1234.5`; what has no reading, such as `1.2.3`, stays as printed.

    `decimal_mark` is what the neighbours show; a mark that the text itself shows goes before it. `share`
    tells that it is a percentage, ratio or index, where the text itself does not.
    """
    evidence = Evidence(find_decimal_mark([text]), decimal_mark, share or is_share(text))
    doubts: list[bool] = []

    def replace(found: re.Match[str]) -> str:
        number, doubt = read_numeral(found.group(), evidence)
        doubts.append(doubt)
        return found.group() if number is None else format(number, "f")

    return PlainText(NUMERAL.sub(replace, text), any(doubts))


def is_share(text: str) -> bool:
    """Whether a text names a percentage, ratio or index."""
    return bool(SHARE.search(text))


def read_numeral(numeral: str, evidence: Evidence) -> tuple[Decimal | None, bool]:
    """The number, and whether it could be another one; None where the groups make no number."""
    groups, marks = split_numeral(numeral)
    if not well_grouped(groups):
        return None, False
    decimal, doubt = has_decimals(groups, marks, evidence)
    whole, decimals = ("".join(groups[:-1]), "." + groups[-1]) if decimal else ("".join(groups), "")
    # A blank beside a comma, or between groups, may also part two numbers.
    return Decimal(whole + decimals), doubt or " " in numeral


def split_numeral(numeral: str) -> tuple[list[str], str]:
    """The groups of digits and the marks between them; blanks between groups are thousands and fall away."""
    compact = numeral.replace(" ", "")
    return re.split("[.,]", compact), re.sub(r"\d", "", compact)


def well_grouped(groups: list[str]) -> bool:
    """Whether all but the last group can be thousands: one to three digits, then three each."""
    head, *inner = groups[:-1] if len(groups) > 1 else groups
    return all(len(group) == 3 for group in inner) and (not inner or 0 < len(head) <= 3)


def plainly_decimal(groups: list[str], marks: str) -> bool:
    """Whether the last group cannot be thousands, looking at this numeral alone."""
    long_head = len(marks) == 1 and len(groups[0]) > 3
    return len(groups[-1]) != 3 or not groups[0] or groups[0][0] == "0" or long_head


def has_decimals(groups: list[str], marks: str, evidence: Evidence) -> tuple[bool, bool]:
    """Whether the last group holds decimals, and whether that is in doubt."""
    if not marks:
        return False, False
    if plainly_decimal(groups, marks):
        return True, marks[-1] in marks[:-1]  # 59.307.11: a misprint, most likely for 59.307,11
    if len(marks) > 1:
        mixed = len(set(marks)) > 1
        return mixed, mixed and marks[-1] in marks[:-1]
    return settle_group_of_three(len(groups[0]), marks, evidence)


def settle_group_of_three(head: int, mark: str, evidence: Evidence) -> tuple[bool, bool]:
    """The same for `9.582` and `3,965`, whose shape allows both; `head` counts the digits before the mark."""
    if evidence.cell:
        return mark == evidence.cell, False
    if evidence.share:
        return evidence.neighbours in {mark, None}, mark not in {evidence.neighbours, ","}
    if mark == ".":
        return False, evidence.neighbours != ","
    if evidence.neighbours:
        return evidence.neighbours == ",", False
    return head < 3, True
