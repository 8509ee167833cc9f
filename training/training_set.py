"""The training set: passages of plans that may be learned from, cleaned, parted by owner; invented ones."""

import json
from collections.abc import Iterator, Mapping, Sequence
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

FOLDS = 5


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """What is learned from: passages of plans in folds, so that no owner is in two, and invented ones.

    `owners` says whose each document is, those of the gold too, which `excluded` holds.
    """

    folds: tuple[tuple[Passage, ...], ...]
    invented: tuple[Passage, ...]
    owners: Mapping[str, str]
    excluded: frozenset[str]

    @property
    def learned(self) -> list[Passage]:
        """All passages of plans."""
        return [passage for fold in self.folds for passage in fold]

    def trials(self) -> Iterator[tuple[list[Passage], list[Passage]]]:
        """For each fold what a trial learns, and the texts of the fold that do not stand in that, too."""
        for fold in self.folds:
            learned = [passage for other in self.folds if other is not fold for passage in other]
            yield [*learned, *self.invented], without_texts(fold, learned)


def build_training_set(
    labelled: Sequence[LabelledPlan], gold: Sequence[Owned], fit: Fit, *, each: int, seed: int
) -> TrainingSet:
    """Leave out the owners of the gold, clean with models that `fit` makes, part by owner, invent others."""
    owners = group_by_owner([*(Owned(plan.name, plan.region, plan.agency) for plan in labelled), *gold])
    excluded = frozenset(owners[document.name] for document in gold)
    invented = tuple(invent(each, seed))
    selected = select_passages(usable_passages(labelled, owners, excluded))
    halves = part_by_owner(selected, owners, 2)
    clean = drop_doubtful(halves, lambda passages: fit([*passages, *invented]))
    return TrainingSet(part_by_owner(clean, owners, FOLDS), invented, owners, excluded)


def part_by_owner(
    passages: Sequence[Passage], owners: Mapping[str, str], folds: int
) -> tuple[tuple[Passage, ...], ...]:
    """Part passages so that those of one owner stay together."""
    places = [fold_of(owners[passage.document], folds) for passage in passages]
    return tuple(
        tuple(passage for passage, place in zip(passages, places, strict=True) if place == fold)
        for fold in range(folds)
    )


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
