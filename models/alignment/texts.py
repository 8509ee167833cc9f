"""Many texts taken apart at once into sparse rows, by which any two of them can be compared.

    stems    their stems, rare ones weighing more, boilerplate of planning little; rows of length 1
    grams    the runs of letters of those stems, which forgives misprints; rows of length 1
    topics   what they are about, by the thesaurus
    meaning  what they are about, by the company that their stems keep in plans; rows of length 1 or 0,
             joined with those of an encoder where the user brings one
    rising, falling   stems of what they want more or less of

What a text is made into does not depend on the other texts: the rarity of stems is known.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csr_array

from selaras.models.alignment.analysis import Analysis
from selaras.models.alignment.encoder import join_rows
from selaras.models.alignment.profiles import Profile, topic_strengths
from selaras.models.alignment.rarity import Rarity
from selaras.models.alignment.topics import TopicRows, build_topic_rows
from selaras.models.alignment.vectors import embed_texts
from selaras.models.ids import fold

GRAM = 4  # letters
BOILERPLATE = 0.3  # share of its weight that a stem of boilerplate keeps

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class TextRows:
    """One row for each text in every matrix; `repeats` numbers texts so that the same text has one number."""

    stems: csr_array
    grams: csr_array
    topics: TopicRows | None
    meaning: Floats | None
    rising: csr_array
    falling: csr_array
    repeats: Ints

    def __len__(self) -> int:
        return len(self.repeats)


class Words(dict[str, int]):
    """Words, or anything written, with the numbers given to them as they come."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def build_text_rows(
    texts: Sequence[str], profiles: Sequence[Profile], analysis: Analysis, rarity: Rarity
) -> TextRows:
    """Make the rows of texts from which the names of regions were left out, and of their profiles."""
    stems = Words()
    counts = count_rows([[stems[stem] for _, stem in one.words] for one in profiles], len(stems))
    weights = _stem_weights(list(stems), rarity, analysis.boilerplate)
    thesaurus = analysis.thesaurus
    rows = unit_rows(csr_array(dampen(counts) @ sparse.diags_array(weights)))
    return TextRows(
        rows,
        unit_rows(csr_array(counts @ _gram_rows(list(stems), weights, rarity))),
        build_topic_rows(list(map(topic_strengths, profiles)), thesaurus) if thesaurus else None,
        _meaning_rows(texts, rows, list(stems), analysis),
        *sense_rows(texts, stems, analysis),
        number_texts(texts),
    )


def _meaning_rows(
    texts: Sequence[str], rows: csr_array, stems: Sequence[str], analysis: Analysis
) -> Floats | None:
    if analysis.vectors is None:
        return None
    known = embed_texts(rows, stems, analysis.vectors)
    return join_rows(known, analysis.encode(texts)) if analysis.encode and texts else known


def count_rows(rows: Sequence[Sequence[int]], columns: int) -> csr_array:
    """How often each number stands in each row."""
    ends = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), np.int32, int(ends[-1]))
    values = np.ones(len(places), dtype=np.float32)
    found = csr_array((values, places, ends), shape=(len(rows), columns))
    found.sum_duplicates()
    return found


def take_rows(rows: TextRows, chosen: Ints) -> TextRows:
    """The rows of some texts, in the order given."""
    topics = rows.topics
    return TextRows(
        csr_array(rows.stems[chosen]),
        csr_array(rows.grams[chosen]),
        TopicRows(csr_array(topics.shares[chosen]), csr_array(topics.reach[chosen])) if topics else None,
        rows.meaning[chosen] if rows.meaning is not None else None,
        csr_array(rows.rising[chosen]),
        csr_array(rows.falling[chosen]),
        rows.repeats[chosen],
    )


def unit_rows(rows: csr_array) -> csr_array:
    """Give all rows the length 1; empty ones stay empty."""
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
    return csr_array(sparse.diags_array((1 / lengths).astype(np.float32)) @ rows)


def number_texts(texts: Iterable[str]) -> Ints:
    """One number for texts that differ in case, blanks or punctuation only; an empty one is like no other."""
    known = Words()
    return np.array([known[fold(text)] if fold(text) else -1 for text in texts], dtype=np.int64)


def dampen(counts: csr_array) -> csr_array:
    """A stem that stands twice does not say twice as much."""
    return csr_array((1 + np.log(counts.data), counts.indices, counts.indptr), shape=counts.shape)


def _stem_weights(
    stems: Sequence[str], rarity: Rarity, boilerplate: frozenset[str]
) -> npt.NDArray[np.float32]:
    weights = [rarity.weight(one) * (BOILERPLATE if one in boilerplate else 1.0) for one in stems]
    return np.array(weights, dtype=np.float32)


def _gram_rows(stems: Sequence[str], weights: npt.NDArray[np.float32], rarity: Rarity) -> csr_array:
    """The runs of letters of each stem; those of many stems weigh less, and a row as much as its stem."""
    numbers = Words()
    rows = count_rows([[numbers[gram] for gram in find_grams(one)] for one in stems], len(numbers))
    known = _gram_counts(rarity)
    having = np.array([known[gram] for gram in numbers], dtype=np.float32)
    scarce = np.log((2 + len(rarity.counts)) / (1 + having))
    return csr_array(sparse.diags_array(weights) @ unit_rows(csr_array(rows @ sparse.diags_array(scarce))))


@cache
def _gram_counts(rarity: Rarity) -> Counter[str]:
    """In how many of the known stems each run of letters stands."""
    return Counter(gram for stem in rarity.counts for gram in set(find_grams(stem)))


def find_grams(stem: str) -> list[str]:
    """Runs of letters of a stem with its ends marked; a short stem is one run."""
    marked = f" {stem} "
    return [marked[start : start + GRAM] for start in range(max(1, len(marked) - GRAM + 1))]


def sense_rows(
    texts: Sequence[str], stems: Mapping[str, int], analysis: Analysis
) -> tuple[csr_array, csr_array]:
    """What each text wants more of, and less of."""
    found = [list(analysis.find_senses(text)) for text in texts]
    return _sense_side(found, stems, 1), _sense_side(found, stems, -1)


def _sense_side(found: Sequence[Sequence[tuple[str, int]]], stems: Mapping[str, int], sign: int) -> csr_array:
    rows = [[stems[one] for one, way in row if way == sign and one in stems] for row in found]
    return count_rows(rows, len(stems))
