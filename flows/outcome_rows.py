"""Outcomes of a batch as the rows of a table, as sentences, and as data for programs."""

from collections.abc import Iterable, Sequence

from selaras.flows.outcomes import Outcome, State
from selaras.models.messages import Language, render
from selaras.outputs.labels import Labels, level_code
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.plan_json import document_to_json

COLUMNS = (
    "file",
    "state",
    "kind",
    "level",
    "region",
    "period",
    "pages",
    "statements",
    "indicators",
    "warnings",
)


def outcome_heads(labels: Labels) -> list[str]:
    """The heads of the columns."""
    return [labels.text(f"flow.column.{name}") for name in COLUMNS]


def outcome_rows(outcomes: Iterable[Outcome], labels: Labels) -> list[list[str]]:
    """One line about each file, by its path."""
    return [_row(outcome, labels) for outcome in sorted(outcomes, key=lambda outcome: outcome.path)]


def _row(outcome: Outcome, labels: Labels) -> list[str]:
    head = [outcome.path.name, labels.text(f"flow.state.{outcome.state}")]
    document, given = outcome.document, outcome.given
    if document is None:
        return head + [""] * (len(COLUMNS) - len(head))
    level = labels.text(f"flow.level.{level_code(document)}")
    facts = [labels.kind(document), level, labels.region(document), labels.period(document)]
    counts = (document.pages, given.statements, given.indicators, given.warnings)
    return [*head, *facts, *map(str, counts)]


def outcome_sentences(outcomes: Sequence[Outcome], labels: Labels) -> list[str]:
    """How many files came to each state, and why those failed that did."""
    counts = {state: sum(outcome.state is state for outcome in outcomes) for state in State}
    return [
        *(labels.text(f"flow.count.{state}", count=count) for state, count in counts.items() if count),
        *(render(outcome.problem, labels.language) for outcome in outcomes if outcome.problem),
    ]


def outcome_to_json(outcome: Outcome, language: Language) -> JsonObject:
    """Plain data of an outcome."""
    problem, given = outcome.problem, outcome.given
    return {
        "file": str(outcome.path),
        "state": outcome.state.value,
        "document": document_to_json(outcome.document) if outcome.document else None,
        "statements": given.statements,
        "indicators": given.indicators,
        "warnings": given.warnings,
        "problem": {"code": problem.code, "message": render(problem, language)} if problem else None,
    }
