"""Events with what hangs on them, as lists, exports and evidence show them; the number of queries is fixed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.domain.edtf import EdtfDate, edtf
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable


@dataclass(frozen=True)
class EventLine:
    """An event as the list shows it."""

    id: str
    date: EdtfDate
    title: str
    topic: str
    status: str
    status_reason: str | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    publishers: tuple[str, ...]  # the first to report first
    articles: int
    origins: int


def event_lines(session: Session, ids: Sequence[str]) -> list[EventLine]:
    """Events in the order of their ids (at most some hundreds: they are bound), each with its names."""
    actors, places = _names(session, EventActorTable, ids), _names(session, EventPlaceTable, ids)
    publishers = _publishers(session, ids)
    event = EventTable
    rows = session.execute(
        select(col(event.id), col(event.edtf), col(event.title), col(event.topic))
        .add_columns(col(event.status), col(event.status_reason), col(event.articles), col(event.origins))
        .where(col(event.id).in_(ids))
    )
    lines = {
        event_id: EventLine(
            id=event_id,
            date=edtf(when),
            title=title,
            topic=topic,
            status=status,
            status_reason=reason,
            actors=actors.get(event_id, ()),
            places=places.get(event_id, ()),
            publishers=publishers.get(event_id, ()),
            articles=articles,
            origins=origins,
        )
        for event_id, when, title, topic, status, reason, articles, origins in rows
    }
    return [lines[event_id] for event_id in ids]


def _names(
    session: Session, table: type[EventActorTable | EventPlaceTable], ids: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    rows = select(table.event_id, table.name).where(col(table.event_id).in_(ids))
    return _by_event(session.exec(rows.order_by(col(table.event_id), col(table.position), col(table.name))))


def _publishers(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    rows = (
        select(MentionTable.event_id, ArticleTable.publisher)
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .where(col(MentionTable.event_id).in_(ids), col(ArticleTable.publisher).is_not(None))
        .group_by(col(MentionTable.event_id), col(ArticleTable.publisher))
        .order_by(func.min(MentionTable.position), col(ArticleTable.publisher))
    )
    return _by_event((event_id, publisher or "") for event_id, publisher in session.exec(rows))


def _by_event(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, tuple[str, ...]] = {}
    for event_id, value in rows:
        grouped[event_id] = (*grouped.get(event_id, ()), value)
    return grouped
