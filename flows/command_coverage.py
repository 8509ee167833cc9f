"""`selaras coverage`: how far plans, regions, agencies and national priorities are taken up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from selaras.flows.command_trace import show_reached
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.sheets import check_output, write_sheet
from selaras.flows.terminal import say, show_json, show_lines, show_table, tell
from selaras.models.coverage.justifications import Direction
from selaras.models.errors import InputError
from selaras.models.messages import message, text

if TYPE_CHECKING:
    from selaras.flows.chain_view import ChainView
    from selaras.models.coverage.summaries import Summary
    from selaras.models.documents import PlanningDocument

GROUPS = ("plan", "region", "agency", "priority")
SHOWN_GAPS = 40
SHORT, LONG = 70, 100  # letters of a priority and of a gap in a table


@dataclass(frozen=True, slots=True)
class CoverageQuestion:
    """What is asked: one kind of group, a name that narrows it, and one side or both."""

    by: str = "plan"
    name: str | None = None
    sides: tuple[Direction, ...] = (Direction.UP, Direction.DOWN)


def ask(given: Mapping[str, str], by: str | None, direction: str | None) -> CoverageQuestion:
    """Make the question of the options. Raises InputError for two groups at once, or words not known."""
    if len(given) > 1 or (given and by is not None and by not in given):
        options = [f"--{name}" for name in (*given, *(["by"] if by else []))]
        raise InputError(message("error.coverage_two", given=", ".join(options)))
    group = next(iter(given), by or "plan")
    if group not in GROUPS:
        raise InputError(message("error.coverage_by", given=group, known=", ".join(GROUPS)))
    if direction is not None and direction not in list(Direction):
        raise InputError(message("error.coverage_direction", given=direction))
    sides = tuple(Direction) if direction is None else (Direction(direction),)
    return CoverageQuestion(group, given.get(group), sides)


def run_coverage(
    settings: Settings, question: CoverageQuestion, output: Path | None, *, as_json: bool
) -> int:
    """Show or write the coverage of everything stored."""
    from selaras.flows.chain_view import view_chain  # noqa: PLC0415  networkx costs half a second

    if output:
        check_output(output)
    with waiting(text("cli.progress.tracing", settings.language)):
        view = view_chain(settings)
    run = _run_priorities if question.by == "priority" else _run_groups
    run(view, question, output, as_json=as_json)
    if output and not as_json:
        tell("coverage.written", settings.language, file=output)
    return 0


def _run_groups(view: "ChainView", question: CoverageQuestion, output: Path | None, *, as_json: bool) -> None:
    from selaras.outputs import coverage_rows as rows  # noqa: PLC0415
    from selaras.outputs.shown_text import cut  # noqa: PLC0415

    summaries, name, labels = choose(view, question), namer(view, question.by), view.labels
    gaps = list(rows.gap_rows(summaries, view.found, question.sides, name, things=view.things, labels=labels))
    if output:
        write_sheet(output, rows.gap_heads(labels), gaps, title=labels.text("coverage.sheet.gaps"))
    if as_json:
        found = rows.coverage_to_json(summaries, view.found, question.sides, name, view.things)
        show_json({"schema": rows.SCHEMA, "by": question.by, "groups": found})
        return
    show_table(rows.summary_heads(labels), rows.summary_rows(summaries, question.sides, name, labels))
    show_lines([labels.text("coverage.read")])
    if question.name is not None:
        _show_gaps(
            rows.gap_heads(labels)[1:6], [(*gap[1:4], cut(gap[4], LONG), gap[5]) for gap in gaps], view
        )


def _show_gaps(heads: Sequence[str], gaps: Sequence[Sequence[str]], view: "ChainView") -> None:
    say()
    say(view.labels.text("coverage.gaps", count=len(gaps)))
    if gaps:
        show_table(heads, gaps[:SHOWN_GAPS])
    if len(gaps) > SHOWN_GAPS:
        say(view.labels.text("coverage.more_gaps", count=len(gaps) - SHOWN_GAPS))


def _run_priorities(
    view: "ChainView", question: CoverageQuestion, output: Path | None, *, as_json: bool
) -> None:
    from selaras.models.coverage.summaries import summarise_priorities  # noqa: PLC0415
    from selaras.outputs import coverage_rows as rows  # noqa: PLC0415
    from selaras.outputs.shown_text import cut  # noqa: PLC0415

    nodes = [node for node, code in view.things.codes.items() if _is_asked(code.name, question.name)]
    if not nodes:
        known = ", ".join(code.name for code in view.things.codes.values()) or "–"
        raise InputError(message("error.coverage_none", given=question.name or "", known=known))
    priorities = summarise_priorities(view.graph, view.found, nodes)
    table = list(rows.priority_rows(priorities, view.things, view.labels))
    if output:
        title = view.labels.text("coverage.sheet.priorities")
        write_sheet(output, rows.priority_heads(view.labels), _texts(table), title=title)
    if as_json:
        found = rows.priorities_to_json(priorities, view.things)
        show_json({"schema": rows.SCHEMA, "by": "priority", "groups": found})
        return
    show_table(
        rows.priority_heads(view.labels), [(row[0], cut(str(row[1]), SHORT), *row[2:]) for row in table]
    )
    if question.name is not None:
        for one in priorities:
            show_reached(one.reached, one.missed, Direction.DOWN, view)
    show_lines([view.labels.text("coverage.read_priorities")])


def _is_asked(code: str, name: str | None) -> bool:
    return name is None or code.casefold() == name.strip().casefold()


def _texts(table: Sequence[Sequence[object]]) -> list[list[str]]:
    return [[str(value) for value in row] for row in table]


def choose(view: "ChainView", question: CoverageQuestion) -> "list[Summary]":
    """The summaries asked for, those with nothing judged left out. Raises InputError where none fits."""
    from selaras.models.coverage import summaries as counted  # noqa: PLC0415
    from selaras.outputs.overview_rows import place_of  # noqa: PLC0415

    groups = {"plan": counted.by_plan, "region": counted.by_region, "agency": counted.by_agency}
    found = counted.summarise(view.graph, view.found, groups[question.by])
    name = namer(view, question.by)
    found.sort(key=lambda one: place_of(view.things.document_of(one.statements[0])))
    judged = [one for one in found if any(one.judged(side) for side in question.sides)]
    if question.name is None:
        return judged
    fitting = [one for one in found if fits(question, one, name(one.key), view)]
    if not fitting:
        known = "; ".join(name(one.key) for one in found)
        raise InputError(message("error.coverage_none", given=question.name, known=known))
    return fitting


def fits(question: CoverageQuestion, one: "Summary", name: str, view: "ChainView") -> bool:
    """Tell whether a group is meant: by its key, or by words that its name has, or the file of a plan."""
    asked = question.name or ""
    file = view.things.documents[one.key].file_name if question.by == "plan" else ""
    text_of = f"{name} {file}".casefold()
    return asked == one.key or all(word in text_of for word in asked.casefold().split())


def namer(view: "ChainView", by: str) -> "Callable[[str], str]":
    """What the groups of one kind are called, by their keys."""
    labels, things = view.labels, view.things
    if by == "plan":
        return lambda key: labels.plan(things.documents[key])
    of_group = _documents(view, by)
    if by == "region":
        return lambda key: labels.region(of_group[key])
    return lambda key: " ".join(filter(None, (of_group[key].agency, labels.region(of_group[key]))))


def _documents(view: "ChainView", by: str) -> "dict[str, PlanningDocument]":
    """A document of each group, to name it by."""
    from selaras.models.coverage import summaries as counted  # noqa: PLC0415

    group = counted.by_region if by == "region" else counted.by_agency
    keys = ((group(view.graph.nodes[node]), node) for node in view.found)
    return {key: view.things.document_of(node) for key, node in keys if key is not None}
