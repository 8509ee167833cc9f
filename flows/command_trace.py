"""`selaras trace`: what of a statement reaches which region by which agency's programme, and the way up."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.sheets import check_output, write_sheet
from selaras.flows.terminal import printable, say, show_json, show_table, tell
from selaras.models.coverage.justifications import Direction
from selaras.models.errors import InputError
from selaras.models.links import LINKED
from selaras.models.messages import message, text

if TYPE_CHECKING:
    from selaras.flows.chain_view import ChainView
    from selaras.models.coverage.trace import Reached, Trace


@dataclass(frozen=True, slots=True)
class TraceQuestion:
    """What is asked: a statement by name, in which plans, which way, how surely, how many lines to show."""

    query: str
    plan: str | None = None
    up: bool = False
    least: float = LINKED
    lines: int = 60


def run_trace(settings: Settings, question: TraceQuestion, output: Path | None, *, as_json: bool) -> int:
    """Follow a statement through all levels and show, or write, all paths."""
    from selaras.flows.chain_view import find_statement, view_chain  # noqa: PLC0415  networkx is slow to import
    from selaras.models.coverage.trace import trace  # noqa: PLC0415
    from selaras.outputs.trace_rows import trace_heads, trace_rows, trace_to_json  # noqa: PLC0415

    if not 0 < question.least <= 1:
        raise InputError(message("error.trace_least", given=question.least))
    if question.lines < 2:
        raise InputError(message("error.trace_lines", given=question.lines))
    if output:
        check_output(output)
    with waiting(text("cli.progress.tracing", settings.language)):
        view = view_chain(settings)
        start = find_statement(view, question.query, question.plan)
        way = Direction.UP if question.up else Direction.DOWN
        found = trace(view.graph, start, view.found, direction=way, least=question.least)
    if output:
        title = text("coverage.sheet.paths", settings.language)
        rows = trace_rows(found, view.things, view.labels)
        write_sheet(output, trace_heads(view.labels), rows, title=title)
    if as_json:
        show_json(trace_to_json(found, view.things))
    else:
        _show(found, view, question.lines)
    if output and not as_json:
        tell("coverage.written", settings.language, file=output)
    return 0


def _show(found: "Trace", view: "ChainView", lines: int) -> None:
    from selaras.outputs.trace_tree import ends_counted, tree_lines  # noqa: PLC0415

    things, labels = view.things, view.labels
    for guide, line in tree_lines(found, things, labels, most=lines):
        say(guide + printable(line))
    say()
    for end, count in ends_counted(found).items():
        say(labels.text("coverage.tree.count", count=count, end=labels.text(f"coverage.end.{end}")))
    if found.pending:
        tell("coverage.tree.pending", labels.language, count=found.pending)
    tell("coverage.tree.how", labels.language)
    show_reached(found.reached, found.missed, found.direction, view)


def show_reached(
    reached: "Sequence[Reached]", missed: Sequence[str], side: Direction, view: "ChainView"
) -> None:
    """Show the plans on one side that are reached, and those that are not."""
    from selaras.outputs.trace_rows import reached_heads, reached_row  # noqa: PLC0415

    things, labels = view.things, view.labels
    if reached:
        say()
        say(labels.text(f"coverage.reached.{side}"))
        show_table(reached_heads(labels), [reached_row(one, things, labels) for one in reached])
    if missed:
        say()
        say(labels.text(f"coverage.missed.{side}"))
        for one in missed:
            say(f"- {printable(labels.plan(things.documents[one]))}")
