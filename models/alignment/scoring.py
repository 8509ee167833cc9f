"""How probable a link is, from how alike its ends are and how the target stands among its rivals.

Two logistic steps with few weights, so that each probability can be explained. First the likeness of the pair
gives a score. Then the score, and its distance from the best other target of the same source, give the
probability: a target that is only one of many alike is less likely the one that is meant. The weights are
fitted by `benchmarks/fit_links.py` and stand with their figures in `data/link_weights.toml`.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from selaras.models.alignment.features import Likeness

FARTHEST = 4.0  # distances beyond say nothing more


@dataclass(frozen=True, slots=True)
class ScoreWeights:
    """Weights of the likeness of a pair."""

    wording: float
    topics: float
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
    """What the same text and the same measure add to the score; set by hand."""

    same_text: float
    same_concept: float


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
    table = tomllib.loads(text)
    return LinkWeights(
        ScoreWeights(**table["score"]), RankWeights(**table["rank"]), FactWeights(**table["by_hand"])
    )


def score_pair(likeness: Likeness, weights: LinkWeights) -> float:
    """The score of a pair by itself; the higher, the more alike."""
    plain = weights.score
    return (
        plain.bias
        + plain.wording * likeness.wording
        + plain.topics * likeness.topics
        + weights.facts.same_text * likeness.same_text
        + weights.facts.same_concept * likeness.same_concept
    )


def find_distances(scores: Sequence[float], repeats: Sequence[bool], weights: LinkWeights) -> list[float]:
    """For each target of one source, how far its score is from that of the best other.

    A target in the same words as the source (`repeats`) is no rival of the others. A weak rival always stands
    beside them, so that one target alone has something to stand out from.
    """
    rivals = sorted(score for score, repeat in zip(scores, repeats, strict=True) if not repeat)
    second, first = sorted([*[weights.rank.rival] * 2, *rivals])[-2:]
    return [
        score - (second if score == first and not repeat else first)
        for score, repeat in zip(scores, repeats, strict=True)
    ]


def link_probability(score: float, distance: float, weights: LinkWeights) -> float:
    """The probability that a pair with this score, so far from its best rival, is a link."""
    rank = weights.rank
    near = max(-FARTHEST, min(FARTHEST, distance))
    logit = rank.bias + rank.score * score + rank.behind * min(near, 0.0) + rank.ahead * max(near, 0.0)
    return 1 / (1 + exp(-logit))
