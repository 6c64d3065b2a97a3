"""How the filtered events lie over time: a count for each pair of first and last day, or month where these are many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, String
from sqlmodel import Session, cast, col, func, select

from app.domain.edtf import Precision, edtf
from app.domain.timeline_filter import TimelineFilter
from app.queries.matching import count_matching, matching
from app.storage.tables import EventTable

MOST_BINS = 80  # of a chart; where events begin and end in more months than that, it has no room for months or days


class SpanCount(NamedTuple):
    """How many events may have happened on any day from the earliest to the latest, and on no other."""

    earliest: date
    latest: date
    events: int


@dataclass(frozen=True)
class EventSpans:
    """Where the events lie; each is counted once."""

    closed: tuple[SpanCount, ...]
    open_ended: int  # "by 15 August 2022", "12 March, year unknown": no place on a chart, yet not without a date
    undated: int


Spans = Counter[tuple[date | None, date | None]]


def event_spans(session: Session, wanted: TimelineFilter) -> EventSpans:
    """The spans of all events that the filter leaves, whatever the page.

    Where they touch more months than a chart has room for, spans are rounded outwards to whole months: those are few
    however many events there are.
    """
    spans = Spans() if _is_short(wanted) else _spans_in_months(session, wanted)
    months = {(day.year, day.month) for span in spans for day in span if day}
    if len(months) <= MOST_BINS:
        spans = _spans_in_days(session, wanted)
    closed = tuple(SpanCount(first, last, events) for (first, last), events in spans.items() if first and last)
    without_place = spans.total() - sum(span.events for span in closed)
    undated = _count_undated(session, wanted) if without_place else 0
    return EventSpans(closed, without_place - undated, undated)


def _is_short(wanted: TimelineFilter) -> bool:
    """Is a range asked that has room for months, or one that cuts through them, so that its days are needed?"""
    first, last = wanted.first_day, wanted.last_day
    cuts_a_month = (first and first.day > 1) or (last and last < date.max and (last + timedelta(days=1)).day > 1)
    return bool(cuts_a_month or (first and last and (last - first).days < MOST_BINS * 28))


def _spans_in_days(session: Session, wanted: TimelineFilter) -> Spans:
    first, last = col(EventTable.earliest), col(EventTable.latest)
    rows = session.exec(select(first, last, func.count()).where(matching(wanted)).group_by(first, last))
    return Spans({(earliest, latest): events for earliest, latest, events in rows})


def _spans_in_months(session: Session, wanted: TimelineFilter) -> Spans:
    first, last = col(EventTable.earliest), col(EventTable.latest)
    # By day an index has them in order, so that few rows are left to be put together by month.
    days = select(first, last, func.count().label("events")).where(matching(wanted)).group_by(first, last).subquery()
    first_month, last_month = _month(days.c.earliest), _month(days.c.latest)
    rows = select(first_month, last_month, func.sum(days.c.events)).group_by(first_month, last_month)
    return _rounded(session.exec(rows))


def _month(day: ColumnElement[date]) -> ColumnElement[str]:
    """The month of a day as "2022-08"."""
    return func.substr(cast(day, String), 1, len("2022-08"))


def _rounded(rows: Iterable[tuple[str | None, str | None, int]]) -> Spans:
    return Spans({(_bounds(first)[0], _bounds(last)[1]): int(events) for first, last, events in rows})


@lru_cache(maxsize=4096)
def _bounds(month: str | None) -> tuple[date | None, date | None]:
    return edtf(month or "").bounds


def _count_undated(session: Session, wanted: TimelineFilter) -> int:
    is_unknown = col(EventTable.precision) == Precision.UNKNOWN.value
    # The first is told by the second, yet lets the database find the few rows by their index.
    return count_matching(session, matching(wanted), col(EventTable.earliest).is_(None), is_unknown)
