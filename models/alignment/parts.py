"""What a text asks for side by side: "sehat, cerdas, dan berbudaya" are three things, each with its targets.

As a whole such a text is but a third like any of its targets, and these are each other's rivals. So its parts
are compared as well: a target that fits one of them may be served though the whole says more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.pairs import Ints, Pairs
from selaras.models.alignment.profiles import Profile, build_profile
from selaras.models.alignment.rarity import Rarity
from selaras.models.alignment.texts import TextRows, build_text_rows, take_rows

# Where another thing begins: commas and the like, "dan", "serta", "melalui", and relative clauses.
BETWEEN = re.compile(r"\s*(?:[,;:]|\b(?:dan|serta|melalui|yang)\b)\s*", re.IGNORECASE)
MOST = 6  # a text of more parts is a list or a paragraph, and its parts say little by themselves


@dataclass(frozen=True, slots=True, eq=False)
class PartRows:
    """The parts of texts, those of a text together; `starts[n]` to `starts[n + 1]` are those of text n."""

    starts: Ints
    texts: TextRows


def find_parts(text: str) -> list[str]:
    """The parts of a text; none where it asks for one thing only, or for too many to tell apart.

    >>> find_parts("Manusia yang sehat, cerdas, dan berbudaya")
    ['Manusia', 'sehat', 'cerdas', 'berbudaya']
    """
    parts = [part for part in BETWEEN.split(text) if part.strip()]
    return parts if 1 < len(parts) <= MOST else []


def build_rows(
    texts: Sequence[str], profiles: Sequence[Profile], analysis: Analysis, rarity: Rarity
) -> tuple[TextRows, PartRows]:
    """Make the rows of texts and of their parts, with the same columns."""
    parts = [find_parts(text) for text in texts]
    listed = [part for some in parts for part in some]
    taken = [build_profile(part, analysis) for part in listed]
    rows = build_text_rows([*texts, *listed], [*profiles, *taken], analysis, rarity)
    places = np.arange(len(rows))
    starts = np.cumsum([0, *map(len, parts)], dtype=np.int64)
    return take_rows(rows, places[: len(texts)]), PartRows(starts, take_rows(rows, places[len(texts) :]))


def take_parts(parts: PartRows, rows: Ints) -> PartRows:
    """The parts of some texts, in the order given."""
    sizes = np.diff(parts.starts)[rows]
    starts = np.r_[0, np.cumsum(sizes)].astype(np.int64)
    places = np.arange(starts[-1]) + np.repeat(parts.starts[rows] - starts[:-1], sizes)
    return PartRows(starts, take_rows(parts.texts, places))


def part_pairs(parts: PartRows, pairs: Pairs) -> tuple[Pairs, Ints]:
    """Pair each part with every target of its text; and the place of the pair of whole texts for each.

    The pairs of a source stand together in `pairs`, and those of a part in what is returned.
    """
    counts = np.bincount(pairs.sources, minlength=len(parts.starts) - 1)
    first = np.r_[0, np.cumsum(counts)]
    owners = np.repeat(np.arange(len(counts)), np.diff(parts.starts))
    sizes = counts[owners]
    ends = np.cumsum(sizes)
    whole = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first[owners] - (ends - sizes), sizes)
    return Pairs(np.repeat(np.arange(len(owners)), sizes), pairs.targets[whole]), whole.astype(np.int64)
