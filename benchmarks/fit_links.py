"""Fit the weights of the link scorer on labelled links and write them to models/data/link_weights.toml.

    python benchmarks/fit_links.py [--gold ../shared/gold/links] [--write]

The weights are those of two logistic steps (see `models/alignment/scoring.py`), fitted by Newton's method
with a small ridge. Each set counts by the fourth root of its number of sources, so that the largest do not
drown the rest. Some sources are seen once more without their right targets, since real plans hold statements
that serve nothing. The figures are cross-validated: sets with the same sources are left out together. Two
sets are never used.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from link_figures import Figures, Judged, Ranked, bands, brier, calibration_error, mean_figures, measure
from link_sets import GOLD, KEPT_APART, LinkSet, read_sets

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.engine import ScoredPairs, measure_items, rescored, score_rows
from selaras.models.alignment.items import Item
from selaras.models.alignment.learning import JudgedPairs, fit_weights, judged_pairs
from selaras.models.alignment.scoring import FactWeights, LinkWeights, load_weights, weights_table

WEIGHTS = Path(__file__).parents[1] / "models" / "data" / "link_weights.toml"
Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Table:
    """A set with all its pairs, source by source, and what people say of them."""

    links: LinkSet
    found: ScoredPairs
    judged: JudgedPairs


def build_table(links: LinkSet, analysis: Analysis | None = None) -> Table:
    """Measure every pair of a set."""
    items = [Item(key, text) for key, text in (*links.sources.items(), *links.targets.items())]
    measured = measure_items(items, analysis=analysis)
    places = np.arange(len(items))
    sources, targets = (measured.take(part) for part in np.split(places, [len(links.sources)]))
    found = score_rows(sources, targets, load_weights(), most=len(links.targets), full=True)
    judged = np.array([links.judgement(s, t) for s in links.sources for t in links.targets])
    share = len(links.sources) ** 0.25 / judged[:, 1].sum()
    return Table(links, found, judged_pairs(found, judged[:, 0], judged[:, 1] * share))


def fit(tables: Sequence[Table], facts: FactWeights) -> LinkWeights:
    """Fit on all tables; a set counts by the fourth root of its number of sources."""
    return fit_weights([table.judged for table in tables], facts)


def predict(table: Table, weights: LinkWeights) -> Array:
    """The probability of every pair of a set, a row for each source."""
    chances = rescored(table.found, weights).probabilities
    return chances.reshape(len(table.links.sources), len(table.links.targets))


def rank(table: Table, chances: Array) -> Ranked:
    """The targets of each source, best first."""
    targets = list(table.links.targets)
    return {
        source: sorted(zip(targets, map(float, row), strict=True), key=lambda pair: -pair[1])
        for source, row in zip(table.links.sources, chances, strict=True)
    }


def cross_validate(tables: Sequence[Table], facts: FactWeights) -> tuple[list[Figures], list[Judged]]:
    """Figures of each set, by weights fitted on the sets with other sources."""
    figures, judged = [], []
    for table in tables:
        others = [other for other in tables if other.links.group != table.links.group]
        chances = predict(table, fit(others, facts))
        figures.append(measure(rank(table, chances), table.links))
        columns = (chances.ravel(), table.judged.right, table.judged.weight)
        judged += [Judged(*map(float, row)) for row in zip(*columns, strict=True)]
    return figures, judged


def show(name: str, figures: Figures) -> None:
    """Print one line of figures."""
    print(
        f"{name[:44]:44} {figures.sources:4} {figures.map:7.3f} {figures.first:7.3f} {figures.precision:7.3f}"
        f" {figures.recall:7.3f} {figures.f1:7.3f}"
    )


def write_weights(weights: LinkWeights, names: Sequence[str], mean: Figures, score: float) -> None:
    """Write the weights with what they were fitted on and the cross-validated figures."""
    table = weights_table(weights)
    lines = [
        "# Weights of the link scorer. Written by benchmarks/fit_links.py; only [by_hand] may be edited.",
        *_table("score", table["score"]),
        *_table("rank", table["rank"]),
        "",
        "# What no labelled set has often enough to fit.",
        *_table("by_hand", table["by_hand"])[1:],
        "",
        "[fitted_on]",
        f"sets = {sorted(names)!r}".replace("'", '"'),
        f"kept_apart = {list(KEPT_APART)!r}".replace("'", '"'),
        "",
        "# Cross-validated: sets with the same sources are left out together.",
        "[figures]",
        *(f"{name} = {getattr(mean, name):.3f}" for name in ("map", "first", "precision", "recall", "f1")),
        f"brier = {score:.4f}",
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _table(name: str, weights: dict[str, float]) -> list[str]:
    return ["", f"[{name}]", *(f"{field} = {round(value, 4)}" for field, value in weights.items())]


def main() -> None:
    """Fit, print the cross-validated figures, and write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--write", action="store_true", help="write the weights to the packaged data file")
    options = parser.parse_args()
    facts = load_weights().facts
    tables = [build_table(links) for links in read_sets(options.gold) if links.name not in KEPT_APART]
    figures, judged = cross_validate(tables, facts)
    print(f"{'cross-validated':44} {'n':>4} {'MAP':>7} {'first':>7} {'P':>7} {'R':>7} {'F1':>7}")
    for table, one in zip(tables, figures, strict=True):
        show(table.links.name, one)
    show("mean of sets", mean_figures(figures))
    print(f"\n{'probability':14} {'n':>6} {'stated':>7} {'right':>7}")
    for low, high, count, stated, right in bands(judged):
        print(f"{low:.2f} to {high:.2f}   {count:6} {stated:7.3f} {right:7.3f}")
    base = sum(one.right * one.weight for one in judged) / sum(one.weight for one in judged)
    constant = brier(Judged(base, one.right, one.weight) for one in judged)
    print(f"expected calibration error {calibration_error(judged):.4f}")
    print(f"Brier {brier(judged):.4f} (always saying the mean: {constant:.4f})")
    weights = fit(tables, facts)
    print(weights)
    if options.write:
        write_weights(weights, [table.links.name for table in tables], mean_figures(figures), brier(judged))


if __name__ == "__main__":
    main()
