"""One run of `align` over two lists, stage by stage: `scale.py` starts it in a process of its own.

    python benchmarks/scale_stages.py SOURCES.csv TARGETS.csv LINKS.csv

Prints JSON: for each stage its seconds, those of the processor (all threads), and the largest memory so far.
What the engine calls is wrapped, so that what is measured is what users run.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest import mock

from selaras.flows import sheets
from selaras.flows.item_lists import read_items
from selaras.flows.lists import write_pairs
from selaras.models.alignment import engine, lists

READ, REASONS, WRITE = "read lists", "reasons", "write"
ENGINE = (  # where the engine finds what it calls, and what stage that is
    (lists, "measure_items", "take apart"),
    (engine, "nearest_pairs", "find candidates"),
    (engine, "every_pair", "find candidates"),
    (engine, "measure_pairs", "measure"),
    (engine, "_scored", "score"),
    (lists, "best_of_each", "score"),
)
Given = ParamSpec("Given")
Made = TypeVar("Made")
STAGES = (READ, "take apart", "find candidates", "measure", "score", REASONS, WRITE)


@dataclass
class Spent:
    """Seconds by the clock and of the processor, and the largest memory of the process so far in MiB."""

    wall: float = 0.0
    processor: float = 0.0
    memory: float = 0.0


class Clock(dict[str, Spent]):
    """What each stage has spent."""

    def __missing__(self, stage: str) -> Spent:
        self[stage] = Spent()
        return self[stage]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done inside as a stage."""
        wall, processor = time.perf_counter(), time.process_time()
        yield
        spent = self[name]
        spent.wall += time.perf_counter() - wall
        spent.processor += time.process_time() - processor
        spent.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def wrapped(self, function: Callable[Given, Made], name: str) -> Callable[Given, Made]:
        """A function, each call of which counts as a stage."""

        def timed(*given: Given.args, **named: Given.kwargs) -> Made:
            with self.stage(name):
                return function(*given, **named)

        return timed

    def take(self, name: str, parts: "Clock") -> None:
        """Leave to a stage only what others, which ran inside it, did not spend."""
        whole = self[name]
        whole.wall -= sum(one.wall for one in parts.values())
        whole.processor -= sum(one.processor for one in parts.values())


def run(sources: Path, targets: Path, output: Path) -> Clock:
    """Read, align and write, with a clock at each stage; what is left of `align` is finding reasons."""
    clock, inside = Clock(), Clock()
    with ExitStack() as patches:
        patches.enter_context(mock.patch.multiple(sheets, MOST_ROWS=10**8, MOST_BYTES=10**12))
        for module, name, stage in ENGINE:
            timed = inside.wrapped(getattr(module, name), stage)
            patches.enter_context(mock.patch.object(module, name, timed))
        with clock.stage(READ):
            here, there = read_items(sources), read_items(targets)
        with clock.stage(REASONS):
            pairs = lists.align(here.items, there.items)
        clock.take(REASONS, inside)
        with clock.stage(WRITE):
            write_pairs(pairs, output, "id")
    clock.update(inside)
    return clock


if __name__ == "__main__":
    found = run(*map(Path, sys.argv[1:4]))
    print(json.dumps({stage: asdict(found[stage]) for stage in STAGES}))
