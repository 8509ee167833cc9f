"""How many promises of real candidates are found, with the trained part and without it.

    python benchmarks/promises.py [--gold candidates_rpjpn.csv] [--corpus FOLDER] [--show N]

People listed missions and programmes of two drafts (for another purpose: the list is a sample, not all of
them): the share of those that stand among the statements read. `--show N` prints N guessed statements, drawn
at random with a fixed seed, to be judged by eye.
"""

import argparse
import csv
import random
from pathlib import Path

from selaras.extractors.reading import read_plan
from selaras.models.ids import fold
from selaras.models.plans import Plan

SHARED = Path(__file__).parents[2] / "shared"
KINDS = {"misi": "MISSION", "program": "PROGRAM"}


def listed(gold: Path) -> dict[str, dict[str, str]]:
    """Texts that people listed, by the stem of the document's name, with their kind."""
    found: dict[str, dict[str, str]] = {}
    with gold.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(Path(row["doc"]).stem, {})[row["item_text"]] = KINDS[row["item_kind"]]
    return found


def squeezed(text: str) -> str:
    """A text without blanks, marks at its end and capitals."""
    return fold(text.rstrip(" .;")).replace(" ", "").replace("-", "")


def is_found(text: str, kind: str, plan: Plan) -> bool:
    """Whether a statement of this kind holds the text, or most of it."""
    wanted = squeezed(text)
    texts = (squeezed(item.text) for item in plan.statements if item.kind == kind)
    return any(wanted in one or (one in wanted and len(one) > 0.6 * len(wanted)) for one in texts)


def report(name: str, items: dict[str, str], plan: Plan, *, guess: bool) -> None:
    """Print one line of the table."""
    shares = []
    for kind in KINDS.values():
        wanted = [text for text, of in items.items() if of == kind]
        shares.append(f"{sum(is_found(text, kind, plan) for text in wanted):3} of {len(wanted):3}")
    guessed = [item for item in plan.statements if item.kind_probability is not None]
    below = sum(item.parent is not None for item in guessed)
    how = "with" if guess else "without"
    print(f"{name[-22:]:22} {how:8} {shares[0]:>10} {shares[1]:>10} {len(guessed):8} {below:14}")


def show(plan: Plan, count: int) -> None:
    """Print guessed statements drawn at random."""
    guessed = [item for item in plan.statements if item.kind_probability is not None]
    for item in random.Random(1).sample(guessed, min(count, len(guessed))):
        print(f"    p. {item.passage.page:3} {item.kind_probability:.2f} {item.text[:130]}")


def main() -> None:
    """Read the drafts twice and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "links" / "candidates_rpjpn.csv")
    parser.add_argument("--corpus", type=Path, default=SHARED / "corpus")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    options = parser.parse_args()
    heads = f"{'missions':>10} {'programmes':>10} {'guessed':>8} {'below mission':>14}"
    print(f"{'draft':22} {'trained':8} {heads}")
    for stem, items in listed(options.gold).items():
        path = next(options.corpus.glob(f"*{stem}.pdf"))
        for guess in (False, True):
            plan = read_plan(path, guess=guess)
            report(stem, items, plan, guess=guess)
        show(plan, options.show)


if __name__ == "__main__":
    main()
