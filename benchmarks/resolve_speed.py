"""How many names of indicators a second are resolved, of names that differ: no answer comes from memory.

    python benchmarks/resolve_speed.py [--names 100000]

Prints names a second (by the clock and by processor time: other work on the machine slows only the first),
what plain reckoning of one label after the other would need, the most memory used, and the slowest of names
of a thousand characters.
"""

import argparse
import resource
import time
from collections.abc import Sequence

from name_variants import generate_names, known_names
from plain_scores import plain_score

from selaras.models.catalogue import Catalogue, load_catalogue, spell_out
from selaras.models.indicator_names import LONGEST_NAME, name_words

HARD = (
    "tingkat kemiskinan ",
    "xqzv",
    "(" * 5,
    "a-",
    "1.",
    "indeks persentase jumlah rasio ",
    "kota ",
    "q" * 60 + " ",
)
PLAIN_NAMES = 200


def resolve_all(catalogue: Catalogue, names: Sequence[str]) -> tuple[float, float, int]:
    """Seconds by the clock and of the processor for all names, and how many got a code."""
    clock, processor = time.perf_counter(), time.process_time()
    found = sum(catalogue.resolve(name).code is not None for name in names)
    return time.perf_counter() - clock, time.process_time() - processor, found


def plain_seconds(catalogue: Catalogue, names: Sequence[str]) -> float:
    """Seconds a name to score all labels that share a word with it, one after the other."""
    words = [
        spell_out(name_words(label.text), catalogue.abbreviations, catalogue.concepts)
        for label in catalogue.labels
    ]
    start = time.process_time()
    for name in names:
        own = name_words(name)
        for label in words:
            if own.all & label.all:
                plain_score(catalogue.index, own, label)
    return (time.process_time() - start) / len(names)


def slowest_hard_name(catalogue: Catalogue) -> float:
    """Seconds for the slowest of names that are as long as a name may be, and longer."""
    slowest = 0.0
    for piece in HARD:
        start = time.perf_counter()
        catalogue.resolve(piece * (2 * LONGEST_NAME // len(piece)))
        slowest = max(slowest, time.perf_counter() - start)
    return slowest


def main() -> None:
    """Generate names, resolve them, print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=int, default=100_000)
    options = parser.parse_args()
    start = time.perf_counter()
    catalogue = load_catalogue()
    catalogue.resolve("Tingkat kemiskinan")
    print(f"catalogue loaded in {time.perf_counter() - start:.2f} s, {len(catalogue.labels)} labels")
    names = list(generate_names(known_names(catalogue), options.names))
    clock, processor, found = resolve_all(catalogue, names)
    print(f"{len(names)} names that differ, {found} with a code")
    print(f"{len(names) / clock:8.0f} names a second by the clock, {len(names) / processor:.0f} of CPU")
    plain = plain_seconds(catalogue, names[:PLAIN_NAMES])
    print(f"{1 / plain:8.0f} names a second with plain scores: {plain * len(names) / processor:.1f} x slower")
    print(f"{slowest_hard_name(catalogue) * 1000:8.0f} ms for the slowest hard name")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB memory at most")


if __name__ == "__main__":
    main()
