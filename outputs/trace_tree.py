"""A trace as a tree of lines that a planner reads at once: what is linked, how surely, on which page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from selaras.models.coverage.steps import Step
from selaras.models.coverage.trace import End, Path, Trace
from selaras.models.indicators import Indicator
from selaras.models.links import LinkState
from selaras.models.relations import Relation
from selaras.outputs.chain_things import Things
from selaras.outputs.labels import Labels
from selaras.outputs.shown_text import cut

MOST_LINES = 60
LONGEST, MOST_MEASURES = 90, 3
BRANCH, LAST, THROUGH, CLEAR = "├─ ", "└─ ", "│  ", "   "


@dataclass(slots=True)
class Branch:
    """A statement in the tree, where it was most surely come to, and what follows it there."""

    steps: tuple[Step, ...]
    end: Path | None = None
    branches: dict[str, "Branch"] = field(default_factory=dict)


def grow_tree(paths: Sequence[Path], *, most: int = MOST_LINES) -> tuple[Branch, int]:
    """Put each statement in the tree once, on its most probable path; return it and how many do not fit."""
    root = Branch(paths[0].steps[:1])
    placed = {root.steps[-1].node: root}
    left_out = set()
    for path in paths:
        for place, step in enumerate(path.steps[1:], start=1):
            if step.node in placed:
                continue
            if len(placed) >= most:
                left_out.add(step.node)
                continue
            above = placed.get(path.steps[place - 1].node)
            if above is None:
                break
            placed[step.node] = above.branches[step.node] = Branch((*above.steps, step))
        last = placed.get(path.steps[-1].node)
        if last is not None and last.end is None:
            last.end = path
    return root, len(left_out - placed.keys())


def tree_lines(
    trace: Trace, things: Things, labels: Labels, *, most: int = MOST_LINES
) -> Iterator[tuple[str, str]]:
    """The tree as pairs of a guide and a line."""
    root, left_out = grow_tree(trace.paths, most=most)
    yield "", _line(root, None, things, labels)
    yield from _end_lines(root, CLEAR, things, labels)
    yield from _branch_lines(root, "", things, labels)
    if left_out:
        yield "", labels.text("coverage.tree.left_out", count=left_out)


def _branch_lines(above: Branch, guide: str, things: Things, labels: Labels) -> Iterator[tuple[str, str]]:
    branches = sorted(above.branches.values(), key=lambda branch: -branch.steps[-1].probability)
    for place, branch in enumerate(branches, start=1):
        is_last = place == len(branches)
        yield guide + (LAST if is_last else BRANCH), _line(branch, above, things, labels)
        below = guide + (CLEAR if is_last else THROUGH)
        yield from _end_lines(branch, below + (THROUGH if branch.branches else CLEAR), things, labels)
        yield from _branch_lines(branch, below, things, labels)


def _line(branch: Branch, above: Branch | None, things: Things, labels: Labels) -> str:
    """`0,93 Sasaran 3 Terwujudnya … (RPJPD Provinsi …, hlm. 12)`; inside a plan only the page is told."""
    step = branch.steps[-1]
    document = things.document_of(step.node)
    inside = above is not None and things.document_of(above.steps[-1].node) == document
    place = things.place(step.node, labels) if inside else things.whole_place(step.node, labels)
    text = cut(things.statements[step.node].text, LONGEST)
    more = "" if branch.branches or branch.end else labels.text("coverage.tree.shown")
    parts = (how(step, labels), things.name(step.node, labels), f"“{text}”", f"({place})", more)
    return " ".join(filter(None, parts))


def how(step: Step, labels: Labels) -> str:
    """How a statement was come to: by a link, its probability or what people said of it; or in the plan."""
    if step.relation is None:
        return ""
    if step.relation is Relation.ELABORATES:
        return labels.text("coverage.tree.inside")
    marks = {LinkState.CONFIRMED: "coverage.tree.confirmed", LinkState.SUSPECT: "coverage.tree.suspect"}
    mark = marks.get(step.state) if step.state else None
    words = labels.text(mark) if mark else labels.probability(step.probability)
    return labels.text("coverage.tree.crossing", how=words) if step.crossing else words


def _end_lines(branch: Branch, guide: str, things: Things, labels: Labels) -> Iterator[tuple[str, str]]:
    """Where a path ends, how sure it is as a whole, and what measures the program that it ends at."""
    path = branch.end
    if path is None or branch.branches:
        return
    sure = labels.probability(prod(step.probability for step in branch.steps))
    yield guide, f"{end_words(path, labels)} {labels.text('coverage.tree.path', sure=sure)}"
    node = branch.steps[-1].node
    if path.end in (End.PROGRAM, End.GAP) and things.measures.get(node):
        yield guide, labels.text("coverage.tree.measures", names=measures(node, things))


def end_words(path: Path, labels: Labels) -> str:
    """Where a path ends in words."""
    words = labels.text(f"coverage.end.{path.end}")
    return f"{words}; {labels.text('coverage.tree.weaker', count=path.weaker)}" if path.weaker else words


def measures(node: str, things: Things) -> str:
    """The first indicators of a statement with their units."""
    found = things.measures.get(node, ())
    names = [_with_unit(one) for one in found]
    return "; ".join([*names[:MOST_MEASURES], *(["…"] if len(names) > MOST_MEASURES else [])])


def _with_unit(indicator: Indicator) -> str:
    """The name with its unit, unless the name says it already."""
    told = not indicator.unit or indicator.name.casefold().rstrip().endswith(f"({indicator.unit.casefold()})")
    return indicator.name if told else f"{indicator.name} ({indicator.unit})"


def ends_counted(trace: Trace) -> Mapping[End, int]:
    """How many paths end in each way."""
    ends = [path.end for path in trace.paths]
    return {end: ends.count(end) for end in End if end in ends}
