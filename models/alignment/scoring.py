"""How probable a link is, from how alike its ends are and how the target stands among its rivals.

Two logistic steps with few weights, so that each probability can be explained. First the likeness of the pair
gives a score. Then the score, and its distance from the best other target of the same source, give the
probability: a target that is only one of many alike is less likely the one that is meant. The weights are
fitted by `benchmarks/fit_links.py` and stand with their figures in `data/link_weights.toml`. What no labelled
set has often enough is set by hand: the same words are a link, wanting the opposite is none.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from selaras.models.alignment.pairs import Bools, Ints, Likeness

FARTHEST = 4.0  # distances beyond say nothing more

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ScoreWeights:
    """Weights of the likeness of a pair."""

    wording: float
    topics: float
    meaning: float
    bias: float


@dataclass(frozen=True, slots=True)
class RankWeights:
    """Weights of the score and of its distance behind or ahead of the best other target."""

    score: float
    behind: float
    ahead: float
    bias: float
    rival: float  # score of a weak rival, which always is there


@dataclass(frozen=True, slots=True)
class FactWeights:
    """What facts add to the score of a pair, and the probability that others give; set by hand."""

    same_concept: float  # added to the score where indicators of both measure the same
    same_text: float  # at least so probable
    opposed: float  # at most so probable
    part: float  # share of the way from the log odds of a whole text to those of its likeliest part


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """All weights of the scorer."""

    score: ScoreWeights
    rank: RankWeights
    facts: FactWeights


@cache
def load_weights() -> LinkWeights:
    """Read the packaged weights."""
    text = files("selaras.models").joinpath("data", "link_weights.toml").read_text(encoding="utf-8")
    return build_weights(tomllib.loads(text))


def build_weights(table: Mapping[str, Mapping[str, float]]) -> LinkWeights:
    """Make weights from the tables `score`, `rank` and `by_hand`. Raises KeyError or TypeError."""
    return LinkWeights(
        ScoreWeights(**table["score"]), RankWeights(**table["rank"]), FactWeights(**table["by_hand"])
    )


def weights_table(weights: LinkWeights) -> dict[str, dict[str, float]]:
    """The tables from which `build_weights` makes the same weights."""
    return {
        "score": asdict(weights.score),
        "rank": asdict(weights.rank),
        "by_hand": asdict(weights.facts),
    }


def score_pairs(likeness: Likeness, same_concept: Bools, weights: LinkWeights) -> Numbers:
    """The score of each pair by itself; the higher, the more alike."""
    plain = weights.score
    return np.asarray(
        plain.bias
        + plain.wording * likeness.wording.astype(np.float64)
        + plain.topics * likeness.topics
        + plain.meaning * likeness.meaning
        + weights.facts.same_concept * same_concept,
        dtype=np.float64,
    )


def find_distances(scores: Numbers, groups: Ints, repeats: Bools, rival: float) -> Numbers:
    """How far each score is from the best other of its group; pairs of a group stand together.

    A target in the same words as the source (`repeats`) is no rival of the others. A weak rival always stands
    beside them, so that one target alone has something to stand out from.
    """
    if not len(scores):
        return scores
    rivals = np.where(repeats, -np.inf, scores)
    starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])
    sizes = np.diff(np.r_[starts, len(groups)])
    ranked = rivals[np.lexsort((-rivals, groups))]
    first = np.maximum(ranked[starts], rival)
    after = np.where(sizes > 1, ranked[np.minimum(starts + 1, len(ranked) - 1)], rival)
    second = np.where(ranked[starts] > rival, np.maximum(after, rival), rival)
    best, next_best = np.repeat(first, sizes), np.repeat(second, sizes)
    return scores - np.where((scores == best) & ~repeats, next_best, best)


def link_logits(scores: Numbers, distances: Numbers, weights: LinkWeights) -> Numbers:
    """The log odds that pairs with these scores, so far from their best rivals, are links."""
    rank = weights.rank
    behind, ahead = near(distances)
    return np.asarray(rank.bias + rank.score * scores + rank.behind * behind + rank.ahead * ahead)


def near(distances: Numbers) -> tuple[Numbers, Numbers]:
    """How far scores are behind (0 or less), and how far ahead (0 or more) of the best other."""
    clipped = np.clip(distances, -FARTHEST, FARTHEST)
    return np.minimum(clipped, 0.0), np.maximum(clipped, 0.0)


def link_probabilities(logits: Numbers, likeness: Likeness, weights: LinkWeights) -> Numbers:
    """Probabilities from log odds; the same text is surely a link, and what is opposed surely none."""
    plain = 1 / (1 + np.exp(-logits))
    copied = np.where(likeness.same_text, np.maximum(plain, weights.facts.same_text), plain)
    against = likeness.opposed & ~likeness.same_text
    return np.where(against, np.minimum(copied, weights.facts.opposed), copied)
