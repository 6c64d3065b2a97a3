"""The events before and after one in the filtered timeline, as its page shows them."""

from typing import NamedTuple

from sqlmodel import Session

from app.queries.event import EventPage
from app.queries.lines import EventLine, event_lines


class Neighbours(NamedTuple):
    """Those that stand beside an event; None at either end."""

    previous: EventLine | None
    next: EventLine | None


def neighbours_of(session: Session, page: EventPage) -> Neighbours:
    """What stands before and after an event."""
    ids = [one for one in (page.previous_id, page.next_id) if one]
    lines = {line.id: line for line in event_lines(session, ids)}
    return Neighbours(lines.get(page.previous_id or ""), lines.get(page.next_id or ""))
