"""Which statements of which plans a picture shows, in what order, and how many it leaves out.

A picture of hundreds of boxes tells nothing. Each plan shows its most general kinds of statements (misi,
then tujuan, then sasaran), as many whole kinds as make `FULL` boxes or fewer. Plans take turns until the
picture is full, so that a long plan does not push out a short one.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.ids import StatementId
from selaras.models.plans import Plan
from selaras.models.statements import Statement, StatementKind

TOP = (StatementKind.MISSION, StatementKind.GOAL, StatementKind.VISION_TARGET, StatementKind.OBJECTIVE)
REST = (
    StatementKind.POLICY_DIRECTION,
    StatementKind.PROGRAM,
    StatementKind.STRATEGY,
    StatementKind.VISION,
    StatementKind.ACTIVITY,
    StatementKind.SUBACTIVITY,
)
FULL = 16  # boxes in one plan


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement in the picture and how many shown statements of its plan it stands under."""

    statement: Statement
    depth: int


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan in the picture, and those of its statements of the same kinds or the next that are not shown."""

    plan: Plan
    statements: tuple[ShownStatement, ...]
    left_out: tuple[Statement, ...]


def choose_statements(plans: Sequence[Plan], *, limit: int) -> tuple[ShownPlan, ...]:
    """Choose at most `limit` statements, evenly over the plans; the plans keep their order."""
    wanted = _wanted_by_plan(plans)
    counts = _take_turns([_whole_kinds(statements) for statements in wanted], limit)
    return tuple(
        ShownPlan(plan, _as_tree(plan, statements[:count]), tuple(statements[count:]))
        for plan, statements, count in zip(plans, wanted, counts, strict=True)
    )


def _wanted_by_plan(plans: Sequence[Plan]) -> list[list[Statement]]:
    """What each plan would show; a statement that stands in two files of one plan is shown once."""
    seen: set[StatementId] = set()
    wanted = []
    for plan in plans:
        wanted.append([item for item in _most_general(plan.statements) if item.id not in seen])
        seen.update(item.id for item in wanted[-1])
    return wanted


def _most_general(statements: Iterable[Statement]) -> list[Statement]:
    """The plan's own statements of the top kinds, misi first; where it has none, of the next kind it has."""
    own = list({item.id: item for item in statements if item.owner is None}.values())
    top = [item for kind in TOP for item in own if item.kind is kind]
    rest = ([item for item in own if item.kind is kind] for kind in REST)
    return top or next(filter(None, rest), [])


def _whole_kinds(statements: Sequence[Statement]) -> int:
    """How many of the statements a plan shows: whole kinds, or the start of the first where it is long."""
    ends = [at for at in range(1, len(statements) + 1) if _is_end(statements, at) and at <= FULL]
    return max(ends, default=min(FULL, len(statements)))


def _is_end(statements: Sequence[Statement], at: int) -> bool:
    return at == len(statements) or statements[at].kind is not statements[at - 1].kind


def _take_turns(sizes: Sequence[int], limit: int) -> list[int]:
    """How many each may show where all take one in turn until `limit` are taken."""
    counts = [0] * len(sizes)
    while limit > 0 and (hungry := [i for i, size in enumerate(sizes) if counts[i] < size]):
        for index in hungry[:limit]:
            counts[index] += 1
        limit -= len(hungry)
    return counts


def _as_tree(plan: Plan, chosen: Sequence[Statement]) -> tuple[ShownStatement, ...]:
    """Put each statement under the shown one that it elaborates."""
    shown = {item.id for item in chosen}
    parents = {item.id: item.parent for item in plan.statements}
    under = {item.id: shown_ancestor(item.parent, parents, shown) for item in chosen}
    roots = [item for item in chosen if under[item.id] in (None, item.id)]
    ordered = [row for root in roots for row in _branch(root, chosen, under, 0)]
    placed = {row.statement.id for row in ordered}
    return (*ordered, *(ShownStatement(item, 0) for item in chosen if item.id not in placed))


def _branch(
    root: Statement, chosen: Sequence[Statement], under: Mapping[StatementId, StatementId | None], depth: int
) -> list[ShownStatement]:
    children = [item for item in chosen if under[item.id] == root.id != item.id]
    return [
        ShownStatement(root, depth),
        *(row for child in children for row in _branch(child, chosen, under, depth + 1)),
    ]


def shown_ancestor(
    start: StatementId | None,
    parents: Mapping[StatementId, StatementId | None],
    shown: Container[StatementId],
) -> StatementId | None:
    """The nearest shown statement from `start` upwards; None where there is none, or the parents go round."""
    seen: set[StatementId] = set()
    while start is not None and start not in shown and start not in seen:
        seen.add(start)
        start = parents.get(start)
    return start if start is not None and start in shown else None
