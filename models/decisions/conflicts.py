"""Two people and one link: who decides without having seen the other's decision is told, not obeyed."""

from dataclasses import dataclass
from enum import Enum

from selaras.models.decisions.log import Action, Decision, Gap
from selaras.models.ids import LinkId


class Verdict(Enum):
    """What becomes of a wish to decide."""

    TAKEN = "taken"
    KNOWN = "known"  # it has been decided so already
    CONFLICT = "conflict"  # somebody decided otherwise, unseen
    KEPT = "kept"  # stays decided, though the decision that it hangs together with was taken back


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants: the action, and the revision that was seen; None where none was named.

    `other` is the link that is to take the place of a retargeted one. `strict` wishes come from a workbook
    that may be old: any decision since then counts as unseen, one's own too.
    """

    action: Action
    author: str
    reason: str = ""
    gap: Gap | None = None
    other: LinkId | None = None
    seen: int | None = None
    force: bool = False
    strict: bool = False


def judge_wish(wish: Wish, last: Decision | None) -> Verdict:
    """Tell what becomes of a wish, given the last decision on its subject; never that it is kept."""
    if last is None or not last.stands:
        return Verdict.KNOWN if wish.action is Action.WITHDRAW else Verdict.TAKEN
    if _says_the_same(wish, last):
        return Verdict.KNOWN
    if wish.force or wish.seen == last.revision:
        return Verdict.TAKEN
    own = last.author == wish.author and not wish.strict
    return Verdict.TAKEN if own else Verdict.CONFLICT


def _says_the_same(wish: Wish, last: Decision) -> bool:
    if wish.action is not last.action:
        return False
    signed = wish.action is Action.JUSTIFY
    return (wish.gap, wish.reason) == (last.gap, last.reason) if signed else wish.other == last.other
