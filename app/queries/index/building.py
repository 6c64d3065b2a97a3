"""Builds the index from one snapshot of the database, in one pass over each table that it needs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Select, String, cast, func, select
from sqlmodel import Session

from app.domain.timeline_filter import Open
from app.queries.index.bitmaps import bits_at
from app.queries.index.days import DayOrder, day_order
from app.queries.index.event_index import EventIndex
from app.queries.index.spans import spans_of
from app.queries.index.values import Values, values_of
from app.storage.differences import table_of
from app.storage.search import event_number
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable

Value = TypeVar("Value", str, int)
Named = Select[tuple[str, str]]  # names, and the ids of the events that have them
# Earliest day, latest day, id: the order of the timeline stands here and nowhere else.
ORDER = ("first_sort", "last_sort", "id")
_BETWEEN = " "  # ids are letters and digits


def build_index(session: Session) -> EventIndex:
    """Read what the index keeps; a second or less for a hundred thousand events."""
    event = table_of(EventTable).c
    columns = (event.id, _as_text(event.earliest), _as_text(event.latest))
    facts = (event.topic, event.status, event.precision, event.origins)
    rows = session.connection().execute(select(*columns, *facts).order_by(*(event[name] for name in ORDER))).all()
    ids, earliest, latest, topics, statuses, precisions, origins = zip(*rows, strict=True) if rows else ((),) * 7
    size = len(ids)
    places = {event_id: position for position, event_id in enumerate(ids)}
    return EventIndex(
        ids=ids,
        positions={event_number(event_id): position for event_id, position in places.items()},
        values={
            "actor": _named(session, _names_of(EventActorTable), places),
            "place": _named(session, _names_of(EventPlaceTable), places),
            "topic": values_of(_grouped(topics), size),
            "status": values_of(_grouped(statuses), size),
            "publisher": _named(session, _publishers(), places),
            "precision": values_of(_grouped(precisions), size),
            "open": values_of(_open_sides(earliest, latest), size),
        },
        unnamed=_unnamed(session, places),
        years=values_of(_years(earliest, latest), size),
        origins={number: bits_at(positions, size) for number, positions in _grouped(origins).items()},
        earliest=_by_day(earliest),
        latest=_by_day(latest),
        spans=spans_of(earliest, latest),
    )


def _as_text(day: Column[Any]) -> ColumnElement[str]:
    """A day as ISO: to make a date of every one would take as long as all the rest."""
    return cast(day, String)


def _names_of(table: type[EventActorTable | EventPlaceTable]) -> Named:
    columns = table_of(table).c
    return select(columns.name, _joined(columns.event_id)).group_by(columns.name)


def _publishers() -> Named:
    article, mention = table_of(ArticleTable), table_of(MentionTable)
    rows = select(article.c.publisher, _joined(mention.c.event_id))
    told = rows.join_from(article, mention, mention.c.article_id == article.c.id)
    return told.where(article.c.publisher.is_not(None)).group_by(article.c.publisher)


def _unnamed(session: Session, places: Mapping[str, int]) -> int:
    article, mention = table_of(ArticleTable), table_of(MentionTable)
    told = select(_joined(mention.c.event_id)).join_from(article, mention, mention.c.article_id == article.c.id)
    ids = session.execute(told.where(article.c.publisher.is_(None))).scalar()
    return bits_at(map(places.__getitem__, ids.split(_BETWEEN)) if ids else (), len(places))


def _joined(event_id: Column[Any]) -> ColumnElement[str]:
    """All ids of a group in one text: a row for each would take several times as long to fetch."""
    return func.aggregate_strings(event_id, _BETWEEN)


def _named(session: Session, rows: Named, places: Mapping[str, int]) -> Values:
    having = {name: map(places.__getitem__, ids.split(_BETWEEN)) for name, ids in session.execute(rows)}
    return values_of(having, len(places))


def _grouped(column: Iterable[Value]) -> dict[Value, list[int]]:
    """The positions of each value of a column."""
    groups: dict[Value, list[int]] = defaultdict(list)
    for position, value in enumerate(column):
        groups[value].append(position)
    return groups


def _open_sides(earliest: Sequence[str | None], latest: Sequence[str | None]) -> dict[str, list[int]]:
    """The positions of the events whose span is open, by the side that is."""
    sides = _grouped(Open.of(*span) or "" for span in zip(earliest, latest, strict=True))
    return {side.value: sides[side] for side in Open if side in sides}


def _years(earliest: Sequence[str | None], latest: Sequence[str | None]) -> dict[str, list[int]]:
    years: dict[str, list[int]] = defaultdict(list)
    for position, (first, last) in enumerate(zip(earliest, latest, strict=True)):
        if first and last and first[:4] == last[:4]:
            years[first[:4]].append(position)
    return years


def _by_day(column: Sequence[str | None]) -> DayOrder:
    ordinal = cache(lambda day: date.fromisoformat(day).toordinal())
    return day_order({position: ordinal(day) for position, day in enumerate(column) if day}, len(column))
