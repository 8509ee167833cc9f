"""What a passage is, by its wording alone: a vision, a goal, an indicator, or none of what plans state.

>>> from selaras.extractors.tagging.pipeline import build_pipeline
>>> guess_kinds(build_pipeline(), ["Persentase desa siaga aktif"])[0].kind
<PassageKind.INDICATOR: 'INDICATOR'>

No label and no heading is asked, so that statements are found where both are missing. It is a guess: who
shows it as a fact must have another proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from spacy.tokens import Doc, Span

from selaras.extractors.phrases.wording import Wording, wording_of

GROUP = "kinds"


class PassageKind(StrEnum):
    """Kinds that wording can tell; an activity may be a sub-activity (sub kegiatan), too."""

    VISION = "VISION"  # visi
    MISSION = "MISSION"  # misi
    GOAL = "GOAL"  # tujuan
    OBJECTIVE = "OBJECTIVE"  # sasaran
    STRATEGY = "STRATEGY"  # strategi
    POLICY_DIRECTION = "POLICY_DIRECTION"  # arah kebijakan
    PROGRAM = "PROGRAM"  # program
    ACTIVITY = "ACTIVITY"  # kegiatan, sub kegiatan
    INDICATOR = "INDICATOR"  # indikator
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The likeliest kind of a passage, how likely it is (0 to 1), and the same for every kind."""

    kind: PassageKind
    probability: float
    probabilities: Mapping[PassageKind, float]


def guess_kinds(nlp: Language, texts: Sequence[str]) -> list[KindGuess]:  # noqa: ARG001 (of the stub)
    """Guess the kind of each text: a sentence, a list entry, a cell, a paragraph; without its number."""
    return [_guess(text) for text in texts]


_KINDS = {
    Wording.OUTCOME: PassageKind.OBJECTIVE,
    Wording.EFFORT: PassageKind.STRATEGY,
    Wording.MEASURE: PassageKind.INDICATOR,
}


def _guess(text: str) -> KindGuess:
    wording = wording_of(text)
    kind = _KINDS[wording] if wording else PassageKind.OTHER
    return KindGuess(kind, 0.5, {kind: 0.5})


@Language.component("selaras_kinds", assigns=["doc.spans", "span._.probability", "span._.probabilities"])
def kinds(doc: Doc) -> Doc:
    """Add passages that state something to doc.spans["kinds"], labelled by `PassageKind`, OTHER left out."""
    spans = [_passage(doc, *place) for place in _lines(doc.text)]
    found = [span for span in spans if span]
    guesses = [_guess(span.text) for span in found]
    doc.spans[GROUP] = [
        _labelled(span, guess)
        for span, guess in zip(found, guesses, strict=True)
        if guess.kind is not PassageKind.OTHER
    ]
    return doc


def _passage(doc: Doc, start: int, end: int) -> Span | None:
    return doc.char_span(start, end, alignment_mode="contract")


def _labelled(span: Span, guess: KindGuess) -> Span:
    labelled = Span(span.doc, span.start, span.end, label=guess.kind)
    labelled._.probability = guess.probability
    labelled._.probabilities = guess.probabilities
    return labelled


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1
