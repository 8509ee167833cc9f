"""What stands on the overview page, as plain rows: sorted, grouped and counted, in no language yet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from selaras.models.chain import current_plans
from selaras.models.coverage.statuses import Coverage
from selaras.models.documents import PlanKind, PlanningDocument
from selaras.models.ids import DocumentId
from selaras.models.indicators import Indicator
from selaras.models.links import LINKED, Link, LinkState
from selaras.models.messages import Message
from selaras.models.plans import Plan
from selaras.models.relations import Relation
from selaras.models.statements import Statement, StatementKind
from selaras.outputs.coverage_words import NOWHERE, tone_of
from selaras.outputs.labels import LEVELS, level_code
from selaras.outputs.picture_layout import Tone

MOST, LEAST, ALL = (
    200,
    20,
    4000,
)  # rows of one table, and of all: a page with all links of a nation would not open
GAPS = frozenset({Tone.GAP, Tone.PARTLY})


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why."""

    file_name: str
    message: Message


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page tells of: plans, links between them, coverage by statement, files that failed."""

    plans: tuple[Plan, ...]
    links: tuple[Link, ...] = ()
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The own statements of a plan that are not fully taken up; `judged` counts all that were looked at."""

    document: PlanningDocument
    rows: tuple[tuple[Statement, Coverage], ...]
    judged: int

    @property
    def size(self) -> int:
        """How many statements are not fully taken up."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link between statements or indicators, and its ends."""

    link: Link
    source: Statement | Indicator
    target: Statement | Indicator


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """The links from one plan to another; `unlikely` counts those that are too improbable to be listed."""

    source: PlanningDocument
    target: PlanningDocument
    rows: tuple[LinkRow, ...]
    unlikely: int


def rows_each(groups: int) -> int:
    """How many rows each of so many tables may show."""
    return min(MOST, max(LEAST, ALL // max(groups, 1)))


def chain_plans(plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans that are judged: no version that another replaces, and no draft of a candidate.

    A draft is no part of the chain, and has a report of its own.
    """
    current = {plan.document.sha256 for plan in current_plans(plans)}
    return tuple(
        plan
        for plan in plans
        if plan.document.sha256 in current and plan.document.kind is not PlanKind.VISI_MISI
    )


def sort_plans(plans: Iterable[Plan]) -> list[Plan]:
    """From the nation to the agency, the longer plans first, then by region, agency and file."""
    return sorted(plans, key=lambda plan: place_of(plan.document))


def place_of(document: PlanningDocument) -> tuple[int, int, str, str, str, str]:
    """What plans are sorted by."""
    level, horizon = LEVELS.index(level_code(document)), document.kind.horizon or 0
    return level, -horizon, document.region or "", document.agency or "", document.file_name, document.sha256


def count_kinds(plan: Plan) -> list[tuple[StatementKind, int]]:
    """How many statements of each kind a plan has, its own and those it quotes."""
    counts = Counter(statement.kind for statement in plan.statements)
    return [(kind, counts[kind]) for kind in StatementKind if counts[kind]]


def find_gaps(overview: Overview) -> list[GapGroup]:
    """The gaps of each plan, in reading order; plans without gaps are left out."""
    groups = [_gap_group(plan, overview.coverage) for plan in sort_plans(overview.plans)]
    return [group for group in groups if group.rows]


def _gap_group(plan: Plan, coverage: Mapping[str, Coverage]) -> GapGroup:
    own = (statement for statement in plan.statements if statement.owner is None)
    rows = [(statement, coverage.get(statement.id, NOWHERE)) for statement in own]
    judged = [row for row in rows if tone_of(row[1]) is not Tone.UNCHECKED]
    return GapGroup(plan.document, tuple(row for row in judged if tone_of(row[1]) in GAPS), len(judged))


def group_links(overview: Overview, relations: Sequence[Relation]) -> list[LinkGroup]:
    """The links of some relations by the plans they join; the most probable first, rejected ones last."""
    things: dict[str, Statement | Indicator] = {}
    for plan in overview.plans:
        things |= {one.id: one for one in plan.statements} | {one.id: one for one in plan.indicators}
    plans = {plan.document.sha256: plan for plan in overview.plans}
    pairs: dict[tuple[DocumentId, DocumentId], list[LinkRow]] = {}
    for link in overview.links:
        ends = link.source_passage.document, link.target_passage.document
        if (
            link.relation in relations
            and plans.keys() >= set(ends)
            and {link.source, link.target} <= things.keys()
        ):
            pairs.setdefault(ends, []).append(LinkRow(link, things[link.source], things[link.target]))
    order = {plan.document.sha256: place for place, plan in enumerate(sort_plans(overview.plans))}
    chosen = sorted(pairs, key=lambda ends: (order[ends[0]], order[ends[1]]))
    return [_link_group(plans[one].document, plans[two].document, pairs[one, two]) for one, two in chosen]


def _link_group(source: PlanningDocument, target: PlanningDocument, rows: Sequence[LinkRow]) -> LinkGroup:
    listed = [
        row for row in rows if row.link.probability >= LINKED or row.link.state is not LinkState.PROPOSED
    ]
    return LinkGroup(source, target, tuple(sorted(listed, key=_rank)), len(rows) - len(listed))


def _rank(row: LinkRow) -> tuple[bool, float, str]:
    return row.link.state is LinkState.REJECTED, -row.link.probability, row.link.id
