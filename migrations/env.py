"""Runs the steps on the connection that app/storage/migrate.py hands over, or on the database of the settings."""

from alembic import context
from sqlalchemy import Connection

from app.settings import read_settings
from app.storage.database import open_database
from app.storage.schema import is_ours, metadata


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, include_object=is_ours, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over)
else:
    with open_database(read_settings().database_url).begin() as own_connection:
        run(own_connection)
