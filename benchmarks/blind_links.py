"""Links of real plans, judged by people who do not see what the program said.

    python benchmarks/blind_links.py sample --home STORE [--pairs pairs.csv] [--key key.csv] [--each 20]
    python benchmarks/blind_links.py score --key key.csv grades-of-one.csv grades-of-another.csv

`sample` draws as many *serves* links from each band of probability of a store (a SELARAS_HOME), in random
order, each pair of texts once: pairs.csv is for the judges, key.csv holds the probabilities and the size of
the band. A judge writes a CSV with the columns n and grade: 2 clearly serves, 1 related or in part, 0 not.
`score` tells how far stated probabilities and the share of clear links lie apart, each band counting by its
size in the store, the precision of what counts as linked, and how often two judges agree.
"""

import argparse
import csv
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from selaras.flows.linking import load_stored
from selaras.flows.settings import read_settings
from selaras.flows.store import opened_store
from selaras.models.links import LINKED, Link
from selaras.models.plans import Plan
from selaras.models.relations import Relation
from selaras.models.statements import Statement

BANDS = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1.01)
CLEAR = 2
SHOWN = 300  # letters of a text
END_HEADS = ("plan", "kind", "text", "above")
PAIR_HEADS = ("n", *(f"{end}_{head}" for end in ("source", "target") for head in END_HEADS))


@dataclass(frozen=True, slots=True)
class Band:
    """Judged links of a band: stated and clear shares, and how many links of the store lie in it."""

    low: float
    judged: int
    stated: float
    clear: float
    related: float
    size: int


def draw(links: Sequence[Link], each: int, seed: int) -> list[tuple[Link, int]]:
    """At most `each` links of every band with the size of the band, in random order."""
    chance = random.Random(seed)
    drawn = []
    for low, high in pairwise(BANDS):
        band = sorted((link for link in links if low <= link.probability < high), key=lambda link: link.id)
        drawn += [(link, len(band)) for link in chance.sample(band, min(each, len(band)))]
    chance.shuffle(drawn)
    return drawn


def read_bands(key: Iterable[Mapping[str, str]], grades: Sequence[Mapping[str, int]]) -> list[Band]:
    """The bands of a key with the mean judgement of all judges."""
    rows = list(key)
    bands = (_within(rows, low, high) for low, high in pairwise(BANDS))
    return [_band(low, band, grades) for low, band in zip(BANDS, bands, strict=False) if band]


def _within(rows: Iterable[Mapping[str, str]], low: float, high: float) -> list[Mapping[str, str]]:
    return [row for row in rows if low <= float(row["probability"]) < high]


def _band(low: float, rows: Sequence[Mapping[str, str]], grades: Sequence[Mapping[str, int]]) -> Band:
    judged = [grade[row["n"]] for row in rows for grade in grades]
    return Band(
        low,
        len(rows),
        sum(float(row["probability"]) for row in rows) / len(rows),
        sum(one == CLEAR for one in judged) / len(judged),
        sum(one > 0 for one in judged) / len(judged),
        int(rows[0]["band"]),
    )


def calibration_error(bands: Sequence[Band]) -> float:
    """How far stated and clear shares lie apart, each band by its size in the store."""
    return sum(band.size * abs(band.stated - band.clear) for band in bands) / sum(band.size for band in bands)


def precision(bands: Sequence[Band]) -> float:
    """The share of clear links among those that count as linked."""
    linked = [band for band in bands if band.low >= LINKED]
    return sum(band.size * band.clear for band in linked) / sum(band.size for band in linked)


def agreement(grades: Sequence[Mapping[str, int]]) -> float:
    """How often two judges say alike whether a link is clear, over all pairs of judges."""
    alike = [(one[n] == CLEAR) == (other[n] == CLEAR) for one, other in combinations(grades, 2) for n in one]
    return sum(alike) / len(alike) if alike else 1.0


def write_sample(plans: Sequence[Plan], drawn: Sequence[tuple[Link, int]], pairs: Path, key: Path) -> None:
    """Write what the judges see, and apart from it what the program said."""
    known = {one.id: (plan, one) for plan in plans for one in plan.statements}
    rows = [(n, *_end(known, link.source), *_end(known, link.target)) for n, (link, _) in enumerate(drawn)]
    _write(pairs, PAIR_HEADS, rows)
    keys = [(n, link.id, f"{link.probability:.4f}", size) for n, (link, size) in enumerate(drawn)]
    _write(key, ("n", "link", "probability", "band"), keys)


def _end(known: Mapping[str, tuple[Plan, Statement]], node: str) -> tuple[str, ...]:
    plan, one = known[node]
    above = known[one.parent][1].text if one.parent and one.parent in known else ""
    return plan.document.title or plan.document.kind, one.kind, one.text[:SHOWN], above[:SHOWN]


def _write(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heads, *rows])


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def sample(options: argparse.Namespace) -> None:
    """Draw a sample from a store."""
    with opened_store(read_settings({"SELARAS_HOME": str(options.home)})) as store:
        plans, links = load_stored(store)
    known = {one.id: one.text.casefold() for plan in plans for one in plan.statements}
    served = (link for link in links if link.relation is Relation.SERVES)
    serving = [link for link in served if {link.source, link.target} <= known.keys()]
    once = {(known[link.source], known[link.target]): link for link in serving}
    drawn = draw(list(once.values()), options.each, options.seed)
    write_sample(plans, drawn, options.pairs, options.key)
    print(f"{len(drawn)} of {len(serving)} links; give {options.pairs} to the judges and keep {options.key}")


def score(options: argparse.Namespace) -> None:
    """Print what the judges say of a sample."""
    grades = [{row["n"]: int(row["grade"]) for row in _read(path)} for path in options.grades]
    bands = read_bands(_read(options.key), grades)
    print("  from  judged     of  stated   clear  related")
    for band in bands:
        shares = f"{band.stated:7.2f} {band.clear:7.2f} {band.related:8.2f}"
        print(f"{band.low:6.2f} {band.judged:7} {band.size:6} {shares}")
    print(f"calibration error {calibration_error(bands):.3f}")
    print(f"precision from {LINKED} on {precision(bands):.3f}")
    print(f"judges agree on what is clear: {agreement(grades):.3f}")


def main() -> None:
    """Draw or score."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("--home", type=Path, required=True)
    drawing.add_argument("--pairs", type=Path, default=Path("pairs.csv"))
    drawing.add_argument("--key", type=Path, default=Path("key.csv"))
    drawing.add_argument("--each", type=int, default=20)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.set_defaults(run=sample)
    scoring = commands.add_parser("score")
    scoring.add_argument("--key", type=Path, required=True)
    scoring.add_argument("grades", type=Path, nargs="+")
    scoring.set_defaults(run=score)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
