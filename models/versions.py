"""Which document is a newer version of which: a plan comes as a draft, as a bill, as law, and amended.

All versions and chapter files of one plan share its key (`PlanningDocument.plan_key`). Two files are versions
of each other where half of the statements of the longer one stand in both; chapters share much less, and what
they share is told in other words. A draft never takes the place of what has come farther; of two that have
come equally far, the one that is stored later is the newer one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.models.documents import DocumentStatus, PlanningDocument
from selaras.models.ids import fold
from selaras.models.statements import StatementKind

SHARED = 0.5  # of the statements of the longer one; chapters of one plan were seen to share up to 0.15
FEWEST = 5  # statements, below which nothing is told
# How far each status is on its way to law; what does not say stands where any other may follow.
STAGES = {DocumentStatus.DRAFT: 1, DocumentStatus.BILL: 2, DocumentStatus.LAW: 3}


@dataclass(frozen=True, slots=True)
class Version:
    """A document and what its statements say, by kind."""

    document: PlanningDocument
    texts: frozenset[tuple[str, str]]

    @classmethod
    def of(
        cls, document: PlanningDocument, statements: Iterable[tuple[StatementKind | str, str]]
    ) -> "Version":
        """Make a version of kinds and texts."""
        return cls(document, frozenset((str(kind), fold(text)) for kind, text in statements))


def is_version(one: Version, other: Version) -> bool:
    """Tell whether two documents are versions of one plan."""
    if one.document.plan_key != other.document.plan_key or one.document.sha256 == other.document.sha256:
        return False
    longest = max(len(one.texts), len(other.texts))
    return longest >= FEWEST and len(one.texts & other.texts) >= SHARED * longest


def is_earlier(one: Version, other: Version) -> bool:
    """Tell whether one has come less far on its way to law than the other, where both say how far."""
    stages = [STAGES.get(version.document.status) for version in (one, other)]
    return stages[0] is not None and stages[1] is not None and stages[0] < stages[1]


def find_version(new: Version, known: Iterable[Version]) -> Version | None:
    """The document, of those that none replaces yet, that the new one is a version of: the most alike."""
    alike = [one for one in known if is_version(new, one)]
    return max(alike, key=lambda one: (len(one.texts & new.texts), one.document.sha256), default=None)
