"""Which items of one list serve which of another, with a probability and the reasons.

>>> sources = [Item("a", "Pengentasan kemiskinan")]
>>> targets = [Item("1", "Kesehatan untuk Semua"), Item("2", "Perlindungan Sosial yang Adaptif")]
>>> [(pair.target_id, pair.verdict.value) for pair in align(sources, targets)]
[('2', 'serves'), ('1', 'none')]
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from selaras.models.alignment.analysis import Analysis, indonesian
from selaras.models.alignment.engine import ItemRows, ScoredPairs, best_of_each, measure_items, score_rows
from selaras.models.alignment.items import Item
from selaras.models.alignment.reasons import Compared, find_reasons
from selaras.models.alignment.scoring import LinkWeights, load_weights
from selaras.models.links import LINKED
from selaras.models.messages import Message
from selaras.models.regions import RegionTable
from selaras.models.statements import StatementKind

__all__ = ["Item", "Pair", "Settings", "Verdict", "align"]

PAIRS = 100_000  # about so many pairs are kept where the lists are long
FEWEST, CANDIDATES = 3, 32  # targets kept of each source, and looked at, at least
LONG = 20_000  # sources from which on texts are compared as a whole only
DOUBTFUL = 0.2  # less probable pairs are no links


class Verdict(StrEnum):
    """What is said of a pair."""

    SERVES = "serves"  # more likely than not
    OPPOSES = "opposes"  # about the same thing, but they want the opposite of it
    UNKNOWN = "unknown"  # it cannot be told, or too little is said to tell: a person must look
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be changed: targets kept of each source, names that do not count, weights, the language."""

    most: int | None = None
    regions: RegionTable | None = None
    weights: LinkWeights = field(default_factory=load_weights)
    analysis: Analysis = field(default_factory=indonesian)


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, a target that it may serve, how probable that is, what is said of it, and why."""

    source_id: str
    target_id: str
    probability: float
    verdict: Verdict
    reasons: tuple[Message, ...]


def align(
    sources: Iterable[Item], targets: Iterable[Item], settings: Settings | None = None
) -> tuple[Pair, ...]:
    """Pair the items of two lists, the most probable first.

    Each source gets at most `most` targets of each kind, improbable ones too: all where the lists are short,
    fewer where they are long, unless the settings say how many. Targets are weighed against those of their
    own kind where kinds are given. Neither the order of the lists nor the ids change a probability.
    """
    listed, aims = _in_order(sources), _in_order(targets)
    by = settings or Settings()
    measured = measure_items(
        [*listed, *aims],
        regions=by.regions,
        analysis=by.analysis,
        sources=len(listed),
        parts=len(listed) <= LONG,
    )
    here = measured.take(np.arange(len(listed)))
    kept = by.most or max(FEWEST, PAIRS // max(1, len(listed)))
    pairs = [
        pair
        for rows in rows_by_kind(aims)
        for pair in _pairs(here, measured.take(len(listed) + rows), kept, by)
    ]
    return tuple(sorted(pairs, key=lambda pair: -pair.probability))


def _in_order(items: Iterable[Item]) -> list[Item]:
    """An order of their own: how a list is sorted changes nothing, not even a rounding."""
    return sorted(items, key=lambda item: (item.text, item.kind or "", item.unit or "", item.id))


def rows_by_kind(items: Sequence[Item]) -> "list[np.ndarray[tuple[int], np.dtype[np.int64]]]":
    """The places of the items of each kind."""
    by_kind: dict[StatementKind | None, list[int]] = {}
    for place, item in enumerate(items):
        by_kind.setdefault(item.kind, []).append(place)
    return [np.array(places, dtype=np.int64) for places in by_kind.values()]


def _pairs(sources: ItemRows, targets: ItemRows, most: int, by: Settings) -> Iterator[Pair]:
    """The `most` best pairs of each source, source by source: texts are then taken apart but once."""
    found = score_rows(sources, targets, by.weights, most=max(most, CANDIDATES), full=True)
    for row in best_of_each(found, most).tolist():
        yield _pair(sources, targets, found, row, by.analysis)


def _pair(sources: ItemRows, targets: ItemRows, found: ScoredPairs, row: int, by: Analysis) -> Pair:
    source = sources.items[found.pairs.sources[row]]
    target = targets.items[found.pairs.targets[row]]
    compared = Compared.of(sources, targets, found, row)
    probability = float(found.probabilities[row])
    return Pair(
        source.id,
        target.id,
        probability,
        judge(probability, compared),
        find_reasons(source, target, compared, by),
    )


def judge(probability: float, compared: Compared) -> Verdict:
    """What is said of a pair of this probability."""
    if compared.opposed:
        return Verdict.OPPOSES
    if probability >= LINKED:
        return Verdict.SERVES
    return Verdict.UNKNOWN if probability >= DOUBTFUL or compared.says_little else Verdict.NONE
