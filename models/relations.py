"""The relations of the graph, each declared once with the kinds it may join.

Read every relation as SOURCE label TARGET: an objective *serves* a mission, a goal is *measured by* an
indicator.
"""

from enum import StrEnum

from selaras.models.statements import StatementKind


class NodeKind(StrEnum):
    """Nodes that are no statements."""

    DOCUMENT = "DOCUMENT"
    INDICATOR = "INDICATOR"


class Relation(StrEnum):
    """Labels of edges."""

    CONTAINS = "contains"  # document -> its statements and indicators
    ELABORATES = "elaborates"  # child -> parent in the cascade inside one plan
    MEASURED_BY = "measured by"  # statement -> indicator
    SERVES = "serves"  # statement -> statement of a higher level or a longer plan
    SAME_MEASURE_AS = "same measure as"  # indicator -> indicator of another plan
    CONTRADICTS = "contradicts"  # statement or indicator -> one of another plan
    SUPERSEDES = "supersedes"  # document -> the older version


Kind = StatementKind | NodeKind

STATEMENTS: frozenset[Kind] = frozenset(StatementKind)
SERVED: frozenset[Kind] = STATEMENTS - {StatementKind.ACTIVITY, StatementKind.SUBACTIVITY}
DOCUMENT: frozenset[Kind] = frozenset({NodeKind.DOCUMENT})
INDICATOR: frozenset[Kind] = frozenset({NodeKind.INDICATOR})

ENDS: dict[Relation, tuple[frozenset[Kind], frozenset[Kind]]] = {
    Relation.CONTAINS: (DOCUMENT, STATEMENTS | INDICATOR),
    Relation.ELABORATES: (STATEMENTS, STATEMENTS),
    Relation.MEASURED_BY: (STATEMENTS, INDICATOR),
    Relation.SERVES: (STATEMENTS, SERVED),
    Relation.SAME_MEASURE_AS: (INDICATOR, INDICATOR),
    Relation.CONTRADICTS: (STATEMENTS | INDICATOR, STATEMENTS | INDICATOR),
    Relation.SUPERSEDES: (DOCUMENT, DOCUMENT),
}


def may_join(relation: Relation, source: Kind, target: Kind) -> bool:
    """Tell whether the relation may lead from a node of the one kind to a node of the other."""
    sources, targets = ENDS[relation]
    return source in sources and target in targets
