"""Tables between level lines only: a line over the head, under it and at the foot, or under every row.

Lines of one extent under each other are a stack. What stands between two of them is tabular, prose, or says
nothing; prose, a caption and wide blanks end a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.extractors.grids.printed import Line, Run, line_bottom, line_middle, line_top, printed_line
from selaras.extractors.grids.rulings import TOLERANCE, Ruling
from selaras.extractors.pages.page import Word

# Pieces of a line that stops between columns lie this close (points), and ends of a stack's lines differ so.
WIDEST_BREAK = 16.0
SAME_END = 5.0
SHORTEST_RULE = 60.0
# A head is not taller (points), and has no more lines.
TALLEST_HEAD = 80.0
MOST_HEADS = 6
# A blank between two lines that ends a table, and one before a text that is no part of it (points).
TALLEST_BLANK = 30.0
WIDEST_LEAD = 1.3
# Prose fills this share of the width.
PROSE_WIDTH = 0.6
PROSE_SHARE = 0.3
# Where this share of the lines has several runs the text is tabular.
SEVERAL_SHARE = 0.4
# Joints that so many lines of a stack share are edges of columns.
JOINED_SHARE = 0.5

CAPTION = re.compile(
    r"(?:tab(?:le|el|elle|leau|la|\.)|figure|fig\.|gambar|grafik|chart|box|annex|source|sumber|notes?|catatan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line as a reader sees it, over its breaks: `joints` are where it breaks or was put together."""

    at: float
    start: float
    end: float
    joints: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines of one extent with the text between them."""

    rules: tuple[Rule, ...]
    lines: tuple[Line, ...]

    @property
    def joints(self) -> tuple[float, ...]:
        """Places where most of its lines have a joint."""
        return _common_joints(self.rules)


def _common_joints(rules: Sequence[Rule]) -> tuple[float, ...]:
    groups: list[list[float]] = []
    for place in sorted(joint for rule in rules for joint in rule.joints):
        if groups and place - groups[-1][0] <= TOLERANCE:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(sum(group) / len(group) for group in groups if len(group) >= JOINED_SHARE * len(rules))


def find_stacks(level: Iterable[Ruling], rows: Sequence[Sequence[Word]]) -> Iterator[Stack]:
    """Find the stacks with tables in them; `rows` are the words of the page, line by line."""
    for rules in _same_extents(_rules(level)):
        lines = _lines_within(rows, rules)
        for group in _tabular(rules, lines):
            inside = [line for line in lines if group[0].at < _middle(line) < group[-1].at]
            yield Stack(tuple(group), tuple(inside))


def _rules(level: Iterable[Ruling]) -> list[Rule]:
    """Whole lines and lines with breaks, from the top; a line with breaks is one line."""
    rules: list[Rule] = []
    for ruling in sorted(level, key=lambda ruling: (round(ruling.at), ruling.start)):
        last = rules[-1] if rules else None
        if last and abs(last.at - ruling.at) <= 1 and 0 <= ruling.start - last.end <= WIDEST_BREAK:
            place = (last.end + ruling.start) / 2
            rules[-1] = Rule(last.at, last.start, ruling.end, (*last.joints, place, *ruling.joints))
        else:
            rules.append(Rule(ruling.at, ruling.start, ruling.end, ruling.joints))
    return [rule for rule in rules if rule.end - rule.start >= SHORTEST_RULE]


def _same_extents(rules: Iterable[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        group = next((group for group in groups if _is_alike(group[-1], rule)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [group for group in groups if len(group) > 1]


def _is_alike(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) <= SAME_END and abs(one.end - other.end) <= SAME_END


def _lines_within(rows: Sequence[Sequence[Word]], rules: Sequence[Rule]) -> list[Line]:
    """Lines of the words between the first and the last line of a stack, left and right."""
    left, right = rules[0].start - SAME_END, rules[0].end + SAME_END
    top, bottom = rules[0].at - 1, rules[-1].at + 1
    near = (row for row in rows if row[0].box[3] > top and row[0].box[1] < bottom)
    joints = _common_joints(rules)
    lines = (printed_line((word for word in row if left <= _center(word) <= right), joints) for row in near)
    return [line for line in lines if line]


def _center(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2


def _middle(line: Line) -> float:
    return line[0].middle


def _tabular(rules: Sequence[Rule], lines: Sequence[Line]) -> Iterator[list[Rule]]:
    """Lines of a stack in groups that tables lie between."""
    group: list[Rule] = [rules[0]]
    several = 0
    for above, below in pairwise(rules):
        between = [line for line in lines if above.at <= _middle(line) < below.at]
        if _ends_table(between, above, below, first=several == 0):
            if several:
                yield group
            group, several = [below], 0
            continue
        group.append(below)
        several += sum(len(line) > 1 for line in between)
    if several:
        yield group


def _ends_table(lines: Sequence[Line], above: Rule, below: Rule, *, first: bool) -> bool:
    """Whether what stands between two lines is no part of a table."""
    if not lines:
        return below.at - above.at > TALLEST_BLANK
    several = sum(len(line) > 1 for line in lines)
    caption = any(len(line) == 1 and CAPTION.match(line[0].text) for line in lines)
    wide = sum(run.x1 - run.x0 > PROSE_WIDTH * (above.end - above.start) for run in _single(lines))
    if several >= SEVERAL_SHARE * len(lines) or (several and not caption and wide < PROSE_SHARE * len(lines)):
        return False
    lead = line_top(lines[0]) - above.at > WIDEST_LEAD * lines[0][0].size
    heads = all(_is_centred(run, above) for run in _single(lines))
    return lead or caption or (first and not heads) or (len(lines) > 2 and wide >= 0.5 * len(lines))


def _is_centred(run: Run, rule: Rule) -> bool:
    """Whether a text stands in the middle under a line: a head over all columns."""
    return abs(run.x0 + run.x1 - rule.start - rule.end) < run.size and run.x0 - rule.start > 2 * run.size


def _single(lines: Iterable[Line]) -> list[Run]:
    return [line[0] for line in lines if len(line) == 1]


def partial_rules(level: Iterable[Ruling], stack: Stack) -> list[Ruling]:
    """Lines inside a stack that do not reach over all of it: they lie under group heads."""
    first, last = stack.rules[0], stack.rules[-1]
    return [
        ruling
        for ruling in level
        if first.at + 1 < ruling.at < last.at - 1
        and first.start - SAME_END <= ruling.start
        and ruling.end <= first.end + SAME_END
        and ruling.end - ruling.start < first.end - first.start - 2 * SAME_END
    ]


def lines_above(rows: Sequence[Sequence[Word]], stack: Stack) -> Iterator[Line]:
    """The lines above a stack, nearest first."""
    top = stack.rules[0].at + 1
    yield from _lines((row for row in reversed(rows) if row[0].box[3] <= top), stack)


def lines_below(rows: Sequence[Sequence[Word]], stack: Stack) -> Iterator[Line]:
    """The lines below a stack, nearest first."""
    bottom = stack.rules[-1].at - 1
    yield from _lines((row for row in rows if row[0].box[1] >= bottom), stack)


def _lines(rows: Iterable[Sequence[Word]], stack: Stack) -> Iterator[Line]:
    left, right = stack.rules[0].start - SAME_END, stack.rules[0].end + SAME_END
    for row in rows:
        if line := printed_line((word for word in row if left <= _center(word) <= right), stack.joints):
            yield line


def open_heads(level: Iterable[Ruling]) -> Iterator[tuple[Rule | None, Rule]]:
    """Lines that may lie under a head: alone of their extent, or with one close above."""
    rules = _rules(level)
    groups = [group for group in _same_extents(rules) if len(group) <= 2]
    paired = [group for group in groups if group[1].at - group[0].at < TALLEST_HEAD]
    yield from ((above, below) for above, below in paired)
    yield from ((None, rule) for rule in rules if not any(_is_alike(rule, group[0]) for group in paired))


def lines_at(rows: Sequence[Sequence[Word]], top: Rule | None, head: Rule) -> tuple[list[Line], list[Line]]:
    """The lines of a head over a line, and all lines below it, from the top; none where there is no head."""
    stack = Stack((head,), ())
    first = next(lines_below(rows, stack), None)
    if first is None or len(first) < 2 or line_top(first) - head.at > WIDEST_LEAD * first[0].size:
        return [], []
    heads = _head_lines(lines_above(rows, stack), top, head)
    return (heads, list(lines_below(rows, stack))) if any(len(line) > 1 for line in heads) else ([], [])


def _head_lines(above: Iterable[Line], top: Rule | None, head: Rule) -> list[Line]:
    """Lines up to the line over the head; where there is none, lines of several runs close to each other."""
    heads: list[Line] = []
    last = head.at
    for line in above:
        apart = len(line) < 2 or last - line_bottom(line) > line[0].size
        if len(heads) >= MOST_HEADS or (line_middle(line) < top.at if top else apart):
            break
        heads.append(line)
        last = line_top(line)
    return heads[::-1]
