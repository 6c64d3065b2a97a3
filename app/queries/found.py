"""The events that were found last, with when that was."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from app.domain.timeline_filter import TimelineFilter
from app.queries.lines import event_lines
from app.queries.matching import matching
from app.queries.told import ToldEvent, told_of
from app.storage.tables import EventTable, FoundTable, MentionTable

NEWEST = 100


@dataclass(frozen=True)
class FoundEvent:
    """An event with the time in UTC at which its first mention came into this database, and its last."""

    told: ToldEvent
    first_mention_id: (
        str  # the first to be found: unlike the event's id it stays, whatever comes to be published earlier
    )
    found_at: datetime
    updated_at: datetime


def newly_found(session: Session, wanted: TimelineFilter) -> list[FoundEvent]:
    """The newest hundred events of the filtered timeline, the last found first; ties by id, as the timeline has it.

    An event with a mention of before times were kept is not new.
    """
    found, updated = func.min(col(FoundTable.at)), func.max(col(FoundTable.at))
    rows = (
        select(EventTable.id, found, updated)
        .join(MentionTable, col(MentionTable.event_id) == EventTable.id)
        .join(FoundTable, col(FoundTable.mention_id) == MentionTable.id)
        .where(matching(session, wanted))
        .group_by(col(EventTable.id))
        .having(func.count() == func.count(col(FoundTable.at)))
        .order_by(found.desc(), col(EventTable.id))
        .limit(NEWEST)
    )
    newest = session.exec(rows).all()
    ids = [event_id for event_id, _, _ in newest]
    first = _first_mentions(session, ids)
    told = told_of(session, event_lines(session, ids))
    return [
        FoundEvent(one, first[one.line.id], found_at, updated_at)
        for one, (_, found_at, updated_at) in zip(told, newest, strict=True)
        if found_at and updated_at  # always: the question asks for no others, but types cannot know
    ]


def _first_mentions(session: Session, event_ids: list[str]) -> dict[str, str]:
    rows = (
        select(MentionTable.event_id, MentionTable.id)
        .join(FoundTable, col(FoundTable.mention_id) == MentionTable.id)
        .where(col(MentionTable.event_id).in_(event_ids))
        .order_by(col(FoundTable.at).desc(), col(MentionTable.id).desc())
    )
    return dict(session.exec(rows).all())  # of several, the last one stays: the first to be found
