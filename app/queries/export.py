"""The filtered timeline as CSV and JSON, streamed: of each event no more than its id is kept."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Literal

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.articles_json import article_records
from app.queries.csv_rows import COLUMNS, csv_rows
from app.queries.events_json import event_records
from app.queries.told import event_chunks

Rows = Literal["events", "quotes"]
BYTE_ORDER_MARK = "\ufeff"
# What a spreadsheet takes for a formula or a command; https://owasp.org/www-community/attacks/CSV_Injection
RUNNABLE = ("=", "+", "-", "@", "\t", "\r")


def export_csv(  # noqa: PLR0913 -- each is one switch of the address
    session: Session,
    wanted: TimelineFilter,
    *,
    base_url: str = "",
    rows: Rows = "events",
    bom: bool = False,
    raw: bool = False,
) -> Iterator[str]:
    """The timeline as CSV: RFC 4180 with CRLF, in the columns and the order of DESIGN.md section 4.

    Args:
        session: One snapshot of the database, for as long as the export runs.
        wanted: What to take along; its page does not limit an export.
        base_url: Put before `/events/…` in the column `link`.
        rows: One row an event with its first quote, or one row a quote.
        bom: Begin with a byte order mark, for spreadsheets that guess the encoding.
        raw: Leave cells unguarded that a spreadsheet would run.

    Yields:
        Pieces of text, to be encoded as UTF-8.
    """
    yield (BYTE_ORDER_MARK if bom else "") + _csv_text([COLUMNS])
    for lines in event_chunks(session, wanted):
        cells = csv_rows(session, lines, base_url=base_url, first_only=rows == "events")
        yield _csv_text(cells if raw else map(_guarded, cells))


def export_json(session: Session, wanted: TimelineFilter) -> Iterator[str]:
    """The timeline as JSON of format tumen/1, one article or event a line, in pieces of text to be encoded as UTF-8."""
    yield '{"format": "tumen/1",\n "articles": ['
    yield from json_items(article_records(session, wanted))
    yield '],\n "events": ['
    yield from json_items(event for lines in event_chunks(session, wanted) for event in event_records(session, lines))
    yield "]}\n"


def json_items(items: Iterable[object]) -> Iterator[str]:
    """The inside of a JSON array, an item a line."""
    separator = "\n  "
    for item in items:
        yield separator + json.dumps(item, ensure_ascii=False)
        separator = ",\n  "


def _csv_text(rows: Iterable[Iterable[str]]) -> str:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _guarded(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"'{cell}" if cell.startswith(RUNNABLE) else cell for cell in cells)
