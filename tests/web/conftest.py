from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.main import create_app
from app.settings import Settings
from tests.support.html import Page, read_page
from tests.support.sample_database import build_sample_database
from tests.support.web_client import WebClient

Reader = Callable[[str], Page]


@pytest.fixture
def get(sample_client: WebClient) -> Reader:
    """Read a page of the sample app; it must be there."""

    def read(address: str) -> Page:
        answer = sample_client.get(address)
        assert answer.status_code == 200, (address, answer.text)
        return read_page(answer.text)

    return read


@pytest.fixture
def own_database(tmp_path: Path) -> Iterator[Engine]:
    """A sample database that the test may change."""
    engine = build_sample_database(tmp_path / "tumen.db")
    yield engine
    engine.dispose()


@pytest.fixture
def own_client(own_database: Engine) -> Iterator[WebClient]:
    """The web app on it, which does not wait long for a writer."""
    settings = Settings(database_url=str(own_database.url), busy_timeout_seconds=0.1, _env_file=None)
    app = create_app(settings)
    yield WebClient(app)
    app.state.engine.dispose()
