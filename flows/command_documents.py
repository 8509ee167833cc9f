"""`selaras read`: one document is read and shown; nothing is stored."""

from collections.abc import Sequence
from pathlib import Path

from selaras.flows.labels import labels_of
from selaras.flows.progress import waiting
from selaras.flows.reading import read_document
from selaras.flows.settings import Settings
from selaras.flows.terminal import say, show_json, show_lines, show_table
from selaras.models.indicators import Indicator, YearlyValue
from selaras.models.messages import render, text
from selaras.models.plans import Plan
from selaras.outputs.labels import Labels
from selaras.outputs.plan_json import plan_to_json


def run_read(settings: Settings, file: Path, *, as_json: bool) -> int:
    """Show what a document says, as JSON or as tables for people."""
    language = settings.language
    with waiting(text("cli.progress.one", language)):
        plan = read_document(file, settings)
    if as_json:
        show_json(plan_to_json(plan, language))
    else:
        show_plan(plan, labels_of(settings))
    return 0


def show_plan(plan: Plan, labels: Labels) -> None:
    """Show what the document is, its statements, indicators and warnings."""
    counts = {"statements": len(plan.statements), "indicators": len(plan.indicators)}
    name = labels.plan(plan.document)
    show_lines([labels.text("cli.read.found", plan=name, pages=plan.document.pages, **counts)])
    say()
    statements = [
        (item.passage.page, labels.statement(item), item.text, item.owner) for item in plan.statements
    ]
    _show_part("statements", ("page", "statement", "text", "owner"), statements, labels)
    indicators = [_indicator_row(item) for item in plan.indicators]
    heads = ("page", "indicator", "unit", "concept", "baseline", "targets")
    _show_part("indicators", heads, indicators, labels)
    show_lines(render(item.message, labels.language) for item in plan.warnings)


def _show_part(name: str, heads: Sequence[str], rows: Sequence[Sequence[object]], labels: Labels) -> None:
    if rows:
        say(labels.text(f"cli.read.{name}"))
        show_table([labels.text(f"cli.column.{head}") for head in heads], rows)
        say()


def _indicator_row(item: Indicator) -> tuple[object, ...]:
    baseline = _year_and_value(item.baseline) if item.baseline else ""
    targets = "; ".join(map(_year_and_value, item.targets))
    return (item.passage.page, item.name, item.unit, item.concept, baseline, targets)


def _year_and_value(item: YearlyValue) -> str:
    return f"{item.year}: {item.value.text}" if item.year else item.value.text
