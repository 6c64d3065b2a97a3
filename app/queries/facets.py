"""What each further filter would leave: values with their counts."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import String
from sqlmodel import Session, cast, col, distinct, extract, func, select
from sqlmodel.sql.expression import Select

from app.domain.timeline_filter import CLOSED_LISTS, TimelineFilter
from app.queries.matching import Condition, count_matching, matching
from app.storage.tables import ArticleTable, EventActorTable, EventPlaceTable, EventTable, MentionTable

MIN_ORIGINS = (2, 3, 5, 10)
ValueCounts = Select[str, int]


@dataclass(frozen=True)
class FacetValue:
    """A value, the events it would give, and whether it is asked for now."""

    value: str
    count: int
    state: str  # off, chosen, excluded


@dataclass(frozen=True)
class Facet:
    """A key of the filter with its values. `key` is the word in the address."""

    key: str  # actor, place, topic, status, publisher, precision, min_origins
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class YearCount:
    """How many events lie certainly within a year."""

    year: int
    count: int


def timeline_facets(session: Session, wanted: TimelineFilter) -> tuple[Facet, ...]:
    """Every facet; the counts of one respect all other filters, and not its own.

    Closed lists keep their order and their zeros; open ones come by count, then name, and hold whatever is asked for.
    """
    return (
        *(_open_facet(session, wanted, key) for key in ("actor", "place")),
        *(_closed_facet(session, wanted, key) for key in ("topic", "status")),
        _open_facet(session, wanted, "publisher"),
        _closed_facet(session, wanted, "precision"),
        _origins_facet(session, wanted),
    )


def years(session: Session, wanted: TimelineFilter) -> tuple[YearCount, ...]:
    """Events by the year in which they certainly lie, oldest first; the range asked is ignored.

    The count of a year is what `from`, `to` and `certainty=surely` would give for it. An event that may lie in several
    years counts in none.
    """
    year = extract("year", col(EventTable.earliest))
    rows = session.exec(
        select(year, func.count())
        .where(matching(wanted.without("from", "to", "certainty")), year == extract("year", col(EventTable.latest)))
        .group_by(year)
        .order_by(year)
    )
    return tuple(YearCount(year, count) for year, count in rows)


def _open_facet(session: Session, wanted: TimelineFilter, key: str) -> Facet:
    counts = _counts(session, wanted, key)
    asked = {*wanted.chosen(key), *wanted.excluded(key)}
    names = sorted(counts.keys() | asked, key=lambda name: (-counts.get(name, 0), name))
    return _facet(wanted, key, {name: counts.get(name, 0) for name in names})


def _closed_facet(session: Session, wanted: TimelineFilter, key: str) -> Facet:
    counts = _counts(session, wanted, key)
    return _facet(wanted, key, {value.value: counts.get(value.value, 0) for value in CLOSED_LISTS[key]})


def _origins_facet(session: Session, wanted: TimelineFilter) -> Facet:
    others = matching(wanted.without("min_origins"))
    steps = sorted({*MIN_ORIGINS, *filter(None, [wanted.min_origins])})
    counts = {str(step): count_matching(session, others, col(EventTable.origins) >= step) for step in steps}
    return _facet(wanted, "min_origins", counts)


def _facet(wanted: TimelineFilter, key: str, counts: dict[str, int]) -> Facet:
    return Facet(key, tuple(FacetValue(value, count, wanted.state_of(key, value)) for value, count in counts.items()))


def _counts(session: Session, wanted: TimelineFilter, key: str) -> dict[str, int]:
    rows = session.exec(COUNTED[key](matching(wanted.without(key)))).all()
    return dict(rows)


def _count_actors(condition: Condition) -> ValueCounts:
    rows = select(EventActorTable.name, func.count()).join(EventTable, col(EventTable.id) == EventActorTable.event_id)
    return rows.where(condition).group_by(EventActorTable.name)


def _count_places(condition: Condition) -> ValueCounts:
    rows = select(EventPlaceTable.name, func.count()).join(EventTable, col(EventTable.id) == EventPlaceTable.event_id)
    return rows.where(condition).group_by(EventPlaceTable.name)


def _count_publishers(condition: Condition) -> ValueCounts:
    return (
        select(cast(col(ArticleTable.publisher), String), func.count(distinct(MentionTable.event_id)))
        .join(MentionTable, col(MentionTable.article_id) == ArticleTable.id)
        .join(EventTable, col(EventTable.id) == MentionTable.event_id)
        .where(condition, col(ArticleTable.publisher).is_not(None))
        .group_by(col(ArticleTable.publisher))
    )


COUNTED: dict[str, Callable[[Condition], ValueCounts]] = {
    "actor": _count_actors,
    "place": _count_places,
    "topic": lambda condition: select(EventTable.topic, func.count()).where(condition).group_by(EventTable.topic),
    "status": lambda condition: select(EventTable.status, func.count()).where(condition).group_by(EventTable.status),
    "publisher": _count_publishers,
    "precision": lambda condition: (
        select(EventTable.precision, func.count()).where(condition).group_by(EventTable.precision)
    ),
}
