"""The relations of the graph: each declares the kinds that it may join, and nothing else is allowed."""

import pytest

from selaras.models.relations import ENDS, NodeKind, Relation, may_join
from selaras.models.statements import StatementKind

D, I = NodeKind.DOCUMENT, NodeKind.INDICATOR  # noqa: E741
OBJECTIVE, MISSION, PROGRAM = StatementKind.OBJECTIVE, StatementKind.MISSION, StatementKind.PROGRAM
ACTIVITY = StatementKind.ACTIVITY


def test_every_relation_is_declared():
    assert set(ENDS) == set(Relation)


@pytest.mark.parametrize(
    ("relation", "source", "target", "allowed"),
    [
        (Relation.CONTAINS, D, OBJECTIVE, True),
        (Relation.CONTAINS, D, I, True),
        (Relation.CONTAINS, OBJECTIVE, D, False),
        (Relation.ELABORATES, OBJECTIVE, MISSION, True),
        (Relation.ELABORATES, I, OBJECTIVE, False),
        (Relation.MEASURED_BY, OBJECTIVE, I, True),
        (Relation.MEASURED_BY, I, OBJECTIVE, False),
        (Relation.SERVES, OBJECTIVE, MISSION, True),
        (Relation.SERVES, ACTIVITY, PROGRAM, True),
        (Relation.SERVES, PROGRAM, ACTIVITY, False),  # nobody serves an activity
        (Relation.SERVES, I, MISSION, False),
        (Relation.SAME_MEASURE_AS, I, I, True),
        (Relation.SAME_MEASURE_AS, I, OBJECTIVE, False),
        (Relation.SUPERSEDES, D, D, True),
        (Relation.SUPERSEDES, D, OBJECTIVE, False),
    ],
)
def test_kinds_that_a_relation_may_join(relation, source, target, allowed):
    assert may_join(relation, source, target) is allowed
