"""The sample database as fixtures: built once a run, read by all."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.main import create_app
from app.settings import Settings
from tests.support.sample_database import build_sample_database
from tests.support.web_client import BASE_URL, WebClient


@pytest.fixture(scope="session")
def sample_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The sample database, only to be read."""
    engine = build_sample_database(tmp_path_factory.mktemp("sample") / "tumen.db")
    yield engine
    engine.dispose()


@pytest.fixture
def sample(sample_engine: Engine) -> Iterator[Session]:
    """A session on it."""
    with Session(sample_engine) as session:
        yield session


@pytest.fixture(scope="session")
def sample_client(sample_engine: Engine) -> Iterator[WebClient]:
    """The web app on it."""
    settings = Settings(database_url=str(sample_engine.url), base_url=BASE_URL, _env_file=None)
    app = create_app(settings)
    yield WebClient(app)
    app.state.engine.dispose()
