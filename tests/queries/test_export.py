"""What is taken away is exactly what was filtered, as DESIGN.md section 4 writes it."""

import csv
import json
import re
from io import StringIO
from typing import Any
from urllib.parse import parse_qsl

import pytest
from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter, read_filter
from app.queries.event import EventPage, find_event
from app.queries.export import RUNNABLE, Rows, export_csv, export_json
from app.queries.timeline import events_on_timeline
from app.storage.tables import ArticleTable
from tests.support.sample_database import article_id, event_id

COLUMNS = (
    "id,date,earliest,latest,precision,title,topic,status,actors,places,articles,origins,publishers,quote,"
    "quote_publisher,quote_published,quote_paragraph,source_url,link"
)
FILTERS = ["", "topic=trade", "sort=-date", "topic=treaties", "q=russia&sort=-date", "page=2", "min_origins=2"]


def read(address: str) -> TimelineFilter:
    return read_filter(parse_qsl(address, keep_blank_values=True))


def cells(
    session: Session, address: str = "", *, base_url: str = "", rows: Rows = "events", raw: bool = False
) -> list[dict[str, str]]:
    text = "".join(export_csv(session, read(address), base_url=base_url, rows=rows, raw=raw))
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def parsed(session: Session, address: str = "") -> Any:  # noqa: ANN401 - that is what json gives
    return json.loads("".join(export_json(session, read(address))))


def test_csv_begins_with_the_agreed_columns_and_ends_lines_with_crlf(sample: Session) -> None:
    text = "".join(export_csv(sample, read("topic=trade")))
    assert text.startswith(f"{COLUMNS}\r\nef2b")
    assert text.endswith("\r\n")
    assert re.search(r"[^\r]\n", text) is None


def test_a_byte_order_mark_stands_only_where_it_is_asked_for(sample: Session) -> None:
    plain = "".join(export_csv(sample, read("")))
    assert "".join(export_csv(sample, read(""), bom=True)) == "\ufeff" + plain
    assert not plain.startswith("\ufeff")


def first_quote(session: Session, key: str) -> str:
    """The quote that the page of an event shows first."""
    page = find_event(session, key)
    assert isinstance(page, EventPage)
    return page.sources[0].quotes[0].text


def test_the_first_quote_of_an_event_is_that_of_its_first_article(sample: Session) -> None:
    (row,) = cells(sample, "q=wheat", raw=True)
    assert row["quote"].startswith("Russia shipped 2,000 tons")


@pytest.mark.parametrize("address", FILTERS)
def test_csv_read_back_is_the_timeline(sample: Session, address: str) -> None:
    lines = events_on_timeline(sample, read(address).with_page(1))
    rows = cells(sample, address, raw=True)
    assert [row["id"] for row in rows] == [line.id for line in lines]
    for row, line in zip(rows, lines, strict=True):
        assert (row["date"], row["precision"], row["title"]) == (line.date.text, line.date.precision, line.title)
        assert (row["earliest"], row["latest"]) == tuple(day.isoformat() if day else "" for day in line.date.bounds)
        assert (row["topic"], row["status"], row["quote"]) == (line.topic, line.status, first_quote(sample, line.id))
        assert (row["articles"], row["origins"]) == (str(line.articles), str(line.origins))
        lists = (row["actors"], row["places"], row["publishers"])
        assert lists == tuple("; ".join(names) for names in (line.actors, line.places, line.publishers))
        assert row["link"] == f"/events/{line.id}"


def test_the_cells_of_an_event_tell_of_its_first_quote(sample: Session) -> None:
    (row,) = cells(sample, "q=축전", base_url="https://tumen.example")
    assert row["quote"] == "Putin sent Kim a letter on Liberation Day, August 15."
    assert (row["quote_publisher"], row["quote_published"], row["quote_paragraph"]) == ("", "2022", "4")
    assert row["link"] == f"https://tumen.example/events/{event_id('Putin sends')}"


