"""The report: one document with every event, every quote, and the sources they are numbered by."""

import base64
import hashlib
import re

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, update

from app.queries.event import EventPage, find_event
from app.storage.tables import ArticleTable, EventTable, MentionTable
from app.web import report
from tests.support.html import Page, read_page
from tests.support.sample_database import break_quote, event_id
from tests.support.sample_rows import ARTICLES, EVENTS
from tests.support.web_client import BASE_URL, WebClient
from tests.web.conftest import Reader

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(2)>'


@pytest.fixture
def whole(get: Reader) -> Page:
    return get("/report")


def test_it_has_every_event_with_its_quotes(whole: Page, sample: Session) -> None:
    assert [one.words for one in whole.all("h2")][:-1] != []
    assert {one.words for one in whole.all("h2")} == {event.title for event in EVENTS} | {"Sources"}
    quotes = [one.text.strip() for one in whole.all("blockquote")]
    assert len(quotes) == sum(len(event.tellings) for event in EVENTS)
    page = find_event(sample, event_id("Putin sends"))
    assert isinstance(page, EventPage)
    assert {quote.text for source in page.sources for quote in source.quotes} <= set(quotes)


def test_every_number_leads_to_its_source(whole: Page) -> None:
    numbers = [one for one in whole.all("a") if re.fullmatch(r"\[\d+\]", one.words)]
    listed = whole.all("li")
    assert [one.attributes["id"] for one in listed] == [f"source-{number + 1}" for number in range(len(listed))]
    assert {one.attributes["href"] for one in numbers} == {f"#{one.attributes['id']}" for one in listed}
    assert all(one.attributes["href"] == f"#source-{one.words.strip('[]')}" for one in numbers)
    assert len(listed) == len(ARTICLES) - 1  # one has no event
    assert numbers[0].words == "[1]"


def test_many_sources_are_asked_for_piece_by_piece(whole: Page, get: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "SOURCES_AT_ONCE", 2)
    assert [one.words for one in get("/report").all("li")] == [one.words for one in whole.all("li")]


def test_a_source_is_cited_as_everywhere(whole: Page) -> None:
    words = [one.words for one in whole.all("li")]
    assert (
        "The Harbour Post, “Grain ships return to Rajin”, 26 April 2019. https://harbour.example/2019/grain?page=1"
        in words
    )


def test_it_says_what_was_asked(get: Reader) -> None:
    page = get("/report?topic=visits&-status=planned&sort=-date")
    asked = [(term.words, value.words) for term, value in zip(page.all("dt"), page.all("dd"), strict=True)]
    assert asked == [("Topic", "visits"), ("Status", "not planned")]
    assert "1 event, newest first." in page.one("header").words
    assert page.link(f"{BASE_URL}/?topic=visits&-status=planned&sort=-date")


def test_nothing_found_is_said(get: Reader) -> None:
    page = get("/report?actor=Nobody")
    assert "No event fits all of this." in page.one("main").words
    assert page.all("li") == []


def test_dates_are_as_exact_as_they_are_known(whole: Page) -> None:
    shown = [one.words for one in whole.all("p", class_="when")]
    assert {"15 August 2022", "July 2022", "1990s", "by 30 April 2019", "date unknown"} <= set(shown)


def test_it_is_well_nested_and_asks_for_nothing(whole: Page) -> None:
    assert whole.strays == []
    assert whole.all("script") == whole.all("link") == whole.all("img") == []
    ids = [one.attributes["id"] for one in whole.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert whole.one("html").attributes["lang"] == "en"


def test_only_its_own_style_may_be_used(sample_client: WebClient) -> None:
    answer = sample_client.get("/report")
    style = read_page(answer.text).one("style").text
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["Content-Security-Policy"]
    assert f"style-src 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "counter(page)" in style


def test_a_broken_quote_is_marked(own_client: WebClient, own_database: Engine) -> None:
    break_quote(own_database, event_id("Putin sends"))
    page = read_page(own_client.get("/report").text)
    assert len(page.all("p", class_="broken")) == 1


def test_what_articles_say_stays_text(own_client: WebClient, own_database: Engine) -> None:
    with Session(own_database) as session:
        session.execute(update(EventTable).values(title=HOSTILE))
        session.execute(update(ArticleTable).values(title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}"))
        session.execute(update(MentionTable).values(speaker=HOSTILE, quote=HOSTILE))
        session.commit()
    page = read_page(own_client.get("/report?q=%3Cscript%3E&-actor=%3Cb%3E").text)
    page = read_page(own_client.get("/report").text)
    assert page.all("script") == page.all("img") == []
    assert not any("javascript" in link for link in page.links())
