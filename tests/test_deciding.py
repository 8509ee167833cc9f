"""People decide in the store: what is kept, what two editors see of each other, what a new link run leaves."""

import threading

import pytest
from decision_example import AGENCY, CLEAN, INDEX, LINKS, PLANS, RATE, REGION, SAFE, SEA, TRADE, K, decision
from factories import plan, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from selaras.flows.deciding import Desk, decide_link, retarget_link
from selaras.flows.decision_store import append, load_log
from selaras.flows.link_store import load_links, lost_links, save_links
from selaras.flows.plan_store import load_plans, save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.tables import Base, LinkRow
from selaras.models.decisions.conflicts import Verdict, Wish
from selaras.models.decisions.ends import plan_ends
from selaras.models.decisions.log import Action
from selaras.models.errors import InputError
from selaras.models.links import LinkState, link_id
from selaras.models.relations import Relation

S = LinkState


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with opened_store(Settings(tmp_path_factory.mktemp("home"))) as opened:
        yield opened


def fill(store):
    with store.writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())
        for item in PLANS:
            save_plan(session, item, version="1")
        save_links(session, LINKS, PLANS)


@pytest.fixture
def store(shared_store):
    fill(shared_store)
    return shared_store


def relink(store, links=LINKS):
    with store.writing() as session:
        plans = load_plans(session)
        ends = plan_ends(plans)
        save_links(session, [one for one in links if {one.source, one.target} <= ends.keys()], plans)


def decide(store, action, link=LINKS[0], author="Siti", **wish):
    with store.writing() as session:
        row = session.get_one(LinkRow, link.id)
        return decide_link(Desk(session), row, Wish(Action(action), author, **wish))


def stored(store):
    with store.reading() as session:
        return {one.id: one.state for one in load_links(session)}


def rows(store):
    with store.reading() as session:
        return {
            row.id: (row.state, row.revision, row.decided_by, row.decided_at, row.proposed, row.probability)
            for row in session.scalars(select(LinkRow))
        }


def test_a_decision_is_kept_with_what_it_was_about(store):
    made = decide(store, "confirm", reason="sama-sama kebersihan laut").last
    with store.reading() as session:
        [kept] = load_log(session)
    assert kept == made
    assert (kept.author, kept.reason, kept.action, kept.revision) == (
        "Siti",
        "sama-sama kebersihan laut",
        "confirm",
        made.revision,
    )
    assert (kept.source, kept.target) == (plan_ends(PLANS)[CLEAN.id], plan_ends(PLANS)[SEA.id])
    assert kept.proposal.probability == 0.6
    assert stored(store)[LINKS[0].id] is S.CONFIRMED


@pytest.mark.parametrize("about", [LINKS[0], LINKS[3]])
def test_decisions_come_back_equal(store, about):
    with store.writing() as session:
        made = append(session, decision(1, about=about))
    with store.reading() as session:
        assert load_log(session) == (made,)


@pytest.mark.parametrize(
    ("first", "then", "verdict"),
    [
        pytest.param(
            "confirm", {"action": "reject", "author": "Budi"}, Verdict.CONFLICT, id="another-says-otherwise"
        ),
        pytest.param(
            "confirm", {"action": "withdraw", "author": "Budi"}, Verdict.CONFLICT, id="another-takes-it-back"
        ),
        pytest.param(
            "confirm", {"action": "confirm", "author": "Budi"}, Verdict.KNOWN, id="another-says-the-same"
        ),
        pytest.param("confirm", {"action": "reject"}, Verdict.TAKEN, id="the-same-person-thinks-better"),
        pytest.param("confirm", {"action": "reject", "strict": True}, Verdict.CONFLICT, id="an-old-workbook"),
        pytest.param(
            "confirm", {"action": "reject", "author": "Budi", "force": True}, Verdict.TAKEN, id="by-force"
        ),
        pytest.param(
            "confirm", {"action": "reject", "author": "Budi", "seen": 1}, Verdict.TAKEN, id="having-seen-it"
        ),
        pytest.param(
            "confirm",
            {"action": "reject", "author": "Budi", "seen": 7},
            Verdict.CONFLICT,
            id="having-seen-another",
        ),
        pytest.param(
            "withdraw", {"action": "withdraw", "author": "Budi"}, Verdict.KNOWN, id="nothing-to-take-back"
        ),
    ],
)
def test_two_editors(store, first, then, verdict):
    before = decide(store, first)
    seen = {"seen": before.last.revision} if then.get("seen") == 1 else {}
    after = decide(store, link=LINKS[0], **{**then, **seen})
    assert after.verdict is verdict
    if verdict is Verdict.CONFLICT:
        assert after.last == before.last
        assert stored(store)[LINKS[0].id] is S.CONFIRMED


def test_a_retargeted_link_is_rejected_and_the_other_confirmed(store):
    other = link_id(Relation.SERVES, SAFE.id, SEA.id)
    assert other not in stored(store)
    with store.writing() as session:
        row = session.get_one(LinkRow, LINKS[2].id)
        outcomes = retarget_link(Desk(session), row, plan_ends(PLANS)[SEA.id], Wish(Action.RETARGET, "Siti"))
    assert [one.verdict for one in outcomes] == [Verdict.TAKEN, Verdict.TAKEN]
    assert (stored(store)[LINKS[2].id], stored(store)[other]) == (S.REJECTED, S.CONFIRMED)
    assert outcomes[0].last.other == other
    relink(store)
    assert (stored(store)[LINKS[2].id], stored(store)[other]) == (S.REJECTED, S.CONFIRMED)
    decide(store, "withdraw", next(one for one in load(store) if one.id == other))
    assert other not in stored(store)


