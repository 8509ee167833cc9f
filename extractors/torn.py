"""Statements that a page break tore: the last row of a page holds the start of one, the next page its end.

Only where the whole statement is printed elsewhere, too, are the pieces known for pieces: many statements
begin alike.
"""

from collections.abc import Mapping, Sequence

from selaras.extractors.drafts import StatementDraft, StatementKey
from selaras.extractors.phrases.wording import wording_of


def find_torn(drafts: Sequence[StatementDraft]) -> Mapping[StatementKey, StatementKey]:
    """Return, for each torn piece, the statement of its kind that holds it whole."""
    pages: dict[int, list[StatementDraft]] = {}
    for draft in drafts:
        pages.setdefault(draft.place.page, []).append(draft)
    keys = {draft.key for draft in drafts}
    torn: dict[StatementKey, StatementKey] = {}
    for page, printed in pages.items():
        # Two whole statements that were once read as one are no pieces of it.
        ends = [draft.key for draft in pages.get(page + 1, ()) if wording_of(draft.text) is None]
        for start in printed:
            for end in ends:
                whole = StatementKey(start.kind, start.key.text + end.text)
                if start.kind is end.kind and whole in keys:
                    torn |= {start.key: whole, end: whole}
    return {piece: whole for piece, whole in torn.items() if whole not in torn}
