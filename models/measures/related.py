"""Indicators that measure one thing in two ways: a number for a share, an index for a prevalence.

Such a pair is no *same measure as*: its values cannot be put beside each other. Where the plan above asks for
one of the two and the plan below has only the other, the lower plan answers with another measure. What speaks
for a pair: the catalogue keeps the two apart by name; their names tell of one subject in two forms; the
statements that they measure are linked. What speaks against it is a better partner for either.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selaras.models.ids import StatementId
from selaras.models.measures.aspects import Form
from selaras.models.measures.measure import Measure
from selaras.models.messages import Message

Served = Mapping[tuple[StatementId, StatementId], float]
"""How probable it is that a statement of the one plan serves one of the other."""

# How probable it is that a pair is one thing measured in two ways, by what speaks for it; held against pairs
# planted by benchmarks/mismatches.py (docs/accuracy.md).
SAME_PLACE = 0.85  # two forms that answer to one national indicator
ONE_SUBJECT = 0.85  # one subject, two forms
NARROWER = 0.75  # one subject and form, other people counted
PART_OF_SUBJECT = 0.55  # the subject of one is that of the other with a word or two more
TOLD_APART = 0.6  # the catalogue keeps the two apart, nothing else is shared
ALONE_TOGETHER = 0.55  # the only ones without a partner below two linked statements
LINKED_STATEMENTS = 0.2  # is added where the statements that they measure are linked
SURE_OF_FRIEND = 0.9
MOST_MORE_WORDS = 2
FORMS = frozenset({Form.COUNT, Form.SHARE, Form.RATE, Form.AMOUNT, Form.GROWTH, Form.FALL, Form.INDEX})


@dataclass(frozen=True, slots=True)
class Related:
    """Two indicators, how probable it is that they measure one thing in two ways, and what speaks for it."""

    source: Measure
    target: Measure
    probability: float
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the catalogue keeps apart: pairs of codes, and names that look like a concept without being it."""

    codes: frozenset[frozenset[str]]
    friends: Mapping[str, frozenset[str]]


def find_related(
    sources: Sequence[Measure], targets: Sequence[Measure], knowledge: Knowledge, served: Served
) -> list[Related]:
    """Pairs of indicators that have no partner, each in the best pair that it has, the surest first."""
    found = [
        pair
        for source in sources
        for target in targets
        if (pair := _relate(source, target, knowledge, served))
    ]
    return _each_once(sorted(found, key=_rank))
