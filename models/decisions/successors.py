"""What became of a statement or an indicator that is no longer there: the one in its place, if one is.

A successor stands in the same plan (all versions share the plan key) and takes one predecessor only. Tried in
this order, the surest first: the same text under another number or beside other things; the same printed
number and kind with a text that is still alike; nearly the same text of the same kind; the same text that is
now read as another kind.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from selaras.models.decisions.ends import End
from selaras.models.ids import DocumentId, fold
from selaras.models.links import NodeId

NEARLY = 75.0  # likeness in per cent of texts that are the same but for an edit
SAME_NUMBER = 50.0  # what stays of a text that was edited under its number


@dataclass(frozen=True, slots=True)
class _Match:
    """A possible successor: the smaller, the surer."""

    order: tuple[int, float, bool, str, str]
    old: NodeId
    new: NodeId


def find_successors(
    gone: Iterable[End], there: Mapping[NodeId, End], beside: Mapping[DocumentId, frozenset[NodeId]]
) -> dict[NodeId, NodeId]:
    """Find the successor of each end that is gone, one to one; what has none is left out.

    `beside` holds what stands in each stored document. What stood in the same version as an end is not its
    successor: it was another thing then.
    """
    by_plan = _by_plan(there.values())
    found: dict[NodeId, NodeId] = {}
    taken: set[NodeId] = set()
    for match in sorted(_all_matches(gone, by_plan, beside), key=lambda one: one.order):
        if match.old not in found and match.new not in taken:
            found[match.old] = match.new
            taken.add(match.new)
    return found


def _all_matches(
    gone: Iterable[End], by_plan: Mapping[str, list[End]], beside: Mapping[DocumentId, frozenset[NodeId]]
) -> Iterator[_Match]:
    for old in gone:
        version = beside.get(old.passage.document, frozenset())
        others = version if old.node in version else frozenset()
        free = (end for end in by_plan.get(old.plan_key, ()) if end.node not in others)
        yield from _matches(old, free)


def _by_plan(ends: Iterable[End]) -> Mapping[str, list[End]]:
    plans: defaultdict[str, list[End]] = defaultdict(list)
    for end in ends:
        plans[end.plan_key].append(end)
    return plans


def _matches(old: End, others: Iterable[End]) -> Iterator[_Match]:
    for new in others:
        if old.is_indicator is new.is_indicator and (found := _rank(old, new)):
            stage, likeness = found
            moved = old.measures != new.measures or old.number != new.number
            yield _Match((stage, -likeness, moved, old.node, new.node), old.node, new.node)


def _rank(old: End, new: End) -> tuple[int, float] | None:
    """How sure a succession is: its stage, and how alike the texts are; None for none."""
    likeness = ratio(fold(old.text), fold(new.text))
    if old.kind != new.kind:
        return (3, likeness) if likeness == 100 else None
    if likeness == 100:
        return 0, likeness
    if old.number and old.number == new.number and likeness >= SAME_NUMBER:
        return 1, likeness
    return (2, likeness) if likeness >= NEARLY else None
