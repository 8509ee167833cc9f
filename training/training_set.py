"""The training set: passages of plans that may be learned from, cleaned, parted by owner; invented ones."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaning import Fit, drop_doubtful
from invented import invent
from passages import Passage
from plan_cache import LabelledPlan
from plan_owners import Owned, fold_of, group_by_owner
from preparing import select_passages, without_texts

from selaras.extractors.tagging.kinds import PassageKind
from selaras.models.documents import PlanKind

FOLDS = 5  # about one text in five is kept for choosing and for calibrating


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """What is learned from and what is checked on: no owner is in both, and no text.

    `owners` says whose each document is, those of the gold too, which `excluded` holds.
    """

    learned: tuple[Passage, ...]
    checked: tuple[Passage, ...]
    invented: tuple[Passage, ...]
    owners: Mapping[str, str]
    excluded: frozenset[str]


def build_training_set(
    labelled: Sequence[LabelledPlan], gold: Sequence[Owned], fit: Fit, *, each: int, seed: int
) -> TrainingSet:
    """Leave out the owners of the gold, clean with models that `fit` makes, part by owner, invent others."""
    owners = group_by_owner([*(Owned(plan.name, plan.region, plan.agency) for plan in labelled), *gold])
    excluded = frozenset(owners[document.name] for document in gold)
    invented = tuple(invent(each, seed))
    selected = select_passages(usable_passages(labelled, owners, excluded))
    clean = drop_doubtful(_halves(selected, owners), lambda passages: fit([*passages, *invented]))
    folds = {passage: fold_of(owners[passage.document], FOLDS) for passage in clean}
    sizes = Counter(folds.values())
    chosen = min(range(FOLDS), key=lambda fold: (abs(sizes[fold] - len(clean) / FOLDS), fold))
    learned = tuple(passage for passage in clean if folds[passage] != chosen)
    checked = without_texts((passage for passage in clean if folds[passage] == chosen), learned)
    return TrainingSet(learned, tuple(checked), invented, owners, excluded)


def read_gold_owners(folder: Path) -> list[Owned]:
    """The documents that people have read for the test, and whose they are."""
    documents = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    return [
        Owned(Path(one["file"]).stem, one["document"]["region"], one["document"]["agency"])
        for one in documents
    ]


def usable_passages(
    labelled: Sequence[LabelledPlan], owners: Mapping[str, str], excluded: frozenset[str]
) -> list[Passage]:
    """Passages of plans that were understood; of candidates' texts only what states something."""
    return [
        passage
        for plan in labelled
        if owners[plan.name] not in excluded and plan.kind != PlanKind.OTHER
        for passage in plan.passages
        if plan.kind != PlanKind.VISI_MISI or passage.kind is not PassageKind.OTHER
    ]


def _halves(passages: Sequence[Passage], owners: Mapping[str, str]) -> tuple[list[Passage], list[Passage]]:
    halves: tuple[list[Passage], list[Passage]] = ([], [])
    for passage in passages:
        halves[fold_of(owners[passage.document], 2)].append(passage)
    return halves
