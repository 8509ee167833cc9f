"""Newer versions of a plan take the place of older ones; chapters of a plan do not."""

from dataclasses import replace

import pytest
from decision_example import AGENCY, REGION, K
from factories import document, plan, statement

from selaras.flows.link_store import load_links, save_links
from selaras.flows.linking import propose_links
from selaras.flows.plan_store import load_plans, save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import opened_store
from selaras.flows.versioning import mark_newer, place_version
from selaras.models.chain import current_plans
from selaras.models.documents import DocumentStatus
from selaras.models.versions import Version, find_version, is_earlier, is_version

S = DocumentStatus
TEXTS = [(K.OBJECTIVE, f"Sasaran ke-{n} tentang pesisir") for n in range(10)]


def version(texts=TEXTS, sha256="1" * 64, **facts):
    return Version.of(replace(AGENCY, sha256=sha256, **facts), texts)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(version(sha256="2" * 64), True, id="the-same-text-in-another-file"),
        pytest.param(version(TEXTS[:5] + [(K.OBJECTIVE, "Lain")] * 5, "2" * 64), True, id="half-is-new"),
        pytest.param(version(TEXTS[:4], "2" * 64), False, id="a-chapter-with-a-part-of-it"),
        pytest.param(version([(K.GOAL, text) for _, text in TEXTS], "2" * 64), False, id="other-kinds"),
        pytest.param(version(sha256="2" * 64, agency="Dinas Lain"), False, id="of-another-agency"),
        pytest.param(version(), False, id="the-same-file"),
    ],
)
def test_versions_share_half_of_the_longer_one(other, same):
    assert is_version(version(), other) is same
    assert is_version(other, version()) is same


def test_of_almost_nothing_nothing_is_told():
    assert not is_version(version(TEXTS[:2]), version(TEXTS[:2], "2" * 64))


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        (S.DRAFT, S.LAW, True),
        (S.DRAFT, S.BILL, True),
        (S.BILL, S.LAW, True),
        (S.LAW, S.BILL, False),
        (S.DRAFT, S.DRAFT, False),
        (S.UNKNOWN, S.LAW, False),
        (S.DRAFT, S.UNKNOWN, False),
    ],
)
def test_a_draft_is_earlier_than_a_law(one, other, earlier):
    assert is_earlier(version(status=one), version(status=other)) is earlier


def test_the_most_alike_is_taken():
    near, far = version(TEXTS[:9], "2" * 64), version(TEXTS[:6], "3" * 64)
    assert find_version(version(), [far, near]) == near
    assert find_version(version(), []) is None


# In the store


@pytest.fixture
def store(tmp_path):
    with opened_store(Settings(tmp_path)) as opened:
        yield opened


def file(sign, texts=TEXTS, status=S.UNKNOWN):
    of = replace(document(), sha256=sign * 64, status=status, file_name=f"{sign}.pdf")
    return plan(of=of, statements=[statement(text, kind, of=of) for kind, text in texts])


def keep(store, *files):
    for one in files:
        with store.writing() as session:
            placed = place_version(session, one)
            save_plan(session, placed.plan, version="1")
            mark_newer(session, placed)


def current(store):
    with store.reading() as session:
        return [one.document.sha256[0] for one in current_plans(load_plans(session))]


def test_a_later_version_takes_the_place_of_an_earlier_one(store):
    keep(store, file("1"), file("2"), file("3"))
    assert current(store) == ["3"]


def test_reading_again_leaves_the_versions_as_they_are(store):
    keep(store, file("1"), file("2"), file("1"), file("2"))
    assert current(store) == ["2"]


def test_a_draft_that_comes_late_is_replaced_at_once(store):
    keep(store, file("1", status=S.LAW), file("2", status=S.DRAFT))
    assert current(store) == ["1"]


def test_chapters_stand_beside_each_other(store):
    keep(store, file("1"), file("2", [(K.PROGRAM, f"Program {n}") for n in range(9)]))
    assert current(store) == ["1", "2"]


def test_links_lead_to_the_newer_version_only(store):
    aims = plan(of=REGION, statements=[statement(text, K.GOAL, of=REGION) for _, text in TEXTS])
    keep(store, file("1"), file("3", TEXTS[1:]), aims)
    with store.writing() as session:
        plans = load_plans(session)
        save_links(session, propose_links(plans), plans)
    with store.reading() as session:
        assert {link.source_passage.document[0] for link in load_links(session)} == {"3"}
