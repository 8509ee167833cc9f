"""Whether a long list of names is resolved row by row: in the same memory, however long it is.

    python benchmarks/resolve_stream.py [--megabytes 100] [--distinct 2000]

Generates a CSV list of that size in a folder that is deleted afterwards, runs `selaras resolve` on it in a
process of its own, and prints rows a second and the most memory; for comparison first with a hundredth of
it. Names come again, as in the joined lists of many regions; with more than a few thousand that differ no
answer comes from memory, and a list takes as long as benchmarks/resolve_speed.py says.
"""

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from name_variants import generate_names, known_names

from selaras.models.catalogue import load_catalogue

MEASURED = "import sys; from selaras.flows.cli import run; sys.exit(run(sys.argv[1:], {}))"


def write_list(path: Path, size: int, names: list[str]) -> int:
    """Write a list of at least so many bytes and return its rows."""
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "nama indikator", "satuan", "perangkat daerah"))
        while stream.tell() < size:
            some = [names[(rows + step) % len(names)] for step in range(1000)]
            writer.writerows((rows + step, name, "%", "Dinas Sosial") for step, name in enumerate(some))
            rows += 1000
    return rows


def resolve_list(folder: Path, size: int, names: list[str]) -> tuple[int, float, float]:
    """Rows, seconds and megabytes of memory of resolving a list of so many bytes."""
    listed, output = folder / "list.csv", folder / "codes.csv"
    rows = write_list(listed, size, names)
    start = time.perf_counter()
    command = [sys.executable, "-c", MEASURED, "resolve", str(listed), "--output", str(output)]
    subprocess.run(command, check=True, capture_output=True)
    took = time.perf_counter() - start
    with output.open(encoding="utf-8", newline="") as stream:
        answered = sum(1 for _ in csv.reader(stream)) - 1
    if answered != rows:
        raise SystemExit(f"{answered} answers to {rows} rows")
    return rows, took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Measure a short and a long list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--distinct", type=int, default=2000)
    options = parser.parse_args()
    names = list(generate_names(known_names(load_catalogue()), options.distinct))
    print(f"{'MB':>8} {'rows':>10} {'seconds':>8} {'rows/s':>8} {'memory, MB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for size in (options.megabytes / 100, options.megabytes):
            count, took, memory = resolve_list(Path(folder), int(size * 2**20), names)
            print(f"{size:8.0f} {count:10} {took:8.1f} {count / took:8.0f} {memory:10.0f}")


if __name__ == "__main__":
    main()
