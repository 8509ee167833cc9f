"""What goes into the store comes out the same, whole or not at all; decisions of people stay."""

import sqlite3
import threading
from dataclasses import replace

import pytest
from factories import document, indicator, plan, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plan_strategies import links, plans
from sqlalchemy import func, select

from selaras.flows.databases import build_engine
from selaras.flows.link_rows import link_from_row, row_from_link
from selaras.flows.link_store import load_links, save_links
from selaras.flows.plan_store import known_versions, load_plan, load_plans, save_plan
from selaras.flows.settings import Settings
from selaras.flows.store import open_store, opened_store, store_exists
from selaras.flows.tables import Base, LinkRow, StatementRow
from selaras.models.errors import StoreError
from selaras.models.links import Link, link_id
from selaras.models.messages import message
from selaras.models.relations import Relation
from selaras.models.statements import StatementKind

ONE = document(sha256="1" * 64)
TWO = document(sha256="2" * 64, agency="Dinas Pesisir")


@pytest.fixture
def store(tmp_path):
    with opened_store(Settings(tmp_path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with opened_store(Settings(tmp_path_factory.mktemp("home"))) as opened:
        yield opened


def empty(store):
    with store.writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(plans(), max_size=3, unique_by=lambda item: item.document.sha256))
def test_plans_come_back_equal(shared_store, made):
    empty(shared_store)
    with shared_store.writing() as session:
        for item in made:
            save_plan(session, item, version="1")
    with shared_store.reading() as session:
        assert load_plans(session) == tuple(sorted(made, key=lambda item: item.document.sha256))
        assert all(load_plan(session, item.document.sha256) == item for item in made)


@settings(max_examples=60, deadline=None)
@given(links(["1" * 64, "2" * 64]))
def test_links_come_back_equal(shared_store, made):
    empty(shared_store)
    with shared_store.writing() as session:
        for of in (ONE, TWO):
            save_plan(session, plan(of=of), version="1")
        session.add(row_from_link(made))
    with shared_store.reading() as session:
        assert link_from_row(session.scalars(select(LinkRow)).one()) == made


def test_a_new_reading_takes_the_place_of_the_old_one(store):
    old = plan(of=ONE, statements=[statement("Lama", of=ONE), statement("Tetap", of=ONE)])
    new = plan(of=ONE, statements=[statement("Tetap", of=ONE)], indicators=[indicator(of=ONE)])
    with store.writing() as session:
        save_plan(session, old, version="1")
    with store.writing() as session:
        save_plan(session, new, version="2")
    with store.reading() as session:
        assert load_plans(session) == (new,)
        assert known_versions(session) == {ONE.sha256: "2"}


def test_two_versions_of_a_plan_share_ids_and_stand_side_by_side(store):
    first, second = (replace(ONE, sha256=sign * 64) for sign in "ab")
    made = [plan(of=of, statements=[statement(of=of)]) for of in (first, second)]
    with store.writing() as session:
        for item in made:
            save_plan(session, item, version="1")
    with store.reading() as session:
        assert load_plans(session) == tuple(made)
        assert made[0].statements[0].id == made[1].statements[0].id


TWINS = [statement("Sama", of=ONE), statement("Sama", of=ONE)]
STRAY = replace(statement("Anak", of=ONE), parent=statement("Tiada", of=ONE).id)


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(plan(of=ONE, statements=TWINS), id="two statements of one id"),
        pytest.param(plan(of=ONE, statements=[STRAY]), id="a parent that is not there"),
        pytest.param(
            plan(of=ONE, indicators=[indicator(of=ONE, measures=STRAY)]), id="measures what is not there"
        ),
        pytest.param(plan(of=ONE, statements=[statement("\ud800", of=ONE)]), id="half of a surrogate pair"),
    ],
)
def test_what_is_refused_leaves_the_store_as_it_was(store, refused):
    kept = plan(of=ONE, statements=[statement("Semula", of=ONE)], indicators=[indicator(of=ONE)])
    with store.writing() as session:
        save_plan(session, kept, version="1")
    with pytest.raises(StoreError), store.writing() as session:
        save_plan(session, refused, version="2")
    with store.reading() as session:
        assert load_plans(session) == (kept,)
        assert known_versions(session) == {ONE.sha256: "1"}


def test_a_passage_of_another_document_is_refused(store):
    with pytest.raises(ValueError, match="stands in document"), store.writing() as session:
        save_plan(session, plan(of=ONE, statements=[statement(of=TWO)]), version="1")


