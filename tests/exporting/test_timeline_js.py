"""Slides say no more of a date than is known, and hold no HTML but ours."""

import json
from html.parser import HTMLParser
from itertools import islice
from typing import Any

import pytest
from hypothesis import given

from app.exporting.timeline_js import write_timeline_js
from app.queries.told import ToldEvent
from tests.exporting.made import HOSTILE, THERE, endless, told


def written(*events: ToldEvent, left_out: str = "No event is left out.") -> Any:  # noqa: ANN401 -- what json gives
    return json.loads("".join(write_timeline_js(THERE, events, left_out)))


def slide(event: ToldEvent) -> dict[str, Any]:
    (only,) = written(event)["events"]
    assert isinstance(only, dict)
    return only


def parts(date: dict[str, Any] | None) -> list[int] | None:
    return [date[part] for part in ("year", "month", "day") if part in date] if date else None


@pytest.mark.parametrize(
    ("date", "start", "end", "shown"),
    [
        ("2022-08-15", [2022, 8, 15], None, "15 August 2022"),
        ("2022-07", [2022, 7], None, "July 2022"),
        ("2019~", [2019], None, "about 2019"),
        ("2018-24", [2018, 12], [2019, 2], "winter 2018"),
        ("199X", [1990], [1999], "1990s"),
        ("1910/1945", [1910], [1945], "1910 – 1945"),
        ("2022-08-05/..", [2022, 8, 5], None, "from 5 August 2022"),
    ],
)
def test_a_slide_begins_only_as_exactly_as_is_known(
    date: str, start: list[int], end: list[int] | None, shown: str
) -> None:
    found = slide(told(date=date))
    assert (parts(found["start_date"]), parts(found.get("end_date"))) == (start, end)
    assert found["display_date"] == shown


@pytest.mark.parametrize("date", ["", "../2022-08-15", "XXXX-08-15"])
def test_what_has_no_beginning_is_left_out_and_told(date: str) -> None:
    found = written(told(date=date), told(), left_out="1 of 2 events <are> left out")
    assert len(found["events"]) == 1
    assert found["title"]["text"]["text"] == "<p>1 of 2 events &lt;are&gt; left out</p>"


def test_a_slide_has_its_group_its_status_its_quote_and_its_links() -> None:
    found = slide(told(status="denied", status_reason="cancelled"))
    assert (found["group"], found["unique_id"]) == ("letters", "e0123456789abcdef")
    assert found["text"]["headline"] == "A letter (cancelled)"
    assert "<blockquote>Putin wrote to Kim.</blockquote>" in found["text"]["text"]
    assert 'href="https://harbour.example/grain?page=1"' in found["text"]["text"]
    assert 'href="https://tumen.example/events/e0123456789abcdef"' in found["text"]["text"]


class Tags(HTMLParser):
    """The tags of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


@given(HOSTILE, HOSTILE)
def test_what_articles_say_is_text_and_never_html(title: str, quote: str) -> None:
    found = slide(told(title, quote=f"<img src=x>{quote}"))
    assert Tags(found["text"]["headline"]).found == []
    assert Tags(found["text"]["text"]).found == ["blockquote", "p", "a", "p", "a"]


def test_it_is_written_as_it_is_read() -> None:
    assert len(list(islice(write_timeline_js(THERE, endless(), ""), 5))) == 5
