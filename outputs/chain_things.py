"""The statements, indicators and documents of a chain by their nodes in the graph, to be shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from selaras.models.coverage.priorities import NationalCode
from selaras.models.documents import PlanningDocument
from selaras.models.framework_plans import law_of
from selaras.models.indicators import Indicator
from selaras.models.plans import Plan
from selaras.models.statements import Statement
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.proofs import proof_to_json


@dataclass(frozen=True, slots=True)
class Things:
    """What stands behind the nodes; `codes` are those of the national framework, by statement."""

    documents: Mapping[str, PlanningDocument]
    statements: Mapping[str, Statement]
    measures: Mapping[str, Sequence[Indicator]]
    codes: Mapping[str, NationalCode] = field(default_factory=dict)

    def document_of(self, node: str) -> PlanningDocument:
        """The document that a statement stands in."""
        return self.documents[self.statements[node].passage.document]

    def name(self, node: str, labels: Labels) -> str:
        """Kind and number, with the national code where it is another: `Misi 4 (PN4)`."""
        statement, code = self.statements[node], self.codes.get(node)
        name = labels.statement(statement)
        return f"{name} ({self.code(node, labels)})" if code and code.name != statement.number else name

    def code(self, node: str, labels: Labels) -> str:
        """The national code of a statement that has one: `PN4`, or `diduga PN4, 0,89` for a guess."""
        code = self.codes[node]
        if code.probability is None:
            return code.name
        return labels.text("labels.guessed_code", name=code.name, sure=labels.probability(code.probability))

    def place(self, node: str, labels: Labels) -> str:
        """`hlm. 12`, or the law that stands for a page."""
        return labels.place(self.statements[node].passage)

    def whole_place(self, node: str, labels: Labels) -> str:
        """`RPJMD Kota Contoh 2025–2029, hlm. 12`; a law names the plan by itself."""
        document, place = self.document_of(node), self.place(node, labels)
        return place if law_of(document.sha256) else f"{labels.plan(document)}, {place}"


def find_things(plans: Iterable[Plan], codes: Mapping[str, NationalCode]) -> Things:
    """Gather the things of plans; a statement that stands in two files is that of the first by name."""
    ordered = sorted(plans, key=lambda plan: (plan.document.plan_key, plan.document.file_name), reverse=True)
    statements: dict[str, Statement] = {}
    measures: defaultdict[str, list[Indicator]] = defaultdict(list)
    for plan in ordered:
        statements |= {one.id: one for one in plan.statements}
        for indicator in plan.indicators:
            if indicator.statement:
                measures[indicator.statement].append(indicator)
    return Things({plan.document.sha256: plan.document for plan in ordered}, statements, measures, codes)


def statement_to_json(node: str, things: Things) -> JsonObject:
    """A statement with its plan and its proof: a page, or the law in place of one.

    `code_probability` is null unless the national code is a guess.
    """
    statement, document = things.statements[node], things.document_of(node)
    code = things.codes.get(node)
    return {
        "id": node,
        "kind": statement.kind.value,
        "number": statement.number,
        "code": code.name if code else None,
        "code_probability": code.probability if code else None,
        "text": statement.text,
        **document_to_json(document),
        **proof_to_json(statement.passage),
    }


def document_to_json(document: PlanningDocument) -> JsonObject:
    """The facts that tell a plan from others."""
    period = document.period
    return {
        "document": document.sha256,
        "plan": document.kind.value,
        "level": document.level.value if document.level else None,
        "region": document.region,
        "agency": document.agency,
        "period": [period.start, period.end] if period else None,
        "file": document.file_name or None,
    }
