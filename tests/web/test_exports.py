"""Exports over the wire: the bytes of `queries/export.py`, a file name, and clear refusals."""

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import read_filter
from app.queries.export import export_csv, export_json
from tests.support.web_client import BASE_URL, WebClient

REFUSED = [
    "/export.csv?rows=pages", "/export.csv?bom=yes", "/export.csv?raw=2", "/export.csv?rows=events&rows=quotes",
    "/export.csv?topic=nonsense", "/export.csv?colour=red", "/export.json?bom=1", "/export.json?from=never",
    "/export.json?page=0",
]  # fmt: skip


def test_csv_is_what_the_query_gives(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.csv", params={"topic": "trade"})
    expected = "".join(export_csv(sample, read_filter([("topic", "trade")]), base_url=BASE_URL))
    assert answer.content == expected.encode()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="tumen.csv"'


def test_csv_has_its_switches(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.csv?rows=quotes&bom=1&raw=1&topic=arms&bom=")
    wanted = read_filter([("topic", "arms")])
    expected = "".join(export_csv(sample, wanted, base_url=BASE_URL, rows="quotes", bom=True, raw=True))
    assert answer.content == expected.encode()


def test_json_is_what_the_query_gives(sample_client: WebClient, sample: Session) -> None:
    answer = sample_client.get("/export.json?q=russia&page=7")
    assert answer.content == "".join(export_json(sample, read_filter([("q", "russia")]))).encode()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["content-disposition"] == 'attachment; filename="tumen.json"'


def test_an_export_of_nothing_is_still_a_file(sample_client: WebClient) -> None:
    assert sample_client.get("/export.csv?topic=treaties").text.count("\r\n") == 1
    assert sample_client.get("/export.json?topic=treaties").json() == {
        "format": "tumen/1", "articles": [], "events": [],
    }  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_what_cannot_be_meant_is_refused_before_the_first_byte(sample_client: WebClient, address: str) -> None:
    answer = sample_client.get(address)
    assert answer.status_code == 422
    assert "content-disposition" not in answer.headers
