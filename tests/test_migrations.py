"""The migrations make what the tables say, from nothing and from every older state."""

import subprocess
import sys

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from selaras.flows.databases import build_engine
from selaras.flows.migrating import configuration, knows, newest, upgrade
from selaras.flows.settings import Settings
from selaras.flows.store import open_store, opened_store
from selaras.flows.tables import SCHEMA_VERSION, Base

OPEN = """
import pathlib, sys
from selaras.flows.settings import Settings
from selaras.flows.store import open_store
open_store(Settings(pathlib.Path(sys.argv[1]))).close()
"""


def differences(engine):
    with engine.connect() as connection:
        return compare_metadata(
            MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata
        )


def test_migrations_and_tables_agree(tmp_path):
    with opened_store(Settings(tmp_path)) as store:
        assert differences(store.engine) == []


def test_a_missing_migration_would_be_seen(tmp_path):
    with opened_store(Settings(tmp_path)) as store:
        with store.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE links DROP COLUMN decided_by")
        assert differences(store.engine)


def test_constraints_are_named_as_the_tables_name_them(tmp_path):
    with opened_store(Settings(tmp_path)) as store:
        found = inspect(store.engine)
        made = {key["name"] for table in Base.metadata.tables for key in found.get_foreign_keys(table)} | {
            key["name"] for table in Base.metadata.tables for key in found.get_unique_constraints(table)
        }
    declared = {
        str(constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if str(constraint.name).startswith(("fk_", "uq_"))
    }
    assert made == declared


def test_the_newest_revision_is_the_one_that_opening_expects():
    assert newest() == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("version", "known"), [(None, True), (SCHEMA_VERSION, True), ("9999", False), ("", False)]
)
def test_only_versions_with_a_migration_are_known(version, known):
    assert knows(version) is known


def test_opening_twice_changes_nothing(tmp_path):
    open_store(Settings(tmp_path)).close()
    before = (tmp_path / "selaras.db").read_bytes()
    open_store(Settings(tmp_path)).close()
    assert (tmp_path / "selaras.db").read_bytes() == before


def test_going_down_leaves_nothing(tmp_path):
    with opened_store(Settings(tmp_path)) as store:
        config = configuration()
        with store.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, "base")
        assert set(inspect(store.engine).get_table_names()) == {"alembic_version"}


def test_a_migration_that_was_broken_off_is_done_again(tmp_path):
    place = Settings(tmp_path)
    with build_engine(place).connect() as connection:
        upgrade(connection)
        connection.rollback()
    with opened_store(place) as store:
        assert differences(store.engine) == []


def test_two_processes_may_open_a_new_store_at_once(tmp_path):
    started = [subprocess.Popen([sys.executable, "-c", OPEN, str(tmp_path)]) for _ in range(2)]
    assert [process.wait() for process in started] == [0, 0]
