"""The ends of a link as they were when a person decided: what a later reading is compared with."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selaras.models.ids import fold
from selaras.models.indicators import Indicator, YearlyValue
from selaras.models.links import NodeId
from selaras.models.passages import Passage
from selaras.models.plans import Plan
from selaras.models.relations import Kind, NodeKind
from selaras.models.statements import Statement, StatementKind


@dataclass(frozen=True, slots=True)
class End:
    """A statement or an indicator at one moment.

    `text` is a statement's text or an indicator's name. `measures` is the text of the statement that an
    indicator measures; `baseline` and `targets` are its values as printed, with their years: `2025: 63,0`.
    """

    node: NodeId
    kind: str
    plan_key: str
    text: str
    passage: Passage
    number: str | None = None
    unit: str | None = None
    measures: str | None = None
    baseline: str | None = None
    targets: tuple[str, ...] = ()

    @property
    def graph_kind(self) -> Kind:
        """The kind by which relations are declared."""
        return NodeKind.INDICATOR if self.is_indicator else StatementKind(self.kind)

    @property
    def is_indicator(self) -> bool:
        """Tell whether it is an indicator."""
        return self.kind == NodeKind.INDICATOR


def plan_ends(plans: Iterable[Plan]) -> dict[NodeId, End]:
    """All statements and indicators of the plans by id; of two files that print the same, the first."""
    found: dict[NodeId, End] = {}
    for plan in plans:
        for end in _ends(plan):
            found.setdefault(end.node, end)
    return found


def fingerprint(end: End) -> str:
    """Eight hexadecimal digits that change where anything changes that a decision rests on."""
    values = ("".join(fact.split()) for fact in (end.unit or "", end.baseline or "", *end.targets))
    facts = (end.node, end.kind, fold(end.text), *values)
    return hashlib.sha256("\x1f".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _ends(plan: Plan) -> Iterator[End]:
    key = plan.document.plan_key
    texts = {one.id: one.text for one in plan.statements}
    yield from (_statement_end(one, key) for one in plan.statements)
    yield from (
        _indicator_end(one, key, texts[one.statement] if one.statement else None) for one in plan.indicators
    )


def _statement_end(item: Statement, plan_key: str) -> End:
    return End(item.id, item.kind.value, plan_key, item.text, item.passage, item.number)


def _indicator_end(item: Indicator, plan_key: str, measures: str | None) -> End:
    return End(
        item.id,
        NodeKind.INDICATOR.value,
        plan_key,
        item.name,
        item.passage,
        unit=item.unit,
        measures=measures,
        baseline=_printed(item.baseline) if item.baseline else None,
        targets=tuple(map(_printed, item.targets)),
    )


def _printed(item: YearlyValue) -> str:
    return f"{item.year or '?'}: {item.value.text}"
