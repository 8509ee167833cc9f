"""The trained part as the judge of texts that no label explains."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from selaras.extractors.tagging.kinds import PassageKind, guess_kinds

NO_STATEMENT = (PassageKind.INDICATOR, PassageKind.OTHER)


@dataclass(frozen=True, slots=True)
class WordingJudge:
    """Asks a pipeline with the trained part."""

    nlp: Language

    def statements(self, texts: Sequence[str]) -> list[float]:
        """For each text, the chances of all kinds of statements together."""
        guesses = guess_kinds(self.nlp, texts)
        return [
            max(0.0, 1 - sum(guess.probabilities.get(kind, 0.0) for kind in NO_STATEMENT))
            for guess in guesses
        ]

    def indicators(self, texts: Sequence[str]) -> list[float]:
        """For each text, the chance that it names an indicator."""
        kind = PassageKind.INDICATOR
        return [guess.probabilities.get(kind, 0.0) for guess in guess_kinds(self.nlp, texts)]
