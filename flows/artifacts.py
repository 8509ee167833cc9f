"""What a run leaves in Prefect for people to read: a table of what was done, and a summary in words.

Both are kept under the name of the flow, so that the page of an artifact shows all its runs.
"""

import re
from collections.abc import Iterable, Sequence

from prefect.artifacts import create_markdown_artifact, create_table_artifact

from selaras.flows.terminal import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def keep_table(flow: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Keep a table as the artifact `FLOW-table`."""
    table = [dict(zip(heads, map(printable, row), strict=True)) for row in rows]
    create_table_artifact(table=table, key=f"{flow}-table")


def keep_summary(flow: str, title: str, lines: Iterable[str]) -> None:
    """Keep a title and a list of sentences as the artifact `FLOW-summary`."""
    items = "\n".join(f"- {escaped(line)}" for line in lines)
    create_markdown_artifact(markdown=f"# {escaped(title)}\n\n{items}\n", key=f"{flow}-summary")


def escaped(words: str) -> str:
    """Text as Markdown that shows it, whatever signs it holds."""
    return _MARKUP.sub(r"\\\1", printable(words))