def load(store):
    with store.reading() as session:
        return load_links(session)


def test_a_retarget_to_what_another_has_rejected_changes_nothing(store):
    decide(store, "reject", LINKS[1], author="Budi")
    with store.writing() as session:
        row = session.get_one(LinkRow, LINKS[0].id)
        [outcome] = retarget_link(
            Desk(session), row, plan_ends(PLANS)[TRADE.id], Wish(Action.RETARGET, "Siti")
        )
    assert (outcome.verdict, outcome.subject) == (Verdict.CONFLICT, LINKS[1].id)
    assert (stored(store)[LINKS[0].id], stored(store)[LINKS[1].id]) == (S.PROPOSED, S.REJECTED)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (SEA, "error.review_same_target"),
        (SAFE, "error.review_same_plan"),
        (INDEX, "error.review_target_kind"),
    ],
)
def test_a_target_must_fit(store, target, code):
    with store.writing() as session:
        row = session.get_one(LinkRow, LINKS[0].id)
        with pytest.raises(InputError) as caught:
            retarget_link(Desk(session), row, plan_ends(PLANS)[target.id], Wish(Action.RETARGET, "Siti"))
    assert caught.value.message.code == code


EDITED = statement("Meningkatnya kebersihan kawasan pesisir", K.OBJECTIVE, number="1", of=AGENCY)


def reread(store, *statements):
    with store.writing() as session:
        save_plan(session, plan(of=AGENCY, statements=statements), version="2")
    relink(store)


@pytest.mark.parametrize("answer", ["confirm", "reject"])
def test_a_suspect_link_is_decided_by_one_command_whoever_decided_before(store, answer):
    decide(store, "reject")
    reread(store, EDITED, SAFE)
    [(name, state)] = [(name, state) for name, state in stored(store).items() if state is not S.PROPOSED]
    assert (name, state) == (link_id(Relation.SERVES, EDITED.id, SEA.id), S.SUSPECT)
    suspect = next(one for one in load(store) if one.id == name)
    assert decide(store, answer, suspect, author="Budi").verdict is Verdict.TAKEN
    after = stored(store)
    relink(store)
    assert stored(store) == after
    assert after[name] is {"confirm": S.CONFIRMED, "reject": S.REJECTED}[answer]


def test_a_lost_decision_is_listed_and_can_only_be_taken_back(store):
    decide(store, "confirm")
    reread(store, SAFE)
    with store.reading() as session:
        [lost] = lost_links(session)
    assert lost.state is S.SUSPECT
    with pytest.raises(InputError) as caught:
        decide(store, "reject", lost)
    assert caught.value.message.code == "error.review_lost"
    assert decide(store, "withdraw", lost).verdict is Verdict.TAKEN
    with store.reading() as session:
        assert lost_links(session) == ()


STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["confirm", "reject", "withdraw"]), st.sampled_from(LINKS)),
        st.tuples(st.just("link"), st.none()),
        st.tuples(st.just("read"), st.sampled_from([(CLEAN, SAFE), (EDITED, SAFE), (SAFE,), ()])),
    ),
    max_size=8,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_decisions_survive_reading_and_linking_in_any_order(shared_store, steps):
    fill(shared_store)
    wanted = {}
    for step, about in steps:
        if step == "link":
            relink(shared_store)
        elif step == "read":
            with shared_store.writing() as session:
                save_plan(session, plan(of=AGENCY, statements=about), version="2")
        elif about.id in stored(shared_store):
            decide(shared_store, step, about)
            wanted[about.id] = {"confirm": S.CONFIRMED, "reject": S.REJECTED, "withdraw": S.PROPOSED}[step]
    with shared_store.writing() as session:
        save_plan(session, PLANS[0], version="3")
    relink(shared_store)
    after = rows(shared_store)
    assert stored(shared_store) == {one.id: wanted.get(one.id, S.PROPOSED) for one in LINKS}
    relink(shared_store)
    assert rows(shared_store) == after


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(["confirm", "reject", "withdraw"]), st.sampled_from(LINKS)), max_size=6
    )
)
def test_a_decision_changes_the_link_as_linking_anew_would(shared_store, steps):
    fill(shared_store)
    for step, about in steps:
        decide(shared_store, step, about)
    before = rows(shared_store)
    relink(shared_store)
    assert rows(shared_store) == before


def test_the_documents_are_those_of_the_example():
    assert {one.document.sha256 for one in PLANS} == {AGENCY.sha256, REGION.sha256}
    assert RATE.statement == CLEAN.id


def test_of_two_who_decide_at_once_the_second_is_told(store):
    found = []

    def answer(action, author):
        found.append(decide(store, action, author=author).verdict)

    threads = [
        threading.Thread(target=answer, args=args) for args in (("confirm", "Siti"), ("reject", "Budi"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(verdict.value for verdict in found) == ["conflict", "taken"]
    with store.reading() as session:
        assert len(load_log(session)) == 1
