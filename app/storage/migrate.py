"""Brings a database to the newest revision of migrations/, and says what is wrong with one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from app.errors import DatabaseCorrupt, DatabaseError, DatabaseTooNew
from app.storage import sqlite

MIGRATIONS = Path(__file__).parents[2] / "migrations"


def upgrade(engine: Engine) -> bool:
    """Create the tables, or bring them to the newest revision; was there anything to do?

    Raises:
        DatabaseTooNew: A newer Tumen wrote the database.
        DatabaseError: The database cannot be used, or holds something else.
    """
    with engine.connect() as connection:
        if _is_newest(connection):
            return False
    with engine.connect() as connection:
        sqlite.use_write_ahead_log(connection)
    with engine.execution_options(**{sqlite.WRITES: True}).begin() as connection:
        if _is_newest(connection):  # another process was quicker
            return False
        command.upgrade(config_for(connection), "head")
    return True


def require_newest(engine: Engine) -> None:
    """Make sure that the database is there and of the form this program knows, without changing it.

    Raises:
        DatabaseError: It is missing or older than the program; the mend says what to run.
        DatabaseTooNew: It is newer than the program.
    """
    if sqlite.is_missing(engine.url):
        raise DatabaseError(f"{engine.url.database}: no such database; `tumen ingest` makes it")
    with engine.connect() as connection:
        if not _is_newest(connection):
            raise DatabaseError(f"{engine.url.database}: not of the newest form; run `tumen database upgrade`")


def check(engine: Engine) -> None:
    """Look the whole database over, without changing it.

    Raises:
        DatabaseError: It is missing or older than the program; the mend says what to run.
        DatabaseTooNew: It is newer than the program.
        DatabaseCorrupt: SQLite finds damage, or a row points at nothing.
    """
    require_newest(engine)
    with engine.connect() as connection:
        if problems := sqlite.problems_of(connection):
            raise DatabaseCorrupt(f"{engine.url.database}: {problems[0]}; restore a backup, or ingest again")


def backup(engine: Engine, file: Path) -> None:
    """Copy the database to a file that must not exist yet.

    Raises:
        DatabaseError: The file exists or cannot be written.
    """
    if file.exists():
        raise DatabaseError(f"{file}: exists already; name a new file")
    require_newest(engine)
    with engine.connect() as connection:
        sqlite.backup(connection, file)


def config_for(connection: Connection) -> Config:
    """Alembic's settings, made here so that they hold wherever the program is started."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _is_newest(connection: Connection) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    script = ScriptDirectory.from_config(config_for(connection))
    known = {step.revision for step in script.walk_revisions()}
    name = connection.engine.url.database
    if revision is None and inspect(connection).get_table_names():
        raise DatabaseError(f"{name}: holds tables of another program; name another file in TUMEN_DATABASE_URL")
    if revision is not None and revision not in known:
        raise DatabaseTooNew(f"{name}: written by a newer Tumen (revision {revision}); update the program")
    return revision == script.get_current_head()
