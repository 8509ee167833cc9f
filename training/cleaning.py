"""Passages taken for OTHER that are worded like statements: most are statements that the reading missed.

Each half of the owners is judged by a model of the other half. Source of the idea: Northcutt et al.,
Confident Learning, 2021.
"""

from collections.abc import Callable, Sequence

from passages import Passage

from selaras.extractors.tagging.kind_model import TrainedKinds
from selaras.extractors.tagging.kinds import PassageKind

LEAST_OTHER = 0.4  # a text of OTHER must be this likely to be one in the eyes of the other half
Fit = Callable[[Sequence[Passage]], TrainedKinds]


def drop_doubtful(halves: Sequence[Sequence[Passage]], fit: Fit) -> list[Passage]:
    """The passages of two halves without the doubtful ones of OTHER; nothing else is dropped."""
    one, other = halves
    return [*_trusted(one, fit(other)), *_trusted(other, fit(one))]


def _trusted(passages: Sequence[Passage], judge: TrainedKinds) -> list[Passage]:
    column = judge.labels.index(PassageKind.OTHER)
    chances = judge.predict([passage.text for passage in passages])[:, column] if passages else ()
    return [
        passage
        for passage, chance in zip(passages, chances, strict=True)
        if passage.kind is not PassageKind.OTHER or chance >= LEAST_OTHER
    ]
