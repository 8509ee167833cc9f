"""How well the trained part tells kinds from wording alone, on texts that people read in plans it never saw.

    python benchmarks/kinds.py                 # plans and gold beside the checkout, in ../shared
    python benchmarks/kinds.py --part unseen   # only the third of the gold that no choice was made on
    python benchmarks/kinds.py --each          # precision and recall of every kind, too

Statements and indicators are those of the gold; OTHER are texts of the same pages that are near none of them.
Compared with the rule `wording_of`, and with guessing the most frequent kind. Texts that stand in plans that
were learned from, too (a governor's missions in every agency's plan), are scored apart. "together" guesses
all texts of a document at once, "trained" each by itself.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "training"))

from gold_passages import read_gold  # noqa: E402 (training/ is no package)
from kind_scores import GRAINS, macro_f1, score_kinds  # noqa: E402
from passages import Passage, Source  # noqa: E402
from plan_cache import read_labelled  # noqa: E402
from pooled_guesses import pool_guesses  # noqa: E402
from preparing import by_document, chance, without_texts  # noqa: E402
from training_set import Owned, group_by_owner, read_gold_owners, usable_passages  # noqa: E402

from selaras.extractors.phrases.wording import Wording, wording_of  # noqa: E402
from selaras.extractors.tagging.kinds import PassageKind as Kind  # noqa: E402
from selaras.extractors.tagging.kinds import guess_kinds  # noqa: E402
from selaras.extractors.tagging.pipeline import build_pipeline  # noqa: E402

RULE = {Wording.OUTCOME: Kind.OBJECTIVE, Wording.EFFORT: Kind.STRATEGY, Wording.MEASURE: Kind.INDICATOR}
UNSEEN_SHARE = 1 / 3
SET_KINDS = (  # what the kind of a source or target in the sets of links is called
    ("visi", Kind.VISION),
    ("sasaran", Kind.OBJECTIVE),
    ("misi", Kind.MISSION),
    ("tujuan", Kind.GOAL),
    ("arah kebijakan", Kind.POLICY_DIRECTION),
)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--part", choices=("all", "seen", "unseen"), default="all", help="which of the gold files"
    )
    parser.add_argument("--each", action="store_true", help="show every kind")
    options = parser.parse_args()
    cache = ROOT / "build" / "training"
    files = [
        f for f in sorted((options.shared / "gold" / "reading").glob("*.json")) if in_part(f, options.part)
    ]
    passages = [p for file in files for p in read_gold(file, options.shared / "corpus", cache)]
    learned = read_learned(options.shared, cache)
    show("gold", passages, each=options.each)
    fresh = without_texts(passages, learned)
    show("gold, texts that stand in no plan that was learned from", fresh, each=False)
    show("gold, texts that do", without_texts(passages, fresh), each=False)
    sets = list(read_sets(options.shared / "gold" / "links" / "sets"))
    show("sets of links, by the name of the kind", sets, each=options.each)
    show("sets of links, texts not learned", without_texts(sets, learned), each=False)
    return 0


def in_part(file: Path, part: str) -> bool:
    """Whether a file of gold belongs to a part: a third is drawn by the hash of the name."""
    unseen = chance(file.stem) < UNSEEN_SHARE
    return part == "all" or unseen == (part == "unseen")


def read_learned(shared: Path, cache: Path) -> list[Passage]:
    """All passages of plans that the shipped model may have learned from."""
    labelled = list(read_labelled(sorted((shared / "corpus").glob("*.pdf")), cache))
    gold = read_gold_owners(shared / "gold" / "reading")
    owners = group_by_owner([*(Owned(plan.name, plan.region, plan.agency) for plan in labelled), *gold])
    return usable_passages(labelled, owners, frozenset(owners[one.name] for one in gold))


def read_sets(folder: Path) -> Iterator[Passage]:
    """Texts of the sets of links whose kind the set names, each once."""
    found: dict[tuple[Kind, str], Passage] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for side in ("source", "target"):
                    kind, text = kind_of_set(row.get(f"{side}_kind", "")), row.get(f"{side}_text", "")
                    if kind and text:
                        passage = Passage(text, kind, Source.STATEMENT, path.stem)
                        found.setdefault((kind, passage.key), passage)
    yield from found.values()


def kind_of_set(name: str) -> Kind | None:
    """The kind that a set of links calls so; None for what planners call otherwise."""
    return next((kind for start, kind in SET_KINDS if re.match(start, name.casefold())), None)


def show(title: str, passages: Sequence[Passage], *, each: bool) -> None:
    """Print macro-F1 at each grain for the trained part and what it is compared with."""
    right = [passage.kind for passage in passages]
    if not right:
        return
    texts = [passage.text for passage in passages]
    guesses: Mapping[str, list[Kind]] = {
        "trained": [guess.kind for guess in guess_kinds(build_pipeline(), texts)],
        "together": guess_together(passages),
        "wording_of": [RULE[wording] if (wording := wording_of(text)) else Kind.OTHER for text in texts],
        "most frequent": [Counter(right).most_common(1)[0][0]] * len(right),
    }
    print(f"\n{title}: {len(right)} texts")
    for grain in GRAINS:
        row = "  ".join(
            f"{name} {macro_f1(score_kinds(right, found, grain)):.3f}" for name, found in guesses.items()
        )
        print(f"  macro-F1, {grain:30} {row}")
        if each:
            show_each(right, guesses["trained"], grain)


def guess_together(passages: Sequence[Passage]) -> list[Kind]:
    """Guess the texts of each document together, still without labels and headings."""
    guessed: dict[Passage, Kind] = {}
    for found in by_document(passages).values():
        texts = [passage.text for passage in found]
        guesses = pool_guesses(texts, guess_kinds(build_pipeline(), texts))
        guessed |= {passage: guess.kind for passage, guess in zip(found, guesses, strict=True)}
    return [guessed[passage] for passage in passages]


def show_each(right: Sequence[Kind], guessed: Sequence[Kind], grain: str) -> None:
    """Print precision, recall and F1 of every group of a grain."""
    for group, score in score_kinds(right, guessed, grain).items():
        print(
            f"    {group:30} P {score.precision:.2f}  R {score.recall:.2f}  F1 {score.f1:.2f}  {score.count}"
        )


if __name__ == "__main__":
    sys.exit(main())
