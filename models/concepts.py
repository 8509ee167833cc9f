"""Concepts of the catalogue of indicators and the names that they go by, as the packaged data has them.

The data is shaped after SKOS: one row a concept, with its notation, preferred and other labels, what it is a
part of and what it matches. How to edit it: docs/catalogue.md.

>>> read_concepts()[0].code
'IUP1'
"""

from functools import cache

from selaras.models import concept_rows as rows
from selaras.models.concept_kinds import Concept, ConceptSource, Entries, Label, LabelKind

__all__ = ["Concept", "ConceptSource", "Label", "LabelKind", "read_concepts", "read_entries", "read_labels"]

PACKAGED = (  # in the order of the national plans
    "rpjpn.csv",
    "rpjmn.csv",
    "kesbangpol.csv",
    "regional_forms.csv",
    "agencies.csv",
    "sectors.csv",
)


@cache
def read_entries() -> Entries:
    """Read the packaged catalogue; sources: docs/catalogue.md."""
    tables = [rows.read_table(name) for name in PACKAGED]
    concepts = [concept for table in tables for concept in map(rows.parse_concept, table)]
    labels = [label for table in tables for row in table for label in rows.parse_labels(row)]
    friends = tuple(map(rows.parse_false_friend, rows.read_table("false_friends.csv")))
    looks = [Label(item.code, item.label, LabelKind.FALSE_FRIEND) for item in friends if not item.other]
    return Entries(tuple(concepts), (*labels, *looks, *rows.read_outside()), friends)


def read_concepts() -> list[Concept]:
    """Read the packaged concepts, in the order of the national plans."""
    return list(read_entries().concepts)


def read_labels() -> list[Label]:
    """Read the packaged labels of all concepts, and those of measures outside the catalogue."""
    return list(read_entries().labels)
