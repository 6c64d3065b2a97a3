"""HEAD."""

import pytest

from tests.support.sample_database import article_id, event_id
from tests.support.web_client import WebClient


@pytest.mark.parametrize(
    "address",
    [
        "/", f"/events/{event_id('Russia ships')}", f"/articles/{article_id('harbour.txt')}", "/export.csv",
        "/export.json", "/api/events", "/healthz", "/readyz", "/static/tumen.css", "/nothing", "/?topic=gossip",
    ],
)  # fmt: skip
def test_a_head_is_the_answer_without_its_body(sample_client: WebClient, address: str) -> None:
    whole, head = sample_client.get(address), sample_client.head(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers == whole.headers
