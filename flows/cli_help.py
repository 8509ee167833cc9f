"""Help and usage errors in the language of the user, from the message catalogue `cli`.

Texts are found by name: `cli.ingest.help`, `cli.ingest.example`, `cli.ingest.paths` for a parameter of the
command, and `cli.option.as_json` for one that many commands share.
"""

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from selaras.models.errors import InputError
from selaras.models.messages import Language, Message, catalogue, message, text

WIDEST = 100
INDENT = "  "
WIDEST_NAME = 26

PROBLEMS = {
    "MissingParameter": "error.usage_missing",
    "NoSuchOption": "error.usage_no_option",
    "BadOptionUsage": "error.usage_no_value",
}


class Command(TyperCommand):
    """A command whose help comes from the catalogue."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  typer hides its types
        """Write the help page."""
        formatter.write(command_help(path_of(ctx), self.params, ctx.find_root().obj.language))


class ManyValuesCommand(Command):
    """A command whose options take one value or more: `--against A B` is `--against A --against B`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Parse the arguments, lists of values spread out."""
        many = {name for item in self.params if getattr(item, "multiple", False) for name in item.opts}
        rest: list[str] = super().parse_args(ctx, list(spread_values(args, many)))
        return rest


class Group(TyperGroup):
    """The program itself; its help lists the commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the help page."""
        formatter.write(program_help(list(self.commands), self.params, ctx.find_root().obj.language))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401
        """Find the command. Raises InputError for one that is not there."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise InputError(message("error.usage_no_command", name=args[0]))
        return super().resolve_command(ctx, args)


class Subgroup(Group):
    """A command that has commands of its own, `selaras review list`; its help lists them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the help page."""
        formatter.write(group_help(path_of(ctx), list(self.commands), ctx.find_root().obj.language))


def path_of(context: Any) -> str:  # noqa: ANN401
    """The names of a command and the groups that it stands in, without the program's: `review list`."""
    return str(context.command_path).partition(" ")[2]


def spread_values(arguments: Iterable[str], options: set[str]) -> Iterator[str]:
    """Repeat an option before each of the values that follow it."""
    current = None
    for argument in arguments:
        if argument.startswith("-"):
            current = argument if argument in options else None
            if current is None:
                yield argument
        elif current is None:
            yield argument
        else:
            yield from (current, argument)


def usage_problem(error: TyperException) -> Message:
    """What is wrong with the arguments, as a message."""
    code = PROBLEMS.get(type(error).__name__)
    name = getattr(error, "option_name", None) or _parameter_name(getattr(error, "param", None))
    return (
        message(code, name=name) if code and name else message("error.usage", detail=error.format_message())
    )


def _parameter_name(parameter: Any) -> str:  # noqa: ANN401
    return "" if parameter is None else _label(parameter).partition(" ")[0]


def command_help(name: str, parameters: Sequence[Any], language: Language) -> str:
    """The help page of a command; the name holds those of its groups, `review list`."""
    key = name.replace(" ", ".")
    arguments = [item for item in parameters if item.param_type_name == "argument"]
    options = [item for item in parameters if item.param_type_name == "option"]
    usage = " ".join(["selaras", name, *map(_label, arguments), text("cli.options_sign", language)])
    sections = [
        text("cli.usage", language, usage=usage),
        _paragraphs(text(f"cli.{key}.help", language)),
        _section("arguments", [(_label(item), _help(key, item, language)) for item in arguments], language),
        _section("options", [*_options(key, options, language), *_shared(language)], language),
        text("cli.example", language) + "\n" + textwrap.indent(text(f"cli.{key}.example", language), INDENT),
    ]
    return "\n\n".join(filter(None, sections)) + "\n"


def program_help(commands: Sequence[str], parameters: Sequence[Any], language: Language) -> str:
    """The help page of the program."""
    sections = [
        text("cli.usage", language, usage=text("cli.program_usage", language)),
        _paragraphs(text("cli.program", language)),
        _section("commands", [(name, text(f"cli.{name}.short", language)) for name in commands], language),
        _section("options", [*_options("program", parameters, language), *_shared(language)], language),
        _paragraphs(text("cli.environment", language)),
    ]
    return "\n\n".join(sections) + "\n"


def group_help(name: str, commands: Sequence[str], language: Language) -> str:
    """The help page of a command that has commands of its own."""
    usage = text("cli.group_usage", language, name=name)
    rows = [(one, text(f"cli.{name}.{one}.short", language)) for one in commands]
    sections = [
        text("cli.usage", language, usage=usage),
        _paragraphs(text(f"cli.{name}.help", language)),
        _section("commands", rows, language),
        _section("options", _shared(language), language),
        text("cli.example", language) + "\n" + textwrap.indent(text(f"cli.{name}.example", language), INDENT),
    ]
    return "\n\n".join(sections) + "\n"


def _options(command: str, options: Iterable[Any], language: Language) -> list[tuple[str, str]]:
    return [(_label(item), _help(command, item, language)) for item in options]


def _shared(language: Language) -> list[tuple[str, str]]:
    return [
        ("--lang id|en", text("cli.option.lang", language)),
        ("--pipeline FOLDER", text("cli.option.pipeline", language)),
        ("--help", text("cli.option.help", language)),
    ]


def _label(parameter: Any) -> str:  # noqa: ANN401
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join(parameter.opts)
    return names if parameter.is_flag else f"{names} {parameter.metavar}"


def _help(command: str, parameter: Any, language: Language) -> str:  # noqa: ANN401
    own = f"cli.{command}.{parameter.name}"
    return text(own if own in catalogue(language) else f"cli.option.{parameter.name}", language)


def _section(name: str, rows: Sequence[tuple[str, str]], language: Language) -> str:
    if not rows:
        return ""
    width = min(max(len(label) for label, _ in rows), WIDEST_NAME)
    return "\n".join([text(f"cli.{name}", language), *(_row(label, words, width) for label, words in rows)])


def _row(label: str, words: str, width: int) -> str:
    gap = " " * (len(INDENT) + width + 2)
    lines = textwrap.wrap(words, max(_columns() - len(gap), 30))
    first = f"{INDENT}{label:<{width}}  "
    head = [first + lines.pop(0)] if len(label) <= width else [first.rstrip()]
    return "\n".join(head + [gap + line for line in lines])


def _paragraphs(words: str) -> str:
    return "\n\n".join(textwrap.fill(part, _columns()) for part in words.strip().split("\n\n"))


def _columns() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)
