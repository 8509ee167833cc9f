"""What the log says of the links as the plans stand now; and laws that hold whatever happens to the plans."""

from dataclasses import replace
from datetime import UTC, date, datetime

from decision_example import (
    AGENCY,
    CLEAN,
    INDEX,
    LINKS,
    PLANS,
    RATE,
    REGION,
    SAFE,
    SEA,
    TRADE,
    K,
    decision,
    link,
)
from factories import indicator, plan, statement
from hypothesis import given
from hypothesis import strategies as st

from selaras.models.coverage.justifications import Direction
from selaras.models.decisions.ends import plan_ends
from selaras.models.decisions.log import Action, Decision, Gap, gap_subject
from selaras.models.decisions.settling import settle, settle_gaps, suspect_gaps
from selaras.models.links import LinkState, link_id
from selaras.models.relations import Relation

S = LinkState


def states(log, plans=PLANS, links=LINKS):
    return {one.link.id: one.link.state for one in settle(log, plans, links)}


def edited(text="Meningkatnya kebersihan kawasan pesisir", number="1"):
    """The agency's plan with another wording of its first objective."""
    new = statement(text, K.OBJECTIVE, number=number, of=AGENCY)
    measure = indicator("Indeks kebersihan pesisir", unit="indeks", measures=new, of=AGENCY)
    return new, (plan(of=AGENCY, statements=[new, SAFE], indicators=[measure]), PLANS[1])


def test_who_decides_gives_a_link_its_state():
    log = [decision(1), decision(2, Action.REJECT, LINKS[1]), decision(3, about=LINKS[3])]
    settled = {one.link.id: one for one in settle(log, PLANS, LINKS)}
    found = [settled[one.id] for one in LINKS]
    assert [one.link.state for one in found] == [S.CONFIRMED, S.REJECTED, S.PROPOSED, S.CONFIRMED]
    assert [one.revision for one in found] == [1, 2, 0, 3]
    assert (found[0].link.decided_by, found[0].link.decided_at) == ("Siti", datetime(2026, 1, 1, tzinfo=UTC))
    assert found[2].link.decided_by is None


def test_the_last_decision_counts_and_what_is_withdrawn_is_open():
    log = [decision(1), decision(2, Action.REJECT)]
    assert states(log)[LINKS[0].id] is S.REJECTED
    assert states([*log, decision(3, Action.WITHDRAW)])[LINKS[0].id] is S.PROPOSED


def test_a_decided_link_stays_when_it_is_no_longer_proposed():
    [only] = settle([decision(1)], PLANS, ())
    assert (only.link.state, only.proposed, only.link.probability) == (S.CONFIRMED, False, 0.6)
    assert settle([decision(1), decision(2, Action.WITHDRAW)], PLANS, ()) == ()


def test_an_edited_end_makes_the_decision_suspect():
    new, plans = edited()
    [one] = settle([decision(1)], plans, ())
    assert one.link.id == link_id(Relation.SERVES, new.id, SEA.id)
    assert (one.link.state, one.revision, one.link.decided_by) == (S.SUSPECT, 1, "Siti")


def test_only_another_number_or_owner_leaves_the_decision():
    _, plans = edited("Meningkatnya kebersihan pesisir", number="4")
    log = [decision(1), decision(2, about=LINKS[3])]
    assert {one.link.state for one in settle(log, plans, ())} == {S.CONFIRMED}


def test_other_targets_of_an_indicator_make_the_decision_suspect():
    raised = replace(RATE, targets=RATE.targets[:1])
    plans = (plan(of=AGENCY, statements=[CLEAN, SAFE], indicators=[raised]), PLANS[1])
    assert states([decision(1, about=LINKS[3])], plans)[LINKS[3].id] is S.SUSPECT


def test_a_decision_about_the_text_that_stands_there_counts_before_one_about_an_earlier_wording():
    new, plans = edited()
    fresh = link(new, SEA)
    carried = decision(1)
    for action, state in (
        (Action.CONFIRM, S.CONFIRMED),
        (Action.REJECT, S.REJECTED),
        (Action.WITHDRAW, S.PROPOSED),
    ):
        assert states([carried, decision(2, action, fresh, plans=plans)], plans, [fresh]) == {fresh.id: state}


def test_deciding_one_link_of_an_edited_end_leaves_the_others_suspect():
    new, plans = edited()
    log = [decision(1), decision(2, Action.REJECT, LINKS[1]), decision(3, about=link(new, SEA), plans=plans)]
    found = states(log, plans, ())
    assert found == {link(new, SEA).id: S.CONFIRMED, link(new, TRADE).id: S.SUSPECT}


def test_a_lost_end_keeps_the_decision_aside_until_it_comes_back():
    without = (plan(of=AGENCY, statements=[SAFE]), PLANS[1])
    [lost] = settle([decision(1)], without, ())
    assert (lost.link.id, lost.link.source, lost.proposed) == (LINKS[0].id, CLEAN.id, False)
    assert states([decision(1)])[LINKS[0].id] is S.CONFIRMED


