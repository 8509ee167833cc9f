"""Everything that is stored as one chain: the graph, its coverage, and what stands behind its nodes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selaras.flows.judging import judge_store
from selaras.flows.labels import is_plan, labels_of
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.models.chain import current_plans
from selaras.models.coverage.priorities import find_codes
from selaras.models.coverage.starts import Named, find_named, nearest
from selaras.models.coverage.status import Coverage
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.chain_things import Things, find_things
from selaras.outputs.labels import Labels
from selaras.outputs.shown_text import cut

if TYPE_CHECKING:
    import networkx as nx

SHORT = 60


@dataclass(frozen=True, slots=True)
class ChainView:
    """A chain, judged, and how its things are called."""

    graph: "nx.MultiDiGraph[str]"
    found: dict[str, Coverage]
    things: Things
    labels: Labels


def view_chain(settings: Settings) -> ChainView:
    """Load and judge everything stored. Raises InputError where nothing is stored."""
    labels = labels_of(settings)
    with opened_store(settings) as store:
        chain = judge_store(store)
    plans = current_plans(chain.plans)  # a version that another replaces proves nothing
    codes = find_codes(plans, regions=labels.regions)
    things = find_things(plans, {str(node): code for node, code in codes.items()})
    return ChainView(chain.graph, chain.found, things, labels)


def find_statement(view: ChainView, query: str, plan: str | None = None) -> str:
    """The one statement that a query means, in the plans that `plan` names.

    Raises InputError with the nearest ones where none is meant, or with all where several are.
    """
    entries = [one for one in named_statements(view) if plan is None or plan_fits(view, one.node, plan)]
    found = find_named(query, entries)
    if len(found) == 1:
        return found[0].node
    code = "error.trace_several" if found else "error.trace_unknown"
    shown = (found or nearest(query, entries))[:5]
    raise InputError(message(code, query=query, count=len(found), choices=_choices(view, shown)))


def named_statements(view: ChainView) -> list[Named]:
    """All statements of the graph by the names that people use."""
    measured = _measured(view)
    statements = ((node, view.things.statements[node]) for node in view.found)
    return [
        Named(
            node,
            tuple(
                filter(
                    None,
                    (
                        node,
                        _national_code(view, node),
                        one.number,
                        view.labels.statement(one),
                        *measured.get(node, ()),
                    ),
                )
            ),
            one.text,
        )
        for node, one in statements
    ]


def _national_code(view: ChainView, node: str) -> str | None:
    code = view.things.codes.get(node)
    return code.name if code else None


def _measured(view: ChainView) -> dict[str, list[str]]:
    """The ids of the indicators of each statement; those of the framework are called by their code, too."""
    return {
        node: [name for one in found for name in (one.id, *_code(one.concept, view, node))]
        for node, found in view.things.measures.items()
    }


def _code(concept: str | None, view: ChainView, node: str) -> Sequence[str]:
    return [concept] if concept and node in view.things.codes else []


def plan_fits(view: ChainView, node: str, name: str) -> bool:
    """Tell whether a statement stands in a plan whose name or file has all words of `name`."""
    return is_plan(view.things.document_of(node), name, view.labels)


def _choices(view: ChainView, shown: Sequence[Named]) -> str:
    return "; ".join(
        f"{one.node} = {view.things.name(one.node, view.labels)} “{cut(one.text, SHORT)}” "
        f"({view.things.whole_place(one.node, view.labels)})"
        for one in shown
    )
