"""What a decision about a link settles: found by looking at a part only, equal to judging everything anew."""

from dataclasses import replace

import pytest
from chain_example import LONG, NATION, PROVINCE, REGENCY, K, link
from coverage_chains import FEW
from decision_example import LINKS, PLANS
from factories import plan, statement
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.coverage.status import coverage
from selaras.models.decisions.effects import find_effects
from selaras.models.decisions.review import in_order, uncertainty
from selaras.models.graph import build_graph
from selaras.models.links import LinkState
from selaras.models.relations import Relation

TOPS = [statement(f"Nasional {n}", K.MISSION, number=str(n), of=NATION) for n in range(2)]
AIMS = [statement(f"Panjang {n}", K.MISSION, number=str(n), of=LONG) for n in range(2)]
MIDDLE = [statement(f"Provinsi {n}", K.MISSION, number=str(n), of=PROVINCE) for n in range(2)]
MIDDLE += [statement(f"Tujuan {n}", K.GOAL, number=str(n), parent=MIDDLE[n], of=PROVINCE) for n in range(2)]
LOW = [statement(f"Kabupaten {n}", K.MISSION, number=str(n), of=REGENCY) for n in range(2)]
LOW += [statement("Program", K.PROGRAM, parent=LOW[0], of=REGENCY)]
CHAIN = tuple(
    plan(of=of, statements=own)
    for of, own in ((NATION, TOPS), (LONG, AIMS), (PROVINCE, MIDDLE), (REGENCY, LOW))
)
PAIRS = [
    (low, high)
    for lower, higher in ((MIDDLE, TOPS), (MIDDLE, AIMS), (LOW, MIDDLE))
    for low in lower
    for high in higher
]
# A regency and a province that serve each other's statements: a circle, which real readings have, too.
PAIRS += [(MIDDLE[0], LOW[0]), (MIDDLE[1], MIDDLE[0])]


def by_judging_all(links, asked):
    """How many statuses differ, by judging every statement of the graph twice."""
    states = [LinkState.CONFIRMED, LinkState.REJECTED]
    worlds = [
        coverage(
            build_graph(CHAIN, [replace(one, state=state) if one.id == asked.id else one for one in links])
        )
        for state in states
    ]
    return sum(
        (worlds[0][node].up is not worlds[1][node].up) + (worlds[0][node].down is not worlds[1][node].down)
        for node in worlds[0]
    )


links = st.lists(
    st.builds(
        lambda pair, chance, state: link(*pair, chance, state=state),
        st.sampled_from(PAIRS),
        st.sampled_from([0.2, 0.4, 0.42, 0.8]),
        st.sampled_from(LinkState),
    ),
    min_size=1,
    max_size=14,
    unique_by=lambda one: one.id,
)


@FEW
@given(links)
def test_judging_a_part_gives_what_judging_all_gives(made):
    assert find_effects(CHAIN, made, made) == {one.id: by_judging_all(made, one) for one in made}


def test_a_link_that_carries_others_settles_more():
    made = [link(MIDDLE[0], TOPS[0], 0.7), link(LOW[0], MIDDLE[0], 0.7), link(LOW[1], MIDDLE[1], 0.7)]
    effects = find_effects(CHAIN, made, made)
    assert effects[made[0].id] > effects[made[2].id] > 0


def test_the_same_measure_settles_no_coverage():
    [same] = [one for one in LINKS if one.relation is Relation.SAME_MEASURE_AS]
    assert find_effects(PLANS, LINKS, [same]) == {same.id: 0}


@pytest.mark.parametrize(
    ("chance", "state", "bits"),
    [
        (0.5, LinkState.PROPOSED, 1.0),
        (0.0, LinkState.PROPOSED, 0.0),
        (1.0, LinkState.PROPOSED, 0.0),
        (0.9, LinkState.PROPOSED, 0.469),
        (0.5, LinkState.CONFIRMED, 0.0),
        (0.99, LinkState.SUSPECT, 1.0),
    ],
)
def test_uncertainty_is_the_entropy_of_the_probability(chance, state, bits):
    assert uncertainty(link(LOW[0], MIDDLE[0], chance, state=state)) == pytest.approx(bits, abs=0.001)


def test_nothing_to_order_is_no_error():
    assert in_order([]) == []
