"""Two plans of an invented province with links between them, and people who decide on them."""

from datetime import UTC, datetime

from factories import document, indicator, plan, statement

from selaras.models.decisions.ends import plan_ends
from selaras.models.decisions.log import Action, Decision, Proposal, subject_of
from selaras.models.documents import PlanKind
from selaras.models.links import Link, link_id
from selaras.models.messages import message
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

K = StatementKind
AGENCY = document(sha256="1" * 64)
REGION = document(PlanKind.RPJMD, sha256="2" * 64, agency=None)
REASONS = (message("link.shared_words", words="pesisir"),)

CLEAN = statement("Meningkatnya kebersihan pesisir", K.OBJECTIVE, number="1", of=AGENCY)
SAFE = statement("Meningkatnya keamanan pelabuhan", K.OBJECTIVE, number="2", of=AGENCY)
SEA = statement("Terwujudnya laut yang lestari", K.MISSION, number="1", page=3, of=REGION)
TRADE = statement("Tumbuhnya perdagangan antarpulau", K.MISSION, number="2", page=4, of=REGION)
RATE = indicator("Indeks kebersihan pesisir", unit="indeks", measures=CLEAN, of=AGENCY)
INDEX = indicator("Indeks kebersihan laut", unit="indeks", measures=SEA, of=REGION)
PLANS = (
    plan(of=AGENCY, statements=[CLEAN, SAFE], indicators=[RATE]),
    plan(of=REGION, statements=[SEA, TRADE], indicators=[INDEX]),
)


def link(source=CLEAN, target=SEA, probability=0.6, relation=None):
    """A proposed link."""
    joined = relation or (Relation.SERVES if source.id.startswith("s-") else Relation.SAME_MEASURE_AS)
    return Link(
        link_id(joined, source.id, target.id),
        joined,
        source.id,
        target.id,
        probability,
        REASONS,
        source.passage,
        target.passage,
    )


LINKS = (link(), link(CLEAN, TRADE, 0.3), link(SAFE, TRADE, 0.5), link(RATE, INDEX, 0.9))


def decision(revision, action=Action.CONFIRM, about=LINKS[0], *, plans=PLANS, author="Siti"):
    """An entry of the log about a link, as the plans stand."""
    ends = plan_ends(plans)
    source, target = ends[about.source], ends[about.target]
    return Decision(
        subject_of(about.relation, source, target),
        action,
        author,
        datetime(2026, 1, revision, tzinfo=UTC),
        source,
        target,
        Proposal(about.relation, about.probability, about.reasons),
        revision=revision,
    )
