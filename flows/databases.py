"""How a database is opened: the engine, SQLite's settings, transactions, and errors with their remedy."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from selaras.flows.settings import Settings
from selaras.models.errors import StoreError
from selaras.models.messages import Message, message

BUSY_SECONDS = 30  # how long a writer waits for another
WRITES = "selaras_writes"

# What SQLite says, and what it means for the user.
PROBLEMS = (
    ("not a database", "error.store_corrupt"),
    ("malformed", "error.store_corrupt"),
    ("readonly", "error.store_read_only"),
    ("unable to open", "error.store_unopenable"),
    ("disk i/o", "error.store_unopenable"),
    ("is locked", "error.store_locked"),
    ("is full", "error.store_full"),
)


def build_engine(settings: Settings) -> Engine:
    """Make the engine of the store; nothing is opened yet. Raises StoreError for a bad URL."""
    url = database_url(settings)
    try:
        engine = create_engine(url, **_options(url))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(message("error.store_url", url=shown(url), reason=error)) from error
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def database_url(settings: Settings) -> URL:
    """The URL that the settings name, or that of the SQLite file in the home."""
    if settings.database_url is None:
        return URL.create("sqlite", database=str(settings.database))
    try:
        return make_url(settings.database_url)
    except ArgumentError as error:
        raise StoreError(message("error.store_url", url=settings.database_url, reason=error)) from error


def shown(url: URL) -> str:
    """The URL as users may see it: a file by its path, a password hidden."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def _options(url: URL) -> dict[str, Any]:
    return {"connect_args": {"timeout": BUSY_SECONDS}} if url.get_backend_name() == "sqlite" else {}


def _prepare_sqlite(connection: SqliteConnection, record: object) -> None:
    del record
    # Python's own transactions begin too late (a read would not be in one): `_begin_sqlite` begins them.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first and then writes cannot wait for others.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def store_errors(url: URL) -> Iterator[None]:
    """Turn what a database says into a StoreError with the remedy."""
    try:
        yield
    except (IntegrityError, UnicodeEncodeError) as error:
        reason = getattr(error, "orig", error)
        raise StoreError(message("error.store_refused", place=shown(url), reason=reason)) from error
    except DBAPIError as error:
        raise StoreError(_explain(str(error.orig), url)) from error


def _explain(said: str, url: URL) -> Message:
    folded = said.casefold()
    codes = (code for words, code in PROBLEMS if words in folded)
    code = next(codes, "error.store_failed")
    reason = {"reason": said} if code == "error.store_failed" else {}
    return message(code, place=shown(url), **reason)
