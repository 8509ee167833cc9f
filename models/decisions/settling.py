"""What the log of decisions says of the links as the plans stand now.

A decision whose two ends are there and say the same holds. Where an end was edited, it passes on to the end
that took its place, as suspect; where an end is gone, it is kept aside as lost. A decision about the very
texts that stand there counts before one about an earlier wording. All follows from the log, the plans and the
proposals only: settling again, or in another order, gives the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from selaras.models.chain import current_plans
from selaras.models.coverage.justifications import Justification
from selaras.models.decisions.changes import find_changes
from selaras.models.decisions.ends import End, plan_ends
from selaras.models.decisions.log import Action, Decision, last_decisions
from selaras.models.decisions.successors import find_successors
from selaras.models.ids import DocumentId, LinkId, StatementId
from selaras.models.links import Link, LinkState, NodeId, link_id
from selaras.models.plans import Plan
from selaras.models.relations import Relation, may_join


@dataclass(frozen=True, slots=True)
class SettledLink:
    """A link and the revision of the decision that its state comes from; 0 where nobody has decided.

    `proposed` tells whether the program proposes it now; else only a person's decision keeps it.
    """

    link: Link
    revision: int = 0
    proposed: bool = True


@dataclass(frozen=True, slots=True)
class Ground:
    """What decisions are laid upon: the things of the current plans, and what took the place of others."""

    ends: Mapping[NodeId, End]
    successors: Mapping[NodeId, NodeId]

    def now(self, end: End) -> End | None:
        """The end as it stands now, or its successor; None where it is gone."""
        return self.ends.get(end.node) or self.ends.get(self.successors.get(end.node, end.node))


def build_ground(log: Iterable[Decision], plans: Iterable[Plan]) -> Ground:
    """Look for what took the place of decided ends that are gone."""
    given = list(plans)
    ends = plan_ends(current_plans(given))
    decided = [end for one in log if one.stands for end in (one.source, one.target) if end]
    gone = {end.node: end for end in decided if end.node not in ends}
    return Ground(ends, find_successors(gone.values(), ends, _beside(given) if gone else {}))


def settle(
    log: Iterable[Decision], plans: Iterable[Plan], proposals: Iterable[Link]
) -> tuple[SettledLink, ...]:
    """Give every proposed or decided link its state, by id; lost links keep their old ends."""
    last = last_decisions(log)
    decided = [one for one in last.values() if one.proposal and one.stands]
    ground = build_ground(last.values(), plans)
    proposed = {link.id: link for link in proposals}
    found = {key: SettledLink(link, _revision(last.get(key))) for key, link in proposed.items()}
    for decision in sorted(decided, key=lambda one: one.revision):
        laid = _lay(decision, ground, proposed)
        if laid and (laid.link.id == decision.subject or laid.link.id not in last):
            found[laid.link.id] = laid
    return tuple(found[key] for key in sorted(found))


def settle_gaps(log: Iterable[Decision], plans: Iterable[Plan]) -> tuple[Justification, ...]:
    """The justifications whose statement stands there unchanged; for another wording a gap is open again."""
    last = [one for one in last_decisions(log).values() if one.gap and one.stands]
    ground = build_ground(last, plans)
    return tuple(found for one in last if (found := _justification(one, ground)))


def suspect_gaps(log: Iterable[Decision], plans: Iterable[Plan]) -> dict[Decision, End | None]:
    """Justifications that count no more, with their statement as it reads now; None where it is gone."""
    last = [one for one in last_decisions(log).values() if one.gap and one.stands]
    ground = build_ground(last, plans)
    return {one: ground.now(one.source) for one in last if not _justification(one, ground)}


def _justification(decision: Decision, ground: Ground) -> Justification | None:
    now, gap = ground.now(decision.source), decision.gap
    if gap is None or now is None or find_changes(decision.source, now):
        return None
    return Justification(StatementId(now.node), gap.side, decision.reason, decision.author, gap.until)


def _beside(plans: Sequence[Plan]) -> dict[DocumentId, frozenset[NodeId]]:
    return {plan.document.sha256: frozenset(plan_ends([plan])) for plan in plans}


def _revision(decision: Decision | None) -> int:
    return decision.revision if decision else 0


def _lay(decision: Decision, ground: Ground, proposed: Mapping[LinkId, Link]) -> SettledLink | None:
    """Lay a decision upon the plans as they stand; None where it is answered and there is nothing to tell."""
    if decision.target is None or decision.proposal is None:
        return None
    source, target = ground.now(decision.source), ground.now(decision.target)
    relation = decision.proposal.relation
    if source is None or target is None or not may_join(relation, source.graph_kind, target.graph_kind):
        answered = decision.action is Action.RETARGET
        return None if answered else _settled(decision, _kept_aside(decision), proposed=False)
    changed = find_changes(decision.source, source) or find_changes(decision.target, target)
    own = _made(decision, relation, source, target)
    link = proposed.get(own.id, own)
    state = LinkState.SUSPECT if changed else decision.state
    return _settled(decision, replace(link, state=state), proposed=own.id in proposed)


def _settled(decision: Decision, link: Link, *, proposed: bool) -> SettledLink:
    decided = replace(link, decided_by=decision.author, decided_at=decision.at)
    return SettledLink(decided, decision.revision, proposed)


def _kept_aside(decision: Decision) -> Link:
    """A lost link: its ends as they were, in the state that was decided, since they may come back."""
    if decision.target is None or decision.proposal is None:
        raise ValueError(f"decision {decision.revision} is about no link")
    made = _made(decision, decision.proposal.relation, decision.source, decision.target)
    return replace(made, state=decision.state)


def _made(decision: Decision, relation: Relation, source: End, target: End) -> Link:
    proposal = decision.proposal
    return Link(
        link_id(relation, source.node, target.node),
        relation,
        source.node,
        target.node,
        proposal.probability if proposal else 0.0,
        proposal.reasons if proposal else (),
        source.passage,
        target.passage,
    )
