"""The weights of the scorer, fitted on pairs that people judged.

`fit_weights` learns from nothing but the pairs; `relearn` starts from weights that are known and lets the
pairs pull them: the more pairs, the farther. Both fit the two logistic steps of `scoring` one after the other
by Newton's method.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from selaras.models.alignment.engine import ScoredPairs
from selaras.models.alignment.pairs import Bools, Ints
from selaras.models.alignment.scoring import (
    FactWeights,
    LinkWeights,
    Numbers,
    RankWeights,
    ScoreWeights,
    find_distances,
    near,
)

Examples = tuple[Numbers, Numbers, Numbers]
"""Inputs, what is right (0 to 1), and how much that counts; a row for each pair."""

RIDGE = 3e-4
STEPS, CLOSE = 60, 1e-9
WITHOUT_TARGET = 0.15  # weight of a source without its right targets, against 1 for it with them
WEAK = 0.25  # quantile of the best scores of targets that are not right: the weak rival


@dataclass(frozen=True, slots=True, eq=False)
class JudgedPairs:
    """Pairs of one task, those of a source together, each with what people say and how much that counts.

    `measures` has a column for each weight of the score. A pair that nobody judged has the weight 0: it only
    stands among the rivals.
    """

    measures: Numbers
    groups: Ints
    same_text: Bools
    right: Numbers
    weight: Numbers


def judged_pairs(found: ScoredPairs, right: Numbers, weight: Numbers) -> JudgedPairs:
    """Scored pairs with what people say of them."""
    alike = found.likeness
    measures = np.c_[alike.wording, alike.topics, alike.meaning].astype(np.float64)
    return JudgedPairs(measures, found.pairs.sources, alike.same_text, right, weight)


def fit_weights(tasks: Sequence[JudgedPairs], facts: FactWeights) -> LinkWeights:
    """Fit both steps; each task counts by the weights of its pairs."""
    score = _score_weights(fit_logistic(_score_examples(tasks)))
    rival = _weak_rival(tasks, score)
    examples = _joined(row for task in tasks for row in _rank_examples(task, score, rival))
    return LinkWeights(score, _rank_weights(fit_logistic(examples), rival), facts)


def relearn(weights: LinkWeights, tasks: Sequence[JudgedPairs], pull: float) -> LinkWeights:
    """Fit both steps anew, held back to the known weights: `pull` is what they count, in judged pairs.

    Where nobody judged a pair the weights stay as they are.
    """
    if not any(task.weight.any() for task in tasks):
        return weights
    known, rank = weights.score, weights.rank
    examples = _score_examples(tasks)
    hold = pull / max(1.0, float(examples[2].sum()))
    score = _score_weights(fit_logistic(examples, _score_row(known), hold))
    ranked = _joined(_rank_example(task, task.weight, score, rank.rival) for task in tasks)
    prior = np.array([rank.score, rank.behind, rank.ahead, rank.bias])
    fitted = _rank_weights(fit_logistic(ranked, prior, hold), rank.rival)
    return replace(weights, score=score, rank=fitted)


def _score_row(weights: ScoreWeights) -> Numbers:
    return np.array([weights.wording, weights.topics, weights.meaning, weights.bias])


def _score_weights(row: Numbers) -> ScoreWeights:
    wording, topics, meaning, bias = row.tolist()
    return ScoreWeights(wording, topics, meaning, bias)


def _rank_weights(row: Numbers, rival: float) -> RankWeights:
    score, behind, ahead, bias = row.tolist()
    return RankWeights(score, behind, ahead, bias, rival)


def fit_logistic(examples: Examples, prior: Numbers | None = None, ridge: float = RIDGE) -> Numbers:
    """Weights, the last one the bias, of a logistic regression with a ridge towards `prior`, or 0."""
    inputs, right, weight = examples
    rows = np.c_[inputs, np.ones(len(inputs))]
    start = np.zeros(rows.shape[1]) if prior is None else prior
    hold = np.full(rows.shape[1], ridge)
    hold[-1] = ridge if prior is not None else CLOSE
    shares, beta = weight / weight.sum(), start.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ beta))
        slope = rows.T @ (shares * (chance - right)) + hold * (beta - start)
        curve = (rows * (shares * chance * (1 - chance))[:, None]).T @ rows + np.diag(hold)
        step = np.linalg.solve(curve, slope)
        beta = beta - step
        if float(np.abs(step).max()) < CLOSE:
            break
    return beta


def _joined(parts: Iterable[Examples]) -> Examples:
    inputs, right, weight = zip(*parts, strict=True)
    return np.concatenate(inputs), np.concatenate(right), np.concatenate(weight)


def _score_examples(tasks: Iterable[JudgedPairs]) -> Examples:
    return _joined((task.measures, task.right, task.weight) for task in tasks)


def _scores(task: JudgedPairs, weights: ScoreWeights) -> Numbers:
    row = _score_row(weights)
    return np.asarray(task.measures @ row[:-1] + row[-1])


def _weak_rival(tasks: Sequence[JudgedPairs], weights: ScoreWeights) -> float:
    """The lower quartile of the best score of a target that is not right; each task counts alike."""
    return float(np.median([np.quantile(_best_wrong(task, weights), WEAK) for task in tasks]))


def _best_wrong(task: JudgedPairs, weights: ScoreWeights) -> Numbers:
    scores = np.where(task.right > 0, -np.inf, _scores(task, weights))
    starts = np.flatnonzero(np.r_[True, task.groups[1:] != task.groups[:-1]])
    best = np.maximum.reduceat(scores, starts)
    return np.asarray(best[np.isfinite(best)])


def _rank_examples(task: JudgedPairs, weights: ScoreWeights, rival: float) -> Iterable[Examples]:
    """Inputs and judgement of the second step; each source is seen without its right targets too.

    Real plans hold statements that serve nothing, of which labelled sets have few.
    """
    yield _rank_example(task, task.weight, weights, rival)
    having = np.isin(task.groups, task.groups[task.right > 0])
    left = having & (task.right == 0) & (task.weight > 0)
    if left.any():
        less = np.full(int(left.sum()), WITHOUT_TARGET * float(task.weight[task.weight > 0].mean()))
        rest = JudgedPairs(
            task.measures[left], task.groups[left], task.same_text[left], task.right[left], less
        )
        yield _rank_example(rest, less, weights, rival)


def _rank_example(task: JudgedPairs, weight: Numbers, weights: ScoreWeights, rival: float) -> Examples:
    scores = _scores(task, weights)
    behind, ahead = near(find_distances(scores, task.groups, task.same_text, rival))
    return np.c_[scores, behind, ahead], task.right, weight
