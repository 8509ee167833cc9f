"""Which plans may serve which: the chain from the agency to the nation.

    RPJPN <- RPJPD province <- RPJPD regency/city       (20 years)
    RPJMN <- RPJMD          <- Renstra                  (5 years)
    RKP   <- RKPD           <- Renja                    (1 year)

The next level down serves the one above, the shorter horizon serves the longer one, an agency serves the
plans of its region. Where the next plan is not there, the one after it is served. Sources: UU 25/2004 art. 5,
UU 23/2014 art. 263, UU 59/2024 art. 2, Inmendagri 2/2025; PKPU 8/2024 art. 13 for the visi-misi of a
candidate, which accords with the RPJPD and never with an RPJMD, since that is made after it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from selaras.models.documents import PlanKind, PlanLevel, PlanningDocument
from selaras.models.ids import fold
from selaras.models.plans import Plan
from selaras.models.terms import without_regions

K = PlanKind
LONG = frozenset({K.RPJPN, K.RPJPD})
MEDIUM = frozenset({K.RPJMN, K.RPJMD, K.RPD})
ANNUAL = frozenset({K.RKP, K.RKPD})
STRATEGIC = frozenset({K.RENSTRA})


class Place(Enum):
    """Whose plan is served."""

    REGION = "the plan of the same region, or of the nation"
    AGENCY = "a plan of the same agency"
    ABOVE = "the plan of the next region above, or of the nation"


@dataclass(frozen=True, slots=True)
class Rule:
    """A plan serves the plans of `place` that are of the first of the kinds that is there."""

    place: Place
    kinds: tuple[frozenset[PlanKind], ...]


REPORTS = (Rule(Place.AGENCY, (STRATEGIC,)), Rule(Place.REGION, (MEDIUM,)))
MEDIUM_RULES = (Rule(Place.REGION, (LONG,)), Rule(Place.ABOVE, (MEDIUM,)))
ANNUAL_RULES = (Rule(Place.REGION, (MEDIUM, LONG)), Rule(Place.ABOVE, (ANNUAL,)))
RULES: Mapping[PlanKind, tuple[Rule, ...]] = {
    K.RPJPN: (),
    K.RPJPD: (Rule(Place.ABOVE, (LONG,)),),
    K.RPJMN: MEDIUM_RULES,
    K.RPJMD: MEDIUM_RULES,
    K.RPD: MEDIUM_RULES,
    K.RKP: ANNUAL_RULES,
    K.RKPD: ANNUAL_RULES,
    K.RENSTRA: (Rule(Place.REGION, (MEDIUM, LONG)),),
    K.RENJA: (Rule(Place.AGENCY, (STRATEGIC,)), Rule(Place.REGION, (ANNUAL, MEDIUM))),
    K.IKU: REPORTS,
    K.PK: REPORTS,
    K.CASCADE: REPORTS,
    K.LKJIP: REPORTS,
    K.VISI_MISI: (Rule(Place.REGION, (LONG,)),),
    K.OTHER: (),
}

# What stands behind the name of an agency: "Dinas Kesehatan Provinsi ...".
OF_REGION = re.compile(r"\s+(?:provinsi|prov|kabupaten|kab|kota)\b\.?\s*\S.*$")


def serving_pairs(documents: Iterable[PlanningDocument]) -> list[tuple[PlanningDocument, PlanningDocument]]:
    """Find which document may serve which, by hash; periods must overlap where both are known.

    A document whose level, or whose region below the nation, is not known serves none and is served by none.
    """
    listed = sorted(
        {document.sha256: document for document in documents}.values(), key=lambda one: one.sha256
    )
    return [(source, target) for source in listed for target in served_documents(source, listed)]


def served_documents(
    source: PlanningDocument, documents: Sequence[PlanningDocument]
) -> list[PlanningDocument]:
    """Find those among the documents that one may serve, in their order."""
    if not is_placed(source):
        return []
    open_to = [one for one in documents if is_placed(one) and _may_meet(source, one)]
    chosen = {one.sha256 for rule in RULES[source.kind] for one in _follow(rule, source, open_to)}
    return [one for one in open_to if one.sha256 in chosen]


def is_placed(document: PlanningDocument) -> bool:
    """Tell whether the level and region of a document are known."""
    return document.level is PlanLevel.NATIONAL or (
        document.level is not None and document.region is not None
    )


def current_plans(plans: Iterable[Plan]) -> list[Plan]:
    """Leave out the versions that another of the plans replaces; by hash."""
    by_id = {plan.document.sha256: plan for plan in plans}
    replaced = {plan.document.supersedes for plan in by_id.values()}
    return [by_id[key] for key in sorted(by_id) if key not in replaced]


def agency_key(name: str | None) -> str:
    """The name of an agency without its region, to compare agencies; "" where there is none."""
    return fold(OF_REGION.sub("", " ".join(without_regions(name or "").casefold().split())))


def _follow(
    rule: Rule, source: PlanningDocument, documents: Sequence[PlanningDocument]
) -> list[PlanningDocument]:
    for level, region in _places(rule.place, source):
        there = [one for one in documents if (one.level, one.region) == (level, region)]
        owned = [one for one in there if _owner_fits(rule.place, source, one)]
        for kinds in rule.kinds:
            found = [one for one in owned if one.kind in kinds]
            if found:
                return found
    return []


def _places(place: Place, source: PlanningDocument) -> list[tuple[PlanLevel | None, str | None]]:
    """Level and region to look at, the nearest first."""
    if place is not Place.ABOVE:
        return [(source.level, source.region)]
    nation = (PlanLevel.NATIONAL, None)
    if source.level is PlanLevel.DISTRICT and source.region:
        return [(PlanLevel.PROVINCE, source.region.partition(".")[0]), nation]
    return [nation] if source.level is PlanLevel.PROVINCE else []


def _owner_fits(place: Place, source: PlanningDocument, target: PlanningDocument) -> bool:
    if place is Place.AGENCY:
        return bool(source.agency) and agency_key(source.agency) == agency_key(target.agency)
    return target.agency is None


def _may_meet(source: PlanningDocument, target: PlanningDocument) -> bool:
    """Two versions or chapters of one plan do not serve each other, nor do plans of different times."""
    if source.plan_key == target.plan_key:
        return False
    return source.period is None or target.period is None or source.period.overlaps(target.period)
