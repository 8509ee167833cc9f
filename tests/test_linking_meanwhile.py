"""Others store plans while links are sought: nothing that people decided counts as lost for it."""

import pytest
from decision_example import AGENCY, LINKS, PLANS, SAFE, K
from factories import plan, statement

from selaras.flows.deciding import Desk, decide_link
from selaras.flows.link_store import load_links, lost_links, save_links
from selaras.flows.linking import link_store
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.tables import LinkRow
from selaras.models.decisions.conflicts import Wish
from selaras.models.decisions.log import Action
from selaras.models.links import LinkState

EDITED = statement("Meningkatnya kebersihan kawasan pesisir", K.OBJECTIVE, number="1", of=AGENCY)


@pytest.fixture
def store(tmp_path):
    with opened_store(Settings(tmp_path)) as opened:
        with opened.writing() as session:
            for item in PLANS:
                save_plan(session, item, version="1")
            save_links(session, LINKS, PLANS)
        yield opened


def confirm(store, link):
    with store.writing() as session:
        decide_link(Desk(session), session.get_one(LinkRow, link.id), Wish(Action.CONFIRM, "Siti"))


def link_while(store, happens):
    """Link the store; `happens` once the plans were read and before the links are written."""

    def propose(plans, extra_regions):
        del plans, extra_regions
        happens()
        return LINKS

    return link_store(store, link_plans=propose)


def store_meanwhile(store, *statements):
    with store.writing() as session:
        save_plan(session, plan(of=AGENCY, statements=statements), version="2")


def test_a_decision_passes_on_to_a_text_that_was_edited_meanwhile(store):
    confirm(store, LINKS[0])
    link_while(store, lambda: store_meanwhile(store, EDITED, SAFE))
    with store.reading() as session:
        assert lost_links(session) == ()
        found = {link.source: link.state for link in load_links(session)}
    assert found == {EDITED.id: LinkState.SUSPECT, SAFE.id: LinkState.PROPOSED}


def test_proposals_for_what_is_gone_are_not_stored(store):
    link_while(store, lambda: store_meanwhile(store, SAFE))
    with store.reading() as session:
        assert {row.source for row in session.query(LinkRow)} == {SAFE.id}


def test_what_was_decided_meanwhile_counts(store):
    link_while(store, lambda: confirm(store, LINKS[1]))
    with store.reading() as session:
        states = {link.id: link.state for link in load_links(session)}
    assert states[LINKS[1].id] is LinkState.CONFIRMED
