"""The list of events, page by page."""

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.lines import EventLine, event_lines
from app.queries.matching import selected

__all__ = ["EVENTS_PER_PAGE", "EventLine", "count_events", "events_on_timeline"]

EVENTS_PER_PAGE = 100


def count_events(session: Session, wanted: TimelineFilter) -> int:
    """How many events the filter leaves, on all pages."""
    return selected(session, wanted).count


def events_on_timeline(session: Session, wanted: TimelineFilter) -> list[EventLine]:
    """One page of events in the order of DESIGN.md section 4; empty past the last page."""
    skipped = (wanted.page - 1) * EVENTS_PER_PAGE
    return event_lines(session, selected(session, wanted).ids(skipped, skipped + EVENTS_PER_PAGE))
