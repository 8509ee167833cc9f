"""How long commands take to start: the median of several runs, each in a process of its own.

    python benchmarks/startup.py [--runs 7] [--flow]

`--flow` also measures what Prefect's temporary server costs, at the first start of a home and at the second.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

PYTHON = (sys.executable, "-c")
COMMAND = (*PYTHON, "from selaras.flows.cli import main; main()")
EMPTY_FLOW = """
import os
from pathlib import Path
from selaras.flows.quiet_prefect import quiet_prefect
from selaras.flows.settings import read_settings
quiet_prefect(read_settings(os.environ), os.environ)
from prefect import flow
flow(lambda: None, name="nothing")()
"""
CASES: tuple[tuple[str, Sequence[str]], ...] = (
    ("python itself", (*PYTHON, "pass")),
    ("selaras --version", (*COMMAND, "--version")),
    ("selaras --help", (*COMMAND, "--help")),
    ("selaras ingest --help", (*COMMAND, "ingest", "--help")),
    ("selaras status (empty home)", (*COMMAND, "status")),
    ("import Prefect", (*PYTHON, "import prefect")),
    ("import spaCy", (*PYTHON, "import spacy")),
    (
        "import spaCy and build the pipeline",
        (*PYTHON, "from selaras.extractors.tagging.pipeline import build_pipeline as b; b()"),
    ),
    ("import the store", (*PYTHON, "import selaras.flows.store")),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--flow", action="store_true")
    options = parser.parse_args()
    print("| what | median, s |\n|---|---|")
    for name, arguments in CASES:
        with tempfile.TemporaryDirectory() as home:
            times = [measure(arguments, Path(home)) for _ in range(options.runs)]
        print(f"| {name} | {statistics.median(times):.2f} |")
    if options.flow:
        with tempfile.TemporaryDirectory() as home:
            for name in ("first", "second"):
                seconds = measure((*PYTHON, EMPTY_FLOW), Path(home))
                print(f"| an empty flow, {name} start of a home | {seconds:.2f} |")


def measure(arguments: Sequence[str], home: Path) -> float:
    """Seconds that a process takes from start to end."""
    environ = {**os.environ, "SELARAS_HOME": str(home)}
    start = time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, env=environ)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
