"""Columns of several kinds ("Tujuan/Sasaran", "Program/Kegiatan"): which row is which.

Names and numbers of the whole column tell: where some rows say "Program ...", the others are what stands
below programs; where codes are of two lengths, the longer are the more concrete.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.extractors.phrases.labels import kind_of_first_word
from selaras.models.statements import StatementKind

# Levels of the official nomenclature (Permendagri 90/2019): X.XX.XX a program, two more an activity.
CODE_LEVELS = {3: StatementKind.PROGRAM, 5: StatementKind.ACTIVITY, 6: StatementKind.SUBACTIVITY}
WORKS = frozenset(CODE_LEVELS.values())


@dataclass(frozen=True, slots=True)
class Profile:
    """What the rows of a column show together: kinds that texts name, lengths of codes, lettered numbers."""

    kinds: tuple[StatementKind, ...]
    named: frozenset[StatementKind] = frozenset()
    depths: tuple[int, ...] = ()
    lettered: bool = False

    def kind_of(self, text: str, number: str | None) -> StatementKind | None:
        """The kind of one row; None where its code is that of a heading above all kinds of the column."""
        named = kind_of_first_word(text)
        if named and (named in self.kinds or WORKS & set(self.kinds)):
            return named
        if len(self.kinds) == 1:
            return self.kinds[0]
        levels = levels_of(number)
        if self.lettered and levels:
            return self.kinds[1] if levels[-1].isalpha() else self.kinds[0]
        if len(self.depths) > 1 and levels:
            return self._kind_of_depth(len(levels))
        if self.named:
            below = max(self.kinds.index(kind) for kind in self.named) + 1
            return self.kinds[min(below, len(self.kinds) - 1)]
        return self.kinds[0]

    def _kind_of_depth(self, depth: int) -> StatementKind | None:
        if set(self.depths) & {5, 6} and CODE_LEVELS.get(depth) in self.kinds:
            return CODE_LEVELS[depth]
        from_below = len(self.depths) - 1 - self.depths.index(depth) if depth in self.depths else 0
        place = len(self.kinds) - 1 - from_below
        return self.kinds[place] if place >= 0 else None


def build_profile(kinds: Sequence[StatementKind], rows: Iterable[tuple[str, str | None]]) -> Profile:
    """Look over the texts and numbers of a column."""
    printed = list(rows)
    named = {kind for text, _ in printed if (kind := kind_of_first_word(text)) and kind in kinds}
    levels = [levels for _, number in printed if (levels := levels_of(number))]
    return Profile(
        tuple(kinds),
        frozenset(named),
        tuple(sorted({len(parts) for parts in levels})),
        any(len(parts) > 1 and parts[-1].isalpha() for parts in levels),
    )


def levels_of(number: str | None) -> list[str]:
    """The levels of a number or code: `1.a` has two."""
    return [level for level in (number or "").split(".") if level]
