"""One index in memory for each database, built anew as soon as anybody has changed the data."""

from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import Session

from app.queries.index.building import build_index
from app.queries.index.event_index import EventIndex
from app.storage.database import data_version

_NOTHING_SEEN = -1


@dataclass
class _Newest:
    """The index of the newest version of the data that anybody has asked for."""

    building: Lock = field(default_factory=Lock)
    version: int = _NOTHING_SEEN
    index: EventIndex | None = None


_LOCK = Lock()
_NEWEST: WeakKeyDictionary[Engine, _Newest] = WeakKeyDictionary()


def index_of(session: Session) -> EventIndex:
    """The index of exactly the data that this session sees.

    Whoever asks while it is being built waits for it. A session that sees older data than others have seen since, has
    changed something itself or reads a database in memory gets an index of its own, which nobody keeps.
    """
    version = data_version(session)
    if version is None:
        return build_index(session)
    newest = _newest_of(session.connection().engine)
    with newest.building:
        if newest.index is not None and newest.version == version:
            return newest.index
        index = build_index(session)
        if version > newest.version:
            newest.version, newest.index = version, index
        return index


def _newest_of(engine: Engine) -> _Newest:
    with _LOCK:
        return _NEWEST.setdefault(engine, _Newest())
