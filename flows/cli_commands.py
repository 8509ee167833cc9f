"""The commands and their arguments; each imports what it runs when it runs. Help is in the catalogue."""

from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from selaras.flows.cli_help import Command, Group, ManyValuesCommand
from selaras.flows.cli_review import review
from selaras.flows.settings import Settings, without_ocr
from selaras.flows.terminal import say

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)

Context = typer.Context
AsJson = Annotated[bool, typer.Option("--json")]
NoOcr = Annotated[bool, typer.Option("--no-ocr")]
Output = Annotated[Path, typer.Option("--output", metavar="FILE")]
Folder = Annotated[Path, typer.Option("--output", metavar="FOLDER")]


def build_command() -> Any:  # noqa: ANN401  typer hides the type
    """Make the program of all commands."""
    return get_command(app)


@app.callback(invoke_without_command=True)
def program(context: Context, *, version: Annotated[bool, typer.Option("--version")] = False) -> None:
    """Show the version, or the help where no command is given."""
    if version:
        say(f"selaras {installed_version('selaras')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        say(context.get_help())


@app.command(cls=Command)
def demo(context: Context, *, output: Folder = Path("selaras-demo")) -> int:
    """Run the whole job on the packaged samples."""
    from selaras.flows.command_demo import run_demo  # noqa: PLC0415

    return run_demo(context.obj, output)


@app.command(cls=Command)
def read(context: Context, file: Path, *, no_ocr: NoOcr = False, as_json: AsJson = False) -> int:
    """Read one document and show what it says."""
    from selaras.flows.command_documents import run_read  # noqa: PLC0415

    return run_read(_settings(context, no_ocr=no_ocr), file, as_json=as_json)


def _settings(context: Context, *, no_ocr: bool) -> Settings:
    settings: Settings = context.obj
    return without_ocr(settings) if no_ocr else settings


@app.command(cls=Command)
def ingest(  # noqa: PLR0913  each is an option that users name
    context: Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...")],
    *,
    no_flow: Annotated[bool, typer.Option("--no-flow")] = False,
    accept_loss: Annotated[bool, typer.Option("--accept-loss")] = False,
    no_ocr: NoOcr = False,
    as_json: AsJson = False,
) -> int:
    """Read documents into the store."""
    from selaras.flows.command_ingest import run_ingest  # noqa: PLC0415

    settings = _settings(context, no_ocr=no_ocr)
    return run_ingest(settings, paths, with_flow=not no_flow, accept_loss=accept_loss, as_json=as_json)


@app.command(cls=Command)
def link(context: Context, *, as_json: AsJson = False) -> int:
    """Link everything stored."""
    from selaras.flows.command_links import run_link  # noqa: PLC0415

    return run_link(context.obj, as_json=as_json)


@app.command(cls=Command)
def compare(
    context: Context,
    *,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
    show_all: Annotated[bool, typer.Option("--all")] = False,
    as_json: AsJson = False,
) -> int:
    """Compare the indicators of stored plans with those of the plans above."""
    from selaras.flows.command_compare import run_compare  # noqa: PLC0415

    return run_compare(context.obj, output, show_all=show_all, as_json=as_json)


@app.command(cls=ManyValuesCommand)
def check(  # noqa: PLR0913  each is an option that users name
    context: Context,
    draft: Path,
    *,
    against: Annotated[list[Path], typer.Option("--against", metavar="PLAN...")],
    formats: Annotated[str, typer.Option("--format", metavar="html,json")] = "html,json",
    output: Folder = Path(),
    as_json: AsJson = False,
) -> int:
    """Check a draft against the plans that it must accord with."""
    from selaras.flows.command_check import run_check  # noqa: PLC0415

    return run_check(context.obj, draft, against, formats=formats, output=output, as_json=as_json)


@app.command(cls=Command)
def align(
    context: Context,
    sources: Path,
    targets: Path,
    *,
    output: Output,
    language: Annotated[str, typer.Option("--language", metavar="id|en|auto")] = "auto",
) -> int:
    """Link two lists."""
    from selaras.flows.command_lists import run_align  # noqa: PLC0415
    from selaras.flows.list_languages import parse_text_language  # noqa: PLC0415

    return run_align(context.obj, sources, targets, output, parse_text_language(language))


@app.command(cls=ManyValuesCommand)
def resolve(  # noqa: PLR0913  each is an option that users name
    context: Context,
    names: Annotated[Path | None, typer.Argument(metavar="LIST")] = None,
    *,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="NAME...")] = None,
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT")] = "",
    agency: Annotated[str, typer.Option("--agency", metavar="AGENCY")] = "",
    sources: Annotated[str | None, typer.Option("--sources", metavar="RPJPN,RPJMN")] = None,
    as_json: AsJson = False,
) -> int:
    """Find the catalogue codes of indicators."""
    from selaras.flows.command_resolve import Question, parse_sources, run_resolve  # noqa: PLC0415

    question = Question(names, output, tuple(name or ()), unit, agency)
    return run_resolve(context.obj, question, parse_sources(sources), as_json=as_json)


