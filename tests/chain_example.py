"""An invented chain of plans, small enough to read: nation, province, regency, and a draft."""

from factories import document, indicator, plan, statement

from selaras.models.checks.candidate import DraftCheck, DraftMatch, ItemCheck, PlanAnswer, Recommendation
from selaras.models.documents import DocumentStatus, PlanKind, PlanLevel
from selaras.models.findings import Finding, Severity
from selaras.models.graph import build_graph
from selaras.models.links import Link, LinkState, link_id
from selaras.models.messages import message
from selaras.models.plans import ReadingWarning
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind
from selaras.outputs.overview import Failure, Overview

K = StatementKind
HOSTILE = "</p><script>alert('x')</script> \"&\u202e\x00\x1b[31m{{ 7*7 }}"
NATION = document(
    PlanKind.RPJMN, level=PlanLevel.NATIONAL, region=None, agency=None, sha256="1" * 64, title="Nasional"
)
LONG = document(
    PlanKind.RPJPD,
    agency=None,
    period=(2025, 2045),
    sha256="2" * 64,
    title="RPJPD",
    status=DocumentStatus.BILL,
)
PROVINCE = document(PlanKind.RPJMD, agency=None, sha256="3" * 64, title="RPJMD")
REGENCY = document(PlanKind.RPJMD, level=PlanLevel.DISTRICT, region="98.01", agency=None, sha256="4" * 64)
DRAFT = document(PlanKind.VISI_MISI, agency=None, sha256="5" * 64, title="Naskah calon")


def link(
    source, target, probability=0.8, *, relation=Relation.SERVES, state=LinkState.PROPOSED, reasons=None
):
    """A link between two things of different plans."""
    return Link(
        link_id(relation, source.id, target.id),
        relation,
        source.id,
        target.id,
        probability,
        reasons or (message("link.shared_words", words="pesisir"),),
        source.passage,
        target.passage,
        state,
    )


def chain(text="Menjaga pesisir dan pulau kecil", *, long=LONG):
    """The overview of the chain; `text` stands wherever a document or a file can put a text."""
    top = statement("Memperkuat pesisir", K.MISSION, number="1", of=NATION)
    mission = statement(text, K.MISSION, number="2", page=3, of=PROVINCE)
    goal = statement("Pesisir yang lestari", K.GOAL, parent=mission, of=PROVINCE)
    lonely = statement("Meningkatnya kunjungan wisata", K.MISSION, number="3", of=PROVINCE)
    lower = statement("Bersihnya pesisir kabupaten", K.MISSION, number="1", of=REGENCY)
    aim = statement("Pesisir berdaya saing", K.MISSION, of=long)
    measures = [
        indicator(
            "Indeks pesisir", targets=[(2025, "70"), (2026, "75")], measures=top, of=NATION, concept="IUP38"
        ),
        indicator(
            "Indeks pesisir",
            targets=[(2025, "80"), (2026, "60")],
            measures=mission,
            of=PROVINCE,
            concept="IUP38",
        ),
        indicator("Indeks pesisir", unit="orang", measures=lower, of=REGENCY),
    ]
    units = (message("link.unit_differs", source="orang", target="%"),)
    links = (
        link(mission, top, 0.9),
        link(goal, aim, 0.6, reasons=(message("link.shared_words", words=text),)),
        link(lower, mission, 0.7, state=LinkState.CONFIRMED),
        link(lower, lonely, 0.3),
        link(measures[1], measures[0], 0.95, relation=Relation.SAME_MEASURE_AS),
        link(measures[2], measures[1], 0.6, relation=Relation.SAME_MEASURE_AS, reasons=units),
    )
    notes = [ReadingWarning(message("error.missing_file", file=text), 2)]
    plans = (
        plan(of=NATION, statements=[top], indicators=measures[:1]),
        plan(of=long, statements=[aim]),
        plan(of=PROVINCE, statements=[mission, goal, lonely], indicators=measures[1:2], warnings=notes),
        plan(of=REGENCY, statements=[lower], indicators=measures[2:]),
        plan(of=DRAFT, statements=[statement("Pesisir untuk semua", K.MISSION, of=DRAFT)]),
    )
    failures = (Failure(text, message("error.missing_file", file=text)),)
    return Overview(plans, links, judged(plans, links), failures)


def judged(plans, links):
    """The coverage of all statements."""
    from selaras.models.coverage.status import coverage  # noqa: PLC0415

    return coverage(build_graph(plans, links))


def draft_check(text="Menjaga pesisir dan pulau kecil", *, plan_document=LONG):
    """A check with one item of each recommendation; `text` stands wherever a document can put a text."""
    aim = statement("Mewujudkan pesisir yang terjaga", K.MISSION, number="4", page=7, of=plan_document)
    missing = statement(f"Pendidikan bermutu {text}", K.OBJECTIVE, number="9", page=8, of=plan_document)
    words = (message("link.common_words", source="menjaga, pesisir", target="pesisir, terjaga"),)
    items = [
        statement(text, K.MISSION, number="1", page=2, of=DRAFT),
        statement("Pesisir untuk semua", K.PROGRAM, page=3, of=DRAFT),
        statement("Bangkit", K.VISION, page=1, of=DRAFT),
        statement("Menambah lapangan golf", K.PROGRAM, page=3, of=DRAFT),
    ]
    chances = {
        0: (0.92, Recommendation.ALIGNED),
        1: (0.4, Recommendation.PARTIAL),
        2: (0.22, Recommendation.TO_REVIEW),
    }
    checks, matches = [], []
    for place, item in enumerate(items):
        probability, recommendation = chances.get(place, (0.0, Recommendation.NOT_SEEN))
        found = [DraftMatch(item, plan_document.sha256, aim, probability, words)] if probability else []
        checks.append(ItemCheck(item, recommendation, tuple(found)))
        matches += found
    finding = Finding(
        "TARGET_BELOW_PLAN",
        Severity.WARNING,
        message("check.target_weaker", indicator=text, year=2029, draft="5", plan="7"),
        passages=(items[0].passage, aim.passage),
        remedy=message("check.target_remedy"),
        basis="PKPU 8/2024 Pasal 13",
    )
    answers = (
        PlanAnswer(plan_document.sha256, aim, tuple(matches)),
        PlanAnswer(plan_document.sha256, missing, ()),
    )
    return DraftCheck(DRAFT, (plan_document,), tuple(checks), answers, (finding,))
