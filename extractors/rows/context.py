"""What stands above a row of a table: open section rows, and what the columns held last."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from selaras.extractors.drafts import StatementDraft, StatementKey
from selaras.extractors.rows.columns import Column, Role
from selaras.extractors.rows.mixed_columns import Profile
from selaras.models.documents import PlanningDocument
from selaras.models.statements import StatementKind

RANK = {kind: rank for rank, kind in enumerate(StatementKind)}
Keys = tuple[StatementKey, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole table: its document, caption, page and the words that the document prints."""

    document: PlanningDocument
    title: str = ""
    owner: str | None = None
    known: Collection[str] = ()
    profiles: Mapping[int, Profile] = field(default_factory=dict)

    def profile(self, column: Column) -> Profile:
        """What the rows of a statement column show together."""
        found = self.profiles.get(column.index)
        return found if found and found.kinds == column.kinds else Profile(column.kinds)


@dataclass(frozen=True, slots=True)
class Context:
    """The state between two rows.

    `opened` holds the statements of section rows and mixed columns, the most general first; `held` those that
    each column printed last, which an empty cell below still means; `measured` the kinds that a section row
    such as "Indikator Tujuan:" names.
    """

    columns: tuple[Column, ...]
    opened: tuple[StatementDraft, ...] = ()
    held: Mapping[int, Keys] = field(default_factory=dict)
    measured: tuple[StatementKind, ...] = ()

    def with_opened(self, draft: StatementDraft) -> "Context":
        """Open a section: it closes all that is not above it, and what the columns held."""
        above = tuple(other for other in self.opened if RANK[other.kind] < RANK[draft.kind])
        return replace(self, opened=(*above, draft), held={})

    def with_held(self, index: int, keys: Keys) -> "Context":
        """Note what a column holds; what stood to its right belonged to the statement before."""
        kept = {column: held for column, held in self.held.items() if column < index}
        return replace(self, held={**kept, index: keys})

    def parent_for(self, kind: StatementKind, index: int) -> StatementKey | None:
        """The statement that stands left of a cell, else the lowest open section above its kind.

        A list of several statements at the left leaves open which of them is meant: then the next one counts.
        """
        for column in sorted((column for column in self.held if column < index), reverse=True):
            keys = self.held[column]
            if len(keys) == 1 and keys[0].kind is not kind:
                return keys[0]
        above = [draft for draft in self.opened if RANK[draft.kind] < RANK[kind]]
        return above[-1].key if above else None

    def measured_by(self, index: int, kinds: Sequence[StatementKind]) -> StatementKey | None:
        """The statement that an indicator in a column measures; `kinds` is what its head names."""
        wanted = tuple(kinds) or self.measured
        for column in sorted((column for column in self.held if column < index), reverse=True):
            keys = self.held[column]
            if len(keys) == 1 and (not wanted or keys[0].kind in wanted):
                return keys[0]
        fitting = [draft for draft in self.opened if not wanted or draft.kind in wanted]
        return fitting[-1].key if fitting else None


def statement_columns(columns: Sequence[Column]) -> list[Column]:
    """The columns that print statements; a mixed one ("Sasaran/Indikator") prints them without values."""
    return [column for column in columns if column.role is Role.STATEMENT or (column.mixed and column.kinds)]
