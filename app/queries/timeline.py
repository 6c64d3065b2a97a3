"""The list of events, page by page."""

from math import ceil

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.queries.lines import EventLine, event_lines
from app.queries.matching import selected
from app.storage.tables import MentionTable

__all__ = ["EVENTS_PER_PAGE", "EventLine", "count_events", "events_on_timeline", "page_with"]

EVENTS_PER_PAGE = 60  # so many fit in a first load of sixty kilobytes, evidence of one among them


def count_events(session: Session, wanted: TimelineFilter) -> int:
    """How many events the filter leaves, on all pages."""
    return selected(session, wanted).count


def events_on_timeline(session: Session, wanted: TimelineFilter) -> list[EventLine]:
    """One page of events in the order of DESIGN.md section 4; empty past the last page."""
    skipped = count_skipped(session, wanted)
    return event_lines(session, selected(session, wanted).ids(skipped, skipped + EVENTS_PER_PAGE))


def page_with(session: Session, wanted: TimelineFilter, event_id: str) -> int:
    """The number of the page on which an event stands, or would stand if the filter left it."""
    place = selected(session, wanted).place_behind(event_id) or 1
    return ceil(place / EVENTS_PER_PAGE)


def count_skipped(session: Session, wanted: TimelineFilter) -> int:
    """How many events of the list stand before the page that is asked for.

    Behind an event means behind where it stands now, whatever an ingest has put before it since; an event that is told
    with another by now stands where that one does. Only when there is none any more does the number of the page count.
    """
    place = None
    if after := wanted.one("after"):
        mention = session.get(MentionTable, after)
        place = selected(session, wanted).place_behind(mention.event_id if mention else after)
    return (wanted.page - 1) * EVENTS_PER_PAGE if place is None else place
