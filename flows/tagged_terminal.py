"""Lines of tagged text with colours, for a person at a terminal; NO_COLOR leaves the colours out."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from selaras.outputs.tagged.text_lines import INDENTS, LineKind, TextLine

STYLES = {
    LineKind.PAGE: "bold",
    LineKind.HEAD: "bold",
    LineKind.TAG: "dim",
    LineKind.WARNING: "yellow",
}
MARKED = "underline cyan"


def show_text_lines(lines: Iterable[TextLine]) -> None:
    """Show the lines as they come, folded and indented to the width of the terminal."""
    console = Console(file=sys.stdout, highlight=False, emoji=False)
    for line in lines:
        if line.kind in (LineKind.PAGE, LineKind.HEAD):
            console.print()
        console.print(Padding(styled(line), (0, 0, 0, len(INDENTS.get(line.kind, "")))))


def styled(line: TextLine) -> Text:
    """A line with its style, and what a tag covers marked."""
    styled_text = Text(line.text, style=STYLES.get(line.kind, ""))
    for start, end in line.marks:
        styled_text.stylize(MARKED, start, end)
    return styled_text
