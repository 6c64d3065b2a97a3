"""Citations of events at their addresses, and the kept text that positions count in."""

import hashlib
import re

import pytest
from sqlmodel import Session

from app.storage.tables import ArticleTable
from tests.support.sample_database import RETIRED_ID, article_id, event_id
from tests.support.web_client import WebClient

LETTER = event_id("Putin sends")


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("txt", "text/plain; charset=utf-8"),
        ("bib", "application/x-bibtex; charset=utf-8"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_an_event_is_cited_by_all_of_its_quotes(sample_client: WebClient, ending: str, kind: str) -> None:
    answer = sample_client.get(f"/events/{LETTER}/citation.{ending}")
    assert answer.headers["content-type"] == kind
    for words in ("Putin sent Kim a letter", "направил послание", "축전을 보내"):
        assert words in answer.text


def test_one_quote_is_cited_alone_and_by_its_id(sample_client: WebClient) -> None:
    every = sample_client.get(f"/events/{LETTER}/citation.json").json()
    assert len(every) == 3
    for item in every:
        (only,) = sample_client.get(f"/events/{LETTER}/citation.json?quote={item['id']}").json()
        assert only == item
        text = sample_client.get(f"/events/{LETTER}/citation.txt?quote={item['id']}").text
        assert text.count("\n") == 1
        entry = sample_client.get(f"/events/{LETTER}/citation.bib?quote={item['id']}").text
        assert re.findall(r"@online\{(\w+),", entry) == [item["id"]]


def test_the_id_of_a_mention_leads_to_the_citation_of_its_event(sample_client: WebClient) -> None:
    mention = next(
        item["id"] for item in sample_client.get(f"/events/{LETTER}/citation.json").json() if item["id"] != LETTER
    )
    answer = sample_client.get(f"/events/{mention}/citation.bib?quote={mention}", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/events/{LETTER}/citation.bib?quote={mention}"
    plain = sample_client.get(f"/events/{mention}/citation.bib", follow_redirects=False)
    assert plain.headers["location"] == f"/events/{LETTER}/citation.bib"


def test_a_retired_mention_leads_to_its_article(sample_client: WebClient) -> None:
    answer = sample_client.get(f"/events/{RETIRED_ID}/citation.txt", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{article_id('notes.txt')}#p4")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/e0000000000000000/citation.txt", 404),
        (f"/events/{LETTER}/citation.txt?quote=e0000000000000000", 404),
        (f"/events/{LETTER}/citation.doc", 422),
        ("/articles/a0000000000000000/text", 404),
    ],
)
def test_what_is_not_there_is_said(sample_client: WebClient, address: str, status: int) -> None:
    assert sample_client.get(address).status_code == status


@pytest.mark.parametrize("file", ["harbour.txt", "notes.txt", "hangang.txt"])
def test_the_kept_text_is_served_unchanged(sample_client: WebClient, sample: Session, file: str) -> None:
    answer = sample_client.get(f"/articles/{article_id(file)}/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert hashlib.sha256(answer.content).hexdigest() == sample.get_one(ArticleTable, article_id(file)).sha256
