"""A filter as conditions on events, and the order of the timeline."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, literal, or_, true, tuple_
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from app.domain.edtf import Precision
from app.domain.timeline_filter import Certainty, TimelineFilter
from app.storage.search import events_matching
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable

Condition = ColumnElement[bool]
ORDER = (col(EventTable.first_sort), col(EventTable.last_sort), col(EventTable.id))


def matching(wanted: TimelineFilter) -> Condition:
    """What an event must fulfil; to be used on a select from EventTable."""
    return and_(true(), *_range(wanted), *_witnesses(wanted), *_lists(wanted))


def count_matching(session: Session, *conditions: Condition) -> int:
    """How many events fulfil all of these."""
    return session.exec(select(func.count()).select_from(EventTable).where(*conditions)).one()


def in_order(*, is_reversed: bool) -> tuple[ColumnElement[Any], ...]:
    """The order of the timeline: earliest day, latest day, id; reversed as a whole."""
    return tuple(column.desc() if is_reversed else column.asc() for column in ORDER)


def comes_after(event: EventTable) -> Condition:
    """Does an event stand after this one, oldest first?"""
    return tuple_(*ORDER) > _place_of(event)


def comes_before(event: EventTable) -> Condition:
    """Does an event stand before this one, oldest first?"""
    return tuple_(*ORDER) < _place_of(event)


def _place_of(event: EventTable) -> ColumnElement[Any]:
    return tuple_(literal(event.first_sort, Date), literal(event.last_sort, Date), literal(event.id, String))


def _range(wanted: TimelineFilter) -> Iterator[Condition]:
    """Overlap or inclusion; open sides reach for ever, and what has no date at all is sure nowhere."""
    earliest, latest = col(EventTable.earliest), col(EventTable.latest)
    if wanted.certainty is Certainty.SURELY:
        yield col(EventTable.precision) != Precision.UNKNOWN.value
        if wanted.first_day:
            yield earliest >= wanted.first_day
        if wanted.last_day:
            yield latest <= wanted.last_day
        return
    # It belongs when it neither ends too early nor starts too late.
    if wanted.first_day:
        yield or_(latest.is_(None), latest >= wanted.first_day)
    if wanted.last_day:
        yield or_(earliest.is_(None), earliest <= wanted.last_day)


def _witnesses(wanted: TimelineFilter) -> Iterator[Condition]:
    if wanted.min_origins:
        yield col(EventTable.origins) >= wanted.min_origins


def _lists(wanted: TimelineFilter) -> Iterator[Condition]:
    for key, has_any in HAS_ANY.items():
        if chosen := wanted.chosen(key):
            yield has_any(chosen)
        if excluded := wanted.excluded(key):
            yield ~has_any(excluded)


def _has_words(searches: tuple[str, ...]) -> Condition:
    return or_(*(col(EventTable.id).in_(events_matching(search)) for search in searches))


def _has_actor(names: tuple[str, ...]) -> Condition:
    return _is_among(select(EventActorTable.event_id).where(col(EventActorTable.name).in_(names)))


def _has_place(names: tuple[str, ...]) -> Condition:
    return _is_among(select(EventPlaceTable.event_id).where(col(EventPlaceTable.name).in_(names)))


def _has_publisher(names: tuple[str, ...]) -> Condition:
    told = select(MentionTable.event_id).join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
    return _is_among(told.where(col(ArticleTable.publisher).in_(names)))


def _is_among(ids: SelectOfScalar[str]) -> Condition:
    return col(EventTable.id).in_(ids)


HAS_ANY: dict[str, Callable[[tuple[str, ...]], Condition]] = {
    "q": _has_words,
    "actor": _has_actor,
    "place": _has_place,
    "topic": lambda values: col(EventTable.topic).in_(values),
    "status": lambda values: col(EventTable.status).in_(values),
    "publisher": _has_publisher,
    "precision": lambda values: col(EventTable.precision).in_(values),
}
