"""All that is special to SQLite: pragmas, how a transaction begins, what its errors mean, how it is copied."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import NamedTuple, cast

from sqlalchemy import ColumnElement, Connection, Engine, ExceptionContext, create_engine, event, func, select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Mapped
from sqlalchemy.pool import PoolProxiedConnection, StaticPool

from app.errors import DatabaseCorrupt, DatabaseError, DatabaseLocked, DatabaseReadOnly
from app.storage.search import has_words

WRITES = "tumen_writes"  # execution option: this connection is going to write
_SEEN = "tumen_seen"  # what the present transaction of a connection reads
_TRIES = 5  # to begin a transaction between two commits of others
_PRIMARY_CODE = 0xFF  # the rest of an error code is detail
_MENDS: dict[int, tuple[type[DatabaseError], str]] = {
    sqlite3.SQLITE_BUSY: (DatabaseLocked, "another process is writing to it; wait until it is done, then try again"),
    sqlite3.SQLITE_LOCKED: (DatabaseLocked, "another process is writing to it; wait until it is done, then try again"),
    sqlite3.SQLITE_READONLY: (DatabaseReadOnly, "it cannot be written; allow writing to the file and to its folder"),
    sqlite3.SQLITE_PERM: (DatabaseReadOnly, "it cannot be written; allow writing to the file and to its folder"),
    sqlite3.SQLITE_CORRUPT: (DatabaseCorrupt, "it is damaged; restore a backup, or move it away and ingest again"),
    sqlite3.SQLITE_NOTADB: (DatabaseCorrupt, "it is no SQLite database; restore a backup, or move it away"),
    sqlite3.SQLITE_CANTOPEN: (DatabaseError, "it cannot be opened; the folder must exist and be open to you"),
    sqlite3.SQLITE_FULL: (DatabaseError, "the disk is full; make room and try again"),
    sqlite3.SQLITE_IOERR: (DatabaseError, "the disk cannot be read or written; check it and try again"),
}
# What SQLite says of tables that are not those of tables.py: the file was replaced, or is of another version.
_OF_ANOTHER_FORM = ("no such table: ", "no such column: ")
_UPGRADE = (
    "it is not of the form that this program reads; run `tumen database upgrade`, or ingest again into another file"
)


def open_sqlite(url: URL, busy_timeout_seconds: float) -> Engine:
    """An engine whose connections keep foreign keys, wait for a writer, and report errors as ours.

    Args:
        url: `sqlite:///file`, or `sqlite://` for a database in memory, then shared by all threads.
        busy_timeout_seconds: How long a connection waits for another writer.
    """
    in_memory = url.database in (None, "", ":memory:")
    options = {"poolclass": StaticPool} if in_memory else {}
    arguments = {"check_same_thread": False, "timeout": busy_timeout_seconds}
    engine = create_engine(url, connect_args=arguments, **options)
    watch = None if in_memory else _Watch(engine)
    event.listen(engine, "connect", lambda connection, _: _prepare(connection, _name_of(engine)))
    event.listen(engine, "begin", lambda connection: _begin(connection, watch))
    event.listen(engine, "handle_error", _translate)
    return engine


def is_missing(url: URL) -> bool:
    """Would opening this database make a new, empty file?"""
    name = url.database or ":memory:"
    return not name.startswith((":memory:", "file:")) and not Path(name).exists()


class _Seen(NamedTuple):
    """What a transaction reads: a version of the data, and how much its own connection had changed by then."""

    version: int
    changes: int


class _Watch:
    """A connection that does nothing but see whether any other, of any process, has committed."""

    def __init__(self, engine: Engine) -> None:
        """Connect only when first asked: the file may not be there yet."""
        self._engine = engine
        self._lock = Lock()
        self._connection: PoolProxiedConnection | None = None
        event.listen(engine, "engine_disposed", lambda _: self._close())

    def version(self) -> int:
        """A number that grows with the data; as long as it stays, nobody has committed."""
        with self._lock, _errors_named(_name_of(self._engine)):
            if self._connection is None:
                self._connection = self._engine.raw_connection()
                self._connection.detach()
            return _data_version(cast("sqlite3.Connection", self._connection.dbapi_connection))

    def _close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def version_seen(connection: Connection) -> int | None:
    """The version of the data that this transaction reads; None when that cannot be told.

    Transactions of one engine that see the same version see the same data, and a later version is a larger number. A
    transaction that writes, or that has changed anything itself, sees no version, nor does one of a database in memory.
    """
    seen: _Seen | None = connection.info.get(_SEEN)
    return seen.version if seen and seen.changes == _driver(connection).total_changes else None


def is_among(item: Mapped[str], values: Iterable[str]) -> ColumnElement[bool]:
    """Is it one of these values? However many they are: they are bound as one."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return item.in_(select(listed.c.value))


def use_write_ahead_log(connection: Connection) -> None:
    """Let readers go on while one process writes. The file remembers it; not possible within a transaction."""
    with _errors_named(_name_of(connection.engine)):
        _driver(connection).execute("PRAGMA journal_mode = WAL")


def problems_of(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong with the file, in its words."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [line for line in found if line != "ok"] + [f"{row[0]} points at a missing {row[2]}" for row in strays]


def backup(connection: Connection, file: Path) -> None:
    """Copy the database, whole and consistent, while others read and write.

    Raises:
        DatabaseError: The copy cannot be written.
    """
    part = file.with_name(f"{file.name}.part")  # so that a file of this name is always whole
    with _errors_named(str(file)), closing(sqlite3.connect(part)) as copy:
        _driver(connection).backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing of it beside it
    part.replace(file)


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    connection.isolation_level = None  # the driver must not begin transactions on its own: _begin does
    with _errors_named(name):
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.create_function("has_words", 2, has_words, deterministic=True)


def _begin(connection: Connection, watch: "_Watch | None") -> None:
    # A writer takes its lock at once: one that read first could find another writer's changes under its feet.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    connection.info[_SEEN] = None if writes or watch is None else _fix_what_is_seen(connection, watch)


def _fix_what_is_seen(connection: Connection, watch: _Watch) -> _Seen | None:
    """Let the transaction read what there is now, and tell which version that is; None if others commit too fast.

    The first thing read fixes it: nobody having committed from before until after, it is the version that was watched.
    """
    driver = _driver(connection)
    with _errors_named(_name_of(connection.engine)):
        for _ in range(_TRIES):
            version = watch.version()
            _data_version(driver)
            if watch.version() == version:
                return _Seen(version, driver.total_changes)
            driver.execute("ROLLBACK")
            driver.execute("BEGIN")
    return None


def _data_version(driver: sqlite3.Connection) -> int:
    return cast("int", driver.execute("PRAGMA data_version").fetchone()[0])


def _translate(context: ExceptionContext) -> None:
    original = context.original_exception
    if isinstance(original, sqlite3.Error):
        raised = _ours(original, _name_of(context.engine))
        if raised:
            raise raised from original


@contextmanager
def _errors_named(file: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise (_ours(error, file) or DatabaseError(f"{file}: {error}")) from error


def _ours(error: sqlite3.Error, file: str) -> DatabaseError | None:
    """The error as the reader of a message needs it; None for a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(_OF_ANOTHER_FORM):
        kind, mend = DatabaseError, _UPGRADE
    elif code in _MENDS:
        kind, mend = _MENDS[code]
    else:
        return None
    return kind(f"{file}: {mend} (SQLite: {error})")


def _name_of(engine: Engine | None) -> str:
    return (engine and engine.url.database) or "database"


def _driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)
