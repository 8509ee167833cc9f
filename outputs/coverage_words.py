"""What a statement's coverage looks like: one colour for both sides, and words for each."""

from collections.abc import Iterator

from selaras.models.coverage.statuses import Coverage, CoverageStatus
from selaras.outputs.labels import Labels
from selaras.outputs.picture_layout import Tone

S = CoverageStatus
# The tone of a statement is the first that fits one of its sides.
TONES = (
    (Tone.GAP, frozenset({S.UNCOVERED, S.ORPHANED})),
    (Tone.PARTLY, frozenset({S.PARTLY, S.AMBIGUOUS, S.OUTDATED})),
    (Tone.JUSTIFIED, frozenset({S.JUSTIFIED})),
    (Tone.COVERED, frozenset({S.COVERED, S.CROSS_CUT})),
)
NOWHERE = Coverage(None, None)


def tone_of(found: Coverage) -> Tone:
    """The colour of a statement: that of its worse side."""
    sides = {found.up, found.down}
    return next((tone for tone, statuses in TONES if sides & statuses), Tone.UNCHECKED)


def tone_of_side(status: CoverageStatus | None) -> Tone:
    """The colour of one side."""
    return tone_of(Coverage(status, None))


def describe(found: Coverage, labels: Labels) -> str:
    """Both sides in words: `belum terhubung ke atas; sudah diturunkan`."""
    return "; ".join(_sides(found, labels)) or labels.text("labels.coverage.unchecked")


def describe_side(side: str, status: CoverageStatus | None, labels: Labels) -> str:
    """One side, `up` or `down`, in words; empty where it was not judged."""
    return labels.text(f"labels.coverage.{side}.{status}") if status else ""


def describe_gap(found: Coverage, labels: Labels) -> str:
    """The sides that are not covered in words; empty where all is well."""
    up, down = (None if side is S.COVERED else side for side in (found.up, found.down))
    open_sides = Coverage(up, down)
    return "; ".join(_sides(open_sides, labels))


def _sides(found: Coverage, labels: Labels) -> Iterator[str]:
    sides = (("up", found.up), ("down", found.down))
    return filter(None, (describe_side(side, status, labels) for side, status in sides))
