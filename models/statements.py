"""Statements of a plan: what it wants and how it means to get there."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.models.documents import PlanningDocument
from selaras.models.ids import StatementId, fold, make_id
from selaras.models.passages import Passage


class StatementKind(StrEnum):
    """Kinds of statements, from the most general to the most concrete."""

    VISION = "VISION"  # visi
    VISION_TARGET = "VISION_TARGET"  # sasaran visi
    MISSION = "MISSION"  # misi
    GOAL = "GOAL"  # tujuan
    OBJECTIVE = "OBJECTIVE"  # sasaran, sasaran pokok
    STRATEGY = "STRATEGY"  # strategi
    POLICY_DIRECTION = "POLICY_DIRECTION"  # arah kebijakan
    PROGRAM = "PROGRAM"  # program
    ACTIVITY = "ACTIVITY"  # kegiatan
    SUBACTIVITY = "SUBACTIVITY"  # sub kegiatan


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its printed number, the statement it stands under, and its place.

    `owner` names whose statement it is where the document quotes another plan (the president's or governor's
    visi in an agency's Renstra); None for the document's own. `kind_probability` (0 to 1) is how likely the
    kind is where only the wording tells it; None where a label, a heading or a table of the document does.
    """

    id: StatementId
    kind: StatementKind
    text: str
    passage: Passage
    number: str | None = None
    parent: StatementId | None = None
    owner: str | None = None
    kind_probability: float | None = None


def statement_id(
    document: PlanningDocument, kind: StatementKind, number: str | None, text: str
) -> StatementId:
    """Make the id of a statement from its plan, kind, printed number and folded text."""
    return StatementId(make_id("s", document.plan_key, kind, number or "", fold(text)))
