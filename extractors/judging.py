"""Who judges texts by their wording where the document does not say what they are."""

from collections.abc import Sequence
from typing import Protocol


class Judge(Protocol):
    """How likely texts are to be what plans state; the trained part of the pipeline is one."""

    def statements(self, texts: Sequence[str]) -> Sequence[float]:
        """For each text, how likely (0 to 1) it is a statement of any kind."""

    def indicators(self, texts: Sequence[str]) -> Sequence[float]:
        """For each text, how likely (0 to 1) it is the name of an indicator."""