def test_a_kind_that_the_relation_may_not_join_loses_the_link():
    moved = statement(SEA.text, K.ACTIVITY, of=REGION)
    plans = (PLANS[0], plan(of=REGION, statements=[moved, TRADE]))
    [lost] = settle([decision(1)], plans, ())
    assert lost.link.target == SEA.id


def test_a_newer_version_takes_the_place_of_the_older_one():
    version = replace(AGENCY, sha256="9" * 64, supersedes=AGENCY.sha256)
    new = statement("Meningkatnya kebersihan kawasan pesisir", K.OBJECTIVE, number="1", of=version)
    plans = (*PLANS, plan(of=version, statements=[new]))
    assert states([decision(1)], plans, ()) == {link(new, SEA).id: S.SUSPECT}


# Gaps


def signed(node=TRADE, side=Direction.DOWN, revision=1, action=Action.JUSTIFY):
    return Decision(
        gap_subject(node.id, side),
        action,
        "Budi",
        datetime(2026, 2, revision, tzinfo=UTC),
        plan_ends(PLANS)[node.id],
        gap=Gap(side, date(2027, 12, 31)),
        reason="Ditangani pusat",
        revision=revision,
    )


def test_a_signed_gap_holds_for_its_text_and_side():
    [found] = settle_gaps([signed()], PLANS)
    assert (found.node, found.side, found.author, found.until) == (
        TRADE.id,
        Direction.DOWN,
        "Budi",
        date(2027, 12, 31),
    )
    assert settle_gaps([signed(), signed(revision=2, action=Action.WITHDRAW)], PLANS) == ()


def test_a_gap_of_an_edited_statement_is_open_again():
    new = statement("Tumbuhnya perdagangan antarpulau dan ekspor", K.MISSION, number="2", of=REGION)
    plans = (PLANS[0], plan(of=REGION, statements=[SEA, new]))
    assert settle_gaps([signed()], plans) == ()
    [(earlier, now)] = suspect_gaps([signed()], plans).items()
    assert (earlier, now.node) == (signed(), new.id)
    assert suspect_gaps([signed()], PLANS) == {}
    assert suspect_gaps([signed()], PLANS[:1]) == {signed(): None}


# Laws

ACTIONS = st.sampled_from([Action.CONFIRM, Action.REJECT, Action.WITHDRAW])
CHOICES = st.lists(st.tuples(ACTIONS, st.sampled_from(LINKS)), max_size=8)
WORDINGS = st.sampled_from(
    ["Meningkatnya kebersihan pesisir", "Meningkatnya kebersihan kawasan pesisir", "Lainnya", ""]
)
STANDS = st.tuples(WORDINGS, st.booleans(), st.sampled_from([LINKS, LINKS[:2], ()]))


def made_log(choices):
    return [decision(number, *choice) for number, choice in enumerate(choices, 1)]


def standing(stand):
    """Plans in which the first objective reads so, or is missing, and the indicators may be, too."""
    text, measured, links = stand
    own = [statement(text, K.OBJECTIVE, number="1", of=AGENCY)] if text else []
    measures = (
        [indicator("Indeks kebersihan pesisir", unit="indeks", measures=own[0], of=AGENCY)]
        if own and measured
        else []
    )
    plans = (plan(of=AGENCY, statements=[*own, SAFE], indicators=measures), PLANS[1])
    known = plan_ends(plans)
    return plans, [one for one in links if {one.source, one.target} <= known.keys()]


@given(CHOICES, STANDS)
def test_settling_twice_changes_nothing(choices, stand):
    plans, links = standing(stand)
    once = settle(made_log(choices), plans, links)
    again = settle(made_log(choices), plans[::-1], [one.link for one in once if one.proposed][::-1])
    assert {one.link.id: (one.link.state, one.revision) for one in again} == {
        one.link.id: (one.link.state, one.revision) for one in once
    }


@given(CHOICES, STANDS, st.randoms())
def test_the_order_of_decisions_on_different_links_does_not_matter(choices, stand, random):
    plans, links = standing(stand)
    by_link = {one.id: [choice for choice in choices if choice[1] is one] for one in LINKS}
    order = [choice[1].id for choice in choices]
    random.shuffle(order)
    shuffled = [by_link[name].pop(0) for name in order]
    assert states(made_log(shuffled), plans, links) == states(made_log(choices), plans, links)


@given(CHOICES, STANDS)
def test_no_decision_is_lost(choices, stand):
    plans, links = standing(stand)
    log = made_log(choices)
    standing_ones = {one.revision for one in {one.subject: one for one in log}.values() if one.stands}
    assert {
        one.revision for one in settle(log, plans, links) if one.link.state is not S.PROPOSED
    } == standing_ones


@given(CHOICES, STANDS)
def test_what_comes_back_is_as_it_was_decided(choices, stand):
    plans, links = standing(stand)
    settle(made_log(choices), plans, links)
    last = {one.subject: one.state for one in made_log(choices)}
    assert states(made_log(choices)) == {one.id: last.get(one.id, S.PROPOSED) for one in LINKS}


def test_the_example_is_what_it_seems():
    assert link_id(Relation.SAME_MEASURE_AS, RATE.id, INDEX.id) == LINKS[3].id
