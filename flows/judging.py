"""Everything that is stored as one graph, and how each statement in it is taken up."""

from dataclasses import dataclass
from datetime import UTC, datetime

import networkx as nx

from selaras.flows.decision_store import load_justifications
from selaras.flows.linking import load_stored
from selaras.flows.store import Store
from selaras.models.coverage.status import Coverage, coverage
from selaras.models.graph import build_graph
from selaras.models.links import Link
from selaras.models.plans import Plan


@dataclass(frozen=True, slots=True)
class JudgedChain:
    """The plans and links of a store, their graph, and the coverage of its statements."""

    plans: tuple[Plan, ...]
    links: tuple[Link, ...]
    graph: "nx.MultiDiGraph[str]"
    found: dict[str, Coverage]


def judge_store(store: Store) -> JudgedChain:
    """Judge everything stored; gaps that people signed are eased. Raises InputError for an empty store."""
    plans, links = load_stored(store)
    with store.reading() as session:
        signed = load_justifications(session, plans)
    graph = build_graph(plans, links)
    return JudgedChain(plans, links, graph, coverage(graph, signed, today=datetime.now(UTC).date()))
