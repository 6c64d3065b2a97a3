import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from app.errors import DatabaseCorrupt, DatabaseLocked
from app.main import create_app
from app.settings import Settings
from tests.support.html import read_page
from tests.support.web_client import BASE_URL, WebClient

BAD_FILTERS = [
    ("topic", "gossip", "write one of visits, letters"),
    ("from", "yesterday", "is not a date Tumen reads"),
    ("colour", "red", "there is no such filter"),
    ("page", "0", "write a whole number from 1"),
    ("min_origins", "many", "write a whole number from 0"),
]
WRONG_IDS = [
    "/events/e0123456789abcdef",
    "/articles/a0123456789abcdef",
    "/events/%00",
    "/events/e%27--",
    "/articles/%2e%2e",
]


def app_that_raises(error: Exception, folder: Path) -> FastAPI:
    app = create_app(Settings(database_url=f"sqlite:///{folder / 'none.db'}", _env_file=None))

    def fail() -> None:
        raise error

    app.add_api_route("/fail", fail)
    app.add_api_route("/api/fail", fail)
    return app


def answer_of(app: FastAPI, address: str) -> httpx.Response:
    """What a browser gets, also when the app fails to handle an error."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
            return await client.get(address)

    return asyncio.run(ask())


@pytest.mark.parametrize("path", ["/", "/events/e0123456789abcdef", "/export.csv", "/export.json"])
@pytest.mark.parametrize(("name", "value", "mend"), BAD_FILTERS)
def test_a_bad_filter_is_named_with_its_value_and_the_mend(
    sample_client: WebClient, path: str, name: str, value: str, mend: str
) -> None:
    answer = sample_client.get(f"{path}?status=planned&{name}={value}")
    page = read_page(answer.text)
    assert answer.status_code == 422
    assert page.one("dt").words == f"{name}={value}"
    assert mend in page.one("dd").words
    assert page.link("The same, without this filter") == f"{path}?status=planned"


@pytest.mark.parametrize("path", WRONG_IDS)
def test_an_unknown_id_gets_a_page_that_leads_on(sample_client: WebClient, path: str) -> None:
    answer = sample_client.get(path)
    page = read_page(answer.text)
    assert answer.status_code == 404
    assert page.one("h1").words in ("Not found", "There is no such page")
    assert {"/", "/articles"} <= set(page.links())


def test_an_unknown_path_gets_a_page_that_leads_on(sample_client: WebClient) -> None:
    answer = sample_client.get("/event/e0123456789abcdef")
    assert answer.status_code == 404
    assert "Events are at /events/" in answer.text


def test_what_is_wrong_in_an_address_is_shown_escaped(sample_client: WebClient) -> None:
    answer = sample_client.get("/", params={"topic": "<script>alert(1)</script>"})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_a_busy_database_asks_to_come_again(tmp_path: Path) -> None:
    answer = answer_of(app_that_raises(DatabaseLocked("tumen.db: another process"), tmp_path), "/fail")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "few seconds" in read_page(answer.text).one("article").words


def test_a_broken_database_tells_the_reader_nothing_of_the_machine(tmp_path: Path) -> None:
    answer = answer_of(app_that_raises(DatabaseCorrupt("/srv/secret/tumen.db: damaged"), tmp_path), "/fail")
    assert answer.status_code == 503
    assert "/srv/secret" not in answer.text
    assert "tumen database check" in answer.text


def test_a_mistake_of_ours_is_told_without_details(tmp_path: Path) -> None:
    answer = answer_of(app_that_raises(RuntimeError("password is hunter2"), tmp_path), "/fail")
    assert answer.status_code == 500
    assert "hunter2" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("error", "status"), [(DatabaseLocked("busy"), 503), (RuntimeError("hunter2"), 500)], ids=["locked", "ours"]
)
def test_programs_get_errors_as_json(tmp_path: Path, error: Exception, status: int) -> None:
    answer = answer_of(app_that_raises(error, tmp_path), "/api/fail")
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "message", "mend"}
    assert "hunter2" not in answer.text


def test_programs_get_an_unknown_path_as_json(sample_client: WebClient) -> None:
    answer = sample_client.get("/api/nothing")
    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


def test_a_method_that_is_not_allowed_says_so(sample_client: WebClient) -> None:
    async def post() -> httpx.Response:
        transport = httpx.ASGITransport(sample_client.app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as client:
            return await client.post("/")

    answer = asyncio.run(post())
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_locked_database_is_no_mistake_of_ours(own_client: WebClient, own_database: Engine) -> None:
    own_database.dispose()
    holder = sqlite3.connect(str(own_database.url.database))
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    answer = own_client.get("/")
    holder.close()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_programs_are_told_nothing_of_the_machine_either(own_client: WebClient, own_database: Engine) -> None:
    own_database.dispose()
    Path(str(own_database.url.database)).write_bytes(b"no database at all " * 1000)
    answer = own_client.get("/api/events")
    assert (answer.status_code, answer.json()["error"]) == (503, "database")
    assert str(own_database.url.database) not in answer.text


@pytest.mark.parametrize("address", ["/", "/export.csv", "/articles", "/api/events"])
def test_a_database_that_lost_its_tables_is_no_mistake_of_ours(
    own_client: WebClient, own_database: Engine, address: str
) -> None:
    with closing(sqlite3.connect(str(own_database.url.database))) as other:
        other.executescript("PRAGMA foreign_keys = OFF; DROP TABLE event; DROP TABLE article;")
    assert own_client.get(address).status_code == 503
