"""What a passage is, by its wording alone: a vision, a goal, an indicator, or none of what plans state.

>>> from selaras.extractors.tagging.pipeline import build_pipeline
>>> guess_kinds(build_pipeline(), ["Persentase desa siaga aktif"])[0].kind
<PassageKind.INDICATOR: 'INDICATOR'>

No label and no heading is asked, so that statements are found where both are missing. It is a guess: who
shows it as a fact must have another proof.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from selaras.extractors.phrases.wording_features import bare_place
from selaras.extractors.tagging.components import text_of
from selaras.extractors.tagging.kind_guesses import KindGuess, PassageKind, make_guess
from selaras.extractors.tagging.kind_model import load_kinds

__all__ = ["KindGuess", "PassageKind", "guess_kinds"]

GROUP = "kinds"
PIPE = "selaras_kinds"


def guess_kinds(nlp: Language, texts: Sequence[str]) -> list[KindGuess]:
    """Guess the kind of each text: a sentence, a list entry, a cell, a paragraph; its number may be there.

    Raises InputError where the model is missing or damaged.
    """
    return _finder(nlp).guess(texts)


@dataclass(frozen=True, slots=True)
class KindFinder:
    """Adds passages that state something to doc.spans["kinds"], labelled by `PassageKind`, OTHER left out."""

    def guess(self, texts: Sequence[str]) -> list[KindGuess]:
        """Guess the kind of each text, all at once; the model is read when it is first asked."""
        trained = load_kinds()
        kinds = tuple(map(PassageKind, trained.labels))
        return [make_guess(kinds, row) for row in trained.predict(texts).tolist()] if texts else []

    def __call__(self, doc: Doc) -> Doc:
        """Find the passages of a page and keep those that are likely to state something."""
        spans = [
            span
            for start, end in find_passages(doc)
            if (span := doc.char_span(start, end, alignment_mode="contract"))
        ]
        guesses = self.guess([span.text for span in spans])
        doc.spans[GROUP] = [
            _labelled(span, guess)
            for span, guess in zip(spans, guesses, strict=True)
            if guess.kind is not PassageKind.OTHER
        ]
        return doc


@Language.factory(PIPE, assigns=["doc.spans", "span._.probability", "span._.probabilities"])
def make_kind_finder(nlp: Language, name: str) -> KindFinder:  # noqa: ARG001 (spaCy hands them over)
    """Make the component; nothing is read until a page comes."""
    return KindFinder()


def _labelled(span: Span, guess: KindGuess) -> Span:
    labelled = Span(span.doc, span.start, span.end, label=guess.kind)
    labelled._.probability = guess.probability
    labelled._.probabilities = guess.probabilities
    return labelled


def find_passages(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where the passages of a page start and end: its sentences where they are set, else its lines.

    The number or bullet in front and the mark behind are left out.
    """
    sentences = doc.has_annotation("SENT_START")
    whole = [(s.start_char, s.end_char) for s in doc.sents] if sentences else _lines(text_of(doc))
    for start, end in whole:
        first, last = bare_place(text_of(doc)[start:end])
        if first < last:
            yield start + first, start + last


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _finder(nlp: Language) -> KindFinder:
    found = nlp.get_pipe(PIPE) if nlp.has_pipe(PIPE) else None
    return found if isinstance(found, KindFinder) else KindFinder()
