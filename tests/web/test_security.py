import json

import pytest

from tests.support.html import read_page
from tests.support.sample_database import article_id, event_id
from tests.support.web_client import WebClient

ADDRESSES = [
    "/", f"/events/{event_id('Russia ships')}", "/articles", f"/articles/{article_id('harbour.txt')}", "/healthz",
    "/export.csv", "/export.json", "/api/events", "/api/openapi.json", "/static/favicon.svg",
    "/nothing", "/?topic=gossip",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_forbids_what_pages_do_not_need(sample_client: WebClient, address: str) -> None:
    headers = sample_client.get(address).headers
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("name", ["tumen.css", "scripts.js", "vendor/htmx-2.0.11.min.js"])
def test_style_and_script_carry_only_what_is_heeded_of_them(sample_client: WebClient, name: str) -> None:
    headers = sample_client.get(f"/static/{name}").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Content-Security-Policy" not in headers


def test_there_is_no_documentation_page_that_loads_from_elsewhere(sample_client: WebClient) -> None:
    assert sample_client.get("/docs").status_code == 404
    assert sample_client.get("/redoc").status_code == 404


def test_htmx_runs_no_script_that_comes_with_a_page(sample_client: WebClient) -> None:
    config = json.loads(read_page(sample_client.get("/").text).one("meta", name="htmx-config").attributes["content"])
    assert (config["allowEval"], config["allowScriptTags"], config["includeIndicatorStyles"]) == (False, False, False)
