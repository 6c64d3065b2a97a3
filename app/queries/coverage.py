"""Who reported what: the events of the filtered timeline against the publishers that tell of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, String
from sqlmodel import Session, col, distinct, func, select

from app.domain.coverage_filter import CoverageFilter
from app.queries.lines import EventLine, event_lines
from app.queries.matching import matching, selected
from app.storage.tables import ArticleTable, EventTable, MentionTable

ROWS_PER_PAGE = 50
COLUMNS_PER_PAGE = 24
UNNAMED = ""  # stands for all articles that name no publisher


@dataclass(frozen=True)
class PublisherColumn:
    """A publisher, and how many of the filtered events it tells of."""

    name: str
    events: int


@dataclass(frozen=True)
class CoverageCell:
    """What a publisher tells of an event."""

    quote_id: str  # the first of its quotes, in the order in which they are shown
    quotes: int
    statuses: tuple[str, ...]  # that they give it, each once


@dataclass(frozen=True)
class CoverageRow:
    """An event and who tells of it; a publisher without a cell does not."""

    line: EventLine
    cells: Mapping[str, CoverageCell]  # by publisher

    @property
    def publishers(self) -> int:
        """How many publishers tell of it by name."""
        return sum(name != UNNAMED for name in self.cells)


def coverage_columns(session: Session, wanted: CoverageFilter) -> list[PublisherColumn]:
    """Every publisher that tells of a filtered event: those of most events first, then by name; the unnamed last."""
    rows = (
        select(_publisher(), func.count(distinct(MentionTable.event_id)))
        .select_from(MentionTable)
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .join(EventTable, col(EventTable.id) == col(MentionTable.event_id))
        .where(matching(session, wanted))
        .group_by(_publisher())
    )
    columns = [PublisherColumn(name, events) for name, events in session.exec(rows)]
    return sorted(columns, key=lambda column: (column.name == UNNAMED, -column.events, column.name))


def coverage_rows(session: Session, wanted: CoverageFilter) -> list[CoverageRow]:
    """One page of events in the order asked; empty past the last page."""
    skipped = (wanted.page - 1) * ROWS_PER_PAGE
    lines = event_lines(session, _in_order(session, wanted)[skipped : skipped + ROWS_PER_PAGE])
    cells = _cells(session, [line.id for line in lines])
    return [CoverageRow(line, cells[line.id]) for line in lines]


def _publisher() -> ColumnElement[str]:
    return func.coalesce(col(ArticleTable.publisher), UNNAMED, type_=String)


def _in_order(session: Session, wanted: CoverageFilter) -> list[str]:
    """The ids of all events, what is asked for first; among equals in the order of the timeline."""
    ids = selected(session, wanted).ids()
    if wanted.led_by is None and not wanted.is_by_publishers:
        return ids
    told = (
        select(MentionTable.event_id, func.count(distinct(ArticleTable.publisher)))
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .group_by(col(MentionTable.event_id))
    )
    if wanted.led_by is not None:
        leading = {event_id for event_id, _ in session.exec(told.where(_publisher() == wanted.led_by))}
        return sorted(ids, key=lambda event_id: event_id not in leading)
    publishers = dict(session.exec(told).all())
    return sorted(ids, key=lambda event_id: -publishers.get(event_id, 0))


def _cells(session: Session, event_ids: list[str]) -> dict[str, dict[str, CoverageCell]]:
    rows = (
        select(MentionTable.event_id, _publisher(), MentionTable.id, MentionTable.status)
        .join(ArticleTable, col(ArticleTable.id) == col(MentionTable.article_id))
        .where(col(MentionTable.event_id).in_(event_ids))
        .order_by(col(MentionTable.event_id), col(MentionTable.position), col(MentionTable.id))
    )
    told: dict[str, dict[str, list[tuple[str, str]]]] = {event_id: {} for event_id in event_ids}
    for event_id, publisher, quote_id, status in session.exec(rows):
        told[event_id].setdefault(publisher, []).append((quote_id, status))
    return {event_id: {name: _cell(quotes) for name, quotes in by.items()} for event_id, by in told.items()}


def _cell(quotes: Sequence[tuple[str, str]]) -> CoverageCell:
    return CoverageCell(quotes[0][0], len(quotes), tuple(dict.fromkeys(status for _, status in quotes)))
