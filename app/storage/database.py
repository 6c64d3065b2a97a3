"""Opens the database, and gives out sessions: as many readers as wanted, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session

from app.errors import SettingsError
from app.storage import sqlite

BUSY_TIMEOUT_SECONDS = 30.0


def open_database(url: str, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Engine:
    """An engine for the database at this address; nothing is created or read yet.

    Args:
        url: An SQLAlchemy URL; only SQLite is known so far.
        busy_timeout_seconds: How long to wait for another writer.

    Raises:
        SettingsError: The address cannot be used.
    """
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise SettingsError(f"TUMEN_DATABASE_URL={url}: not an address; write sqlite:///tumen.db") from error
    if address.get_backend_name() != "sqlite":
        raise SettingsError(f"TUMEN_DATABASE_URL={address}: only SQLite is supported; write sqlite:///tumen.db")
    return sqlite.open_sqlite(address, busy_timeout_seconds)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees the database as it was at its first question, until it ends."""
    with Session(engine) as session:
        yield session


def data_version(session: Session) -> int | None:
    """The version of the data that this session sees, until its transaction ends.

    Sessions of one engine with the same version see the same data, whoever wrote them; a later version is a larger
    number. None when the session writes or has changed anything, or the database is in memory.
    """
    return sqlite.version_seen(session.connection())


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session in one transaction: all of it is stored at the end or, on an error, nothing.

    Raises:
        DatabaseLocked: Another writer did not finish in time.
        DatabaseReadOnly: The file or its folder cannot be written.
    """
    with Session(engine.execution_options(**{sqlite.WRITES: True})) as session, session.begin():
        session.connection()  # take the lock before anything is read
        yield session
