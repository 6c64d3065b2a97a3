"""One event with its evidence."""

from dataclasses import dataclass

from sqlmodel import Session

from app.domain.timeline_filter import TimelineFilter
from app.errors import NotFound
from app.queries.conflicts import Conflict, conflicts_of
from app.queries.lines import EventLine, event_lines
from app.queries.matching import selected
from app.queries.quotes import DateWords, EvidenceQuote
from app.queries.sources import SourceEvidence, evidence_of
from app.storage.tables import EventTable, MentionTable, RetiredMentionTable

__all__ = ["DateWords", "EventPage", "EvidenceQuote", "MovedTo", "RetiredTo", "SourceEvidence", "find_event"]

EVERYTHING = TimelineFilter()


@dataclass(frozen=True)
class EventPage:
    """An event, its sources in the order of its quotes, and its neighbours in the filtered timeline."""

    line: EventLine
    sources: tuple[SourceEvidence, ...]
    previous_id: str | None
    next_id: str | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class MovedTo:
    """The id is that of a mention which this event now holds."""

    event_id: str


@dataclass(frozen=True)
class RetiredTo:
    """The id is that of a mention which newer rules no longer make; its paragraph still stands."""

    article_id: str
    paragraph: int


def find_event(session: Session, event_id: str, wanted: TimelineFilter = EVERYTHING) -> EventPage | MovedTo | RetiredTo:
    """Find what an id leads to now.

    Args:
        session: Where to look.
        event_id: The id of any event or mention there ever was.
        wanted: The timeline in which its neighbours are sought; the event itself need not be on it.

    Raises:
        NotFound: No mention ever had this id.
    """
    event = session.get(EventTable, event_id)
    return _page(session, event.id, wanted) if event else _elsewhere(session, event_id)


def _elsewhere(session: Session, event_id: str) -> MovedTo | RetiredTo:
    if mention := session.get(MentionTable, event_id):
        return MovedTo(mention.event_id)
    if retired := session.get(RetiredMentionTable, event_id):
        return RetiredTo(retired.article_id, retired.paragraph)
    raise NotFound(f"no event has the id {event_id!r}; look for it on the timeline")


def _page(session: Session, event_id: str, wanted: TimelineFilter) -> EventPage:
    previous_id, next_id = selected(session, wanted).neighbours_of(event_id)
    return EventPage(
        line=event_lines(session, [event_id])[0],
        sources=evidence_of(session, [event_id]).get(event_id, ()),
        previous_id=previous_id,
        next_id=next_id,
        conflicts=conflicts_of(session, event_id),
    )
