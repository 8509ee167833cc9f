"""Which items of one list serve which of another, with a probability and the reasons.

>>> sources = [Item("a", "Pengentasan kemiskinan")]
>>> targets = [Item("1", "Kesehatan untuk Semua"), Item("2", "Perlindungan Sosial yang Adaptif")]
>>> [(pair.target_id, pair.probability > 0.5) for pair in align(sources, targets)]
[('2', True), ('1', False)]
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.models.alignment.features import build_profile, build_weighing
from selaras.models.alignment.item_index import (
    Candidate,
    Item,
    ItemIndex,
    MeasuredItem,
    build_index,
    measure_item,
)
from selaras.models.alignment.reasons import find_reasons
from selaras.models.alignment.scoring import find_distances, link_probability, load_weights, score_pair
from selaras.models.messages import Message
from selaras.models.regions import RegionTable
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind
from selaras.models.terms import without_regions

__all__ = ["Item", "Pair", "RankedTarget", "align", "measure_items", "rank_targets"]

CANDIDATES = 32  # targets looked at for each source; shorter lists are compared in full


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, a target that it may serve, how probable that is, and why."""

    source_id: str
    target_id: str
    probability: float
    relation: Relation
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class RankedTarget:
    """A candidate of a source with its probability."""

    candidate: Candidate
    probability: float


def align(
    sources: Iterable[Item],
    targets: Iterable[Item],
    *,
    candidates: int = CANDIDATES,
    regions: RegionTable | None = None,
) -> tuple[Pair, ...]:
    """Pair the items of two lists, the most probable first.

    Each source gets at most `candidates` targets of each kind, improbable ones too; `LINKED` or more counts
    as linked. Targets are weighed against those of their own kind where kinds are given.
    """
    listed, aims = list(sources), list(targets)
    measured = measure_items([*listed, *aims], regions=regions)
    indexes = _indexes_by_kind(measured[len(listed) :])
    pairs = [
        _pair(source, ranked)
        for source in measured[: len(listed)]
        for index in indexes
        for ranked in rank_targets(source, index, candidates=candidates, full=True)
    ]
    return tuple(sorted(pairs, key=lambda pair: -pair.probability))


def _indexes_by_kind(targets: Iterable[MeasuredItem]) -> list[ItemIndex]:
    by_kind: dict[StatementKind | None, list[MeasuredItem]] = {}
    for target in targets:
        by_kind.setdefault(target.item.kind, []).append(target)
    return [build_index(group) for group in by_kind.values()]


def measure_items(items: Sequence[Item], *, regions: RegionTable | None = None) -> list[MeasuredItem]:
    """Give items the vectors of their texts; what is rare is judged among these items.

    Names of regions, those of the packaged table unless another is given, do not count.
    """
    profiles = [build_profile(without_regions(item.text, regions)) for item in items]
    weighing = build_weighing(profiles)
    return [measure_item(item, profile, weighing) for item, profile in zip(items, profiles, strict=True)]


def rank_targets(
    source: MeasuredItem, index: ItemIndex, *, candidates: int = CANDIDATES, full: bool = False
) -> list[RankedTarget]:
    """Find the targets that a source may serve, the most probable first."""
    weights = load_weights()
    found = index.nearest(source, candidates, full=full)
    scores = [score_pair(candidate.likeness, weights) for candidate in found]
    apart = find_distances(scores, [candidate.likeness.same_text for candidate in found], weights)
    ranked = [
        RankedTarget(candidate, link_probability(score, distance, weights))
        for candidate, score, distance in zip(found, scores, apart, strict=True)
    ]
    return sorted(ranked, key=lambda target: -target.probability)


def _pair(source: MeasuredItem, ranked: RankedTarget) -> Pair:
    candidate = ranked.candidate
    return Pair(
        source.item.id,
        candidate.target.item.id,
        ranked.probability,
        Relation.SERVES,
        find_reasons(source, candidate),
    )
