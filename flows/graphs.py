"""The graph of everything that is stored, and the file that holds it."""

from pathlib import Path

from selaras.flows.atomic_files import atomic_file
from selaras.models.errors import InputError
from selaras.models.messages import message
from selaras.outputs.graph_formats import WRITERS, Graph


def check_format(name: str) -> None:
    """Raises InputError for a format that no graph can be written in."""
    if name not in WRITERS:
        raise InputError(message("error.unknown_format", given=name, known=", ".join(WRITERS)))


def write_graph(graph: Graph, name: str, path: Path) -> None:
    """Write the graph in a format of `WRITERS`. Raises InputError for another one, and OutputError."""
    check_format(name)
    with atomic_file(path) as stream:
        WRITERS[name](graph, stream)
