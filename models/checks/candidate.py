"""The draft visi-misi of a candidate beside the plans that it must accord with.

For every item of the draft, what it may serve in each plan; and the other way round, for every statement of
the plans, what in the draft answers it. The result is a recommendation item by item, for people to decide:
there is no total, no verdict and no consequence, and every draft is read alike, whoever wrote it. Basis: PKPU
8/2024 art. 13 (the visi-misi accords with the RPJPD), UU 59/2024 art. 2.

The packaged national framework may be given as a plan; its proof is the number in the law, not a page.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selaras.models.alignment.matching import Matcher, build_matcher
from selaras.models.alignment.profiles import build_profile
from selaras.models.alignment.scoring import LinkWeights
from selaras.models.catalogue import Catalogue
from selaras.models.checks.draft_findings import find_in_draft
from selaras.models.documents import Period, PlanningDocument
from selaras.models.findings import Finding
from selaras.models.ids import DocumentId
from selaras.models.links import LINKED, PARTLY_LINKED
from selaras.models.messages import Message
from selaras.models.opposition import may_oppose
from selaras.models.plans import Plan
from selaras.models.regions import RegionTable
from selaras.models.statements import Statement, StatementKind
from selaras.models.terms import without_regions

K = StatementKind
ANSWERABLE = frozenset({K.VISION, K.VISION_TARGET, K.MISSION, K.GOAL, K.OBJECTIVE, K.POLICY_DIRECTION})


class Recommendation(StrEnum):
    """What is recommended for an item of a draft; people decide."""

    ALIGNED = "aligned"  # selaras: more likely than not it serves a statement of a plan
    PARTIAL = "partial"  # sebagian: something in a plan is near
    NOT_SEEN = "not_seen"  # belum terlihat: nothing like it was found in the plans
    TO_REVIEW = "to_review"  # perlu ditelaah: too short or too faint to tell, or it may be opposed


@dataclass(frozen=True, slots=True)
class DraftMatch:
    """An item of the draft and a statement of a plan that it may serve; both carry their passages."""

    item: Statement
    plan: DocumentId
    statement: Statement
    probability: float
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class ItemCheck:
    """An item of the draft, what is recommended for it, and what it may serve, the most probable first."""

    item: Statement
    recommendation: Recommendation
    matches: tuple[DraftMatch, ...]


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """A statement of a plan and the items of the draft that answer it, the most probable first."""

    plan: DocumentId
    statement: Statement
    matches: tuple[DraftMatch, ...]

    @property
    def is_left_out(self) -> bool:
        """Whether nothing in the draft answers it; an item that may be opposed to it is no answer."""
        return not any(
            match.probability >= PARTLY_LINKED and not may_oppose(match.item.text, match.statement.text)
            for match in self.matches
        )


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """The check of one draft: its items and the statements of the plans in their order, and findings."""

    draft: PlanningDocument
    plans: tuple[PlanningDocument, ...]
    items: tuple[ItemCheck, ...]
    answers: tuple[PlanAnswer, ...]
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[Recommendation, int]:
        """How many items each recommendation has."""
        found = Counter(item.recommendation for item in self.items)
        return {recommendation: found[recommendation] for recommendation in Recommendation}

    @property
    def left_out(self) -> tuple[PlanAnswer, ...]:
        """Statements of the plans that nothing in the draft answers."""
        return tuple(answer for answer in self.answers if answer.is_left_out)


def check_draft(  # noqa: PLR0913  what a check is made with
    draft: Plan,
    plans: Iterable[Plan],
    catalogue: Catalogue,
    *,
    expected_period: Period | None = None,
    regions: RegionTable | None = None,
    weights: LinkWeights | None = None,
) -> DraftCheck:
    """Compare a draft with plans; `expected_period` is the term of office where it is known.

    Without `weights` the packaged ones are taken.

    The order of the plans settles only the order of what is shown. What the draft quotes from a plan is no
    item.
    """
    against = [plan for plan in plans if plan.document.sha256 != draft.document.sha256]
    matcher = build_matcher([draft, *against], regions=regions, weights=weights)
    own = [statement for statement in draft.statements if statement.owner is None]
    items = tuple(_check_item(item, against, matcher, regions) for item in own)
    matches = [match for item in items for match in item.matches]
    answers = tuple(answer for plan in against for answer in _answers(plan, matches))
    findings = find_in_draft(draft, against, catalogue, expected_period=expected_period)
    documents = tuple(plan.document for plan in against)
    return DraftCheck(draft.document, documents, items, answers, findings)


def _check_item(
    item: Statement, plans: Sequence[Plan], matcher: Matcher, regions: RegionTable | None
) -> ItemCheck:
    found = [match for plan in plans for match in _matches(item, plan, matcher)]
    ranked = tuple(sorted(found, key=lambda match: -match.probability))
    return ItemCheck(item, _recommend(item, ranked, regions), ranked)


def _matches(item: Statement, plan: Plan, matcher: Matcher) -> list[DraftMatch]:
    return [
        DraftMatch(item, plan.document.sha256, match.target, match.probability, match.reasons)
        for match in matcher.matches(item, plan.document.sha256)
    ]


def _recommend(item: Statement, matches: Sequence[DraftMatch], regions: RegionTable | None) -> Recommendation:
    best = matches[0].probability if matches else 0.0
    if best >= LINKED:
        doubtful = may_oppose(item.text, matches[0].statement.text)
        return Recommendation.TO_REVIEW if doubtful else Recommendation.ALIGNED
    if best >= PARTLY_LINKED:
        return Recommendation.PARTIAL
    return Recommendation.TO_REVIEW if matches or _is_slogan(item.text, regions) else Recommendation.NOT_SEEN


def _is_slogan(text: str, regions: RegionTable | None) -> bool:
    """Tell whether too little is said to compare, but for names of regions."""
    return build_profile(without_regions(text, regions)).says_little


def _answers(plan: Plan, matches: Sequence[DraftMatch]) -> list[PlanAnswer]:
    by_statement: dict[str, list[DraftMatch]] = {}
    for match in matches:
        if match.plan == plan.document.sha256:
            by_statement.setdefault(match.statement.id, []).append(match)
    return [
        PlanAnswer(
            plan.document.sha256,
            statement,
            tuple(sorted(by_statement.get(statement.id, ()), key=lambda match: -match.probability)),
        )
        for statement in plan.statements
        if statement.kind in ANSWERABLE and statement.owner is None
    ]
