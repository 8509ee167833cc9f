"""The commands of `selaras review` and their arguments."""

from pathlib import Path
from typing import Annotated

import typer

from selaras.flows.cli_help import Command, Subgroup
from selaras.flows.terminal import say

review = typer.Typer(cls=Subgroup, rich_markup_mode=None)

Context = typer.Context
AsJson = Annotated[bool, typer.Option("--json")]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
Seen = Annotated[int | None, typer.Option("--revision", metavar="N", min=0, max=999_999_999)]
Force = Annotated[bool, typer.Option("--force")]
LinkName = Annotated[str, typer.Argument(metavar="ID")]
LinkNames = Annotated[list[str], typer.Argument(metavar="ID...")]


@review.callback(invoke_without_command=True)
def group(context: Context) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        say(context.get_help())


@review.command(name="list", cls=Command)
def list_links(  # noqa: PLR0913  each is an option that users name
    context: Context,
    *,
    plan: Annotated[str | None, typer.Option("--plan", metavar="PLAN")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="CODE")] = None,
    relation: Annotated[str | None, typer.Option("--relation", metavar="RELATION")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="STATE")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1)] = 20,
    as_json: AsJson = False,
) -> int:
    """List links in the order in which deciding helps most."""
    from selaras.flows.command_review import Asked, run_list  # noqa: PLC0415

    return run_list(context.obj, Asked(plan, region, relation, state), limit=limit, as_json=as_json)


@review.command(cls=Command)
def show(context: Context, link: LinkName, *, as_json: AsJson = False) -> int:
    """Show a link with everything that is known about it."""
    from selaras.flows.command_review import run_show  # noqa: PLC0415

    return run_show(context.obj, link, as_json=as_json)


@review.command(cls=Command)
def confirm(  # noqa: PLR0913
    context: Context,
    links: LinkNames,
    *,
    author: Author = None,
    reason: Reason = "",
    revision: Seen = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Confirm links."""
    from selaras.flows.command_decide import By, run_decide  # noqa: PLC0415

    by = By(author, reason, revision, force)
    return run_decide(context.obj, "confirm", links, by, as_json=as_json)


@review.command(cls=Command)
def reject(  # noqa: PLR0913
    context: Context,
    links: LinkNames,
    *,
    author: Author = None,
    reason: Reason = "",
    revision: Seen = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Reject links."""
    from selaras.flows.command_decide import By, run_decide  # noqa: PLC0415

    by = By(author, reason, revision, force)
    return run_decide(context.obj, "reject", links, by, as_json=as_json)


@review.command(cls=Command)
def retarget(  # noqa: PLR0913
    context: Context,
    link: LinkName,
    target: Annotated[str, typer.Argument(metavar="TARGET")],
    *,
    author: Author = None,
    reason: Reason = "",
    revision: Seen = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Reject a link and confirm another target."""
    from selaras.flows.command_decide import By, run_retarget  # noqa: PLC0415

    return run_retarget(context.obj, link, target, By(author, reason, revision, force), as_json=as_json)


@review.command(cls=Command)
def justify(  # noqa: PLR0913
    context: Context,
    statement: Annotated[str, typer.Argument(metavar="STATEMENT")],
    *,
    side: Annotated[str, typer.Option("--side", metavar="up|down")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")],
    until: Annotated[str, typer.Option("--until", metavar="YYYY-MM-DD")],
    author: Author = None,
    revision: Seen = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Sign a gap."""
    from selaras.flows.command_decide import By, run_justify  # noqa: PLC0415

    by = By(author, reason, revision, force)
    return run_justify(context.obj, statement, (side, until), by, as_json=as_json)


@review.command(cls=Command)
def withdraw(  # noqa: PLR0913
    context: Context,
    subjects: LinkNames,
    *,
    author: Author = None,
    reason: Reason = "",
    revision: Seen = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Take decisions back."""
    from selaras.flows.command_decide import By, run_withdraw  # noqa: PLC0415

    by = By(author, reason, revision, force)
    return run_withdraw(context.obj, subjects, by, as_json=as_json)


@review.command(cls=Command)
def log(
    context: Context,
    *,
    subject: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1)] = 50,
    as_json: AsJson = False,
) -> int:
    """Show who decided what, the newest first."""
    from selaras.flows.command_review import run_log  # noqa: PLC0415

    return run_log(context.obj, subject, limit=limit, as_json=as_json)


@review.command(cls=Command)
def export(  # noqa: PLR0913
    context: Context,
    output: Annotated[Path, typer.Argument(metavar="FILE.xlsx")],
    *,
    plan: Annotated[str | None, typer.Option("--plan", metavar="PLAN")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="CODE")] = None,
    relation: Annotated[str | None, typer.Option("--relation", metavar="RELATION")] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="STATE")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1)] = 500,
) -> int:
    """Write a workbook to decide in."""
    from selaras.flows.command_review import Asked  # noqa: PLC0415
    from selaras.flows.command_workbook import run_export  # noqa: PLC0415

    return run_export(context.obj, output, Asked(plan, region, relation, state), limit=limit)


@review.command(name="import", cls=Command)
def take_in(
    context: Context,
    workbook: Annotated[Path, typer.Argument(metavar="FILE.xlsx")],
    *,
    author: Author = None,
    force: Force = False,
    as_json: AsJson = False,
) -> int:
    """Take in the decisions of a workbook."""
    from selaras.flows.command_workbook import run_import  # noqa: PLC0415

    return run_import(context.obj, workbook, author, force=force, as_json=as_json)


@review.command(cls=Command)
def learn(
    context: Context,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    reset: Annotated[bool, typer.Option("--reset")] = False,
    as_json: AsJson = False,
) -> int:
    """Retrain the scorer on what was decided."""
    from selaras.flows.command_learn import run_forget, run_learn  # noqa: PLC0415

    if reset:
        return run_forget(context.obj)
    return run_learn(context.obj, dry_run=dry_run, as_json=as_json)
