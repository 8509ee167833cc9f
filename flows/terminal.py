"""What the command line shows. Text of documents is not trusted: none of it can steer a terminal."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from shutil import get_terminal_size

from selaras.models.messages import Language, Message, render, text
from selaras.outputs.shown_text import UNSHOWN, shown

WIDE = 200  # columns where the output is no terminal: nothing is cut
SHORT = 14  # a text up to this is never folded
GAP = 2
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def printable(value: object) -> str:
    """One line of text that is safe to show on a terminal."""
    return " ".join(shown(str(value)).split())


def say(line: str = "") -> None:
    """Show a line as a result."""
    print(line)


def tell(code: str, language: Language, **params: object) -> None:
    """Show a sentence of the catalogue as a result."""
    say(printable(text(code, language, **params)))


def show_lines(lines: Iterable[str]) -> None:
    """Show sentences, one a line."""
    for line in lines:
        say(printable(line))


def show_indented(lines: Iterable[str]) -> None:
    """Show sentences, one a line; the blanks in front of each stay."""
    for line in lines:
        say(" " * (len(line) - len(line.lstrip(" "))) + printable(line))


def warn(line: str) -> None:
    """Show a line beside the results, on standard error."""
    print(printable(line), file=sys.stderr)


def show_error(problem: Message, language: Language) -> None:
    """Show why a command ended, in one line on standard error."""
    warn(text("cli.error", language, problem=render(problem, language)))


def say_text(part: str) -> None:
    """Show a part of a result that brings its own line ends and is safe to show."""
    sys.stdout.write(part)


def say_json(part: str) -> None:
    """Show a part of JSON that brings its own line ends; what the output cannot hold is escaped."""
    sys.stdout.write(part if _speaks_utf8() else _BEYOND_ASCII.sub(_json_escape, part))


def _json_escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def show_json(data: object) -> None:
    """Show data for programs; characters that could steer a terminal are written as their JSON escapes."""
    plain = json.dumps(data, ensure_ascii=not _speaks_utf8(), allow_nan=False, indent=2)
    say(UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", plain))


def _speaks_utf8() -> bool:
    return (sys.stdout.encoding or "").casefold().replace("-", "") == "utf8"


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Show a table: as wide as the terminal, or as its content where a program or file takes it.

    Only long texts are folded; where even that is too wide, the terminal breaks the lines.
    """
    from rich.console import Console  # noqa: PLC0415  70 ms that help pages do not need
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    lines = [[printable("" if cell is None else cell) for cell in row] for row in (heads, *rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head, width in zip(lines[0], widths, strict=True):
        table.add_column(Text(head), overflow="fold", no_wrap=width <= SHORT, min_width=min(width, SHORT))
    for line in lines[1:]:
        table.add_row(*map(Text, line))
    least = sum(min(width, SHORT) + GAP for width in widths)
    columns = get_terminal_size().columns if sys.stdout.isatty() else WIDE
    Console(file=sys.stdout, width=max(columns, least), highlight=False, emoji=False).print(table)