LOWER = statement("Menguatnya layanan pesisir", of=ONE)
HIGHER = statement("Terwujudnya pesisir yang maju", StatementKind.MISSION, of=TWO)
PLANS = (plan(of=ONE, statements=[LOWER]), plan(of=TWO, statements=[HIGHER]))


def made_link(*, probability=0.7, target=HIGHER):
    return Link(
        link_id(Relation.SERVES, LOWER.id, target.id),
        Relation.SERVES,
        LOWER.id,
        target.id,
        probability,
        (message("reading.scan_page", page=1),),
        LOWER.passage,
        target.passage,
    )


@pytest.fixture
def linked(store):
    with store.writing() as session:
        for item in PLANS:
            save_plan(session, item, version="1")
    return store


def test_linking_again_replaces_proposals(linked):
    with linked.writing() as session:
        assert save_links(session, [made_link(probability=0.6)], PLANS) == 1
    with linked.writing() as session:
        assert save_links(session, [made_link(probability=0.9)], PLANS) == 1
    with linked.reading() as session:
        assert load_links(session) == (made_link(probability=0.9),)


def test_a_link_to_a_document_that_is_not_stored_is_refused(linked):
    stranger = document(sha256="3" * 64)
    link = made_link(target=statement("Jauh", of=stranger))
    with pytest.raises(StoreError), linked.writing() as session:
        save_links(session, [link], PLANS)


def test_sqlite_is_set_up(store):
    with store.engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys")
        }
    assert asked == {"journal_mode": "wal", "foreign_keys": 1}


def test_writers_wait_for_each_other(store):
    made = [
        plan(of=document(sha256=f"{n:064}"), statements=[statement(of=document(sha256=f"{n:064}"))])
        for n in range(8)
    ]

    def save(item):
        with store.writing() as session:
            known_versions(
                session
            )  # reads first: the transaction that could not wait if it began as a reader
            save_plan(session, item, version="1")

    threads = [threading.Thread(target=save, args=(item,)) for item in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as session:
        assert len(load_plans(session)) == len(made)


def test_readers_see_one_moment(store):
    with store.reading() as session:
        before = session.scalar(select(func.count()).select_from(StatementRow))
        with store.writing() as other:
            save_plan(other, plan(of=ONE, statements=[statement(of=ONE)]), version="1")
        assert session.scalar(select(func.count()).select_from(StatementRow)) == before


def file_instead_of_folder(home):
    home.write_text("")


def no_database(home):
    home.mkdir()
    (home / "selaras.db").write_bytes(b"this is no database " * 100)


def folder_instead_of_database(home):
    (home / "selaras.db").mkdir(parents=True)


def cut_off(home):
    open_store(Settings(home)).close()
    file = home / "selaras.db"
    file.write_bytes(file.read_bytes()[:5000])


def newer(home):
    open_store(Settings(home)).close()
    with sqlite3.connect(home / "selaras.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (file_instead_of_folder, "error.store_folder"),
        (no_database, "error.store_corrupt"),
        (folder_instead_of_database, "error.store_unopenable"),
        (cut_off, "error.store_corrupt"),
        (newer, "error.store_newer"),
    ],
)
def test_a_store_that_cannot_be_opened_says_why(tmp_path, prepare, code):
    home = tmp_path / "home"
    prepare(home)
    with pytest.raises(StoreError) as caught:
        open_store(Settings(home))
    assert caught.value.message.code == code
    assert str(home) in dict(caught.value.message.params)["place"]


def test_a_store_that_may_only_be_read_says_so(tmp_path):
    open_store(Settings(tmp_path)).close()
    sqlite3.connect(tmp_path / "selaras.db").execute("PRAGMA journal_mode=DELETE").close()
    url = f"sqlite:///file:{tmp_path / 'selaras.db'}?mode=ro&uri=true"
    with pytest.raises(StoreError) as caught:
        open_store(Settings(tmp_path, database_url=url))
    assert caught.value.message.code == "error.store_read_only"


@pytest.mark.parametrize(
    "url", ["nonsense", "nosuchdialect://host/db", "postgresql+nosuchdriver://u:secret@host/db"]
)
def test_a_bad_url_is_refused_without_its_password(tmp_path, url):
    with pytest.raises(StoreError) as caught:
        open_store(Settings(tmp_path, database_url=url))
    assert caught.value.message.code == "error.store_url"
    assert "secret" not in str(caught.value.message)


def test_a_home_that_is_not_there_is_made_only_when_a_store_is_opened(tmp_path):
    place = Settings(tmp_path / "new" / "home")
    build_engine(place)
    assert not store_exists(place)
    assert not place.home.exists()
    open_store(place).close()
    assert store_exists(place)
