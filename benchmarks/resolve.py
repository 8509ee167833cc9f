"""How well names of indicators are resolved to the catalogue, against the judgement of people.

    python benchmarks/resolve.py [--gold ../shared/gold/links/indicator_resolution.csv] [--show]

Prints for each half (split by a hash of the name: "seen" while working on labels and weights, "held out" not)
precision and recall of the codes given, F1, the share of right answers, and how stated probabilities held.
"""

import argparse
import csv
import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from selaras.models.catalogue import load_catalogue
from selaras.models.messages import render

GOLD = Path(__file__).parents[2] / "shared" / "gold" / "links" / "indicator_resolution.csv"
BANDS = (0.0, 0.5, 0.7, 0.9, 0.97, 1.01)


@dataclass(frozen=True, slots=True)
class Answer:
    """One name with the code that was given, what people accept, and the probability stated."""

    name: str
    got: str
    accepted: frozenset[str]
    probability: float
    reason: str

    @property
    def right(self) -> bool:
        """Whether people accept the code."""
        return self.got in self.accepted


def half(key: str) -> str:
    """Put a row in one of two halves, the same way every time."""
    return "held out" if int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 else "seen"


def answer(row: dict[str, str]) -> Answer:
    """Resolve one row of the gold file."""
    found = load_catalogue().resolve(row["name"], row["unit"])
    accepted = frozenset((row["code"], *row["also_accept"].replace(";", " ").split()))
    return Answer(row["name"], found.code or "NONE", accepted, found.probability, render(found.reason, "en"))


def show_half(name: str, answers: list[Answer]) -> None:
    """Print the figures of one half."""
    named = [a for a in answers if a.got != "NONE"]
    hits = sum(a.right for a in named)
    missed = sum(not a.right for a in answers if a.got == "NONE")
    precision, recall = hits / len(named), hits / (hits + missed)
    f1 = 2 * precision * recall / (precision + recall)
    share = sum(a.right for a in answers) / len(answers)
    print(f"{name:10} {len(answers):4} {precision:9.3f} {recall:7.3f} {f1:7.3f} {share:10.3f}")


def show_calibration(answers: list[Answer]) -> None:
    """Print, for each band of stated probability, how often the answer was right."""
    print(f"\n{'probability':14} {'n':>4} {'stated':>7} {'right':>7}")
    for low, high in pairwise(BANDS):
        chosen = [a for a in answers if low <= a.probability < high]
        if chosen:
            stated = sum(a.probability for a in chosen) / len(chosen)
            right = sum(a.right for a in chosen) / len(chosen)
            print(f"{low:.2f} to {min(high, 1):.2f}   {len(chosen):4} {stated:7.3f} {right:7.3f}")


def show_errors(answers: Iterable[Answer]) -> None:
    """Print the answers that people do not accept."""
    for a in answers:
        if not a.right:
            wanted = "/".join(sorted(a.accepted))
            print(f"    {a.name[:66]:66} want {wanted:9} got {a.got:7} {a.probability:.2f} {a.reason[:80]}")


def main() -> None:
    """Read the gold file and print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--show", action="store_true", help="list the names that are not right")
    parser.add_argument("--half", choices=("seen", "held out"), help="only this half")
    options = parser.parse_args()
    with options.gold.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if options.half in (None, half(row["name"]))]
    start = time.perf_counter()
    halves = [
        (name, [answer(row) for row in rows if half(row["name"]) == name]) for name in ("seen", "held out")
    ]
    took = time.perf_counter() - start
    print(f"{'half':10} {'n':>4} {'precision':>9} {'recall':>7} {'F1':>7} {'all right':>10}")
    for name, answers in halves:
        if answers:
            show_half(name, answers)
            show_errors(answers if options.show else ())
    show_calibration([item for _, answers in halves for item in answers])
    print(f"{len(rows)} names in {took:.2f} s")


if __name__ == "__main__":
    main()
