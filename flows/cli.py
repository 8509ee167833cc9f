"""The command line: `selaras COMMAND`. Nothing heavy is imported until a command needs it.

Exit codes: 0 done; 1 a check found errors, or a batch had failures; 2 wrong input; 130 interrupted.
"""

import os
import sys
from collections.abc import Mapping, Sequence

from typer import TyperException

from selaras.flows.cli_commands import build_command
from selaras.flows.cli_help import usage_problem
from selaras.flows.settings import parse_language, read_settings
from selaras.flows.terminal import show_error
from selaras.models.errors import InputError, SelarasError
from selaras.models.messages import DEFAULT_LANGUAGE, Language, message

LANGUAGE_OPTION = "--lang"
LANGUAGE_VARIABLE = "SELARAS_LANG"
PIPELINE_OPTION = "--pipeline"
PIPELINE_VARIABLE = "SELARAS_PIPELINE"
INTERRUPTED = 130


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        # A letter that the terminal does not know must not end the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = run(sys.argv[1:], os.environ)
    try:
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (`| head`) had enough; the rest goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command and return its exit code; a foreseen error becomes one line on standard error."""
    language = DEFAULT_LANGUAGE
    try:
        given, rest = take_option(arguments, LANGUAGE_OPTION)
        language = choose_language(given, environ)
        pipeline, rest = take_option(rest, PIPELINE_OPTION)
        chosen = {LANGUAGE_VARIABLE: language} | ({PIPELINE_VARIABLE: pipeline} if pipeline else {})
        settings = read_settings({**environ, **chosen})
        code = build_command().main(rest, "selaras", standalone_mode=False, obj=settings) or 0
    except SelarasError as error:
        show_error(error.message, language)
        return error.exit_code
    except TyperException as error:
        show_error(usage_problem(error), language)
        return InputError.exit_code
    if code == INTERRUPTED:
        show_error(message("error.interrupted"), language)
    return int(code)


def choose_language(given: str | None, environ: Mapping[str, str]) -> Language:
    """The language of the option, else of the environment, else Indonesian. Raises InputError."""
    if given is not None:
        return parse_language(given, LANGUAGE_OPTION)
    return parse_language(environ.get(LANGUAGE_VARIABLE) or DEFAULT_LANGUAGE, LANGUAGE_VARIABLE)


def take_option(arguments: Sequence[str], name: str) -> tuple[str | None, list[str]]:
    """Take an option and its value out of the arguments, wherever they stand."""
    rest = list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    for index, argument in enumerate(rest[:end]):
        if argument == name and index + 1 < end:
            return rest[index + 1], rest[:index] + rest[index + 2 :]
        if argument.startswith(f"{name}="):
            return argument.removeprefix(f"{name}="), rest[:index] + rest[index + 1 :]
    return None, rest
