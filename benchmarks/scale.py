"""How time and memory of linking grow with the lists: `python benchmarks/scale.py [--million] [--doubling]`.

Statements against a fifth as many targets, made by recombination (see `scale_lists.py`): 1,000, 10,000 and
100,000, and a million if asked to. Each size runs twice in processes of their own: stage by stage (see
`scale_stages.py`), and as `selaras align`, start of the program and all.

    --sizes 500 5000     other numbers of statements
    --doubling           50,000 against 10,000 beside 100,000 against 20,000, and the same with 20,000 in both

Seconds are those of the processor, of all threads together, with those by the clock in brackets: others may
use the machine, and then the clock tells about them. Memory is the largest resident size so far, in MiB.
An exponent is the slope of the logarithm of time over that of the number of statements, by least squares over
all sizes: 1 is linear. Pairs are about as many at each size up to 100,000, so finding reasons hardly grows.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from scale_lists import write_lists

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
SHARE = 5  # statements for each target
DOUBLED = ((50_000, 10_000), (100_000, 20_000)), ((50_000, 20_000), (100_000, 20_000))
LEAST = 0.02  # seconds below which a time tells nothing
WHOLE = "all stages"
COMMAND = "selaras align"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of the processor, and the largest memory in MiB."""

    wall: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.processor:7.1f} ({self.wall:6.1f}) {self.memory:6.0f}"


Row = Mapping[str, Spent]
"""What each stage of one size spent, all of them together, and the command."""


def measure(sources: int, targets: int) -> Row:
    """Make two lists and link them, stage by stage and by the command."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        lists = [str(path) for path in write_lists(place, sources, targets)]
        stages = Path(__file__).with_name("scale_stages.py")
        told, _ = spend([sys.executable, str(stages), *lists, str(place / "links.csv")])
        found = {stage: Spent(**spent) for stage, spent in json.loads(told).items()}
        row = {**found, WHOLE: total(found)}
        if max(sources, targets) < MILLION:  # the command refuses lists of that length
            selaras = Path(sys.executable).with_name("selaras")
            output = str(place / "whole.csv")
            row[COMMAND] = spend([str(selaras), "align", *lists, "--output", output])[1]
        return row


def spend(command: Sequence[str]) -> tuple[bytes, Spent]:
    """Run a command in a process of its own; what it printed, and what it spent. Raises OSError."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        told = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise OSError(f"{command[0]} ended with {process.returncode}")
    return told, Spent(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def total(stages: Row) -> Spent:
    """What all stages spent together."""
    spent = stages.values()
    return Spent(
        sum(one.wall for one in spent),
        sum(one.processor for one in spent),
        max(one.memory for one in spent),
    )


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float | None:
    """The slope of log time over log size by least squares; None where fewer than two times tell anything."""
    points = [(log(size), log(time)) for size, time in zip(sizes, seconds, strict=True) if time >= LEAST]
    if len(points) < 2:
        return None
    middle, level = (sum(column) / len(points) for column in zip(*points, strict=True))
    spread = sum((size - middle) ** 2 for size, _ in points)
    return sum((size - middle) * (time - level) for size, time in points) / spread if spread else None


def show(sizes: Sequence[tuple[int, int]], rows: Sequence[Row]) -> None:
    """Print a line for each stage, a column for each size, and the exponents."""
    heads = (f"{sources:,} x {targets:,}" for sources, targets in sizes)
    print(f"{'seconds (clock) MiB':16}", *(f"{head:>23}" for head in heads), " exponent")
    for stage in dict.fromkeys(stage for row in rows for stage in row):
        told = [(size, row[stage]) for (size, _), row in zip(sizes, rows, strict=True) if stage in row]
        slope = exponent([size for size, _ in told], [spent.processor for _, spent in told])
        cells = (str(row[stage]) if stage in row else "" for row in rows)
        print(f"{stage:16}", *(f"{cell:>23}" for cell in cells), f"{slope:9.2f}" if slope is not None else "")


def show_doubling() -> None:
    """Print how many times longer twice the work takes."""
    rows: dict[tuple[int, int], Row] = {}
    for half, whole in DOUBLED:
        for size in (half, whole):
            rows[size] = rows.get(size) or measure(*size)
        names = (f"{sources:,} x {targets:,}" for sources, targets in (half, whole))
        print("\n" + " -> ".join(names) + ": seconds of the processor, and how many times as many")
        for stage, spent in rows[half].items():
            if spent.processor >= LEAST:
                after = rows[whole][stage].processor
                print(f"{stage:16} {spent.processor:7.1f} -> {after:7.1f}  {after / spent.processor:5.2f}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of statements")
    parser.add_argument("--million", action="store_true", help="a million statements, too")
    parser.add_argument("--doubling", action="store_true", help="twice the work, beside it")
    options = parser.parse_args()
    numbers = [*options.sizes, *([MILLION] if options.million else [])]
    sizes = [(number, max(1, number // SHARE)) for number in numbers]
    if sizes:
        show(sizes, [measure(*size) for size in sizes])
    if options.doubling:
        show_doubling()


if __name__ == "__main__":
    main()
