"""A small chain of invented plans: nation, province 98, regency 98.01, an agency, and a candidate."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from factories import document, plan, statement

from selaras.models.catalogue import load_catalogue
from selaras.models.documents import Period, PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import DocumentId, StatementId
from selaras.models.indicators import Indicator, YearlyValue, indicator_id
from selaras.models.links import Link, LinkState, link_id
from selaras.models.passages import Passage
from selaras.models.plans import Plan
from selaras.models.relations import Relation
from selaras.models.statements import Statement, StatementKind, statement_id
from selaras.models.values import parse_value

TRUTH = Path(__file__).parents[1] / "samples" / "truth"
K, L = PlanKind, PlanLevel
DEFAULTS: dict[PlanKind, tuple[int, int]] = {
    K.RPJPN: (2025, 2045),
    K.RPJPD: (2025, 2045),
    K.RKP: (2026, 2026),
    K.RKPD: (2026, 2026),
    K.RENJA: (2026, 2026),
}


def paper(
    name: str,
    kind: PlanKind,
    level: PlanLevel | None = L.PROVINCE,
    region: str | None = "98",
    agency: str | None = None,
    **more: Any,
) -> PlanningDocument:
    """A document whose hash is its name; the period is that of its kind."""
    period = more.pop("period", DEFAULTS.get(kind, (2025, 2029)))
    return document(kind, level=level, region=region, agency=agency, period=period, sha256=name, **more)


NATION_LONG = paper("rpjpn", K.RPJPN, L.NATIONAL, None)
NATION_MEDIUM = paper("rpjmn", K.RPJMN, L.NATIONAL, None)
NATION_YEAR = paper("rkp", K.RKP, L.NATIONAL, None)
PROVINCE_LONG = paper("rpjpd", K.RPJPD)
PROVINCE_MEDIUM = paper("rpjmd", K.RPJMD)
PROVINCE_YEAR = paper("rkpd", K.RKPD)
REGENCY_LONG = paper("rpjpd-kab", K.RPJPD, L.DISTRICT, "98.01")
REGENCY_MEDIUM = paper("rpjmd-kab", K.RPJMD, L.DISTRICT, "98.01")
AGENCY_MEDIUM = paper("renstra", K.RENSTRA, agency="Dinas Samudra")
AGENCY_YEAR = paper("renja", K.RENJA, agency="DINAS SAMUDRA Provinsi Tirta Nusa")
CANDIDATE = paper("calon", K.VISI_MISI)


def objective(text: str, of: PlanningDocument, **more: Any) -> Statement:
    """A sasaran of a document."""
    return statement(text, more.pop("kind", StatementKind.OBJECTIVE), of=of, **more)


def holding(of: PlanningDocument, *statements: Statement, indicators: tuple[Indicator, ...] = ()) -> Plan:
    """A plan with these statements."""
    return plan(of=of, statements=statements, indicators=indicators)


def served(
    source: Statement, target: Statement, probability: float = 0.9, state: LinkState = LinkState.PROPOSED
) -> Link:
    """A link: the source serves the target."""
    return Link(
        link_id(Relation.SERVES, source.id, target.id),
        Relation.SERVES,
        source.id,
        target.id,
        probability,
        (),
        source.passage,
        target.passage,
        state,
    )


@cache
def sample_plans() -> dict[str, tuple[Plan, dict[str, str]]]:
    """The sample plans by file name, made from their truth, with the id of each key of the truth."""
    named = (path for path in sorted(TRUTH.glob("*.json")) if path.stem not in ("links", "bukan_rencana"))
    read = [json.loads(path.read_text(encoding="utf-8")) for path in named]
    return {truth["file"]: _sample_plan(truth) for truth in read}


def sample_links() -> dict[str, Any]:
    """What joins the sample plans, and what was planted in them."""
    found: dict[str, Any] = json.loads((TRUTH / "links.json").read_text(encoding="utf-8"))
    return found


def _sample_plan(truth: dict[str, Any]) -> tuple[Plan, dict[str, str]]:
    facts = truth["document"]
    of = PlanningDocument(
        DocumentId(truth["sha256"]),
        PlanKind(facts["kind"]),
        PlanLevel(facts["level"]),
        facts["region"],
        facts["agency"],
        Period(*facts["period"]) if facts["period"] else None,
        file_name=truth["file"],
    )
    rows = [row for row in truth["statements"] if not row.get("repeat")]
    ids: dict[str, str] = {
        row["key"]: statement_id(of, StatementKind(row["kind"]), row["number"], row["text"]) for row in rows
    }
    statements = tuple(
        Statement(
            StatementId(ids[row["key"]]),
            StatementKind(row["kind"]),
            row["text"],
            Passage(of.sha256, row["page"], (), row["text"]),
            row["number"],
            StatementId(ids[row["parent"]]) if row["parent"] else None,
            row.get("of"),
        )
        for row in rows
    )
    measures = {row["key"]: _sample_indicator(row, of, ids) for row in truth["indicators"]}
    keys = {key: measure.id for key, measure in measures.items()}
    return Plan(of, statements, tuple(measures.values())), {**ids, **keys}


def _sample_indicator(row: dict[str, Any], of: PlanningDocument, ids: dict[str, str]) -> Indicator:
    measured = StatementId(ids[row["statement"]]) if row["statement"] else None
    return Indicator(
        indicator_id(of, measured, row["name"], row["unit"]),
        row["name"],
        Passage(of.sha256, row["page"], (), row["name"]),
        row["unit"],
        statement=measured,
        concept=load_catalogue().resolve(row["name"], row["unit"]).code,
        targets=tuple(
            YearlyValue(value["year"], parse_value(value["text"]), value.get("final", False))
            for value in row["targets"]
        ),
    )
