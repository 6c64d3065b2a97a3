"""How the filtered events lie over time: one count for every pair of first and last day."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, func, select

from app.domain.edtf import Precision
from app.domain.timeline_filter import TimelineFilter
from app.queries.matching import count_matching, matching
from app.storage.tables import EventTable


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


def event_spans(session: Session, wanted: TimelineFilter) -> EventSpans:
    """The spans of all events that the filter leaves, whatever the page.

    There are never many more spans than days, so that their number hardly grows with that of the events.
    """
    earliest, latest = col(EventTable.earliest), col(EventTable.latest)
    rows = session.exec(select(earliest, latest, func.count()).where(matching(wanted)).group_by(earliest, latest)).all()
    closed = tuple(SpanCount(first, last, events) for first, last, events in rows if first and last)
    without_place = sum(events for first, last, events in rows if not (first and last))
    undated = _count_undated(session, wanted) if without_place else 0
    return EventSpans(closed, without_place - undated, undated)


def _count_undated(session: Session, wanted: TimelineFilter) -> int:
    is_unknown = col(EventTable.precision) == Precision.UNKNOWN.value
    # The first is told by the second, yet lets the database find the few rows by their index.
    return count_matching(session, matching(wanted), col(EventTable.earliest).is_(None), is_unknown)
