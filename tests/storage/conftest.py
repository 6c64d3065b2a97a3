"""A database in memory, of the newest form."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.storage.database import open_database, writing
from app.storage.migrate import upgrade


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_database("sqlite://")
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that writes."""
    with writing(engine) as session:
        yield session
