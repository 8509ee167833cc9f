"""Items of two sides, scored pair by pair: what `lists` and `matching` are built on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from selaras.models.alignment.analysis import Analysis, indonesian
from selaras.models.alignment.items import Item
from selaras.models.alignment.list_rows import build_list_rows
from selaras.models.alignment.pairs import (
    Bools,
    Ints,
    Likeness,
    Pairs,
    dots,
    every_pair,
    measure_pairs,
    nearest_pairs,
)
from selaras.models.alignment.parts import PartRows, build_rows, part_pairs, take_parts
from selaras.models.alignment.profiles import Profile, build_profile
from selaras.models.alignment.scoring import (
    LinkWeights,
    Numbers,
    find_distances,
    link_logits,
    link_probabilities,
    score_pairs,
)
from selaras.models.alignment.texts import TextRows, Words, build_text_rows, count_rows, take_rows
from selaras.models.regions import RegionTable
from selaras.models.terms import without_regions


@dataclass(frozen=True, slots=True, eq=False)
class ItemRows:
    """Items and the rows of their texts; `concepts` has a column for each code of the catalogue.

    What is compared are the texts without names of regions, taken apart in `profiles`, and their parts where
    the language is known well enough to tell them.
    """

    items: tuple[Item, ...]
    profiles: tuple[Profile, ...]
    texts: TextRows
    concepts: csr_array
    parts: PartRows | None

    def __len__(self) -> int:
        return len(self.items)

    def take(self, rows: Ints) -> "ItemRows":
        """Some of the items, in the order given."""
        return ItemRows(
            tuple(self.items[row] for row in rows),
            tuple(self.profiles[row] for row in rows),
            take_rows(self.texts, rows),
            csr_array(self.concepts[rows]),
            take_parts(self.parts, rows) if self.parts else None,
        )


@dataclass(frozen=True, slots=True, eq=False)
class ScoredParts:
    """Parts of sources paired with targets, how alike they are, and the place of the pair of whole texts."""

    pairs: Pairs
    likeness: Likeness
    wholes: Ints


@dataclass(frozen=True, slots=True, eq=False)
class ScoredPairs:
    """Pairs with how alike they are, their log odds, and how probable it is that they are links."""

    pairs: Pairs
    likeness: Likeness
    same_concept: Bools
    parts: ScoredParts | None
    logits: Numbers
    probabilities: Numbers


def measure_items(
    items: Sequence[Item],
    *,
    regions: RegionTable | None = None,
    analysis: Analysis | None = None,
    sources: int = 0,
    parts: bool = True,
) -> ItemRows:
    """Take the texts of items apart.

    Names of regions, those of the packaged table unless another is given, do not count in Indonesian. In a
    language without packaged counts the first `sources` items are one list, and the rest the other. Without
    `parts` texts are compared as a whole only, in half the time.
    """
    by, codes = analysis or indonesian(), Words()
    concepts = [[codes[code] for code in sorted(item.concepts)] for item in items]
    texts = [item.text for item in items]
    wordings = [without_regions(text, regions) for text in texts] if by.names_regions else texts
    profiles = tuple(build_profile(wording, by) for wording in wordings)
    coded = count_rows(concepts, len(codes))
    if by.rarity is None:
        return ItemRows(tuple(items), profiles, build_list_rows(wordings, profiles, by, sources), coded, None)
    if not parts:
        whole = build_text_rows(wordings, profiles, by, by.rarity)
        return ItemRows(tuple(items), profiles, whole, coded, None)
    rows, their_parts = build_rows(wordings, profiles, by, by.rarity)
    return ItemRows(tuple(items), profiles, rows, coded, their_parts)


def score_rows(
    sources: ItemRows, targets: ItemRows, weights: LinkWeights, *, most: int, full: bool = False
) -> ScoredPairs:
    """Score at most `most` targets of each source, the likeliest; with `full` all of them where they are few.

    Both sides must come from one call of `measure_items`.
    """
    everything = full and len(targets) <= most
    pairs = (
        every_pair(len(sources), len(targets))
        if everything
        else nearest_pairs(sources.texts, targets.texts, most)
    )
    likeness = measure_pairs(sources.texts, targets.texts, pairs)
    same = dots(sources.concepts, targets.concepts, pairs) > 0
    return _scored(pairs, likeness, same, _parts(sources, targets, pairs), weights)


def _parts(sources: ItemRows, targets: ItemRows, pairs: Pairs) -> ScoredParts | None:
    if sources.parts is None:
        return None
    paired, wholes = part_pairs(sources.parts, pairs)
    return ScoredParts(paired, measure_pairs(sources.parts.texts, targets.texts, paired), wholes)


def _scored(
    pairs: Pairs, likeness: Likeness, same: Bools, parts: ScoredParts | None, weights: LinkWeights
) -> ScoredPairs:
    logits = _logits(pairs, likeness, same, weights)
    if parts:
        logits = _lifted(logits, parts, weights)
    probabilities = link_probabilities(logits, likeness, weights)
    return ScoredPairs(pairs, likeness, same, parts, logits, probabilities)


def _logits(pairs: Pairs, likeness: Likeness, same: Bools, weights: LinkWeights) -> Numbers:
    scores = score_pairs(likeness, same, weights)
    apart = find_distances(scores, pairs.sources, likeness.same_text, weights.rank.rival)
    return link_logits(scores, apart, weights)


def _lifted(logits: Numbers, parts: ScoredParts, weights: LinkWeights) -> Numbers:
    """Log odds lifted towards those of the best part, where that is likelier than the whole."""
    none = np.zeros(len(parts.pairs), dtype=np.bool_)
    best = logits.copy()
    np.maximum.at(best, parts.wholes, _logits(parts.pairs, parts.likeness, none, weights))
    return np.asarray(logits + weights.facts.part * (best - logits))


def rescored(found: ScoredPairs, weights: LinkWeights) -> ScoredPairs:
    """The same pairs, scored with other weights."""
    return _scored(found.pairs, found.likeness, found.same_concept, found.parts, weights)


def supported(found: ScoredPairs, support: Numbers, weights: LinkWeights) -> ScoredPairs:
    """The same pairs, with log odds added for what the plans around them say."""
    logits = np.asarray(found.logits + support)
    return replace(found, logits=logits, probabilities=link_probabilities(logits, found.likeness, weights))


def best_of_each(found: ScoredPairs, most: int) -> Ints:
    """The rows of the `most` best pairs of each source."""
    order = np.lexsort((-found.probabilities, found.pairs.sources))
    grouped = found.pairs.sources[order]
    starts = np.flatnonzero(np.r_[True, grouped[1:] != grouped[:-1]]) if len(grouped) else grouped
    rank = np.arange(len(grouped)) - np.repeat(starts, np.diff(np.r_[starts, len(grouped)]))
    return order[rank < most]