@app.command(cls=Command)
def catalogue(
    context: Context,
    *,
    name: Annotated[str, typer.Option("--format", metavar="ttl|json|xlsx|csv")] = "csv",
    output: Output,
) -> int:
    """Write the catalogue of indicators."""
    from selaras.flows.command_catalogue import run_catalogue  # noqa: PLC0415

    return run_catalogue(context.obj, name, output)


@app.command(cls=Command)
def tables(context: Context, file: Path, *, no_ocr: NoOcr = False, as_json: AsJson = False) -> int:
    """Show the tables of one document as they are printed."""
    from selaras.flows.command_tables import run_tables  # noqa: PLC0415

    return run_tables(_settings(context, no_ocr=no_ocr), file, as_json=as_json)


@app.command(cls=Command)
def tag(  # noqa: PLR0913  each is an option that users name
    context: Context,
    file: Path,
    *,
    pages: Annotated[str | None, typer.Option("--pages", metavar="3-7,12")] = None,
    groups: Annotated[str | None, typer.Option("--groups", metavar="regions,...")] = None,
    name: Annotated[str | None, typer.Option("--format", metavar="text|html|json|jsonl")] = None,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
    no_ocr: NoOcr = False,
    as_json: AsJson = False,
) -> int:
    """Show what the spaCy pipeline found."""
    from selaras.flows.command_tag import TagOptions, run_tag  # noqa: PLC0415

    options = TagOptions(pages, groups, name, output, as_json)
    return run_tag(_settings(context, no_ocr=no_ocr), file, options)


@app.command(cls=Command)
def export(
    context: Context,
    *,
    name: Annotated[str, typer.Option("--format", metavar="graphml|json")],
    output: Output,
) -> int:
    """Write the graph."""
    from selaras.flows.command_links import run_export  # noqa: PLC0415

    return run_export(context.obj, name, output)


@app.command(cls=ManyValuesCommand)
def coverage(  # noqa: PLR0913  each is an option that users name
    context: Context,
    *,
    plan: Annotated[list[str] | None, typer.Option("--plan", metavar="NAME...")] = None,
    region: Annotated[list[str] | None, typer.Option("--region", metavar="NAME...")] = None,
    agency: Annotated[list[str] | None, typer.Option("--agency", metavar="NAME...")] = None,
    priority: Annotated[str | None, typer.Option("--priority", metavar="CODE")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="plan|region|agency|priority")] = None,
    direction: Annotated[str | None, typer.Option("--direction", metavar="up|down")] = None,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
    as_json: AsJson = False,
) -> int:
    """Count what is taken up, and name the gaps."""
    from selaras.flows.command_coverage import ask, run_coverage  # noqa: PLC0415

    words = {"plan": plan, "region": region, "agency": agency, "priority": [priority] if priority else None}
    names = {group: " ".join(given) for group, given in words.items() if given}
    return run_coverage(context.obj, ask(names, by, direction), output, as_json=as_json)


@app.command(cls=ManyValuesCommand)
def trace(  # noqa: PLR0913  each is an option that users name
    context: Context,
    query: Annotated[list[str], typer.Argument(metavar="CODE|NUMBER|ID|WORDS...")],
    *,
    plan: Annotated[list[str] | None, typer.Option("--plan", metavar="NAME...")] = None,
    up: Annotated[bool, typer.Option("--up")] = False,
    least: Annotated[float, typer.Option("--least", metavar="0.5")] = 0.5,
    lines: Annotated[int, typer.Option("--lines", metavar="60")] = 60,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE")] = None,
    as_json: AsJson = False,
) -> int:
    """Follow a statement through all levels."""
    from selaras.flows.command_trace import TraceQuestion, run_trace  # noqa: PLC0415

    question = TraceQuestion(" ".join(query), " ".join(plan) if plan else None, up, least, lines)
    return run_trace(context.obj, question, output, as_json=as_json)


@app.command(cls=Command)
def status(context: Context, *, as_json: AsJson = False) -> int:
    """Show what is stored, what failed, and how fresh it is."""
    from selaras.flows.command_status import run_status  # noqa: PLC0415

    return run_status(context.obj, as_json=as_json)


app.add_typer(review, name="review")
