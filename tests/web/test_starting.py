import asyncio
import logging
from pathlib import Path

import pytest
from sqlmodel import Session

from app.main import create_app
from app.queries.index import building, kept
from app.queries.index.event_index import EventIndex
from app.settings import Settings
from tests.support.web_client import WebClient


def start_and_end(app: WebClient) -> None:
    async def run() -> None:
        async with app.app.router.lifespan_context(app.app):
            pass

    asyncio.run(run())


def test_the_index_is_built_while_the_server_starts(own_client: WebClient, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[EventIndex] = []

    def build(session: Session) -> EventIndex:
        built.append(building.build_index(session))
        return built[-1]

    monkeypatch.setattr(kept, "build_index", build)
    start_and_end(own_client)
    assert len(built) == 1
    assert own_client.get("/").status_code == 200
    assert len(built) == 1


def test_a_database_that_cannot_be_read_does_not_keep_the_server_from_starting(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "tumen.db"
    file.write_bytes(b"no database, but long enough to be looked at" * 100)
    app = create_app(Settings(database_url=f"sqlite:///{file}", _env_file=None))
    with caplog.at_level(logging.WARNING, logger="tumen.web"):
        start_and_end(WebClient(app))
    assert "index_not_built" in caplog.text
