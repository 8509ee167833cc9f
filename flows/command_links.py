"""`selaras link` and `selaras export`: everything that is stored is linked, and written as a graph."""

from dataclasses import asdict
from pathlib import Path

from selaras.flows.linking import link_home, link_sentence
from selaras.flows.progress import waiting
from selaras.flows.settings import Settings
from selaras.flows.store import Workplace, opened_store
from selaras.flows.terminal import show_json, show_lines, tell
from selaras.models.messages import text


def run_link(settings: Settings, *, as_json: bool) -> int:
    """Link everything stored."""
    language = settings.language
    with opened_store(settings) as store, waiting(text("cli.progress.linking", language)):
        summary = link_home(Workplace(store, settings))
    if as_json:
        show_json(asdict(summary))
    else:
        show_lines([link_sentence(summary, language)])
    return 0


def run_export(settings: Settings, name: str, output: Path) -> int:
    """Write the graph of everything stored."""
    from selaras.flows.graphs import check_format, write_graph  # noqa: PLC0415  networkx costs half a second
    from selaras.flows.judging import judge_store  # noqa: PLC0415
    from selaras.models.coverage.status import mark_coverage  # noqa: PLC0415

    check_format(name)
    with opened_store(settings) as store:
        chain = judge_store(store)
    write_graph(mark_coverage(chain.graph, chain.found), name, output)
    counts = {"nodes": chain.graph.number_of_nodes(), "edges": chain.graph.number_of_edges()}
    tell("cli.export.done", settings.language, file=output, **counts)
    return 0
