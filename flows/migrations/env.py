"""What Alembic runs, on the connection of an open store or, for developers, on the store of the settings."""

import os

from alembic import context
from sqlalchemy import Connection

from selaras.flows.databases import build_engine
from selaras.flows.settings import read_settings
from selaras.flows.tables import Base


def run(connection: Connection) -> None:
    """Bring the database to the wanted revision."""
    # SQLite alters tables only by copying them: batch mode does it.
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


def run_on_settings() -> None:
    """Open the database that the settings name."""
    with build_engine(read_settings(os.environ)).connect() as connection:
        run(connection)
        connection.commit()


given = context.config.attributes.get("connection")
if given is None:
    run_on_settings()
else:
    run(given)