def test_one_row_a_quote_repeats_the_event(sample: Session) -> None:
    rows = cells(sample, "q=축전", rows="quotes")
    assert [row["quote_publisher"] for row in rows] == ["", "Вестник Востока", "한강일보"]
    assert {row["id"] for row in rows} == {event_id("Putin sends")}
    assert rows[1]["source_url"] == "https://vestnik.example/2022/08/15/ещё"


def test_cells_that_a_spreadsheet_would_run_are_guarded(sample: Session) -> None:
    (guarded,) = cells(sample, "topic=arms")
    (raw,) = cells(sample, "topic=arms", raw=True)
    for column, cell in raw.items():
        assert guarded[column] == (f"'{cell}" if cell.startswith(RUNNABLE) else cell)
    assert (guarded["title"][:2], guarded["actors"], guarded["places"]) == ("'=", "'-Unit 39", "'@Rason")


def test_json_has_the_agreed_keys_in_the_agreed_order(sample: Session) -> None:
    export = parsed(sample)
    assert (list(export), export["format"]) == (["format", "articles", "events"], "tumen/1")
    article = export["articles"][0]
    assert list(article) == ["id", "file", "sha256", "title", "publisher", "url", "published"]
    assert list(article["published"]) == ["edtf", "earliest", "latest", "basis", "clues"]
    assert list(article["published"]["clues"][0]) == ["text", "start", "end", "says"]
    event = export["events"][0]
    assert list(event) == [
        "id", "date", "title", "topic", "status", "actors", "places", "articles", "origins", "quotes",
    ]  # fmt: skip
    assert list(event["date"]) == ["edtf", "earliest", "latest", "precision"]
    quote = event["quotes"][0]
    assert list(quote) == [
        "id", "article_id", "paragraph", "start", "end", "text", "date", "date_words", "reasoning", "status", "speaker",
    ]  # fmt: skip
    assert list(quote["date_words"]) == ["text", "start", "end"]


def test_every_exported_position_holds(sample: Session) -> None:
    export = parsed(sample)
    texts = {article["id"]: sample.get_one(ArticleTable, article["id"]).text for article in export["articles"]}
    for quote in (quote for event in export["events"] for quote in event["quotes"]):
        for part in filter(None, (quote, quote["date_words"])):
            assert texts[quote["article_id"]][part["start"] : part["end"]] == part["text"]


@pytest.mark.parametrize("address", FILTERS)
def test_json_and_csv_hold_the_same_events_and_quotes(sample: Session, address: str) -> None:
    events = parsed(sample, address)["events"]
    rows = cells(sample, address, rows="quotes", raw=True)
    assert [(event["id"], quote["text"]) for event in events for quote in event["quotes"]] == [
        (row["id"], row["quote"]) for row in rows
    ]


def test_an_unfiltered_export_lists_every_article_and_a_filtered_one_those_quoted(sample: Session) -> None:
    assert article_id("empty-handed.txt") in [article["id"] for article in parsed(sample, "sort=-date")["articles"]]
    quoted = [article["id"] for article in parsed(sample, "topic=recognition")["articles"]]
    assert quoted == sorted(map(article_id, ("hangang.txt", "vestnik.txt")))


def test_unknown_and_open_dates_are_null_in_json(sample: Session) -> None:
    dates = {event["title"]: event["date"] for event in parsed(sample)["events"]}
    assert dates["Russia denies paying in cash"] == {
        "edtf": "../2019-04-30", "earliest": None, "latest": "2019-04-30", "precision": "span",
    }  # fmt: skip
    (undated,) = (date for date in dates.values() if date["edtf"] == "")
    assert (undated["earliest"], undated["latest"], undated["precision"]) == (None, None, "unknown")


def test_the_same_database_gives_the_same_bytes(sample: Session) -> None:
    assert "".join(export_json(sample, read(""))) == "".join(export_json(sample, read("")))
