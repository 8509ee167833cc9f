"""The rules by which one side of all statements is judged.

Links count through all levels: what a plan below takes up counts fully only if it is taken up further down as
well, wherever plans are there. A result (visi, misi, tujuan, sasaran) is fully taken up by a result only;
where it meets but a strategy or a program it is partly taken up. Inside a plan, a statement is also taken up
where everything under it is, and a strategy or program serves what the result above it serves; what some of
those under it do, it does partly. Links that a person rejected do not count, nor do the drafts of candidates
below a plan. A gap that a person signed is no gap for those that reach it either.

Statuses are the least that these rules allow, found by repeating them until nothing changes: what holds only
because it holds itself, in a circle of links, does not hold.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from selaras.models.coverage.justifications import Direction
from selaras.models.coverage.sides import Served, Side
from selaras.models.coverage.statuses import CoverageStatus
from selaras.models.links import PARTLY_LINKED, LinkState

# A proposal that covers by itself. Little more than half the links of real plans from 0.5 to 0.65 clearly
# serve (docs/accuracy.md), and a statement needs but one: with `LINKED` hardly a gap would be seen.
SURE = 0.65
CLOSE = 0.05  # targets whose probabilities differ by less are equally likely

S = CoverageStatus
NOTHING = {Direction.UP: S.ORPHANED, Direction.DOWN: S.UNCOVERED}
RANKS: Mapping[CoverageStatus, int] = {
    S.ORPHANED: 0,
    S.UNCOVERED: 0,
    S.OUTDATED: 1,
    S.AMBIGUOUS: 2,
    S.PARTLY: 2,
    S.JUSTIFIED: 3,
    S.CROSS_CUT: 4,
    S.COVERED: 5,
}
"""How good each status is; a statement takes the best that a link or its plan gives it."""

Statuses = Mapping[str, CoverageStatus]


def judge_side(side: Side, signed: frozenset[str] = frozenset()) -> dict[str, CoverageStatus]:
    """Judge all statements that have a plan on this side; `signed` are those whose gap a person signed.

    What a signature settles is told apart from what is there: it never makes a part count as taken up.
    """
    plain = _judge(side, frozenset())
    eased = _judge(side, signed) if signed & side.judged else plain
    judged = {node: eased[node] if _is_whole(eased[node]) else plain[node] for node in sorted(plain)}
    beside = {node: S.CROSS_CUT for node in sorted(side.links.keys() - side.judged) if is_crossed(side, node)}
    return judged | beside


def _judge(side: Side, signed: frozenset[str]) -> dict[str, CoverageStatus]:
    found = dict.fromkeys(side.judged, NOTHING[side.direction])
    dependents = find_dependents(side)
    waiting = set(side.judged)
    while waiting:
        node = waiting.pop()
        status = judge_one(side, node, found, signed)
        if status is not found[node]:
            found[node] = status
            waiting.update(dependents.get(node, ()))
    return found


def find_dependents(side: Side) -> Mapping[str, set[str]]:
    """For each judged statement those whose status depends on it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in side.judged:
        for other in _grounds(side, node):
            found[other].add(node)
    return found


def _grounds(side: Side, node: str) -> Iterator[str]:
    yield from (link.other for link in side.links.get(node, ()))
    yield from side.passed_on.get(node, ())
    yield from side.hints.get(node, ())


def judge_one(side: Side, node: str, found: Statuses, signed: frozenset[str]) -> CoverageStatus:
    """The status of a statement, by what has been found of the others."""
    reasons = [_by_links(side, node, found), _by_plan(side, node, found)]
    if node in signed:
        reasons.append(S.JUSTIFIED)
    return max(reasons, key=RANKS.__getitem__)


def _by_links(side: Side, node: str, found: Statuses) -> CoverageStatus:
    counted = [link for link in side.links.get(node, ()) if counts(link.probability, link.state)]
    fresh = [link for link in counted if link.state is not LinkState.SUSPECT]
    whole = [status for link in fresh if (status := _whole_by(side, node, link, found))]
    if whole:
        return max(whole, key=RANKS.__getitem__)
    if not fresh:
        return S.OUTDATED if counted else NOTHING[side.direction]
    return S.AMBIGUOUS if _is_ambiguous(fresh) else S.PARTLY


def _whole_by(side: Side, node: str, link: Served, found: Statuses) -> CoverageStatus | None:
    """What a sure link to a statement gives that is taken up itself, or has no plan beyond it."""
    fits = link.other in side.results or node not in side.results
    beyond = found.get(link.other, S.COVERED)
    if not (fits and _is_sure(link) and _is_whole(beyond)):
        return None
    return min(S.CROSS_CUT if link.crossing else S.COVERED, beyond, key=RANKS.__getitem__)


def _by_plan(side: Side, node: str, found: Statuses) -> CoverageStatus:
    """What the rest of its plan gives a statement."""
    passed = [found[other] for other in side.passed_on.get(node, ()) if other in found]
    worst = min(passed, key=RANKS.__getitem__, default=NOTHING[side.direction])
    if _is_whole(worst) and _parts_fit(side, node):
        return worst
    hinted = [found[other] for other in side.hints.get(node, ()) if other in found]
    taken_up = any(RANKS[status] >= RANKS[S.PARTLY] for status in (*passed, *hinted))
    return S.PARTLY if taken_up else NOTHING[side.direction]


def _parts_fit(side: Side, node: str) -> bool:
    return node not in side.results or any(other in side.results for other in side.passed_on.get(node, ()))


def _is_whole(status: CoverageStatus) -> bool:
    return RANKS[status] >= RANKS[S.JUSTIFIED]


def is_crossed(side: Side, node: str) -> bool:
    """Tell whether a plan beside takes up a statement that has no plan on this side."""
    return any(link.crossing and _is_sure(link) for link in side.links[node])


def counts(probability: float, state: LinkState) -> bool:
    """Tell whether a link says anything of coverage: a person decided it so, or it is not too improbable."""
    if state is LinkState.PROPOSED:
        return probability >= PARTLY_LINKED
    return state is not LinkState.REJECTED


def _is_sure(link: Served) -> bool:
    return link.state is LinkState.CONFIRMED or (
        link.probability >= SURE and link.state is LinkState.PROPOSED
    )


def _is_ambiguous(links: Sequence[Served]) -> bool:
    """Tell whether two that stand for one another are equally likely, and none of all is sure."""
    if any(_is_sure(link) for link in links):
        return False
    best = max(link.probability for link in links)
    near = sorted(link.rivals for link in links if best - link.probability < CLOSE)
    return any(one == other for one, other in pairwise(near))
