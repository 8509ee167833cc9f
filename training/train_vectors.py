"""Learn what words are about from plans: the topics of the sentences of each stem, and its neighbours.

    make vectors                                            # plans in ../shared/corpus
    make vectors PLANS=/my/plans                            # other plans
    python training/train_vectors.py --plans P --output F   # to another file than the packaged one

A sentence is about the topics of the terms of the thesaurus that it has; each of its stems is counted for
them. A stem's share of a topic is drawn towards the usual share as if it had been seen `PRIOR` times more,
so that rare stems say little; what is kept is the share less the usual one. Beside that, floret learns from
the same sentences which stems keep the same company (`company.py`; some three minutes). Documents that the
link sets of the benchmarks come from are left out (--without). The same plans give the same bytes.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from company import learn_company
from numpy.typing import NDArray
from plan_sentences import catalogue_sentences, read_plan_sentences

from selaras.models.alignment.spelling import is_known
from selaras.models.alignment.thesaurus import load_thesaurus
from selaras.models.alignment.vectors import FILE, SCALE
from selaras.models.terms import find_words, stem, topic_key

ROOT = Path(__file__).parents[1]
# The benchmarks' links are stated in documents of this region and in those of candidates.
LEFT_OUT = ("*dki-jakarta*", "*visi-misi_capres*")
FEWEST = 3  # sentences of a stem
PRIOR = 10.0  # sentences

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much each stem was seen in sentences about each topic; `counts` is stems x topics."""

    stems: tuple[str, ...]
    topics: tuple[str, ...]
    counts: Floats
    sentences: tuple[tuple[str, ...], ...]  # of stems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    plans = choose_plans(options.plans, options.without)
    if not plans:
        parser.error(
            f"{options.plans} holds no plans to learn from: name a folder of PDFs (make vectors PLANS=...)"
        )
    counted = count_topics(chain(read_plan_sentences(plans), catalogue_sentences()))
    save(counted, options.output)
    print(f"{len(plans)} plans, {len(counted.stems)} stems, {options.output.stat().st_size} bytes")
    return 0


def make_parser() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--plans", type=Path, default=ROOT.parent / "shared" / "corpus", help="folder of PDFs to learn from")
    add("--without", nargs="*", default=LEFT_OUT, help="patterns of file names that are left out")
    add("--output", type=Path, default=ROOT / "models" / "data" / FILE, help="file to write")
    return parser


def choose_plans(folder: Path, without: Iterable[str]) -> list[Path]:
    """The PDFs of a folder, by name, except those whose names are like one of the patterns."""
    left_out = tuple(without)
    return [path for path in sorted(folder.glob("*.pdf")) if not any(map(path.match, left_out))]


def count_topics(sentences: Iterable[str]) -> Counted:
    """Count the stems of sentences for what the sentences are about, the same words only once.

    Only words that the language or the field knows are kept: no names of persons, no misprints.
    """
    words = _each_once(tuple(find_words(sentence)) for sentence in sentences)
    found = [(tuple(map(stem, each)), _shares(each)) for each in words]
    seen = Counter(chain.from_iterable(set(stems) for stems, _ in found))
    stems = tuple(sorted(one for one, count in seen.items() if count >= FEWEST and is_known(one)))
    places = {one: place for place, one in enumerate(stems)}
    counts = np.zeros((len(stems), len(load_thesaurus().topics)))
    for each, shares in found:
        for place in (places[one] for one in each if one in places):
            counts[place] += shares
    return Counted(stems, tuple(load_thesaurus().topics), counts, tuple(each for each, _ in found))


def lean(counts: Floats, prior: float = PRIOR) -> Floats:
    """How much more than usual each stem leans to each topic, from -1 to 1."""
    usual = counts.sum(axis=0) / counts.sum()
    leaning: Floats = (counts + prior * usual) / (counts.sum(axis=1, keepdims=True) + prior) - usual
    return leaning


def save(counted: Counted, path: Path) -> None:
    """Write what `load_vectors` reads."""
    company = learn_company(counted.sentences, counted.stems)
    with path.open("wb") as stream:
        np.savez_compressed(
            stream,
            stems=np.array(counted.stems),
            topics=np.array(counted.topics),
            shares=_small(lean(counted.counts)),
            company=_small(company),
        )


def _small(values: Floats) -> NDArray[np.int8]:
    """Numbers from -1 to 1 in one byte each."""
    return np.rint(values * SCALE).astype(np.int8)


def _each_once(sentences: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Running titles and copied rows count once."""
    return [words for words in dict.fromkeys(sentences) if len(words) > 1]


def _shares(words: tuple[str, ...]) -> Floats:
    """How much of a sentence is about each topic; all less than 1 together where it but hints at one."""
    thesaurus = load_thesaurus()
    places = {code: place for place, code in enumerate(thesaurus.topics)}
    shares = np.zeros(len(places))
    for mention in thesaurus.find([topic_key(word) for word in words]):
        for code, strength in mention.topics.items():
            shares[places[code]] += strength * thesaurus.topics[code].weight
    return shares / max(1.0, float(shares.sum()))


if __name__ == "__main__":
    sys.exit(main())
