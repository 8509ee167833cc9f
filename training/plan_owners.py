"""Whose plan a document is, so that no region's agency stands on both sides of a split.

Two documents have one owner where they are of one region and their agencies share their words in any order
(Dinas Perikanan dan Kelautan, Dinas Kelautan dan Perikanan), or where their files name one agency:
`renstra_REGION_PERIOD_AGENCY-note.pdf`. What was read as an agency may be wrong, a name short.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from selaras.models.ids import fold

_JOINING = frozenset(("dan", "serta", "provinsi", "daerah", "kota", "kabupaten"))
_NAMED = re.compile(r"[a-z-]+_(?P<region>[a-z-]+)_[\d-]+(?:_(?P<agency>[a-z0-9]+))?")


@dataclass(frozen=True, slots=True)
class Owned:
    """A document by the name of its file, with the region and the agency that were read in it."""

    name: str
    region: str | None = None
    agency: str | None = None


def group_by_owner(documents: Iterable[Owned]) -> Mapping[str, str]:
    """The owner of each document: the first name, in alphabetical order, of those that belong together."""
    ordered = sorted(documents, key=lambda document: document.name)
    owners = {document.name: document.name for document in ordered}
    first: dict[Hashable, str] = {}
    for document in ordered:
        for mark in _marks(document):
            same = owners[first.setdefault(mark, document.name)]
            _join(owners, owners[document.name], same)
    return owners


def _join(owners: dict[str, str], one: str, other: str) -> None:
    kept = min(one, other)
    for name, owner in owners.items():
        if owner in (one, other):
            owners[name] = kept


def _marks(document: Owned) -> Sequence[Hashable]:
    """What tells the owner: region with agency, as read and as the file is named."""
    marks: list[Hashable] = []
    if document.region or document.agency:
        words = frozenset(fold(document.agency or "").split()) - _JOINING
        marks.append(("read", document.region, words))
    if found := _NAMED.match(document.name.casefold()):
        marks.append(("named", found["region"], found["agency"] or ""))
    return marks


def fold_of(owner: str, folds: int) -> int:
    """The part of a split that an owner falls into, by the hash of its name: stable when plans are added."""
    return int(sha256(owner.encode()).hexdigest(), 16) % folds
