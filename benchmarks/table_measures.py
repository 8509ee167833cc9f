"""How alike two readings of the same tables are, by the measures of the ICDAR-2013 competition and others.

Completeness, purity and adjacency relations: Göbel, Hassan, Oro and Orsi, "A Methodology for Evaluating
Algorithms for Table Understanding in PDF Documents" (DocEng 2012), and "ICDAR 2013 Table Competition".
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 with y upwards from the lower edge of the page, as in the competition's files."""

# A found table is the found part of a true one if they share this part of all their characters.
SAME_TABLE = 0.5

_NUMBER = re.compile(r"[\W_]*\d[\d.,:/\s]*[\W_]*%?|[-–—.]+")


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell by its first and last row and column, from 0."""

    text: str
    rows: tuple[int, int]
    columns: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TablePart:
    """The part of a table on one page."""

    page: int
    box: Box
    cells: tuple[TableCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Glyph:
    """The middle of a printed character."""

    page: int
    x: float
    y: float


@dataclass
class Tally:
    """Counts that make precision, recall and F1."""

    right: int = 0
    found: int = 0
    true: int = 0

    def add(self, other: "Tally") -> None:
        self.right, self.found, self.true = (
            self.right + other.right,
            self.found + other.found,
            self.true + other.true,
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing and nothing was found."""
        return 2 * self.right / (self.found + self.true) if self.found + self.true else 1.0


@dataclass
class Score:
    """What was right of one document, or of several together.

    `tables` counts tables that were found (half of all characters in common); `characters` those that are
    inside tables in both readings; `complete` and `pure` count true tables of which nothing is missing and
    found ones with nothing foreign. `relations` are neighbours in structure, `rows` and `columns` those in a
    row and in a column; `texts` and `numbers` are cells with the same text; `row_counts` and
    `column_counts` sum for each true table how near the count is (1 is equal, 0 not found).
    """

    tables: Tally = field(default_factory=Tally)
    characters: Tally = field(default_factory=Tally)
    complete: int = 0
    pure: int = 0
    relations: Tally = field(default_factory=Tally)
    rows: Tally = field(default_factory=Tally)
    columns: Tally = field(default_factory=Tally)
    texts: Tally = field(default_factory=Tally)
    numbers: Tally = field(default_factory=Tally)
    row_counts: float = 0.0
    column_counts: float = 0.0
    joined: Tally = field(default_factory=Tally)

    def add(self, other: "Score") -> None:
        """Add the counts of another document."""
        for name in ("tables", "characters", "relations", "rows", "columns", "texts", "numbers", "joined"):
            getattr(self, name).add(getattr(other, name))
        for name in ("complete", "pure", "row_counts", "column_counts"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def score_tables(true: Sequence[TablePart], found: Sequence[TablePart], glyphs: Sequence[Glyph]) -> Score:
    """Compare the tables of one document, each with the one that it shares most characters with."""
    held = [_held(part, glyphs) for part in true], [_held(part, glyphs) for part in found]
    pairs = _pairs(*held)
    score = Score(Tally(len(pairs), len(found), len(true)), _shared(*held))
    score.complete = sum(any(one <= other for other in held[1]) for one in held[0])
    score.pure = sum(any(one <= other for other in held[0]) for one in held[1] if one)
    for place, part in enumerate(true):
        partner = found[pairs[place]] if place in pairs else None
        _add_structure(score, part.cells, partner.cells if partner else ())
    for place, part in enumerate(found):
        if place not in pairs.values() and any(part.cells for part in true):
            _add_structure(score, (), part.cells)
    return score


def _held(part: TablePart, glyphs: Iterable[Glyph]) -> set[Glyph]:
    x0, y0, x1, y1 = part.box
    return {
        glyph
        for glyph in glyphs
        if glyph.page == part.page and x0 - 1 <= glyph.x <= x1 + 1 and y0 - 1 <= glyph.y <= y1 + 1
    }


def _shared(true: Sequence[set[Glyph]], found: Sequence[set[Glyph]]) -> Tally:
    one, other = set().union(*true), set().union(*found)
    return Tally(len(one & other), len(other), len(one))


def _pairs(true: Sequence[set[Glyph]], found: Sequence[set[Glyph]]) -> dict[int, int]:
    alike = sorted(
        ((_alike(true[t], found[f]), t, f) for t, f in product(range(len(true)), range(len(found)))),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for likeness, t, f in alike:
        if likeness >= SAME_TABLE and t not in pairs and f not in pairs.values():
            pairs[t] = f
    return pairs


def _alike(one: set[Glyph], other: set[Glyph]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _add_structure(score: Score, true: Sequence[TableCell], found: Sequence[TableCell]) -> None:
    one, other = relations(true), relations(found)
    score.relations.add(_tally(one, other))
    score.rows.add(_tally(_along(one, "right"), _along(other, "right")))
    score.columns.add(_tally(_along(one, "below"), _along(other, "below")))
    texts = [Counter(plain(cell.text) for cell in cells if plain(cell.text)) for cells in (true, found)]
    score.texts.add(_tally(*texts))
    numbers = [Counter({text: n for text, n in some.items() if _NUMBER.fullmatch(text)}) for some in texts]
    score.numbers.add(_tally(*numbers))
    if true and found:
        score.row_counts += _near(*(max(cell.rows[1] for cell in cells) + 1 for cells in (true, found)))
        score.column_counts += _near(*(max(cell.columns[1] for cell in cells) + 1 for cells in (true, found)))


def _along(some: Counter[tuple[str, str, str]], way: str) -> Counter[tuple[str, str, str]]:
    return Counter({relation: count for relation, count in some.items() if relation[2] == way})


def _near(one: int, other: int) -> float:
    return min(one, other) / max(one, other)


def _tally(true: Counter[Any], found: Counter[Any]) -> Tally:
    return Tally((true & found).total(), found.total(), true.total())


def plain(text: str) -> str:
    """A text without blanks and leading dots, in small letters: programs differ in where they see blanks."""
    return re.sub(r"[\s\u00ad]+|(?:\.\s*){3,}", "", text).casefold()


def relations(cells: Iterable[TableCell]) -> Counter[tuple[str, str, str]]:
    """Each cell with text and its next neighbours with text, to the right in each of its rows and below."""
    filled = [cell for cell in cells if plain(cell.text)]
    places = {
        (row, column): cell
        for cell in filled
        for row, column in product(
            range(cell.rows[0], cell.rows[1] + 1), range(cell.columns[0], cell.columns[1] + 1)
        )
    }
    last = (max((row for row, _ in places), default=0), max((column for _, column in places), default=0))
    found: set[tuple[int, int, str]] = set()
    for cell in filled:
        for row in range(cell.rows[0], cell.rows[1] + 1):
            steps = ((row, column) for column in range(cell.columns[1] + 1, last[1] + 1))
            found |= _next(cell, steps, places, "right")
        for column in range(cell.columns[0], cell.columns[1] + 1):
            steps = ((row, column) for row in range(cell.rows[1] + 1, last[0] + 1))
            found |= _next(cell, steps, places, "below")
    named = {id(cell): plain(cell.text) for cell in filled}
    return Counter((named[one], named[other], way) for one, other, way in found)


def _next(
    cell: TableCell,
    steps: Iterable[tuple[int, int]],
    places: dict[tuple[int, int], TableCell],
    way: str,
) -> set[tuple[int, int, str]]:
    neighbour = next((places[step] for step in steps if step in places), None)
    return {(id(cell), id(neighbour), way)} if neighbour else set()
