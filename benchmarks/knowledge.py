"""Measures of pairs beyond shared words, and what a scorer of any of them reaches: for `vectors.py`."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from fit_links import Table, rank
from link_figures import Figures, Judged, measure

from selaras.models.alignment.learning import JudgedPairs, fit_logistic, fit_weights
from selaras.models.alignment.scoring import (
    LinkWeights,
    ScoreWeights,
    find_distances,
    link_logits,
    load_weights,
)

Array = np.ndarray


@dataclass(frozen=True, slots=True)
class Measured:
    """A set with its pairs, and columns of measures of them by name."""

    table: Table
    columns: dict[str, Array]

    def choose(self, names: Sequence[str]) -> JudgedPairs:
        """The judged pairs with these measures only."""
        return replace(self.table.judged, measures=np.stack([self.columns[one] for one in names], axis=1))


def pair_likeness(table: Table, rows: Array) -> Array:
    """The inner product of the two rows of each pair; `rows` are of the sources, then of the targets."""
    sources, targets = np.split(rows, [len(table.links.sources)])
    return np.asarray((sources @ targets.T).ravel(), dtype=np.float64)


def judge(tables: Sequence[Measured], names: Sequence[str]) -> tuple[list[Figures], list[Judged]]:
    """Figures of each set by a scorer of these measures, fitted on the sets with other sources."""
    figures, judged = [], []
    for one in tables:
        others = [other for other in tables if other.table.links.group != one.table.links.group]
        chances = _predict(one.choose(names), *_fit([other.choose(names) for other in others]))
        table = one.table
        shape = (len(table.links.sources), len(table.links.targets))
        figures.append(measure(rank(table, chances.reshape(shape)), table.links))
        columns = (chances, table.judged.right, table.judged.weight)
        judged += [Judged(*map(float, row)) for row in zip(*columns, strict=True)]
    return figures, judged


def _fit(tasks: Sequence[JudgedPairs]) -> tuple[Array, LinkWeights]:
    """Weights of the measures, and of the second step on the score that they make."""
    joined = (
        np.concatenate([getattr(task, name) for task in tasks]) for name in ("measures", "right", "weight")
    )
    beta = fit_logistic(tuple(joined))
    return beta, fit_weights([_scored(task, beta) for task in tasks], load_weights().facts)


def _scored(task: JudgedPairs, beta: Array) -> JudgedPairs:
    """The score in the place of the first measure, beside others that say nothing."""
    score = task.measures @ beta[:-1] + beta[-1]
    return replace(task, measures=np.pad(score[:, None], ((0, 0), (0, len(fields(ScoreWeights)) - 2))))


def _predict(task: JudgedPairs, beta: Array, weights: LinkWeights) -> Array:
    plain = weights.score
    scores = _scored(task, beta).measures[:, 0] * plain.wording + plain.bias
    apart = find_distances(scores, task.groups, task.same_text, weights.rank.rival)
    return np.asarray(1 / (1 + np.exp(-link_logits(scores, apart, weights))))
