"""Progress of long work: a bar on standard error, where a person looks at it; else nothing."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Note = Callable[[object], None]
"""Takes note of one thing that is done."""


@contextmanager
def progress(label: str, total: int) -> Iterator[Note]:
    """Show how many of `total` are done."""
    if total == 0 or not sys.stderr.isatty():
        yield _nothing
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda _: bar.advance(task)


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Show that something of unknown length is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(label):
        yield


def _nothing(item: object) -> None:
    del item
