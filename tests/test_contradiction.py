"""Indicators that measure the same and want opposite things are linked as contradicting, with the reason."""

import pytest
from factories import document, indicator, plan

from selaras.models.alignment.plans import link_plans
from selaras.models.catalogue import load_catalogue
from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.relations import Relation

CATALOGUE = load_catalogue()
PROVINCE = document(PlanKind.RPJMD, agency=None)
NATION = document(PlanKind.RPJMN, level=PlanLevel.NATIONAL, region=None, agency=None, sha256="1" * 64)
RISING, FALLING = ((2025, "4,0"), (2027, "4,2"), (2029, "4,6")), ((2025, "4,0"), (2027, "3,8"), (2029, "3,6"))


def contradictions(own, other):
    plans = [
        plan(of=of, indicators=[indicator(name, of=of, baseline=None, targets=targets)])
        for of, (name, targets) in ((PROVINCE, own), (NATION, other))
    ]
    links = link_plans(plans, CATALOGUE)
    return [one for one in links if one.relation is Relation.CONTRADICTS]


@pytest.mark.parametrize(
    ("own", "other", "lowest"),
    [
        (("Tingkat pengangguran terbuka", RISING), ("Tingkat pengangguran terbuka", FALLING), 0.85),
        (("Angka pengangguran terbuka", RISING), ("Tingkat pengangguran terbuka", FALLING), 0.85),
        (("Persentase dermaga apung", FALLING), ("Persentase dermaga apung", RISING), 0.7),
    ],
)
def test_targets_that_move_in_opposite_directions(own, other, lowest):
    (found,) = contradictions(own, other)
    assert found.probability >= lowest
    assert [reason.code for reason in found.reasons] == ["difference.trend"]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (("Tingkat pengangguran terbuka", FALLING), ("Tingkat pengangguran terbuka", FALLING)),
        (("Tingkat pengangguran terbuka", RISING), ("Tingkat kemiskinan", FALLING)),
        (("Persentase dermaga apung", RISING), ("Persentase dermaga apung", ((2029, "3,6"),))),
    ],
)
def test_what_moves_alike_measures_another_thing_or_tells_no_trend_contradicts_nothing(own, other):
    assert contradictions(own, other) == []
