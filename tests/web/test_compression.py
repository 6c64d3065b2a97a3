"""Answers are compressed for those who can read that, and streams arrive as they are made."""

import asyncio
import gzip
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from app.main import create_app
from app.settings import Settings
from app.storage.database import writing
from app.storage.tables import ArticleTable, MentionTable
from bench.many_events import make_database
from tests.support.html import read_page
from tests.support.web_client import WebClient

MOST_BYTES_OF_A_FIRST_LOAD = 60_000


EVENT = "e000000000000007"
QUOTES = 40


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebClient]:
    """The app on many events, one of them told by forty articles."""
    engine = make_database(tmp_path_factory.mktemp("busy") / "tumen.db", 400)
    with writing(engine) as session:
        told = session.get_one(MentionTable, EVENT)
        for number in range(QUOTES):
            article = session.get_one(ArticleTable, f"a{50 + number:015x}")
            place = {"article_id": article.id, "start": 11, "end": 170, "quote": article.text[11:170]}
            again = {
                "id": f"{number:016x}",
                "position": 9 + number,
                "reasoning": "from the day of publication",
                **place,
            }
            session.add(MentionTable(**told.model_copy(update=again).model_dump()))
    app = create_app(Settings(database_url=str(engine.url), _env_file=None))
    yield WebClient(app)
    app.state.engine.dispose()
    engine.dispose()


@pytest.mark.parametrize(
    "address", ["/", "/?view=compact", "/?q=terminal", "/coverage", "/articles", f"/events/{EVENT}"]
)
def test_the_first_load_is_small_over_the_wire(busy: WebClient, address: str) -> None:
    page = read_page(busy.get(address).text)
    files = [one.attributes["href"] for one in page.all("link")] + [one.attributes["src"] for one in page.all("script")]
    assert len(files) > 3
    answers = [busy.get(one) for one in (address, *files)]
    assert len(page.all("figure")) >= (QUOTES if address.startswith("/events/") else 0)
    assert sum(answer.num_bytes_downloaded for answer in answers) <= MOST_BYTES_OF_A_FIRST_LOAD


@pytest.mark.parametrize("address", ["/", "/export.csv", "/export.json", "/api/events", "/static/tumen.css"])
def test_what_is_compressed_is_the_same_and_caches_can_tell_it_apart(sample_client: WebClient, address: str) -> None:
    packed = sample_client.get(address)
    plain = sample_client.get(address, headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.num_bytes_downloaded < plain.num_bytes_downloaded
    for answer in (packed, plain):
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_streamed_export_is_not_held_back(sample_client: WebClient) -> None:
    messages: list[dict[str, Any]] = []

    async def ask() -> None:
        scope = {
            "type": "http", "method": "GET", "path": "/export.csv", "query_string": b"", "http_version": "1.1",
            "headers": [(b"accept-encoding", b"gzip")], "app": sample_client.app,
        }  # fmt: skip

        async def receive() -> dict[str, Any]:
            await asyncio.sleep(3600)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:  # noqa: ANN401 -- as ASGI has it
            messages.append(dict(message))

        await sample_client.app(scope, receive, send)

    asyncio.run(ask())
    bodies = [message["body"] for message in messages if message["type"] == "http.response.body"]
    # The first packet alone can be read: what was written until then is not waiting inside the compressor.
    assert zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(bodies[0]).startswith(b"id,date,")
    assert gzip.decompress(b"".join(bodies)).count(b"\r\n") > 1
