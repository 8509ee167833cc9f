"""Migrations by Alembic, without a configuration file: they come with the package.

A developer makes a new one with `python -m selaras.flows.migrating "what changes"`, on an up-to-date store.
"""

import sys
from functools import cache

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def configuration() -> Config:
    """What Alembic needs to know: where the migrations are."""
    config = Config()
    config.set_main_option("script_location", "selaras.flows:migrations")
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest revision, on a connection whose transaction the caller ends."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def knows(version: str | None) -> bool:
    """Tell whether a database at this revision can be brought up to date; None is a new database."""
    return version is None or version in _revisions()


def newest() -> str | None:
    """The newest revision."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


@cache
def _revisions() -> frozenset[str]:
    scripts = ScriptDirectory.from_config(configuration())
    return frozenset(script.revision for script in scripts.walk_revisions())


if __name__ == "__main__":
    command.revision(configuration(), message=sys.argv[1], autogenerate=True)
