"""The packaged national framework in a home: stored with its links, counted as nobody's document."""

from datetime import date
from pathlib import Path

import pytest
from chain_plans import CANDIDATE, NATION_LONG, PROVINCE_LONG, holding, objective, served

from selaras.flows.checking import check_files
from selaras.flows.linking import link_store, load_stored
from selaras.flows.plan_store import save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.summaries import summarise_kinds, summarise_regions
from selaras.models.errors import MissingFileError
from selaras.models.framework_plans import RPJPN_ID
from selaras.outputs.report.json_report import report_to_json
from selaras.outputs.report.rows import Imprint

AIM = objective("Meningkatnya perlindungan sosial yang adaptif", PROVINCE_LONG)
TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    with opened_store(Settings(tmp_path)) as opened:
        add(opened, holding(PROVINCE_LONG, AIM))
        yield opened


def add(store, plan):
    with store.writing() as session:
        save_plan(session, plan, version="1")


def link_to_framework(plans, _):
    arah = next(one for plan in plans for one in plan.statements if one.number == "IE3")
    return (served(AIM, arah),)


def test_linking_stores_the_framework_and_counts_only_what_was_read(store):
    summary = link_store(store, link_plans=link_to_framework)
    plans, links = load_stored(store)
    assert summary.documents == 1
    assert [plan.document.sha256 for plan in plans] == [PROVINCE_LONG.sha256, RPJPN_ID]
    assert [link.target_passage.document for link in links] == [RPJPN_ID]


def test_status_tells_only_of_documents_that_were_read(store):
    link_store(store, link_plans=link_to_framework)
    with store.reading() as session:
        assert [item.kind for item in summarise_kinds(session)] == ["RPJPD"]
        assert [item.level for item in summarise_regions(session)] == ["PROVINCE"]


def test_the_framework_and_its_links_give_way_to_the_law_once_it_was_read(store):
    link_store(store, link_plans=link_to_framework)
    add(store, holding(NATION_LONG, objective("Perlindungan sosial", NATION_LONG)))
    plans, links = load_stored(store)
    assert {plan.document.sha256 for plan in plans} == {PROVINCE_LONG.sha256, NATION_LONG.sha256}
    assert links == ()


def read_draft(path, settings):
    del settings
    if path.suffix != ".pdf":
        raise MissingFileError(path)
    return holding(CANDIDATE, objective("Perlindungan sosial yang adaptif", CANDIDATE))


@pytest.mark.parametrize("name", ["rpjpn", "RPJPN"])
def test_a_draft_is_checked_against_the_packaged_rpjpn_with_the_law_as_proof(tmp_path, name):
    draft = tmp_path / "calon.pdf"
    draft.write_bytes(b"%PDF")
    found = check_files(draft, [Path(name)], Settings(tmp_path / "home"), read=read_draft)
    assert [plan.sha256 for plan in found.plans] == [RPJPN_ID]
    (item,) = report_to_json(found, Imprint("1", TODAY, ()), "id")["items"]
    best = item["matches"][0]
    assert (best["number"], best["law"], "page" in best) == ("IE3", "UU 59/2024", False)
