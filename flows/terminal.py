"""What the command line shows. Text of documents is not trusted: none of it can steer a terminal."""

import json
import sys
from collections.abc import Iterable, Sequence

from selaras.models.messages import Language, Message, render, text
from selaras.outputs.shown_text import UNSHOWN, shown

WIDE = 200  # columns where the output is no terminal: nothing is cut
PAD = "  "


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


def warn(line: str) -> None:
    """Show a line beside the results, on standard error."""
    print(printable(line), file=sys.stderr)


def show_error(problem: Message, language: Language) -> None:
    """Show why a command ended, in one line on standard error."""
    warn(text("cli.error", language, problem=render(problem, language)))


def show_json(data: object) -> None:
    """Show data for programs; characters that could steer a terminal are written as their JSON escapes."""
    plain = json.dumps(data, ensure_ascii=not _speaks_utf8(), allow_nan=False, indent=2)
    say(UNSHOWN.sub(lambda match: f"\\u{ord(match[0]):04x}", plain))


def _speaks_utf8() -> bool:
    return (sys.stdout.encoding or "").casefold().replace("-", "") == "utf8"


def show_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Show a table: as wide as the terminal, or as its content where a program or file takes it."""
    from rich.console import Console  # noqa: PLC0415  70 ms that help pages do not need
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(Text(head), overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable("" if cell is None else cell)) for cell in row))
    terminal = sys.stdout.isatty()
    Console(file=sys.stdout, width=None if terminal else WIDE, highlight=False, emoji=False).print(table)
