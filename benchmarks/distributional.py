"""Which vectors of words, learned from the same sentences, bring most to linking.

    python benchmarks/distributional.py [--plans ../shared/corpus] [--gold ../shared/gold/links]

Measured are the packaged vectors and each of their two parts: the topics of the sentences around a word, and
floret's. Beside them PPMI of words within a sentence, cut to 64 dimensions by SVD. For each the figures are
those of `vectors.py` by people's links, with the vectors alone and with words and thesaurus.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, permutations
from pathlib import Path

import numpy as np
from fit_links import build_table
from knowledge import Measured
from link_sets import GOLD, KEPT_APART, LinkSet, read_sets
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds
from vectors import show_table

from selaras.models.alignment.analysis import Analysis, indonesian
from selaras.models.alignment.vectors import WordVectors, load_vectors
from selaras.models.terms import find_words, stem

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "training"))

from plan_sentences import catalogue_sentences, read_plan_sentences  # noqa: E402 (training/ is no package)
from train_vectors import LEFT_OUT, choose_plans  # noqa: E402

DIMENSIONS, FEWEST = 64, 3
SMOOTHED = 0.75  # power of the frequency of a context, as Levy and Goldberg (2015) have it
Sentences = Sequence[tuple[str, ...]]


def read_stems(plans: Path) -> Sentences:
    """The stems of each sentence that `make vectors` learns from, the same ones only once."""
    found = chain(read_plan_sentences(choose_plans(plans, LEFT_OUT)), catalogue_sentences())
    sentences = (tuple(map(stem, find_words(sentence))) for sentence in found)
    return [stems for stems in dict.fromkeys(sentences) if len(stems) > 1]


def learn_ppmi(sentences: Sentences, dimensions: int = DIMENSIONS) -> WordVectors:
    """Positive pointwise mutual information of stems in one sentence, cut to its main directions."""
    seen = Counter(chain.from_iterable(sentences))
    kept_stems = sorted(one for one, count in seen.items() if count >= FEWEST)
    places = {one: place for place, one in enumerate(kept_stems)}
    pairs = Counter(
        pair
        for stems in sentences
        for pair in permutations(sorted({places[one] for one in stems if one in places}), 2)
    )
    ends, counts = np.array(list(pairs)).T, np.array(list(pairs.values()), dtype=float)
    total = np.bincount(ends[0], counts)
    context = total**SMOOTHED / (total**SMOOTHED).sum()
    gain = np.log(counts / (total[ends[0]] * context[ends[1]]))
    kept = gain > 0
    matrix = csr_array((gain[kept], ends[:, kept]), shape=(len(places), len(places)))
    left, sizes, _ = svds(matrix, k=dimensions, v0=np.ones(len(places)))
    return WordVectors(places, ((left * np.sqrt(sizes)).astype(np.float32),))


def part_of(vectors: WordVectors, part: int) -> WordVectors:
    """One part of vectors alone."""
    return WordVectors(vectors.places, (vectors.parts[part],))


def measure_with(links: LinkSet, analysis: Analysis) -> Measured:
    """The measures of the pairs of a set, with the vectors of an analysis."""
    table = build_table(links, analysis)
    likeness = table.found.likeness
    columns = {"words": likeness.wording, "topics": likeness.topics, "vectors": likeness.meaning}
    return Measured(table, columns)


def learn_all(sentences: Sentences) -> Iterator[tuple[str, WordVectors]]:
    """Each kind of vectors under its name."""
    packaged = load_vectors()
    yield "packaged", packaged
    yield "topics around", part_of(packaged, 0)
    yield "floret", part_of(packaged, 1)
    yield "PPMI and SVD", learn_ppmi(sentences)


def main() -> None:
    """Learn, measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    sets = [links for links in read_sets(options.gold) if links.name not in KEPT_APART]
    for name, vectors in learn_all(read_stems(options.plans)):
        analysis = replace(indonesian(), vectors=vectors)
        tables = [measure_with(links, analysis) for links in sets]
        choices = {f"{name} alone": ("vectors",), f"with {name}": ("words", "topics", "vectors")}
        show_table(name, tables, choices)


if __name__ == "__main__":
    main()
