"""A version that another replaces proves nothing: it is listed, but no page of it is shown and no gap counted."""

from dataclasses import replace

import pytest
from chain_plans import CANDIDATE, PROVINCE_LONG, holding, objective, paper
from trace_chain import LINKS, LONG, PLANS

from selaras.flows.chain_view import view_chain
from selaras.flows.link_store import save_links
from selaras.flows.plan_store import save_plan
from selaras.flows.publishing import summarise
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.models.coverage.status import coverage
from selaras.models.documents import PlanKind
from selaras.models.graph import build_graph
from selaras.outputs.overview import Overview
from selaras.outputs.overview_rows import chain_plans

DRAFT = replace(paper("rpjpd-rancangan", PlanKind.RPJPD), file_name="a.pdf")
LAW = replace(PROVINCE_LONG, file_name="z.pdf", supersedes=DRAFT.sha256)
OLD = holding(DRAFT, objective(LONG.text, DRAFT, number=LONG.number, page=40))
NEW = holding(LAW, LONG)
STORED = [OLD, *(NEW if plan.document == PROVINCE_LONG else plan for plan in PLANS)]


@pytest.fixture
def home(tmp_path):
    with opened_store(Settings(tmp_path)) as store, store.writing() as session:
        for plan in STORED:
            save_plan(session, plan, version="1")
        save_links(session, LINKS, STORED)
    return tmp_path


def test_a_statement_is_shown_on_the_page_of_the_version_that_stands(home):
    assert OLD.statements[0].id == LONG.id
    things = view_chain(Settings(home)).things
    assert (things.document_of(LONG.id).sha256, things.statements[LONG.id].passage.page) == (LAW.sha256, 6)


def test_gaps_are_those_of_versions_that_stand_and_of_no_draft_of_a_candidate():
    plans = (*STORED, holding(CANDIDATE, objective("Laut lestari", CANDIDATE)))
    assert [plan.document for plan in chain_plans((OLD, NEW, plans[-1]))] == [LAW]
    found = coverage(build_graph(plans))
    gaps = [summarise(Overview(chosen, (), found), ()).gaps for chosen in (plans, plans[1:-1])]
    assert gaps[0] == gaps[1] > 0
