"""Fit the weights of the link scorer on labelled links and write them to models/data/link_weights.toml.

    python benchmarks/fit_links.py [--gold ../shared/gold/links] [--write]

The weights are those of two logistic steps (see `models/alignment/scoring.py`), fitted by Newton's method
with a small ridge. Each set counts by the fourth root of its number of sources, so that the largest do not
drown the rest. Some sources are seen once more without their right targets, since real plans hold statements that serve
nothing. The figures are cross-validated: sets with the same sources are left out together. Two sets are never
used.
"""

import argparse
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from link_figures import Figures, Judged, Ranked, bands, brier, mean_figures, measure
from link_sets import GOLD, KEPT_APART, LinkSet, read_sets

from selaras.models.alignment.features import Likeness
from selaras.models.alignment.item_index import build_index
from selaras.models.alignment.lists import Item, measure_items
from selaras.models.alignment.scoring import (
    FARTHEST,
    FactWeights,
    LinkWeights,
    RankWeights,
    ScoreWeights,
    find_distances,
    link_probability,
    score_pair,
)

WEIGHTS = Path(__file__).parents[1] / "models" / "data" / "link_weights.toml"
RIDGE = 3e-4
WITHOUT_TARGET = 0.15  # weight of a source without its right targets, against 1 for it with them
Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Table:
    """A set with the likeness and the judgement of every pair; rows are sources, columns targets."""

    links: LinkSet
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    likeness: tuple[tuple[Likeness, ...], ...]
    right: Array
    weight: Array

    @property
    def share(self) -> float:
        """What each judgement of this set counts in the fit."""
        return float(len(self.sources) ** 0.25 / self.weight.sum())


def build_table(links: LinkSet) -> Table:
    """Measure every pair of a set."""
    items = [Item(key, text) for key, text in (*links.sources.items(), *links.targets.items())]
    measured = measure_items(items)
    index = build_index(measured[len(links.sources) :])
    rows = []
    for source in measured[: len(links.sources)]:
        found = {
            candidate.target.item.id: candidate.likeness
            for candidate in index.nearest(source, len(links.targets), full=True)
        }
        rows.append(tuple(found[target] for target in links.targets))
    judged = np.array([[links.judgement(s, t) for t in links.targets] for s in links.sources])
    return Table(
        links, tuple(links.sources), tuple(links.targets), tuple(rows), judged[:, :, 0], judged[:, :, 1]
    )


def fit(tables: Sequence[Table], facts: FactWeights) -> LinkWeights:
    """Fit both steps."""
    features = np.concatenate([_plain(table).reshape(-1, 2) for table in tables])
    right = np.concatenate([table.right.ravel() for table in tables])
    weight = np.concatenate([(table.weight * table.share).ravel() for table in tables])
    score = ScoreWeights(*map(float, fit_logistic(features, right, weight)))
    first = LinkWeights(score, RankWeights(0.0, 0.0, 0.0, 0.0, _weak_rival(tables, score, facts)), facts)
    rows = np.array([row for table in tables for row in _rank_rows(table, first)])
    rank = RankWeights(*map(float, fit_logistic(rows[:, :3], rows[:, 3], rows[:, 4])), first.rank.rival)
    return LinkWeights(score, rank, facts)


def _weak_rival(tables: Sequence[Table], score: ScoreWeights, facts: FactWeights) -> float:
    """The lower quartile of the best score of a target that is not right; each set counts alike."""
    weights = LinkWeights(score, RankWeights(0.0, 0.0, 0.0, 0.0, score.bias), facts)
    best = [
        [
            max(score_pair(pair, weights) for pair, right in zip(row, judged, strict=True) if not right)
            for row, judged in zip(table.likeness, table.right, strict=True)
        ]
        for table in tables
    ]
    return float(np.median([np.quantile(scores, 0.25) for scores in best]))


def fit_logistic(features: Array, right: Array, weight: Array) -> Array:
    """Weights and bias of a logistic regression, by Newton's method."""
    inputs = np.c_[features, np.ones(len(features))]
    ridge = np.diag([*[RIDGE] * features.shape[1], 1e-9])
    shares, beta = weight / weight.sum(), np.zeros(inputs.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-inputs @ beta))
        slope = inputs.T @ (shares * (chance - right)) + ridge @ beta
        curve = (inputs * (shares * chance * (1 - chance))[:, None]).T @ inputs + ridge
        step = np.linalg.solve(curve, slope)
        beta = beta - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return beta


