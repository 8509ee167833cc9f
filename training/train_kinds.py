"""Trains the part that tells kinds by wording, evaluates it, and writes model and model card.

    make train                                            # plans in ../shared/corpus
    make train PLANS=/my/plans                            # other plans
    python training/train_kinds.py --plans P --output D   # to another folder than the package

Documents that --gold names, and all others of their owners, are left out: they are for benchmarks/kinds.py.
The same plans and the same seed give the same model. What was read of plans is kept in build/training.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fitting import Judged, calibrate, cool, fit, judge
from gold_passages import read_gold
from model_card import write_card
from passages import Passage
from plan_cache import LabelledPlan, read_labelled
from plan_owners import Owned
from preparing import without_texts
from training_set import TrainingSet, build_training_set, read_gold_owners

from selaras.extractors.tagging.kind_model import TrainedKinds, pack_kinds

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = 2025
INVENTED_EACH = 600
CLEANING_EPOCHS = 2
FEWEST_PLANS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    plans = sorted(options.plans.glob("*.pdf"))
    if len(plans) < FEWEST_PLANS:
        parser.error(
            f"{options.plans} holds no plans to learn from: name a folder of PDFs (make train PLANS=...)"
        )
    gold = options.gold or options.plans.parent / "gold" / "reading"
    run = train(list(read_labelled(plans, options.cache)), read_gold_owners(gold))
    save(run.trained, options.output)
    kept = [p for file in sorted(gold.glob("*.json")) for p in read_gold(file, options.plans, options.cache)]
    options.card.write_text(describe(run, kept), encoding="utf-8")
    return 0


def make_parser() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--plans", type=Path, default=SHARED / "corpus", help="folder of PDFs to learn from")
    add("--gold", type=Path, help="folder of what people read (default: gold/reading beside the plans)")
    add("--output", type=Path, default=ROOT / "extractors" / "data", help="where to save")
    add("--card", type=Path, default=ROOT / "docs" / "model-card.md", help="model card to write")
    add("--cache", type=Path, default=ROOT / "build" / "training", help="where what was read is kept")
    return parser


@dataclass(frozen=True, slots=True)
class Run:
    """The model that is saved, what it is made of, and what a model without its owner said of each text."""

    trained: TrainedKinds
    temperature: float
    found: TrainingSet
    judged: tuple[Judged, ...]


def train(labelled: Sequence[LabelledPlan], gold: Sequence[Owned]) -> Run:
    """Build the training set, try every fold to find the temperature, then fit on everything."""
    hasty = partial(fit, epochs=CLEANING_EPOCHS)
    found = build_training_set(labelled, gold, hasty, each=INVENTED_EACH, seed=SEED)
    judged = [one for learned, fold in found.trials() if fold for one in judge(fit(learned), fold)]
    temperature = calibrate(judged)
    trained = fit([*found.learned, *found.invented])
    cool(trained, temperature)
    return Run(trained, temperature, found, tuple(judged))


def describe(run: Run, gold: Sequence[Passage]) -> str:
    """The model card of a run."""
    learned = run.found.learned
    trials = (
        ("weak labels, each owner by a model of the others, before the temperature", run.judged),
        ("gold, documents of other owners", judge(run.trained, gold)),
        ("gold, texts that no learned plan prints", judge(run.trained, without_texts(gold, learned))),
    )
    return write_card(
        learned=[*learned, *run.found.invented],
        owners=len({run.found.owners[passage.document] for passage in learned}),
        trials=trials,
        temperature=run.temperature,
        seed=SEED,
    )


def save(trained: TrainedKinds, folder: Path) -> None:
    """Write the files of the model."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pack_kinds(trained).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
