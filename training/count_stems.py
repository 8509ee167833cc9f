"""Count in how many texts of the corpus each stem stands; `make stems` writes models/data/stem_counts.csv.

    python training/count_stems.py [--corpus ../shared/corpus] [--cache build/training] [--write]

Counted are the sentences, cells and lines of all plans, each text once. The plans that the labelled link sets
were made from are left out, so that figures on those sets stay honest. A stem that fewer than two plans or
three texts have says nothing about plans in general and is left out: most are misprints and names.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from plan_cache import LabelledPlan, read_labelled

from selaras.models.ids import fold
from selaras.models.terms import find_words, stem, without_regions

COUNTS = Path(__file__).parents[1] / "models" / "data" / "stem_counts.csv"
HELD_OUT = "dki-jakarta"  # in the names of the files that the link sets were made from
FEWEST_WORDS, FEWEST_TEXTS, FEWEST_PLANS = 3, 3, 2
LONGEST = 600  # letters; longer texts are several


def count_stems(plans: Iterable[LabelledPlan]) -> tuple[int, dict[str, int]]:
    """The number of texts, and for each stem in how many of them it stands."""
    seen: set[str] = set()
    counts: Counter[str] = Counter()
    having: defaultdict[str, set[str]] = defaultdict(set)
    texts = 0
    for plan in plans:
        for passage in plan.passages:
            stems = _new_stems(passage.text, seen)
            texts += bool(stems)
            counts.update(stems)
            for one in stems:
                having[one].add(plan.name)
    kept = (one for one in counts if counts[one] >= FEWEST_TEXTS and len(having[one]) >= FEWEST_PLANS)
    return texts, {one: counts[one] for one in sorted(kept)}


def _new_stems(text: str, seen: set[str]) -> set[str]:
    """The stems of a text that was not met before; none for one that is too short or too long."""
    folded = fold(text)
    if folded in seen or len(text) > LONGEST:
        return set()
    seen.add(folded)
    words = set(find_words(without_regions(text)))
    return {stem(word) for word in words} if len(words) >= FEWEST_WORDS else set()


def write_counts(texts: int, counts: dict[str, int]) -> None:
    """Write the table; the row without a stem holds the number of texts."""
    with COUNTS.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([("stem", "texts"), ("", texts), *counts.items()])


def main() -> None:
    """Count, and write the table if asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--cache", type=Path, default=Path("build/training"))
    parser.add_argument("--write", action="store_true", help="write the packaged table")
    options = parser.parse_args()
    files = sorted(path for path in options.corpus.glob("*.pdf") if HELD_OUT not in path.name)
    texts, counts = count_stems(read_labelled(files, options.cache))
    print(f"{texts} texts of {len(files)} plans, {len(counts)} stems")
    if options.write:
        write_counts(texts, counts)


if __name__ == "__main__":
    main()