def predict(table: Table, weights: LinkWeights) -> Array:
    """The probability of every pair of a set."""
    return np.array(
        [
            [link_probability(*pair, weights) for pair in zip(*_scored(row, weights), strict=True)]
            for row in table.likeness
        ]
    )


def _scored(row: Sequence[Likeness], weights: LinkWeights) -> tuple[list[float], list[float]]:
    scores = [score_pair(pair, weights) for pair in row]
    return scores, find_distances(scores, [pair.same_text for pair in row], weights)


def _plain(table: Table) -> Array:
    return np.array([[(p.wording, p.topics) for p in row] for row in table.likeness])


def _rank_rows(table: Table, weights: LinkWeights) -> Iterable[tuple[float, ...]]:
    """Inputs, judgement and weight of the second step; each source is seen without its right targets too."""
    for place, row in enumerate(table.likeness):
        right, weight = table.right[place], table.weight[place]
        yield from _rank_row(row, right, weight * table.share, weights)
        left = [k for k in range(len(row)) if not right[k] and weight[k]]
        if left and right.any():
            less = np.full(len(left), table.share * WITHOUT_TARGET)
            yield from _rank_row([row[k] for k in left], np.zeros(len(left)), less, weights)


def _rank_row(
    row: Sequence[Likeness], right: Array, weight: Array, weights: LinkWeights
) -> Iterable[tuple[float, ...]]:
    scores, apart = _scored(row, weights)
    for score, distance, label, counts in zip(scores, apart, right, weight, strict=True):
        near = max(-FARTHEST, min(FARTHEST, distance))
        yield score, min(near, 0.0), max(near, 0.0), float(label), float(counts)


def rank(table: Table, chances: Array) -> Ranked:
    """The targets of each source, best first."""
    return {
        source: sorted(zip(table.targets, map(float, row), strict=True), key=lambda pair: -pair[1])
        for source, row in zip(table.sources, chances, strict=True)
    }


def cross_validate(tables: Sequence[Table], facts: FactWeights) -> tuple[list[Figures], list[Judged]]:
    """Figures of each set, by weights fitted on the sets with other sources."""
    figures, judged = [], []
    for table in tables:
        others = [other for other in tables if other.links.group != table.links.group]
        chances = predict(table, fit(others, facts))
        figures.append(measure(rank(table, chances), table.links))
        judged += [
            Judged(float(p), float(r), float(w) * table.share)
            for p, r, w in zip(chances.ravel(), table.right.ravel(), table.weight.ravel(), strict=True)
        ]
    return figures, judged


def show(name: str, figures: Figures) -> None:
    """Print one line of figures."""
    print(
        f"{name[:44]:44} {figures.sources:4} {figures.map:7.3f} {figures.first:7.3f} {figures.precision:7.3f}"
        f" {figures.recall:7.3f} {figures.f1:7.3f}"
    )


def write_weights(weights: LinkWeights, names: Sequence[str], mean: Figures, score: float) -> None:
    """Write the weights with what they were fitted on and the cross-validated figures."""
    lines = [
        "# Weights of the link scorer. Written by benchmarks/fit_links.py; only [by_hand] may be edited.",
        *_table("score", weights.score),
        *_table("rank", weights.rank),
        "",
        "# What no labelled set has often enough to fit: the same words, and the same measure.",
        *_table("by_hand", weights.facts)[1:],
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


def _table(name: str, weights: object) -> list[str]:
    fields: tuple[str, ...] = type(weights).__slots__  # type: ignore[attr-defined]
    return ["", f"[{name}]", *(f"{field} = {round(getattr(weights, field), 4)}" for field in fields)]


def main() -> None:
    """Fit, print the cross-validated figures, and write the weights if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--write", action="store_true", help="write the weights to the packaged data file")
    options = parser.parse_args()
    facts = FactWeights(**tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))["by_hand"])
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
    print(f"Brier {brier(judged):.4f} (always saying the mean: {constant:.4f})")
    weights = fit(tables, facts)
    print(weights)
    if options.write:
        write_weights(weights, [table.links.name for table in tables], mean_figures(figures), brier(judged))


if __name__ == "__main__":
    main()
