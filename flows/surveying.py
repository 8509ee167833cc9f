"""What reviewers look at, loaded from one moment of the store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from selaras.flows.decision_store import load_log
from selaras.flows.link_rows import link_from_row
from selaras.flows.plan_store import load_plans
from selaras.flows.short_ids import find_id
from selaras.flows.tables import LinkRow
from selaras.models.chain import current_plans
from selaras.models.decisions.ends import End, plan_ends
from selaras.models.decisions.log import Decision
from selaras.models.decisions.review import ReviewedEnd, ReviewItem
from selaras.models.documents import PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.links import Link, NodeId
from selaras.models.plans import Plan


@dataclass(frozen=True, slots=True)
class Survey:
    """All plans and links, the log, and the things of the current plans by id."""

    plans: tuple[Plan, ...]
    links: tuple[tuple[Link, int], ...]  # with the revision of the decision that the state comes from
    log: tuple[Decision, ...]
    ends: Mapping[NodeId, End]
    documents: Mapping[DocumentId, PlanningDocument]

    def items(self) -> list[ReviewItem]:
        """All links, lost ones too, by id."""
        decisions = {one.revision: one for one in self.log}
        return [self._item(link, revision, decisions.get(revision)) for link, revision in self.links]

    def item(self, given: str) -> ReviewItem:
        """The link whose id begins so. Raises InputError."""
        name = find_id(given, (link.id for link, _ in self.links), "l")
        return next(one for one in self.items() if one.link.id == name)

    def current_links(self) -> tuple[Link, ...]:
        """The links whose two ends are there."""
        return tuple(link for link, _ in self.links if {link.source, link.target} <= self.ends.keys())

    def reviewed(self, end: End) -> ReviewedEnd:
        """An end in its document."""
        return ReviewedEnd(end, self.documents[end.passage.document])

    def _item(self, link: Link, revision: int, decision: Decision | None) -> ReviewItem:
        source, target = self.ends.get(link.source), self.ends.get(link.target)
        lost = source is None or target is None
        if decision and decision.target:  # of a lost link an end is what it was
            source, target = source or decision.source, target or decision.target
        if source is None or target is None:
            raise ValueError(f"link {link.id} joins what nothing is known of")
        return ReviewItem(link, self.reviewed(source), self.reviewed(target), revision, decision, lost)


def load_survey(session: Session) -> Survey:
    """Load everything that reviewers look at."""
    plans = load_plans(session)
    rows = session.scalars(select(LinkRow).order_by(LinkRow.id))
    ends = plan_ends(current_plans(plans))
    known = _links(rows, ends)
    documents = {plan.document.sha256: plan.document for plan in plans}
    return Survey(plans, tuple(known), load_log(session), ends, documents)


def _links(rows: Iterable[LinkRow], ends: Mapping[NodeId, End]) -> Iterable[tuple[Link, int]]:
    """Links with their revisions; a proposal about what a newer reading no longer has is out of date."""
    for row in rows:
        link = link_from_row(row)
        if row.revision or {link.source, link.target} <= ends.keys():
            yield link, row.revision or 0
