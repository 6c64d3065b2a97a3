"""How the filtered events lie over time: a count for each pair of first and last day, or month where these are many."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlmodel import Session

from app.domain.timeline_filter import Open, TimelineFilter
from app.queries.matching import Selection, selected

MOST_BINS = 120  # of a chart; where events begin and end in more months than that, it has no room for months or days


class SpanCount(NamedTuple):
    """How many events may have happened on any day from the earliest to the latest, and on no other."""

    earliest: date
    latest: date
    events: int


@dataclass(frozen=True)
class EventSpans:
    """Where the events lie; each is counted once."""

    closed: tuple[SpanCount, ...]
    # What has no place on a chart: "by 15 August 2022", "from 5 August 2022", "12 March, year unknown", no date at all.
    open_start: int
    open_end: int
    yearless: int
    undated: int


def event_spans(session: Session, wanted: TimelineFilter) -> EventSpans:
    """The spans of all events that the filter leaves, whatever the page.

    Where they touch more months than a chart has room for, spans are rounded outwards to whole months: those are few
    however many events there are.
    """
    found = selected(session, wanted)
    return found.index.remembered(("spans", wanted.without("sort")), lambda: _spans(found, wanted))


def _spans(found: Selection, wanted: TimelineFilter) -> EventSpans:
    spans = {} if _is_short(wanted) else found.index.spans.by_month(found.bits)
    months = {(day.year, day.month) for span in spans for day in span if day}
    if len(months) <= MOST_BINS:
        spans = found.index.spans.by_day(found.bits)
    closed = tuple(SpanCount(first, last, events) for (first, last), events in spans.items() if first and last)
    opened = found.index.values["open"].counts(found.bits)
    undated = (found.bits & found.index.undated).bit_count()
    yearless = opened.get(Open.BOTH, 0) - undated
    return EventSpans(closed, opened.get(Open.START, 0), opened.get(Open.END, 0), yearless, undated)


def _is_short(wanted: TimelineFilter) -> bool:
    """Is a range asked that has room for months, or one that cuts through them, so that its days are needed?"""
    first, last = wanted.first_day, wanted.last_day
    cuts_a_month = (first and first.day > 1) or (last and last < date.max and (last + timedelta(days=1)).day > 1)
    return bool(cuts_a_month or (first and last and (last - first).days < MOST_BINS * 28))
