"""TimelineJS: the JSON that Knight Lab's timeline shows, its texts escaped, for it takes them as HTML.

A slide begins with the year, the month and the day only as far as they are known, and shows the date in our words.
Source: https://timeline.knightlab.com/docs/json-format.html
"""

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from app.domain.edtf import EdtfDate
from app.domain.event import Status
from app.domain.showing import date_to_people
from app.domain.web_address import web_address
from app.exporting.days import numbers, span_of
from app.exporting.view import View
from app.queries.export import json_items
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source
from app.queries.told import ToldEvent

WHY_LEFT_OUT = "nothing says when they begin"
_PARTS = ("year", "month", "day")


def has_beginning(when: EdtfDate) -> bool:
    """Can it be a slide? What has no date, or only a bound to its end, has no place to begin."""
    return span_of(when).first is not None


def write_timeline_js(view: View, events: Iterable[ToldEvent], left_out: str) -> Iterator[str]:
    """The timeline as slides, one a line, in pieces of text; `left_out` is told on the title slide."""
    title = {"text": {"headline": escape(view.title), "text": f"<p>{escape(left_out)}</p>"}}
    yield f'{{"title": {json.dumps(title, ensure_ascii=False)},\n "events": ['
    yield from json_items(_slide(view, event) for event in events if has_beginning(event.line.date))
    yield "]}\n"


def _slide(view: View, event: ToldEvent) -> dict[str, Any]:
    line = event.line
    first, last = span_of(line.date)
    shown = date_to_people(line.date)
    slide: dict[str, Any] = {"unique_id": line.id, "group": line.topic, "display_date": shown, "autolink": False}
    slide["start_date"] = _date(first or "", shown)
    if last and last != first:
        slide["end_date"] = _date(last, shown)
    status = "" if line.status == Status.ASSERTED else f" ({escape(line.status_reason or line.status)})"
    link = f'<p><a href="{escape(view.event(line.id))}">{escape(view.event(line.id))}</a></p>'
    quotes = "".join(_quote(source, quote) for source, quote in event.quotes())
    slide["text"] = {"headline": escape(line.title) + status, "text": quotes + link}
    return slide


def _date(iso: str, shown: str) -> dict[str, int | str]:
    return {**dict(zip(_PARTS, numbers(iso), strict=False)), "display_date": shown}


def _quote(source: Source, quote: EvidenceQuote) -> str:
    name = escape(source.publisher or source.title or source.file)
    if address := web_address(source.url):
        name = f'<a href="{escape(address)}">{name}</a>'
    return f"<blockquote>{escape(quote.text)}</blockquote><p>{name}, {escape(date_to_people(source.published))}</p>"
