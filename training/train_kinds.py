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
from functools import partial
from pathlib import Path

from fitting import calibrate, cool, fit
from plan_cache import LabelledPlan, read_labelled
from plan_owners import Owned
from training_set import TrainingSet, build_training_set, read_gold_owners

from selaras.extractors.tagging.kind_model import TrainedKinds, pack_kinds

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = 2025
INVENTED_EACH = 400
CLEANING_EPOCHS = 4
FEWEST_PLANS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plans", type=Path, default=SHARED / "corpus", help="folder of PDFs to learn from")
    parser.add_argument("--gold", type=Path, help="folder of what people read (default: beside the plans)")
    parser.add_argument("--output", type=Path, default=ROOT / "extractors" / "data", help="where to save")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "training", help="what was read")
    options = parser.parse_args(arguments)
    plans = sorted(options.plans.glob("*.pdf"))
    if len(plans) < FEWEST_PLANS:
        parser.error(
            f"{options.plans} holds no plans to learn from: name a folder of PDFs (make train PLANS=...)"
        )
    gold = read_gold_owners(options.gold or options.plans.parent / "gold" / "reading")
    trained, _ = train(list(read_labelled(plans, options.cache)), gold)
    save(trained, options.output)
    return 0


def train(labelled: Sequence[LabelledPlan], gold: Sequence[Owned]) -> tuple[TrainedKinds, TrainingSet]:
    """Build the training set, fit on what is learned to find the temperature, then on everything."""
    hasty = partial(fit, **{"training.max_epochs": CLEANING_EPOCHS})
    found = build_training_set(labelled, gold, hasty, each=INVENTED_EACH, seed=SEED)
    trial = fit([*found.learned, *found.invented])
    temperature = calibrate(trial, found.checked)
    trained = fit([*found.learned, *found.checked, *found.invented])
    cool(trained, temperature)
    return trained, found


def save(trained: TrainedKinds, folder: Path) -> None:
    """Write the files of the model."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pack_kinds(trained).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
