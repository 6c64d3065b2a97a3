"""One event with its evidence."""

from dataclasses import dataclass

from sqlmodel import Session, select

from app.domain.timeline_filter import TimelineFilter
from app.errors import NotFound
from app.queries.lines import EventLine, event_lines
from app.queries.matching import comes_after, comes_before, in_order, matching
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
    return _page(session, event, wanted) if event else _elsewhere(session, event_id)


def _elsewhere(session: Session, event_id: str) -> MovedTo | RetiredTo:
    if mention := session.get(MentionTable, event_id):
        return MovedTo(mention.event_id)
    if retired := session.get(RetiredMentionTable, event_id):
        return RetiredTo(retired.article_id, retired.paragraph)
    raise NotFound(f"no event has the id {event_id!r}; look for it on the timeline")


def _page(session: Session, event: EventTable, wanted: TimelineFilter) -> EventPage:
    return EventPage(
        line=event_lines(session, [event])[0],
        sources=evidence_of(session, [event.id]).get(event.id, ()),
        previous_id=_neighbour(session, event, wanted, is_next=False),
        next_id=_neighbour(session, event, wanted, is_next=True),
    )


def _neighbour(session: Session, event: EventTable, wanted: TimelineFilter, *, is_next: bool) -> str | None:
    """The id of the event before or after this one, as the filtered timeline is shown."""
    goes_forward = is_next != wanted.is_reversed
    beyond = comes_after(event) if goes_forward else comes_before(event)
    ids = select(EventTable.id).where(matching(wanted), beyond).order_by(*in_order(is_reversed=not goes_forward))
    return session.exec(ids.limit(1)).first()
