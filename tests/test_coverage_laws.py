"""Laws of coverage over invented chains: what people confirm helps, what they reject never does."""

from dataclasses import replace
from datetime import date

import pytest
from chain_plans import PROVINCE_MEDIUM, REGENCY_MEDIUM, holding, objective, served
from coverage_chains import AGENCY, FEW, LEVELS, OTHER_AGENCY, PAIRS, chains
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.coverage.judging import RANKS
from selaras.models.coverage.justifications import Direction, Justification
from selaras.models.coverage.status import CoverageStatus, coverage
from selaras.models.graph import build_graph
from selaras.models.links import LinkState

S = CoverageStatus
TODAY = date(2026, 11, 24)


def ranks(plans, links, justifications=()):
    found = coverage(build_graph(plans, links), justifications, today=TODAY)
    sides = {(node, side): status.side(side) for node, status in found.items() for side in Direction}
    return {key: RANKS[status] if status else 0 for key, status in sides.items()}


def never_lower(one, other):
    return all(one[key] <= other[key] for key in one)


@FEW
@given(chains(), st.data())
def test_a_confirmed_link_never_worsens_a_status(chain, data):
    plans, links = chain
    low, high = data.draw(st.sampled_from(PAIRS))
    ends = [data.draw(st.sampled_from(plans[place].statements)) for place in (low, high)]
    more = served(*ends, data.draw(st.floats(0, 1)), LinkState.CONFIRMED)
    others = [link for link in links if link.id != more.id]
    assert never_lower(ranks(plans, links), ranks(plans, [*others, more]))


@FEW
@given(chains(), st.data())
def test_a_rejected_link_never_improves_a_status(chain, data):
    plans, links = chain
    rejected = set(data.draw(st.lists(st.sampled_from([link.id for link in links] or [""]))))
    fewer = [replace(one, state=LinkState.REJECTED) if one.id in rejected else one for one in links]
    assert never_lower(ranks(plans, fewer), ranks(plans, links))


@FEW
@given(chains(), st.randoms(use_true_random=False))
def test_order_changes_nothing(chain, random):
    plans, links = chain
    shuffled = [random.sample(plans, len(plans)), random.sample(links, len(links))]
    assert coverage(build_graph(plans, links)) == coverage(build_graph(*shuffled))


@FEW
@given(chains(), st.data())
def test_a_signature_never_worsens_a_status_and_an_expired_one_changes_none(chain, data):
    plans, links = chain
    node = data.draw(st.sampled_from([one.id for plan in plans for one in plan.statements]))
    side = data.draw(st.sampled_from(Direction))
    until = data.draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    signed = [Justification(node, side, "Kewenangan pusat", "Bappeda", until)]
    before, after = ranks(plans, links), ranks(plans, links, signed)
    assert never_lower(before, after) if until >= TODAY else before == after


@FEW
@given(chains())
def test_a_statement_without_a_link_of_its_own_or_its_plan_is_never_taken_up(chain):
    plans, links = chain
    lone = objective("Tidak berkaitan", PROVINCE_MEDIUM)
    plans[1] = replace(plans[1], statements=(*plans[1].statements, lone))
    found = coverage(build_graph(plans, links))[lone.id]
    assert (found.up, found.down) == (S.ORPHANED, S.UNCOVERED)


def thread(*states):
    """One objective a level, linked from each to the one above in these states; the last links the agency."""
    aims = [objective(f"Tingkat {place}", of) for place, of in enumerate(LEVELS[:4])]
    links = [
        served(below, above, 0.9, state)
        for above, below, state in zip(aims, aims[1:], states, strict=False)
        if state
    ]
    return coverage(
        build_graph([holding(of, one) for of, one in zip(LEVELS, aims, strict=False)], links)
    ), aims


P, R, U = LinkState.PROPOSED, LinkState.REJECTED, LinkState.SUSPECT


@pytest.mark.parametrize(
    ("states", "downwards"),
    [
        ((P, P, P), [S.COVERED, S.COVERED, S.COVERED]),
        ((P, P, R), [S.PARTLY, S.PARTLY, S.UNCOVERED]),
        ((P, P, None), [S.PARTLY, S.PARTLY, S.UNCOVERED]),
        ((P, P, U), [S.PARTLY, S.PARTLY, S.OUTDATED]),
        ((R, P, P), [S.UNCOVERED, S.COVERED, S.COVERED]),
    ],
    ids=["whole", "rejected at the agency", "missing at the agency", "changed at the agency", "at the top"],
)
def test_a_thread_that_breaks_at_any_level_shows_at_the_first(states, downwards):
    found, aims = thread(*states)
    assert [found[one.id].down for one in aims[:3]] == downwards


def test_a_circle_of_links_holds_nothing():
    one, two = (objective(text, of) for text, of in (("Satu", AGENCY), ("Dua", OTHER_AGENCY)))
    plans = [
        holding(AGENCY, one),
        holding(OTHER_AGENCY, two),
        holding(REGENCY_MEDIUM, objective("x", REGENCY_MEDIUM)),
    ]
    found = coverage(build_graph(plans, [served(one, two), served(two, one)]))
    assert {found[node.id].up for node in (one, two)} == {S.PARTLY}
