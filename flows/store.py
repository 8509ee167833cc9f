"""The store: one SQL database that holds every document, what it says, and the links between them.

    store = open_store(settings)
    with store.writing() as session:
        save_plan(session, plan, version="1")
    with store.reading() as session:
        plans = load_plans(session)

A `writing` block is one transaction: all of it is kept, or nothing. Opening brings an older store up to date.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.orm import Session

from selaras.flows.databases import WRITES, build_engine, shown, store_errors
from selaras.flows.settings import Settings
from selaras.flows.tables import SCHEMA_VERSION
from selaras.models.errors import StoreError
from selaras.models.messages import message


@dataclass(frozen=True, slots=True)
class Store:
    """An open database that is up to date."""

    engine: Engine

    @property
    def place(self) -> str:
        """Where the store is, as users may see it."""
        return shown(self.engine.url)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one moment of the database. Raises StoreError."""
        with store_errors(self.engine.url), Session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept at the end of the block, all or none. Raises StoreError."""
        writer = self.engine.execution_options(**{WRITES: True})
        with store_errors(self.engine.url), Session(writer) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


@dataclass(frozen=True, slots=True)
class Workplace:
    """An open store and the settings that it was opened with."""

    store: Store
    settings: Settings


def open_store(settings: Settings) -> Store:
    """Open the store, made or brought up to date where needed.

    Raises StoreError: no folder, no right to write, no database, or one that a newer Selaras has made.
    """
    if settings.database_url is None:
        _make_home(settings)
    store = Store(build_engine(settings))
    with store_errors(store.engine.url):
        with store.engine.connect() as connection:
            version = find_version(connection)
        if version != SCHEMA_VERSION:
            bring_up_to_date(store.engine)
    return store


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """Open the store and close it at the end of the block."""
    store = open_store(settings)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened_workplace(settings: Settings) -> Iterator[Workplace]:
    """Open the store of the settings and close it at the end of the block."""
    with opened_store(settings) as store:
        yield Workplace(store, settings)


def store_exists(settings: Settings) -> bool:
    """Tell whether there is a store to read from; one that the settings name by URL is taken to exist."""
    return settings.database_url is not None or settings.database.exists()


def _make_home(settings: Settings) -> None:
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(message("error.store_folder", place=settings.home)) from error


def find_version(connection: Connection) -> str | None:
    """The revision that a database is at; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_up_to_date(engine: Engine) -> None:
    """Run the missing migrations in one transaction. Raises StoreError for a database that is too new."""
    from selaras.flows.migrating import knows, upgrade  # noqa: PLC0415  Alembic costs 0.4 s, wanted once

    with engine.execution_options(**{WRITES: True}).begin() as connection:
        version = find_version(connection)
        if not knows(version):
            raise StoreError(message("error.store_newer", place=shown(engine.url), version=version))
        upgrade(connection)
